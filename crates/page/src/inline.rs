//! Text within a block: typed spans, so that content has no way to say markup.

use serde::Serialize;

use super::{
    FormattedDate, Href,
    decode::{Decode, Fields, variant},
    json::Json,
};

/// A span of text.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Inline {
    /// Plain text.
    Text(String),
    /// Strong importance (HTML §4.5.3).
    Strong(Vec<Inline>),
    /// Stress emphasis (HTML §4.5.2).
    Emphasis(Vec<Inline>),
    /// A link.
    Link {
        /// Where it leads.
        to: Href,
        /// What it says.
        text: Vec<Inline>,
    },
    /// A piece of code, or what is typed letter for letter (HTML §4.5.15).
    Code(String),
    /// An abbreviation and what it is short for (HTML §4.5.9).
    Abbreviation(String, String),
    /// Words in another language, whose tag comes first (WCAG 3.1.2).
    Foreign(String, Vec<Inline>),
    /// A date that machines can read too (HTML §4.5.14).
    Date(FormattedDate),
    /// A line break that is part of the text, as in an address (HTML §4.5.27).
    Break,
}

impl Inline {
    /// The words of some spans, without their markup.
    pub fn plain_text(spans: &[Inline]) -> String {
        let mut text = String::new();
        append_plain_text(spans, &mut text);
        text
    }
}

fn append_plain_text(spans: &[Inline], text: &mut String) {
    for span in spans {
        match span {
            Inline::Text(words) | Inline::Code(words) | Inline::Abbreviation(words, _) => {
                text.push_str(words);
            }
            Inline::Strong(inner)
            | Inline::Emphasis(inner)
            | Inline::Foreign(_, inner)
            | Inline::Link { text: inner, .. } => {
                append_plain_text(inner, text);
            }
            Inline::Date(date) => text.push_str(&date.text),
            Inline::Break => text.push(' '),
        }
    }
}

impl Decode for Inline {
    fn decode(value: Json) -> Option<Inline> {
        let (name, held) = variant(value)?;
        Some(match name.as_str() {
            "text" => Inline::Text(Decode::decode(held)?),
            "strong" => Inline::Strong(Decode::decode(held)?),
            "emphasis" => Inline::Emphasis(Decode::decode(held)?),
            "link" => {
                let mut fields = Fields::of(held)?;
                Inline::Link { to: fields.take("to")?, text: fields.take("text")? }
            }
            "code" => Inline::Code(Decode::decode(held)?),
            "abbreviation" => {
                let (short, long) = Decode::decode(held)?;
                Inline::Abbreviation(short, long)
            }
            "foreign" => {
                let (language, text) = Decode::decode(held)?;
                Inline::Foreign(language, text)
            }
            "date" => Inline::Date(Decode::decode(held)?),
            "break" => Inline::Break,
            _ => return None,
        })
    }
}
