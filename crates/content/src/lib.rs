//! What an editor writes, from its files to types, and what they are told of it.
//!
//! Read in this order: [`source`] is the content as types; [`read`] takes the files in; [`schema`] helps an editor while they type;
//! [`fault`] holds every finding as data, its words in three languages, and the report. [`own_files`] knows the names of all files
//! that a publication writes, [`file_names`] when two names are one file, [`slug`] and [`nfc`] how names and texts are written.
//!
//! This crate knows nothing of the pages that come of the content.

pub mod fault;
pub mod file_names;
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
