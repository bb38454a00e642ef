//! Which of the keys of a query's word are meant, once it is known which of them stand in the index.

use crate::candidates;

/// What is more far-fetched than the best key by more than this isn't meant.
const MARGIN: u8 = 4;

/// So much less far-fetched is a key that is a base form without doubt.
const SURE: u8 = 3;

/// The keys that a word asks for. `known` says of a key whether it stands in the index, and if so whether it is a base form
/// there without doubt.
///
/// Who types such a base form means that word: "kuusi" isn't "your moon", and "alusta" not the beginning. Who types another
/// form means the base forms that are nearly as plausible as the best one.
pub fn asked_for(word: &str, mut known: impl FnMut(&str) -> Option<bool>) -> Vec<String> {
    if known(word) == Some(true) {
        return vec![word.to_owned()];
    }
    let mut meant: Vec<(String, u8)> = Vec::new();
    for candidate in candidates(word) {
        if let Some(sure) = known(&candidate.text) {
            let cost = if sure { candidate.cost.saturating_sub(SURE) } else { candidate.cost };
            meant.push((candidate.text, cost));
        }
    }
    let best = meant.iter().map(|(_, cost)| *cost).min().unwrap_or(0);
    meant.retain(|(text, cost)| *cost <= best + MARGIN || text == word);
    meant.into_iter().map(|(text, _)| text).collect()
}
