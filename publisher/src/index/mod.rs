//! The index stage: what the search of each language finds.
//!
//! [`gather`] takes the words from a page once it is compiled; they are remembered with it, so that a page that stays as it
//! was isn't read again. [`keys`] says under which base forms a word is found. [`put_together`] makes the files of all that,
//! in the form of `search::index`.

pub mod gather;
pub mod keys;
mod put_together;
pub mod voikko;

use std::collections::BTreeMap;

use application::page::Language;
use search::index::FOLDER;

use crate::write::Draft;
pub use gather::Indexed;

/// Puts the index of each language into the draft of the new site.
///
/// # Errors
/// A file that can't be written.
pub fn write_index(pages: Vec<Indexed>, draft: &Draft) -> anyhow::Result<()> {
    for (name, contents) in files(pages) {
        let fingerprint = crate::render::fingerprint(&contents);
        draft.put(format!("{FOLDER}/{name}"), fingerprint, || contents)?;
    }
    Ok(())
}

/// The files of the indexes of all languages, by their names in the folder.
pub fn files(pages: Vec<Indexed>) -> Vec<(String, Vec<u8>)> {
    let mut languages: BTreeMap<Language, Vec<Indexed>> = BTreeMap::new();
    for page in pages {
        languages.entry(page.language()).or_default().push(page);
    }
    languages.into_iter().flat_map(|(language, pages)| put_together::index(language, pages)).collect()
}
