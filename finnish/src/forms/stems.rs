//! From the stem of a nominal to its nominative (Iso suomen kielioppi §§ 51–80).

use super::{Found, cases::Stem};
use crate::{
    gradation,
    letters::{before, ends, fold, is_vowel, push, vowel_groups},
};

/// What becomes of the consonants.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Grade {
    /// They stay.
    Same,
    /// They are as the form has them, and strong in the nominative: "kadun", "katu".
    ToStrong,
    /// They are strong in the form and weak in the nominative: "hankkeen", "hanke".
    ToWeak,
}

use Grade::{Same, ToStrong, ToWeak};

/// An end of a stem, the end of the nominative, what becomes of the consonants, and how far-fetched it is.
type Rule = (&'static str, &'static str, Grade, u8);

/// Of stems that end with a vowel, whatever their consonants.
const OF_VOWEL: [Rule; 27] = [
    ("", "", ToStrong, 0),
    ("e", "i", ToStrong, 2),
    ("ee", "e", ToWeak, 0),
    ("aa", "as", ToWeak, 1),
    ("ii", "is", ToWeak, 2),
    ("ee", "es", ToWeak, 6),
    ("aa", "at", Same, 7),
    ("kse", "s", Same, 0),
    ("se", "nen", Same, 0),
    ("ime", "in", ToWeak, 1),
    ("ne", "n", ToWeak, 2),
    ("le", "l", ToWeak, 3),
    ("re", "r", ToWeak, 3),
    ("ttoma", "ton", Same, 0),
    ("mpima", "mmin", Same, 0),
    ("ue", "ut", Same, 2),
    ("nee", "nut", Same, 2),
    ("llee", "llut", Same, 2),
    ("rree", "rrut", Same, 2),
    ("ssee", "ssut", Same, 2),
    ("ree", "r", ToWeak, 2),
    ("lee", "l", ToWeak, 2),
    ("iehe", "ies", Same, 0),
    ("dame", "dan", Same, 3),
    ("i", "", Same, 3),
    ("aja", "aika", Same, 1),
    ("poja", "poika", Same, 0),
];

/// Of weak ones.
const OF_WEAK: [Rule; 11] = [
    ("ude", "us", Same, 0),
    ("de", "si", Same, 2),
    ("hde", "ksi", Same, 4),
    ("nne", "nsi", Same, 3),
    ("rre", "rsi", Same, 3),
    ("lle", "lsi", Same, 4),
    ("nne", "s", Same, 3),
    ("hanne", "hat", Same, 3),
    ("mma", "mpi", Same, 0),
    ("imma", "in", Same, 1),
    ("semma", "sen", Same, 5),
];

/// Of strong ones.
const OF_STRONG: [Rule; 9] = [
    ("ute", "us", Same, 0),
    ("te", "si", Same, 3),
    ("hte", "ksi", Same, 4),
    ("nte", "s", Same, 3),
    ("nte", "nsi", Same, 3),
    ("hante", "hat", Same, 3),
    ("mpa", "mpi", Same, 0),
    ("impa", "in", Same, 1),
    ("sempa", "sen", Same, 5),
];

/// Of those that end with a consonant, and of long vowels that the same endings stand behind.
const OF_CONSONANT: [Rule; 20] = [
    ("s", "s", Same, 0),
    ("s", "nen", Same, 0),
    ("s", "psi", Same, 3),
    ("s", "tsi", Same, 5),
    ("n", "n", Same, 1),
    ("n", "ni", Same, 2),
    ("n", "mi", Same, 6),
    ("l", "l", Same, 2),
    ("l", "li", Same, 2),
    ("r", "r", Same, 2),
    ("r", "ri", Same, 2),
    ("et", "e", Same, 0),
    ("ut", "us", Same, 0),
    ("ut", "ut", Same, 1),
    ("at", "at", Same, 5),
    ("at", "as", Same, 5),
    ("t", "si", Same, 2),
    ("t", "s", Same, 7),
    ("h", "ksi", Same, 4),
    ("", "", Same, 1),
];

