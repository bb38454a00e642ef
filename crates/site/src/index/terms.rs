//! The terms of an index on their way into its files: a key, and the pages of all words that it stands for.

use std::cmp::Reverse;

use search::index::{
    KeySort, Standing, named,
    postings::{self, KeyProperties},
    terms::{Shard, Term},
};

/// A word, the pages on which it stands, and how.
pub(super) type Standings = Vec<(u32, Standing)>;

/// The shards of the terms of an index, and of the same read backwards.
pub(super) struct Terms {
    pub(super) terms: Vec<Made>,
    pub(super) backwards: Vec<Made>,
}

/// A shard on its way into an index.
pub(super) enum Made {
    /// It is new.
    New(Shard),
    /// The site before has it: its first key, and its hash.
    Before(String, named::Hash),
}

/// A key with the pages of the words that it stands for, each with its number among `words`.
pub(super) fn term(
    key: String,
    is_word: bool,
    of_key: &[(usize, KeySort)],
    words: &[&str],
    standings: &[Standings],
    pages: u32,
) -> Term {
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
    let word = if is_word { Some(key.clone()) } else { shown(of_key, words, standings) };
    Term { postings: postings::write(&lists, pages, KeyProperties { is_base, is_word }), key, word }
}

/// The word of the site that is shown for a key that is none: the form of it that most pages have; none for
/// what is only a part of words.
fn shown(of_key: &[(usize, KeySort)], words: &[&str], standings: &[Standings]) -> Option<String> {
    let whole = of_key.iter().filter(|(_, sort)| *sort != KeySort::Part).map(|(word, _)| *word);
    let best = whole.min_by_key(|word| (Reverse(standings[*word].len()), words[*word].len(), words[*word]));
    best.map(|word| words[word].to_owned())
}
