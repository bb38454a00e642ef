//! Parses a page's Markdown into blocks with the lines of the file, links and images still as they are written.

use std::{collections::BTreeSet, ops::Range};

use pulldown_cmark::{
    Alignment, BlockQuoteKind, BrokenLink, CodeBlockKind, CowStr, Event, LinkType, Options, Parser, Tag,
    TagEnd,
};

use super::{
    bare::link_addresses,
    html::{Html, html_words, without_comments},
    html_code::pre,
    prepare::{Container, Prepared, REF},
    report::Sort,
};

/// A part of a page, as Markdown has it.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A heading of level 1 to 6.
    Heading {
        /// Its level in the file.
        level: usize,
        /// The anchors that the file gives it.
        ids: Vec<String>,
        /// Its words.
        text: Vec<Inline>,
        /// Its line.
        line: usize,
    },
    /// A paragraph.
    Paragraph {
        /// Its words.
        text: Vec<Inline>,
        /// Its line.
        line: usize,
    },
    /// A list.
    List {
        /// The first number of a numbered list.
        start: Option<u64>,
        /// Its items.
        items: Vec<Vec<Block>>,
        /// Its line.
        line: usize,
    },
    /// A block quote or an admonition.
    Quote {
        /// What sort of admonition it is; none: a quotation.
        container: Option<Container>,
        /// What stands in it.
        blocks: Vec<Block>,
        /// Its line.
        line: usize,
    },
    /// A table; every row is as long as the header.
    Table {
        /// The header's cells.
        header: Vec<Vec<Inline>>,
        /// The rows' cells.
        rows: Vec<Vec<Vec<Inline>>>,
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
        entries: Vec<(Vec<Inline>, Vec<Block>)>,
        /// Its line.
        line: usize,
    },
}

