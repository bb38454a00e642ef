//! Turns a parsed page into blocks of the source format, its links and images resolved.
//!
//! Headings, tables, code, terms and footnotes are here; [`text`], [`lists`] and [`quotes`] have the rest.

mod lists;
mod quotes;
mod text;

use super::{
    blocks::{self, MarkdownInline, is_item_text},
    files::Copies,
    finding::ImportFinding,
    headings::Headings,
    inlines::{self, Span, collapse},
    links::Targets,
    reference::without_marks,
    report::Report,
    tree::Tree,
    written::{WrittenBlock, WrittenFact, WrittenItem},
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
    /// The report that the editor reads.
    pub report: &'a mut Report,
}

/// Converts a page.
pub fn convert(conversion: Conversion<'_>, parsed: &blocks::Parsed) -> Vec<WrittenBlock> {
    let headings = Headings::new(&parsed.blocks);
    let mut converting = Converting {
        to: conversion,
        headings,
        told: Told::default(),
        depth: 0,
        heading: None,
        footnotes: Vec::new(),
    };
    for (line, finding) in &parsed.warnings {
        converting.warn(*line, finding.clone());
    }
    let mut out = converting.blocks(&parsed.blocks, Level::Page);
    out.extend(converting.footnotes(parsed));
    out
}

struct Converting<'a> {
    to: Conversion<'a>,
    headings: Headings,
    told: Told,
    /// Within how many lists and details the next block stands.
    depth: usize,
    /// The nearest heading above.
    heading: Option<String>,
    /// The marks of the footnotes in the order of the text.
    footnotes: Vec<String>,
}

/// How deep lists and details may stand within each other; the checker refuses what is deeper.
const DEEPEST: usize = 10;

/// How many of these levels are kept for lists.
const LISTS: usize = 6;

/// What of the order of a page's headings was told: once is enough.
#[derive(Default)]
struct Told {
    gap: bool,
    deep: bool,
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
    after: Vec<WrittenBlock>,
}

