//! Search: the publisher writes an index of a site's words, the visitor's browser answers queries with it.
//!
//! Neither side does any I/O here. [`words`] cuts texts into words, [`language`] knows their base forms,
//! [`index`] is the index in its files, [`query`] asks for the files that it needs and ranks what they hold,
//! [`marks`] recognises the query's words in texts, [`excerpt`] shows a place of a text with them. `browser`
//! does all that on the search page.
//!
//! # Examples
//!
//! A word form is found by its base form:
//!
//! ```
//! use search::{language::{Language, candidates}, words::words};
//!
//! let form = &words("YK:n hankkeissa")[1].text;
//! assert!(candidates(Language::Fi, form).iter().any(|candidate| candidate.text == "hanke"));
//! ```

pub mod excerpt;
pub mod index;
pub mod language;
pub mod marks;
pub mod page_texts;
pub mod query;
pub mod words;

#[cfg(feature = "browser")]
pub mod browser;
