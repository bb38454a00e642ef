//! Markdown within a text field: strong words, emphasis, code, links, abbreviations, words in another language, line
//! breaks. Nothing else can be said.

use std::ops::Range;

use application::page::{Href, Inline};
use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};

use super::{Context, links};
use crate::{
    fault::{
        Fault, Faults, Place,
        finding::{FieldFinding, LinkFinding, NotInText, PageFinding},
    },
    source::{Located, Markdown, located::raw_offset, text::Lines},
};

/// The spans of a text; what can't be said here and links that lead nowhere become faults at their place.
pub(super) fn inlines(context: Context<'_>, text: &Located<Markdown>, faults: &mut Faults) -> Vec<Inline> {
    if text.value.trim().is_empty() {
        let place = context.file.place(text.span.clone());
        faults.add(Fault::new(PageFinding::TextEmpty, place));
        return Vec::new();
    }
    let mut reading = Reading {
        context,
        text,
        faults,
        open: vec![Open { spans: Vec::new(), span: Span::Text }],
        paragraphs: 0,
    };
    let events = Parser::new_ext(&text.value, Options::empty()).into_offset_iter();
    let definitions: Vec<Range<usize>> =
        events.reference_definitions().iter().map(|(_, definition)| definition.span.clone()).collect();
    for (event, range) in events {
        reading.event(event, range);
    }
    // They give no event, so their words would be gone.
    for range in definitions {
        reading.refuse(range, NotInText::Definition);
    }
    reading.open.pop().map(|outermost| outermost.spans).unwrap_or_default()
}

/// Words that are shown as they stand, as a table's caption is; a text without any becomes a fault.
pub(super) fn words(context: Context<'_>, text: &Located<impl AsRef<str>>, faults: &mut Faults) -> String {
    let words = text.value.as_ref();
    if words.trim().is_empty() {
        faults.add(Fault::new(PageFinding::TextEmpty, context.file.place(text.span.clone())));
    }
    words.to_owned()
}

/// The words of a link, which have to say where it leads, also to whoever hears the links alone (WCAG 2.4.9).
pub(super) fn check_link_words(words: &str, target: &str, place: Place, faults: &mut Faults) {
    let said: String = words.to_lowercase();
    let said = said.trim().trim_end_matches(['.', '!', '…', '»', '>', '→', ' ']);
    let target = target.to_owned();
    if said.is_empty() {
        faults.add(Fault::new(LinkFinding::TextEmpty { target }, place));
    } else if MEANINGLESS.contains(&said) {
        faults.add(Fault::new(LinkFinding::TextMeaningless { text: words.trim().to_owned(), target }, place));
    }
}

/// Link texts that say nothing of where they lead, in the languages of the interface.
pub(crate) const MEANINGLESS: [&str; 28] = [
    "täältä",
    "täällä",
    "tästä",
    "tässä",
    "klikkaa",
    "klikkaa tästä",
    "klikkaa tätä",
    "paina tästä",
    "lue lisää",
    "lisää",
    "linkki",
    "tämä linkki",
    "lisätietoja",
    "katso täältä",
    "here",
    "click here",
    "click",
    "read more",
    "more",
    "link",
    "this link",
    "här",
    "klicka här",
    "läs mer",
    "mer",
    "länk",
    "denna länk",
    "mer information",
];

/// How many of them may stand within each other: each takes up to three levels of the page's JSON (see
/// [`super::blocks`]).
const DEEPEST: usize = 6;

struct Reading<'a> {
    context: Context<'a>,
    text: &'a Located<Markdown>,
    faults: &'a mut Faults,
    /// The spans that aren't closed yet, the outermost first; it is never empty.
    open: Vec<Open>,
    paragraphs: usize,
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
                    self.characters(long, range.clone());
                    self.begin(Span::Abbreviation(long.trim().to_owned()), range);
                } else if let Some(language) = target.strip_prefix("lang:") {
                    self.foreign(language, range);
                } else {
                    let to = links::link(self.context, &target, self.place(range.clone()), self.faults);
                    self.begin(Span::Link(to, range.clone()), range);
                }
            }
            Event::Code(words) => self.push(Inline::Code(words.into_string())),
            Event::End(TagEnd::Strong | TagEnd::Emphasis | TagEnd::Link) => self.end(),
            Event::Text(words) => {
                self.characters(&words, range);
                self.push_text(&words);
            }
            Event::SoftBreak => self.push_text(" "),
            Event::HardBreak => self.push(Inline::Break),
            Event::End(TagEnd::Paragraph) => {}
            Event::Html(_) | Event::InlineHtml(_) => self.refuse(range, NotInText::Html),
            Event::Start(Tag::HtmlBlock) | Event::End(_) => {}
            Event::Start(Tag::Heading { .. }) => self.refuse(range, NotInText::Heading),
            Event::Start(Tag::List(None)) => self.refuse(range, NotInText::List),
            Event::Start(Tag::List(Some(first))) => self.refuse(range, NotInText::NumberedList { first }),
            Event::Start(Tag::Item) => {}
            _ => self.refuse(range, NotInText::Other),
        }
    }

    /// Refuses what no text can hold: `&#27;` is a control character that the reader has not seen.
    fn characters(&mut self, words: &str, range: Range<usize>) {
        let lines = Lines::Several;
        if let Some((_, character)) = lines.refused(words) {
            let place = self.place(range);
            self.faults.add(Fault::new(FieldFinding::Character { character, lines }, place));
        }
    }

    /// Words in another language: read aloud with its sounds (WCAG 3.1.2).
    fn foreign(&mut self, language: &str, range: Range<usize>) {
        let like_a_tag = (2..=3).contains(&language.split('-').next().unwrap_or_default().len())
            && language.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        if !like_a_tag {
            let place = self.place(range.clone());
            self.faults.add(Fault::new(PageFinding::LanguageTag { tag: language.to_owned() }, place));
        }
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
        let raw = &self.context.file.text.text[self.text.span.clone()];
        let start = self.text.span.start;
        self.context.file.place(start + raw_offset(raw, range.start)..start + raw_offset(raw, range.end))
    }
}
