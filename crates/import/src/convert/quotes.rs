//! Quotations, notices and details.

use super::{Converting, DEEPEST, LISTS, Level};
use crate::{
    blocks::{self, Container},
    finding::{Around, ImportFinding, Inner},
    inlines::{self, Span, collapse},
    reference::REF,
    written::{WrittenBlock, WrittenNoticeKind},
};

impl Converting<'_> {
    pub(super) fn quote(
        &mut self,
        container: Option<&Container>,
        blocks: &[blocks::MarkdownBlock],
        line: usize,
    ) -> Vec<WrittenBlock> {
        let Some(container) = container else {
            let (text, after) = self.paragraphs(blocks, Around::Quotation);
            return after_text(text, after, |text| WrittenBlock::Quote { text });
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
                self.warn(line, ImportFinding::DetailsDeep);
                let summary = inlines::write(&[Span::Strong(vec![Span::Text(summary)])]).text;
                return std::iter::once(WrittenBlock::Paragraph(summary)).chain(content).collect();
            }
            if content.is_empty() {
                self.warn(line, ImportFinding::DetailsEmpty(summary));
                return Vec::new();
            }
            return vec![WrittenBlock::Details { summary, content }];
        }
        let kind = match container.kind.as_str() {
            "warning" | "danger" | "caution" | "important" | "attention" | "failure" | "error" | "bug" => {
                WrittenNoticeKind::Warning
            }
            _ => WrittenNoticeKind::Info,
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
            self.warn(line, ImportFinding::NoticeEmpty);
        }
        after_text(text, after, |text| WrittenBlock::Notice { kind, title, text })
    }

    /// The paragraphs of a quotation or a notice, and the blocks that can't stand in it.
    pub(super) fn paragraphs(
        &mut self,
        blocks: &[blocks::MarkdownBlock],
        around: Around,
    ) -> (Vec<String>, Vec<WrittenBlock>) {
        let (mut text, mut after) = (Vec::new(), Vec::new());
        for block in blocks {
            match block {
                blocks::MarkdownBlock::Paragraph { text: words, line } => {
                    let words = self.text(words, *line);
                    text.extend(Some(words.markdown).filter(|words| !words.is_empty()));
                    after.extend(words.after);
                }
                blocks::MarkdownBlock::Heading { .. } => {
                    for block in self.blocks(std::slice::from_ref(block), Level::Within) {
                        match block {
                            WrittenBlock::Paragraph(words) => text.push(words),
                            other => after.push(other),
                        }
                    }
                }
                blocks::MarkdownBlock::List { start, items, line } => {
                    self.warn(*line, ImportFinding::ListIn(around));
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
                blocks::MarkdownBlock::Quote { container: None, blocks, line } => {
                    self.warn(*line, ImportFinding::QuotationIn(around));
                    let (words, more) = self.paragraphs(blocks, around);
                    text.extend(words);
                    after.extend(more);
                }
                blocks::MarkdownBlock::Quote { line, .. }
                | blocks::MarkdownBlock::Table { line, .. }
                | blocks::MarkdownBlock::Code { line, .. }
                | blocks::MarkdownBlock::Definitions { line, .. } => {
                    let inner = match block {
                        blocks::MarkdownBlock::Quote { .. } => Inner::Notice,
                        blocks::MarkdownBlock::Table { .. } => Inner::Table,
                        blocks::MarkdownBlock::Code { .. } => Inner::Code,
                        _ => Inner::Terms,
                    };
                    self.warn(*line, ImportFinding::BlockIn(inner, around));
                    after.extend(self.blocks(std::slice::from_ref(block), Level::Within));
                }
            }
        }
        (text, after)
    }
}

fn after_text(
    text: Vec<String>,
    after: Vec<WrittenBlock>,
    block: impl FnOnce(Vec<String>) -> WrittenBlock,
) -> Vec<WrittenBlock> {
    let block = (!text.is_empty()).then(|| block(text));
    block.into_iter().chain(after).collect()
}
