//! All words of a site, which explain each other: what a form may be is what other forms make plausible.

mod analysis;
mod compounds;
mod evidence;

pub use analysis::{Analysis, Base};
use compounds::{Known, Lexicon};
use rayon::prelude::*;
use search::{
    index::{Key, KeySort},
    language::Language,
};

/// The words of a site.
pub struct Vocabulary<'w> {
    language: Language,
    words: Vec<Word<'w>>,
}

/// A word of the site.
struct Word<'w> {
    text: &'w str,
    /// Its base forms, the most plausible first.
    bases: Vec<String>,
    /// Its first base form is the only one, and others say so, too.
    sure: bool,
    /// What was known of it.
    analysis: Option<&'w Analysis>,
}

impl<'w> Vocabulary<'w> {
    /// The vocabulary of all distinct word forms of a site, in small letters, with an analysis for each: by
    /// Voikko, where it is installed. A word without one is read by rules only.
    pub fn with(language: Language, words: &[&'w str], analyses: &'w [Analysis]) -> Vocabulary<'w> {
        let known = |place: usize| analyses.get(place).filter(|analysis| !analysis.bases.is_empty());
        let decided = words.iter().zip(evidence::decide(language, words, known)).enumerate();
        let word = |(place, (&text, (bases, sure)))| Word { text, bases, sure, analysis: known(place) };
        Vocabulary { language, words: decided.map(word).collect() }
    }

    /// The keys under which each word of the site is found, in the order of the words.
    pub fn keys(&self) -> Vec<Vec<Key>> {
        let lexicon = self.lexicon();
        self.words.par_iter().map(|word| word.keys(&lexicon)).collect()
    }

    /// What words are made of.
    fn lexicon(&self) -> Lexicon<'_> {
        let mut lexicon = Lexicon::new(self.language, self.words.len());
        for word in &self.words {
            lexicon.add(word.text, &word.bases);
        }
        let known_parts = self.words.iter().filter_map(|word| word.analysis);
        lexicon.know_parts(known_parts.flat_map(|analysis| &analysis.parts).map(String::as_str));
        if self.language == Language::Fi {
            lexicon.know_parts(evidence::LIKE_FORMS.into_iter());
        }
        let decided = self.words.iter().filter(|word| !word.has_parts() && word.bases.len() == 1);
        let mut bases: Vec<&str> = decided.flat_map(|word| &word.bases).map(String::as_str).collect();
        bases.par_sort_unstable();
        bases.dedup();
        lexicon.learn_parts(&bases);
        lexicon
    }
}

impl Word<'_> {
    /// The keys under which it is found.
    fn keys(&self, lexicon: &Lexicon<'_>) -> Vec<Key> {
        let mut keys = Keys::default();
        let sort = if self.sure { KeySort::Base } else { KeySort::Form };
        self.bases.iter().for_each(|base| keys.add(base, sort));
        if let Some(analysis) = self.analysis {
            // A query gets to its base forms by rules alone.
            if !analysis.bases.iter().any(|base| base.by_rules && self.bases.contains(&base.text)) {
                keys.add(self.text, KeySort::Form);
            }
            analysis.origins.iter().for_each(|origin| keys.add(origin, KeySort::Form));
            for part in &analysis.parts {
                keys.add(part, KeySort::Part);
                lexicon.parts(part, Known::Only, &mut |part| keys.add(part, KeySort::Part));
            }
        }
        if !self.has_parts() {
            // Where nothing tells base forms apart, that one is meant whose parts are known.
            let others = self.bases.iter().skip(1);
            let known_parts = || others.clone().find(|base| lexicon.knows_parts(base));
            let first = self.bases.first();
            let base = match first {
                Some(first) if others.len() > 0 && !lexicon.knows_parts(first) => {
                    known_parts().or(Some(first))
                }
                first => first,
            };
            base.into_iter().for_each(|base| {
                lexicon.parts(base, Known::Mostly, &mut |part| keys.add(part, KeySort::Part));
            });
        }
        keys.0
    }

    /// Whether its parts were known before the site was asked.
    fn has_parts(&self) -> bool {
        self.analysis.is_some_and(|analysis| !analysis.parts.is_empty())
    }
}

/// Keys, each once, as sure as it was first.
#[derive(Default)]
struct Keys(Vec<Key>);

impl Keys {
    fn add(&mut self, text: &str, sort: KeySort) {
        if self.0.iter().all(|key| key.text != text) {
            self.0.push(Key { text: text.to_owned(), sort });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The keys of a sort of one of some words.
    fn texts(words: &[&str], word: &str, sort: KeySort) -> Vec<String> {
        let place = words.iter().position(|known| *known == word).unwrap();
        let keys = Vocabulary::with(Language::Fi, words, &[]).keys().swap_remove(place).into_iter();
        keys.filter(|key| key.sort == sort).map(|key| key.text).collect()
    }

    #[test]
    fn other_words_tell_which_base_form_is_meant() {
        assert_eq!(texts(&["lukujen", "luku", "luvussa", "luvulla"], "luvussa", KeySort::Base), ["luku"]);
    }

    #[test]
    fn compounds_are_found_by_their_parts() {
        let words = ["kaupunki", "kaupungit", "hallitus", "hallituksen", "kaupunginhallituksessa"];
        let parts = texts(&words, "kaupunginhallituksessa", KeySort::Part);
        assert!(
            parts.contains(&"kaupunki".to_owned()) && parts.contains(&"hallitus".to_owned()),
            "{parts:?}"
        );
    }
}
