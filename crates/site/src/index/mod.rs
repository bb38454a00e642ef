//! The index stage: what the search of each language finds.
//!
//! [`gather`] takes the words from a page once it is compiled; they are remembered with it, so that a page
//! that stays as it was isn't read again. [`keys`] says under which base forms a word is found: all words of
//! the site explain each other ([`vocabulary`]), with what Voikko knows of them where it is installed
//! ([`voikko`]). [`put_together`] makes the files of all that, in the form of `search::index`. What was found
//! out about the words stays in a [`memory`] for the next publication, which makes [again] only what differs.
//! For those who work on the site the files are made when they search ([`on_demand`]).

mod again;
pub mod gather;
pub mod keys;
mod memory;
pub mod on_demand;
mod put_together;
mod terms;
pub mod vocabulary;
pub mod voikko;

use std::{
    collections::{BTreeMap, HashSet},
    sync::Arc,
};

use page::Language;
use rayon::prelude::*;
use search::index::{FOLDER, folder_of, list_of};

pub use crate::indexed::Indexed;
use crate::write::Staging;
use again::Before;
use content::fingerprint::fingerprint;
pub use keys::Voikko;
use memory::Memory;

/// Puts the index of each language into the draft of the new site: as a publication from nothing would make
/// it, however much of it the site before had. Gives whether Voikko would have said more: it isn't installed,
/// and there are Finnish pages.
///
/// # Errors
/// A file that can't be written.
pub fn write_index(pages: Vec<Arc<Indexed>>, draft: &Staging) -> anyhow::Result<bool> {
    let mut lacks_voikko = false;
    let before = by_language(pages_before(draft));
    leave_others(&pages, draft)?;
    let voikko = voikko::installed();
    for (language, pages) in by_language(pages) {
        let tag = language.tag();
        let (name, tie) = (format!("search-{tag}"), format!("search-{tag}.root"));
        let edition = fingerprint(format!("{} {voikko:?}", draft.edition()).as_bytes());
        let memory = draft.recall(&name).and_then(|bytes| Memory::read(bytes, edition));
        let mut memory = memory.unwrap_or_default();
        // An index that was made with another memory, or by another Voikko, isn't what would be made now.
        let root = draft.contents_before(&format!("{FOLDER}/{tag}")).unwrap_or_default();
        let tied = draft.recall(&tie);
        let before = before.get(&language);
        let before = before.filter(|before| tied.is_some_and(|tie| tie == memory.tie(&root, before)));
        let is_as_before = before.is_some_and(|before| *before == pages);
        if !is_as_before || !draft.keep_files(|path| is_of(tag, path))? {
            let before = before.map(|pages| Before { pages, tag, draft });
            let before = before.as_ref();
            let files = put_together::index(language, &pages, Voikko::WhereInstalled, &mut memory, before);
            if let Some(memory) = memory.written(edition) {
                draft.leave(&name, memory)?;
            }
            let root = files.iter().find(|(name, _)| name == tag).and_then(|(_, root)| root.as_deref());
            draft.leave(&tie, &memory.tie(root.unwrap_or_default(), &pages))?;
            let (new, kept): (Vec<_>, Vec<_>) = files
                .into_iter()
                .map(|(name, contents)| (format!("{FOLDER}/{name}"), contents))
                .partition(|(_, contents)| contents.is_some());
            new.into_par_iter().try_for_each(|(path, contents)| {
                let contents = contents.unwrap_or_default();
                draft.put(path, fingerprint(&contents), || contents)
            })?;
            let kept: HashSet<String> = kept.into_iter().map(|(path, _)| path).collect();
            draft.keep_files(|path| kept.contains(path))?;
        }
        lacks_voikko |= memory.lacks_voikko();
    }
    Ok(lacks_voikko)
}

/// The indexed pages of the site before; [`Memory::tie`] tells whether the index was made of exactly these.
fn pages_before(draft: &Staging) -> impl Iterator<Item = Arc<Indexed>> {
    let others =
        draft.recall(OTHERS).and_then(|text| serde_json::from_slice::<Vec<(Indexed, String)>>(&text).ok());
    let others =
        others.into_iter().flatten().map(|(page, words)| Arc::new(Indexed { words: words.into(), ..page }));
    draft.pages_before().filter_map(|page| page.indexed.clone()).chain(others)
}

/// The file with the indexed pages that the manifest doesn't hold. The manifest leaves out each page with a
/// warning, so that the page is checked again and its warning is repeated.
const OTHERS: &str = "search-others";

fn leave_others(pages: &[Arc<Indexed>], draft: &Staging) -> anyhow::Result<()> {
    let mut others: Vec<&Arc<Indexed>> = pages.iter().filter(|page| !draft.remembers(&page.path)).collect();
    others.sort_unstable_by(|one, other| one.path.cmp(&other.path));
    let others: Vec<(&Indexed, &str)> =
        others.into_iter().map(|page| (&**page, page.words.as_str())).collect();
    let text = serde_json::to_vec(&others)?;
    if draft.recall(OTHERS).is_none_or(|before| before != text) {
        draft.leave(OTHERS, &text)?;
    }
    Ok(())
}

/// Whether a file of the site is one of the index of a language.
fn is_of(tag: &str, path: &str) -> bool {
    let name = path.strip_prefix(FOLDER).and_then(|rest| rest.strip_prefix('/'));
    name.is_some_and(|name| {
        name == tag
            || name == list_of(tag)
            || name.split_once('/').is_some_and(|(folder, _)| folder == folder_of(tag))
    })
}

/// The files of the indexes of all languages, by their names in the folder. `memories` know what was made
/// before.
pub fn files(pages: Vec<Arc<Indexed>>, voikko: Voikko, memories: &mut Memories) -> Vec<(String, Vec<u8>)> {
    let files = by_language(pages).into_iter().flat_map(|(language, pages)| {
        let memory = memories.0.entry(language).or_default();
        put_together::index(language, &pages, voikko, memory, None)
    });
    files.filter_map(|(name, contents)| Some((name, contents?))).collect()
}

/// What is known of the words of each language.
#[derive(Debug, Default)]
pub struct Memories(BTreeMap<Language, Memory>);

/// The pages of each language, in the order of their addresses.
fn by_language(pages: impl IntoIterator<Item = Arc<Indexed>>) -> BTreeMap<Language, Vec<Arc<Indexed>>> {
    let mut languages: BTreeMap<Language, Vec<Arc<Indexed>>> = BTreeMap::new();
    for page in pages {
        languages.entry(page.language()).or_default().push(page);
    }
    languages.values_mut().for_each(|pages| pages.sort_unstable_by(|one, other| one.path.cmp(&other.path)));
    languages
}
