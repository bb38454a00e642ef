//! Seutu's application: what runs in the visitor's browser.
//!
//! Read in this order: `start` takes over a document; `second` is the way into what only a visitor who acts
//! needs, which comes later; `navigation` turns a click into a page and `loading` brings its `page.json`;
//! `head` follows the page that is shown; `actions` answers all buttons. `preferences` keeps what the visitor
//! chose, `read_aloud` reads the page to them, `print` prints a whole section, `page_time` measures, `now` is
//! the visitor's clock, `panic` gives the document back to the browser. The page model is the crate `page`;
//! what is shown, and how, the crate `views`.
//!
//! Without the feature `browser` the crate is empty, so that the rest of the workspace is compiled and tested
//! natively.
#![cfg(feature = "browser")]

mod actions;
mod failure;
mod focus;
mod head;
mod leaving;
mod listeners;
mod loading;
mod navigation;
mod now;
mod page_time;
mod panic;
mod platform;
mod preferences;
mod print;
mod read_aloud;
mod second;
mod start;
mod state;
mod target;

pub use start::start;
