//! Quotations, notices and details.

use super::{Converting, DEEPEST, LISTS, Level};
use crate::{
    blocks::{self, Container},
    finding::{Around, Finding, Inner},
    inlines::{self, Span, collapse},
    page::{Block, NoticeKind},
    reference::REF,
};

impl Converting<'_> {
    pub(super) fn quote(
        &mut self,
        container: Option<&Container>,
        blocks: &[blocks::Block],
        line: usize,
    ) -> Vec<Block> {
        let Some(container) = container else {
            let (text, after) = self.paragraphs(blocks, Around::Quotation);
            return after_text(text, after, |text| Block::Quote { text });
        };
        if container.kind == "plain" {
            return self.blocks(blocks, Level::Within);
        }
        if container.kind == "details" {
            self.depth += 1;
            let content = self.blocks(blocks, Level::Within);
            self.depth -= 1;
            let title = container.title.as_ref().map(|title| title.replace(REF, ""));
            let summary = title.unwrap_or_else(|| self.to.title.to_owned());
            if self.depth >= DEEPEST - LISTS {
                self.warn(line, Finding::DetailsDeep);
                let summary = inlines::write(&[Span::Strong(vec![Span::Text(summary)])]).text;
                return std::iter::once(Block::Paragraph(summary)).chain(content).collect();
            }
            if content.is_empty() {
                self.warn(line, Finding::DetailsEmpty(summary));
                return Vec::new();
            }
            return vec![Block::Details { summary, content }];
        }
        let kind = match container.kind.as_str() {
            "warning" | "danger" | "caution" | "important" | "attention" | "failure" | "error" | "bug" => {
                NoticeKind::Warning
            }
            _ => NoticeKind::Info,
        };
        let (mut text, after) = self.paragraphs(blocks, Around::Notice);
        let mut title =
            container.title.as_deref().map(|title| collapse(&title.replace(REF, "")).trim().to_owned());
        title = title.filter(|title| !title.is_empty());
        if text.is_empty()
            && let Some(only) = title.take()
        {
            text.push(inlines::escape(&only));
        }
        if text.is_empty() && after.is_empty() {
            self.warn(line, Finding::NoticeEmpty);
        }
        after_text(text, after, |text| Block::Notice { kind, title, text })
    }

    /// The paragraphs of a quotation or a notice, and the blocks that can't stand in it.
    pub(super) fn paragraphs(
        &mut self,
        blocks: &[blocks::Block],
        around: Around,
    ) -> (Vec<String>, Vec<Block>) {
        let (mut text, mut after) = (Vec::new(), Vec::new());
        for block in blocks {
            match block {
                blocks::Block::Paragraph { text: words, line } => {
                    let words = self.text(words, *line);
                    text.extend(Some(words.markdown).filter(|words| !words.is_empty()));
                    after.extend(words.after);
                }
                blocks::Block::Heading { .. } => {
                    for block in self.blocks(std::slice::from_ref(block), Level::Within) {
                        match block {
                            Block::Paragraph(words) => text.push(words),
                            other => after.push(other),
                        }
                    }
                }
                blocks::Block::List { start, items, line } => {
                    self.warn(*line, Finding::ListIn(around));
                    for (at, item) in items.iter().enumerate() {
                        let (words, more) = self.paragraphs(item, around);
                        let mark = match start {
                            Some(start) => format!("{}\\. ", start.saturating_add(at as u64)),
                            None => "• ".to_owned(),
                        };
                        for (at, words) in words.into_iter().enumerate() {
                            text.push(if at == 0 { format!("{mark}{words}") } else { words });
                        }
                        after.extend(more);
                    }
                }
                blocks::Block::Quote { container: None, blocks, line } => {
                    self.warn(*line, Finding::QuotationIn(around));
                    let (words, more) = self.paragraphs(blocks, around);
                    text.extend(words);
                    after.extend(more);
                }
                blocks::Block::Quote { line, .. }
                | blocks::Block::Table { line, .. }
                | blocks::Block::Code { line, .. }
                | blocks::Block::Definitions { line, .. } => {
                    let inner = match block {
                        blocks::Block::Quote { .. } => Inner::Notice,
                        blocks::Block::Table { .. } => Inner::Table,
                        blocks::Block::Code { .. } => Inner::Code,
                        _ => Inner::Terms,
                    };
                    self.warn(*line, Finding::BlockIn(inner, around));
                    after.extend(self.blocks(std::slice::from_ref(block), Level::Within));
                }
            }
        }
        (text, after)
    }
}

fn after_text(text: Vec<String>, after: Vec<Block>, block: impl FnOnce(Vec<String>) -> Block) -> Vec<Block> {
    let block = (!text.is_empty()).then(|| block(text));
    block.into_iter().chain(after).collect()
}
