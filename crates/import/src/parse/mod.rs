//! Parses a prepared text: the events of the parser become blocks.
//!
//! [`open`] holds what isn't closed yet, [`events`] opens and closes it, [`html`] reads the HTML in a text.

mod events;
mod html;
mod open;

use std::ops::Range;

use pulldown_cmark::{BrokenLink, CowStr, Event, LinkType, Options, Parser, Tag, TagEnd};

use super::{
    bare::link_addresses,
    blocks::{MarkdownInline, Parsed},
    finding::ImportFinding,
    html_code::is_raw,
    prepare::Prepared,
    reference::REF,
};
use open::{Open, What};

/// Parses a prepared text.
pub fn parse(prepared: &Prepared) -> Parsed {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_GFM;
    let mut parsing = Parsing {
        prepared,
        starts: std::iter::once(0).chain(prepared.text.match_indices('\n').map(|(at, _)| at + 1)).collect(),
        open: vec![Open::new(What::Root, 0)],
        parsed: Parsed::default(),
        skipped: 0,
        ids: Vec::new(),
        columns: 0,
        html: None,
        task: None,
    };
    // A reference without a definition is told, and its words stay.
    let unknown = |link: BrokenLink<'_>| {
        let is = is_reference(&prepared.text, &link);
        is.then(|| (link.reference.into_string().into(), CowStr::Borrowed("")))
    };
    let events = Parser::new_with_broken_link_callback(&prepared.text, options, Some(unknown));
    let events = events.into_offset_iter().collect();
    for (event, range) in link_addresses(events, &prepared.text) {
        parsing.event(event, range);
    }
    while parsing.open.len() > 1 {
        parsing.close();
    }
    parsing.place_ids();
    if let Some(root) = parsing.open.pop() {
        parsing.parsed.blocks = root.into_blocks();
    }
    parsing.parsed
}

struct Parsing<'a> {
    prepared: &'a Prepared,
    /// Where each line of the text begins.
    starts: Vec<usize>,
    /// What isn't closed yet, the outermost first; it is never empty.
    open: Vec<Open>,
    parsed: Parsed,
    /// How many tags deeper than [`DEEPEST`] are open.
    skipped: usize,
    /// The anchors written as `<a id="x">` since the last heading.
    ids: Vec<String>,
    /// How many columns the table has that is being read.
    columns: usize,
    /// The HTML block that is being read, with its line.
    html: Option<(String, usize)>,
    /// The line of the last box of a task.
    task: Option<usize>,
}

impl Parsing<'_> {
    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        let at = self.line_index(range.start);
        let line = self.prepared.lines.get(at).copied().unwrap_or(1);
        self.find_code(&event, &range);
        match event {
            Event::Start(Tag::HtmlBlock) => self.html = Some((String::new(), at)),
            Event::End(TagEnd::HtmlBlock) => {
                if let Some((html, at)) = self.html.take() {
                    self.html_block(&html, at);
                }
            }
            Event::Html(html) => match &mut self.html {
                Some((block, _)) => block.push_str(&html),
                None => self.html_block(&html, at),
            },
            Event::Start(tag) => {
                if matches!(tag, Tag::TableRow) {
                    self.excess_cells(range, line);
                }
                self.start(tag, line);
            }
            Event::End(_) if self.skipped > 0 => self.skipped -= 1,
            Event::End(_) => self.close(),
            Event::Text(words) => self.text(words.into_string()),
            // A sign for code that nothing ends can pair with one of a formula behind it: then a link stands
            // in code.
            Event::Code(code) => self.push(MarkdownInline::Code(code.replace(REF, ""))),
            Event::InlineHtml(html) => self.inline_html(&html, line),
            Event::SoftBreak => self.push(MarkdownInline::Text(" ".to_owned())),
            Event::HardBreak => self.push(MarkdownInline::Break),
            Event::FootnoteReference(label) => self.push(MarkdownInline::Footnote(label.into_string())),
            Event::TaskListMarker(done) => {
                // Once for the items of a list is enough.
                if self.task.is_none_or(|last| last + 1 < line) {
                    self.warn(line, ImportFinding::Tasks);
                }
                self.task = Some(line);
                self.push(MarkdownInline::Text(if done { "☑ " } else { "☐ " }.to_owned()));
            }
            Event::Rule => self.warn(line, ImportFinding::LineBetween),
            Event::InlineMath(math) | Event::DisplayMath(math) => {
                self.push(MarkdownInline::Code(math.into_string()));
            }
        }
    }

    /// Remembers which lines are code, and which are part of a code span that doesn't end on its line.
    fn find_code(&mut self, event: &Event<'_>, range: &Range<usize>) {
        let last = self.line_index(range.end.saturating_sub(1).max(range.start));
        let lines = self.line_index(range.start)..=last;
        let is_code = match event {
            Event::Start(Tag::CodeBlock(_)) => true,
            Event::Start(Tag::HtmlBlock) => {
                if is_raw(self.prepared.text.get(range.clone()).unwrap_or_default()) {
                    self.parsed.raw.extend(lines);
                }
                return;
            }
            Event::Code(_) => lines.start() < lines.end(),
            _ => false,
        };
        if is_code {
            self.parsed.code.extend(lines);
        }
    }

    fn line_index(&self, offset: usize) -> usize {
        self.starts.partition_point(|start| *start <= offset).saturating_sub(1)
    }

    fn warn(&mut self, line: usize, finding: ImportFinding) {
        self.parsed.warnings.push((line, finding));
    }

    /// The parser leaves out the cells of a row that are more than its header has (GFM §4.10).
    fn excess_cells(&mut self, row: Range<usize>, line: usize) {
        let row = self.prepared.text.get(row).unwrap_or_default().trim();
        let row = row.strip_prefix('|').unwrap_or(row);
        let mut pipes = row.char_indices().filter(|(at, c)| *c == '|' && !row[..*at].ends_with('\\'));
        if let Some((at, _)) = self.columns.checked_sub(1).and_then(|last| pipes.nth(last)) {
            let more = row[at + 1..].trim().trim_end_matches('|').trim();
            if !more.is_empty() {
                self.warn(line, ImportFinding::ExcessCells(more.to_owned()));
            }
        }
    }
}

/// Whether `[words][name]` without a definition was meant as a link: two brackets in program text or of
/// footnotes were not.
fn is_reference(text: &str, link: &BrokenLink<'_>) -> bool {
    let written = text.get(link.span.clone()).unwrap_or_default();
    let before = text.get(..link.span.start).unwrap_or_default();
    let Some(inner) =
        written.trim_start_matches('!').strip_prefix('[').and_then(|inner| inner.strip_suffix(']'))
    else {
        return false;
    };
    // Of `[name][]` the parser shows the first brackets only.
    let (words, name) = match link.link_type {
        LinkType::Collapsed => (inner, inner),
        LinkType::Reference => match inner.rsplit_once("][") {
            Some(parts) => parts,
            None => return false,
        },
        _ => return false,
    };
    let is_word = |text: &str| text.chars().filter(|c| c.is_alphabetic()).count() > 1;
    !before.ends_with(|c: char| c.is_alphanumeric() || "])}_`".contains(c)) && is_word(words) && is_word(name)
}
