//! From a form of a verb to its first infinitive (Iso suomen kielioppi §§ 51–80, 105–122).

use super::Found;
use crate::{
    gradation,
    letters::{before, ends, fold, is_vowel, push, vowel_groups},
};

/// What stands before an ending.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    /// A vowel stem, its consonants weak: "hae-n".
    Weak,
    /// A vowel stem, its consonants strong: "hake-vat".
    Strong,
    /// What remains of a strong vowel stem before an i: "hak-isi", "hak-i".
    BeforeI,
    /// The same with weak consonants: "ha-in".
    WeakBeforeI,
    /// What stands before a passive that has two t: "hae-ttiin", "halu-ttu"; in the present one: "hae-taan".
    Passive,
    /// What stands before a passive with one t: "saa-tiin", "tul-tu".
    ShortPassive,
    /// What stands before the endings that begin with n or take their consonant from the stem: "hake-nut", "tul-lut".
    Past,
    /// The infinitive, whose own vowel may be gone: "tulle-ssa", "haki-essa".
    SecondInfinitive,
    /// What stands before a passive that is the infinitive and "an".
    Infinitive,
}

use Part::{BeforeI, Infinitive, Passive, Past, SecondInfinitive, ShortPassive, Strong, Weak, WeakBeforeI};

/// An ending, what stands before it, and how far-fetched it is.
static ENDINGS: [(&str, Part, u8); 52] = [
    ("n", Weak, 3),
    ("t", Weak, 4),
    ("tte", Weak, 5),
    ("mme", Weak, 4),
    ("", Weak, 3),
    ("vat", Strong, 1),
    ("va", Strong, 2),
    ("ma", Strong, 4),
    ("massa", Strong, 2),
    ("masta", Strong, 2),
    ("maan", Strong, 2),
    ("malla", Strong, 2),
    ("matta", Strong, 2),
    ("minen", Strong, 4),
    ("i", BeforeI, 3),
    ("ivat", BeforeI, 2),
    ("isi", BeforeI, 2),
    ("isin", BeforeI, 3),
    ("isit", BeforeI, 3),
    ("isimme", BeforeI, 3),
    ("isitte", BeforeI, 3),
    ("isivat", BeforeI, 1),
    ("in", WeakBeforeI, 4),
    ("it", WeakBeforeI, 5),
    ("imme", WeakBeforeI, 4),
    ("taan", Passive, 1),
    ("ta", Passive, 4),
    ("ttiin", Passive, 0),
    ("ttu", Passive, 1),
    ("ttava", Passive, 0),
    ("ttaisiin", Passive, 0),
    ("ttaessa", Passive, 0),
    ("tiin", ShortPassive, 1),
    ("tu", ShortPassive, 2),
    ("tava", ShortPassive, 1),
    ("taisiin", ShortPassive, 1),
    ("taessa", ShortPassive, 1),
    ("daan", Infinitive, 0),
    ("llaan", Infinitive, 0),
    ("nnaan", Infinitive, 0),
    ("rraan", Infinitive, 0),
    ("staan", Infinitive, 1),
    ("nut", Past, 1),
    ("lut", Past, 1),
    ("rut", Past, 1),
    ("sut", Past, 1),
    ("kaa", Past, 3),
    ("koon", Past, 4),
    ("koot", Past, 4),
    ("essa", SecondInfinitive, 3),
    ("en", SecondInfinitive, 4),
    ("neet", Past, 3),
];

/// Gives the infinitives that a form may be of.
pub(super) fn infinitives(form: &[u8], cost: u8, front: bool, found: &mut Found) {
    for &(ending, part, of_ending) in &ENDINGS {
        let Some(rest) = before(form, ending).filter(|rest| rest.len() >= 2) else { continue };
        let cost = cost + of_ending;
        match part {
            Weak => of_vowel_stem(rest, true, cost, front, found),
            Strong => of_vowel_stem(rest, false, cost, front, found),
            BeforeI => before_i(rest, ending == "i", false, cost, front, found),
            WeakBeforeI => before_i(rest, true, true, cost, front, found),
            Passive => of_passive(rest, cost, front, found),
            ShortPassive => of_short_passive(rest, cost, front, found),
            Past => of_past(rest, ending, cost, front, found),
            SecondInfinitive => of_second_infinitive(rest, cost, front, found),
            // "saada-an", "tulla-an".
            Infinitive => found.verb(&form[..form.len() - 2], cost),
        }
    }
    // "hakee", "puhuu", "tulee": the vowel is long in the third person.
    if let [rest @ .., one, other] = form
        && one == other
        && is_vowel(*one)
        && !rest.is_empty()
    {
        of_vowel_stem(&form[..form.len() - 1], false, cost + 3, front, found);
    }
    // "saa", "arvioi", "hakkaa".
    if ends_long(form) {
        of_vowel_stem(form, false, cost + 3, front, found);
    }
}

