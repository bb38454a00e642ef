//! Which base form a word has, by the evidence of all others: a base form that several forms agree on, or
//! that stands there itself, beats another.
//!
//! Each form shares its weight out among its candidates: the less far-fetched one is and the more other forms
//! gave it, the more it gets. That is done a few times (expectation maximisation, as in learning a lexicon
//! from text alone).

use std::ops::Range;

use foldhash::{HashMap, HashMapExt as _, HashSet, HashSetExt as _};
use rayon::prelude::*;
use search::language::{Language, candidates};

use super::analysis::Analysis;

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

/// For how many words candidates are made before they are counted.
const AT_A_TIME: usize = 8192;

/// A form's candidate: the number of its base form and how plausible it is by itself.
type Possible = (u32, f32);

/// The candidates of all forms, one form after the other.
struct Forms {
    possible: Vec<Possible>,
    /// Where the candidates of each form end.
    ends: Vec<usize>,
}

/// The base forms of each word and whether the first is sure.
pub(super) fn decide<'a>(
    language: Language,
    words: &[&str],
    known: impl Fn(usize) -> Option<&'a Analysis> + Sync,
) -> Vec<(Vec<String>, bool)> {
    let (mut forms, numbers) = Forms::of(language, words, &known);
    let mut bases = vec![""; numbers.len()];
    for (base, number) in &numbers {
        bases[*number as usize] = base;
    }
    let mut given = vec![0.0_f32; numbers.len()];
    forms.rounds(&mut given);
    forms.prefer_compounds(&bases, &numbers, &given);
    let shares = forms.rounds(&mut given);
    let decided = (0..words.len()).into_par_iter().map(|place| {
        let range = forms.range(place);
        let of_word = forms.possible[range.clone()].iter().zip(&shares[range]);
        let mut by_share: Vec<(f32, u32)> = of_word.map(|((number, _), share)| (*share, *number)).collect();
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

impl Forms {
    /// The candidates of each word, and the number of each of their base forms.
    fn of<'a>(
        language: Language,
        words: &[&str],
        known: impl Fn(usize) -> Option<&'a Analysis> + Sync,
    ) -> (Forms, HashMap<String, u32>) {
        let mut numbers: HashMap<String, u32> = HashMap::new();
        let mut forms = Forms { possible: Vec::new(), ends: Vec::with_capacity(words.len()) };
        let all: HashSet<&str> =
            if language == Language::Fi { words.iter().copied().collect() } else { HashSet::new() };
        // A few thousand words at a time: the candidates of all of them together take more room than all
        // else.
        for (chunk, of_chunk) in words.chunks(AT_A_TIME).enumerate() {
            let of_words = of_chunk.par_iter().enumerate().map(|(place, word)| {
                known(chunk * AT_A_TIME + place).map_or_else(|| plausible(language, word, &all), given_by)
            });
            for of_word in of_words.collect::<Vec<_>>() {
                for (base, weight) in of_word {
                    let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
                    forms.possible.push((*numbers.entry(base).or_insert(next), weight));
                }
                forms.ends.push(forms.possible.len());
            }
        }
        (forms, numbers)
    }

    /// Where the candidates of a form stand.
    fn range(&self, place: usize) -> Range<usize> {
        place.checked_sub(1).map_or(0, |before| self.ends[before])..self.ends[place]
    }

    /// Shares weight out a few times; gives the share of each candidate.
    fn rounds(&self, given: &mut [f32]) -> Vec<f32> {
        let mut shares = vec![0.0_f32; self.possible.len()];
        for _ in 0..ROUNDS {
            let worth: Vec<f32> = given.par_iter().map(|given| BEFORE + (1.0 + given).ln()).collect();
            given.fill(0.0);
            for place in 0..self.ends.len() {
                let range = self.range(place);
                let (of_form, shares) = (&self.possible[range.clone()], &mut shares[range]);
                share_out(of_form, &worth, shares);
                of_form.iter().zip(shares).for_each(|((number, _), share)| given[*number as usize] += *share);
            }
        }
        shares
    }

    /// A compound is inflected as its last part: a candidate that ends with a base form that others are sure
    /// of is more plausible: "päivähoitoa" is of "päivähoito", where there is "hoito".
    fn prefer_compounds(&mut self, bases: &[&str], numbers: &HashMap<String, u32>, given: &[f32]) {
        let ends_with_known = |base: &&str| {
            let places = base.char_indices().map(|(at, _)| at);
            let count = base.chars().count();
            places.enumerate().skip(3).take(count.saturating_sub(6)).any(|(_, at)| {
                numbers.get(&base[at..]).is_some_and(|number| given[*number as usize] >= KNOWN_PART)
            })
        };
        let better: Vec<bool> = bases.par_iter().map(ends_with_known).collect();
        for (number, weight) in &mut self.possible {
            if better[*number as usize] {
                *weight *= AS_COMPOUND;
            }
        }
    }
}

/// The base forms that an analysis gives to a form, and how plausible each base form is.
fn given_by(analysis: &Analysis) -> Vec<(String, f32)> {
    analysis.bases.iter().map(|base| (base.text.clone(), weight(base.cost))).collect()
}

/// The candidates of a form and how plausible each is by itself.
fn plausible(language: Language, word: &str, words: &HashSet<&str>) -> Vec<(String, f32)> {
    let mut candidates: Vec<(String, u8)> =
        candidates(language, word).into_iter().map(|candidate| (candidate.text, candidate.cost)).collect();
    // "Tunnelista" is of "tunneli" where that stands on the site.
    let stands = |(text, _): &(String, u8)| text != word && words.contains(text.as_str());
    if language == Language::Fi && ends_like_a_form(word, words) && !candidates.iter().any(stands) {
        for (text, cost) in &mut candidates {
            *cost = if text == word { 0 } else { *cost + AS_OTHER };
        }
    }
    candidates.into_iter().map(|(text, cost)| (text, weight(cost))).collect()
}

/// Last parts of compounds that look like the end of a form: "saunailta" like "oppilailta", "toimivalta" like
/// "asuvalta".
pub(super) const LIKE_FORMS: [&str; 6] = ["ilta", "silta", "valta", "kassa", "lista", "laina"];

/// The shortest first part of a compound that looks like a form, in letters: "oppilaina" is no loan.
const SHORTEST_FIRST: usize = 5;

/// How much more far-fetched the other words are that such a compound may be a form of.
const AS_OTHER: u8 = 5;

/// Whether a word is a compound that only looks like a form of another word, by its first part.
fn ends_like_a_form(word: &str, words: &HashSet<&str>) -> bool {
    LIKE_FORMS.iter().filter_map(|part| Some((*part, word.strip_suffix(part)?))).any(|(part, first)| {
        if first.chars().count() < SHORTEST_FIRST {
            return first.ends_with('-');
        }
        let ends = |letters: &str| first.ends_with(|last| letters.contains(last));
        // The ending of a form of "kävely" would have ä; "analyysi" may have either.
        let told = first.chars().rfind(|letter| "aouäöy".contains(*letter));
        let is_front = told.is_some_and(|letter| "äöy".contains(letter)) && first.contains(['ä', 'ö']);
        let is_sure = match part {
            // "Kouluilta" may be of "koulu", "kunnilta" is of "kunta".
            "ilta" => words.contains(first) && !ends("eiouyö"),
            // "Kansalaisilta", "hevosilta", "kansilta".
            "silta" => words.contains(first) || ends("aäe"),
            _ => words.contains(first) || ends("n"),
        };
        ends("-") || is_front || is_derived(first) || is_sure
    })
}

/// Whether a word ends as those do that are made of verbs: "tiedotus", "esitys". None is like "kävelys".
pub(super) fn is_derived(word: &str) -> bool {
    let mut letters = word.chars().rev();
    letters.next() == Some('s')
        && letters.next().is_some_and(|vowel| "uyö".contains(vowel))
        && letters.next().is_some_and(|before| !"aeiouyäöl".contains(before))
}

fn weight(cost: u8) -> f32 {
    (-STEP * f32::from(cost)).exp()
}

/// A form's weight, which is 1, among its candidates, each of which is worth more the more other forms gave
/// it.
fn share_out(of_form: &[Possible], worth: &[f32], shares: &mut [f32]) {
    for (share, (number, weight)) in shares.iter_mut().zip(of_form) {
        *share = weight * worth[*number as usize];
    }
    let sum: f32 = shares.iter().sum();
    shares.iter_mut().for_each(|share| *share /= sum.max(f32::MIN_POSITIVE));
}
