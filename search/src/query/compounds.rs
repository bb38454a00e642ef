//! Compounds by a part that no page uses alone: "vesi" finds "vesihuolto" on a site that says it nowhere else.
//!
//! What the publisher could cut stands under its parts among the terms. Of the others the keys tell: those that begin with the
//! word stand together among the terms, those that end with it among the keys read backwards.

use super::{Asked, File, Query, Search};
use crate::{
    index::{
        postings,
        spelling::{Plausible, backwards},
        terms,
    },
    language::{Language, choice::likely, compound},
};

/// Of how many words that may be meant compounds are looked for.
const MEANT: usize = 4;

/// In how many shards of terms, large ones, those are looked for that begin with the word.
const BEGINNINGS: usize = 3;

/// In how many shards of keys read backwards those are looked for that end with it.
const ENDINGS: usize = 2;

/// From how many such shards the latter are brought.
const FOUND: usize = 6;

impl Search {
    /// What is needed of compounds with a word of a query as a part, and isn't at hand; nothing for words that stand somewhere
    /// alone. Which files these are is known only once those that lead to them are at hand: ask until nothing is needed.
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

    /// Whether a word is a key of what is at hand, or likely a form of one.
    pub(super) fn is_known(&self, asked: &Asked) -> bool {
        let mut known = false;
        self.each_key(&self.shards_of(asked), &mut |key, _| {
            known |= likely(&asked.candidates).any(|candidate| candidate == key);
        });
        known
    }

    /// Gives each compound to `each` that has a word as a part, with its postings, as far as they are at hand.
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

    /// The compounds that end with a word, as far as the keys read backwards are at hand.
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

    /// The shards of terms in which the compounds stand: those that begin with the word, and those that end with it.
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
        // In the order of the keys, which tell of those behind them; the library's own sorting is large.
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

    /// The shards of the keys read backwards in which those stand that end with a word; none before their list is at hand.
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

/// A word that may be a part of the keys that are read in their order, and the words of the site that only begin with it: "koulu"
/// is no part of "koulutus", and so it is none of "koulutusohjelma".
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

/// The words that may be meant as a part.
fn parts(asked: &Asked) -> impl Iterator<Item = &str> {
    let is_long_enough = |word: &&str| word.chars().count() >= compound::SHORTEST;
    likely(&asked.candidates).take(MEANT).filter(is_long_enough)
}

/// Adds a shard, if there is room for it.
#[inline(never)]
fn add(shards: &mut Vec<u32>, most: usize, shard: Option<u32>) {
    shards.extend(shard.filter(|shard| !shards.contains(shard) && shards.len() < most));
}

/// Adds the shards of what begins so.
#[inline(never)]
fn add_range(shards: &mut Vec<u32>, most: usize, firsts: &[String], beginning: &str) {
    let first = terms::shard_of(firsts, beginning).unwrap_or(0);
    add(shards, most, Some(first));
    let goes_on = |shard: &u32| firsts.get(*shard as usize).is_some_and(|first| first.starts_with(beginning));
    (first + 1..).take_while(goes_on).for_each(|shard| add(shards, most, Some(shard)));
}
