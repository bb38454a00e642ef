//! Search: the publisher writes an index of a site's words, the visitor's browser answers queries with it.
//!
//! Neither side does any I/O here. [`words`] cuts texts into words, [`index`] is the index in its files, [`query`] asks
//! for the files that it needs and ranks what they hold, [`excerpt`] marks what was found in a text.
//! What a word's base forms are is the languages' own knowledge: both sides hand it in.

pub mod excerpt;
pub mod index;
pub mod query;
pub mod words;
