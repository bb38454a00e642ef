//! Checks of a finished site, without the content that the site was made of.
//!
//! Read in this order: [`published`] reads the folder of a site; [`crawl`] follows every reference between
//! its files and reports those that lead nowhere; [`difference`] compares two published sites.
//!
//! # Examples
//!
//! ```
//! use std::{env, fs, process};
//!
//! use content::fault::Ruled;
//! use inspect::crawl::{OtherSites, crawl};
//!
//! let site = env::temp_dir().join(format!("seutu-example-of-inspect-{}", process::id()));
//! fs::create_dir_all(&site)?;
//! fs::write(
//!     site.join("index.html"),
//!     "<!DOCTYPE html><html lang=\"fi\"><title>Etusivu</title><a href=\"/hankkeet/\">Hankkeet</a></html>",
//! )?;
//! let crawled = crawl(&site, OtherSites::LeftAlone)?;
//! fs::remove_dir_all(&site)?;
//!
//! let faults = crawled.faults.sorted();
//! assert!(faults.iter().any(|fault| fault.finding.rule().code == "published.link"));
//! # Ok::<(), anyhow::Error>(())
//! ```

pub mod crawl;
pub mod difference;
pub mod published;
