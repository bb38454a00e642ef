//! Markdown within a text field: strong words, emphasis, code, links, abbreviations, words in another
//! language, line breaks. Nothing else can be said.

use std::{cell::OnceCell, ops::Range, sync::Arc};

use page::{Href, Inline, Language};
use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};

use super::{context::Context, links, misspelt, terms::Terms};
use content::{
    fault::{
        Fault, Faults, Place, SourceText,
        finding::{FieldFinding, LinkFinding, NotInText, PageFinding},
    },
    read::PageFile,
    source::{
        Located, Markdown,
        located::{WrittenString, raw_offset},
        text::{Lines, is_blank},
    },
};

/// The spans of a text; what can't be said here and links that lead nowhere become faults at their place.
pub(super) fn inlines(context: Context<'_>, text: &Located<Markdown>, faults: &mut Faults) -> Vec<Inline> {
    // A list of nothing, a heading without words: nobody means that.
    let is_sign_alone = |sign: &Range<usize>| text.value[sign.end..].trim().is_empty();
    let sign = block_sign(&text.value).filter(is_sign_alone);
    spans(context, text, sign.map(|sign| sign.end - 1), faults)
}

/// The spans of a text that is a line in any case, as a table's cell is: a dash at its beginning is a dash, a
/// number with a dot a number.
pub(super) fn line(context: Context<'_>, text: &Located<Markdown>, faults: &mut Faults) -> Vec<Inline> {
    let sign = block_sign(&text.value).filter(|_| !text.value.contains('\n'));
    spans(context, text, sign.map(|sign| sign.end - 1), faults)
}

/// The sign at the beginning of a text that makes a block of it in Markdown (CommonMark §4, §5): of a list, a
/// heading, a quotation or a line across the page.
fn block_sign(text: &str) -> Option<Range<usize>> {
    let trimmed = text.trim_start_matches(' ');
    let start = text.len() - trimmed.len();
    let signs = |signs: &str| trimmed.chars().take_while(|sign| signs.contains(*sign)).count();
    let ends = |length: usize| trimmed[length..].chars().next().is_none_or(char::is_whitespace);
    let (dashes, hashes, digits) = (signs("-"), signs("#"), signs("0123456789"));
    let is_list = trimmed.starts_with(['-', '+', '*']) && ends(1);
    let is_line = dashes > 2 && trimmed[dashes..].trim().is_empty();
    let is_heading = (1..=6).contains(&hashes) && ends(hashes);
    let is_numbered =
        (1..=9).contains(&digits) && trimmed[digits..].starts_with(['.', ')']) && ends(digits + 1);
    let length = if is_numbered {
        digits + 1
    } else if is_list || is_line || is_heading || trimmed.starts_with('>') {
        1
    } else {
        return None;
    };
    Some(start..start + length)
}

/// The spans of a text, of which the character at `escaped` is meant as it stands.
fn spans(
    context: Context<'_>,
    text: &Located<Markdown>,
    escaped: Option<usize>,
    faults: &mut Faults,
) -> Vec<Inline> {
    if is_blank(&text.value) {
        let place = context.file.place(text.span.clone());
        faults.add(Fault::new(PageFinding::TextEmpty, place));
        return Vec::new();
    }
    let mut found = Faults::default();
    let mut reading = Reading {
        context,
        text,
        faults: &mut found,
        escaped,
        written: OnceCell::new(),
        open: vec![Open { spans: Vec::new(), span: Span::Text }],
        paragraphs: 0,
        shown: Vec::new(),
    };
    let mut meant = misspelt::as_meant(&text.value);
    if let Some(escaped) = escaped {
        meant.to_mut().insert(escaped, '\\');
    }
    let events = Parser::new_ext(&meant, Options::empty()).into_offset_iter();
    let definitions: Vec<Range<usize>> =
        events.reference_definitions().iter().map(|(_, definition)| definition.span.clone()).collect();
    for (event, range) in events {
        reading.event(event, range);
    }
    // They give no event, so their words would be gone.
    for range in definitions {
        reading.refuse(range, NotInText::Definition);
    }
    for (range, finding) in misspelt::misspelt(&meant, &reading.shown) {
        let place = reading.place(range);
        reading.faults.add(Fault::new(finding, place));
    }
    let spans = reading.open.pop().map(|outermost| outermost.spans).unwrap_or_default();
    if found.is_empty() {
        let (words, place) = (Inline::plain_text(&spans), context.file.place(text.span.clone()));
        if is_blank(&words) {
            found.add(Fault::new(PageFinding::TextEmpty, place));
        } else if let Some((_, character)) = Lines::Several.refused(&words) {
            // One part of the text opens, in a reference such as `&#x2067;`, what no other part closes.
            found.add(Fault::new(FieldFinding::Character { character, lines: Lines::Several }, place));
        }
    }
    faults.append(found);
    spans
}

