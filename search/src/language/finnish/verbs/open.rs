//! Infinitives of vowel stems: "hake-vat", "tule-n", "vasta-isi".

use super::adding::{add, add_strong, add_weak, ends_long};
use crate::language::finnish::{
    found::Found,
    letters::{before, ends, fold, is_vowel, push, vowel_groups},
};

/// An end of a vowel stem, the end of the infinitive, whether its consonants become weak, and how far-fetched it is.
static VOWEL_STEMS: [(&str, &str, bool, u8); 9] = [
    ("le", "lla", true, 0),
    ("ne", "nna", true, 2),
    ("re", "rra", true, 1),
    ("se", "sta", false, 0),
    ("tse", "ta", false, 0),
    ("ne", "ta", true, 2),
    ("teke", "tehda", false, 0),
    ("nake", "nahda", false, 0),
    ("aa", "ata", true, 1),
];

pub(super) fn of_vowel_stem(stem: &[u8], weak: bool, cost: u8, front: bool, found: &mut Found) {
    let Some((&last, rest)) = stem.split_last() else { return };
    if !is_vowel(last) || rest.is_empty() {
        return;
    }
    let long = ends_long(stem);
    for &(end, infinitive, becomes_weak, more) in &VOWEL_STEMS {
        let Some(rest) = before(stem, end) else { continue };
        if becomes_weak {
            let begin = if infinitive == "ata" { &stem[..stem.len() - 1] } else { rest };
            let ending = if infinitive == "ata" { "ta" } else { infinitive };
            if begin.len() >= 2 {
                add_weak(begin, ending, cost + more, front, found);
            }
        } else {
            add(rest, infinitive, cost + more, front, found);
        }
    }
    for (end, infinitive) in [("tee", "tehda"), ("nae", "nahda")] {
        if let Some(rest) = before(stem, end).filter(|_| weak) {
            add(rest, infinitive, cost, front, found);
        }
    }
    // "haluan", "tarjoan", "kohoan": haluta, tarjota, kohota.
    if long && fold(last) == b'a' && rest.len() >= 3 && rest.last() != Some(&last) {
        add_weak(rest, "ta", cost + 1, front, found);
    }
    // "saan", "voin", "juon", "arvioin": no consonant between.
    if long && (vowel_groups(stem) == 1 || fold(last) == b'i') {
        add(stem, "da", cost + 1, front, found);
    }
    let same = rest.last() == Some(&last);
    if !same {
        // "tulea", "nousea": there are hardly any.
        let rare = ["le", "ne", "re", "se"].iter().any(|end| ends(stem, end));
        add_strong(stem, "a", weak, cost + if rare { 3 } else { 0 }, front, found);
    }
}

pub(super) fn before_i(rest: &[u8], past: bool, weak: bool, cost: u8, front: bool, found: &mut Found) {
    let Some(&last) = rest.last() else { return };
    let stem = |end: &str, cut: usize| {
        let mut stem = rest[..rest.len() - cut].to_vec();
        push(&mut stem, end, front);
        stem
    };
    if !is_vowel(last) {
        // "tul-i", "ott-i", "ets-i"; in the conditional only e goes.
        of_vowel_stem(&stem("e", 0), weak, cost, front, found);
        if past {
            of_vowel_stem(&stem("a", 0), weak, cost, front, found);
            of_vowel_stem(&stem("i", 0), weak, cost + 1, front, found);
            of_past_in_s(rest, cost, front, found);
        } else {
            of_vowel_stem(&stem("i", 0), weak, cost + 1, front, found);
        }
        return;
    }
    of_vowel_stem(rest, weak, cost, front, found);
    match fold(last) {
        b'o' => {
            if past {
                // "antoi", "maksoi".
                add_strong(&stem("a", 1), "a", weak, cost, front, found);
            }
            // "arvio-isi", "jo-isi".
            add(&stem("i", 0), "da", cost + 2, front, found);
            add(&stem("uo", 1), "da", cost + 2, front, found);
        }
        // "vasta-isi": vastata; "sa-isi": saada.
        b'a' => {
            add_weak(rest, "ta", cost + 1, front, found);
            if vowel_groups(rest) == 1 {
                add(&stem("a", 0), "da", cost + 1, front, found);
            }
        }
        b'e' => add(&stem("ie", 1), "da", cost + 3, front, found),
        _ => {}
    }
}

/// "vastasi": vastata; "rakensi": rakentaa; "pyysi": pyytää.
fn of_past_in_s(rest: &[u8], cost: u8, front: bool, found: &mut Found) {
    let Some(stem) = before(rest, "s").filter(|stem| stem.len() >= 2) else { return };
    let last = fold(stem[stem.len() - 1]);
    if is_vowel(last) {
        add_weak(stem, "ta", cost, front, found);
        if ends_long(stem) {
            add(stem, "taa", cost + 1, front, found);
        }
    } else if matches!(last, b'n' | b'r' | b'l') {
        add(stem, "taa", cost, front, found);
    }
}
