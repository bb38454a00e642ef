//! Compounds by a part that no page uses alone: "vesi" finds "vesihuolto" on a site that says it nowhere
//! else.
//!
//! Compounds that the publisher could split are indexed under their parts. The others are found by their
//! keys: keys that begin with the word are neighbours among the terms, keys that end with it are neighbours
//! among the reversed keys.

use super::{Asked, File, Query, Search};
use crate::{
    index::{
        postings,
        spelling::{Plausible, backwards},
        terms,
    },
    language::{Language, choice::likely, compound},
};

/// The number of candidates whose compounds are looked for.
const MEANT: usize = 4;

/// In how many shards of terms, large ones, those are looked for that begin with the word.
const BEGINNINGS: usize = 3;

/// The number of shards of reversed keys that are searched for compounds ending with the word.
const ENDINGS: usize = 2;

/// From how many such shards the latter are brought.
const FOUND: usize = 6;

impl Search {
    /// The missing files for compounds with a word of the query as a part; none for words that occur on their
    /// own. One file names the next, so ask again until no file is missing.
    pub fn needs_for_compounds(&self, query: &Query) -> Vec<File> {
        let mut needed = Vec::new();
        for asked in &query.words {
            if parts(asked).next().is_some() && !self.is_known(asked) {
                needed.extend(self.shards_of_compounds(asked, &self.endings(asked)));
                needed.push(File::Spelling);
                needed.extend(self.shards_of_endings(asked));
            }
        }
        self.missing(needed)
    }

    /// Whether a word, or its likely base form, is a key of a loaded shard.
    pub(super) fn is_known(&self, asked: &Asked) -> bool {
        let mut known = false;
        self.each_key(&self.shards_of(asked), &mut |key, _| {
            known |= likely(&asked.candidates).any(|candidate| candidate == key);
        });
        known
    }

    /// Calls `each` with each loaded compound that has a word as a part, and with its postings.
    pub(super) fn each_compound(&self, asked: &Asked, each: &mut dyn FnMut(&str, &[u8])) {
        let mut parts = Part::all(asked, str::to_owned);
        if parts.is_empty() {
            return;
        }
        let endings = self.endings(asked);
        self.each_key(&self.shards_of_compounds(asked, &endings), &mut |key, found| {
            let is_base = postings::is_base(found);
            let mut begins = false;
            for part in &mut parts {
                let has_part = compound::begins_with(asked.language, key, &part.word);
                begins |= part.admits(key, has_part, is_base);
            }
            if begins || endings.iter().any(|ending| ending == key) {
                each(key, found);
            }
        });
    }

    /// The compounds that end with a word, from the loaded reversed keys.
    fn endings(&self, asked: &Asked) -> Vec<String> {
        let mut parts = Part::all(asked, backwards);
        let mut found = Vec::new();
        self.each_key(&self.shards_of_endings(asked), &mut |read, behind| {
            let key = backwards(read);
            let is_base = Plausible::read(behind).is_base;
            let mut ends = false;
            for part in &mut parts {
                let has_part = compound::ends_with(asked.language, &key, &part.word);
                ends |= part.admits(read, has_part, is_base);
            }
            if ends {
                found.push(key);
            }
        });
        found
    }

    /// The shards of terms with the compounds that begin with the word, and with those that end with it.
    fn shards_of_compounds(&self, asked: &Asked, endings: &[String]) -> Vec<File> {
        let (mut shards, beginnings) = (Vec::new(), self.root.as_many(BEGINNINGS));
        for part in parts(asked) {
            add(&mut shards, beginnings, self.root.shard_of(part));
        }
        for part in parts(asked) {
            add_range(&mut shards, beginnings, &self.root.shards.firsts, part);
            if asked.language == Language::Fi {
                add_range(
                    &mut shards,
                    beginnings,
                    &self.root.shards.firsts,
                    compound::common_beginning(part),
                );
            }
        }
        // In the order of the keys, so that a key comes before those that begin with it. The standard
        // library's sort is large.
        for end in 1..shards.len() {
            for at in (1..=end).rev() {
                if shards[at] < shards[at - 1] {
                    shards.swap(at, at - 1);
                }
            }
        }
        let most = shards.len() + self.root.as_many(FOUND);
        endings.iter().for_each(|key| add(&mut shards, most, self.root.shard_of(key)));
        shards.into_iter().map(File::Terms).collect()
    }

    /// The shards of reversed keys with the keys that end with a word; none before their list is loaded.
    fn shards_of_endings(&self, asked: &Asked) -> Vec<File> {
        let mut shards = Vec::new();
        if let Some(firsts) = self.firsts_backwards() {
            for part in parts(asked) {
                add_range(&mut shards, ENDINGS, &firsts, &backwards(part));
            }
        }
        shards.into_iter().map(File::Backwards).collect()
    }
}

/// A word that may be a part of the keys that are read in their order, and the words of the site that only
/// begin with it: "koulu" is no part of "koulutus", and so it is none of "koulutusohjelma".
struct Part {
    word: String,
    /// The word as the keys are read.
    read: String,
    others: Vec<String>,
}

impl Part {
    fn all(asked: &Asked, read: fn(&str) -> String) -> Vec<Part> {
        parts(asked)
            .map(|word| Part { word: word.to_owned(), read: read(word), others: Vec::new() })
            .collect()
    }

    /// Whether the next key has it as a part; `has_part` says so by the letters.
    fn admits(&mut self, key: &str, has_part: bool, is_base: bool) -> bool {
        while self.others.last().is_some_and(|other| !key.starts_with(other)) {
            self.others.pop();
        }
        if !has_part && is_base && key.len() > self.read.len() && key.starts_with(&self.read) {
            self.others.push(key.to_owned());
        }
        has_part && self.others.is_empty()
    }
}

/// The candidates for a part.
fn parts(asked: &Asked) -> impl Iterator<Item = &str> {
    let is_long_enough = |word: &&str| word.chars().count() >= compound::SHORTEST;
    likely(&asked.candidates).take(MEANT).filter(is_long_enough)
}

/// Adds a shard, if there is room for it.
#[inline(never)]
fn add(shards: &mut Vec<u32>, most: usize, shard: Option<u32>) {
    shards.extend(shard.filter(|shard| !shards.contains(shard) && shards.len() < most));
}

/// Adds the shards with the keys that begin so.
#[inline(never)]
fn add_range(shards: &mut Vec<u32>, most: usize, firsts: &[String], beginning: &str) {
    let first = terms::shard_of(firsts, beginning).unwrap_or(0);
    add(shards, most, Some(first));
    let goes_on = |shard: &u32| firsts.get(*shard as usize).is_some_and(|first| first.starts_with(beginning));
    (first + 1..).take_while(goes_on).for_each(|shard| add(shards, most, Some(shard)));
}