/// Words that are shown as they stand, as a table's caption is; a text without any becomes a fault.
pub(super) fn words(context: Context<'_>, text: &Located<impl AsRef<str>>, faults: &mut Faults) -> String {
    let words = text.value.as_ref();
    check_plain(context.file, text, faults);
    if is_blank(words) {
        faults.add(Fault::new(PageFinding::TextEmpty, context.file.place(text.span.clone())));
    }
    words.to_owned()
}

/// Reports Markdown in a text that is shown as it stands: a visitor would see its signs.
pub(super) fn check_plain(file: &PageFile, text: &Located<impl AsRef<str>>, faults: &mut Faults) {
    check_plain_in(&file.text, text, faults);
}

/// The same in any file.
pub(super) fn check_plain_in(file: &Arc<SourceText>, text: &Located<impl AsRef<str>>, faults: &mut Faults) {
    if let Some((range, what)) = misspelt::markdown_in(text.value.as_ref()) {
        let raw = &file.text[text.span.clone()];
        let [start, end] = [range.start, range.end].map(|at| text.span.start + raw_offset(raw, at));
        let place = Place::span(Arc::clone(file), start..end);
        faults.add(Fault::new(PageFinding::Plain(what), place));
    }
}

/// Reports a text that isn't the tag of a language (BCP 47).
pub(super) fn check_language_tag(tag: &str, place: Place, faults: &mut Faults) {
    let like_a_tag = (2..=3).contains(&tag.split('-').next().unwrap_or_default().len())
        && tag.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    if !like_a_tag {
        faults.add(Fault::new(PageFinding::LanguageTag { tag: tag.to_owned() }, place));
    }
}

/// The words of a link, which have to say where it leads, also to whoever hears the links alone (WCAG 2.4.9).
pub(super) fn check_link_words(words: &str, target: &str, place: Place, faults: &mut Faults) {
    let said: String = words.to_lowercase();
    let said = said.trim().trim_end_matches(['.', '!', '…', '»', '>', '→', ' ']);
    let target = target.to_owned();
    if is_blank(said) {
        faults.add(Fault::new(LinkFinding::TextEmpty { target }, place));
    } else if is_meaningless(said) {
        faults.add(Fault::new(LinkFinding::TextMeaningless { text: words.trim().to_owned(), target }, place));
    }
}

/// Whether words of a link in small letters say nothing of where it leads, in any language of the interface.
pub fn is_meaningless(said: &str) -> bool {
    Language::ALL.into_iter().any(|language| Terms::of(language).meaningless.contains(&said))
}

/// How many of them may stand within each other: each takes up to three levels of the page's JSON (see
/// [`super::blocks`]).
const DEEPEST: usize = 6;

struct Reading<'a> {
    context: Context<'a>,
    text: &'a Located<Markdown>,
    /// Where a backslash was put in that the editor hasn't written.
    escaped: Option<usize>,
    /// The text as it stands in the file; found when the first fault asks.
    written: OnceCell<WrittenString>,
    faults: &'a mut Faults,
    /// The spans that aren't closed yet, the outermost first; it is never empty.
    open: Vec<Open>,
    paragraphs: usize,
    /// The ranges of the text that are shown as they stand.
    shown: Vec<Range<usize>>,
}

struct Open {
    spans: Vec<Inline>,
    span: Span,
}

enum Span {
    Text,
    Strong,
    Emphasis,
    /// None: the link leads nowhere, its text stays. The place is that of the whole link.
    Link(Option<Href>, Range<usize>),
    /// `[ELY](<abbr:its long form>)`
    Abbreviation(String),
    /// `[words](lang:sv)`
    Foreign(String),
}

