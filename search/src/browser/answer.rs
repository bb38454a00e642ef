//! Answers: the results of a query, with texts of their pages.

use js_sys::{Date, Promise};
use web_sys::{Document, RequestCache};

use super::{
    document,
    fetch::{self, NotLoaded},
    page,
};
use crate::{
    excerpt::{Piece, excerpt},
    index::{FOLDER, folder_of, pages::Listed, root::Root},
    language::Language,
    marks::Marks,
    query::{File, Query, Search, ranking::Hits},
};

/// The lifetime of the cached index and of cached pages, in milliseconds: the same as that of the
/// application's pages, and too short to hide an editor's change from a tab that stays open all day.
const KEPT_FOR: f64 = 300_000.0;

/// The number of results in the first part of the list, and in each further part.
pub(super) const RESULTS: usize = 10;

/// The name of an option, the number of its results, and its number in the index.
pub(super) type Choice = (String, usize, u32);

/// A filter with its options.
#[derive(Default)]
pub(super) struct Choices {
    /// The number of results that the other filter leaves.
    pub(super) all: usize,
    /// The options, those with most results first; some pages are in no section.
    pub(super) named: Vec<Choice>,
}

/// The visitor's filters; without a filter all results are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Chosen {
    /// The number of a kind.
    pub(super) kind: Option<u32>,
    /// The number of a section.
    pub(super) section: Option<u32>,
}

/// A result.
pub(super) struct FoundPage {
    /// The page's line in the index, with its address on this host.
    pub(super) listed: Listed,
    /// The name of its kind in the page model.
    pub(super) kind: String,
    /// Its excerpt; none until its `page.json` is loaded.
    pub(super) excerpt: Option<Vec<Piece>>,
}

/// An answer.
pub(super) struct Answer {
    /// The number of results that pass the filters.
    pub(super) count: usize,
    /// Whether each result contains all words of the query.
    pub(super) whole: bool,
    /// The best results.
    pub(super) pages: Vec<FoundPage>,
    /// The suggested query.
    pub(super) suggestion: Option<String>,
    /// The filter by kind; none where all results are of one kind.
    pub(super) kinds: Option<Choices>,
    /// The filter by section.
    pub(super) sections: Option<Choices>,
    /// Whether results for compounds with a word of the query as a part may be missing.
    pub(super) is_partial: bool,
    /// The filters in force. A filter without results is dropped: an empty list would look like a fault.
    pub(super) chosen: Chosen,
    language: Language,
    query: Query,
    meant: Vec<Vec<String>>,
}

impl Answer {
    /// The words to mark in the texts of the results.
    pub(super) fn marks(&self) -> Marks<'_> {
        Marks::new(&self.query, &self.meant, self.language)
    }
}

/// The loaded part of the index of the page's language.
pub(super) struct Answers {
    tag: String,
    /// The folder of the site on its host. The index has addresses from the site's root.
    base: String,
    language: Option<Language>,
    search: Option<Search>,
    /// The texts of results, by address.
    texts: Vec<(String, Vec<String>)>,
    /// When the first file was loaded, by the visitor's clock.
    since: f64,
    /// How files are asked for. After a failure the browser's cache is passed over: a proxy may have put
    /// something else in the place of a file, which the browser would keep for a year.
    cache: RequestCache,
}

impl Answers {
    /// An empty cache.
    pub(super) fn new(document: &Document) -> Answers {
        let tag = tag(document);
        let base = root_attribute(document, "data-base");
        let language = Language::from_tag(&tag);
        Answers {
            language,
            tag,
            base,
            search: None,
            texts: Vec::new(),
            since: Date::now(),
            cache: RequestCache::Default,
        }
    }

    /// Whether the cache is for the language of the current page and hasn't expired.
    pub(super) fn are_of(&self, document: &Document) -> bool {
        self.tag == tag(document) && (Date::now() - self.since).abs() < KEPT_FOR
    }

    /// Caches the texts of a page.
    pub(super) fn keep(&mut self, address: &str, texts: Vec<String>) {
        self.texts.push((address.to_owned(), texts));
    }

