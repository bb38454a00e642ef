//! Lists: whole where their items hold text only, in pieces where they hold other blocks.

use super::{Converting, DEEPEST, Level};
use crate::{
    blocks::{self, Inline, is_item_text},
    finding::Finding,
    inlines,
    page::{Block, Item},
};

impl Converting<'_> {
    pub(super) fn list(
        &mut self,
        start: Option<u64>,
        items: &[Vec<blocks::Block>],
        line: usize,
    ) -> Vec<Block> {
        if items.iter().flatten().all(is_item_text) {
            if let Some(start) = start.filter(|start| *start > 1) {
                self.warn(line, Finding::ListStart(start));
            }
            let mut after = Vec::new();
            let items = self.items(items, line, &mut after);
            let list = if start.is_some() { Block::NumberedList(items) } else { Block::List(items) };
            let empty = matches!(&list, Block::NumberedList(items) | Block::List(items) if items.is_empty());
            return (!empty).then_some(list).into_iter().chain(after).collect();
        }
        self.warn(line, if start.is_some() { Finding::NumberedListMixed } else { Finding::ListMixed });
        self.list_in_pieces(start, items, line)
    }

    /// A list item can't hold code or a table: the list is cut there.
    pub(super) fn list_in_pieces(
        &mut self,
        start: Option<u64>,
        items: &[Vec<blocks::Block>],
        line: usize,
    ) -> Vec<Block> {
        let mut out = Vec::new();
        for (at, item) in items.iter().enumerate() {
            let mut rest = item.as_slice();
            if let [blocks::Block::Paragraph { text, line }, others @ ..] = rest {
                rest = others;
                let mut text = text.clone();
                if let Some(start) = start {
                    let number = start.saturating_add(at as u64);
                    text.insert(0, Inline::Text(format!("{number}. ")));
                }
                let text = self.text(&text, *line);
                if !text.markdown.is_empty() {
                    match (start, out.last_mut()) {
                        (Some(_), _) => out.push(Block::Paragraph(text.markdown)),
                        (None, Some(Block::List(items))) => items.push(Item::Text(text.markdown)),
                        (None, _) => out.push(Block::List(vec![Item::Text(text.markdown)])),
                    }
                }
                out.extend(text.after);
            } else if let Some(start) = start {
                out.push(Block::Paragraph(inlines::escape(&format!("{}.", start.saturating_add(at as u64)))));
            }
            let mut nested = Vec::new();
            if start.is_none()
                && rest.iter().all(is_item_text)
                && let Some(Block::List(items)) = out.last_mut()
                && let Some(Item::Text(text)) = items.last().cloned()
                && !rest.is_empty()
            {
                items.pop();
                self.depth += 1;
                let item = self.item_with(text, rest, line, &mut nested);
                self.depth -= 1;
                if let Some(Block::List(items)) = out.last_mut() {
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
        items: &[Vec<blocks::Block>],
        line: usize,
        after: &mut Vec<Block>,
    ) -> Vec<Item> {
        let mut out = Vec::new();
        self.depth += 1;
        for item in items {
            match self.item_with(String::new(), item, line, after) {
                Item::Text(text) if text.is_empty() => {}
                Item::Nested { text, items, .. } if self.depth >= DEEPEST => {
                    self.warn(line, Finding::ListDeep);
                    out.extend(Some(Item::Text(text)).filter(|text| *text != Item::Text(String::new())));
                    out.extend(items);
                }
                Item::Nested { text, items, .. } if text.is_empty() => {
                    self.warn(line, Finding::ListInEmptyItem);
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
        blocks: &[blocks::Block],
        line: usize,
        after: &mut Vec<Block>,
    ) -> Item {
        let mut text = text;
        let mut nested = Vec::new();
        let mut numbered = false;
        for block in blocks {
            match block {
                blocks::Block::Paragraph { text: words, line } => {
                    let words = self.text(words, *line);
                    after.extend(words.after);
                    if !nested.is_empty() && !words.markdown.is_empty() {
                        self.warn(*line, Finding::ParagraphAfterList);
                    }
                    if !text.is_empty() && !words.markdown.is_empty() {
                        text.push_str("\\\n");
                    }
                    text.push_str(&words.markdown);
                }
                blocks::Block::List { start, items, .. } => {
                    numbered |= start.is_some();
                    nested.extend(self.items(items, line, after));
                }
                _ => {}
            }
        }
        if nested.is_empty() { Item::Text(text) } else { Item::Nested { text, items: nested, numbered } }
    }
}
