//! What the visitor chose for themselves, kept in their own browser.
//!
//! [`text_size`] is the choice itself; `kept` reads and writes the browser's storage and follows other tabs.
//! Before the first paint `public/start.js` puts the same choice on `<html>`.

pub mod text_size;

#[cfg(feature = "browser")]
pub(crate) mod kept;
