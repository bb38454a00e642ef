//! "Tarkoititko …": the word of the site that was meant by one that no page has.

use std::cmp::Reverse;

use super::{Asked, File, Search};
use crate::index::{
    bytes::Reader,
    spelling::{self, Plausible},
    terms,
};

/// The shortest word for which another one is suggested, in letters.
const SHORTEST: usize = 3;

/// From how many letters on two of them may be wrong.
const LONG: usize = 8;

/// What a letter costs that is wrong, missing or too much; without its dots it costs 1.
const LETTER: u32 = 4;

impl Search {
    /// What a suggestion for a word needs and isn't at hand. What there is to know of the spelling is asked for first, and only
    /// then its shards: ask until nothing is needed.
    pub fn needs_for_suggestion(&self, asked: &Asked) -> Vec<File> {
        let letters: Vec<char> = asked.word.chars().collect();
        let mut needed = self.near(&letters);
        if letters.len() > SHORTEST {
            needed.push(File::Spelling);
            needed.extend(self.near_turned(&letters));
        }
        self.missing(needed)
    }

    /// The key that differs least from a word or from what it may be a form of, and of those the most plausible one; none
    /// where all differ too much.
    pub fn suggestion(&self, asked: &Asked) -> Option<String> {
        let whole: Vec<char> = asked.word.chars().collect();
        let meant: Vec<Meant> = asked.candidates.iter().filter_map(|meant| Meant::new(&meant.text)).collect();
        let mut best: Option<(u32, Reverse<Plausible>, String)> = None;
        let mut weigh = |key: &str, plausible: Plausible| {
            let Some(key) = Meant::new(key) else { return };
            for meant in &meant {
                if !meant.may_be(&key) {
                    continue;
                }
                let distance = distance(&meant.letters, &key.letters);
                let found = (distance, Reverse(plausible), key.letters.iter().collect());
                if distance <= meant.allowed && best.as_ref().is_none_or(|best| found < *best) {
                    best = Some(found);
                }
            }
        };
        self.each_key(&self.near(&whole), |key, postings| weigh(key, Plausible::of(postings)));
        self.each_key(&self.near_turned(&whole), |turned, plausible| {
            weigh(&spelling::turned_back(turned), Plausible::read(plausible));
        });
        best.map(|(_, _, key)| key)
    }

    /// The shards of terms in which a word with a slip in it may stand: a slip among its first letters leads elsewhere.
    fn near(&self, letters: &[char]) -> Vec<File> {
        shards_near(&self.root.shards, letters).into_iter().map(File::Terms).collect()
    }

    /// The shards of turned keys in which a word may stand whose first letter is another one, or is missing.
    fn near_turned(&self, letters: &[char]) -> Vec<File> {
        let known = self.file(File::Spelling).and_then(|list| terms::read_firsts(Reader(list)));
        let (Some(firsts), Some(rest)) = (known, letters.get(1..)) else { return Vec::new() };
        let mut shards = shards_near(&firsts, rest);
        let whole: String = letters.iter().collect();
        // Any letter may follow: the last one of them stands last among the keys that end so.
        for key in [whole.clone() + LAST, whole, rest.iter().collect::<String>() + LAST] {
            shards.extend(terms::shard_of(&firsts, &key).filter(|shard| !shards.contains(shard)));
        }
        shards.into_iter().map(File::Turned).collect()
    }
}

/// A letter behind all that words are made of here.
const LAST: &str = "\u{ffff}";

/// The numbers of the shards, of which these are the first keys, in which a word with a slip in it may stand.
fn shards_near(firsts: &[String], letters: &[char]) -> Vec<u32> {
    let mut forms = vec![letters.to_vec()];
    for place in 0..letters.len().min(2) {
        if let Some(other) = with_dots(letters[place]) {
            let mut form = letters.to_vec();
            form[place] = other;
            forms.push(form);
        }
        if place + 1 < letters.len() {
            let mut form = letters.to_vec();
            form.swap(place, place + 1);
            forms.push(form);
        }
        let mut form = letters.to_vec();
        form.remove(place);
        forms.push(form);
    }
    let mut shards = Vec::new();
    for form in forms {
        let form: String = form.into_iter().collect();
        shards.extend(terms::shard_of(firsts, &form).filter(|shard| !shards.contains(shard)));
    }
    shards
}

fn without_dots(letter: char) -> char {
    match letter {
        'ä' => 'a',
        'ö' => 'o',
        other => other,
    }
}

fn with_dots(letter: char) -> Option<char> {
    match letter {
        'a' => Some('ä'),
        'ä' => Some('a'),
        'o' => Some('ö'),
        'ö' => Some('o'),
        _ => None,
    }
}

/// How much two words differ: a [`LETTER`] for each that is wrong, missing or too much, and for two that changed places; 1 for
/// an `ä` or `ö` without its dots, as keyboards without them have it (restricted Damerau–Levenshtein distance).
fn distance(one: &[char], other: &[char]) -> u32 {
    let mut before: Vec<u32> = Vec::new();
    let mut row: Vec<u32> = (0..=other.len() as u32).map(|place| LETTER * place).collect();
    for (down, letter) in one.iter().enumerate() {
        let mut next = vec![row[0] + LETTER];
        for (right, against) in other.iter().enumerate() {
            let changed = match () {
                () if letter == against => 0,
                () if with_dots(*letter) == Some(*against) => 1,
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

/// A word to be compared with others.
struct Meant {
    letters: Vec<char>,
    /// How much another word may differ from it, as [`distance`] says it.
    allowed: u32,
    /// A bit for each letter that it has, several letters to some; without dots.
    has: u32,
}

impl Meant {
    /// None of so short a word that anything would be like it.
    fn new(word: &str) -> Option<Meant> {
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
        Some(Meant { letters, allowed, has })
    }

    /// Whether another word may be near enough: a letter that is wrong gives one word a letter that the other hasn't, and takes
    /// one. It rules out nearly all of them for next to nothing.
    fn may_be(&self, other: &Meant) -> bool {
        let letters = self.allowed / LETTER;
        self.letters.len().abs_diff(other.letters.len()) <= letters as usize
            && (self.has ^ other.has).count_ones() <= 2 * letters
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
        assert_eq!(of("kunta", "kanto"), 2 * LETTER);
    }
}
