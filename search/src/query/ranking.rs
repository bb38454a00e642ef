//! Which pages a query finds, the best first.
//!
//! A word in the title beats one in the text, a whole word beats a part of a compound, and among equals the
//! newer page beats the older one. Of several words all have to stand on a page; where there is no such page,
//! those with most of them are found.

use std::collections::BinaryHeap;

use super::{Asked, Query, Search};
use crate::{index::postings, language::choice};

/// The score of an occurrence.
const WORTH: [u32; 6] = [1200, 700, 400, 200, 140, 100];

/// The part of the score, in hundredths, for a word that only begins as the visitor's word does.
const UNFINISHED: u32 = 50;

/// The part of the score, in hundredths, for a compound with the word as a part, where no page has the word
/// alone.
const COMPOUND: u32 = 80;

/// The part of the lowest score among several words, where hyphens join them in the query and not on the
/// page.
const JOINED: u32 = 60;

/// The shortest word, in letters, for which longer words that begin so are found.
const SHORTEST: usize = 3;

/// The deduction from the score, in hundredths, for each further key: rules are less sure of it.
const LESS_PLAUSIBLE: u32 = 2;

/// The result of a query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hits {
    /// The numbers of the pages, the best first.
    pub hits: Vec<u32>,
    /// The words of the query that stand on no page.
    pub unknown: Vec<String>,
    /// The number of the query's words on each page found: all of them, where some page has all.
    pub words: usize,
    /// For each word of the query the keys under which it was found, the most plausible first: compounds
    /// where no page has the word alone.
    pub meant: Vec<Vec<String>>,
}

impl Search {
    /// Finds the pages for a query in the loaded files.
    pub fn find(&self, query: &Query) -> Hits {
        let count = self.root.pages as usize;
        let mut worth = vec![0_u32; count];
        let mut words = vec![0_u8; count];
        let (mut unknown, mut meant) = (Vec::new(), Vec::new());
        for asked in &query.words {
            let (of_word, keys) = self.worth_of(asked);
            meant.push(keys);
            if of_word.iter().all(|worth| *worth == 0) {
                unknown.push(asked.word.clone());
            }
            for (page, of_word) in of_word.into_iter().enumerate().filter(|(_, worth)| *worth > 0) {
                worth[page] += of_word;
                words[page] += 1;
            }
        }
        let most = words.iter().copied().max().unwrap_or(0);
        // Score, day and page in one number, so that the best comes first: a heap of numbers takes the least
        // code.
        let mut order: Vec<u64> = Vec::new();
        for ((page, worth), words) in (0_u32..).zip(worth).zip(words) {
            if most > 0 && words == most {
                let day = self.traits(page).map_or(0, |traits| traits.day).min(0xf_ffff);
                let better = (u64::from(worth.min(0xf_ffff)) << 20) | u64::from(day);
                order.push(((0xff_ffff_ffff - better) << 24) | u64::from(page & 0xff_ffff));
            }
        }
        let hits = BinaryHeap::from(order)
            .into_sorted_vec()
            .into_iter()
            .map(|hit| (hit & 0xff_ffff) as u32)
            .collect();
        Hits { hits, unknown, words: usize::from(most), meant }
    }

    /// The score of a word on each page, 0 on a page without it; and the keys under which it was found.
    fn worth_of(&self, asked: &Asked) -> (Vec<u32>, Vec<String>) {
        let (mut worth, mut meant) = self.worth_of_whole(asked);
        let mut joined: Option<Vec<u32>> = None;
        for part in &asked.joined {
            let (of_part, keys) = self.worth_of(part);
            meant.extend(keys);
            joined = Some(match joined {
                Some(least) => least.into_iter().zip(of_part).map(|(one, other)| one.min(other)).collect(),
                None => of_part,
            });
        }
        for (worth, joined) in worth.iter_mut().zip(joined.unwrap_or_default()) {
            *worth = (*worth).max(joined * JOINED / 100);
        }
        (worth, meant)
    }

    fn worth_of_whole(&self, asked: &Asked) -> (Vec<u32>, Vec<String>) {
        let shards = self.shards_of(asked);
        let mut known: Vec<(&str, &[u8])> = Vec::new();
        self.each_key(&shards, &mut |key, found| {
            let wanted = asked.candidates.iter().find(|candidate| candidate.text == key);
            known.extend(wanted.map(|wanted| (wanted.text.as_str(), found)));
        });
        let postings_of = |key: &str| known.iter().find(|(known, _)| *known == key).map(|(_, found)| *found);
        let meant =
            choice::meant(&asked.word, &asked.candidates, |key| postings_of(key).map(postings::is_base));
        let mut worth = vec![0_u32; self.root.pages as usize];
        let mut note = |found: &[u8], left: u32, as_part: bool| {
            // The pages that a broken posting names before the fault are still valid.
            let _ = postings::read(found, self.root.pages, |page, standing| {
                let worth = &mut worth[page as usize];
                let standing = if as_part { standing.of_part() } else { standing };
                *worth = (*worth).max(WORTH[standing as usize] * left / 100);
            });
        };
        for (place, found) in (0..).zip(meant.iter().filter_map(|key| postings_of(key))) {
            note(found, 100 - LESS_PLAUSIBLE * place.min(20), false);
        }
        let mut meant: Vec<String> = meant.into_iter().map(str::to_owned).collect();
        if known.is_empty() && asked.unfinished && asked.word.chars().count() >= SHORTEST {
            self.each_key(&shards, &mut |key, found| {
                if key.starts_with(&asked.word) {
                    note(found, UNFINISHED, false);
                }
            });
        }
        if !self.is_known(asked) {
            self.each_compound(asked, &mut |key, found| {
                note(found, COMPOUND, true);
                meant.push(key.to_owned());
            });
        }
        (worth, meant)
    }
}