/// Gives the infinitives of a form whose possessive suffix is gone: "hakeakse-en", "hakiessa-an".
pub(super) fn with_possessive(form: &[u8], cost: u8, front: bool, found: &mut Found) {
    if let Some(infinitive) = before(form, "kse").filter(|infinitive| ends(infinitive, "a")) {
        found.verb(infinitive, cost);
    }
    if let Some(rest) = before(form, "essa").filter(|rest| rest.len() >= 2) {
        of_second_infinitive(rest, cost, front, found);
    }
}

fn ends_long(stem: &[u8]) -> bool {
    stem.len() >= 2 && stem[stem.len() - 2..].iter().all(|letter| is_vowel(*letter))
}

/// Adds an infinitive.
fn add(stem: &[u8], ending: &str, cost: u8, front: bool, found: &mut Found) {
    let mut word = stem.to_vec();
    push(&mut word, ending, front);
    found.verb(&word, cost);
}

/// Adds infinitives, their consonants strong where the stem's are weak.
fn add_strong(stem: &[u8], ending: &str, weak: bool, cost: u8, front: bool, found: &mut Found) {
    if weak {
        gradation::strong(stem, &mut |stem, more| add(stem, ending, cost + more, front, found));
    } else {
        add(stem, ending, cost, front, found);
    }
}

/// Adds infinitives, their consonants weak where the stem's are strong.
fn add_weak(stem: &[u8], ending: &str, cost: u8, front: bool, found: &mut Found) {
    gradation::weak(stem, &mut |stem, more| add(stem, ending, cost + more, front, found));
}

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

fn of_vowel_stem(stem: &[u8], weak: bool, cost: u8, front: bool, found: &mut Found) {
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

fn before_i(rest: &[u8], past: bool, weak: bool, cost: u8, front: bool, found: &mut Found) {
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

fn of_passive(rest: &[u8], cost: u8, front: bool, found: &mut Found) {
    let Some((last, begin)) = rest.split_last() else { return };
    if !is_vowel(*last) {
        return;
    }
    // "annetaan": a becomes e.
    if *last == b'e' {
        let mut stem = begin.to_vec();
        push(&mut stem, "a", front);
        add_strong(&stem, "a", true, cost, front, found);
    }
    if fold(*last) != b'a' {
        add_strong(rest, "a", true, cost, front, found);
    }
    // "halutaan", "vastataan", "tarvitaan", "vanhetaan".
    add(rest, "ta", cost, front, found);
}

fn of_short_passive(rest: &[u8], cost: u8, front: bool, found: &mut Found) {
    let more = match rest.last().map(|last| fold(*last)) {
        Some(b'l') => "la",
        Some(b'n') => "na",
        Some(b'r') => "ra",
        Some(b's') => "ta",
        Some(b'h') => "da",
        _ if ends_long(rest) => "da",
        _ => return,
    };
    add(rest, more, cost, front, found);
}

fn of_past(rest: &[u8], ending: &str, cost: u8, front: bool, found: &mut Found) {
    let Some(&last) = rest.last() else { return };
    let first = ending.as_bytes()[0];
    if is_vowel(last) {
        // "hakenut", "saanut".
        if matches!(first, b'n' | b'k') {
            of_vowel_stem_before_consonant(rest, cost, front, found);
        }
        return;
    }
    match (last, first) {
        (b'l' | b'r', b'k') => add(rest, if last == b'l' { "la" } else { "ra" }, cost, front, found),
        (b'n', b'k') => add(rest, "na", cost, front, found),
        // "vastatkaa".
        (b't', b'k') => add(rest, "a", cost, front, found),
        (b's', b'k' | b's') => add(rest, "ta", cost, front, found),
        (b'h', _) => add(rest, "da", cost, front, found),
        (b'l', b'l') => add(rest, "la", cost, front, found),
        (b'r', b'r') => add(rest, "ra", cost, front, found),
        (b'n', b'n') => {
            add(rest, "na", cost + 1, front, found);
            // "halunnut", "tarvinnut", "vanhennut".
            add(&rest[..rest.len() - 1], "ta", cost, front, found);
        }
        _ => {}
    }
}

/// Verbs whose strong vowel stem stands before n and k: "hake-nut", "saa-kaa".
fn of_vowel_stem_before_consonant(stem: &[u8], cost: u8, front: bool, found: &mut Found) {
    if ends_long(stem) && (vowel_groups(stem) == 1 || stem.ends_with(b"i")) {
        add(stem, "da", cost, front, found);
    }
    add(stem, "a", cost, front, found);
}

/// "tulle-ssa", "otta-essa", "haki-essa".
fn of_second_infinitive(rest: &[u8], cost: u8, front: bool, found: &mut Found) {
    if let Some((b'i', begin)) = rest.split_last() {
        add(begin, "ea", cost, front, found);
        add(rest, "a", cost + 1, front, found);
    } else {
        add(rest, "a", cost, front, found);
    }
}
