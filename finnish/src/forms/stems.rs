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

use When::{
    Aika, Always, AsItIs, BehindConsonant, BehindVowel, Foreign, Kala, Koira, LongStem, Lyhyt, Maa, Nainen,
    NoAgent, Ovi, Shortened, Sisar, Syllable, Tie,
};

/// An end of a stem, the end of the nominative, what becomes of the consonants, how far-fetched it is, and when it is a rule.
type Rule = (&'static str, &'static str, Grade, u8, When);

/// Of stems that end with a vowel, whatever their consonants.
static OF_VOWEL: [Rule; 27] = [
    ("", "", ToStrong, 0, AsItIs),
    ("e", "i", ToStrong, 2, Ovi),
    ("ee", "e", ToWeak, 0, Syllable),
    ("aa", "as", ToWeak, 1, Syllable),
    ("ii", "is", ToWeak, 2, Syllable),
    ("ee", "es", ToWeak, 6, Always),
    ("aa", "at", Same, 7, Always),
    ("kse", "s", Same, 0, Always),
    ("se", "nen", Same, 0, Nainen),
    ("ime", "in", ToWeak, 1, Always),
    ("ne", "n", ToWeak, 2, Sisar),
    ("le", "l", ToWeak, 3, Sisar),
    ("re", "r", ToWeak, 3, Sisar),
    ("ttoma", "ton", Same, 0, Always),
    ("mpima", "mmin", Same, 0, Always),
    ("ue", "ut", Same, 2, Lyhyt),
    ("nee", "nut", Same, 2, Always),
    ("llee", "llut", Same, 2, Always),
    ("rree", "rrut", Same, 2, Always),
    ("ssee", "ssut", Same, 2, Always),
    ("ree", "r", ToWeak, 2, Always),
    ("lee", "l", ToWeak, 2, Always),
    ("iehe", "ies", Same, 0, Always),
    ("dame", "dan", Same, 3, Always),
    ("i", "", Same, 3, Foreign),
    ("aja", "aika", Same, 1, Aika),
    ("poja", "poika", Same, 0, Always),
];

/// Of weak ones.
static OF_WEAK: [Rule; 11] = [
    ("ude", "us", Same, 0, Always),
    ("de", "si", Same, 2, BehindVowel),
    ("hde", "ksi", Same, 4, Always),
    ("nne", "nsi", Same, 3, Always),
    ("rre", "rsi", Same, 3, Always),
    ("lle", "lsi", Same, 4, Always),
    ("nne", "s", Same, 3, Always),
    ("hanne", "hat", Same, 3, Always),
    ("mma", "mpi", Same, 0, Always),
    ("imma", "in", Same, 1, Always),
    ("semma", "sen", Same, 5, Always),
];

/// Of strong ones.
static OF_STRONG: [Rule; 9] = [
    ("ute", "us", Same, 0, Always),
    ("te", "si", Same, 3, BehindVowel),
    ("hte", "ksi", Same, 4, Always),
    ("nte", "s", Same, 3, Always),
    ("nte", "nsi", Same, 3, Always),
    ("hante", "hat", Same, 3, Always),
    ("mpa", "mpi", Same, 0, Always),
    ("impa", "in", Same, 1, Always),
    ("sempa", "sen", Same, 5, Always),
];

/// Of those that end with a consonant, and of long vowels that the same endings stand behind.
static OF_CONSONANT: [Rule; 20] = [
    ("s", "s", Same, 0, Always),
    ("s", "nen", Same, 0, Nainen),
    ("s", "psi", Same, 3, Always),
    ("s", "tsi", Same, 5, Always),
    ("n", "n", Same, 1, Always),
    ("n", "ni", Same, 2, Always),
    ("n", "mi", Same, 6, Always),
    ("l", "l", Same, 2, Always),
    ("l", "li", Same, 2, Always),
    ("r", "r", Same, 2, Always),
    ("r", "ri", Same, 2, Always),
    ("et", "e", Same, 0, Always),
    ("ut", "us", Same, 0, Always),
    ("ut", "ut", Same, 1, Always),
    ("at", "at", Same, 5, Always),
    ("at", "as", Same, 5, Always),
    ("t", "si", Same, 2, Always),
    ("t", "s", Same, 7, Always),
    ("h", "ksi", Same, 4, Always),
    ("", "", Same, 1, LongStem),
];

