//! The parts of the front page, so that the style can compose them: news beside calls and events, ways on below.

use crate::{
    markup::{Element, el},
    page::{Block, HeadingLevel},
    views::{block::block, portal::Portal},
};

/// A heading and what belongs to it is a part; what stands before the first heading is one, too.
pub(super) fn parts(blocks: &[Block], shown: &Portal) -> Element {
    let starts = |block: &Block| matches!(block, Block::Heading { level: HeadingLevel::H2, .. });
    let parts = blocks.chunk_by(|_, next| !starts(next));
    el("div").class("parts").children(
        parts.map(|part| el("div").class("part").children(part.iter().map(|inner| block(inner, shown)))),
    )
}
