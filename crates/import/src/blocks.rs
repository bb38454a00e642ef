//! A page's text as Markdown has it: blocks with the lines of the file, links and images still as they are
//! written.

use std::collections::BTreeSet;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::finding::ImportFinding;

/// A part of a page, as Markdown has it.
#[derive(Clone, Debug, PartialEq)]
pub enum MarkdownBlock {
    /// A heading of level 1 to 6.
    Heading {
        /// Its level in the file.
        level: usize,
        /// The anchors that the file gives it.
        ids: Vec<String>,
        /// Its words.
        text: Vec<MarkdownInline>,
        /// Its line.
        line: usize,
    },
    /// A paragraph.
    Paragraph {
        /// Its words.
        text: Vec<MarkdownInline>,
        /// Its line.
        line: usize,
    },
    /// A list.
    List {
        /// The first number of a numbered list.
        start: Option<u64>,
        /// Its items.
        items: Vec<Vec<MarkdownBlock>>,
        /// Its line.
        line: usize,
    },
    /// A block quote or an admonition.
    Quote {
        /// What sort of admonition it is; none: a quotation.
        container: Option<Container>,
        /// What stands in it.
        blocks: Vec<MarkdownBlock>,
        /// Its line.
        line: usize,
    },
    /// A table; every row is as long as the header.
    Table {
        /// The header's cells.
        header: Vec<Vec<MarkdownInline>>,
        /// The rows' cells.
        rows: Vec<Vec<Vec<MarkdownInline>>>,
        /// Its line.
        line: usize,
    },
    /// Code.
    Code {
        /// What stands after the fence.
        info: String,
        /// The code.
        text: String,
        /// Its line.
        line: usize,
    },
    /// Terms and their definitions.
    Definitions {
        /// Each term with its definitions.
        entries: Vec<(Vec<MarkdownInline>, Vec<MarkdownBlock>)>,
        /// Its line.
        line: usize,
    },
}

/// A block that Markdown has no marks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Container {
    /// What it is, as in `note` or `details`.
    pub kind: String,
    /// Its title, if one is written.
    pub title: Option<String>,
}

/// A part of a text, as Markdown has it.
#[derive(Clone, Debug, PartialEq)]
pub enum MarkdownInline {
    /// Plain words.
    Text(String),
    /// Code.
    Code(String),
    /// Strong words.
    Strong(Vec<MarkdownInline>),
    /// Emphasis.
    Emphasis(Vec<MarkdownInline>),
    /// A link.
    Link {
        /// Where it leads, as it is written.
        to: String,
        /// Its words.
        text: Vec<MarkdownInline>,
        /// Its line.
        line: usize,
    },
    /// An image.
    Image(Image),
    /// The mark of a footnote.
    Footnote(String),
    /// A line break.
    Break,
}

/// An image.
#[derive(Clone, Debug, PartialEq)]
pub struct Image {
    /// Its file, as it is written.
    pub src: String,
    /// What it shows; empty for a decoration, none where nothing is written.
    pub alt: Option<String>,
    /// Its caption.
    pub caption: Option<String>,
    /// Its line.
    pub line: usize,
}

/// A page's text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Parsed {
    /// What stands on the page.
    pub blocks: Vec<MarkdownBlock>,
    /// The anchors that stand above all headings.
    pub ids: Vec<String>,
    /// The footnotes by their marks, in the order of the file.
    pub footnotes: Vec<(String, Vec<MarkdownBlock>, usize)>,
    /// What was changed or left out: the line, and what.
    pub warnings: Vec<(usize, ImportFinding)>,
    /// The lines of the prepared text that are code, counted from 0.
    pub code: BTreeSet<usize>,
    /// The lines of the prepared text that are HTML whose text stays as it is, counted from 0.
    pub raw: BTreeSet<usize>,
    /// The lines of the prepared text with the mark of a container that became one.
    pub marks: BTreeSet<usize>,
}

/// The words of a text without any marks.
pub fn words(inlines: &[MarkdownInline]) -> String {
    let mut out = String::new();
    for inline in inlines {
        match inline {
            MarkdownInline::Text(words) | MarkdownInline::Code(words) => out.push_str(words),
            MarkdownInline::Strong(inner)
            | MarkdownInline::Emphasis(inner)
            | MarkdownInline::Link { text: inner, .. } => {
                out.push_str(&self::words(inner));
            }
            MarkdownInline::Image(image) => out.push_str(image.alt.as_deref().unwrap_or_default()),
            MarkdownInline::Footnote(_) => {}
            MarkdownInline::Break => out.push(' '),
        }
    }
    out
}

/// The words of a line of Markdown.
pub fn plain(markdown: &str) -> String {
    let mut out = String::new();
    for event in Parser::new_ext(markdown, Options::ENABLE_STRIKETHROUGH) {
        match event {
            Event::Text(words) | Event::Code(words) => out.push_str(&words),
            Event::SoftBreak | Event::HardBreak => out.push(' '),
            Event::End(TagEnd::Item | TagEnd::Heading(_)) | Event::Start(Tag::Item) => out.push(' '),
            _ => {}
        }
    }
    // A title such as "---" consists of a mark alone; show it as it was written.
    if out.trim().is_empty() { markdown.trim().to_owned() } else { out.trim().to_owned() }
}

/// Whether an item of a list can hold a block.
pub fn is_item_text(block: &MarkdownBlock) -> bool {
    match block {
        MarkdownBlock::Paragraph { .. } => true,
        MarkdownBlock::List { items, .. } => items.iter().flatten().all(is_item_text),
        _ => false,
    }
}
