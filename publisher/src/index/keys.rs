//! Under which keys the words of a site stand in the index.

use application::page::Language;
use rayon::prelude::*;
use search::{index::Key, language};

use super::{Voikko, vocabulary::Vocabulary, voikko};

/// The keys of each of the words of a language's pages, which know each other: one form is understood by others. Finnish
/// words are analysed by Voikko where it is installed; those that it doesn't know, and all of them where it isn't, by rules. Gives
/// also whether it was asked and isn't.
pub fn keys(language: Language, words: &[&str], voikko: Voikko) -> (Vec<Vec<Key>>, bool) {
    let is_asked = language == Language::Fi && voikko == Voikko::WhereInstalled;
    let analyses = if is_asked { voikko::analyse(words) } else { None };
    let lacks_voikko = is_asked && analyses.is_none();
    let language = match language {
        Language::Fi => language::Language::Fi,
        Language::Sv => language::Language::Sv,
        Language::En => language::Language::En,
    };
    let vocabulary = Vocabulary::with(language, words, &analyses.unwrap_or_default());
    (words.par_iter().map(|word| vocabulary.keys(word)).collect(), lacks_voikko)
}
