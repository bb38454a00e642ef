//! Findings in fields and values, in English.

use super::phrases::did_you_mean;
use crate::words::phrases::{Words, code_point, say};
use content::{
    fault::finding::{Expected, FieldFinding, Suggestion, ValueKind},
    source::text::Lines,
};

pub(super) fn words(finding: &FieldFinding) -> Words {
    match finding {
        FieldFinding::Unknown { name, known } => {
            say(format!("There is no field “{name}” here"), "unknown", suggestion(known))
        }
        FieldFinding::Missing { name, expected } => say(
            format!("The field “{name}” is missing"),
            format!("“{name}” is missing in here"),
            format!("add \"{name}\": with {}", what(expected)),
        ),
        FieldFinding::Type { found, expected } => say(
            format!("This is {}, but {} {} here", of_kind(*found), what(expected), verb(expected)),
            of_kind(*found),
            how(expected),
        ),
        FieldFinding::TooSmall { least } => {
            say(format!("The number is smaller than {least}"), "too small", format!("write {least} or more"))
        }
        FieldFinding::TooLarge { most } => {
            say(format!("The number is larger than {most}"), "too large", format!("write {most} or less"))
        }
        FieldFinding::Incomplete { name, expected } => say(
            format!("“{name}” needs {}", what(expected)),
            "not on its own",
            format!("write {{ \"{name}\": … }}"),
        ),
        FieldFinding::UnknownName { name, known } => {
            say(format!("“{name}” isn't known here"), "unknown", suggestion(known))
        }
        FieldFinding::NotInBraces { name } => say(
            format!("“{name}” stands without braces"),
            "not in braces",
            format!("write \"{name}\" alone, without braces"),
        ),
        FieldFinding::Character { character: '\n' | '\r', lines: Lines::One } => {
            say("This text is one line", "a line break", "write a space in place of the line break")
        }
        FieldFinding::Character { character: '\r', .. } => say(
            "A line ends with \\n alone",
            "a carriage return",
            "leave out \\r, and write \\n where a line ends",
        ),
        FieldFinding::Character {
            character: character @ ('\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'),
            ..
        } => say(
            format!("The text has a character that turns the order of letters: {}", code_point(*character)),
            "reorders what follows",
            "leave it out; an embedding or an isolate has to be closed in the same text, by U+202C or U+2069",
        ),
        FieldFinding::Character { character, lines } => say(
            format!("The text has a character that can't be seen: {}", code_point(*character)),
            "can't be shown",
            match (character, lines) {
                ('\u{2028}' | '\u{2029}', Lines::Several) => "write \\n where a line ends",
                _ => "leave it out, or write a space in its place",
            },
        ),
        FieldFinding::Variant { known } => say(
            "One field was expected here, whose name says what it is",
            "not exactly one field",
            format!("write one of these in braces of its own: {}", known.join(", ")),
        ),
    }
}

fn suggestion(known: &Suggestion) -> String {
    match known {
        Suggestion::Nearest(name) => did_you_mean(name),
        Suggestion::Known(names) => format!("known here: {}", names.join(", ")),
    }
}

fn verb(expected: &Expected) -> &'static str {
    match expected {
        Expected::Fields => "belong",
        _ => "belongs",
    }
}

fn what(expected: &Expected) -> String {
    match expected {
        Expected::Text => "a text in \"quotation marks\"".to_owned(),
        Expected::WholeNumber => "a whole number".to_owned(),
        Expected::Number => "a number".to_owned(),
        Expected::Truth => "true or false".to_owned(),
        Expected::List => "a list in [ ]".to_owned(),
        Expected::Fields => "fields in { }".to_owned(),
        Expected::TextOrFields => "a text or an object in { }".to_owned(),
        Expected::OneOf(names) => {
            let names: Vec<String> = names.iter().map(|name| format!("“{name}”")).collect();
            format!("one of {}", names.join(", "))
        }
        Expected::Value => "another value".to_owned(),
    }
}

fn how(expected: &Expected) -> String {
    match expected {
        Expected::Text => "write it as \"text\"".to_owned(),
        Expected::WholeNumber => "write it as 1, without quotation marks".to_owned(),
        Expected::Number => "write it as 1 or 1.5, without quotation marks".to_owned(),
        Expected::Truth => "write true or false, without quotation marks".to_owned(),
        Expected::List => "put it into brackets: [ … ]".to_owned(),
        Expected::Fields => "write { \"name\": value }".to_owned(),
        Expected::TextOrFields => "write it as \"text\", or { \"name\": value }".to_owned(),
        Expected::OneOf(_) => "write one of these names in \"quotation marks\", or in braces".to_owned(),
        Expected::Value => "compare with another page".to_owned(),
    }
}

fn of_kind(kind: ValueKind) -> &'static str {
    match kind {
        ValueKind::Text => "a text",
        ValueKind::Number => "a number",
        ValueKind::Truth => "true or false",
        ValueKind::Null => "null",
        ValueKind::List => "a list",
        ValueKind::Fields => "an object with fields",
    }
}
