//! Which pages a query finds, the best first.
//!
//! A word in the title beats one in the text, a whole word beats a part of a compound, and among equals the newer page
//! beats the older one. Of several words all have to stand on a page; where there is no such page, those with most of them
//! are found.

use super::{Asked, Query, Search};
use crate::index::{Standing, postings};

/// What a standing is worth.
const WORTH: [u32; 6] = [1200, 700, 400, 200, 140, 100];

/// What is left of it, in hundredths, for a word that only begins as the visitor's does.
const UNFINISHED: u32 = 50;

/// What is left of it, in hundredths, for each further key: rules are less sure of it.
const LESS_PLAUSIBLE: u32 = 2;

/// What a query finds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The numbers of the pages, the best first.
    pub hits: Vec<u32>,
    /// The words of the query that stand on no page.
    pub unknown: Vec<String>,
    /// How many words of the query stand on each page that was found: all, where that is possible.
    pub words: usize,
}

impl Search {
    /// What a query finds; what isn't at hand isn't found.
    pub fn find(&self, query: &Query) -> Found {
        let count = self.root.pages as usize;
        let mut worth = vec![0_u32; count];
        let mut words = vec![0_u8; count];
        let mut unknown = Vec::new();
        for asked in &query.words {
            let of_word = self.worth_of(asked);
            if of_word.iter().all(|worth| *worth == 0) {
                unknown.push(asked.word.clone());
            }
            for (page, of_word) in of_word.into_iter().enumerate().filter(|(_, worth)| *worth > 0) {
                worth[page] += of_word;
                words[page] += 1;
            }
        }
        let most = words.iter().copied().max().unwrap_or(0);
        // Worth, day and page in one number, so that the best one comes first: to sort numbers takes the least code.
        let mut order: Vec<u64> = Vec::new();
        for ((page, worth), words) in (0_u32..).zip(worth).zip(words) {
            if most > 0 && words == most {
                let day = self.traits(page).map_or(0, |traits| traits.day).min(0xf_ffff);
                let better = (u64::from(worth.min(0xf_ffff)) << 20) | u64::from(day);
                order.push(((0xff_ffff_ffff - better) << 24) | u64::from(page & 0xff_ffff));
            }
        }
        order.sort_unstable();
        let hits = order.into_iter().map(|hit| (hit & 0xff_ffff) as u32).collect();
        Found { hits, unknown, words: usize::from(most) }
    }

    /// What a word is worth on each page; nothing where it doesn't stand.
    fn worth_of(&self, asked: &Asked) -> Vec<u32> {
        let mut worth = vec![0_u32; self.root.pages as usize];
        let shards = self.shards_of(asked);
        // Who types a base form means that word, not another one that has a form like it: "kuusi" is no form of "kuu".
        let mut base = false;
        self.each_key(&shards, |key, found| base |= key == asked.word && postings::is_base(found));
        self.each_key(&shards, |key, found| {
            let place = asked.keys.iter().position(|wanted| wanted == key && (!base || key == asked.word));
            let left = match place {
                Some(place) => 100 - LESS_PLAUSIBLE * place.min(20) as u32,
                None if asked.unfinished && begins(key, &asked.word) => UNFINISHED,
                None => return,
            };
            let note = |page: u32, standing: Standing| {
                let worth = &mut worth[page as usize];
                *worth = (*worth).max(WORTH[standing as usize] * left / 100);
            };
            // What a broken posting names before it breaks is still true.
            let _ = postings::read(found, self.root.pages, note);
        });
        worth
    }
}

/// Two letters begin too much.
fn begins(key: &str, word: &str) -> bool {
    word.chars().count() >= 3 && key.starts_with(word)
}
