//! The files of a language's index, made of the words of all its pages.

use std::{
    cmp::Reverse,
    collections::{HashMap, HashSet},
    sync::Arc,
};

use application::page::Language;
use rayon::prelude::*;
use search::index::{
    Key, KeySort, Standing,
    pages::{IndexedPage, write_addresses, write_traits},
    postings::{self, Known},
    root::Root,
    spelling,
    terms::{self, Term},
};

use super::{Indexed, Voikko, keys::keys};

/// A word, the pages on which it stands, and how.
type Standings = Vec<(u32, Standing)>;

/// The index of a language.
pub(super) struct Index {
    /// Its files, by their names in the folder of all indexes.
    pub(super) files: Vec<(String, Vec<u8>)>,
    /// Voikko was asked and isn't installed.
    pub(super) lacks_voikko: bool,
}

/// The index of a language's pages.
pub(super) fn index(language: Language, mut pages: Vec<Arc<Indexed>>, voikko: Voikko) -> Index {
    pages.sort_unstable_by(|one, other| one.path.cmp(&other.path));
    let count = pages.len() as u32;
    let (words, standings) = words_of(&pages);
    let (keys, lacks_voikko) = keys(language, &words, voikko);
    let terms = terms_of(keys, &words, &standings, count);
    let (spelling, backwards) = spelling::write(&terms);
    let shards = terms::shards(terms);

    let (mut kinds, mut sections) = (Numbered::default(), Numbered::default());
    let indexed: Vec<IndexedPage> = pages
        .iter()
        .map(|page| IndexedPage {
            path: page.path.clone(),
            kind: kinds.number(&page.kind),
            section: sections.number(&page.section),
            day: page.day,
        })
        .collect();
    let mut files = vec![("pages".to_owned(), write_traits(&indexed))];
    let addresses = write_addresses(&indexed).into_iter().enumerate();
    files.extend(addresses.map(|(number, chunk)| (format!("addresses-{number}"), chunk)));
    let mut first_keys = Vec::new();
    for (number, (first, shard)) in shards.into_iter().enumerate() {
        first_keys.push(first);
        files.push((format!("terms-{number}"), shard));
    }
    files.push(("spelling".to_owned(), spelling));
    files.extend(
        backwards.into_iter().enumerate().map(|(number, shard)| (format!("spelling-{number}"), shard)),
    );
    let (kinds, sections) = (kinds.names, sections.names);
    // A number of all that the files say: an index that says the same has the same.
    let all =
        files.iter().map(|(name, contents)| format!("{name} {:016x}", crate::render::fingerprint(contents)));
    let all = format!("{kinds:?} {sections:?} {:?}", all.collect::<Vec<_>>());
    let tag = language.tag();
    let folder = format!("{tag}-{:016x}", crate::render::fingerprint(all.as_bytes()));
    let root = Root { folder: folder.clone(), pages: count, shards: first_keys, kinds, sections };
    let root = (tag.to_owned(), root.write());
    let files = files.into_iter().map(|(name, contents)| (format!("{folder}/{name}"), contents));
    Index { files: files.chain([root]).collect(), lacks_voikko }
}

/// Every word, and for each the pages on which it stands.
fn words_of(pages: &[Arc<Indexed>]) -> (Vec<&str>, Vec<Standings>) {
    let mut numbers: HashMap<&str, usize, xxhash_rust::xxh3::Xxh3DefaultBuilder> = HashMap::default();
    let (mut words, mut standings): (Vec<&str>, Vec<Standings>) = Default::default();
    for (page, indexed) in (0_u32..).zip(pages) {
        for (word, standing) in indexed.words() {
            let number = *numbers.entry(word).or_insert_with(|| {
                words.push(word);
                standings.push(Vec::new());
                words.len() - 1
            });
            standings[number].push((page, standing));
        }
    }
    (words, standings)
}

/// The keys in their order, each with the pages of all words that it stands for.
fn terms_of(keys: Vec<Vec<Key>>, words: &[&str], standings: &[Standings], pages: u32) -> Vec<Term> {
    let mut words_of_key: HashMap<String, Vec<(usize, KeySort)>> = HashMap::new();
    for (word, keys) in keys.into_iter().enumerate() {
        for key in keys {
            words_of_key.entry(key.text).or_default().push((word, key.sort));
        }
    }
    let mut keys: Vec<(String, Vec<(usize, KeySort)>)> = words_of_key.into_iter().collect();
    keys.par_sort_unstable();
    let all: HashSet<&str> = words.iter().copied().collect();
    let terms = keys.into_par_iter().map(|(key, of_key)| {
        let mut found: Standings = of_key
            .iter()
            .flat_map(|(word, sort)| {
                standings[*word].iter().map(|(page, standing)| {
                    (*page, if *sort == KeySort::Part { standing.of_part() } else { *standing })
                })
            })
            .collect();
        found.sort_unstable();
        // The best standing comes first.
        found.dedup_by_key(|(page, _)| *page);
        let mut lists: [Vec<u32>; 6] = Default::default();
        found.into_iter().for_each(|(page, standing)| lists[standing as usize].push(page));
        let is_base = of_key.iter().any(|(_, sort)| *sort == KeySort::Base);
        let is_word = all.contains(key.as_str());
        let word = if is_word { Some(key.clone()) } else { shown(&of_key, words, standings) };
        Term { postings: postings::write(&lists, pages, Known { is_base, is_word }), key, word }
    });
    terms.collect()
}

/// The word of the site that is shown for a key that is none: the form of it that most pages have; none for what is only a part of
/// words.
fn shown(of_key: &[(usize, KeySort)], words: &[&str], standings: &[Standings]) -> Option<String> {
    let whole = of_key.iter().filter(|(_, sort)| *sort != KeySort::Part).map(|(word, _)| *word);
    let best = whole.min_by_key(|word| (Reverse(standings[*word].len()), words[*word].len(), words[*word]));
    best.map(|word| words[word].to_owned())
}

/// Names that get numbers in the order in which they are met.
#[derive(Default)]
struct Numbered {
    names: Vec<String>,
}

impl Numbered {
    fn number(&mut self, name: &str) -> u32 {
        let known = self.names.iter().position(|known| known == name);
        known.unwrap_or_else(|| {
            self.names.push(name.to_owned());
            self.names.len() - 1
        }) as u32
    }
}
