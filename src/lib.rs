//! Seutu's application: the page model, the views, and what runs in the visitor's browser.
//!
//! [`page`] is the model, [`views`] turns it into [`markup`], [`messages`] are the words of the interface. Those
//! also serve the publisher, which writes the same markup as documents. The rest runs in the browser only: `start`
//! takes over a document, `navigation` turns a click into a page, `loading` brings its `page.json`,
//! `preferences` keeps what the visitor chose, `read_aloud` reads the page to them, `print` prints a whole section, `page_time` measures, `now` is the
//! visitor's clock.

pub mod markup;
pub mod messages;
pub mod page_time;
pub mod preferences;
pub mod read_aloud;
pub mod views;

#[cfg(feature = "browser")]
mod actions;
#[cfg(feature = "browser")]
mod head;
#[cfg(feature = "browser")]
mod loading;
#[cfg(feature = "browser")]
mod navigation;
#[cfg(feature = "browser")]
mod now;
#[cfg(feature = "browser")]
mod panic;
#[cfg(feature = "browser")]
mod print;
#[cfg(feature = "browser")]
mod start;

#[cfg(feature = "browser")]
pub use start::start;
