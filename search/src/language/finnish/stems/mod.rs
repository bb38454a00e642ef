//! From the stem of a nominal to its nominative (Iso suomen kielioppi, inflection: types of stems).

mod doubt;
mod rules;

use doubt::doubt;
use rules::{OF_CONSONANT, OF_PLURAL, OF_STRONG, OF_VOWEL, OF_WEAK, OF_WEAK_PLURAL};

use super::{BaseForms, cases::Stem};
use crate::language::finnish::{
    gradation,
    letters::{before, ends, push, vowel_groups},
};

/// The change of the consonants.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Grade {
    /// They stay.
    Same,
    /// They are as the form has them, and strong in the nominative: "kadun", "katu".
    ToStrong,
    /// They are strong in the form and weak in the nominative: "hankkeen", "hanke".
    ToWeak,
}

/// When a rule is one, and when it is more doubtful than it is in general.
#[derive(Clone, Copy, PartialEq, Eq)]
enum When {
    /// Always, and no more doubtful.
    Always,
    /// Behind a vowel.
    BehindVowel,
    /// Behind a consonant.
    BehindConsonant,
    /// Where a syllable is left.
    Syllable,
    /// "talo": the nominative is the stem; few words end with e in all their forms ("nukke").
    AsItIs,
    /// "maa-ta", "valtio-ta": the stem ends with two vowels.
    LongStem,
    /// "ove-n": ovi.
    Ovi,
    /// "kaupunge-issa", "papere-ita": kaupunki, paperi.
    Shortened,
    /// "talo-ja", but "tekijö-itä" is of "tekijä".
    NoAgent,
    /// "kalo-ja": kala.
    Kala,
    /// "koir-ia": koira.
    Koira,
    /// "naise-n": a vowel before the s.
    Nainen,
    /// "sisare-n".
    Sisar,
    /// "interneti-n": a foreign word that ends with a consonant.
    Foreign,
    /// "te-itä": tie.
    Tie,
    /// "ma-ita", "vapa-ita": maa, vapaa.
    Maa,
    /// "lyhye-n": a consonant before.
    Lyhyt,
    /// "aja-n", "työaja-n", but "opettaja-n".
    Aika,
}

/// An end of a stem, the end of the nominative, what becomes of the consonants, how far-fetched it is, and
/// when it is a rule.
type Rule = (&'static str, &'static str, Grade, u8, When);

/// Gives the nominatives that a stem may be of.
pub(super) fn nominatives(
    stem: &[u8],
    ending: &str,
    sort: Stem,
    cost: u8,
    front: bool,
    found: &mut BaseForms,
) {
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
