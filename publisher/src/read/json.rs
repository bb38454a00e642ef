//! From text to a JSON tree that knows where each value stands.

use std::{collections::HashMap, sync::Arc};

use jsonc_parser::{
    CollectOptions, ParseOptions,
    ast::{Object, Value},
    common::Ranged,
    errors::ParseErrorKind,
    parse_to_ast,
};

use crate::fault::{Fault, Faults, Place, SourceText};

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
        Ok(parsed) if parsed.value.is_some() => parsed.value,
        Ok(_) => {
            let message = "The file is empty";
            let fault = Fault::new("json.empty", at(text, 0, 0), message, "expected { here");
            faults.add(fault.with_help("begin with { \"title\": \"…\" }"));
            None
        }
        Err(error) => {
            let (label, help) = explain(error.kind());
            let range = error.range();
            let place = at(text, range.start, range.end);
            let fault = match error.kind() {
                ParseErrorKind::NestingDepthExceeded => {
                    Fault::new("file.nesting", place, "The file is nested too deep", label)
                }
                _ => Fault::new("json.syntax", place, "This isn't JSON", label),
            };
            faults.add(fault.with_help(help));
            None
        }
    }
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
    let mut first: HashMap<&str, usize> = HashMap::new();
    for property in &object.properties {
        let name = property.name.as_str();
        let range = property.name.range();
        if let Some(first_at) = first.get(name) {
            let place = at(text, range.start, range.end);
            let line = text.text[..*first_at].matches('\n').count() + 1;
            let message = format!("The field “{name}” stands twice");
            let fault = Fault::new("json.duplicate-key", place, message, "for the second time");
            faults.add(fault.with_help(format!("keep one of them; the first is on line {line}")));
        } else {
            first.insert(name, range.start);
        }
    }
}

/// A place in the text; an empty range is widened to the letter at it, so that there is something to underline.
fn at(text: &Arc<SourceText>, start: usize, end: usize) -> Place {
    let start = start.min(text.text.len());
    let letter = text.text[start..].chars().next().map_or(0, char::len_utf8);
    Place { file: Arc::clone(text), span: start..end.clamp(start, text.text.len()).max(start + letter) }
}

/// What stands at the place of a syntax fault, and what to do about it.
fn explain(kind: &ParseErrorKind) -> (&'static str, &'static str) {
    use ParseErrorKind as Kind;
    match kind {
        Kind::ExpectedComma => ("a comma is missing before this", "separate values with commas"),
        Kind::TrailingCommasNotAllowed => {
            ("nothing follows this comma", "leave out the comma after the last value")
        }
        Kind::ExpectedColonAfterObjectKey => {
            ("a colon is missing before this", "write \"name\": and then the value")
        }
        Kind::ExpectedObjectValue => ("the value is missing here", "write the value after the colon"),
        Kind::ExpectedStringObjectProperty | Kind::UnexpectedWord | Kind::UnexpectedTokenInObject => {
            ("not expected here", "put names and texts into \"straight quotation marks\"")
        }
        Kind::CommentsNotAllowed => ("a comment", "JSON has no comments: leave it out"),
        Kind::SingleQuotedStringsNotAllowed => {
            ("single quotation marks", "use \"straight double quotation marks\"")
        }
        Kind::UnterminatedObject => ("this { is never closed", "add } at its end"),
        Kind::UnterminatedArray => ("this [ is never closed", "add ] at its end"),
        Kind::String(_) => (
            "this text doesn't end, or has a sign that JSON doesn't know",
            "end it with \"; write \\\" for a quotation mark and \\n for a new line in it",
        ),
        Kind::MultipleRootJsonValues => ("the file should have ended before this", "a file holds one { … }"),
        Kind::NestingDepthExceeded => ("too deep", "a page never needs so many levels of [ and {"),
        Kind::UnexpectedCloseBrace
        | Kind::UnexpectedCloseBracket
        | Kind::UnexpectedComma
        | Kind::UnexpectedColon => ("not expected here", "look for a missing value or bracket before this"),
        _ => ("not expected here", "numbers are written as 2006 or 1.5, texts in \"quotation marks\""),
    }
}
