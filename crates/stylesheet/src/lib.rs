//! A stylesheet: its text, which the build bundles, and its rules, some of which a document needs before the
//! first paint.
//!
//! [`text`] knows comments, strings, braces and white space; [`older`] adds what older browsers read.
//! [`rules`] cuts a stylesheet into rules and says which of them can hold for a document, by the [`names`] of
//! the document's elements.
//!
//! # Examples
//!
//! ```
//! use stylesheet::{names::Names, rules::Rules};
//!
//! let rules = Rules::read(".menu { gap: 1rem } .pager { gap: 2rem }");
//! let needed = rules.needed_by(&Names::of_markup("<nav class=\"menu\"></nav>"));
//! assert!(needed.contains("1rem") && !needed.contains("2rem"));
//! ```

pub mod names;
pub mod older;
pub mod rules;
pub mod text;
