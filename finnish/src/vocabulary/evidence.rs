//! Which base form a word has, by the evidence of all others: a base form that several forms agree on, or that stands there
//! itself, beats another.
//!
//! Each form shares its weight out among its candidates: the less far-fetched one is and the more other forms gave it, the
//! more it gets. That is done a few times (expectation maximisation, as in learning a lexicon from text alone).

use std::collections::HashMap;

use super::Analysis;
use crate::{Candidate, candidates};

/// How much a step of cost takes away from a candidate.
const STEP: f32 = 0.6;

/// How often weight is shared out.
const ROUNDS: usize = 4;

/// What a candidate has before any form gave it something.
const BEFORE: f32 = 0.15;

/// A candidate with less than this share of the best one's weight isn't meant.
const SHARE: f32 = 0.25;

/// At most so many base forms of a word are kept where nothing tells them apart.
const UNDECIDED: usize = 3;

/// So much weight from forms, one of which is it itself, makes a base form sure.
const SURE: f32 = 1.5;

/// A form's candidate: the number of its base form and how plausible it is by itself.
type Possible = (u32, f32);

/// The base forms of each word and whether the first is sure.
pub(super) fn decide<'a>(
    words: &[&str],
    known: impl Fn(usize) -> Option<&'a Analysis>,
) -> Vec<(Vec<String>, bool)> {
    let mut numbers: HashMap<String, u32> = HashMap::new();
    let mut possible: Vec<Vec<Possible>> = Vec::with_capacity(words.len());
    for (place, word) in words.iter().enumerate() {
        let of_word = match known(place) {
            Some(analysis) => analysis.bases.iter().map(|base| (base.clone(), 1.0)).collect(),
            None => plausible(word),
        };
        let numbered = of_word.into_iter().map(|(base, weight)| {
            let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
            (*numbers.entry(base).or_insert(next), weight)
        });
        possible.push(numbered.collect());
    }
    let mut given = vec![0.0_f32; numbers.len()];
    let mut shares: Vec<Vec<f32>> = Vec::new();
    for _ in 0..ROUNDS {
        shares = possible.iter().map(|of_word| share_out(of_word, &given)).collect();
        given.fill(0.0);
        for (of_word, shares) in possible.iter().zip(&shares) {
            for ((number, _), share) in of_word.iter().zip(shares) {
                given[*number as usize] += share;
            }
        }
    }
    let mut bases = vec![""; numbers.len()];
    for (base, number) in &numbers {
        bases[*number as usize] = base;
    }
    let decided = possible.iter().zip(&shares).enumerate().map(|(place, (of_word, shares))| {
        let mut by_share: Vec<(f32, u32)> = of_word.iter().zip(shares).map(|((number, _), share)| (*share, *number)).collect();
        by_share.sort_by(|one, other| other.0.total_cmp(&one.0));
        let best = by_share.first().map_or(0.0, |(share, _)| *share);
        let analysis = known(place);
        let kept = by_share.iter().filter(|(share, _)| analysis.is_some() || *share >= SHARE * best);
        let most = if analysis.is_some() { usize::MAX } else { UNDECIDED };
        let kept: Vec<String> = kept.take(most).map(|(_, number)| bases[*number as usize].to_owned()).collect();
        let given = by_share.first().map_or(0.0, |(_, number)| given[*number as usize]);
        let sure = analysis.map_or(kept.len() == 1 && given >= SURE, |analysis| analysis.sure);
        (kept, sure)
    });
    decided.collect()
}

/// The candidates of a form and how plausible each is by itself.
fn plausible(word: &str) -> Vec<(String, f32)> {
    let weight = |candidate: &Candidate| (-STEP * f32::from(candidate.cost)).exp();
    candidates(word).into_iter().map(|candidate| { let weight = weight(&candidate); (candidate.text, weight) }).collect()
}

/// A form's weight, which is 1, among its candidates.
fn share_out(of_word: &[Possible], given: &[f32]) -> Vec<f32> {
    let mut shares: Vec<f32> = of_word
        .iter()
        .map(|(number, weight)| weight * (BEFORE + (1.0 + given[*number as usize]).ln()))
        .collect();
    let sum: f32 = shares.iter().sum();
    shares.iter_mut().for_each(|share| *share /= sum.max(f32::MIN_POSITIVE));
    shares
}
