//! Texts of more than one line. Every other text of the source model is one line.

use std::{borrow::Cow, ops::Deref};

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{
    Deserialize,
    de::{self, Deserializer, Visitor},
};
use serde_json::{Map, Value};

/// Which characters a text can hold besides letters: no text holds what neither HTML nor XML 1.0 can say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lines {
    /// No line break: a title, a name, an address.
    One,
    /// Line breaks and tabulators: Markdown, program text.
    Several,
}

/// A text in Markdown.
#[derive(Clone, Debug, Hash, PartialEq, Eq)]
pub struct Markdown(String);

/// Program text, in which every space counts.
#[derive(Clone, Debug, Hash, PartialEq, Eq)]
pub struct CodeText(String);

impl Lines {
    /// Whether a text can hold a character.
    ///
    /// Refused are control characters, the separators of lines and paragraphs, and noncharacters (HTML
    /// §13.2.3.5, XML 1.0 §2.2): a feed that holds one is no feed, and in a terminal some of them are
    /// commands. A carriage return would be another letter in a document than in the page's data, for HTML
    /// reads it as a line break (HTML §13.2.3.5). Directional overrides (UAX #9 §2.2) turn letters against
    /// their own direction, which no language needs.
    pub fn can_hold(self, character: char) -> bool {
        match character {
            '\n' | '\t' => self == Lines::Several,
            '\u{2028}' | '\u{2029}' | '\u{202D}' | '\u{202E}' | '\u{FDD0}'..='\u{FDEF}' => false,
            other => !other.is_control() && u32::from(other) & 0xFFFE != 0xFFFE,
        }
    }

    /// The first character of a text that it can't hold, with the place of its first byte; or one that opens
    /// an embedding or an isolate (UAX #9 §2) and that nothing closes: it would turn the order of other texts
    /// behind this one.
    pub fn refused(self, text: &str) -> Option<(usize, char)> {
        if is_suspicious(text) { self.first_refused(text).or_else(|| unclosed(text)) } else { None }
    }

    /// The same of a part of a text, which may open what another part closes.
    pub fn refused_in_part(self, text: &str) -> Option<(usize, char)> {
        if is_suspicious(text) { self.first_refused(text) } else { None }
    }

    fn first_refused(self, text: &str) -> Option<(usize, char)> {
        text.char_indices().find(|(_, character)| !self.can_hold(*character))
    }

    /// What the texts of a schema can hold: those of several lines have a media type (JSON Schema, Validation
    /// §8.4).
    pub fn of_schema(schema: &Map<String, Value>) -> Lines {
        if schema.contains_key("contentMediaType") { Lines::Several } else { Lines::One }
    }

    /// The pattern of such texts (ECMA-262), with which a text editor underlines what they can't hold.
    pub(crate) fn pattern(self) -> String {
        let allowed = match self {
            Lines::One => "",
            Lines::Several => "[\\n\\t]|",
        };
        format!("^(?:{allowed}[^\\p{{Cc}}\\p{{Zl}}\\p{{Zp}}\\u202d\\u202e\\ufdd0-\\ufdef\\ufffe\\uffff])*$")
    }
}

/// Whether a text has a byte that can begin a character which is looked at more closely. Few texts have: a
/// loop without a branch over all bytes finds one at the speed of memory.
fn is_suspicious(text: &str) -> bool {
    let suspicious = |byte: u8| byte < 0x20 || matches!(byte, 0x7F | 0xC2 | 0xE2 | 0xEF..);
    text.bytes().fold(false, |found, byte| found | suspicious(byte))
}

/// The first character that opens an embedding or an isolate to the end of a text: without one that closes
/// it, or only with one behind the end of an isolate around it (UAX #9, BD9 to BD11).
fn unclosed(text: &str) -> Option<(usize, char)> {
    if !text.contains(['\u{202A}', '\u{202B}', '\u{2066}', '\u{2067}', '\u{2068}']) {
        return None;
    }
    let is_isolate = |opened: &(usize, char)| matches!(opened.1, '\u{2066}'..='\u{2068}');
    let mut open: Vec<(usize, char)> = Vec::new();
    // The places of isolates among those that are open.
    let mut isolates: Vec<usize> = Vec::new();
    for (at, character) in text.char_indices() {
        match character {
            '\u{202A}' | '\u{202B}' => open.push((at, character)),
            '\u{2066}'..='\u{2068}' => {
                isolates.push(open.len());
                open.push((at, character));
            }
            '\u{202C}' => _ = open.pop_if(|opened| !is_isolate(opened)),
            '\u{2069}' => {
                if let Some(isolate) = isolates.pop() {
                    // It closes all that was opened within the isolate as well.
                    open.truncate(isolate);
                }
            }
            _ => {}
        }
    }
    open.first().copied()
}

