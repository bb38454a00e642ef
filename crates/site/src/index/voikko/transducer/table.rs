//! The file in memory: its symbols and its transitions.

use foldhash::{HashMap, HashMapExt as _};

use super::symbols::{Named, Symbol};

/// The first bytes of a transducer without weights in the byte order that all of today's machines have, and
/// of no other file.
pub(super) const MAGIC: [u8; 9] = [0x6e, 0x3a, 0x01, 0x00, 0xfa, 0x51, 0x03, 0x00, 0];

/// Where the table of symbols begins.
pub(super) const HEAD: usize = 16;

/// A transducer in memory.
pub(in super::super) struct Transducer {
    pub(super) symbols: Vec<Symbol>,
    pub(super) letters: HashMap<char, u16>,
    /// The first symbol that a word is spelt with; those before it are read without a letter.
    pub(super) first_letter: u16,
    pub(super) features: usize,
    /// The transitions of all states, one state after the other.
    transitions: Vec<Transition>,
}

/// A step from one state to another.
#[derive(Clone, Copy, Debug)]
pub(super) struct Transition {
    /// The symbol that is read.
    pub(super) read: u16,
    /// The symbol that is written.
    pub(super) written: u16,
    /// The place of the first transition of the state that follows; in the highest byte, how many more the
    /// state has from which this one is the first step.
    pub(super) target: u32,
}

impl Transducer {
    /// Decodes a file; none for one of another form.
    pub(in super::super) fn read(file: &[u8]) -> Option<Transducer> {
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

    /// The transitions of a state, in the order of the symbols that they read.
    pub(super) fn of_state(&self, state: usize) -> Option<(&Transition, &[Transition])> {
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
