//! The terms of an index once more, of which the site before has most: those of words that an edit has
//! brought, taken away or given another meaning are made anew, the others are read from its files.

use std::{collections::BTreeMap, sync::Arc};

use foldhash::{HashMap, HashMapExt as _, HashSet};
use page::Language;
use rayon::prelude::*;
use search::index::{
    FOLDER, KeySort, Standing,
    bytes::Reader,
    folder_of,
    named::{self, Hash},
    root::Root,
    spelling,
    terms::{self, Shards, Size, Term},
};

use super::{
    Indexed,
    keys::{Voikko, keys},
    memory::Memory,
    terms::{Made, Standings, Terms, term},
};
use crate::write::Staging;

/// The index of a language that the site before has.
pub(super) struct Before<'b> {
    /// The pages of which it was made.
    pub(super) pages: &'b [Arc<Indexed>],
    /// The tag of the language.
    pub(super) tag: &'b str,
    pub(super) draft: &'b Staging,
}

/// What differs on the pages of an index, which have the addresses that they had before.
pub(super) struct Edit<'b> {
    before: &'b Before<'b>,
    pages: &'b [Arc<Indexed>],
    /// The words that stand otherwise than before on any page.
    words: HashSet<&'b str>,
}

/// The words of each key, by their numbers, and how it is a key of them.
type OfKeys<'k> = HashMap<&'k str, Vec<(usize, KeySort)>>;

/// Terms that are made anew, by their keys; none in the place of one that is gone.
type Changed = BTreeMap<String, Option<Term>>;

impl<'b> Before<'b> {
    /// What differs on these pages; none where pages were added, taken away or moved: then every term names
    /// other pages.
    pub(super) fn edit(&'b self, pages: &'b [Arc<Indexed>]) -> Option<Edit<'b>> {
        let both = || self.pages.iter().zip(pages);
        let same_addresses =
            self.pages.len() == pages.len() && both().all(|(before, page)| before.path == page.path);
        if !same_addresses {
            return None;
        }
        let mut words = HashSet::default();
        for (before, page) in both().filter(|(before, page)| before.words != page.words) {
            let [was, is]: [HashSet<(&str, Standing)>; 2] =
                [before, page].map(|page| page.words.iter().collect());
            words.extend(was.symmetric_difference(&is).map(|(word, _)| *word));
        }
        Some(Edit { before: self, pages, words })
    }
}

impl Edit<'_> {
    /// The terms, where the memory knows all words, and each still stands on a page.
    pub(super) fn of_known_words(&self, memory: &Memory) -> Option<Terms> {
        if !self.words.iter().all(|word| memory.knows(word)) {
            return None;
        }
        let keys = keys_of(&self.words, &[memory]);
        let (words, of_keys) = words_of_keys(&keys, &self.words, memory);
        let standings = standings_of(&words, self.pages);
        // A word of the site before that no page has any more.
        if standings.iter().any(Vec::is_empty) {
            return None;
        }
        self.with(self.made(&keys, &of_keys, &words, &standings, memory))
    }

    /// All words of the pages in their order. The memory knows the words of the site before; without those
    /// that stand nowhere any more, and with the new ones, they are those of the pages.
    fn words<'w>(&'w self, memory: &'w Memory) -> Vec<&'w str> {
        let edited: Vec<&str> = self.words.iter().copied().collect();
        let standings = standings_of(&edited, self.pages);
        let (mut new, mut gone) = (Vec::new(), HashSet::default());
        for (word, standings) in edited.into_iter().zip(standings) {
            if standings.is_empty() {
                gone.insert(word);
            } else if !memory.knows(word) {
                new.push(word);
            }
        }
        let mut words: Vec<&str> = memory.words().filter(|word| !gone.contains(word)).chain(new).collect();
        words.par_sort_unstable();
        words
    }

    /// The terms, where words are new to the site or gone from it: others may mean something else than in the
    /// memory before. The memory learns the new ones and forgets the others.
    pub(super) fn of_new_words(
        &self,
        language: Language,
        voikko: Voikko,
        memory: &mut Memory,
    ) -> Option<Terms> {
        let learnt = keys(language, &self.words(memory), voikko, memory)?;
        let memory_before = &std::mem::replace(memory, learnt);
        let (new, gone) = rayon::join(|| memory.differing(memory_before), || memory_before.differing(memory));
        let changed: HashSet<&str> = self.words.iter().copied().chain(new).chain(gone).collect();
        let mut keys = keys_of(&changed, &[memory_before, memory]);
        // Of a key it is said whether it is a word of the site.
        keys.extend(changed.into_iter().map(str::to_owned));
        let (words, of_keys) = words_of_keys(&keys, &HashSet::default(), memory);
        let standings = standings_of(&words, self.pages);
        self.with(self.made(&keys, &of_keys, &words, &standings, memory))
    }

    /// The terms of keys.
    fn made(
        &self,
        keys: &HashSet<String>,
        of_keys: &OfKeys<'_>,
        words: &[&str],
        standings: &[Standings],
        memory: &Memory,
    ) -> Changed {
        let count = self.pages.len() as u32;
        let made = keys.par_iter().map(|key| {
            let term = of_keys
                .get(&**key)
                .map(|of_key| term(key.clone(), memory.knows(key), of_key, words, standings, count));
            (key.clone(), term)
        });
        made.collect()
    }

    /// All terms of the site before, with those that were made anew in their places; none where a file of it
    /// isn't what it was.
    fn with(&self, made: Changed) -> Option<Terms> {
        let old = Files { tag: self.before.tag, draft: self.before.draft };
        let root = Root::read(&old.draft.contents_before(&format!("{FOLDER}/{}", old.tag))?)?;
        let spelling = old.file("spelling", root.spelling)?;
        let backwards = Shards::read(Reader(&spelling))?;
        let made_backwards = made
            .iter()
            .map(|(key, term)| (spelling::backwards(key), term.as_ref().and_then(spelling::backwards_of)));
        let backwards = old.with("backwards", Size::LARGE, &backwards, made_backwards.collect())?;
        Some(Terms { backwards, terms: old.with("terms", Size::of(self.pages.len()), &root.shards, made)? })
    }
}