/// Of those before the i of the plural, whatever their consonants.
static OF_PLURAL: [Rule; 41] = [
    ("o", "o", ToStrong, 0, NoAgent),
    ("u", "u", ToStrong, 0, Always),
    ("e", "i", ToStrong, 1, Shortened),
    ("o", "a", ToStrong, 1, Kala),
    ("", "a", ToStrong, 0, Koira),
    ("", "i", ToStrong, 1, BehindConsonant),
    ("e", "e", ToWeak, 1, Syllable),
    ("a", "as", ToWeak, 1, Always),
    ("i", "is", ToWeak, 1, Always),
    ("e", "es", ToWeak, 6, Always),
    ("e", "ea", Same, 2, Always),
    ("o", "oa", Same, 4, Always),
    ("a", "aa", Same, 3, Maa),
    ("u", "uu", Same, 2, Always),
    ("o", "uo", Same, 3, Tie),
    ("e", "ie", Same, 3, Tie),
    ("u", "ut", Same, 2, Lyhyt),
    ("a", "at", Same, 6, Always),
    ("ne", "nut", Same, 1, Always),
    ("lle", "llut", Same, 1, Always),
    ("rre", "rrut", Same, 1, Always),
    ("sse", "ssut", Same, 1, Always),
    ("ks", "s", Same, 0, Always),
    ("s", "nen", Same, 0, Nainen),
    ("s", "si", Same, 3, Always),
    ("ns", "s", Same, 3, Always),
    ("hans", "hat", Same, 2, Always),
    ("im", "in", ToWeak, 1, Always),
    ("ttom", "ton", Same, 0, Always),
    ("mp", "mpi", Same, 0, Always),
    ("mm", "mpi", Same, 0, Always),
    ("imp", "in", Same, 1, Always),
    ("imm", "in", Same, 1, Always),
    ("mpim", "mmin", Same, 0, Always),
    ("n", "n", ToWeak, 2, Sisar),
    ("l", "l", ToWeak, 3, Sisar),
    ("r", "r", ToWeak, 3, Sisar),
    ("re", "r", ToWeak, 2, Sisar),
    ("le", "l", ToWeak, 2, Sisar),
    ("e", "ee", Same, 4, Always),
    ("ieh", "ies", Same, 0, Always),
];

/// Of weak ones before the i of the plural: the k of "aika" and "poika" goes.
static OF_WEAK_PLURAL: [Rule; 2] = [("ajo", "aika", Same, 1, Aika), ("poj", "poika", Same, 0, Always)];

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
fn doubt(when: When, rest: &[u8], stem: &[u8], front: bool) -> Option<u8> {
    let last = rest.last().map_or(b'-', |last| fold(*last));
    let vowel_before = is_vowel(last);
    let groups = vowel_groups(rest);
    let if_true = |is_rule: bool| is_rule.then_some(0);
    match when {
        Always => Some(0),
        BehindVowel => if_true(vowel_before),
        BehindConsonant => if_true(!vowel_before),
        Syllable => if_true(groups >= 1),
        LongStem => if_true(stem.len() >= 2 && is_vowel(last) && is_vowel(stem[stem.len() - 2])),
        AsItIs if ends(stem, "ie") => Some(0),
        AsItIs if last == b'e' => Some(4),
        AsItIs if ends(stem, "ii") => Some(3),
        AsItIs if ends(stem, "aa") && groups > 1 => Some(2),
        AsItIs => Some(0),
        Ovi if vowel_before && !matches!(last, b'o' | b'u' | b'a') => None,
        // These are of "ihminen" or "opetus" rather; but "lapsi", "veitsi".
        Ovi if ends(stem, "kse") => Some(3),
        Ovi if last == b's' && vowel_before_s(&rest[..rest.len() - 1]).is_some() => Some(3),
        Ovi => Some(0),
        Shortened => if_true(groups >= 1 && !vowel_before),
        NoAgent => Some(if last == b'j' && groups > 1 { 3 } else { 0 }),
        Kala => a_to_o(rest, groups),
        Koira => (!vowel_before).then(|| a_goes(rest, front, groups)),
        Nainen => vowel_before_s(rest),
        Sisar => if_true(vowel_before && rest.len() >= 2),
        Foreign => if_true(!vowel_before && groups >= 2),
        Tie => (rest.len() <= 2 || groups >= 2).then_some(u8::from(rest.len() > 2)),
        Maa => if_true(groups == 0 || groups >= 2 || last == b'p'),
        Lyhyt => if_true(!vowel_before && groups >= 1),
        Aika => Some(if vowel_before || last == b'-' { 0 } else { 6 }),
    }
}

/// Words in -nen have a vowel before their s.
fn vowel_before_s(rest: &[u8]) -> Option<u8> {
    let last = rest.last().filter(|last| is_vowel(**last))?;
    (*last == b'i' || rest.len() >= 2).then_some(if *last == b'i' { 0 } else { 2 })
}

/// The vowel of the syllable before the last.
fn nucleus(rest: &[u8]) -> Option<u8> {
    let end = rest.iter().rposition(|letter| is_vowel(*letter))?;
    let begin = rest[..end].iter().rposition(|letter| !is_vowel(*letter)).map_or(0, |at| at + 1);
    Some(rest[begin])
}

/// a becomes o behind a, e, i ("kaloja", "kissoja"), in longer words elsewhere, too.
fn a_to_o(rest: &[u8], groups: usize) -> Option<u8> {
    match nucleus(rest)? {
        b'a' | b'e' | b'i' => Some(0),
        _ if rest.ends_with(b"j") => Some(0),
        _ => (groups >= 2).then_some(2),
    }
}

/// a goes behind o and u ("koiria"), each ä goes ("metsiä"), in longer words others go, too ("asemia").
fn a_goes(rest: &[u8], front: bool, groups: usize) -> u8 {
    match nucleus(rest) {
        Some(b'a' | b'e' | b'i') if !front && groups == 1 => 5,
        Some(b'a' | b'e' | b'i') if groups >= 2 => 1,
        _ => 0,
    }
}