impl Reading<'_> {
    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(Tag::Paragraph) => {
                self.paragraphs += 1;
                if self.paragraphs == 2 {
                    self.refuse(range, NotInText::Paragraph);
                }
            }
            Event::Start(Tag::Strong) => self.begin(Span::Strong, range),
            Event::Start(Tag::Emphasis) => self.begin(Span::Emphasis, range),
            Event::Start(Tag::Link { link_type, dest_url, .. }) => {
                let target = match link_type {
                    LinkType::Email => format!("mailto:{dest_url}"),
                    _ => dest_url.into_string(),
                };
                if let Some(long) = target.strip_prefix("abbr:") {
                    self.characters(Lines::Several.refused(long), range.clone());
                    if is_blank(long) {
                        let place = self.place(range.clone());
                        self.faults.add(Fault::new(LinkFinding::Empty, place));
                    }
                    self.begin(Span::Abbreviation(long.trim().to_owned()), range);
                } else if let Some(language) = target.strip_prefix("lang:") {
                    self.foreign(language, range);
                } else if misspelt::is_without_scheme(&target) {
                    let place = self.place(range.clone());
                    self.faults.add(Fault::new(LinkFinding::Malformed { target }, place));
                    self.begin(Span::Link(None, range.clone()), range);
                } else {
                    // A page may be named by a number.
                    let meant = Some(&target).filter(|target| !target.starts_with('0'));
                    let target = meant.and_then(|target| misspelt::target_meant(target)).unwrap_or(target);
                    let to = links::link(self.context, &target, self.place(range.clone()), self.faults);
                    self.begin(Span::Link(to, range.clone()), range);
                }
            }
            Event::Code(words) => self.push(Inline::Code(words.into_string())),
            Event::End(TagEnd::Strong | TagEnd::Emphasis | TagEnd::Link) => self.end(),
            Event::Text(words) => {
                self.characters(Lines::Several.refused_in_part(&words), range.clone());
                self.shown.push(range);
                self.push_text(&words);
            }
            Event::SoftBreak => self.push_text(" "),
            Event::HardBreak => self.push(Inline::Break),
            Event::End(TagEnd::Paragraph) => {}
            Event::Html(tag) | Event::InlineHtml(tag) => self.refuse(range, misspelt::html_meant(&tag)),
            Event::Start(Tag::HtmlBlock) | Event::End(_) => {}
            Event::Start(Tag::Heading { .. }) => self.refuse(range, NotInText::Heading),
            Event::Start(Tag::List(None)) => self.refuse(range, NotInText::List),
            Event::Start(Tag::List(Some(first))) => self.refuse(range, NotInText::NumberedList { first }),
            Event::Start(Tag::Item) => {}
            _ => self.refuse(range, NotInText::Other),
        }
    }

    /// Refuses what no text can hold: `&#27;` is a control character that the reader has not seen.
    fn characters(&mut self, refused: Option<(usize, char)>, range: Range<usize>) {
        if let Some((_, character)) = refused {
            let (place, lines) = (self.place(range), Lines::Several);
            self.faults.add(Fault::new(FieldFinding::Character { character, lines }, place));
        }
    }

    /// Words in another language: read aloud with its sounds (WCAG 3.1.2).
    fn foreign(&mut self, language: &str, range: Range<usize>) {
        let place = self.place(range.clone());
        check_language_tag(language, place, self.faults);
        self.begin(Span::Foreign(language.to_owned()), range);
    }

    fn refuse(&mut self, range: Range<usize>, what: NotInText) {
        let place = self.place(range);
        self.faults.add(Fault::new(PageFinding::TextMarkdown(what), place));
    }

    fn begin(&mut self, span: Span, range: Range<usize>) {
        if self.open.len() == DEEPEST + 1 {
            self.refuse(range, NotInText::Nesting);
        }
        self.open.push(Open { spans: Vec::new(), span });
    }

    fn end(&mut self) {
        if self.open.len() < 2 {
            return;
        }
        let Some(Open { spans, span }) = self.open.pop() else { return };
        match span {
            Span::Strong => self.push(Inline::Strong(spans)),
            Span::Emphasis => self.push(Inline::Emphasis(spans)),
            Span::Link(Some(to), range) => {
                let place = self.place(range);
                check_link_words(&Inline::plain_text(&spans), to.as_str(), place, self.faults);
                self.push(Inline::Link { to, text: spans });
            }
            Span::Abbreviation(long) => self.push(Inline::Abbreviation(Inline::plain_text(&spans), long)),
            Span::Foreign(language) => self.push(Inline::Foreign(language, spans)),
            Span::Link(None, _) | Span::Text => spans.into_iter().for_each(|span| self.push(span)),
        }
    }

    fn push(&mut self, span: Inline) {
        if let Some(innermost) = self.open.last_mut() {
            innermost.spans.push(span);
        }
    }

    /// The parser gives a sentence in pieces; two texts in a row would be two text nodes in the browser.
    fn push_text(&mut self, words: &str) {
        if let Some(Inline::Text(before)) =
            self.open.last_mut().and_then(|innermost| innermost.spans.last_mut())
        {
            before.push_str(words);
        } else {
            self.push(Inline::Text(words.to_owned()));
        }
    }

    fn place(&self, range: Range<usize>) -> Place {
        let raw = || &self.context.file.text.text[self.text.span.clone()];
        let written = self.written.get_or_init(|| WrittenString::of(raw()));
        let in_file = |offset: usize| {
            let offset = offset - usize::from(self.escaped.is_some_and(|escaped| escaped < offset));
            self.text.span.start + written.offset_of(offset)
        };
        self.context.file.place(in_file(range.start)..in_file(range.end))
    }
}
