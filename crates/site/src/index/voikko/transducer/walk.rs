//! The search for all paths that spell some words.

use super::{
    beginnings::Beginnings,
    symbols::{Flag, Symbol},
    table::{Transducer, Transition},
};

/// The symbol that a final state reads.
pub(super) const FINAL: u16 = 0xffff;

/// So many readings of a word are enough.
const ENOUGH: usize = 100;

/// The longest path, in transitions.
const DEEPEST: usize = 2_000;

/// The search for all paths that spell some words.
pub(super) struct Walk<'t, 'w, 'e> {
    pub(super) transducer: &'t Transducer,
    /// The words in the order of their letters, each with its place among all.
    pub(super) words: &'w [(Vec<u16>, usize)],
    pub(super) beginnings: &'w Beginnings,
    /// The value of each feature, 0 where it has none.
    pub(super) flags: Vec<u16>,
    pub(super) written: Vec<&'t Symbol>,
    pub(super) depth: usize,
    pub(super) steps: u64,
    pub(super) patience: u64,
    /// How many readings each of the words has.
    pub(super) found: Vec<usize>,
    pub(super) each: &'e mut dyn FnMut(usize, &[&'t Symbol]),
}

impl<'t> Walk<'t, '_, '_> {
    /// Follows all paths from a state, where the beginning of some words was read; none when it gives up.
    pub(super) fn from(&mut self, state: usize, read: usize) -> Option<()> {
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
