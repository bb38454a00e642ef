//! A published site: the documents of its pages, the files beside them, and the folder that holds both.
//!
//! Read in this order: [`publish`] runs all stages; [`render`] makes documents of pages; [`announce`] writes
//! site map, feeds, calendars and manifests; [`indexed`] and [`index`] make the search index; [`hosting`]
//! writes the configuration files of hosts; [`mod@write`] replaces the old site by the new one. [`gallery`]
//! shows every component in every state; [`timings`] measures the stages.
//!
//! This crate doesn't know the command line. The only finished site that it reads is the one that it
//! replaces.
//!
//! # Examples
//!
//! Content is checked by the stages that publish it; nothing is written.
//!
//! ```
//! use std::path::Path;
//!
//! use content::file_system::{Overlay, disk};
//! use site::publish::{Refused, check_content};
//!
//! let mut files = Overlay::over(disk());
//! files.put("example/site.json", r#"{
//!     "name": "Seutu", "slogan": "Yhdessä", "address": "https://seutu.example",
//!     "languages": ["fi"], "menu": [], "footer": []
//! }"#);
//! let content = Path::new("example");
//! // No page stands at the address of the front page.
//! assert!(matches!(check_content(&files, content, drop), Err(Refused::Faults(_))));
//!
//! files.put("example/fi/index.json", r#"{
//!     "title": "Etusivu", "summary": "Mistä sivu kertoo.", "kind": "front",
//!     "content": [{ "paragraph": "Tervetuloa **kaikki**!" }]
//! }"#);
//! let checked = check_content(&files, content, |page| page.title)?;
//! assert_eq!(checked.pages, ["Etusivu"]);
//! # Ok::<(), Refused>(())
//! ```

pub mod announce;
pub mod gallery;
pub mod hosting;
pub mod index;
pub mod indexed;
pub mod publish;
pub mod render;
pub mod timings;
pub mod write;
