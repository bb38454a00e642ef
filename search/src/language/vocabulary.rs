//! All words of a site, which explain each other: what a form may be is what other forms make plausible.

use std::collections::{HashMap, HashSet};

use super::{Language, finnish};
use crate::index::{Key, KeySort};

/// At most so many base forms of a word are kept where nothing tells them apart.
const UNDECIDED: usize = 8;

/// From so many other words on that may be forms of a word it is a base form, whatever else it may be.
const CERTAIN: u32 = 2;

/// The shortest part of a compound, in letters; one that the site doesn't know by itself is longer.
const SHORTEST_PART: usize = 3;
const SHORTEST_UNKNOWN: usize = 5;

/// The words of a site in one language.
pub struct Vocabulary<'w> {
    language: Language,
    words: HashSet<&'w str>,
    /// How many of the words a noun's base form may be of.
    supported: HashMap<String, u32>,
    /// How many of the words any other base form may be of.
    weakly: HashMap<String, u32>,
}

impl<'w> Vocabulary<'w> {
    /// The vocabulary of a site's words, each once.
    pub fn new(language: Language, words: &[&'w str]) -> Vocabulary<'w> {
        let (mut supported, mut weakly) = (HashMap::new(), HashMap::new());
        for word in words.iter().filter(|_| language == Language::Fi) {
            for base in finnish::base_forms(word).into_iter().skip(1) {
                let counts = if base.certain { &mut supported } else { &mut weakly };
                *counts.entry(base.text).or_insert(0) += 1;
            }
        }
        Vocabulary { language, words: words.iter().copied().collect(), supported, weakly }
    }

    /// The keys under which a word stands: itself, its plausible base forms, and those of its parts.
    pub fn keys(&self, word: &str) -> Vec<Key> {
        let (bases, sort) = self.bases(word);
        let mut keys: Vec<Key> = Vec::new();
        let mut add = |text: &str, sort| {
            if keys.iter().all(|key| key.text != text) {
                keys.push(Key { text: text.to_owned(), sort });
            }
        };
        bases.iter().for_each(|base| add(base, sort));
        add(word, KeySort::Form);
        for base in &bases {
            self.parts(base, &mut |part| add(part, KeySort::Part));
        }
        keys
    }

    /// The parts of a compound whose base form is known.
    pub fn parts_of(&self, base: &str) -> Vec<String> {
        let mut parts = Vec::new();
        self.parts(base, &mut |part| parts.push(part.to_owned()));
        parts
    }

    /// The base forms of a word that are words of the site themselves.
    pub fn bases_that_stand_there(&self, word: &str) -> Vec<String> {
        let mut bases = self.bases(word).0;
        bases.retain(|base| self.words.contains(base.as_str()));
        bases
    }

    /// Whether other words of the site are forms of a word.
    pub fn is_certain(&self, word: &str) -> bool {
        self.other_forms(word) >= CERTAIN
    }

    /// The base forms that the site makes plausible, and how sure that is.
    fn bases(&self, word: &str) -> (Vec<String>, KeySort) {
        let mut candidates = self.language.keys(word);
        if self.is_certain(word) {
            return (vec![word.to_owned()], KeySort::Base);
        }
        let support: Vec<u32> = candidates.iter().map(|base| self.support(base, word)).collect();
        let most = support.iter().copied().max().unwrap_or(0);
        let mut place = 0;
        candidates.retain(|_| {
            place += 1;
            2 * support[place - 1] >= most
        });
        candidates.truncate(UNDECIDED);
        let sort = if most >= CERTAIN && candidates.len() == 1 { KeySort::Base } else { KeySort::Form };
        (candidates, sort)
    }

    /// How many words besides itself may be forms of a noun's base form.
    fn other_forms(&self, base: &str) -> u32 {
        self.supported.get(base).copied().unwrap_or(0)
    }

    /// What speaks for a base form of a word: other forms of it, and, most of all, that it stands there itself, or that it
    /// ends with a word that does.
    fn support(&self, base: &str, word: &str) -> u32 {
        let forms = self.other_forms(base);
        if base == word {
            return forms;
        }
        let forms = (forms + self.weakly.get(base).copied().unwrap_or(0)).saturating_sub(1);
        let stands = self.words.contains(base);
        let ends = || {
            self.cuts(base).any(|(first, last)| {
                first.chars().count() >= 4 && self.words.contains(last) && last.chars().count() >= 4
            })
        };
        forms
            + if stands {
                3
            } else if self.language == Language::Fi && ends() {
                2
            } else {
                0
            }
    }

    /// Every way to cut a word in two.
    fn cuts<'b>(&self, word: &'b str) -> impl Iterator<Item = (&'b str, &'b str)> + use<'b> {
        let count = word.chars().count();
        let places = word.char_indices().enumerate();
        let long =
            places.filter(move |(number, _)| *number >= SHORTEST_PART && number + SHORTEST_PART <= count);
        long.map(|(_, (at, _))| word.split_at(at))
    }

    /// Gives the parts of a compound: a cut where the site knows both, or knows the last one and the first is long.
    fn parts(&self, word: &str, each: &mut dyn FnMut(&str)) {
        if self.language != Language::Fi {
            return;
        }
        if word.contains('-') {
            for part in word.split('-').filter(|part| part.chars().count() >= 2) {
                each(part);
                self.first_base(part).into_iter().for_each(|base| each(&base));
                self.parts(part, each);
            }
            return;
        }
        for (first, last) in self.cuts(word) {
            let known_last = self.stands(last);
            let inner =
                || self.cuts(last).any(|(one, other)| self.first_base(one).is_some() && self.stands(other));
            if !known_last && !inner() {
                continue;
            }
            match self.first_base(first) {
                Some(base) => each(&base),
                None if known_last
                    && first.chars().count() >= SHORTEST_UNKNOWN
                    && last.chars().count() >= SHORTEST_UNKNOWN => {}
                None if known_last && first.chars().count() >= 4 && last.chars().count() >= 4 => {}
                None => continue,
            }
            each(first);
            each(last);
            if !known_last {
                self.parts(last, each);
            }
        }
    }

    /// Whether the site has a word, or several forms of it.
    fn stands(&self, word: &str) -> bool {
        self.words.contains(word) || self.supported.get(word).is_some_and(|forms| *forms >= 3)
    }

    /// The base form of a part before others: a word of the site, its genitive, or its stem in -s ("yhteis-", "ihmis-").
    fn first_base(&self, part: &str) -> Option<String> {
        if self.words.contains(part) {
            return self.bases(part).0.into_iter().next();
        }
        if let Some(stem) = part.strip_suffix('s') {
            let base = stem.to_owned() + "nen";
            if self.supported.contains_key(&base) {
                return Some(base);
            }
        }
        self.stands(part).then(|| part.to_owned())
    }
}
