//! Writes the text of a field: strong words, emphasis, code, links and line breaks as inline Markdown.
//!
//! The writer reads its Markdown again and compares both, so that no letter of the text becomes a mark.
//!
//! [`Span`] is a part of a text; [`mod@tidy`] gives spans one form, [`mod@markdown`] writes them,
//! [`mod@read`] reads the Markdown again.

mod markdown;
mod read;
mod span;
mod tidy;

use markdown::{MARKS, markdown, push_escaped};
use read::read;
pub use span::{Span, collapse, plain_text};
use tidy::tidy;

/// A text written as inline Markdown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MarkdownText {
    /// The Markdown.
    pub text: String,
    /// Whether strong words, emphasis or links had to be left out because Markdown can't say them here.
    pub simplified: bool,
}

/// Writes a text as inline Markdown that means the same when it is read again.
///
/// White space in a row becomes one space, and none stands at the ends: that is how Markdown reads it, too.
pub fn write(spans: &[Span]) -> MarkdownText {
    let spans = tidy(spans);
    for marks in MARKS {
        let text = markdown(&spans, marks);
        if read(&text).as_deref() == Some(&spans) {
            return MarkdownText { text, simplified: false };
        }
    }
    let unmarked = tidy(&without_marks(&spans));
    let text = markdown(&unmarked, MARKS[0]);
    if read(&text).as_deref() == Some(&unmarked) {
        return MarkdownText { text, simplified: true };
    }
    MarkdownText { text: escape(&plain_text(&spans)), simplified: true }
}

/// Writes plain text so that Markdown reads no mark in it.
///
/// Control characters become spaces, white space in a row one space; none stays at the ends.
pub fn escape(text: &str) -> String {
    let mut out = String::new();
    push_escaped(&mut out, collapse(text).trim_matches(' '));
    out
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
        assert_eq!(escape("{{< /a >}} 2 < 3"), "{{\\< /a >}} 2 < 3");
        assert_eq!(escape("［a］（/b/）"), "［a］ （/b/）");
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
