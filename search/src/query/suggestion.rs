//! "Tarkoititko …": the likely word of the site for a word that no page has.
//!
//! A word is spelt right from its beginning up to a slip, and from the slip on to its end: the key that was
//! meant stands among those that begin as it does, or, read backwards, among those that end so.

use std::cmp::Reverse;

use super::{Asked, File, Query, Search};
use crate::{
    index::{
        postings,
        spelling::{self, Plausible, backwards},
        terms,
    },
    language::choice::likely,
};

/// The shortest word for which another one is suggested, in letters.
const SHORTEST: usize = 3;

/// The length, in letters, from which two letters may be wrong.
const LONG: usize = 8;

/// The cost of a wrong, missing or superfluous letter; a letter without its dots costs 1.
const LETTER: u32 = 4;

/// The number of candidates whose key is looked for.
const MEANT: usize = 4;

/// How many shards, large ones, are asked for at most, from each end of the word.
const SHARDS: usize = 5;

/// The number of unknown words in a query for which others are suggested.
const SUGGESTED: usize = 2;

/// A letter that sorts after all others.
const LAST: &str = "\u{10ffff}";

impl Search {
    /// The missing files for a suggestion. The list of reversed shards names these shards, and they name the
    /// word of the site, so ask again until no file is missing.
    pub fn needs_for_suggestion(&self, asked: &Asked) -> Vec<File> {
        let mut needed = self.near(asked);
        needed.push(File::Spelling);
        needed.extend(self.near_backwards(asked));
        let needed = self.missing(needed);
        if needed.is_empty() {
            let meant = self.nearest(asked);
            return self.missing(meant.and_then(|key| self.shard_backwards(&key)));
        }
        needed
    }

    /// The missing files for suggestions for the first unknown words of a query.
    pub fn needs_for_suggestions(&self, query: &Query, unknown: &[String]) -> Vec<File> {
        let unknown = query.words.iter().filter(|asked| unknown.contains(&asked.word));
        let needed: Vec<File> =
            unknown.take(SUGGESTED).flat_map(|asked| self.needs_for_suggestion(asked)).collect();
        self.missing(needed)
    }

    /// The word of the site that differs least from a word, or whose base form differs least from it or from
    /// what it may be a form of, and of those the most plausible one; none where all differ too much.
    pub fn suggestion(&self, asked: &Asked) -> Option<String> {
        let key = self.nearest(asked)?;
        let mut meant = None;
        self.each_key(self.shard_backwards(&key).as_slice(), &mut |read, behind| {
            if backwards(read) == key {
                meant = spelling::word(&key, behind);
            }
        });
        meant.filter(|meant| *meant != asked.word)
    }

    /// A query with words of the site in the place of those that no page has, and without those that are like
    /// no word; none where all of them are.
    pub fn suggested(&self, query: &Query, unknown: &[String]) -> Option<String> {
        let mut words: Vec<String> = Vec::new();
        let mut is_other = false;
        for asked in &query.words {
            if !unknown.contains(&asked.word) {
                words.push(asked.word.clone());
            } else if let Some(meant) = self.suggestion(asked) {
                is_other = true;
                words.push(meant);
            }
        }
        is_other.then(|| words.join(" "))
    }

    /// The key that differs least from a word or from what it may be a form of, and of those the most
    /// plausible one.
    fn nearest(&self, asked: &Asked) -> Option<String> {
        let meant: Vec<Compared> = meant(asked).filter_map(Compared::new).collect();
        let mut best: Option<(u32, Reverse<Plausible>, String)> = None;
        let mut weigh = |key: &str, plausible: Plausible| {
            let Some(other) = Compared::new(key) else { return };
            for word in meant.iter().filter(|word| word.may_be(&other)) {
                let distance = distance(&word.letters, &other.letters);
                let is_better = |(least, most, known): &(u32, Reverse<Plausible>, String)| {
                    (distance, Reverse(plausible), key) < (*least, *most, known.as_str())
                };
                if distance <= word.allowed && best.as_ref().is_none_or(is_better) {
                    best = Some((distance, Reverse(plausible), key.to_owned()));
                }
            }
        };
        self.each_key(&self.near(asked), &mut |key, found| {
            if postings::is_of_word(found) {
                weigh(key, Plausible::of(found));
            }
        });
        self.each_key(&self.near_backwards(asked), &mut |key, plausible| {
            weigh(&backwards(key), Plausible::read(plausible));
        });
        best.map(|(_, _, key)| key)
    }

