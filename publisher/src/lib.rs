//! Seutu's publisher: from the editor's JSON to a static site.
//!
//! One direction, a module a stage: [`read`] takes the files in, [`check`] finds what is wrong between them,
//! [`compile`] makes the pages, [`render`] makes the documents, [`index`] what search finds, [`hosting`] what a host has to know, [`write`] puts them in place; [`own_files`] knows the names of all that is written. [`source`] is
//! what a person writes, [`schema`] helps them while typing, [`new`] gives them a beginning, [`import`] brings what they
//! have in Markdown, [`fault`] is what they are told. [`crawl`] walks a [`published`] site, [`difference`] compares two.
//! [`gallery`] is for
//! those who work on the style. [`publish`] runs the whole way.

mod announce;
pub mod check;
pub mod cli;
pub mod compile;
pub mod crawl;
pub mod difference;
pub mod fault;
mod file_names;
mod files;
mod fingerprint;
pub mod gallery;
pub mod hosting;
pub mod import;
pub mod index;
pub mod indexed;
pub mod locale;
pub mod new;
pub mod nfc;
pub mod own_files;
mod pictures;
pub mod preview;
mod programs;
pub mod publish;
pub mod published;
pub mod read;
pub mod render;
pub mod schema;
pub mod serve;
pub mod slug;
pub mod source;
mod terminal;
pub mod timings;
pub mod write;
