//! Voikko's dictionary `mor.vfst`: a finite-state transducer from the forms of words to what they are made
//! of.
//!
//! The file is a table of symbols and one of transitions. A path from the first state to a final one, whose
//! symbols spell a word, is a reading of the word; the symbols that its transitions write say which. Flag
//! diacritics keep parts that don't fit each other off the same path (Beesley and Karttunen, Finite State
//! Morphology, chapter 7).

use std::ops::Range;

use foldhash::{HashMap, HashMapExt as _};

/// The first bytes of a transducer without weights in the byte order that all of today's machines have, and
/// of no other file.
const MAGIC: [u8; 9] = [0x6e, 0x3a, 0x01, 0x00, 0xfa, 0x51, 0x03, 0x00, 0];

/// Where the table of symbols begins.
const HEAD: usize = 16;

/// The symbol that a final state reads.
const FINAL: u16 = 0xffff;

/// The longest word that is looked up, in letters.
const LONGEST: usize = 255;

/// A word of so many letters is looked up alone,
const ALONE: usize = 48;

/// and given up after so many transitions: a long row of letters can be cut in very many ways.
const PATIENCE: u64 = 1_000_000;

/// So many readings of a word are enough.
const ENOUGH: usize = 100;

/// The longest path, in transitions.
const DEEPEST: usize = 2_000;

/// A transducer in memory.
pub(super) struct Transducer {
    symbols: Vec<Symbol>,
    letters: HashMap<char, u16>,
    /// The first symbol that a word is spelt with; those before it are read without a letter.
    first_letter: u16,
    features: usize,
    /// The transitions of all states, one state after the other.
    transitions: Vec<Transition>,
}

/// A step from one state to another.
#[derive(Clone, Copy, Debug)]
struct Transition {
    /// The symbol that is read.
    read: u16,
    /// The symbol that is written.
    written: u16,
    /// The place of the first transition of the state that follows; in the highest byte, how many more the
    /// state has from which this one is the first step.
    target: u32,
}

/// What a number in the transitions stands for.
#[derive(Debug)]
pub(super) enum Symbol {
    /// Nothing at all.
    Empty,
    /// A condition on the path.
    Flag(Flag),
    /// A letter.
    Letter(char),
    /// What is said of the letters, in brackets: "[Ln]".
    Tag(Box<str>),
}

/// A flag diacritic.
#[derive(Clone, Copy, Debug)]
pub(super) struct Flag {
    operation: u8,
    feature: usize,
    /// 0 where the symbol names no value.
    value: u16,
}

impl Transducer {
    /// Decodes a file; none for one of another form.
    pub(super) fn read(file: &[u8]) -> Option<Transducer> {
        let rest_of_file = file.strip_prefix(&MAGIC).and(file.get(HEAD..))?;
        let count = u16::from_le_bytes(*rest_of_file.first_chunk()?);
        let mut rest = &rest_of_file[2..];
        let mut known = Named::default();
        let (mut symbols, mut letters) = (Vec::new(), HashMap::new());
        let mut first_letter = None;
        for number in 0..count {
            let end = rest.iter().position(|byte| *byte == 0)?;
            let symbol = known.symbol(std::str::from_utf8(&rest[..end]).ok()?)?;
            if let Symbol::Letter(letter) = symbol {
                letters.insert(letter, number);
                first_letter.get_or_insert(number);
            }
            symbols.push(symbol);
            rest = &rest[end + 1..];
        }
        // The transitions begin at the next eighth byte.
        let begin = (file.len() - rest.len()).next_multiple_of(8);
        let transition = |bytes: &[u8; 8]| {
            let [a, b, c, d, e, f, g, h] = *bytes;
            Transition {
                read: u16::from_le_bytes([a, b]),
                written: u16::from_le_bytes([c, d]),
                target: u32::from_le_bytes([e, f, g, h]),
            }
        };
        let transitions = file.get(begin..)?.as_chunks().0.iter().map(transition).collect();
        let first_letter = first_letter?;
        Some(Transducer { symbols, letters, first_letter, features: known.features.len(), transitions })
    }

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
            // Given up halfway, what was found so far is all there is.
            let _ = walk.from(0, 0);
            rest = later;
        }
    }

    /// The transitions of a state, in the order of the symbols that they read.
    fn of_state(&self, state: usize) -> Option<(&Transition, &[Transition])> {
        let first = self.transitions.get(state)?;
        let more = (first.target >> 24) as usize;
        let further = match more {
            // They are too many for a byte: their count stands in the place of the next one.
            0xff => {
                let count = self.transitions.get(state + 1)?;
                let count = usize::from(count.read) | usize::from(count.written) << 16;
                self.transitions.get(state + 2..state + 2 + count)?
            }
            more => self.transitions.get(state + 1..state + 1 + more)?,
        };
        Some((first, further))
    }
}

