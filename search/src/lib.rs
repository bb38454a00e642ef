//! Search: the publisher writes an index of a site's words, the visitor's browser answers queries with it.
//!
//! Neither side does any I/O here. [`words`] cuts texts into words, [`language`] knows their base forms, [`index`] is the
//! index in its files, [`query`] asks for the files that it needs and ranks what they hold, [`marks`] knows it again in
//! texts, [`excerpt`] shows where it stands there. `browser` is the module that does all that on the search page.

pub mod excerpt;
pub mod index;
pub mod language;
pub mod marks;
pub mod page_names;
pub mod query;
pub mod words;

#[cfg(feature = "browser")]
pub mod browser;
