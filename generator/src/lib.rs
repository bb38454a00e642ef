//! Portals of any size, for tests and measurements.
//!
//! [`portal`] makes the pages, the same for the same number and seed; [`seutu`] writes them as Seutu's
//! source, [`hugo`] as a site of Hugo with plain templates, [`peers`] as sites of five other generators, four
//! of which read [`markdown`]. [`hostile`] makes sites of the corpus in `tests/hostile`. [`text`] makes the
//! sentences of [`words`], [`random`] the dice.
//!
//! # Examples
//!
//! ```
//! use generator::{GeneratedPortal, Size};
//!
//! let portal = GeneratedPortal::generate(Size { pages: 20, seed: 1 });
//! assert_eq!(portal.pages.len(), GeneratedPortal::generate(Size { pages: 20, seed: 2 }).pages.len());
//! ```

pub mod hostile;
pub mod hugo;
pub mod markdown;
pub mod peers;
pub mod portal;
pub mod random;
pub mod seutu;
pub mod text;
pub mod words;

use std::{fs, io, path::Path};

pub use portal::{GeneratedPortal, Size};

/// Writes a file and the folders above it.
pub(crate) fn write(folder: &Path, path: &str, text: &str) -> io::Result<()> {
    let path = folder.join(path);
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)?;
    }
    fs::write(path, text)
}
