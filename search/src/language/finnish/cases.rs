//! Case endings (Iso suomen kielioppi, inflection of nominals), and the stem before each.

use crate::language::finnish::letters::{before, fold, is_vowel};

/// The stem before an ending.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Stem {
    /// It ends with a vowel, its consonants are weak: "kadu-n".
    Weak,
    /// It ends with a vowel, its consonants are strong: "katu-na".
    Strong,
    /// It ends with a consonant, or as such a stem would: "opetus-ta", "maa-ta".
    Consonant,
    /// Without the i of the plural that follows, weak: "hankke-issa", "kadu-illa".
    WeakPlural,
    /// Without the i of the plural that follows, strong: "katu-ina".
    StrongPlural,
}

/// Which of the forms with and without a possessive suffix an ending is in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum In {
    /// Without.
    Plain,
    /// With.
    Possessed,
    /// Both.
    Both,
    /// Both, but its n goes before the suffix: "talojen", "talojemme".
    LosesN,
}

use In::{Both, LosesN, Plain, Possessed};
use Stem::{Consonant, Strong, StrongPlural, Weak, WeakPlural};

/// An ending, what stands behind which stem, and how far-fetched that is.
static ENDINGS: [(&str, Stem, In, u8); 44] = [
    ("n", Weak, Plain, 1),
    ("t", Weak, Plain, 1),
    ("ssa", Weak, Both, 0),
    ("sta", Weak, Both, 0),
    ("lla", Weak, Both, 0),
    ("lta", Weak, Both, 0),
    ("lle", Weak, Both, 0),
    ("ksi", Weak, Plain, 2),
    ("kse", Weak, Possessed, 1),
    ("tta", Weak, Both, 5),
    // Adverbs are made of adjectives: "yleisesti".
    ("sti", Weak, Plain, 2),
    ("", Strong, Possessed, 0),
    ("na", Strong, Both, 2),
    ("a", Strong, Both, 1),
    ("seen", Strong, LosesN, 0),
    ("ta", Consonant, Both, 1),
    ("ten", Consonant, LosesN, 2),
    ("issa", WeakPlural, Both, 0),
    ("ista", WeakPlural, Both, 0),
    ("illa", WeakPlural, Both, 0),
    ("ilta", WeakPlural, Both, 0),
    ("ille", WeakPlural, Both, 0),
    ("iksi", WeakPlural, Plain, 1),
    ("ikse", WeakPlural, Possessed, 1),
    ("itta", WeakPlural, Both, 4),
    ("in", WeakPlural, Plain, 6),
    ("ina", StrongPlural, Both, 2),
    ("ia", StrongPlural, Both, 1),
    ("ita", StrongPlural, Both, 1),
    ("ien", StrongPlural, LosesN, 0),
    ("iden", StrongPlural, LosesN, 0),
    ("itten", StrongPlural, LosesN, 1),
    ("iin", StrongPlural, LosesN, 1),
    ("ihin", StrongPlural, LosesN, 0),
    ("isiin", StrongPlural, LosesN, 0),
    ("ine", StrongPlural, Possessed, 1),
    ("jen", StrongPlural, LosesN, 0),
    ("ja", StrongPlural, Both, 1),
    ("han", Strong, LosesN, 2),
    ("hen", Strong, LosesN, 2),
    ("hin", Strong, LosesN, 2),
    ("hon", Strong, LosesN, 2),
    ("hun", Strong, LosesN, 2),
    ("n", Strong, LosesN, 1),
];

/// Takes a stem, the ending behind it, its sort, and how far-fetched it is.
pub(super) type Each<'e> = dyn FnMut(&[u8], &str, Stem, u8) + 'e;

/// Gives the stems of a form, of one with a possessive suffix that is gone already or without.
pub(super) fn stems(form: &[u8], possessed: bool, each: &mut Each<'_>) {
    for &(ending, stem, place, cost) in &ENDINGS {
        let seen = match (place, possessed) {
            (Plain, true) | (Possessed, false) => continue,
            (LosesN, true) => ending.strip_suffix('n').unwrap_or(ending),
            _ => ending,
        };
        let Some(rest) = before(form, seen) else { continue };
        let Some(&last) = rest.last() else { continue };
        let last = fold(last);
        let before_last = rest.len().checked_sub(2).map_or(b'-', |at| fold(rest[at]));
        let rest = match ending {
            // "taloon": the illative has the stem's vowel twice.
            "n" if stem == Strong => {
                if last != before_last || !is_vowel(last) {
                    continue;
                }
                &rest[..rest.len() - 1]
            }
            // "maahan", "työhön": behind a long vowel or a diphthong.
            "han" | "hen" | "hin" | "hon" | "hun" => {
                if !is_vowel(before_last) || last != ending.as_bytes()[1] {
                    continue;
                }
                rest
            }
            "seen" if !is_vowel(before_last) || !is_vowel(last) => continue,
            // "taloa", "asiaa": behind a short vowel.
            "a" if !is_vowel(last) => continue,
            // "talojen", "kauppoja", "papereja".
            "jen" | "ja" if !matches!(last, b'o' | b'u' | b'e') => continue,
            // "hankkeiden", "maihin", "perheisiin", "vapaita": behind a vowel.
            "iden" | "itten" | "ita" | "ihin" | "isiin" if !is_vowel(last) => continue,
            // "kuntien", "kuntiin", "kuntia": behind a consonant.
            "ien" | "iin" | "ia" if is_vowel(last) => continue,
            _ => rest,
        };
        let vowel_stem = matches!(stem, Weak | Strong);
        if vowel_stem && !is_vowel(last) {
            continue;
        }
        each(rest, ending, stem, cost);
    }
}