impl Converting<'_> {
    fn warn(&mut self, line: usize, finding: ImportFinding) {
        let file = self.to.tree.show(self.to.file);
        self.to.report.warn(&file, line, without_marks(finding));
    }

    fn blocks(&mut self, blocks: &[blocks::MarkdownBlock], level: Level) -> Vec<WrittenBlock> {
        let mut out = Vec::new();
        for block in blocks {
            match block {
                blocks::MarkdownBlock::Heading { level: written, text, line, .. } => {
                    out.extend(self.heading(*written, text, *line, level));
                }
                blocks::MarkdownBlock::Paragraph { text, line } => {
                    let text = self.text(text, *line);
                    if !text.markdown.is_empty() {
                        out.push(WrittenBlock::Paragraph(text.markdown));
                    }
                    out.extend(text.after);
                }
                blocks::MarkdownBlock::List { start, items, line } => {
                    out.extend(self.list(*start, items, *line));
                }
                blocks::MarkdownBlock::Quote { container, blocks, line } => {
                    out.extend(self.quote(container.as_ref(), blocks, *line));
                }
                blocks::MarkdownBlock::Table { header, rows, line } => {
                    out.extend(self.table(header, rows, *line));
                }
                blocks::MarkdownBlock::Code { info, text, line } => out.extend(self.code(info, text, *line)),
                blocks::MarkdownBlock::Definitions { entries, line } => {
                    out.extend(self.definitions(entries, *line));
                }
            }
        }
        out
    }

    fn heading(
        &mut self,
        written: usize,
        text: &[MarkdownInline],
        line: usize,
        level: Level,
    ) -> Vec<WrittenBlock> {
        let words = heading_words(text);
        let mut out = Vec::new();
        if words.is_empty() {
            self.warn(line, ImportFinding::HeadingEmpty);
        } else if level == Level::Within {
            self.warn(line, ImportFinding::HeadingWithin);
            out.push(WrittenBlock::Paragraph(
                inlines::write(&[Span::Strong(vec![Span::Text(words.clone())])]).text,
            ));
        } else {
            let level = self.headings.next(written);
            if level.mended && !std::mem::replace(&mut self.told.gap, true) {
                self.warn(line, ImportFinding::HeadingSkips);
            }
            if level.depth > 4 && !std::mem::replace(&mut self.told.deep, true) {
                self.warn(line, ImportFinding::HeadingDeep);
            }
            out.push(match level.depth {
                2 => WrittenBlock::Heading(words.clone()),
                3 => WrittenBlock::Subheading(words.clone()),
                _ => WrittenBlock::MinorHeading(words.clone()),
            });
            self.heading = Some(words.clone());
        }
        // An image or a link in a heading stands after it; nobody has to be led to where they are.
        let mut beside = beside_words(text);
        beside.retain(|inline| match inline {
            MarkdownInline::Link { to, .. } => !self.leads_here(to, &words),
            _ => true,
        });
        if has_link(&beside) {
            self.warn(line, ImportFinding::LinkInHeading);
        }
        out.extend(self.blocks(&[blocks::MarkdownBlock::Paragraph { text: beside, line }], Level::Within));
        out
    }

    fn table(
        &mut self,
        header: &[Vec<MarkdownInline>],
        rows: &[Vec<Vec<MarkdownInline>>],
        line: usize,
    ) -> Vec<WrittenBlock> {
        let caption = self.heading.clone().unwrap_or_else(|| self.to.title.to_owned());
        self.warn(line, ImportFinding::TableCaption(caption.clone()));
        let mut after = Vec::new();
        let mut cells = |converting: &mut Self, cells: &[Vec<MarkdownInline>]| -> Vec<String> {
            cells
                .iter()
                .map(|cell| {
                    let text = converting.text(cell, line);
                    after.extend(text.after);
                    text.markdown
                })
                .collect()
        };
        let mut header = cells(self, header);
        // Over the names of the rows there may be nothing to say.
        let columns = usize::from(header.len() > 1)..;
        let nameless = header.get_mut(columns).into_iter().flatten().filter(|name| name.is_empty());
        let nameless = nameless.map(|name| "–".clone_into(name)).count();
        let rows = rows
            .iter()
            .map(|row| {
                let mut row = cells(self, row);
                row.resize(header.len(), String::new());
                row
            })
            .collect();
        if nameless > 0 {
            self.warn(line, ImportFinding::ColumnNameless);
        }
        let table = WrittenBlock::Table { caption, header, rows, header_column: false };
        std::iter::once(table).chain(after).collect()
    }

    fn code(&mut self, info: &str, text: &str, line: usize) -> Vec<WrittenBlock> {
        let text = text.trim_end_matches('\n');
        if text.trim().is_empty() {
            self.warn(line, ImportFinding::CodeEmpty);
            return Vec::new();
        }
        // Python-Markdown and Pandoc write the language as a class, `{ .python }`.
        let class =
            |list: &str| list.split_whitespace().find_map(|word| word.strip_prefix('.').map(str::to_owned));
        let written = match info.trim().strip_prefix('{') {
            Some(list) => class(&list.replace('.', " .")).unwrap_or_default(),
            None => info.trim().to_owned(),
        };
        let language: String =
            written.chars().take_while(|c| c.is_alphanumeric() || "+#-_.".contains(*c)).collect();
        let title = info.split("title=").nth(1).unwrap_or_default();
        let title = title.trim_start_matches(['"', '\'']).split(['"', '\'']).next().unwrap_or_default();
        let title = inlines::write(&[Span::Strong(vec![Span::Text(title.to_owned())])]).text;
        let code = WrittenBlock::Code {
            language: Some(language).filter(|language| !language.is_empty()),
            text: text.to_owned(),
        };
        // Above the code, where the generators show it.
        let title = Some(title).filter(|title| !title.trim().is_empty()).map(WrittenBlock::Paragraph);
        title.into_iter().chain([code]).collect()
    }

    fn definitions(
        &mut self,
        entries: &[(Vec<MarkdownInline>, Vec<blocks::MarkdownBlock>)],
        line: usize,
    ) -> Vec<WrittenBlock> {
        let simple = entries.iter().all(|(_, blocks)| {
            !blocks.is_empty()
                && blocks.iter().all(|block| matches!(block, blocks::MarkdownBlock::Paragraph { .. }))
        });
        let mut after = Vec::new();
        if simple {
            let mut facts = Vec::new();
            for (term, blocks) in entries {
                let term = heading_words(term);
                match self.item_with(String::new(), blocks, line, &mut after) {
                    WrittenItem::Text(value) if !value.is_empty() && !term.is_empty() => {
                        facts.push(WrittenFact { term, value });
                    }
                    WrittenItem::Text(text) => {
                        self.warn(line, ImportFinding::TermAlone);
                        let term = inlines::escape(&term);
                        after.extend(
                            [term, text]
                                .into_iter()
                                .filter(|text| !text.is_empty())
                                .map(WrittenBlock::Paragraph),
                        );
                    }
                    WrittenItem::Nested { .. } => {}
                }
            }
            if facts.is_empty() {
                return after;
            }
            return std::iter::once(WrittenBlock::Facts(facts)).chain(after).collect();
        }
        self.warn(line, ImportFinding::TermsMixed);
        let mut out = Vec::new();
        for (term, blocks) in entries {
            let term = self.text(&[MarkdownInline::Strong(term.clone())], line);
            out.extend(
                Some(WrittenBlock::Paragraph(term.markdown))
                    .filter(|term| *term != WrittenBlock::Paragraph(String::new())),
            );
            out.extend(term.after);
            out.extend(self.blocks(blocks, Level::Within));
        }
        out
    }

    /// The footnotes as a list under a heading; a footnote may mark another one.
    fn footnotes(&mut self, parsed: &blocks::Parsed) -> Vec<WrittenBlock> {
        if parsed.footnotes.is_empty() {
            return Vec::new();
        }
        let (mut items, mut after) = (Vec::new(), Vec::new());
        let mut at = 0;
        loop {
            if at == self.footnotes.len() {
                let unused = parsed.footnotes.iter().find(|(label, ..)| !self.footnotes.contains(label));
                let Some((label, _, line)) = unused else { break };
                self.warn(*line, ImportFinding::FootnoteUnmarked(label.clone()));
                self.footnotes.push(label.clone());
            }
            let label = &self.footnotes[at].clone();
            at += 1;
            let Some((_, blocks, line)) = parsed.footnotes.iter().find(|(known, ..)| known == label) else {
                continue;
            };
            let (texts, others): (Vec<_>, Vec<_>) = blocks.iter().cloned().partition(is_item_text);
            if !others.is_empty() {
                self.warn(*line, ImportFinding::FootnoteBlocks);
            }
            self.depth += 1;
            let item = self.item_with(String::new(), &texts, *line, &mut after);
            self.depth -= 1;
            // The marks in the text count on every item.
            items.push(match item {
                WrittenItem::Text(text) if text.is_empty() => {
                    self.warn(*line, ImportFinding::FootnoteEmpty(label.clone()));
                    WrittenItem::Text("–".to_owned())
                }
                WrittenItem::Nested { text, items, numbered } if text.is_empty() => {
                    WrittenItem::Nested { text: "–".to_owned(), items, numbered }
                }
                item => item,
            });
            after.extend(self.blocks(&others, Level::Within));
        }
        let heading = WrittenBlock::Heading(self.to.footnotes_heading.to_owned());
        [heading, WrittenBlock::NumberedList(items)].into_iter().chain(after).collect()
    }
}

