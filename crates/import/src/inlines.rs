//! Writes the text of a field: strong words, emphasis, code, links and line breaks as inline Markdown.
//!
//! What is written is read again at once and compared, so that no letter of the text becomes a mark.

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};

/// A part of a text as a text field can hold it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Span {
    /// Plain words.
    Text(String),
    /// Code within a sentence.
    Code(String),
    /// Strong words.
    Strong(Vec<Span>),
    /// Emphasis.
    Emphasis(Vec<Span>),
    /// A link; its target is complete.
    Link {
        /// The target: an address, an anchor or an allowed scheme.
        to: String,
        /// The words of the link.
        text: Vec<Span>,
    },
    /// A line break.
    Break,
}

/// A text written as inline Markdown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The Markdown.
    pub text: String,
    /// Whether strong words, emphasis or links had to be left out because Markdown can't say them here.
    pub simplified: bool,
}

/// The letters that mark strong words and emphasis; which pair works depends on the letters around.
const MARKS: [Marks; 4] = [
    Marks { strong: "**", emphasis: "*" },
    Marks { strong: "**", emphasis: "_" },
    Marks { strong: "__", emphasis: "*" },
    Marks { strong: "__", emphasis: "_" },
];

#[derive(Clone, Copy)]
struct Marks {
    strong: &'static str,
    emphasis: &'static str,
}

/// Writes a text as inline Markdown that means the same when it is read again.
///
/// White space in a row becomes one space, and none stands at the ends: that is how Markdown reads it, too.
pub fn write(spans: &[Span]) -> Written {
    let spans = tidy(spans);
    for marks in MARKS {
        let text = markdown(&spans, marks);
        if read(&text).as_deref() == Some(&spans) {
            return Written { text, simplified: false };
        }
    }
    let unmarked = tidy(&without_marks(&spans));
    let text = markdown(&unmarked, MARKS[0]);
    if read(&text).as_deref() == Some(&unmarked) {
        return Written { text, simplified: true };
    }
    Written { text: escape(&plain_text(&spans)), simplified: true }
}

/// Writes plain text so that Markdown reads no mark in it.
///
/// Control characters become spaces, white space in a row one space; none stays at the ends.
pub fn escape(text: &str) -> String {
    let mut out = String::new();
    push_escaped(&mut out, collapse(text).trim_matches(' '));
    out
}

/// The words of a text without any marks.
pub fn plain_text(spans: &[Span]) -> String {
    let mut text = String::new();
    for span in spans {
        match span {
            Span::Text(words) | Span::Code(words) => text.push_str(words),
            Span::Strong(inner) | Span::Emphasis(inner) | Span::Link { text: inner, .. } => {
                text.push_str(&plain_text(inner));
            }
            Span::Break => text.push(' '),
        }
    }
    collapse(&text).trim_matches(' ').to_owned()
}

/// White space and control characters in a row become one space. A space that doesn't break stays what it is.
pub fn collapse(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        if character.is_control() || character == ' ' || character == '\u{2028}' || character == '\u{2029}' {
            if !out.ends_with(' ') {
                out.push(' ');
            }
        } else {
            out.push(character);
        }
    }
    out
}

/// Puts spans into the one form in which they can be compared: texts joined, spaces collapsed and outside of
/// marks, nothing empty, no mark within the same mark.
fn tidy(spans: &[Span]) -> Vec<Span> {
    let mut out = Vec::new();
    tidy_into(spans, Within::default(), &mut out);
    trim(&mut out);
    out
}

#[derive(Clone, Copy, Default)]
struct Within {
    strong: bool,
    emphasis: bool,
    link: bool,
}

