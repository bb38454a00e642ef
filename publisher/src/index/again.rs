//! The terms of an index once more, of which the site before has most: those of words that an edit has brought or taken away are
//! made anew, the others are read from its files.

use std::{
    collections::{BTreeSet, HashMap, HashSet},
    sync::Arc,
};

use rayon::prelude::*;
use search::index::{
    FOLDER, KeySort, Standing,
    bytes::Reader,
    folder_of,
    named::{self, Hash},
    root::Root,
    spelling,
    terms::{self, Shards, Term},
};

use super::{
    Indexed,
    memory::Memory,
    put_together::{self, Made, Standings, Terms},
};
use crate::{render::fingerprint, write::Draft};

/// The terms of a language's pages, where the site before has pages of the same addresses and all their words; none where more
/// has to be made anew, or its files aren't what they were.
pub(super) fn terms(
    before: &[Arc<Indexed>],
    pages: &[Arc<Indexed>],
    memory: &Memory,
    tag: &str,
    draft: &Draft,
) -> Option<Terms> {
    let same_addresses = before.len() == pages.len()
        && before.iter().zip(pages).all(|(before, page)| before.path == page.path);
    if !same_addresses {
        return None;
    }
    let changed = changed_words(before, pages);
    let made = terms_with(&changed, pages, memory)?;
    let old = Files { tag, draft };
    let root = Root::read(&draft.contents_before(&format!("{FOLDER}/{tag}"))?)?;
    let spelling = old.file("spelling", root.spelling)?;
    let backwards = Shards::read(Reader(&spelling))?;
    let made_backwards = spelling::read_backwards(&made);
    Some(Terms {
        terms: old.with("terms", &root.shards, made)?,
        backwards: old.with("backwards", &backwards, made_backwards)?,
    })
}

/// The words that stand otherwise than before on any page.
fn changed_words<'p>(before: &'p [Arc<Indexed>], pages: &'p [Arc<Indexed>]) -> BTreeSet<&'p str> {
    let mut changed = BTreeSet::new();
    for (before, page) in before.iter().zip(pages).filter(|(before, page)| before.words != page.words) {
        let [was, is]: [HashSet<(&str, Standing)>; 2] = [before, page].map(|page| page.words().collect());
        changed.extend(was.symmetric_difference(&is).map(|(word, _)| *word));
    }
    changed
}

/// The terms in which any of these words stands, in the order of their keys; none where a word is new to the site, or gone from it:
/// then others may mean something else.
fn terms_with(changed: &BTreeSet<&str>, pages: &[Arc<Indexed>], memory: &Memory) -> Option<Vec<Term>> {
    if !changed.iter().all(|word| memory.knows(word)) {
        return None;
    }
    let keys: HashSet<String> =
        changed.iter().flat_map(|word| memory.keys(word)).map(|key| key.text).collect();
    let mut words: Vec<&str> = Vec::new();
    let mut of_keys: HashMap<&str, Vec<(usize, KeySort)>> = HashMap::new();
    for word in memory.words() {
        let mut is_wanted = changed.contains(word);
        memory.each_key(word, &mut |key, sort| {
            if let Some(key) = keys.get(key) {
                of_keys.entry(key).or_default().push((words.len(), sort));
                is_wanted = true;
            }
        });
        if is_wanted {
            words.push(word);
        }
    }
    let standings = standings_of(&words, pages);
    // A word of the site before that no page has any more.
    if standings.iter().any(Vec::is_empty) {
        return None;
    }
    let count = pages.len() as u32;
    let mut made: Vec<Term> = of_keys
        .into_par_iter()
        .map(|(key, of_key)| {
            put_together::term(key.to_owned(), memory.knows(key), &of_key, &words, &standings, count)
        })
        .collect();
    made.par_sort_unstable_by(|one, other| one.key.cmp(&other.key));
    Some(made)
}

/// On which pages each of some words stands, and how.
fn standings_of(words: &[&str], pages: &[Arc<Indexed>]) -> Vec<Standings> {
    let numbers: HashMap<&str, usize, xxhash_rust::xxh3::Xxh3DefaultBuilder> =
        words.iter().enumerate().map(|(number, word)| (*word, number)).collect();
    let found: Vec<Vec<(usize, Standing)>> = pages
        .par_iter()
        .map(|page| {
            let of_page = page.words();
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
    draft: &'d Draft,
}

impl Files<'_> {
    /// A file that is what its name says.
    fn file(&self, what: &str, hash: Hash) -> Option<Vec<u8>> {
        let path = format!("{FOLDER}/{}/{}", folder_of(self.tag), named::name(what, hash));
        let contents = self.draft.contents_before(&path)?;
        fingerprint(&contents).to_be_bytes().ends_with(&hash).then_some(contents)
    }

    /// The shards with terms that were made anew in the places of those before. Only shards with such terms are read, and those
    /// behind them up to one that ends where it ended before; none where a term wasn't there.
    fn with(&self, what: &str, shards: &Shards, made: Vec<Term>) -> Option<Vec<Made>> {
        let count = shards.firsts.len();
        let mut made = made.into_iter().peekable();
        let mut with = Vec::with_capacity(count);
        let mut open: Vec<Term> = Vec::new();
        for (number, (first, hash)) in shards.firsts.iter().zip(&shards.hashes).enumerate() {
            let next = shards.firsts.get(number + 1);
            let is_within = |term: &Term| next.is_none_or(|next| term.key < *next);
            if open.is_empty() && !made.peek().is_some_and(is_within) {
                with.push(Made::Before(first.clone(), *hash));
                continue;
            }
            let begin = open.len();
            open.extend(self.terms(what, *hash)?);
            while let Some(term) = made.next_if(is_within) {
                let place = open[begin..].binary_search_by(|old| old.key.cmp(&term.key)).ok()?;
                open[begin + place] = term;
            }
            let (new, is_whole) = terms::cut(open.clone());
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
