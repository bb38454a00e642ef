//! From adjectives to what they are made of: comparatives, superlatives (Iso suomen kielioppi, comparison) and participles.

use super::{cases::Stem, found::Found, stems, verbs};
use crate::language::finnish::letters::{before, ends, is_front, push};

/// Nominatives of participles and infinitives that are declined: "haettava", "hakenut", "hakema", "hakeminen".
const VERBAL: [&str; 8] = ["va", "nut", "lut", "sut", "rut", "tu", "ma", "minen"];

/// Gives what a nominative may be made of.
pub(super) fn origins(nominative: &[u8], cost: u8, found: &mut Found) {
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