/// A part of a text, as Markdown has it.
#[derive(Clone, Debug, PartialEq)]
pub enum Inline {
    /// Plain words.
    Text(String),
    /// Code.
    Code(String),
    /// Strong words.
    Strong(Vec<Inline>),
    /// Emphasis.
    Emphasis(Vec<Inline>),
    /// A link.
    Link {
        /// Where it leads, as it is written.
        to: String,
        /// Its words.
        text: Vec<Inline>,
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
    pub blocks: Vec<Block>,
    /// The anchors that stand above all headings.
    pub ids: Vec<String>,
    /// The footnotes by their marks, in the order of the file.
    pub footnotes: Vec<(String, Vec<Block>, usize)>,
    /// What was changed or left out: the line, and what.
    pub warnings: Vec<(usize, Sort, String)>,
    /// The lines of the prepared text that are code, counted from 0.
    pub code: BTreeSet<usize>,
    /// The lines of the prepared text that are HTML whose text stays as it is, counted from 0.
    pub raw: BTreeSet<usize>,
    /// The lines of the prepared text with the mark of a container that became one.
    pub marks: BTreeSet<usize>,
}

/// Blocks within blocks deeper than this are taken as one.
const DEEPEST: usize = 48;

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

struct Open {
    what: What,
    line: usize,
    blocks: Vec<Block>,
    inlines: Vec<Inline>,
    rows: Vec<Vec<Vec<Inline>>>,
    items: Vec<Vec<Block>>,
    entries: Vec<(Vec<Inline>, Vec<Block>)>,
}

enum What {
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
    fn new(what: What, line: usize) -> Open {
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
    fn flush(&mut self) {
        if !self.inlines.is_empty() {
            let text = std::mem::take(&mut self.inlines);
            self.blocks.push(Block::Paragraph { text, line: self.line });
        }
    }

    fn into_blocks(mut self) -> Vec<Block> {
        self.flush();
        self.blocks
    }
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
            Event::Code(code) => self.push(Inline::Code(code.into_string())),
            Event::InlineHtml(html) => self.inline_html(&html, line),
            Event::SoftBreak => self.push(Inline::Text(" ".to_owned())),
            Event::HardBreak => self.push(Inline::Break),
            Event::FootnoteReference(label) => self.push(Inline::Footnote(label.into_string())),
            Event::TaskListMarker(done) => {
                // Once for the items of a list is enough.
                if self.task.is_none_or(|last| last + 1 < line) {
                    self.warn(line, Sort::List, "a list of tasks: its boxes are written as ☐ and ☑");
                }
                self.task = Some(line);
                self.push(Inline::Text(if done { "☑ " } else { "☐ " }.to_owned()));
            }
            Event::Rule => {
                self.warn(line, Sort::Heading, "a line between parts: left out; a heading parts them better")
            }
            Event::InlineMath(math) | Event::DisplayMath(math) => self.push(Inline::Code(math.into_string())),
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

    fn warn(&mut self, line: usize, sort: Sort, words: impl Into<String>) {
        self.parsed.warnings.push((line, sort, words.into()));
    }

    /// The parser leaves out the cells of a row that are more than its header has (GFM §4.10).
    fn excess_cells(&mut self, row: Range<usize>, line: usize) {
        let row = self.prepared.text.get(row).unwrap_or_default().trim();
        let row = row.strip_prefix('|').unwrap_or(row);
        let mut pipes = row.char_indices().filter(|(at, c)| *c == '|' && !row[..*at].ends_with('\\'));
        if let Some((at, _)) = self.columns.checked_sub(1).and_then(|last| pipes.nth(last)) {
            let more = row[at + 1..].trim().trim_end_matches('|').trim();
            if !more.is_empty() {
                let words = format!("the row has more cells than the header: left out: {more}");
                self.warn(line, Sort::Table, words);
            }
        }
    }

    fn start(&mut self, tag: Tag<'_>, line: usize) {
        if self.open.len() >= DEEPEST {
            if self.skipped == 0 {
                self.warn(line, Sort::Text, "blocks within blocks, too deep to read: taken as one");
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
                    self.warn(line, Sort::Table, "the alignment of a table's columns: left out");
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
                self.warn(line, Sort::Text, "crossed-out text: written as plain text");
                What::Transparent
            }
            Tag::Link { link_type: LinkType::Email, dest_url, .. } => {
                What::Link(format!("mailto:{dest_url}"))
            }
            Tag::Link { link_type: LinkType::ReferenceUnknown | LinkType::CollapsedUnknown, id, .. } => {
                let words = format!(
                    "the link to [{id}] leads nowhere (nothing says where that is): written as plain text"
                );
                self.warn(line, Sort::Link, words);
                What::Transparent
            }
            Tag::Link { dest_url, title, .. } => {
                if !title.trim().is_empty() {
                    self.warn(line, Sort::Link, format!("the title “{}” of a link: left out", title.trim()));
                }
                What::Link(dest_url.into_string())
            }
            Tag::Image { link_type: LinkType::ReferenceUnknown | LinkType::CollapsedUnknown, id, .. } => {
                let words = format!(
                    "the image [{id}] is nowhere (nothing says where it is): its alternative text is written instead"
                );
                self.warn(line, Sort::Image, words);
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

    fn close(&mut self) {
        if self.open.len() < 2 {
            return;
        }
        let Some(mut closed) = self.open.pop() else { return };
        let line = closed.line;
        let what = std::mem::replace(&mut closed.what, What::Transparent);
        match what {
            What::Paragraph => self.push_block(Block::Paragraph { text: closed.inlines, line }),
            What::Heading { level, id } => {
                let mut ids = std::mem::take(&mut self.ids);
                ids.extend(id);
                self.push_block(Block::Heading { level, ids, text: closed.inlines, line });
            }
            What::List(start) => self.push_block(Block::List { start, items: closed.items, line }),
            What::Item => {
                let blocks = closed.into_blocks();
                self.parent(|parent| parent.items.push(blocks));
            }
            What::Quote(container) => {
                self.push_block(Block::Quote { container, blocks: closed.into_blocks(), line });
            }
            What::Code(info) => {
                let text = words(&closed.inlines);
                self.push_block(Block::Code { info, text, line });
            }
            What::Table => {
                let mut rows = closed.rows.into_iter();
                let header = rows.next().unwrap_or_default();
                self.push_block(Block::Table { header, rows: rows.collect(), line });
            }
            What::Row => {
                let row = closed.rows.into_iter().flatten().collect();
                self.parent(|parent| parent.rows.push(row));
            }
            What::Cell => self.parent(|parent| parent.rows.push(vec![closed.inlines])),
            What::Definitions => self.push_block(Block::Definitions { entries: closed.entries, line }),
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
            What::Strong => self.push(Inline::Strong(closed.inlines)),
            What::Emphasis => self.push(Inline::Emphasis(closed.inlines)),
            What::Link(to) => self.push(Inline::Link { to, text: closed.inlines, line }),
            What::Image { src, title } => {
                let caption = Some(title).filter(|title| !title.trim().is_empty());
                let alt = Some(words(&closed.inlines));
                self.push(Inline::Image(Image { src, alt, caption, line }));
            }
            What::Root | What::Transparent => self.parent(|parent| {
                parent.inlines.extend(closed.inlines);
                parent.blocks.extend(closed.blocks);
            }),
        }
    }

    fn parent(&mut self, change: impl FnOnce(&mut Open)) {
        if let Some(parent) = self.open.last_mut() {
            change(parent);
        }
    }

    fn push(&mut self, inline: Inline) {
        self.parent(|parent| parent.inlines.push(inline));
    }

    fn push_block(&mut self, block: Block) {
        // An anchor before a paragraph doesn't name the heading after it but a place under the one above.
        if !matches!(&block, Block::Paragraph { text, .. } if text.is_empty()) {
            self.place_ids();
        }
        self.parent(|parent| {
            parent.flush();
            parent.blocks.push(block);
        });
    }

    /// Gives the anchors that no heading follows to the heading above them: a link can lead to headings only.
    fn place_ids(&mut self) {
        let blocks = self.open.first_mut().map(|root| root.blocks.iter_mut());
        let above = blocks.and_then(|blocks| {
            blocks.rev().find_map(|block| match block {
                Block::Heading { ids, .. } => Some(ids),
                _ => None,
            })
        });
        above.unwrap_or(&mut self.parsed.ids).append(&mut self.ids);
    }

    fn text(&mut self, words: String) {
        let in_code = self.open.iter().any(|open| matches!(open.what, What::Code(_)));
        // What stands for a reference means something in a link only.
        self.push(Inline::Text(if in_code { words } else { words.replace(REF, "") }));
    }

    fn inline_html(&mut self, html: &str, line: usize) {
        let tag = Html::parse(html);
        self.ids.extend(tag.anchor());
        match tag.name.as_str() {
            "br" => self.push(Inline::Break),
            "img" => match tag.image(line) {
                Some(image) => self.push(Inline::Image(image)),
                None => self.warn_fileless(html, line),
            },
            "a" if tag.attribute("href").is_none() => {}
            "!--" => {}
            _ if html.starts_with("</") => {}
            _ if is_component(html) => {
                let kept = if html.ends_with("/>") { "" } else { ", the words in it are kept" };
                self.warn(line, Sort::Shortcode, format!("the component {}: left out{kept}", short(html)));
            }
            _ => self.warn(
                line,
                Sort::Html,
                format!("the HTML {}: left out, the words in it are kept", short(html)),
            ),
        }
    }

    fn warn_fileless(&mut self, html: &str, line: usize) {
        let words = format!("the HTML {}: an image without a file: left out", short(html));
        self.warn(line, Sort::Html, words);
    }

    /// A block of HTML; the mark of a container makes the quote around it that container.
    fn html_block(&mut self, html: &str, at: usize) {
        let line = self.prepared.lines.get(at).copied().unwrap_or(1);
        if let Some(container) = self.prepared.containers.get(&at) {
            if let Some(Open { what: What::Quote(kind), .. }) = self.open.last_mut() {
                *kind = Some(container.clone());
                self.parsed.marks.insert(at);
            }
            return;
        }
        let (html, ends) = without_comments(html);
        if !ends {
            self.warn(line, Sort::Html, "a comment without an end: left out, with all that stands after it");
        }
        self.html(&html, line);
    }

    fn html(&mut self, html: &str, line: usize) {
        if html.trim().is_empty() {
            return;
        }
        if let Some(found) = pre(html) {
            self.html(found.before, line);
            self.push_block(Block::Code { info: found.language, text: found.text, line });
            return self.html(found.after, line);
        }
        // What only ends something takes nothing away.
        let mut tags = html.split('<').skip(1).peekable();
        if tags.peek().is_some() && tags.all(|tag| tag.starts_with('/') && tag.trim_end().ends_with('>')) {
            return;
        }
        let mut images = Vec::new();
        if let Some((level, inner)) = heading(html) {
            let mut text = html_words(inner, line);
            for piece in inner.split('<').skip(1) {
                let tag = Html::parse(piece);
                text.extend(tag.image(line).filter(|_| tag.name == "img").map(Inline::Image));
            }
            self.ids.extend(Html::parse(html.trim()).anchor());
            let ids = std::mem::take(&mut self.ids);
            self.push_block(Block::Heading { level, ids, text, line });
            return;
        }
        let (mut unspoken, mut fileless) = (false, false);
        let mut ids = Vec::new();
        for piece in html.split('<').skip(1) {
            let tag = Html::parse(&format!("<{piece}"));
            match tag.name.as_str() {
                "img" => match tag.image(line) {
                    Some(image) => images.push(image),
                    None => {
                        fileless = true;
                        self.warn_fileless(&format!("<{}", piece.trim_end()), line);
                    }
                },
                "script" | "style" | "svg" | "iframe" => unspoken = true,
                _ => {}
            }
            ids.extend(tag.anchor());
        }
        let mut text = if unspoken { Vec::new() } else { html_words(html, line) };
        let wordless = words(&text).trim().is_empty();
        if wordless {
            text.clear();
        }
        let kept = if wordless { "" } else { ", its words and links are kept" };
        let only_anchor = wordless && images.is_empty() && html.trim_start().starts_with("<a ");
        let only_image = wordless && (!images.is_empty() || fileless);
        if html.contains('<') && !only_anchor && !only_image {
            self.warn(line, Sort::Html, format!("the HTML {}: left out{kept}", short(html)));
        }
        text.extend(images.into_iter().map(Inline::Image));
        self.ids.extend(ids);
        if !text.is_empty() {
            self.push_block(Block::Paragraph { text, line });
        }
    }
}

/// Whether `[words][name]` without a definition was meant as a link: two brackets in program text or of footnotes were not.
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

/// Whether a block of HTML is one that holds its text as it is until it ends (CommonMark 4.6, the first kind).
fn is_raw(html: &str) -> bool {
    let html = html.trim_start_matches([' ', '>']);
    ["<pre", "<script", "<style", "<textarea"].iter().any(|tag| {
        html.get(..tag.len()).is_some_and(|begins| begins.eq_ignore_ascii_case(tag))
            && html[tag.len()..].starts_with(|c: char| c == '>' || c.is_whitespace())
    })
}

/// The level of an HTML heading and what stands in it, if the HTML is nothing else.
fn heading(html: &str) -> Option<(usize, &str)> {
    let rest = html.trim().strip_prefix("<h").or_else(|| html.trim().strip_prefix("<H"))?;
    let level = rest.chars().next()?.to_digit(10).filter(|level| (1..=6).contains(level))?;
    let (attributes, inner) = rest.split_once('>')?;
    let inner = inner.strip_suffix('>')?.trim_end().strip_suffix(attributes.get(..1)?)?;
    let inner = inner.strip_suffix("</h").or_else(|| inner.strip_suffix("</H"))?;
    let whole = !inner.contains("</h") && attributes.chars().nth(1).is_none_or(char::is_whitespace);
    whole.then_some((level as usize, inner))
}

/// Whether a tag is a component of MDX: these begin with a capital letter, and not all of their letters are capitals.
fn is_component(html: &str) -> bool {
    let name: String = html.trim_start_matches('<').chars().take_while(|c| c.is_alphanumeric()).collect();
    name.starts_with(char::is_uppercase) && name.chars().any(char::is_lowercase)
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

/// The words of a text without any marks.
pub fn words(inlines: &[Inline]) -> String {
    let mut out = String::new();
    for inline in inlines {
        match inline {
            Inline::Text(words) | Inline::Code(words) => out.push_str(words),
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Link { text: inner, .. } => {
                out.push_str(&self::words(inner));
            }
            Inline::Image(image) => out.push_str(image.alt.as_deref().unwrap_or_default()),
            Inline::Footnote(_) => {}
            Inline::Break => out.push(' '),
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

/// The beginning of what is left out, so that it can be found.
fn short(html: &str) -> String {
    let line = html.trim().lines().next().unwrap_or_default().trim();
    let mut short: String = line.chars().take(60).collect();
    if short.len() < line.len() {
        short.push('…');
    }
    short
}