/// The names that were met in the table of symbols.
#[derive(Default)]
struct Named {
    features: Vec<String>,
    values: Vec<String>,
}

impl Named {
    fn symbol(&mut self, text: &str) -> Option<Symbol> {
        let mut letters = text.chars();
        Some(match (letters.next(), letters.next()) {
            (None, _) => Symbol::Empty,
            (Some(letter), None) => Symbol::Letter(letter),
            (Some('@'), Some(operation)) => {
                let named = text.get(3..)?.strip_suffix('@')?;
                let (feature, value) = named.split_once('.').unwrap_or((named, ""));
                let feature = number(&mut self.features, feature);
                let value = if value.is_empty() { 0 } else { number(&mut self.values, value) + 1 };
                Symbol::Flag(Flag {
                    operation: u8::try_from(operation).ok()?,
                    feature,
                    value: u16::try_from(value).ok()?,
                })
            }
            _ => Symbol::Tag(text.into()),
        })
    }
}

fn number(names: &mut Vec<String>, name: &str) -> usize {
    names.iter().position(|known| known == name).unwrap_or_else(|| {
        names.push(name.to_owned());
        names.len() - 1
    })
}

/// The beginnings of words as a tree: words that begin alike share a branch.
struct Beginnings {
    /// The root comes first.
    nodes: Vec<Beginning>,
}

/// The beginning of some words.
#[derive(Clone, Default)]
struct Beginning {
    /// Its last letter.
    letter: u16,
    /// The node with the first of the letters that follow, and the one with the letter that comes behind this
    /// one in its row; 0 where there is none.
    first: u32,
    beside: u32,
    /// The words that end here, by their numbers in the order of their letters.
    ends: Range<u32>,
}

impl Beginnings {
    /// The tree of words that are in the order of their letters.
    fn of(words: &[(Vec<u16>, usize)]) -> Beginnings {
        let mut nodes = vec![Beginning::default()];
        // The nodes on the way to the end of the last word.
        let mut way: Vec<u32> = Vec::new();
        let mut last: &[u16] = &[];
        for (number, (word, _)) in (0..).zip(words) {
            let alike = last.iter().zip(word).take_while(|(one, other)| one == other).count();
            let mut before = way.get(alike).copied();
            way.truncate(alike);
            for letter in &word[alike..] {
                let node = nodes.len() as u32;
                let above = way.last().copied().unwrap_or_default();
                match before.take() {
                    Some(before) => nodes[before as usize].beside = node,
                    None => nodes[above as usize].first = node,
                }
                nodes.push(Beginning { letter: *letter, ..Beginning::default() });
                way.push(node);
            }
            let end = &mut nodes[way.last().copied().unwrap_or_default() as usize].ends;
            *end = if end.start == end.end { number..number + 1 } else { end.start..number + 1 };
            last = word;
        }
        Beginnings { nodes }
    }

    /// The letters that follow a beginning, in the order of their numbers, each with its node.
    fn next(&self, read: usize) -> impl Iterator<Item = (u16, usize)> {
        let node = |node: u32| (node != 0).then_some(node);
        let first = node(self.nodes[read].first);
        let nodes = std::iter::successors(first, move |place| node(self.nodes[*place as usize].beside));
        nodes.map(|place| (self.nodes[place as usize].letter, place as usize))
    }
}

