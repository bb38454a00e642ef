//! Under which keys the words of a site stand in the index.

use page::Language;
use rayon::prelude::*;

use super::{
    memory::Memory,
    vocabulary::{Analysis, Vocabulary},
    voikko,
};

/// Whether Voikko is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voikko {
    /// Where it is installed.
    WhereInstalled,
    /// Never: as if it weren't.
    Never,
}

/// What is known of the words of a language's pages, with the keys of each; none where the memory knows
/// exactly these words.
///
/// The words know each other: one form is understood by others. Finnish words are analysed by Voikko where it
/// is installed; those that it doesn't know, and all of them where it isn't, by rules. The memory spares the
/// analysis of words that the publication before has analysed. It never changes a key: the keys are those of
/// a publication from nothing.
pub fn keys(language: Language, words: &[&str], voikko: Voikko, memory: &Memory) -> Option<Memory> {
    if memory.is_of(words) {
        return None;
    }
    let is_asked = language == Language::Fi && voikko == Voikko::WhereInstalled;
    let analyses = if is_asked { analyses(words, memory) } else { None };
    let lacks_voikko = is_asked && analyses.is_none();
    let analyses = analyses.unwrap_or_default();
    let keys = Vocabulary::with(language, words, &analyses).keys();
    Some(Memory::of(words, &analyses, &keys, lacks_voikko))
}

/// What Voikko says of each word: it is asked only for those that aren't remembered.
fn analyses(words: &[&str], memory: &Memory) -> Option<Vec<Analysis>> {
    let known: Vec<Option<Analysis>> = words.par_iter().map(|word| memory.analysis(word)).collect();
    let unknown = words.iter().zip(&known).filter(|(_, known)| known.is_none());
    let unknown: Vec<&str> = unknown.map(|(word, _)| *word).collect();
    let knew_some = unknown.len() < words.len();
    let mut new = match voikko::analyse(&unknown) {
        Some(new) => new.into_iter(),
        // It knows none of the new ones.
        None if knew_some => vec![Analysis::default(); unknown.len()].into_iter(),
        None => return None,
    };
    let known = known.into_iter().map(|known| known.or_else(|| new.next()).unwrap_or_default());
    Some(known.collect())
}