macro_rules! text {
    ($text:ident, $media_type:literal) => {
        impl $text {
            /// The name under which it asks [`crate::read::decode`] for a text of more than one line.
            pub(crate) const NAME: &str = concat!("$", stringify!($text));
        }

        impl Deref for $text {
            type Target = str;

            fn deref(&self) -> &str {
                &self.0
            }
        }

        impl AsRef<str> for $text {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl<'de> Deserialize<'de> for $text {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_newtype_struct($text::NAME, TextVisitor).map($text)
            }
        }

        impl JsonSchema for $text {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> Cow<'static, str> {
                stringify!($text).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({ "type": "string", "contentMediaType": $media_type })
            }
        }
    };
}

// RFC 7763.
text!(Markdown, "text/markdown");
text!(CodeText, "text/plain");

/// Whether a text shows nothing: white space, and characters that only shape others or have no shape of their
/// own (Unicode Standard §5.21, "Default Ignorable Code Points", and the blanks of Braille and Hangul).
pub fn is_blank(text: &str) -> bool {
    text.chars().all(|character| character.is_whitespace() || is_unseen(character))
}

/// Whether a character only shapes others or has no shape of its own.
pub fn is_unseen(character: char) -> bool {
    matches!(
        character,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
            | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
            | '\u{2800}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF9}'..='\u{FFFB}'
            | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}'
    )
}

/// The texts that a type of this name holds.
pub(crate) fn lines_of(name: &str) -> Lines {
    if [Markdown::NAME, CodeText::NAME].contains(&name) { Lines::Several } else { Lines::One }
}

struct TextVisitor;

impl Visitor<'_> for TextVisitor {
    type Value = String;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a text")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<String, E> {
        Ok(text.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_document_can_say_is_in_no_text() {
        for character in [
            '\0',
            '\u{B}',
            '\u{1B}',
            '\r',
            '\u{7F}',
            '\u{9B}',
            '\u{2028}',
            '\u{FFFE}',
            '\u{FDD0}',
            '\u{1FFFF}',
            '\u{202D}',
            '\u{202E}',
        ] {
            for lines in [Lines::One, Lines::Several] {
                let text = format!("ä –{character}");
                assert_eq!(lines.refused(&text), Some((6, character)), "{lines:?}");
            }
        }
        for text in ["", "ä «lainaus» – \u{a0}😀\u{200D}\u{200E}\u{200F}\u{61C}", "\u{FFFD}\u{FB01}\u{E000}"]
        {
            assert_eq!(Lines::One.refused(text), None, "{text}");
        }
    }

    #[test]
    fn what_turns_the_order_of_letters_ends_within_its_text() {
        for text in [
            "שלום \u{2067}abc\u{2069}",
            "\u{202B}مرحبا\u{202C} abc",
            "\u{2066}a \u{202A}b\u{2069}",
            "\u{2068}\u{2067}a\u{2069}\u{2069}",
            "a\u{202C}b\u{2069}",
        ] {
            assert_eq!(Lines::One.refused(text), None, "{text:?}");
        }
        for (text, at, character) in [
            ("ä\u{202B}שלום", 2, '\u{202B}'),
            ("\u{202A}a\u{2069}", 0, '\u{202A}'),
            ("\u{2067}a\u{202C}", 0, '\u{2067}'),
            ("\u{2066}a\u{2069}\u{2068}b", 7, '\u{2068}'),
            ("\u{202A}\u{2066}a\u{202C}\u{2069}", 0, '\u{202A}'),
        ] {
            assert_eq!(Lines::Several.refused(text), Some((at, character)), "{text:?}");
            assert_eq!(Lines::Several.refused_in_part(text), None, "{text:?}");
        }
        // An end without an isolate was looked for among all embeddings.
        let many = ["\u{202A}", "\u{2069}"].map(|sign| sign.repeat(100_000)).concat();
        assert_eq!(Lines::One.refused(&many), Some((0, '\u{202A}')));
    }

    #[test]
    fn what_shows_nothing_is_blank() {
        for text in ["", " \n", "\u{200B}", "\u{a0}\u{ad}\u{feff}", "\u{2800}\u{3164}", "\u{200D}\u{FE0F}"] {
            assert!(is_blank(text), "{text:?}");
        }
        for text in ["-", "\u{200B}a", "☃\u{FE0F}", "é", "\u{202B}א"] {
            assert!(!is_blank(text), "{text:?}");
        }
    }

    #[test]
    fn only_some_texts_have_lines() {
        let all = |text| [Lines::One, Lines::Several].map(|lines| lines.refused(text).is_none());
        assert_eq!(all("a\nb"), [false, true]);
        assert_eq!(all("a\tb"), [false, true]);
    }
}