/// The search for all paths that spell some words.
struct Walk<'t, 'w, 'e> {
    transducer: &'t Transducer,
    /// The words in the order of their letters, each with its place among all.
    words: &'w [(Vec<u16>, usize)],
    beginnings: &'w Beginnings,
    /// The value of each feature, 0 where it has none.
    flags: Vec<u16>,
    written: Vec<&'t Symbol>,
    depth: usize,
    steps: u64,
    patience: u64,
    /// How many readings each of the words has.
    found: Vec<usize>,
    each: &'e mut dyn FnMut(usize, &[&'t Symbol]),
}

impl<'t> Walk<'t, '_, '_> {
    /// Follows all paths from a state, where the beginning of some words was read; none when it gives up.
    fn from(&mut self, state: usize, read: usize) -> Option<()> {
        let transducer = self.transducer;
        let (first, further) = transducer.of_state(state)?;
        let skipped = further.partition_point(|step| step.read < transducer.first_letter);
        for step in std::iter::once(first).chain(&further[..skipped]) {
            match step.read {
                FINAL => self.find(read),
                symbol if symbol < transducer.first_letter => self.without_letter(step, read)?,
                _ => self.with_letter(std::slice::from_ref(step), read)?,
            }
        }
        self.with_letter(&further[skipped..], read)?;
        if further.last().is_some_and(|step| step.read == FINAL) {
            self.find(read);
        }
        Some(())
    }

    fn find(&mut self, read: usize) {
        let beginnings = self.beginnings;
        for number in beginnings.nodes[read].ends.clone() {
            let found = &mut self.found[number as usize];
            if *found < ENOUGH {
                *found += 1;
                (self.each)(self.words[number as usize].1, &self.written);
            }
        }
    }

    /// Follows the steps, in the order of their letters, that read a letter which follows in a word.
    fn with_letter(&mut self, steps: &'t [Transition], read: usize) -> Option<()> {
        let mut steps = steps;
        let beginnings = self.beginnings;
        for (letter, node) in beginnings.next(read) {
            let begin = steps.partition_point(|step| step.read < letter);
            steps = &steps[begin..];
            for step in steps.iter().take_while(|step| step.read == letter) {
                self.follow(step, node)?;
            }
        }
        Some(())
    }

    fn follow(&mut self, step: &Transition, read: usize) -> Option<()> {
        self.steps += 1;
        self.depth += 1;
        if self.steps > self.patience || self.depth > DEEPEST {
            return None;
        }
        let symbol = self.transducer.symbols.get(usize::from(step.written))?;
        let says = matches!(symbol, Symbol::Letter(_) | Symbol::Tag(_));
        if says {
            self.written.push(symbol);
        }
        self.from((step.target & 0x00ff_ffff) as usize, read)?;
        if says {
            self.written.pop();
        }
        self.depth -= 1;
        Some(())
    }

    fn without_letter(&mut self, step: &Transition, read: usize) -> Option<()> {
        let Symbol::Flag(flag) = self.transducer.symbols.get(usize::from(step.read))? else {
            return self.follow(step, read);
        };
        let before = *self.flags.get(flag.feature)?;
        let set = match flag.operation {
            b'P' => Some(flag.value),
            b'C' => Some(0),
            b'U' => (before == 0 || before == flag.value).then_some(flag.value),
            b'R' => is_met(*flag, before).then_some(before),
            b'D' => (!is_met(*flag, before)).then_some(before),
            _ => None,
        };
        let Some(set) = set else { return Some(()) };
        self.flags[flag.feature] = set;
        self.follow(step, read)?;
        self.flags[flag.feature] = before;
        Some(())
    }
}

/// Whether a feature has the value of a flag, or any where the flag names none.
fn is_met(flag: Flag, value: u16) -> bool {
    if flag.value == 0 { value != 0 } else { value == flag.value }
}

#[cfg(test)]
mod tests {
    use super::*;

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
