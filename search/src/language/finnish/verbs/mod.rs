//! From a form of a verb to its first infinitive (Iso suomen kielioppi, inflection of verbs).

mod adding;
mod closed;
mod open;

use adding::{add, ends_long};
use closed::{of_passive, of_past, of_short_passive};
use open::{before_i, of_vowel_stem};

use super::found::Found;
use crate::language::finnish::letters::{before, ends, is_vowel};

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

/// "tulle-ssa", "otta-essa", "haki-essa".
fn of_second_infinitive(rest: &[u8], cost: u8, front: bool, found: &mut Found) {
    if let Some((b'i', begin)) = rest.split_last() {
        add(begin, "ea", cost, front, found);
        add(rest, "a", cost + 1, front, found);
    } else {
        add(rest, "a", cost, front, found);
    }
}