/// The keys that any of some words has in any of some memories.
fn keys_of(words: &HashSet<&str>, memories: &[&Memory]) -> HashSet<String> {
    let keys = words.iter().flat_map(|word| memories.iter().flat_map(|memory| memory.keys(word)));
    keys.map(|key| key.text).collect()
}

/// The words that have any of these keys and those that are wanted besides, and for each key its words by
/// their numbers.
fn words_of_keys<'m>(
    keys: &'m HashSet<String>,
    wanted: &HashSet<&str>,
    memory: &'m Memory,
) -> (Vec<&'m str>, OfKeys<'m>) {
    let all: Vec<&str> = memory.words().collect();
    let found: Vec<(&str, Vec<(&str, KeySort)>)> = all
        .into_par_iter()
        .filter_map(|word| {
            let mut of_word = Vec::new();
            memory.each_key(word, &mut |key, sort| {
                of_word.extend(keys.get(key).map(|key| (key.as_str(), sort)));
            });
            (!of_word.is_empty() || wanted.contains(word)).then_some((word, of_word))
        })
        .collect();
    let mut words: Vec<&str> = Vec::with_capacity(found.len());
    let mut of_keys: OfKeys<'_> = HashMap::new();
    for (word, of_word) in found {
        for (key, sort) in of_word {
            of_keys.entry(key).or_default().push((words.len(), sort));
        }
        words.push(word);
    }
    (words, of_keys)
}

/// On which pages each of some words stands, and how.
fn standings_of(words: &[&str], pages: &[Arc<Indexed>]) -> Vec<Standings> {
    let numbers: HashMap<&str, usize> =
        words.iter().enumerate().map(|(number, word)| (*word, number)).collect();
    let found: Vec<Vec<(usize, Standing)>> = pages
        .par_iter()
        .map(|page| {
            let of_page = page.words.iter();
            of_page.filter_map(|(word, standing)| Some((*numbers.get(word)?, standing))).collect()
        })
        .collect();
    let mut standings: Vec<Standings> = vec![Vec::new(); words.len()];
    for (page, found) in (0_u32..).zip(found) {
        found.into_iter().for_each(|(word, standing)| standings[word].push((page, standing)));
    }
    standings
}

/// The files of the index of the site before.
struct Files<'d> {
    tag: &'d str,
    draft: &'d Staging,
}

impl Files<'_> {
    /// A file that is what its name says.
    fn file(&self, what: &str, hash: Hash) -> Option<Vec<u8>> {
        let path = format!("{FOLDER}/{}/{}", folder_of(self.tag), named::name(what, hash));
        let contents = self.draft.contents_before(&path)?;
        (named::hash(&contents) == hash).then_some(contents)
    }

    /// The shards with terms that were made anew in their places. Only shards with such terms are read, and
    /// those behind them up to one that ends where it ended before.
    fn with(&self, what: &str, size: Size, shards: &Shards, made: Changed) -> Option<Vec<Made>> {
        let count = shards.firsts.len();
        let mut made = made.into_iter().peekable();
        let mut with = Vec::with_capacity(count);
        let mut open: Vec<Term> = Vec::new();
        for (number, (first, hash)) in shards.firsts.iter().zip(&shards.hashes).enumerate() {
            let next = shards.firsts.get(number + 1);
            let is_within = |(key, _): &(String, Option<Term>)| next.is_none_or(|next| key < next);
            if open.is_empty() && !made.peek().is_some_and(is_within) {
                with.push(Made::Before(first.clone(), *hash));
                continue;
            }
            let mut old = self.terms(what, *hash)?.into_iter().peekable();
            while let Some((key, term)) = made.next_if(is_within) {
                while let Some(before) = old.next_if(|old| old.key < key) {
                    open.push(before);
                }
                old.next_if(|old| old.key == key);
                open.extend(term);
            }
            open.extend(old);
            let (new, is_whole) = terms::cut(open.clone(), size);
            if is_whole || number + 1 == count {
                with.extend(new.into_iter().map(Made::New));
                open.clear();
            }
        }
        made.next().is_none().then_some(with)
    }

    /// The terms of a shard; what else is known of a term isn't, for these aren't made anew.
    fn terms(&self, what: &str, hash: Hash) -> Option<Vec<Term>> {
        let shard = self.file(what, hash)?;
        let mut read = Vec::new();
        terms::read(&shard, &mut |key, postings| {
            read.push(Term { key: key.to_owned(), word: None, postings: postings.to_vec() });
        })?;
        Some(read)
    }
}
