//! From a word form to the words that it may be a form of, by rules only.
//!
//! A form is taken apart from its end: [`suffixes`] takes clitics and possessive suffixes away, [`cases`] the ending of a
//! case; [`stems`] and [`verbs`] make base forms of what remains, with [`gradation`] of its consonants; [`origins`] goes on
//! to what an adjective is made of. Each rule costs something, and what costs least is the most plausible.

mod cases;
mod found;
mod gradation;
mod letters;
mod origins;
mod stems;
mod suffixes;
#[cfg(test)]
mod tests;
mod verbs;

use super::candidates::Candidate;
use found::{Found, LIMIT, insert, may_be_nominative};
pub use letters::beginning;
use letters::{before, ends, is_front, is_vowel, letters, word};

/// So many candidates are enough.
const MOST: usize = 30;

/// The words that a form may be a form of, the most plausible first; the form itself is one of them.
pub fn candidates(form: &str) -> Vec<Candidate> {
    let Some(letters) = letters(form).filter(|letters| letters.len() >= 3) else {
        return vec![Candidate { text: form.to_owned(), cost: 0 }];
    };
    let mut found = Found::default();
    suffixes::without_clitics(&letters, &mut |form, cost| {
        insert(&mut found.nominals, form, cost + cost_as_nominative(form));
        of_form(form, false, cost, &mut found);
        let front = is_front(form);
        verbs::infinitives(form, cost, front, &mut found);
        suffixes::without_possessive(form, &mut |form, of_suffix| {
            of_form(form, true, cost + of_suffix, &mut found);
            verbs::with_possessive(form, cost + of_suffix, is_front(form), &mut found);
        });
    });
    for (nominative, cost) in found.nominals.clone() {
        origins::origins(&nominative, cost, &mut found);
    }
    let mut all = found.nominals;
    for (verb, cost) in &found.verbs {
        insert(&mut all, verb, *cost);
    }
    if LOOK_INFLECTED.contains(&form) {
        all.iter_mut().for_each(|(word, cost)| *cost = if *word == letters { 0 } else { *cost + 5 });
    }
    sort(&mut all);
    all.truncate(MOST);
    if all.iter().all(|(word, _)| *word != letters) {
        all.push((letters, LIMIT));
    }
    all.iter().map(|(letters, cost)| Candidate { text: word(letters), cost: *cost }).collect()
}

/// Sorts what was found by its cost; the library's own sorting is larger than all rules for verbs.
fn sort(all: &mut [(Vec<u8>, u8)]) {
    for end in 1..all.len() {
        let mut at = end;
        while at > 0 && all[at].1 < all[at - 1].1 {
            all.swap(at, at - 1);
            at -= 1;
        }
    }
}

fn of_form(form: &[u8], possessed: bool, cost: u8, found: &mut Found) {
    cases::stems(form, possessed, &mut |stem, ending, sort, of_case| {
        // The ending tells of the harmony, or else the stem.
        let told = form.get(stem.len()..).filter(|_| ending.contains(['a', 'o', 'u']));
        let front = is_front(told.unwrap_or(stem));
        stems::nominatives(stem, ending, sort, cost + of_case, front, found);
    });
}

/// Endings that few nominatives have, and how far-fetched one is.
static RARE_IN_NOMINATIVES: [(&str, u8); 42] = [
    ("ksena", 7),
    ("ena", 4),
    ("ina", 3),
    ("oi", 2),
    ("kaa", 4),
    ("inen", 0),
    ("onen", 1),
    ("unen", 2),
    ("nen", 5),
    ("en", 3),
    ("ee", 2),
    ("oo", 3),
    ("ii", 4),
    ("uu", 1),
    ("ton", 0),
    ("skin", 1),
    ("tkin", 1),
    ("kin", 4),
    ("in", 1),
    ("ut", 1),
    ("nsa", 5),
    ("mme", 7),
    ("kseni", 7),
    ("eni", 4),
    ("ssa", 7),
    ("sta", 4),
    ("lla", 3),
    ("lta", 4),
    ("lle", 5),
    ("ksi", 3),
    ("tta", 3),
    ("ia", 3),
    ("oja", 3),
    ("ja", 0),
    ("ea", 1),
    ("oa", 1),
    ("ua", 1),
    ("aa", 2),
    ("ta", 2),
    ("at", 3),
    ("n", 4),
    ("t", 4),
];

/// Nominatives that look like forms of other words and are seldom meant so.
static LOOK_INFLECTED: [&str; 6] = ["alusta", "edusta", "perusta", "tausta", "suunta", "kassa"];

fn cost_as_nominative(form: &[u8]) -> u8 {
    // "musta" isn't inflected: there is no "mu".
    if ["ssa", "sta", "lla", "lta", "lle", "ksi"]
        .iter()
        .find_map(|case| before(form, case))
        .is_some_and(|stem| !may_be_nominative(stem))
    {
        return 0;
    }
    if form.last().is_some_and(|last| !is_vowel(*last) && !matches!(last, b's' | b'n' | b't' | b'r' | b'l')) {
        return 2;
    }
    RARE_IN_NOMINATIVES.iter().find(|(end, _)| ends(form, end)).map_or(0, |(_, cost)| *cost)
}
