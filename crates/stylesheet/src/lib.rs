//! A stylesheet: its text, which the build bundles, and its rules, some of which a document needs before the
//! first paint.
//!
//! [`text`] knows comments, strings, braces and white space. [`rules`] cuts a stylesheet into rules and says
//! which of them can hold for a document, by the [`names`] of the document's elements.

pub mod names;
pub mod rules;
pub mod text;