fn tidy_into(spans: &[Span], within: Within, out: &mut Vec<Span>) {
    for span in spans {
        match span {
            Span::Text(words) => push_text(out, words),
            Span::Code(words) => {
                // Markdown takes a space from both ends of a code span; nobody misses it.
                let words = collapse(words).trim_matches(' ').to_owned();
                if !words.is_empty() {
                    out.push(Span::Code(words));
                }
            }
            Span::Strong(inner) if within.strong => tidy_into(inner, within, out),
            Span::Emphasis(inner) if within.emphasis => tidy_into(inner, within, out),
            Span::Link { text, .. } if within.link => tidy_into(text, within, out),
            Span::Strong(inner) => {
                tidy_marked(inner, Within { strong: true, ..within }, Span::Strong, out);
            }
            Span::Emphasis(inner) => {
                tidy_marked(inner, Within { emphasis: true, ..within }, Span::Emphasis, out);
            }
            Span::Link { to, text } => {
                let link = |text| Span::Link { to: target(to), text };
                tidy_marked(text, Within { link: true, ..within }, link, out);
            }
            Span::Break => {
                trim_end(out);
                if !out.is_empty() && out.last() != Some(&Span::Break) {
                    out.push(Span::Break);
                }
            }
        }
    }
}

/// The spaces and line breaks at the ends of a marked text stand before and after the mark.
fn tidy_marked(inner: &[Span], within: Within, mark: impl FnOnce(Vec<Span>) -> Span, out: &mut Vec<Span>) {
    let mut content = Vec::new();
    tidy_into(inner, within, &mut content);
    let starts = matches!(content.first(), Some(Span::Text(words)) if words.starts_with(' '));
    let ends = matches!(content.last(), Some(Span::Text(words)) if words.ends_with(' '));
    let breaks = matches!(content.last(), Some(Span::Break));
    trim(&mut content);
    if starts {
        push_text(out, " ");
    }
    if !content.is_empty() {
        out.push(mark(content));
    }
    if breaks && !out.is_empty() {
        out.push(Span::Break);
    } else if ends {
        push_text(out, " ");
    }
}

fn push_text(out: &mut Vec<Span>, words: &str) {
    let mut words = collapse(words);
    if out.is_empty() || matches!(out.last(), Some(Span::Break)) {
        // A space at the beginning of a line is none; within a mark it is moved out of it.
        if !out.is_empty() {
            words = words.trim_start_matches(' ').to_owned();
        }
    }
    if words.is_empty() {
        return;
    }
    if let Some(Span::Text(before)) = out.last_mut() {
        let words = if before.ends_with(' ') { words.trim_start_matches(' ') } else { &words };
        before.push_str(words);
    } else {
        out.push(Span::Text(words));
    }
}

fn trim(spans: &mut Vec<Span>) {
    trim_end(spans);
    while let Some(first) = spans.first_mut() {
        match first {
            Span::Text(words) => {
                *words = words.trim_start_matches(' ').to_owned();
                if !words.is_empty() {
                    return;
                }
                spans.remove(0);
            }
            Span::Break => {
                spans.remove(0);
            }
            _ => return,
        }
    }
}

fn trim_end(spans: &mut Vec<Span>) {
    while let Some(last) = spans.last_mut() {
        match last {
            Span::Text(words) => {
                words.truncate(words.trim_end_matches(' ').len());
                if !words.is_empty() {
                    return;
                }
                spans.pop();
            }
            Span::Break => {
                spans.pop();
            }
            _ => return,
        }
    }
}

fn without_marks(spans: &[Span]) -> Vec<Span> {
    let mut out = Vec::new();
    for span in spans {
        match span {
            Span::Strong(inner) | Span::Emphasis(inner) => out.extend(without_marks(inner)),
            Span::Link { to, text } => {
                out.push(Span::Link { to: to.clone(), text: vec![Span::Text(plain_text(text))] });
            }
            other => out.push(other.clone()),
        }
    }
    out
}

fn markdown(spans: &[Span], marks: Marks) -> String {
    let mut out = String::new();
    markdown_into(spans, marks, &mut out);
    out
}

