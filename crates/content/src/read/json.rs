//! From text to a JSON tree that knows where each value stands.

use std::{collections::HashMap, sync::Arc};

use jsonc_parser::{
    CollectOptions, ParseOptions,
    ast::{Object, Value},
    common::Ranged,
    errors::ParseErrorKind,
    parse_to_ast,
};

use memchr::{memchr, memchr2};

use crate::fault::{
    Fault, Faults, Place, SourceText,
    finding::{FileFinding, Syntax},
};

/// Reads a file as JSON (RFC 8259); what isn't JSON becomes a fault at its place.
pub fn parse<'a>(text: &'a Arc<SourceText>, faults: &mut Faults) -> Option<Value<'a>> {
    let strict = ParseOptions {
        allow_comments: false,
        allow_loose_object_property_names: false,
        allow_trailing_commas: false,
        allow_missing_commas: false,
        allow_single_quoted_strings: false,
        allow_hexadecimal_numbers: false,
        allow_unary_plus_numbers: false,
        allow_bare_decimal_point_numbers: false,
        allow_non_finite_numbers: false,
        allow_extended_string_escapes: false,
    };
    match parse_to_ast(&text.text, &CollectOptions::default(), &strict) {
        Ok(parsed) if parsed.value.is_some() => match control_character(&text.text) {
            Some(control) => {
                faults.add(control.fault(text));
                None
            }
            None => parsed.value,
        },
        Ok(_) => {
            faults.add(Fault::new(FileFinding::Empty, at(text, 0, 0)));
            None
        }
        Err(error) => {
            let range = error.range();
            // A text without its closing mark shows only lines later; where its line ends is nearer to the
            // mistake.
            if let Some(control) = control_character(&text.text).filter(|control| control.at < range.start) {
                faults.add(control.fault(text));
                return None;
            }
            faults.add(Fault::new(finding(error.kind()), at(text, range.start, range.end)));
            None
        }
    }
}

/// A character that JSON doesn't allow and the parser lets pass: a control character within a text, which
/// JSON wants escaped (RFC 8259 §7), or between its tokens another space than its four (§2).
struct Control {
    /// Where the text begins; for a space the same as `at`.
    text: usize,
    /// Where the character is.
    at: usize,
    syntax: Syntax,
}

impl Control {
    fn fault(&self, text: &Arc<SourceText>) -> Fault {
        let (start, end) = match self.syntax {
            Syntax::LineBreak => (self.text, self.at),
            // A space has up to three bytes.
            _ => (self.at, text.text.ceil_char_boundary(self.at + 1)),
        };
        Fault::new(FileFinding::Syntax(self.syntax), at(text, start, end))
    }
}

/// The first one; the text is taken for JSON up to there.
fn control_character(json: &str) -> Option<Control> {
    let bytes = json.as_bytes();
    let mut from = 0;
    // From text to text, each as a whole: looking at every letter took a tenth of the time of reading.
    loop {
        let quote = memchr(b'"', &bytes[from..]);
        let between = &bytes[from..quote.map_or(bytes.len(), |quote| from + quote)];
        if let Some(space) = between.iter().position(|byte| !byte.is_ascii() || matches!(byte, 0x0B | 0x0C)) {
            let at = from + space;
            let is_space =
                json[at..].chars().next().is_some_and(|sign| sign.is_whitespace() || sign == '\u{FEFF}');
            return is_space.then_some(Control { text: at, at, syntax: Syntax::Space });
        }
        let text = from + quote?;
        let end = end_of_text(bytes, text);
        let within = &bytes[text + 1..end];
        if within.iter().fold(false, |found, byte| found | (*byte < 0x20)) {
            let at = text + 1 + within.iter().position(|byte| *byte < 0x20)?;
            let syntax = if matches!(bytes[at], b'\n' | b'\r') { Syntax::LineBreak } else { Syntax::Control };
            return Some(Control { text, at, syntax });
        }
        from = (end + 1).min(bytes.len());
    }
}

