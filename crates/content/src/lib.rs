//! The content that an editor writes: its types, its files, and the faults that the editor is told of.
//!
//! Read in this order: [`source`] has the source types; [`file_system`] says where files come from, [`read`]
//! reads them into those types; [`schema`] has their JSON Schemas, from which an editor's program completes;
//! [`fault`] has every fault as data, its texts in three languages, and the report. [`own_files`] has the
//! names of all files that a publication writes, [`file_names`] the names that some system takes for one
//! file, [`slug`] and [`nfc`] the forms of addresses and texts.
//!
//! This crate doesn't know the pages that are compiled from the content.
//!
//! # Examples
//!
//! Content is read from the disk or, as here, from unsaved texts over it. A fault names its file and line.
//!
//! ```
//! use std::path::Path;
//!
//! use content::{
//!     fault::{Faults, Ruled},
//!     file_system::{Overlay, disk},
//!     read::{ReadCache, read},
//! };
//!
//! let mut files = Overlay::over(disk());
//! files.put("example/site.json", r#"{
//!     "name": "Seutu", "slogan": "Yhdessä", "address": "https://seutu.example",
//!     "languages": ["fi"], "menu": [], "footer": []
//! }"#);
//! files.put("example/fi/index.json", r#"{
//!     "title": "Etusivu", "summary": "Mistä sivu kertoo.", "kind": "front", "contnt": []
//! }"#);
//! let mut faults = Faults::default();
//! let sources = read(&files, Path::new("example"), &mut ReadCache::default(), &mut faults)?;
//!
//! assert!(sources.site.is_some());
//! let faults = faults.sorted();
//! let misspelt = faults.iter().find(|fault| fault.finding.rule().code == "field.unknown").expect("a fault");
//! assert_eq!(misspelt.place.path(), Path::new("example/fi/index.json"));
//! assert_eq!(misspelt.place.start().map(|(line, _)| line), Some(2));
//! # Ok::<(), anyhow::Error>(())
//! ```

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
