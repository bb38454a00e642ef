//! What isn't closed yet: a block or a mark, with what stands in it.

use crate::blocks::{Container, MarkdownBlock, MarkdownInline};

/// A block or a mark that isn't closed yet, with what stands in it.
pub(super) struct Open {
    pub(super) what: What,
    pub(super) line: usize,
    pub(super) blocks: Vec<MarkdownBlock>,
    pub(super) inlines: Vec<MarkdownInline>,
    pub(super) rows: Vec<Vec<Vec<MarkdownInline>>>,
    pub(super) items: Vec<Vec<MarkdownBlock>>,
    pub(super) entries: Vec<(Vec<MarkdownInline>, Vec<MarkdownBlock>)>,
}

/// What it is.
pub(super) enum What {
    Root,
    Paragraph,
    Heading {
        level: usize,
        id: Option<String>,
    },
    List(Option<u64>),
    Item,
    Quote(Option<Container>),
    Code(String),
    Table,
    Row,
    Cell,
    Definitions,
    Term,
    Definition,
    Footnote(String),
    Strong,
    Emphasis,
    Link(String),
    Image {
        src: String,
        title: String,
    },
    /// Its content goes to what it stands in.
    Transparent,
}

impl Open {
    pub(super) fn new(what: What, line: usize) -> Open {
        Open {
            what,
            line,
            blocks: Vec::new(),
            inlines: Vec::new(),
            rows: Vec::new(),
            items: Vec::new(),
            entries: Vec::new(),
        }
    }

    /// Text that stands in no paragraph, as in a tight list, is one.
    pub(super) fn flush(&mut self) {
        if !self.inlines.is_empty() {
            let text = std::mem::take(&mut self.inlines);
            self.blocks.push(MarkdownBlock::Paragraph { text, line: self.line });
        }
    }

    pub(super) fn into_blocks(mut self) -> Vec<MarkdownBlock> {
        self.flush();
        self.blocks
    }
}
