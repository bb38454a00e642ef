//! Words that begin alike, looked up together as far as they do.

use std::ops::Range;

/// The beginnings of words as a tree: words that begin alike share a branch.
pub(super) struct Beginnings {
    /// The root comes first.
    pub(super) nodes: Vec<Beginning>,
}

/// The beginning of some words.
#[derive(Clone, Default)]
pub(super) struct Beginning {
    /// Its last letter.
    letter: u16,
    /// The node with the first of the letters that follow, and the one with the letter that comes behind this
    /// one in its row; 0 where there is none.
    first: u32,
    beside: u32,
    /// The words that end here, by their numbers in the order of their letters.
    pub(super) ends: Range<u32>,
}

impl Beginnings {
    /// The tree of words that are in the order of their letters.
    pub(super) fn of(words: &[(Vec<u16>, usize)]) -> Beginnings {
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
    pub(super) fn next(&self, read: usize) -> impl Iterator<Item = (u16, usize)> {
        let node = |node: u32| (node != 0).then_some(node);
        let first = node(self.nodes[read].first);
        let nodes = std::iter::successors(first, move |place| node(self.nodes[*place as usize].beside));
        nodes.map(|place| (self.nodes[place as usize].letter, place as usize))
    }
}
