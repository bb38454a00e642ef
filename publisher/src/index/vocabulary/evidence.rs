//! Which base form a word has, by the evidence of all others: a base form that several forms agree on, or that stands there
//! itself, beats another.
//!
//! Each form shares its weight out among its candidates: the less far-fetched one is and the more other forms gave it, the
//! more it gets. That is done a few times (expectation maximisation, as in learning a lexicon from text alone).

use std::collections::HashMap;

use rayon::prelude::*;
use search::language::Language;

use super::Analysis;

/// How much a step of cost takes away from a candidate.
const STEP: f32 = 0.5;

/// How often weight is shared out.
const ROUNDS: usize = 4;

/// What a candidate has before any form gave it something.
const BEFORE: f32 = 0.1;

/// A candidate with less than this share of the best one's weight isn't meant.
const SHARE: f32 = 0.15;

/// At most so many base forms of a word are kept where nothing tells them apart.
const UNDECIDED: usize = 5;

/// So much weight from forms, one of which is it itself, makes a base form sure.
const SURE: f32 = 1.5;

/// So much weight makes a base form known as a part of compounds.
const KNOWN_PART: f32 = 1.2;

/// How much more plausible a candidate is that ends with one.
const AS_COMPOUND: f32 = 4.0;

/// A form's candidate: the number of its base form and how plausible it is by itself.
type Possible = (u32, f32);

/// The base forms of each word and whether the first is sure.
pub(super) fn decide<'a>(
    language: Language,
    words: &[&str],
    known: impl Fn(usize) -> Option<&'a Analysis> + Sync,
) -> Vec<(Vec<String>, bool)> {
    let mut numbers: HashMap<String, u32> = HashMap::new();
    let mut possible: Vec<Vec<Possible>> = Vec::with_capacity(words.len());
    let of_words = words.par_iter().enumerate().map(|(place, word)| match known(place) {
        Some(analysis) => analysis.bases.iter().map(|(base, cost)| (base.clone(), weight(*cost))).collect(),
        None => plausible(language, word),
    });
    for of_word in of_words.collect::<Vec<_>>() {
        let numbered = of_word.into_iter().map(|(base, weight)| {
            let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
            (*numbers.entry(base).or_insert(next), weight)
        });
        possible.push(numbered.collect());
    }
    let mut bases = vec![""; numbers.len()];
    for (base, number) in &numbers {
        bases[*number as usize] = base;
    }
    let mut given = vec![0.0_f32; numbers.len()];
    rounds(&possible, &mut given);
    prefer_compounds(&mut possible, &bases, &numbers, &given);
    let shares = rounds(&possible, &mut given);
    let decided = possible.iter().zip(&shares).enumerate().map(|(place, (of_word, shares))| {
        let mut by_share: Vec<(f32, u32)> =
            of_word.iter().zip(shares).map(|((number, _), share)| (*share, *number)).collect();
        by_share.sort_by(|one, other| other.0.total_cmp(&one.0));
        let best = by_share.first().map_or(0.0, |(share, _)| *share);
        let kept = by_share.iter().filter(|(share, _)| *share >= SHARE * best).take(UNDECIDED);
        let kept: Vec<String> = kept.map(|(_, number)| bases[*number as usize].to_owned()).collect();
        let given = by_share.first().map_or(0.0, |(_, number)| given[*number as usize]);
        let sure = kept.len() == 1 && known(place).map_or(given >= SURE, |analysis| analysis.sure);
        (kept, sure)
    });
    decided.collect()
}

/// Shares weight out a few times.
fn rounds(possible: &[Vec<Possible>], given: &mut [f32]) -> Vec<Vec<f32>> {
    let mut shares: Vec<Vec<f32>> = Vec::new();
    for _ in 0..ROUNDS {
        shares = possible.iter().map(|of_word| share_out(of_word, given)).collect();
        given.fill(0.0);
        for (of_word, shares) in possible.iter().zip(&shares) {
            for ((number, _), share) in of_word.iter().zip(shares) {
                given[*number as usize] += share;
            }
        }
    }
    shares
}

/// A compound is inflected as its last part: a candidate that ends with a base form that others are sure of is more
/// plausible: "päivähoitoa" is of "päivähoito", where there is "hoito".
fn prefer_compounds(
    possible: &mut [Vec<Possible>],
    bases: &[&str],
    numbers: &HashMap<String, u32>,
    given: &[f32],
) {
    let ends_with_known = |base: &str| {
        let places = base.char_indices().map(|(at, _)| at);
        let count = base.chars().count();
        places.enumerate().skip(3).take(count.saturating_sub(6)).any(|(_, at)| {
            numbers.get(&base[at..]).is_some_and(|number| given[*number as usize] >= KNOWN_PART)
        })
    };
    let better: Vec<bool> = bases.iter().map(|base| ends_with_known(base)).collect();
    for (number, weight) in possible.iter_mut().flatten() {
        if better[*number as usize] {
            *weight *= AS_COMPOUND;
        }
    }
}

/// The candidates of a form and how plausible each is by itself.
fn plausible(language: Language, word: &str) -> Vec<(String, f32)> {
    language.candidates(word).into_iter().map(|candidate| (candidate.text, weight(candidate.cost))).collect()
}

fn weight(cost: u8) -> f32 {
    (-STEP * f32::from(cost)).exp()
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