/// Where the closing mark of the text stands that begins at `text`; a text without one ends with the file.
fn end_of_text(bytes: &[u8], text: usize) -> usize {
    let mut at = text + 1;
    while let Some(found) = bytes.get(at..).and_then(|rest| memchr2(b'"', b'\\', rest)) {
        at += found;
        if bytes[at] == b'"' {
            return at;
        }
        at += 2;
    }
    bytes.len()
}

/// Reports every key that stands twice in one object: a reader would silently lose one of the values.
pub fn check_duplicate_keys(value: &Value<'_>, text: &Arc<SourceText>, faults: &mut Faults) {
    match value {
        Value::Object(object) => {
            check_object(object, text, faults);
            object.properties.iter().for_each(|property| check_duplicate_keys(&property.value, text, faults));
        }
        Value::Array(array) => {
            array.elements.iter().for_each(|element| check_duplicate_keys(element, text, faults));
        }
        _ => {}
    }
}

fn check_object(object: &Object<'_>, text: &Arc<SourceText>, faults: &mut Faults) {
    let properties = &object.properties;
    // Nearly every object has a handful of keys: comparing them all is faster than a table.
    let few = properties.len() <= FEW;
    let stands_before = |at: usize| {
        let name = properties[at].name.as_str();
        properties[..at].iter().any(|before| before.name.as_str() == name)
    };
    if few && !(1..properties.len()).any(stands_before) {
        return;
    }
    let mut first: HashMap<&str, usize> = HashMap::new();
    for property in properties {
        let name = property.name.as_str();
        let range = property.name.range();
        if let Some(first_at) = first.get(name) {
            let place = at(text, range.start, range.end);
            let (first_line, _) = text.line_and_column(*first_at);
            faults.add(Fault::new(FileFinding::DuplicateKey { name: name.to_owned(), first_line }, place));
        } else {
            first.insert(name, range.start);
        }
    }
}

/// How many keys are a handful.
const FEW: usize = 16;

/// A place in the text; an empty range is widened to the letter at it, so that there is something to
/// underline. At the end of a text that is its last letter.
fn at(text: &Arc<SourceText>, start: usize, end: usize) -> Place {
    let written = text.text.trim_end();
    let start = if start < written.len() {
        start
    } else {
        written.char_indices().next_back().map_or(0, |(last, _)| last)
    };
    let letter = text.text[start..].chars().next().map_or(0, char::len_utf8);
    Place::span(Arc::clone(text), start..end.min(written.len()).max(start + letter))
}

fn finding(kind: &ParseErrorKind) -> FileFinding {
    use ParseErrorKind as Kind;
    FileFinding::Syntax(match kind {
        Kind::NestingDepthExceeded => return FileFinding::Nesting,
        Kind::ExpectedComma => Syntax::CommaMissing,
        Kind::TrailingCommasNotAllowed => Syntax::CommaTooMany,
        Kind::ExpectedColonAfterObjectKey => Syntax::ColonMissing,
        Kind::ExpectedObjectValue => Syntax::ValueMissing,
        Kind::ExpectedStringObjectProperty | Kind::UnexpectedWord | Kind::UnexpectedTokenInObject => {
            Syntax::NotQuoted
        }
        Kind::CommentsNotAllowed => Syntax::Comment,
        Kind::SingleQuotedStringsNotAllowed => Syntax::SingleQuotes,
        Kind::UnterminatedObject => Syntax::ObjectNotClosed,
        Kind::UnterminatedArray => Syntax::ListNotClosed,
        Kind::String(_) => Syntax::Text,
        Kind::MultipleRootJsonValues => Syntax::GoesOn,
        Kind::UnexpectedCloseBrace
        | Kind::UnexpectedCloseBracket
        | Kind::UnexpectedComma
        | Kind::UnexpectedColon => Syntax::UnexpectedSign,
        _ => Syntax::Unexpected,
    })
}