    /// Answers a query. `rests` says whether the visitor pauses typing, `wanted` whether the query is still
    /// the newest one; the answer to an older query is none.
    pub(super) async fn answer(
        &mut self,
        text: &str,
        chosen: &Chosen,
        more: u32,
        rests: bool,
        wanted: impl Fn() -> bool,
    ) -> Result<Option<Answer>, NotLoaded> {
        let was_at_hand = self.search.is_some();
        let answer = self.answer_with_what_is_at_hand(text, chosen, more, rests, &wanted).await;
        if answer.is_ok() {
            return answer;
        }
        // Another publication may have put another index in the place of the one whose root is at hand.
        self.search = None;
        self.texts.clear();
        self.cache = RequestCache::Reload;
        if was_at_hand && wanted() {
            return self.answer_with_what_is_at_hand(text, chosen, more, rests, &wanted).await;
        }
        answer
    }

    async fn answer_with_what_is_at_hand(
        &mut self,
        text: &str,
        chosen: &Chosen,
        more: u32,
        rests: bool,
        wanted: &impl Fn() -> bool,
    ) -> Result<Option<Answer>, NotLoaded> {
        let language = self.language.ok_or(NotLoaded)?;
        let query = Query::new(text, language);
        if self.search.is_none() {
            self.search = Some(Search::new(root(&(folder(&self.base) + &self.tag)).await?));
        }
        let search = self.search.as_mut().ok_or(NotLoaded)?;
        if !wanted() {
            return Ok(None);
        }
        let (mut found, mut is_partial) = (Hits::default(), false);
        // Each file may show that further files are needed.
        loop {
            let mut needed = search.needs(&query);
            let is_found = needed.is_empty();
            if is_found {
                found = search.find(&query);
                let compounds = search.needs_for_compounds(&query);
                // During typing each letter would request other files.
                is_partial = !compounds.is_empty() && !rests && !found.hits.is_empty();
                needed = if is_partial || compounds.is_empty() {
                    search.needs_for_suggestions(&query, &found.unknown)
                } else {
                    compounds
                };
                if needed.is_empty() {
                    break;
                }
            }
            let brought = bring(&self.base, &self.tag, search, needed, self.cache).await;
            if !wanted() {
                return Ok(None);
            }
            match brought {
                // The results are complete without the files that failed; only a suggestion is missing.
                Err(_) if is_found && !found.hits.is_empty() => break,
                brought => brought?,
            }
        }
        let suggestion = search.suggested(&query, &found.unknown);
        let whole = found.words == query.words.len();
        let (kinds, sections) = choices(search, &found.hits);
        let among = |number: &u32, choices: &[Choice]| choices.iter().any(|(_, _, known)| known == number);
        let chosen = Chosen {
            kind: chosen.kind.filter(|kind| among(kind, &kinds)),
            section: chosen.section.filter(|section| among(section, &sections)),
        };
        let of = |chosen: Chosen| {
            let is_of = |page: &u32| {
                search.traits(*page).is_none_or(|traits| {
                    chosen.kind.is_none_or(|kind| kind == traits.kind)
                        && chosen.section.is_none_or(|section| section == traits.section)
                })
            };
            found.hits.iter().copied().filter(is_of).collect::<Vec<u32>>()
        };
        // An option that all results share is no choice. Each filter counts the results that the other one
        // leaves.
        let divide = |named: &[Choice]| named.iter().any(|(_, count, _)| *count < found.hits.len());
        let kinds = divide(&kinds).then(|| {
            let left = of(Chosen { kind: None, ..chosen });
            Choices { all: left.len(), named: choices(search, &left).0 }
        });
        let sections = divide(&sections).then(|| {
            let left = of(Chosen { section: None, ..chosen });
            Choices { all: left.len(), named: choices(search, &left).1 }
        });
        let chosen_ones = of(chosen);
        let count = chosen_ones.len();
        let shown: Vec<u32> = chosen_ones.into_iter().take(RESULTS * (more as usize + 1)).collect();
        bring(&self.base, &self.tag, search, search.needs_for_listed(&shown), self.cache).await?;
        if !wanted() {
            return Ok(None);
        }
        let marks = Marks::new(&query, &found.meant, language);
        let page = |page: &u32| {
            let mut listed = search.listed(*page)?;
            listed.path = self.base.clone() + &listed.path;
            let kind = search.traits(*page).and_then(|traits| search.root.kinds.get(traits.kind as usize));
            let texts = self.texts.iter().find(|(address, _)| *address == listed.path);
            let excerpt = texts.map(|(_, texts)| excerpt(texts, |word| marks.which(word)));
            Some(FoundPage { listed, kind: kind.cloned().unwrap_or_default(), excerpt })
        };
        let pages: Vec<FoundPage> = shown.iter().filter_map(page).collect();
        if pages.is_empty() && !shown.is_empty() {
            return Err(NotLoaded);
        }
        let meant = found.meant;
        Ok(Some(Answer {
            count,
            whole,
            pages,
            suggestion,
            kinds,
            sections,
            is_partial,
            chosen,
            language,
            query,
            meant,
        }))
    }
}

