//! The levels of headings: the title is level 1, and no level is skipped under it (WCAG 1.3.1).

use super::blocks::MarkdownBlock;

/// The level of the headings right under the title.
const PARTS: usize = 2;

/// Gives the headings of a page their levels, one after the other.
#[derive(Clone, Debug)]
pub struct Headings {
    /// What the file's level of the page's parts is taken for: 1 where they have headings of level 1, 3 where
    /// none is above level 3.
    parts: usize,
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
    pub fn new(blocks: &[MarkdownBlock]) -> Headings {
        let mut levels = blocks.iter().filter_map(|block| match block {
            MarkdownBlock::Heading { level, .. } => Some(*level),
            _ => None,
        });
        let first = levels.next().unwrap_or(PARTS);
        let highest = levels.fold(first, usize::min);
        let parts = if first == 1 { 1 } else { highest.max(PARTS) };
        Headings { parts, above: Vec::new() }
    }

    /// The level of the next heading.
    pub fn next(&mut self, written: usize) -> Level {
        // A whole page a level deeper or higher keeps its order: nothing is mended by that.
        let written = (written + PARTS).saturating_sub(self.parts).max(PARTS);
        while self.above.last().is_some_and(|above| *above >= written) {
            self.above.pop();
        }
        let depth = self.above.len() + PARTS;
        self.above.push(written);
        Level { written, depth, mended: depth != written }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn levels_of(levels: &[usize]) -> Vec<Level> {
        let blocks: Vec<MarkdownBlock> = levels
            .iter()
            .map(|level| MarkdownBlock::Heading { level: *level, ids: Vec::new(), text: Vec::new(), line: 1 })
            .collect();
        let mut headings = Headings::new(&blocks);
        levels.iter().map(|level| headings.next(*level)).collect()
    }

    fn depths(levels: &[usize]) -> Vec<usize> {
        levels_of(levels).iter().map(|level| level.depth).collect()
    }

    #[test]
    fn no_level_is_skipped_and_neighbours_stay_neighbours() {
        assert_eq!(depths(&[2, 4, 4, 3, 2]), [2, 3, 3, 3, 2]);
        assert_eq!(depths(&[3, 2, 3]), [2, 2, 3]);
    }

    #[test]
    fn a_page_whose_parts_begin_deeper_keeps_their_order_and_nothing_is_mended() {
        let levels = [3, 4, 5, 3];
        assert_eq!(depths(&levels), [2, 3, 4, 2]);
        assert!(levels_of(&levels).iter().all(|level| !level.mended));
        assert!(levels_of(&[3, 5]).last().is_some_and(|level| level.mended));
    }

    #[test]
    fn parts_of_level_1_stand_under_the_title() {
        assert_eq!(depths(&[1, 2, 1]), [2, 3, 2]);
        assert_eq!(depths(&[2, 1, 2]), [2, 2, 2]);
    }
}