/// Of those before the i of the plural, whatever their consonants.
const OF_PLURAL: [Rule; 41] = [
    ("o", "o", ToStrong, 0),
    ("u", "u", ToStrong, 0),
    ("e", "i", ToStrong, 1),
    ("o", "a", ToStrong, 1),
    ("", "a", ToStrong, 0),
    ("", "i", ToStrong, 1),
    ("e", "e", ToWeak, 1),
    ("a", "as", ToWeak, 1),
    ("i", "is", ToWeak, 1),
    ("e", "es", ToWeak, 6),
    ("e", "ea", Same, 2),
    ("o", "oa", Same, 4),
    ("a", "aa", Same, 3),
    ("u", "uu", Same, 2),
    ("o", "uo", Same, 3),
    ("e", "ie", Same, 3),
    ("u", "ut", Same, 2),
    ("a", "at", Same, 6),
    ("ne", "nut", Same, 1),
    ("lle", "llut", Same, 1),
    ("rre", "rrut", Same, 1),
    ("sse", "ssut", Same, 1),
    ("ks", "s", Same, 0),
    ("s", "nen", Same, 0),
    ("s", "si", Same, 3),
    ("ns", "s", Same, 3),
    ("hans", "hat", Same, 2),
    ("im", "in", ToWeak, 1),
    ("ttom", "ton", Same, 0),
    ("mp", "mpi", Same, 0),
    ("mm", "mpi", Same, 0),
    ("imp", "in", Same, 1),
    ("imm", "in", Same, 1),
    ("mpim", "mmin", Same, 0),
    ("n", "n", ToWeak, 2),
    ("l", "l", ToWeak, 3),
    ("r", "r", ToWeak, 3),
    ("re", "r", ToWeak, 2),
    ("le", "l", ToWeak, 2),
    ("e", "ee", Same, 4),
    ("ieh", "ies", Same, 0),
];

/// Of weak ones before the i of the plural: the k of "aika" and "poika" goes.
const OF_WEAK_PLURAL: [Rule; 2] = [("ajo", "aika", Same, 1), ("poj", "poika", Same, 0)];

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
    for (end, nominative, grade, of_rule) in common.iter().chain(own) {
        let Some(rest) = before(stem, end) else { continue };
        let Some(more) = doubt(rest, stem, end, nominative, ending, sort) else { continue };
        let cost = cost + of_rule + more;
        let mut word = rest.to_vec();
        push(&mut word, nominative, front);
        // "yksiköiden", "mansikoita": weak before these endings, too, in longer words.
        let longer = matches!(ending, "iden" | "itten" | "ita" | "ihin") && vowel_groups(&word) >= 3;
        match grade {
            ToStrong if weak || longer => {
                gradation::strong(&word, &mut |word, more| found.nominal(word, cost + more));
            }
            ToWeak => {
                // The consonants before the last vowel that both have.
                gradation::weak(&word, &mut |word, more| found.nominal(word, cost + more));
            }
            _ => found.nominal(&word, cost),
        }
    }
}