/// The texts of a result; none where its `page.json` can't be loaded: the result is shown without an excerpt.
pub(super) async fn texts_of(asked: Promise) -> Option<Vec<String>> {
    Some(page::texts(&fetch::json(asked).await.ok()?))
}

/// The root of an index. It has the same name in each publication: the browser asks the server whether its
/// copy is still current. A request made ahead may have failed long ago; the root is then requested once
/// more.
async fn root(address: &str) -> Result<Root, NotLoaded> {
    if let Some(ahead) = fetch::asked_ahead(address)
        && let Ok(bytes) = fetch::bytes(ahead).await
        && let Some(root) = Root::read(&bytes)
    {
        return Ok(root);
    }
    let bytes = fetch::bytes(fetch::ask(address, RequestCache::NoCache)).await?;
    Root::read(&bytes).ok_or_else(|| {
        // Another version of Seutu has published the site: a new document brings the search of that one.
        document::let_the_document_be_outdated();
        NotLoaded
    })
}

/// Loads files in parallel; one that isn't what its name says didn't come.
async fn bring(
    base: &str,
    tag: &str,
    search: &mut Search,
    files: Vec<File>,
    cache: RequestCache,
) -> Result<(), NotLoaded> {
    let folder = folder(base) + &folder_of(tag) + "/";
    let ask = |file| {
        // A root without this file is broken: the request then fails with 404.
        let name = search.name(file).unwrap_or_default();
        (file, fetch::ask(&(folder.clone() + &name), cache))
    };
    let asked: Vec<_> = files.into_iter().map(ask).collect();
    for (file, asked) in asked {
        let bytes = fetch::bytes(asked).await?;
        if !search.is_whole(file, &bytes) {
            return Err(NotLoaded);
        }
        search.give(file, bytes);
    }
    Ok(())
}

/// The language of the current page.
fn tag(document: &Document) -> String {
    root_attribute(document, "lang")
}

fn root_attribute(document: &Document, name: &str) -> String {
    document.document_element().and_then(|root| root.get_attribute(name)).unwrap_or_default()
}

/// The folder of the index.
fn folder(base: &str) -> String {
    base.to_owned() + "/" + FOLDER + "/"
}

/// The kinds and sections of the results, those with most results first.
fn choices(search: &Search, hits: &[u32]) -> (Vec<Choice>, Vec<Choice>) {
    let mut counts = [vec![0; search.root.kinds.len()], vec![0; search.root.sections.len()]];
    for traits in hits.iter().filter_map(|page| search.traits(*page)) {
        for (counts, number) in counts.iter_mut().zip([traits.kind, traits.section]) {
            if let Some(count) = counts.get_mut(number as usize) {
                *count += 1;
            }
        }
    }
    let [kinds, sections] = counts;
    (named(&kinds, &search.root.kinds), named(&sections, &search.root.sections))
}

fn named(counts: &[usize], names: &[String]) -> Vec<Choice> {
    let mut named: Vec<Choice> = Vec::new();
    for ((count, name), number) in counts.iter().zip(names).zip(0..) {
        if *count > 0 && !name.is_empty() {
            let place = named.iter().take_while(|(_, other, _)| other >= count).count();
            named.insert(place, (name.clone(), *count, number));
        }
    }
    named
}
