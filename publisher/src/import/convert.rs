//! Turns a parsed page into blocks of the source format, its links and images resolved.

use super::{
    blocks::{self, Image, Inline},
    files::Copies,
    headings::Headings,
    inlines::{self, Span, collapse},
    links::{Leads, Targets},
    page::{Block, Document, Fact, Figure, Item, NoticeKind},
    prepare::Container,
    report::Report,
    tree::Tree,
};

/// What a page is converted with.
pub struct Conversion<'a> {
    /// The tree that it comes from.
    pub tree: &'a Tree,
    /// The pages that its links may lead to.
    pub targets: &'a Targets,
    /// Its index among these.
    pub own: usize,
    /// Its file in the tree.
    pub file: &'a str,
    /// The folder of its JSON file.
    pub folder: &'a str,
    /// Its title, the caption of a table with no heading above.
    pub title: &'a str,
    /// The heading above its footnotes.
    pub footnotes_heading: &'a str,
    /// The files to copy.
    pub copies: &'a mut Copies,
    /// What the editor is told.
    pub report: &'a mut Report,
}

/// Converts a page.
pub fn convert(conversion: Conversion<'_>, parsed: &blocks::Parsed) -> Vec<Block> {
    let headings = Headings::new(&parsed.blocks);
    let mut converting = Converting { to: conversion, headings, heading: None, footnotes: Vec::new() };
    for (line, words) in &parsed.warnings {
        converting.warn(*line, words.clone());
    }
    let mut out = converting.blocks(&parsed.blocks, Level::Page);
    out.extend(converting.footnotes(parsed));
    out
}

struct Converting<'a> {
    to: Conversion<'a>,
    headings: Headings,
    /// The nearest heading above.
    heading: Option<String>,
    /// The marks of the footnotes in the order of the text.
    footnotes: Vec<String>,
}

/// Where blocks stand: headings have their place only on the page itself.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Level {
    Page,
    Within,
}

/// A text, and the blocks that come after it because they can't stand in it.
#[derive(Default)]
struct Text {
    markdown: String,
    after: Vec<Block>,
}

