//! Under which keys a word is found: its base forms and, if it is a compound, those of its parts.

use application::page::Language;
use rayon::prelude::*;
use search::{
    index::{Key, KeySort},
    language::{self, vocabulary::Vocabulary},
};

use super::voikko::{self, Analysis};

/// The keys of each of the words of a language's pages, which know each other: one form is understood by others. Finnish
/// words are analysed by Voikko where it is installed; those that it doesn't know, and all of them where it isn't, by rules.
pub fn keys(language: Language, words: &[&str]) -> Vec<Vec<Key>> {
    let analyses = if language == Language::Fi { voikko::analyse(words) } else { None };
    keys_with(language, words, analyses.as_deref())
}

/// The same with or without analyses, one for each word.
pub fn keys_with(language: Language, words: &[&str], analyses: Option<&[Analysis]>) -> Vec<Vec<Key>> {
    let known = match language {
        Language::Fi => language::Language::Fi,
        Language::Sv => language::Language::Sv,
        Language::En => language::Language::En,
    };
    let vocabulary = Vocabulary::new(known, words);
    let keys = words.par_iter().enumerate().map(|(place, word)| {
        let analysis = analyses.and_then(|analyses| analyses.get(place));
        match analysis.filter(|analysis| !analysis.bases.is_empty()) {
            None => vocabulary.keys(word),
            Some(analysis) => with_analysis(word, analysis, &vocabulary),
        }
    });
    keys.collect()
}

/// What the analyser knows, and what the site itself knows of the word.
fn with_analysis(word: &str, analysis: &Analysis, vocabulary: &Vocabulary<'_>) -> Vec<Key> {
    let mut keys: Vec<Key> = Vec::new();
    let mut add = |text: String, sort| {
        if keys.iter().all(|known| known.text != text) {
            keys.push(Key { text, sort });
        }
    };
    // "alusta" is a word of its own, and a form of "alku"; where the site has other forms of the first, it is meant.
    let own = analysis.bases.iter().any(|base| base == word) && vocabulary.is_certain(word);
    let bases = if own { vec![word.to_owned()] } else { analysis.bases.clone() };
    let sort = if bases.len() == 1 { KeySort::Base } else { KeySort::Form };
    bases.into_iter().for_each(|base| add(base, sort));
    add(word.to_owned(), KeySort::Form);
    // "hakenut" is a word of its own for Voikko, and "suuremman" a form of "suuri": whoever asks for "hakea" or "suurempi" and
    // finds such a word on the site means it.
    vocabulary.bases_that_stand_there(word).into_iter().for_each(|base| add(base, KeySort::Form));
    analysis.parts.iter().for_each(|part| add(part.clone(), KeySort::Part));
    for base in &analysis.bases {
        vocabulary.parts_of(base).into_iter().for_each(|part| add(part, KeySort::Part));
    }
    keys
}
