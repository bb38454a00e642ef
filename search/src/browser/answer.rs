//! Answers: what is found, with what its pages say.

use std::collections::BTreeMap;

use web_sys::Document;

use super::{
    fetch::{self, NotLoaded},
    page::FoundPage,
};
use crate::{
    index::{FOLDER, root::Root},
    language::Language,
    query::{File, Query, Search},
};

/// How many results are shown at first, and with each "more".
pub(super) const RESULTS: usize = 10;

/// A name, how many results bear it, and its number.
pub(super) type Choice = (String, usize, u32);

/// What the visitor chose to see; all where nothing is chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Chosen {
    /// The number of a kind.
    pub(super) kind: Option<u32>,
    /// The number of a section.
    pub(super) section: Option<u32>,
}

/// An answer.
pub(super) struct Answer {
    /// How many pages were found.
    pub(super) count: usize,
    /// Whether all words stand on them.
    pub(super) whole: bool,
    /// The best of them, with what they say.
    pub(super) pages: Vec<FoundPage>,
    /// What was meant, perhaps.
    pub(super) suggestion: Option<String>,
    /// The kinds of what was found.
    pub(super) kinds: Vec<Choice>,
    /// Its sections.
    pub(super) sections: Vec<Choice>,
}

/// The index of the page's language, as far as it is at hand.
pub(super) struct Answers {
    tag: String,
    language: Option<Language>,
    search: Option<Search>,
    pages: BTreeMap<String, wasm_bindgen::JsValue>,
}

impl Answers {
    /// Nothing is at hand yet.
    pub(super) fn new(document: &Document) -> Answers {
        let tag = document.document_element().and_then(|root| root.get_attribute("lang")).unwrap_or_default();
        Answers { language: Language::from_tag(&tag), tag, search: None, pages: BTreeMap::new() }
    }

    /// Answers a question; `wanted` says whether anybody still waits for it.
    pub(super) async fn answer(
        &mut self,
        text: &str,
        chosen: &Chosen,
        more: u32,
        wanted: impl Fn() -> bool,
    ) -> Result<Answer, NotLoaded> {
        let language = self.language.ok_or(NotLoaded)?;
        let query = Query::new(text, |word| language.keys(word));
        if self.search.is_none() {
            let root = fetch::bytes(fetch::ask(&format!("/{FOLDER}/{}", self.tag))).await?;
            self.search = Some(Search::new(Root::read(&root).ok_or(NotLoaded)?));
        }
        let search = self.search.as_mut().ok_or(NotLoaded)?;
        bring(search, search.needs(&query)).await?;
        let found = search.find(&query);
        let mut suggestion = None;
        if let Some(unknown) = found.unknown.first().filter(|_| wanted()) {
            bring(search, search.needs_for_suggestion(unknown)).await?;
            suggestion = search.suggestion(unknown).map(|meant| text.to_lowercase().replace(unknown, &meant));
        }
        let whole = found.words == query.words.len();
        let (kinds, sections) = choices(search, &found.hits);
        let chosen_ones = found.hits.iter().filter(|hit| {
            search.traits(hit.page).is_none_or(|traits| {
                chosen.kind.is_none_or(|kind| kind == traits.kind)
                    && chosen.section.is_none_or(|section| section == traits.section)
            })
        });
        let chosen_ones: Vec<u32> = chosen_ones.map(|hit| hit.page).collect();
        let count = chosen_ones.len();
        let shown: Vec<u32> = chosen_ones.into_iter().take(RESULTS * (more as usize + 1)).collect();
        bring(search, search.needs_for_addresses(&shown)).await?;
        let addresses: Vec<String> = shown.iter().filter_map(|page| search.address(*page)).collect();
        let pages = self.pages_at(&addresses).await;
        let pages = pages
            .into_iter()
            .map(|(address, page)| FoundPage::new(address, &page, &query, language))
            .collect();
        Ok(Answer { count, whole, pages, suggestion, kinds, sections })
    }

    /// What the pages at some addresses say; one that doesn't come is left out, for what was found is found.
    async fn pages_at(&mut self, addresses: &[String]) -> Vec<(String, wasm_bindgen::JsValue)> {
        let asked: Vec<_> = addresses
            .iter()
            .filter(|address| !self.pages.contains_key(*address))
            .map(|address| (address, fetch::ask(&format!("{address}page.json"))))
            .collect();
        for (address, asked) in asked {
            if let Ok(page) = fetch::json(asked).await {
                self.pages.insert(address.clone(), page);
            }
        }
        let known =
            addresses.iter().filter_map(|address| Some((address.clone(), self.pages.get(address)?.clone())));
        known.collect()
    }
}

/// Brings files, all at once.
async fn bring(search: &mut Search, files: Vec<File>) -> Result<(), NotLoaded> {
    let folder = format!("/{FOLDER}/{}/", search.root.folder);
    let asked: Vec<_> =
        files.into_iter().map(|file| (file, fetch::ask(&(folder.clone() + &file.name())))).collect();
    for (file, asked) in asked {
        search.give(file, fetch::bytes(asked).await?);
    }
    Ok(())
}

/// Of which kinds and sections the hits are, those with most of them first.
fn choices(search: &Search, hits: &[crate::query::ranking::Hit]) -> (Vec<Choice>, Vec<Choice>) {
    let (mut kinds, mut sections) = (BTreeMap::new(), BTreeMap::new());
    for traits in hits.iter().filter_map(|hit| search.traits(hit.page)) {
        *kinds.entry(traits.kind).or_insert(0) += 1;
        *sections.entry(traits.section).or_insert(0) += 1;
    }
    let named = |counts: BTreeMap<u32, usize>, names: &[String]| {
        let mut named: Vec<Choice> = counts
            .into_iter()
            .filter_map(|(number, count)| Some((names.get(number as usize)?.clone(), count, number)))
            .filter(|(name, ..)| !name.is_empty())
            .collect();
        named.sort_by_key(|(_, count, number)| (std::cmp::Reverse(*count), *number));
        named
    };
    (named(kinds, &search.root.kinds), named(sections, &search.root.sections))
}
