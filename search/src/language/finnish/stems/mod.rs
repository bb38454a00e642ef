//! From the stem of a nominal to its nominative (Iso suomen kielioppi, inflection: types of stems).

mod doubt;
mod rule;
mod rules;

use doubt::doubt;
use rule::{Grade, Rule};
use rules::{OF_CONSONANT, OF_PLURAL, OF_STRONG, OF_VOWEL, OF_WEAK, OF_WEAK_PLURAL};

use super::{cases::Stem, found::Found};
use crate::language::finnish::{
    gradation,
    letters::{before, ends, push, vowel_groups},
};

/// Gives the nominatives that a stem may be of.
pub(super) fn nominatives(stem: &[u8], ending: &str, sort: Stem, cost: u8, front: bool, found: &mut Found) {
    let weak = matches!(sort, Stem::Weak | Stem::WeakPlural);
    // Long vowels and opening diphthongs are short before the plural's i: "maa", "maita"; "suo", "soita".
    if matches!(sort, Stem::WeakPlural | Stem::StrongPlural)
        && ["uo", "ie", "aa", "oo", "uu", "ee", "ii"].iter().any(|long| ends(stem, long))
    {
        return;
    }
    let (common, own): (&[Rule], &[Rule]) = match sort {
        Stem::Weak => (&OF_VOWEL, &OF_WEAK),
        Stem::Strong => (&OF_VOWEL, &OF_STRONG),
        Stem::Consonant => (&OF_CONSONANT, &[]),
        Stem::WeakPlural => (&OF_PLURAL, &OF_WEAK_PLURAL),
        Stem::StrongPlural => (&OF_PLURAL, &[]),
    };
    for (end, nominative, grade, of_rule, when) in common.iter().chain(own) {
        let Some(rest) = before(stem, end) else { continue };
        if rest.len() + nominative.len() < 2 {
            continue;
        }
        let Some(more) = doubt(*when, rest, stem, front) else { continue };
        let cost = cost + of_rule + more;
        let mut word = rest.to_vec();
        push(&mut word, nominative, front);
        // "yksiköiden", "mansikoita": weak before these endings, too, in longer words.
        let longer = matches!(ending, "iden" | "itten" | "ita" | "ihin" | "ina") && vowel_groups(&word) >= 3;
        match *grade {
            Grade::ToStrong if weak || longer => {
                gradation::strong(&word, &mut |word, more| found.nominal(word, cost + more));
            }
            Grade::ToWeak => {
                // The consonants before the last vowel that both have.
                gradation::weak(&word, &mut |word, more| found.nominal(word, cost + more));
            }
            _ => found.nominal(&word, cost),
        }
    }
}