    /// The shard of a reversed key.
    fn shard_backwards(&self, key: &str) -> Option<File> {
        let firsts = self.firsts_backwards()?;
        terms::shard_of(&firsts, &backwards(key)).map(File::Backwards)
    }

    /// The first keys of the shards of reversed keys; none before their list is loaded.
    pub(super) fn firsts_backwards(&self) -> Option<Vec<String>> {
        self.backwards().map(|shards| shards.firsts)
    }

    /// The shards of terms in which a word with a slip in its second half may stand.
    fn near(&self, asked: &Asked) -> Vec<File> {
        let (mut shards, most) = (Vec::new(), self.root.as_many(SHARDS));
        for word in meant(asked) {
            // Short words have few letters that are right; most slips in them are dots.
            for dotted in alike(word) {
                add(&mut shards, most, &self.root.shards.firsts, &dotted);
            }
            beginnings(&mut shards, most, &self.root.shards.firsts, word);
        }
        shards.into_iter().map(File::Terms).collect()
    }

    /// The shards in which a word with a slip in its first half may stand, read backwards; none before their
    /// list is at hand.
    fn near_backwards(&self, asked: &Asked) -> Vec<File> {
        let mut shards = Vec::new();
        if let Some(firsts) = self.firsts_backwards() {
            for word in meant(asked) {
                beginnings(&mut shards, SHARDS, &firsts, &backwards(word));
            }
        }
        shards.into_iter().map(File::Backwards).collect()
    }
}

/// The candidates, each with the same slip.
fn meant(asked: &Asked) -> impl Iterator<Item = &str> {
    let others = likely(&asked.candidates).filter(|word| *word != asked.word);
    let words = [asked.word.as_str()].into_iter().chain(others).take(MEANT);
    words.filter(|word| word.chars().count() >= SHORTEST)
}

/// Adds the shards of what begins as a word does, the longest beginning first: where the slip is isn't known,
/// but it is looked for in the second half.
fn beginnings(shards: &mut Vec<u32>, most: usize, firsts: &[String], word: &str) {
    add(shards, most, firsts, word);
    let ends: Vec<usize> = word.char_indices().map(|(place, _)| place).collect();
    // A letter more than half: two that changed places may be the middle ones.
    for end in ends.iter().skip(ends.len().saturating_sub(1) / 2).rev() {
        let beginning = &word[..*end];
        add(shards, most, firsts, beginning);
        add(shards, most, firsts, &(beginning.to_owned() + LAST));
    }
}

/// Adds the shard in which a key stands, if there is room for it.
fn add(shards: &mut Vec<u32>, most: usize, firsts: &[String], key: &str) {
    let shard = terms::shard_of(firsts, key).filter(|shard| !shards.contains(shard));
    shards.extend(shard.filter(|_| shards.len() < most));
}

/// A word with the dots of one of its letters given or taken away, and of all that may have some.
fn alike(word: &str) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    let mut words = vec![letters.iter().map(|letter| other_dots(*letter).unwrap_or(*letter)).collect()];
    for (place, letter) in letters.iter().enumerate() {
        if let Some(other) = other_dots(*letter) {
            let mut word = letters.clone();
            word[place] = other;
            words.push(word.into_iter().collect());
        }
    }
    words
}

fn other_dots(letter: char) -> Option<char> {
    match letter {
        'a' => Some('ä'),
        'ä' | 'å' => Some('a'),
        'o' => Some('ö'),
        'ö' => Some('o'),
        _ => None,
    }
}

fn without_dots(letter: char) -> char {
    match letter {
        'ä' | 'å' => 'a',
        'ö' => 'o',
        other => other,
    }
}

