//! Parts of a text, and their words.

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
