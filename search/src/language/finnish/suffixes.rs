//! The last parts of a word form: clitics, and before them possessive suffixes.

use crate::language::finnish::letters::{before, ends, fold, is_vowel, vowel_groups};

/// Clitics (Iso suomen kielioppi, "liitepartikkelit") and how far-fetched each is.
const CLITICS: [(&str, u8); 5] = [("kin", 2), ("kaan", 3), ("ko", 3), ("han", 3), ("pa", 4)];

/// Possessive suffixes (Iso suomen kielioppi, inflection of nominals), but for the one that is the vowel
/// before it and n, and how far-fetched each is.
const POSSESSIVES: [(&str, u8); 5] = [("nsa", 4), ("mme", 4), ("nne", 5), ("ni", 5), ("si", 6)];

/// A word form without its clitics, after the form itself.
pub(super) fn without_clitics<'l>(form: &'l [u8], each: &mut dyn FnMut(&'l [u8], u8)) {
    each(form, 0);
    for (clitic, cost) in CLITICS {
        let Some(rest) = before(form, clitic).filter(|rest| rest.len() >= 3 && may_end(rest)) else {
            continue;
        };
        // "-pa" stands behind verbs and what is short, "-ko" behind what is asked.
        each(rest, cost);
        // "onkohan", "tulisikohan".
        if clitic == "han"
            && let Some(rest) = before(rest, "ko").filter(|rest| rest.len() >= 3)
        {
            each(rest, cost + 1);
        }
    }
}

/// Whether Finnish words can have this end.
fn may_end(form: &[u8]) -> bool {
    form.last().is_some_and(|last| is_vowel(*last) || matches!(last, b'n' | b't' | b's' | b'l' | b'r'))
}

/// A form without its possessive suffix.
pub(super) fn without_possessive<'l>(form: &'l [u8], each: &mut dyn FnMut(&'l [u8], u8)) {
    for (suffix, cost) in POSSESSIVES {
        let vowel_before = |rest: &&[u8]| rest.len() >= 3 && rest.last().is_some_and(|last| is_vowel(*last));
        if let Some(rest) = before(form, suffix).filter(vowel_before) {
            // "kuusi" isn't "your moon".
            each(rest, cost + if vowel_groups(rest) == 1 { 2 } else { 0 });
        }
    }
    // "talossaan", "hakemuksekseen", "lapsineen": the third person, behind a case that ends with a short
    // vowel.
    if let Some((b'n', rest)) = form.split_last()
        && let Some((last, rest)) = rest.split_last()
        && rest.len() >= 4
        && rest.last().is_some_and(|before| fold(*before) == fold(*last))
        && ["ssa", "sta", "lla", "lta", "na", "ta", "a", "kse", "lle", "ine"]
            .iter()
            .any(|case| ends(rest, case))
    {
        each(rest, 3);
    }
}
