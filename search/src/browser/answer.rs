//! Answers: what is found, with what its pages say.

use js_sys::Date;
use wasm_bindgen::JsValue;
use web_sys::Document;

use super::{
    fetch::{self, NotLoaded},
    page::FoundPage,
    results,
};
use crate::{
    index::{FOLDER, root::Root},
    language::Language,
    marks::Marks,
    query::{File, Query, Search},
};

/// How long the index and the pages that were found are kept, in milliseconds: as long as the application keeps pages, too short
/// to hide an editor's change from a tab that stays open all day.
const KEPT_FOR: f64 = 300_000.0;

/// How many results are shown at first, and with each "more".
pub(super) const RESULTS: usize = 10;

/// For how many words that no page has another one is looked for.
const SUGGESTED: usize = 2;

/// A name, how many results bear it, and its number.
pub(super) type Choice = (String, usize, u32);

/// What can be chosen among.
#[derive(Default)]
pub(super) struct Choices {
    /// How many pages there are to choose from: those of the other choice.
    pub(super) all: usize,
    /// What they are divided into, what most of them are first; some pages are in no section.
    pub(super) named: Vec<Choice>,
}

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
    /// How many pages were found that are of what was chosen.
    pub(super) count: usize,
    /// Whether all words stand on them.
    pub(super) whole: bool,
    /// The best of them, with what they say.
    pub(super) pages: Vec<FoundPage>,
    /// What was meant, perhaps.
    pub(super) suggestion: Option<String>,
    /// The kinds of what was found; none where all of it is of one.
    pub(super) kinds: Option<Choices>,
    /// Its sections.
    pub(super) sections: Option<Choices>,
    /// Compounds with a word of the question as a part may be missing.
    pub(super) is_partial: bool,
    /// What holds of the visitor's choice: of a kind that nothing found is of, nobody would know why there is nothing.
    pub(super) chosen: Chosen,
}

/// The index of the page's language, as far as it is at hand.
pub(super) struct Answers {
    tag: String,
    /// The folder of the host under which the site stands; the index knows addresses from the site's root.
    base: String,
    language: Option<Language>,
    search: Option<Search>,
    pages: Vec<(String, JsValue)>,
    /// When the first of it came, by the visitor's clock.
    since: f64,
}

impl Answers {
    /// Nothing is at hand yet.
    pub(super) fn new(document: &Document) -> Answers {
        let tag = tag(document);
        let base = root_attribute(document, "data-base");
        let language = Language::from_tag(&tag);
        Answers { language, tag, base, search: None, pages: Vec::new(), since: Date::now() }
    }

    /// Whether they are of the language of the page that is shown now, and true still.
    pub(super) fn are_of(&self, document: &Document) -> bool {
        self.tag == tag(document) && (Date::now() - self.since).abs() < KEPT_FOR
    }

    /// Answers a question; `rests` says whether typing rests, and `wanted` whether anybody still waits for it. None where nobody
    /// does.
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
        self.pages.clear();
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
            let root = fetch::bytes(fetch::ask_anew(&(folder(&self.base) + &self.tag))).await?;
            let Some(root) = Root::read(&root) else {
                // Another version of Seutu has published the site: a new document brings the search of that one.
                results::let_the_document_be_outdated();
                return Err(NotLoaded);
            };
            self.search = Some(Search::new(root));
        }
        let search = self.search.as_mut().ok_or(NotLoaded)?;
        if !wanted() {
            return Ok(None);
        }
        bring(&self.base, search, search.needs(&query)).await?;
        if !wanted() {
            return Ok(None);
        }
        let mut found = search.find(&query);
        let is_partial = loop {
            let needed: Vec<File> =
                query.words.iter().flat_map(|asked| search.needs_for_compounds(asked)).collect();
            // While somebody types, each letter would ask for other files.
            let is_enough = !rests && !found.hits.is_empty();
            if needed.is_empty() || is_enough || bring(&self.base, search, needed.clone()).await.is_err() {
                break is_enough && !needed.is_empty();
            }
            if !wanted() {
                return Ok(None);
            }
            found = search.find(&query);
        };
        let mut suggestion = None;
        if !found.unknown.is_empty() {
            let unknown = query.words.iter().filter(|asked| found.unknown.contains(&asked.word));
            for asked in unknown.take(SUGGESTED) {
                loop {
                    let needed = search.needs_for_suggestion(asked);
                    if needed.is_empty() {
                        break;
                    }
                    let brought = bring(&self.base, search, needed).await;
                    if !wanted() {
                        return Ok(None);
                    }
                    // What was found is found, whether or not there is more to say.
                    match brought {
                        Err(failure) if found.hits.is_empty() => return Err(failure),
                        Err(_) => break,
                        Ok(()) => {}
                    }
                }
            }
            suggestion = search.suggested(&query, &found.unknown);
        }
        let whole = found.words == query.words.len();
        let marks = Marks::new(&query, &found.meant, language);
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
        // What is true of all of them is no choice; each one counts what the other leaves.
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
        bring(&self.base, search, search.needs_for_addresses(&shown)).await?;
        if !wanted() {
            return Ok(None);
        }
        let addresses: Vec<String> =
            shown.iter().filter_map(|page| Some(self.base.clone() + &search.address(*page)?)).collect();
        let pages = self.pages_at(&addresses).await;
        if pages.is_empty() && !addresses.is_empty() {
            return Err(NotLoaded);
        }
        let pages = pages.into_iter().map(|(address, page)| FoundPage::new(address, &page, &marks)).collect();
        Ok(Some(Answer { count, whole, pages, suggestion, kinds, sections, is_partial, chosen }))
    }

    /// What the pages at some addresses say; one that doesn't come is left out, for what was found is found.
    async fn pages_at(&mut self, addresses: &[String]) -> Vec<(String, JsValue)> {
        let is_known =
            |pages: &[(String, JsValue)], address: &String| pages.iter().any(|(known, _)| known == address);
        let unknown = addresses.iter().filter(|address| !is_known(&self.pages, address));
        let asked: Vec<_> =
            unknown.map(|address| (address, fetch::ask(&(address.clone() + "page.json")))).collect();
        for (address, asked) in asked {
            if let Ok(page) = fetch::json(asked).await {
                self.pages.push((address.clone(), page));
            }
        }
        let page = |address| self.pages.iter().find(|(known, _)| known == address).cloned();
        addresses.iter().filter_map(page).collect()
    }
}

/// Brings files, all at once.
async fn bring(base: &str, search: &mut Search, files: Vec<File>) -> Result<(), NotLoaded> {
    let folder = folder(base) + &search.root.folder + "/";
    let asked: Vec<_> =
        files.into_iter().map(|file| (file, fetch::ask(&(folder.clone() + &file.name())))).collect();
    for (file, asked) in asked {
        search.give(file, fetch::bytes(asked).await?);
    }
    Ok(())
}

/// The language of the page that is shown.
fn tag(document: &Document) -> String {
    root_attribute(document, "lang")
}

fn root_attribute(document: &Document, name: &str) -> String {
    document.document_element().and_then(|root| root.get_attribute(name)).unwrap_or_default()
}

/// Where the index is.
fn folder(base: &str) -> String {
    base.to_owned() + "/" + FOLDER + "/"
}

/// Of which kinds and sections the hits are, those with most of them first.
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
