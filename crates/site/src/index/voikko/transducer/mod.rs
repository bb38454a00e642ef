//! Voikko's dictionary `mor.vfst`: a finite-state transducer from the forms of words to what they are made
//! of.
//!
//! The file is a table of symbols and one of transitions. A path from the first state to a final one, whose
//! symbols spell a word, is a reading of the word; the symbols that its transitions write say which. Flag
//! diacritics keep parts that don't fit each other off the same path (Beesley and Karttunen, Finite State
//! Morphology, chapter 7).
//!
//! [`table`] reads the file, [`symbols`] its table of symbols; [`beginnings`] joins words that begin alike,
//! and [`walk`] follows all paths that spell them.

mod beginnings;
mod symbols;
mod table;
mod walk;

use beginnings::Beginnings;
pub(super) use symbols::Symbol;
pub(super) use table::Transducer;
use walk::Walk;

/// The longest word that is looked up, in letters.
const LONGEST: usize = 255;

/// A word of so many letters is looked up alone,
const ALONE: usize = 48;

/// and given up after so many transitions: a long row of letters can be cut in very many ways.
const PATIENCE: u64 = 1_000_000;

impl Transducer {
    /// Gives each reading of words in small letters to `each`: the place of the word among them, and the
    /// symbols that its path writes.
    ///
    /// Words that begin alike are looked up together as far as they do.
    pub(super) fn look_up(&self, words: &[&str], each: &mut dyn FnMut(usize, &[&Symbol])) {
        let spelt = |word: &str| word.chars().map(|letter| self.letters.get(&letter).copied()).collect();
        let spelt = words.iter().map(|word| spelt(word)).enumerate();
        let mut spelt: Vec<(Vec<u16>, usize)> =
            spelt.filter_map(|(place, word): (_, Option<_>)| Some((word?, place))).collect();
        spelt.retain(|(word, _)| word.len() <= LONGEST);
        spelt.sort_unstable();
        let mut rest = spelt.as_slice();
        while let Some(((first, _), behind)) = rest.split_first() {
            let together = match first.len() {
                // It may be cut in so many ways that the walk is given up, and others not with it.
                ALONE.. => 1,
                _ => 1 + behind.iter().take_while(|(word, _)| word.len() < ALONE).count(),
            };
            let (now, later) = rest.split_at(together);
            let mut walk = Walk {
                transducer: self,
                words: now,
                beginnings: &Beginnings::of(now),
                flags: vec![0; self.features],
                written: Vec::new(),
                depth: 0,
                steps: 0,
                patience: if together == 1 { PATIENCE } else { u64::MAX },
                found: vec![0; now.len()],
                each,
            };
            // A walk that gives up halfway keeps the readings that it has found.
            let _ = walk.from(0, 0);
            rest = later;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{
        table::{HEAD, MAGIC},
        walk::FINAL,
        *,
    };

    /// The symbols that are read and written, and the number of the state that follows.
    type Step = (&'static str, &'static str, usize);

    /// A dictionary of "talo" and "talot", of which a flag forbids the plural after "iso": its states are
    /// rows of transitions.
    fn file(states: &[&[Step]]) -> Vec<u8> {
        let symbols = ["", "@P.YKS.ON@", "@D.YKS@", "a", "i", "l", "o", "s", "t", "[Ln]", "[Ny]", "[Nm]"];
        let number = |symbol: &str| match symbol {
            "final" => FINAL,
            symbol => symbols.iter().position(|known| *known == symbol).unwrap() as u16,
        };
        let mut file = MAGIC.to_vec();
        file.resize(HEAD, 0);
        file.extend((symbols.len() as u16).to_le_bytes());
        symbols.iter().for_each(|symbol| file.extend(format!("{symbol}\0").bytes()));
        file.resize(file.len().next_multiple_of(8), 0);
        let begin = |state: usize| states[..state].iter().map(|state| state.len()).sum::<usize>() as u32;
        for state in states {
            for (place, (read, written, target)) in state.iter().enumerate() {
                let more = if place == 0 { state.len() as u32 - 1 } else { 0 };
                file.extend(number(read).to_le_bytes());
                file.extend(number(written).to_le_bytes());
                file.extend((begin(*target) | more << 24).to_le_bytes());
            }
        }
        file
    }

    fn houses() -> Vec<u8> {
        file(&[
            &[("", "[Ln]", 2), ("i", "i", 1)],
            &[("s", "s", 7)],
            &[("t", "t", 3)],
            &[("a", "a", 4)],
            &[("l", "l", 5)],
            &[("o", "o", 6)],
            &[("", "[Ny]", 8), ("@D.YKS@", "", 9)],
            &[("o", "o", 10)],
            &[("final", "", 0)],
            &[("t", "[Nm]", 8)],
            &[("@P.YKS.ON@", "", 2)],
        ])
    }

    fn found(dictionary: &Transducer, word: &str) -> Vec<String> {
        let mut found = Vec::new();
        dictionary.look_up(&[word], &mut |_, path| {
            let text = path.iter().map(|symbol| match symbol {
                Symbol::Letter(letter) => letter.to_string(),
                Symbol::Tag(tag) => tag.to_string(),
                other => format!("{other:?}"),
            });
            found.push(text.collect());
        });
        found
    }

    #[test]
    fn paths_that_spell_a_word_are_found_and_flags_hold() {
        let dictionary = Transducer::read(&houses()).unwrap();
        assert_eq!(found(&dictionary, "talo"), ["[Ln]talo[Ny]"]);
        assert_eq!(found(&dictionary, "talot"), ["[Ln]talo[Nm]"]);
        assert_eq!(found(&dictionary, "isotalo"), ["isotalo[Ny]"]);
        let mut together = Vec::new();
        let words = ["talot", "isotalo", "ö", "talo", "isotalot", "talot"];
        dictionary.look_up(&words, &mut |word, _| together.push(words[word]));
        together.sort_unstable();
        assert_eq!(together, ["isotalo", "talo", "talot", "talot"]);
        for unknown in ["isotalot", "tal", "taloa", "", "ö", "talo-"] {
            assert_eq!(found(&dictionary, unknown), [""; 0], "{unknown}");
        }
    }

    #[test]
    fn a_damaged_dictionary_does_no_harm() {
        let whole = houses();
        assert!(Transducer::read(&whole[1..]).is_none() && Transducer::read(b"").is_none());
        for end in 0..whole.len() {
            if let Some(dictionary) = Transducer::read(&whole[..end]) {
                found(&dictionary, "talot");
            }
        }
        for at in 0..whole.len() {
            for other in [0, 1, 0xff] {
                let mut damaged = whole.clone();
                damaged[at] = other;
                if let Some(dictionary) = Transducer::read(&damaged) {
                    found(&dictionary, "isotalot");
                }
            }
        }
    }

    #[test]
    fn a_path_without_end_is_given_up() {
        let dictionary =
            Transducer::read(&file(&[&[("", "[Ln]", 0), ("t", "t", 0)], &[("final", "", 0)]])).unwrap();
        assert_eq!(found(&dictionary, "tttt"), [""; 0]);
    }
}