/// What makes a rule more doubtful than it is in general; none where it isn't one.
fn doubt(rest: &[u8], stem: &[u8], end: &str, nominative: &str, ending: &str, sort: Stem) -> Option<u8> {
    let last = rest.last().map(|last| fold(*last));
    let vowel_before = last.is_some_and(is_vowel);
    let plural = matches!(sort, Stem::WeakPlural | Stem::StrongPlural);
    let groups = vowel_groups(rest);
    match (end, nominative) {
        // Nothing but an ending is no word.
        _ if rest.is_empty() && nominative.len() < 2 => None,
        ("", "") if sort == Stem::Consonant => {
            // "maata", "tietä", "valtiota", "korkeata": behind two vowels.
            let two = stem.len() >= 2 && is_vowel(stem[stem.len() - 1]) && is_vowel(stem[stem.len() - 2]);
            two.then_some(0)
        }
        // Few words end with e in all their forms ("nukke"); the others have two.
        ("", "") if last == Some(b'e') => Some(if ends(stem, "ie") { 0 } else { 4 }),
        ("", "") if ends(stem, "ii") => Some(3),
        ("", "") if ends(stem, "aa") && groups > 1 => Some(2),
        // "opettaja", "suunnitelma".
        ("", "") => Some(0),
        ("e", "i") if !plural => {
            if vowel_before && last != Some(b'o') && last != Some(b'u') && last != Some(b'a') {
                return None;
            }
            Some(
                if ends(stem, "kse") || ends(stem, "se") && vowel_before_s(&rest[..rest.len() - 1]).is_some()
                {
                    3
                } else {
                    0
                },
            )
        }
        // "kaupungeissa", "papereita": two syllables at least.
        ("e", "i") => (groups >= 1 && !vowel_before).then_some(0),
        ("e", "e") => (groups >= 1).then_some(0),
        // "tekijöitä" are of "tekijä".
        ("o", "o") if last == Some(b'j') && groups > 1 => Some(3),
        // a becomes o behind a, e, i: "kaloja", "kissoja"; it goes behind o, u, and each ä goes (§ 45).
        ("o", "a") => a_to_o(rest, stem, groups),
        // "työajan", but "opettajan".
        ("aja" | "ajo", "aika") => {
            Some(if vowel_before || rest.is_empty() || last == Some(b'-') { 0 } else { 6 })
        }
        ("", "a") => (!vowel_before).then(|| a_goes(rest, ending, groups)),
        ("", "i") => (!vowel_before).then_some(0),
        ("se" | "s", "nen") => vowel_before_s(rest),
        ("ne" | "le" | "re" | "n" | "l" | "r", "n" | "l" | "r") if sort != Stem::Consonant => {
            (vowel_before && groups >= 1 && rest.len() >= 2).then_some(0)
        }
        ("ee", "e") | ("aa", "as") | ("ii", "is") => (groups >= 1).then_some(0),
        ("i", "") => (!vowel_before && groups >= 2).then_some(0),
        ("de" | "te", "si") => {
            // "veden", "vuoden", "kuukauden": behind a vowel, or "kahden".
            if vowel_before { Some(0) } else { None }
        }
        ("o", "uo") | ("e", "ie") => (rest.len() <= 2 || groups >= 2).then_some(u8::from(rest.len() > 2)),
        ("a", "aa") => (groups == 0 || groups >= 2 || last == Some(b'p')).then_some(0),
        ("t", "si") => Some(0),
        ("ue" | "u", "ut") => (!vowel_before && groups >= 1).then_some(0),
        ("s", "si") | ("ns", "s") => (rest.len() >= 2 || groups >= 1).then_some(0),
        _ => Some(0),
    }
}

/// Words in -nen have a vowel before their s.
fn vowel_before_s(rest: &[u8]) -> Option<u8> {
    match rest.last().map(|last| fold(*last)) {
        Some(b'i') => Some(0),
        Some(b'o' | b'u' | b'e' | b'a') if rest.len() >= 2 => Some(2),
        _ => None,
    }
}

/// The vowel of the syllable before the last.
fn nucleus(rest: &[u8]) -> Option<u8> {
    let end = rest.iter().rposition(|letter| is_vowel(*letter))?;
    let begin = rest[..end].iter().rposition(|letter| !is_vowel(*letter)).map_or(0, |at| at + 1);
    Some(rest[begin])
}

fn a_to_o(rest: &[u8], stem: &[u8], groups: usize) -> Option<u8> {
    if stem.last() == Some(&b'o') {
        return Some(match nucleus(rest)? {
            b'a' | b'e' | b'i' => 0,
            _ if groups >= 2 => 2,
            _ => return None,
        });
    }
    (groups >= 2).then_some(if rest.ends_with(b"j") { 0 } else { 2 })
}

fn a_goes(rest: &[u8], ending: &str, groups: usize) -> u8 {
    let back = rest.iter().any(|letter| matches!(letter, b'a' | b'o' | b'u')) || ending.ends_with('a');
    match nucleus(rest) {
        Some(b'a' | b'e' | b'i') if back && groups == 1 => 5,
        Some(b'a' | b'e' | b'i') if groups >= 2 => 1,
        _ => 0,
    }
}
