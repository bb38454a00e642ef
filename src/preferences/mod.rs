//! What the visitor chose for themselves, kept in their own browser.
//!
//! [`text_size`] and [`choices`] are what there is to choose; `kept` reads and writes the browser's storage and follows
//! other tabs. Before the first paint `public/first.js` puts the same choices on `<html>`.

pub mod choices;
pub mod text_size;

#[cfg(feature = "browser")]
pub(crate) mod kept;