impl Converting<'_> {
    fn warn(&mut self, line: usize, words: impl Into<String>) {
        let file = self.to.tree.show(self.to.file);
        self.to.report.warn(&file, line, words);
    }

    fn blocks(&mut self, blocks: &[blocks::Block], level: Level) -> Vec<Block> {
        let mut out = Vec::new();
        for block in blocks {
            match block {
                blocks::Block::Heading { level: written, text, line, .. } => {
                    out.extend(self.heading(*written, text, *line, level));
                }
                blocks::Block::Paragraph { text, line } => {
                    let text = self.text(text, *line);
                    if !text.markdown.is_empty() {
                        out.push(Block::Paragraph(text.markdown));
                    }
                    out.extend(text.after);
                }
                blocks::Block::List { start, items, line } => out.extend(self.list(*start, items, *line)),
                blocks::Block::Quote { container, blocks, line } => {
                    out.extend(self.quote(container.as_ref(), blocks, *line));
                }
                blocks::Block::Table { header, rows, line } => out.extend(self.table(header, rows, *line)),
                blocks::Block::Code { info, text, line } => out.extend(self.code(info, text, *line)),
                blocks::Block::Definitions { entries, line } => out.extend(self.definitions(entries, *line)),
            }
        }
        out
    }

    fn heading(&mut self, written: usize, text: &[Inline], line: usize, level: Level) -> Vec<Block> {
        let words = heading_words(text);
        let mut out = Vec::new();
        if has_link(text) {
            self.warn(line, "a link in a heading: written as plain text");
        }
        if words.is_empty() {
            self.warn(line, "a heading without words: left out");
        } else if level == Level::Within {
            self.warn(line, "a heading within another block: written as a strong paragraph");
            out.push(Block::Paragraph(inlines::write(&[Span::Strong(vec![Span::Text(words.clone())])]).text));
        } else {
            let level = self.headings.next(written);
            if level.mended {
                let words = format!(
                    "a heading of level {} skips a level: written as level {}",
                    level.written, level.depth
                );
                self.warn(line, words);
            }
            if level.depth > 4 {
                self.warn(line, "a heading deeper than level 4: written as a minor heading");
            }
            out.push(match level.depth {
                2 => Block::Heading(words.clone()),
                3 => Block::Subheading(words.clone()),
                _ => Block::MinorHeading(words.clone()),
            });
            self.heading = Some(words);
        }
        // An image in a heading stands after it.
        for inline in text {
            if let Inline::Image(image) = inline {
                let (_, figure) = self.image(image);
                out.extend(figure);
            }
        }
        out
    }

    fn text(&mut self, text: &[Inline], line: usize) -> Text {
        let mut after = Vec::new();
        let spans = self.spans(text, &mut after);
        let written = inlines::write(&spans);
        if written.simplified {
            self.warn(
                line,
                "strong words or emphasis that can't be written here: left out, the words are kept",
            );
        }
        Text { markdown: written.text, after }
    }

    fn spans(&mut self, text: &[Inline], after: &mut Vec<Block>) -> Vec<Span> {
        let mut spans = Vec::new();
        for inline in text {
            match inline {
                Inline::Text(words) => spans.push(Span::Text(words.clone())),
                Inline::Code(code) => spans.push(Span::Code(code.clone())),
                Inline::Strong(inner) => spans.push(Span::Strong(self.spans(inner, after))),
                Inline::Emphasis(inner) => spans.push(Span::Emphasis(self.spans(inner, after))),
                Inline::Break => spans.push(Span::Break),
                Inline::Footnote(label) => {
                    let known = self.footnotes.iter().position(|known| known == label);
                    let number = known.unwrap_or_else(|| {
                        self.footnotes.push(label.clone());
                        self.footnotes.len() - 1
                    });
                    spans.push(Span::Text(format!("[{}]", number + 1)));
                }
                Inline::Image(image) => {
                    let (words, figure) = self.image(image);
                    spans.extend(words);
                    after.extend(figure);
                }
                Inline::Link { to, text, line } => {
                    let link = self.link(to, text, *line, after);
                    spans.extend(link);
                }
            }
        }
        spans
    }

    fn link(&mut self, to: &str, text: &[Inline], line: usize, after: &mut Vec<Block>) -> Vec<Span> {
        let mut words = Vec::new();
        for span in self.spans(text, after) {
            // An image elsewhere became a link; a link within a link is none.
            match span {
                Span::Link { text, .. } => words.extend(text),
                span => words.push(span),
            }
        }
        if inlines::plain_text(&words).is_empty() {
            let alt = collapse(&blocks::words(text)).trim().to_owned();
            if alt.is_empty() {
                self.warn(
                    line,
                    format!("the link to {to} has no words: its address is written as its words"),
                );
            }
            words = vec![Span::Text(if alt.is_empty() { to.to_owned() } else { alt })];
        }
        let leads = self.to.targets.resolve(self.to.tree, self.to.file, self.to.own, to);
        let to = to.strip_prefix(super::prepare::REF).unwrap_or(to);
        match leads {
            Leads::Page(address) => {
                self.to.report.inner_links += 1;
                vec![Span::Link { to: address, text: words }]
            }
            Leads::PageWithoutHeading(address) => {
                self.to.report.inner_links += 1;
                let words_ =
                    format!("the link to {to}: the page has no such heading, so it leads to {address}");
                self.warn(line, words_);
                vec![Span::Link { to: address, text: words }]
            }
            Leads::Elsewhere(address) => {
                self.to.report.outer_links += 1;
                vec![Span::Link { to: address, text: words }]
            }
            Leads::File(path) => {
                match self.to.copies.document(self.to.tree, self.to.folder, &path) {
                    Some(file) => {
                        let title = inlines::plain_text(&words);
                        after.push(Block::Documents(vec![Document { file, title }]));
                    }
                    None => {
                        self.lost(line, to, "a link can lead to a page or a document, not to such a file")
                    }
                }
                words
            }
            Leads::Nowhere(reason) => {
                self.lost(line, to, reason);
                words
            }
        }
    }

    fn lost(&mut self, line: usize, to: &str, reason: &str) {
        self.to.report.lost_links += 1;
        self.warn(line, format!("the link to {to} leads nowhere ({reason}): written as plain text"));
    }

    /// The words that stand in the text for an image, and its figure.
    fn image(&mut self, image: &Image) -> (Vec<Span>, Option<Block>) {
        let Image { src, alt, caption, line } = image;
        let alt = alt.as_deref().map(|alt| collapse(alt).trim().to_owned()).filter(|alt| !alt.is_empty());
        if src.contains("://") || src.starts_with("//") || src.starts_with("data:") {
            let shown: String = src.chars().take(80).collect();
            let (words, done) = match (&alt, src.starts_with("data:")) {
                (None, true) => (Vec::new(), "left out"),
                (Some(alt), true) => {
                    (vec![Span::Text(alt.clone())], "its alternative text is written instead")
                }
                (alt, false) => {
                    let to = if src.starts_with("//") { format!("https:{src}") } else { src.clone() };
                    let words = alt.clone().unwrap_or_else(|| src.clone());
                    let href = application::page::Href::parse(&to);
                    match href {
                        Ok(href) => (
                            vec![Span::Link { to: href.as_str().to_owned(), text: vec![Span::Text(words)] }],
                            "a link to it is written instead",
                        ),
                        Err(_) => (vec![Span::Text(words)], "its alternative text is written instead"),
                    }
                }
            };
            self.warn(*line, format!("the image {shown} stands on another site: {done}"));
            return (words, None);
        }
        match self.to.copies.image(self.to.tree, self.to.file, self.to.folder, src) {
            Ok(file) => {
                if alt.is_none() {
                    let words = format!(
                        "the image {src} has no alternative text: written as a decoration; if it tells something, write \"alt\""
                    );
                    self.warn(*line, words);
                }
                let caption = caption.as_deref().map(inlines::escape).filter(|caption| !caption.is_empty());
                let figure = Figure { image: file, decorative: alt.is_none(), alt, caption };
                (Vec::new(), Some(Block::Figure(figure)))
            }
            Err(reason) => {
                let done = if alt.is_some() { "its alternative text is written instead" } else { "left out" };
                self.warn(*line, format!("the image {src} can't be copied ({reason}): {done}"));
                (alt.map(Span::Text).into_iter().collect(), None)
            }
        }
    }

    fn list(&mut self, start: Option<u64>, items: &[Vec<blocks::Block>], line: usize) -> Vec<Block> {
        if items.iter().flatten().all(is_item_text) {
            if let Some(start) = start.filter(|start| *start > 1) {
                self.warn(line, format!("a list that begins with number {start}: its numbers begin with 1"));
            }
            let mut after = Vec::new();
            let items = self.items(items, line, &mut after);
            let list = if start.is_some() { Block::NumberedList(items) } else { Block::List(items) };
            let empty = matches!(&list, Block::NumberedList(items) | Block::List(items) if items.is_empty());
            return (!empty).then_some(list).into_iter().chain(after).collect();
        }
        self.warn(
            line,
            match start {
                Some(_) => "a numbered list with other blocks in it: its items are written as paragraphs with their numbers",
                None => "a list with other blocks in it: these stand between its items, so it is written as several lists",
            },
        );
        self.list_in_pieces(start, items, line)
    }

    /// A list item can't hold code or a table: the list is cut there.
    fn list_in_pieces(
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
                let item = self.item_with(text, rest, line, &mut nested);
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

    fn items(&mut self, items: &[Vec<blocks::Block>], line: usize, after: &mut Vec<Block>) -> Vec<Item> {
        let mut out = Vec::new();
        for item in items {
            match self.item_with(String::new(), item, line, after) {
                Item::Text(text) if text.is_empty() => {}
                Item::Nested { text, items, .. } if text.is_empty() => {
                    self.warn(
                        line,
                        "a list within a list item without words: its items are written one level up",
                    );
                    out.extend(items);
                }
                item => out.push(item),
            }
        }
        out
    }

    /// An item of paragraphs and lists; the paragraphs are parted by line breaks.
    fn item_with(
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
                        self.warn(*line, "a paragraph after a list within an item: written before that list");
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

    fn quote(&mut self, container: Option<&Container>, blocks: &[blocks::Block], line: usize) -> Vec<Block> {
        let Some(container) = container else {
            let (text, after) = self.paragraphs(blocks, "a quotation");
            return after_text(text, after, |text| Block::Quote { text });
        };
        if container.kind == "details" {
            let content = self.blocks(blocks, Level::Within);
            let summary = container.title.clone().unwrap_or_else(|| self.to.title.to_owned());
            if content.is_empty() {
                self.warn(line, format!("the details “{summary}” hold nothing: left out"));
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
        let (mut text, after) = self.paragraphs(blocks, "a notice");
        let mut title = container.title.as_deref().map(|title| collapse(title).trim().to_owned());
        if text.is_empty()
            && let Some(only) = title.take()
        {
            text.push(inlines::escape(&only));
        }
        if text.is_empty() && after.is_empty() {
            self.warn(line, "a notice without words: left out");
        }
        after_text(text, after, |text| Block::Notice { kind, title, text })
    }

    /// The paragraphs of a quotation or a notice, and the blocks that can't stand in it.
    fn paragraphs(&mut self, blocks: &[blocks::Block], place: &str) -> (Vec<String>, Vec<Block>) {
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
                    self.warn(*line, format!("a list in {place}: its items are written as paragraphs"));
                    for (at, item) in items.iter().enumerate() {
                        let (words, more) = self.paragraphs(item, place);
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
                    self.warn(*line, format!("a quotation in {place}: written as its paragraphs"));
                    let (words, more) = self.paragraphs(blocks, place);
                    text.extend(words);
                    after.extend(more);
                }
                blocks::Block::Quote { line, .. }
                | blocks::Block::Table { line, .. }
                | blocks::Block::Code { line, .. }
                | blocks::Block::Definitions { line, .. } => {
                    let what = match block {
                        blocks::Block::Quote { .. } => "a notice",
                        blocks::Block::Table { .. } => "a table",
                        blocks::Block::Code { .. } => "code",
                        _ => "a list of terms",
                    };
                    self.warn(*line, format!("{what} in {place}: written after it"));
                    after.extend(self.blocks(std::slice::from_ref(block), Level::Within));
                }
            }
        }
        (text, after)
    }

    fn table(&mut self, header: &[Vec<Inline>], rows: &[Vec<Vec<Inline>>], line: usize) -> Vec<Block> {
        let caption = self.heading.clone().unwrap_or_else(|| self.to.title.to_owned());
        self.warn(line, format!("a table has no caption: “{caption}” is written; say what the table tells"));
        let mut after = Vec::new();
        let mut cells = |converting: &mut Self, cells: &[Vec<Inline>]| -> Vec<String> {
            cells
                .iter()
                .map(|cell| {
                    let text = converting.text(cell, line);
                    after.extend(text.after);
                    text.markdown
                })
                .collect()
        };
        let header = cells(self, header);
        let rows = rows
            .iter()
            .map(|row| {
                let mut row = cells(self, row);
                row.resize(header.len(), String::new());
                row
            })
            .collect();
        let table = Block::Table { caption, header, rows, header_column: false };
        std::iter::once(table).chain(after).collect()
    }

    fn code(&mut self, info: &str, text: &str, line: usize) -> Option<Block> {
        let text = text.trim_end_matches('\n');
        if text.trim().is_empty() {
            self.warn(line, "a code block without code: left out");
            return None;
        }
        let language: String =
            info.trim().chars().take_while(|c| c.is_alphanumeric() || "+#-_.".contains(*c)).collect();
        if let Some(title) = info.split("title=").nth(1) {
            let title = title.trim_start_matches(['"', '\'']).split(['"', '\'']).next().unwrap_or_default();
            self.warn(line, format!("the title “{title}” of a code block: left out"));
        }
        Some(Block::Code {
            language: Some(language).filter(|language| !language.is_empty()),
            text: text.to_owned(),
        })
    }

    fn definitions(&mut self, entries: &[(Vec<Inline>, Vec<blocks::Block>)], line: usize) -> Vec<Block> {
        let simple = entries.iter().all(|(_, blocks)| {
            !blocks.is_empty() && blocks.iter().all(|block| matches!(block, blocks::Block::Paragraph { .. }))
        });
        let mut after = Vec::new();
        if simple {
            let mut facts = Vec::new();
            for (term, blocks) in entries {
                let term = heading_words(term);
                if let Item::Text(value) = self.item_with(String::new(), blocks, line, &mut after) {
                    facts.push(Fact { term, value });
                }
            }
            return std::iter::once(Block::Facts(facts)).chain(after).collect();
        }
        self.warn(
            line,
            "a list of terms with other blocks in it: its terms are written as strong paragraphs",
        );
        let mut out = Vec::new();
        for (term, blocks) in entries {
            let term = self.text(&[Inline::Strong(term.clone())], line);
            out.extend(Some(Block::Paragraph(term.markdown)).filter(|_| !blocks.is_empty()));
            out.extend(term.after);
            out.extend(self.blocks(blocks, Level::Within));
        }
        out
    }

    /// The footnotes as a list under a heading; a footnote may mark another one.
    fn footnotes(&mut self, parsed: &blocks::Parsed) -> Vec<Block> {
        if parsed.footnotes.is_empty() {
            return Vec::new();
        }
        let (mut items, mut after) = (Vec::new(), Vec::new());
        let mut at = 0;
        loop {
            if at == self.footnotes.len() {
                let unused = parsed.footnotes.iter().find(|(label, ..)| !self.footnotes.contains(label));
                let Some((label, _, line)) = unused else { break };
                self.warn(*line, format!("the footnote {label} has no mark in the text: written last"));
                self.footnotes.push(label.clone());
            }
            let label = &self.footnotes[at];
            at += 1;
            let Some((_, blocks, line)) = parsed.footnotes.iter().find(|(known, ..)| known == label) else {
                continue;
            };
            let (texts, others): (Vec<_>, Vec<_>) = blocks.iter().cloned().partition(is_item_text);
            if !others.is_empty() {
                self.warn(*line, "other blocks in a footnote: written after the footnotes");
            }
            items.push(self.item_with(String::new(), &texts, *line, &mut after));
            after.extend(self.blocks(&others, Level::Within));
        }
        let heading = Block::Heading(self.to.footnotes_heading.to_owned());
        [heading, Block::NumberedList(items)].into_iter().chain(after).collect()
    }
}

/// The words of a heading as the publisher shows them.
pub fn heading_words(text: &[Inline]) -> String {
    collapse(&blocks::words(text)).trim().to_owned()
}

fn has_link(text: &[Inline]) -> bool {
    text.iter().any(|inline| match inline {
        Inline::Link { .. } => true,
        Inline::Strong(inner) | Inline::Emphasis(inner) => has_link(inner),
        _ => false,
    })
}

/// Whether an item of a list can hold it.
fn is_item_text(block: &blocks::Block) -> bool {
    match block {
        blocks::Block::Paragraph { .. } => true,
        blocks::Block::List { items, .. } => items.iter().flatten().all(is_item_text),
        _ => false,
    }
}

fn after_text(text: Vec<String>, after: Vec<Block>, block: impl FnOnce(Vec<String>) -> Block) -> Vec<Block> {
    let block = (!text.is_empty()).then(|| block(text));
    block.into_iter().chain(after).collect()
}