/// A word that is compared with others.
struct Compared {
    letters: Vec<char>,
    /// How much another word may differ from it, as [`distance`] says it.
    allowed: u32,
    /// A bit for each letter that it has, several letters to some; without dots.
    has: u32,
}

impl Compared {
    /// None for so short a word that anything would be like it.
    fn new(word: &str) -> Option<Compared> {
        let letters: Vec<char> = word.chars().collect();
        let allowed = match letters.len() {
            ..SHORTEST => return None,
            // No letter of so short a word may be wrong, only its dots.
            SHORTEST => LETTER - 1,
            length if length < LONG => LETTER,
            _ => 2 * LETTER,
        };
        let bit = |letter: char| 1_u32.rotate_left(without_dots(letter) as u32);
        let has = letters.iter().fold(0, |has, letter| has | bit(*letter));
        Some(Compared { letters, allowed, has })
    }

    /// Whether another word may be near enough: a letter that is wrong gives one word a letter that the other
    /// hasn't, and takes one. It rules out nearly all of them for next to nothing.
    fn may_be(&self, other: &Compared) -> bool {
        let letters = self.allowed / LETTER;
        self.letters.len().abs_diff(other.letters.len()) <= letters as usize
            && (self.has ^ other.has).count_ones() <= 2 * letters
    }
}

/// How much two words differ: a [`LETTER`] for each that is wrong, missing or too much, and for two that
/// changed places; 1 for an `ä`, `ö` or `å` without what stands above it, as keyboards without them have it
/// (restricted Damerau–Levenshtein distance).
fn distance(one: &[char], other: &[char]) -> u32 {
    let mut before: Vec<u32> = Vec::new();
    let mut row: Vec<u32> = (0..=other.len() as u32).map(|place| LETTER * place).collect();
    for (down, letter) in one.iter().enumerate() {
        let mut next = vec![row[0] + LETTER];
        for (right, against) in other.iter().enumerate() {
            let changed = match () {
                () if letter == against => 0,
                () if without_dots(*letter) == without_dots(*against) => 1,
                () => LETTER,
            };
            let mut least = (row[right] + changed).min(row[right + 1] + LETTER).min(next[right] + LETTER);
            if down > 0 && right > 0 && *letter == other[right - 1] && one[down - 1] == *against {
                least = least.min(before[right - 1] + LETTER);
            }
            next.push(least);
        }
        before = std::mem::replace(&mut row, next);
    }
    row[other.len()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        index::{root::Root, terms::Shards},
        language::Language,
        query::Query,
    };

    #[test]
    fn words_differ_by_their_slips() {
        let of = |one: &str, other: &str| {
            let letters = |word: &str| word.chars().collect::<Vec<char>>();
            distance(&letters(one), &letters(other))
        };
        assert_eq!(of("koulutus", "koulutus"), 0);
        assert_eq!(of("koulutsu", "koulutus"), LETTER);
        assert_eq!(of("kolutus", "koulutus"), LETTER);
        assert_eq!(of("tyo", "työ"), 1);
        assert_eq!(of("paatos", "päätös"), 3);
        assert_eq!(of("aka", "åka"), 1);
        assert_eq!(of("kunta", "kanto"), 2 * LETTER);
    }

    #[test]
    fn what_is_broken_is_asked_for_once_and_suggests_nothing() {
        let shards = Shards { firsts: vec!["a".to_owned()], hashes: vec![[0; 6]] };
        let root = Root { pages: 1, shards, ..Root::default() };
        let mut search = Search::new(root);
        let query = Query::new("koulutsu", Language::Fi);
        let [asked] = query.words.as_slice() else { panic!("{query:?}") };
        assert_eq!(search.needs_for_suggestion(asked), [File::Terms(0), File::Spelling]);
        for file in search.needs_for_suggestion(asked) {
            search.give(file, vec![0xff; 9]);
        }
        assert_eq!(search.needs_for_suggestion(asked), []);
        assert_eq!(search.suggestion(asked), None);
    }
}
