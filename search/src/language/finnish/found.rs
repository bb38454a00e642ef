//! What rules have found, each word at its least cost.

use super::letters::{ends, is_vowel, vowel_groups};

/// What is more far-fetched than this is nothing.
pub(super) const LIMIT: u8 = 16;

/// What was found.
#[derive(Default)]
pub(super) struct Found {
    pub(super) nominals: Vec<(Vec<u8>, u8)>,
    pub(super) verbs: Vec<(Vec<u8>, u8)>,
}

impl Found {
    pub(super) fn nominal(&mut self, word: &[u8], cost: u8) {
        if cost <= LIMIT && may_be_nominative(word) {
            insert(&mut self.nominals, word, cost);
        }
    }

    pub(super) fn verb(&mut self, word: &[u8], cost: u8) {
        if word.len() >= 4 && cost <= LIMIT && may_be_infinitive(word) {
            insert(&mut self.verbs, word, cost);
        }
    }
}

/// No nominative is as short as "la", "tö" or "vet"; "yö", "maa", "tie", "mies" are long.
pub(super) fn may_be_nominative(word: &[u8]) -> bool {
    let long = || match word {
        [.., one, other] if one == other => is_vowel(*one),
        // "töi-tä" is "työ".
        [.., 0xF6, b'i'] => false,
        _ => ["ia", "io", "uo", "ie", "ae", "oe", "ai", "oi", "ui", "ies", "uis"]
            .iter()
            .any(|end| ends(word, end)),
    };
    match vowel_groups(word) {
        0 => false,
        1 => long(),
        _ => true,
    }
}

/// No verb is like "päiä": before -ia there is a consonant.
fn may_be_infinitive(word: &[u8]) -> bool {
    !matches!(word, [.., before, b'i', b'a' | 0xE4] if is_vowel(*before))
}

pub(super) fn insert(list: &mut Vec<(Vec<u8>, u8)>, word: &[u8], cost: u8) {
    match list.iter_mut().find(|(known, _)| known == word) {
        Some((_, known)) => *known = cost.min(*known),
        None => list.push((word.to_vec(), cost)),
    }
}
