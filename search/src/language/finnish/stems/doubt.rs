//! When a rule about a stem is one, and what makes it more doubtful.

use super::rule::When::{
    self, Aika, Always, AsItIs, BehindConsonant, BehindVowel, Foreign, Kala, Koira, LongStem, Lyhyt, Maa,
    Nainen, NoAgent, Ovi, Shortened, Sisar, Syllable, Tie,
};
use crate::language::finnish::letters::{ends, fold, is_vowel, vowel_groups};

/// What makes a rule more doubtful than it is in general; none where it isn't one.
pub(super) fn doubt(when: When, rest: &[u8], stem: &[u8], front: bool) -> Option<u8> {
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
