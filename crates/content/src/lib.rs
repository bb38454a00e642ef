//! The content that an editor writes: its types, its files, and the faults that the editor is told of.
//!
//! Read in this order: [`source`] has the source types; [`file_system`] says where files come from, [`read`]
//! reads them into those types; [`schema`] has their JSON Schemas, from which an editor's program completes;
//! [`fault`] has every fault as data, its texts in three languages, and the report. [`own_files`] has the
//! names of all files that a publication writes, [`file_names`] the names that some system takes for one
//! file, [`slug`] and [`nfc`] the forms of addresses and texts.
//!
//! This crate doesn't know the pages that are compiled from the content.

pub mod fault;
pub mod file_names;
pub mod file_system;
pub mod files;
pub mod fingerprint;
pub mod nfc;
pub mod own_files;
pub mod programs;
pub mod read;
pub mod schema;
pub mod slug;
pub mod source;
pub mod terminal;