fn markdown_into(spans: &[Span], marks: Marks, out: &mut String) {
    for span in spans {
        match span {
            Span::Text(words) => push_escaped(out, words),
            Span::Code(words) => push_code(out, words),
            Span::Strong(inner) => {
                out.push_str(marks.strong);
                markdown_into(inner, marks, out);
                out.push_str(marks.strong);
            }
            Span::Emphasis(inner) => {
                out.push_str(marks.emphasis);
                markdown_into(inner, marks, out);
                out.push_str(marks.emphasis);
            }
            Span::Link { to, text } => {
                // "!" right before a link would make it an image.
                if out.ends_with('!') {
                    out.pop();
                    out.push_str("\\!");
                }
                out.push('[');
                markdown_into(text, marks, out);
                out.push_str("](");
                out.push_str(&to.replace('&', "\\&"));
                out.push(')');
            }
            Span::Break => out.push_str("\\\n"),
        }
    }
}

/// Code stands between more backticks than it has in a row itself.
fn push_code(out: &mut String, words: &str) {
    let words = &*content::nfc::nfc(words);
    let (mut longest, mut run) = (0, 0);
    for character in words.chars() {
        run = if character == '`' { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    let fence = "`".repeat(longest + 1);
    let space = if words.starts_with('`') || words.ends_with('`') { " " } else { "" };
    out.push_str(&format!("{fence}{space}{words}{space}{fence}"));
}

/// A target in which nothing ends the link early.
fn target(to: &str) -> String {
    let mut out = String::with_capacity(to.len());
    for character in to.chars() {
        match character {
            '(' | ')' | '<' | '>' | '\\' | '`' | '"' | ' ' | '[' | ']' => {
                out.push_str(&format!("%{:02X}", u32::from(character)));
            }
            control if control.is_control() => {}
            other => out.push(other),
        }
    }
    out
}

fn push_escaped(out: &mut String, text: &str) {
    // As the publisher reads it: U+1FEF becomes the sign of program text.
    let characters: Vec<char> = content::nfc::nfc(text).chars().collect();
    for (at, &character) in characters.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| characters.get(at)).copied();
        let next = characters.get(at + 1).copied();
        let line_start = out.is_empty() || out.ends_with('\n');
        let ends_word = next.is_none_or(|next| next == ' ');
        let escaped = match character {
            '\\' | '*' | '`' | '[' | ']' => true,
            '_' => !(before.is_some_and(char::is_alphanumeric) && next.is_some_and(char::is_alphanumeric)),
            '<' => next.is_none_or(|next| next != ' '),
            '&' => next.is_none_or(|next| next.is_ascii_alphanumeric() || next == '#'),
            // "{words}(address)" is taken for a link with a slip.
            '(' => before.is_some_and(|before| "}］】〕）".contains(before)),
            '>' | '=' => line_start,
            '#' => line_start && (ends_word || next == Some('#')),
            '+' => line_start && ends_word,
            '-' => line_start && (ends_word || next == Some('-')),
            '~' => next == Some('~') || before == Some('~'),
            '.' | ')' => ends_word && number_begins_line(out),
            _ => false,
        };
        if escaped {
            out.push('\\');
        }
        out.push(character);
    }
}

fn number_begins_line(out: &str) -> bool {
    let line = out.rsplit('\n').next().unwrap_or(out);
    !line.is_empty() && line.len() < 10 && line.bytes().all(|byte| byte.is_ascii_digit())
}

