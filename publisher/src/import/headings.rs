//! The levels of headings: the title is level 1, and no level is skipped under it (WCAG 1.3.1).

use super::blocks::Block;

/// Gives the headings of a page their levels, one after the other.
#[derive(Clone, Debug)]
pub struct Headings {
    /// Added to every level: 1 for a page whose parts have headings of level 1.
    shift: usize,
    /// The levels of the headings that the next one may stand under.
    above: Vec<usize>,
}

/// The level of a heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Level {
    /// What the file says, counted with the title as level 1.
    pub written: usize,
    /// What it is: 2 under the title, and so on.
    pub depth: usize,
    /// Whether the file skips a level here.
    pub mended: bool,
}

impl Headings {
    /// For a page with these blocks, its title taken out.
    pub fn new(blocks: &[Block]) -> Headings {
        let first = blocks.iter().find_map(|block| match block {
            Block::Heading { level, .. } => Some(*level),
            _ => None,
        });
        Headings { shift: usize::from(first == Some(1)), above: Vec::new() }
    }

    /// The level of the next heading.
    pub fn next(&mut self, written: usize) -> Level {
        let written = (written + self.shift).max(2);
        while self.above.last().is_some_and(|above| *above >= written) {
            self.above.pop();
        }
        let depth = self.above.len() + 2;
        self.above.push(written);
        Level { written, depth, mended: depth != written }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn depths(levels: &[usize]) -> Vec<usize> {
        let blocks: Vec<Block> = levels
            .iter()
            .map(|level| Block::Heading { level: *level, ids: Vec::new(), text: Vec::new(), line: 1 })
            .collect();
        let mut headings = Headings::new(&blocks);
        levels.iter().map(|level| headings.next(*level).depth).collect()
    }

    #[test]
    fn no_level_is_skipped_and_neighbours_stay_neighbours() {
        assert_eq!(depths(&[2, 4, 4, 3, 2]), [2, 3, 3, 3, 2]);
        assert_eq!(depths(&[3, 2, 3]), [2, 2, 3]);
    }

    #[test]
    fn parts_of_level_1_stand_under_the_title() {
        assert_eq!(depths(&[1, 2, 1]), [2, 3, 2]);
        assert_eq!(depths(&[2, 1, 2]), [2, 2, 2]);
    }
}
