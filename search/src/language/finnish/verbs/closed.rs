//! Infinitives of what stands before endings that begin with consonants: the passive, the past participle, the imperative.

use super::adding::{add, add_strong, ends_long};
use crate::language::finnish::{
    found::Found,
    letters::{fold, is_vowel, push, vowel_groups},
};

pub(super) fn of_passive(rest: &[u8], cost: u8, front: bool, found: &mut Found) {
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

pub(super) fn of_short_passive(rest: &[u8], cost: u8, front: bool, found: &mut Found) {
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

pub(super) fn of_past(rest: &[u8], ending: &str, cost: u8, front: bool, found: &mut Found) {
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
