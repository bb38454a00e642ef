//! What opens and what closes: a block or a mark is opened, filled, and given to what it stands in.

use pulldown_cmark::{Alignment, BlockQuoteKind, CodeBlockKind, LinkType, Tag};

use super::{
    Parsing,
    open::{Open, What},
};
use crate::{
    blocks::{Container, Image, MarkdownBlock, MarkdownInline, words},
    finding::{ImportFinding, NoWay},
    reference::REF,
};

/// Blocks within blocks deeper than this are taken as one.
const DEEPEST: usize = 48;

impl Parsing<'_> {
    pub(super) fn start(&mut self, tag: Tag<'_>, line: usize) {
        if self.open.len() >= DEEPEST {
            if self.skipped == 0 {
                self.warn(line, ImportFinding::BlocksDeep);
            }
            self.skipped += 1;
            return;
        }
        let what = match tag {
            Tag::Paragraph => What::Paragraph,
            Tag::Heading { level, id, .. } => {
                What::Heading { level: level as usize, id: id.map(|id| id.into_string()) }
            }
            Tag::BlockQuote(kind) => What::Quote(kind.map(alert)),
            Tag::CodeBlock(CodeBlockKind::Fenced(info)) => What::Code(info.into_string()),
            Tag::CodeBlock(CodeBlockKind::Indented) => What::Code(String::new()),
            Tag::List(start) => What::List(start),
            Tag::Item => What::Item,
            Tag::FootnoteDefinition(label) => What::Footnote(label.into_string()),
            Tag::Table(columns) => {
                if columns.iter().any(|column| *column != Alignment::None) {
                    self.warn(line, ImportFinding::Alignment);
                }
                self.columns = columns.len();
                What::Table
            }
            Tag::TableHead | Tag::TableRow => What::Row,
            Tag::TableCell => What::Cell,
            Tag::DefinitionList => What::Definitions,
            Tag::DefinitionListTitle => What::Term,
            Tag::DefinitionListDefinition => What::Definition,
            Tag::Strong => What::Strong,
            Tag::Emphasis => What::Emphasis,
            Tag::Strikethrough => {
                self.warn(line, ImportFinding::CrossedOut);
                What::Transparent
            }
            Tag::Link { link_type: LinkType::Email, dest_url, .. } => {
                What::Link(format!("mailto:{dest_url}"))
            }
            Tag::Link { link_type: LinkType::ReferenceUnknown | LinkType::CollapsedUnknown, id, .. } => {
                self.warn(line, ImportFinding::LinkLost { to: format!("[{id}]"), reason: NoWay::Undefined });
                What::Transparent
            }
            Tag::Link { dest_url, title, .. } => {
                if !title.trim().is_empty() {
                    self.warn(line, ImportFinding::LinkTitle(title.trim().to_owned()));
                }
                What::Link(dest_url.into_string())
            }
            Tag::Image { link_type: LinkType::ReferenceUnknown | LinkType::CollapsedUnknown, id, .. } => {
                self.warn(line, ImportFinding::ImageUndefined(id.into_string()));
                What::Transparent
            }
            Tag::Image { dest_url, title, .. } => {
                What::Image { src: dest_url.into_string(), title: title.into_string() }
            }
            Tag::HtmlBlock | Tag::MetadataBlock(_) | Tag::Superscript | Tag::Subscript => What::Transparent,
        };
        let is_block = !matches!(
            what,
            What::Strong | What::Emphasis | What::Link(_) | What::Image { .. } | What::Transparent
        );
        if is_block && let Some(innermost) = self.open.last_mut() {
            innermost.flush();
        }
        self.open.push(Open::new(what, line));
    }

    pub(super) fn close(&mut self) {
        if self.open.len() < 2 {
            return;
        }
        let Some(mut closed) = self.open.pop() else { return };
        let line = closed.line;
        let what = std::mem::replace(&mut closed.what, What::Transparent);
        match what {
            What::Paragraph => self.push_block(MarkdownBlock::Paragraph { text: closed.inlines, line }),
            What::Heading { level, id } => {
                let mut ids = std::mem::take(&mut self.ids);
                ids.extend(id);
                self.push_block(MarkdownBlock::Heading { level, ids, text: closed.inlines, line });
            }
            What::List(start) => self.push_block(MarkdownBlock::List { start, items: closed.items, line }),
            What::Item => {
                let blocks = closed.into_blocks();
                self.parent(|parent| parent.items.push(blocks));
            }
            What::Quote(container) => {
                self.push_block(MarkdownBlock::Quote { container, blocks: closed.into_blocks(), line });
            }
            What::Code(info) => {
                let text = words(&closed.inlines);
                self.push_block(MarkdownBlock::Code { info, text, line });
            }
            What::Table => {
                let mut rows = closed.rows.into_iter();
                let header = rows.next().unwrap_or_default();
                self.push_block(MarkdownBlock::Table { header, rows: rows.collect(), line });
            }
            What::Row => {
                let row = closed.rows.into_iter().flatten().collect();
                self.parent(|parent| parent.rows.push(row));
            }
            What::Cell => self.parent(|parent| parent.rows.push(vec![closed.inlines])),
            What::Definitions => {
                self.push_block(MarkdownBlock::Definitions { entries: closed.entries, line });
            }
            What::Term => self.parent(|parent| parent.entries.push((closed.inlines, Vec::new()))),
            What::Definition => {
                let blocks = closed.into_blocks();
                self.parent(|parent| match parent.entries.last_mut() {
                    Some((_, definitions)) => definitions.extend(blocks),
                    None => parent.blocks.extend(blocks),
                });
            }
            What::Footnote(label) => {
                self.parsed.footnotes.push((label, closed.into_blocks(), line));
            }
            What::Strong => self.push(MarkdownInline::Strong(closed.inlines)),
            What::Emphasis => self.push(MarkdownInline::Emphasis(closed.inlines)),
            What::Link(to) => self.push(MarkdownInline::Link { to, text: closed.inlines, line }),
            What::Image { src, title } => {
                let caption = Some(title).filter(|title| !title.trim().is_empty());
                let alt = Some(words(&closed.inlines));
                self.push(MarkdownInline::Image(Image { src, alt, caption, line }));
            }
            What::Root | What::Transparent => self.parent(|parent| {
                parent.inlines.extend(closed.inlines);
                parent.blocks.extend(closed.blocks);
            }),
        }
    }

    pub(super) fn parent(&mut self, change: impl FnOnce(&mut Open)) {
        if let Some(parent) = self.open.last_mut() {
            change(parent);
        }
    }

    pub(super) fn push(&mut self, inline: MarkdownInline) {
        self.parent(|parent| parent.inlines.push(inline));
    }

    pub(super) fn push_block(&mut self, block: MarkdownBlock) {
        // An anchor before a paragraph doesn't name the heading after it but a place under the one above.
        if !matches!(&block, MarkdownBlock::Paragraph { text, .. } if text.is_empty()) {
            self.place_ids();
        }
        self.parent(|parent| {
            parent.flush();
            parent.blocks.push(block);
        });
    }

    /// Gives the anchors that no heading follows to the heading above them: a link can lead to headings only.
    pub(super) fn place_ids(&mut self) {
        let blocks = self.open.first_mut().map(|root| root.blocks.iter_mut());
        let above = blocks.and_then(|blocks| {
            blocks.rev().find_map(|block| match block {
                MarkdownBlock::Heading { ids, .. } => Some(ids),
                _ => None,
            })
        });
        above.unwrap_or(&mut self.parsed.ids).append(&mut self.ids);
    }

    pub(super) fn text(&mut self, words: String) {
        let in_code = self.open.iter().any(|open| matches!(open.what, What::Code(_)));
        // What stands for a reference means something in a link only.
        self.push(MarkdownInline::Text(if in_code { words } else { words.replace(REF, "") }));
    }
}

fn alert(kind: BlockQuoteKind) -> Container {
    let kind = match kind {
        BlockQuoteKind::Note => "note",
        BlockQuoteKind::Tip => "tip",
        BlockQuoteKind::Important => "important",
        BlockQuoteKind::Warning => "warning",
        BlockQuoteKind::Caution => "caution",
    };
    Container { kind: kind.to_owned(), title: None }
}
