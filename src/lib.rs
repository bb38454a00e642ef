//! Seutu's application: the page model, the views, and what runs in the visitor's browser.
//!
//! [`page`] is the model, [`views`] shows it, [`messages`] are the words of the interface. Those three also
//! serve the publisher, which renders the same views natively. The rest runs in the browser only: `start`
//! takes over a document, `navigation` turns a click into a page, `loading` brings its `page.json`,
//! `preferences` keeps what the visitor chose, `page_time` measures.

pub mod messages;
pub mod page;
pub mod page_time;
pub mod preferences;
pub mod views;

#[cfg(feature = "browser")]
mod head;
#[cfg(feature = "browser")]
mod loading;
#[cfg(feature = "browser")]
mod navigation;
#[cfg(feature = "browser")]
mod panic;
#[cfg(feature = "browser")]
mod start;

#[cfg(feature = "browser")]
pub use start::start;
