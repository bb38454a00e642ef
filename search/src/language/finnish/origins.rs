//! From adjectives to the words that they are derived from: comparatives, superlatives (Iso suomen kielioppi,
//! comparison) and participles.

use super::{base_forms::BaseForms, cases::Stem, stems, verbs};
use crate::language::finnish::letters::{before, ends, is_front, push};

/// Nominatives of participles and infinitives that are declined: "haettava", "hakenut", "hakema",
/// "hakeminen".
const VERBAL: [&str; 8] = ["va", "nut", "lut", "sut", "rut", "tu", "ma", "minen"];

/// Gives the words that a nominative may be derived from.
pub(super) fn origins(nominative: &[u8], cost: u8, found: &mut BaseForms) {
    let front = is_front(nominative);
    if let Some(stem) = before(nominative, "mpi").filter(|stem| stem.len() >= 3) {
        stems::nominatives(stem, "", Stem::Weak, cost + 1, front, found);
        // "vanhempi": vanha.
        if let Some(begin) = before(stem, "e") {
            let mut stem = begin.to_vec();
            push(&mut stem, "a", front);
            stems::nominatives(&stem, "", Stem::Strong, cost + 1, front, found);
        }
    }
    if let Some(stem) = before(nominative, "in").filter(|stem| stem.len() >= 3) {
        stems::nominatives(stem, "", Stem::WeakPlural, cost + 3, front, found);
    }
    if VERBAL.iter().any(|end| ends(nominative, end)) {
        verbs::infinitives(nominative, cost, front, found);
    }
}
