//! Adds infinitives to what was found.

use crate::language::finnish::{
    found::Found,
    gradation,
    letters::{is_vowel, push},
};

pub(super) fn ends_long(stem: &[u8]) -> bool {
    stem.len() >= 2 && stem[stem.len() - 2..].iter().all(|letter| is_vowel(*letter))
}

/// Adds an infinitive.
pub(super) fn add(stem: &[u8], ending: &str, cost: u8, front: bool, found: &mut Found) {
    let mut word = stem.to_vec();
    push(&mut word, ending, front);
    found.verb(&word, cost);
}

/// Adds infinitives, their consonants strong where the stem's are weak.
pub(super) fn add_strong(stem: &[u8], ending: &str, weak: bool, cost: u8, front: bool, found: &mut Found) {
    if weak {
        gradation::strong(stem, &mut |stem, more| add(stem, ending, cost + more, front, found));
    } else {
        add(stem, ending, cost, front, found);
    }
}

/// Adds infinitives, their consonants weak where the stem's are strong.
pub(super) fn add_weak(stem: &[u8], ending: &str, cost: u8, front: bool, found: &mut Found) {
    gradation::weak(stem, &mut |stem, more| add(stem, ending, cost + more, front, found));
}