/// The spans of inline Markdown, read as the publisher reads a text field; none if it says anything else.
fn read(text: &str) -> Option<Vec<Span>> {
    let mut open: Vec<(Vec<Span>, Option<String>)> = vec![(Vec::new(), None)];
    let mut paragraphs = 0;
    for event in Parser::new_ext(text, Options::empty()) {
        let span = match event {
            Event::Start(Tag::Paragraph) => {
                paragraphs += 1;
                continue;
            }
            Event::End(TagEnd::Paragraph) => continue,
            Event::Start(Tag::Strong | Tag::Emphasis) => {
                open.push((Vec::new(), None));
                continue;
            }
            Event::Start(Tag::Link { link_type: LinkType::Inline, dest_url, .. }) => {
                open.push((Vec::new(), Some(dest_url.into_string())));
                continue;
            }
            Event::End(TagEnd::Strong) => Span::Strong(open.pop()?.0),
            Event::End(TagEnd::Emphasis) => Span::Emphasis(open.pop()?.0),
            Event::End(TagEnd::Link) => {
                let (text, to) = open.pop()?;
                Span::Link { to: to?, text }
            }
            Event::Text(words) => {
                let spans = &mut open.last_mut()?.0;
                if let Some(Span::Text(before)) = spans.last_mut() {
                    before.push_str(&words);
                } else {
                    spans.push(Span::Text(words.into_string()));
                }
                continue;
            }
            Event::Code(words) => Span::Code(words.into_string()),
            Event::HardBreak => Span::Break,
            _ => return None,
        };
        open.last_mut()?.0.push(span);
    }
    if paragraphs > 1 {
        return None;
    }
    open.pop().map(|(spans, _)| spans)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::published::paragraph;
    use page::Inline;

    fn text(words: &str) -> Span {
        Span::Text(words.to_owned())
    }

    #[test]
    fn letters_that_look_like_marks_are_escaped() {
        assert_eq!(escape("1. *not* a [list]"), "1\\. \\*not\\* a \\[list\\]");
        assert_eq!(escape("snake_case stays, 2 < 3 & 4"), "snake_case stays, 2 < 3 & 4");
        assert_eq!(escape("# no heading"), "\\# no heading");
        assert_eq!(escape("\u{1fef}a\u{1fef}"), "\\`a\\`");
    }

    #[test]
    fn emphasis_beside_strong_words_is_kept() {
        let spans = [Span::Emphasis(vec![text("a")]), Span::Strong(vec![text("b")])];
        let written = write(&spans);
        assert!(!written.simplified, "{written:?}");
        assert_eq!(read(&written.text).unwrap(), spans);
    }

    #[test]
    fn spaces_stand_outside_of_marks() {
        let spans = [text("a"), Span::Strong(vec![text(" b ")]), text("c")];
        assert_eq!(write(&spans).text, "a **b** c");
    }

    #[test]
    fn code_with_backticks_has_a_longer_fence() {
        assert_eq!(write(&[Span::Code("a``b`".to_owned())]).text, "``` a``b` ```");
    }

    fn any_text() -> impl Strategy<Value = String> {
        prop_oneof![
            any::<String>(),
            proptest::collection::vec(
                proptest::sample::select(
                    "ab1 .)*_`[]()<>#+-=~&;!\\|:\n\täö\u{a0}/\"'x{}^$%@".chars().collect::<Vec<_>>()
                ),
                0..40
            )
            .prop_map(String::from_iter),
        ]
    }

    fn any_spans() -> impl Strategy<Value = Vec<Span>> {
        let leaf =
            prop_oneof![any_text().prop_map(Span::Text), any_text().prop_map(Span::Code), Just(Span::Break),];
        let span = leaf.prop_recursive(3, 16, 4, |inner| {
            let inner = proptest::collection::vec(inner, 0..4);
            prop_oneof![
                inner.clone().prop_map(Span::Strong),
                inner.clone().prop_map(Span::Emphasis),
                (inner, "/[a-z]{1,5}/(#[a-z()&;]{1,5})?").prop_map(|(text, to)| Span::Link { to, text }),
            ]
        });
        proptest::collection::vec(span, 0..5)
    }

    proptest! {
        #![proptest_config(crate::published::cases())]

        /// The publisher itself reads what was escaped.
        #[test]
        fn escaped_text_is_read_as_the_same_text(text in any_text()) {
            let meant = content::nfc::nfc(collapse(&text).trim_matches(' ')).into_owned();
            prop_assume!(!meant.trim().is_empty());
            let spans = paragraph(&escape(&text));
            prop_assert_eq!(spans, Ok(vec![Inline::Text(meant)]));
        }

        #[test]
        fn written_spans_keep_every_word(spans in any_spans()) {
            let written = write(&spans);
            let read = read(&written.text);
            prop_assert!(read.is_some(), "{written:?}");
            let without_spaces = |text: String| content::nfc::nfc(&text.replace(' ', "")).into_owned();
            prop_assert_eq!(
                without_spaces(plain_text(&read.unwrap_or_default())),
                without_spaces(plain_text(&spans))
            );
        }
    }
}