/// The words of a heading as the publisher shows them; what an image shows is said where there are no others.
pub fn heading_words(text: &[MarkdownInline]) -> String {
    let said = |words: String| Some(collapse(&words).trim().to_owned()).filter(|words| !words.is_empty());
    said(blocks::words(&without_images(text))).or_else(|| said(blocks::words(text))).unwrap_or_default()
}

fn without_images(text: &[MarkdownInline]) -> Vec<MarkdownInline> {
    let kept = text.iter().filter(|inline| !matches!(inline, MarkdownInline::Image(_)));
    kept.map(|inline| match inline {
        MarkdownInline::Strong(inner) => MarkdownInline::Strong(without_images(inner)),
        MarkdownInline::Emphasis(inner) => MarkdownInline::Emphasis(without_images(inner)),
        MarkdownInline::Link { to, text, line } => {
            MarkdownInline::Link { to: to.clone(), text: without_images(text), line: *line }
        }
        other => other.clone(),
    })
    .collect()
}

/// The images and links of a heading, which its words can't hold.
pub fn beside_words(text: &[MarkdownInline]) -> Vec<MarkdownInline> {
    let mut beside = Vec::new();
    for inline in text {
        match inline {
            MarkdownInline::Image(_) | MarkdownInline::Link { .. } => {
                if !beside.is_empty() {
                    beside.push(MarkdownInline::Text(" ".to_owned()));
                }
                beside.push(inline.clone());
            }
            MarkdownInline::Strong(inner) | MarkdownInline::Emphasis(inner) => {
                beside.extend(beside_words(inner));
            }
            _ => {}
        }
    }
    beside
}

/// Whether a link stands in a text.
pub fn has_link(text: &[MarkdownInline]) -> bool {
    text.iter().any(|inline| match inline {
        MarkdownInline::Link { .. } => true,
        MarkdownInline::Strong(inner) | MarkdownInline::Emphasis(inner) => has_link(inner),
        _ => false,
    })
}
