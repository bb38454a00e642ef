//! Lists: whole where their items hold text only, in pieces where they hold other blocks.

use super::{Converting, DEEPEST, Level};
use crate::{
    blocks::{self, MarkdownInline, is_item_text},
    finding::ImportFinding,
    inlines,
    written::{WrittenBlock, WrittenItem},
};

impl Converting<'_> {
    pub(super) fn list(
        &mut self,
        start: Option<u64>,
        items: &[Vec<blocks::MarkdownBlock>],
        line: usize,
    ) -> Vec<WrittenBlock> {
        if items.iter().flatten().all(is_item_text) {
            if let Some(start) = start.filter(|start| *start > 1) {
                self.warn(line, ImportFinding::ListStart(start));
            }
            let mut after = Vec::new();
            let items = self.items(items, line, &mut after);
            let list =
                if start.is_some() { WrittenBlock::NumberedList(items) } else { WrittenBlock::List(items) };
            let empty = matches!(&list, WrittenBlock::NumberedList(items) | WrittenBlock::List(items) if items.is_empty());
            return (!empty).then_some(list).into_iter().chain(after).collect();
        }
        self.warn(
            line,
            if start.is_some() { ImportFinding::NumberedListMixed } else { ImportFinding::ListMixed },
        );
        self.list_in_pieces(start, items, line)
    }

    /// A list item can't hold code or a table: the list is cut there.
    pub(super) fn list_in_pieces(
        &mut self,
        start: Option<u64>,
        items: &[Vec<blocks::MarkdownBlock>],
        line: usize,
    ) -> Vec<WrittenBlock> {
        let mut out = Vec::new();
        for (at, item) in items.iter().enumerate() {
            let mut rest = item.as_slice();
            if let [blocks::MarkdownBlock::Paragraph { text, line }, others @ ..] = rest {
                rest = others;
                let mut text = text.clone();
                if let Some(start) = start {
                    let number = start.saturating_add(at as u64);
                    text.insert(0, MarkdownInline::Text(format!("{number}. ")));
                }
                let text = self.text(&text, *line);
                if !text.markdown.is_empty() {
                    match (start, out.last_mut()) {
                        (Some(_), _) => out.push(WrittenBlock::Paragraph(text.markdown)),
                        (None, Some(WrittenBlock::List(items))) => {
                            items.push(WrittenItem::Text(text.markdown));
                        }
                        (None, _) => out.push(WrittenBlock::List(vec![WrittenItem::Text(text.markdown)])),
                    }
                }
                out.extend(text.after);
            } else if let Some(start) = start {
                out.push(WrittenBlock::Paragraph(inlines::escape(&format!(
                    "{}.",
                    start.saturating_add(at as u64)
                ))));
            }
            let mut nested = Vec::new();
            if start.is_none()
                && rest.iter().all(is_item_text)
                && let Some(WrittenBlock::List(items)) = out.last_mut()
                && let Some(WrittenItem::Text(text)) = items.last().cloned()
                && !rest.is_empty()
            {
                items.pop();
                self.depth += 1;
                let item = self.item_with(text, rest, line, &mut nested);
                self.depth -= 1;
                if let Some(WrittenBlock::List(items)) = out.last_mut() {
                    items.push(item);
                }
            } else {
                nested = self.blocks(rest, Level::Within);
            }
            out.extend(nested);
        }
        out
    }

    pub(super) fn items(
        &mut self,
        items: &[Vec<blocks::MarkdownBlock>],
        line: usize,
        after: &mut Vec<WrittenBlock>,
    ) -> Vec<WrittenItem> {
        let mut out = Vec::new();
        self.depth += 1;
        for item in items {
            match self.item_with(String::new(), item, line, after) {
                WrittenItem::Text(text) if text.is_empty() => {}
                WrittenItem::Nested { text, items, .. } if self.depth >= DEEPEST => {
                    self.warn(line, ImportFinding::ListDeep);
                    out.extend(
                        Some(WrittenItem::Text(text))
                            .filter(|text| *text != WrittenItem::Text(String::new())),
                    );
                    out.extend(items);
                }
                WrittenItem::Nested { text, items, .. } if text.is_empty() => {
                    self.warn(line, ImportFinding::ListInEmptyItem);
                    out.extend(items);
                }
                item => out.push(item),
            }
        }
        self.depth -= 1;
        out
    }

    /// An item of paragraphs and lists; the paragraphs are parted by line breaks.
    pub(super) fn item_with(
        &mut self,
        text: String,
        blocks: &[blocks::MarkdownBlock],
        line: usize,
        after: &mut Vec<WrittenBlock>,
    ) -> WrittenItem {
        let mut text = text;
        let mut nested = Vec::new();
        let mut numbered = false;
        for block in blocks {
            match block {
                blocks::MarkdownBlock::Paragraph { text: words, line } => {
                    let words = self.text(words, *line);
                    after.extend(words.after);
                    if !nested.is_empty() && !words.markdown.is_empty() {
                        self.warn(*line, ImportFinding::ParagraphAfterList);
                    }
                    if !text.is_empty() && !words.markdown.is_empty() {
                        text.push_str("\\\n");
                    }
                    text.push_str(&words.markdown);
                }
                blocks::MarkdownBlock::List { start, items, .. } => {
                    numbered |= start.is_some();
                    nested.extend(self.items(items, line, after));
                }
                _ => {}
            }
        }
        if nested.is_empty() {
            WrittenItem::Text(text)
        } else {
            WrittenItem::Nested { text, items: nested, numbered }
        }
    }
}
