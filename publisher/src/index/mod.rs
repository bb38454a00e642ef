//! The index stage: what the search of each language finds.
//!
//! [`gather`] takes the words from a page once it is compiled; they are remembered with it, so that a page that stays as it
//! was isn't read again. [`keys`] says under which base forms a word is found: all words of the site explain each other
//! ([`vocabulary`]), with what Voikko knows of them where it is installed ([`voikko`]). [`put_together`] makes the files of all
//! that, in the form of `search::index`. For those who work on the site the files are made when they search ([`on_demand`]).

pub mod gather;
pub mod keys;
pub mod on_demand;
mod put_together;
pub mod vocabulary;
pub mod voikko;

use std::{collections::BTreeMap, sync::Arc};

use application::page::Language;
use search::index::FOLDER;

use crate::write::Draft;
pub use gather::Indexed;

/// Whether Voikko is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voikko {
    /// Where it is installed.
    WhereInstalled,
    /// Never: as if it weren't.
    Never,
}

/// Puts the index of each language into the draft of the new site. Gives whether Voikko would have said more: it isn't
/// installed, and there are Finnish pages.
///
/// # Errors
/// A file that can't be written.
pub fn write_index(pages: Vec<Arc<Indexed>>, draft: &Draft) -> anyhow::Result<bool> {
    let mut lacks_voikko = false;
    for index in indexes(pages, Voikko::WhereInstalled) {
        lacks_voikko |= index.lacks_voikko;
        for (name, contents) in index.files {
            let fingerprint = crate::render::fingerprint(&contents);
            draft.put(format!("{FOLDER}/{name}"), fingerprint, || contents)?;
        }
    }
    Ok(lacks_voikko)
}

/// The files of the indexes of all languages, by their names in the folder.
pub fn files(pages: Vec<Arc<Indexed>>, voikko: Voikko) -> Vec<(String, Vec<u8>)> {
    indexes(pages, voikko).flat_map(|index| index.files).collect()
}

fn indexes(pages: Vec<Arc<Indexed>>, voikko: Voikko) -> impl Iterator<Item = put_together::Index> {
    let mut languages: BTreeMap<Language, Vec<Arc<Indexed>>> = BTreeMap::new();
    for page in pages {
        languages.entry(page.language()).or_default().push(page);
    }
    languages.into_iter().map(move |(language, pages)| put_together::index(language, pages, voikko))
}
