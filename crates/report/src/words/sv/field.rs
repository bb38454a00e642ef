//! Findings in fields and values, in Swedish.

use super::phrases::did_you_mean;
use crate::words::phrases::{Words, code_point, say};
use content::{
    fault::finding::{Expected, FieldFinding, Suggestion, ValueKind},
    source::text::Lines,
};

pub(super) fn words(finding: &FieldFinding) -> Words {
    match finding {
        FieldFinding::Unknown { name, known } => {
            say(format!("Det finns inget fält ”{name}” här"), "okänt", suggestion(known))
        }
        FieldFinding::Missing { name, expected } => say(
            format!("Fältet ”{name}” saknas"),
            format!("inom den här parentesen saknas ”{name}”"),
            format!("lägg till \"{name}\": och sedan {}", what(expected)),
        ),
        FieldFinding::Type { found, expected } => say(
            format!("Här står {}, men hit hör {}", of_kind(*found), what(expected)),
            of_kind(*found),
            how(expected),
        ),
        FieldFinding::TooSmall { least } => {
            say(format!("Talet är mindre än {least}"), "för litet", format!("skriv {least} eller mer"))
        }
        FieldFinding::TooLarge { most } => {
            say(format!("Talet är större än {most}"), "för stort", format!("skriv {most} eller mindre"))
        }
        FieldFinding::Incomplete { name, expected } => say(
            format!("Till ”{name}” hör {}", what(expected)),
            "inte ensamt",
            format!("skriv {{ \"{name}\": … }}"),
        ),
        FieldFinding::UnknownName { name, known } => {
            say(format!("Namnet ”{name}” är okänt här"), "okänt", suggestion(known))
        }
        FieldFinding::NotInBraces { name } => say(
            format!("”{name}” skrivs utan parentes"),
            "inte inom parentes",
            format!("skriv bara \"{name}\", utan {{ }}"),
        ),
        FieldFinding::Character { character: '\n' | '\r', lines: Lines::One } => say(
            "Den här texten har bara en rad",
            "en radbrytning",
            "skriv ett mellanslag i stället för radbrytningen",
        ),
        FieldFinding::Character { character: '\r', .. } => {
            say("En rad slutar med bara \\n", "en vagnretur", "ta bort \\r och skriv \\n där raden slutar")
        }
        FieldFinding::Character {
            character: character @ ('\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'),
            ..
        } => say(
            format!("Texten har ett tecken som vänder bokstävernas ordning: {}", code_point(*character)),
            "vänder det som följer",
            "ta bort det; en inbäddning eller isolering ska avslutas i samma text med U+202C eller U+2069",
        ),
        FieldFinding::Character { character, lines } => say(
            format!("Texten har ett tecken som inte syns: {}", code_point(*character)),
            "kan inte visas",
            match (character, lines) {
                ('\u{2028}' | '\u{2029}', Lines::Several) => "skriv \\n där raden slutar",
                _ => "ta bort det, eller skriv ett mellanslag i stället",
            },
        ),
        FieldFinding::Variant { known } => say(
            "Hit hör ett enda fält, vars namn säger vad det är",
            "inte precis ett fält",
            format!("skriv ett av dessa inom en egen klammerparentes: {}", known.join(", ")),
        ),
    }
}

fn suggestion(known: &Suggestion) -> String {
    match known {
        Suggestion::Nearest(name) => did_you_mean(name),
        Suggestion::Known(names) => format!("här passar: {}", names.join(", ")),
    }
}

fn what(expected: &Expected) -> String {
    match expected {
        Expected::Text => "en text inom \"citattecken\"".to_owned(),
        Expected::WholeNumber => "ett heltal".to_owned(),
        Expected::Number => "ett tal".to_owned(),
        Expected::Truth => "true eller false".to_owned(),
        Expected::List => "en lista inom [ ]".to_owned(),
        Expected::Fields => "fält inom { }".to_owned(),
        Expected::TextOrFields => "en text, eller fält inom { }".to_owned(),
        Expected::OneOf(names) => {
            let names: Vec<String> = names.iter().map(|name| format!("”{name}”")).collect();
            format!("något av {}", names.join(", "))
        }
        Expected::Value => "ett annat värde".to_owned(),
    }
}

fn how(expected: &Expected) -> String {
    match expected {
        Expected::Text => "skriv det som \"text\"".to_owned(),
        Expected::WholeNumber => "skriv talet utan citattecken, till exempel 1".to_owned(),
        Expected::Number => "skriv talet utan citattecken, till exempel 1 eller 1.5".to_owned(),
        Expected::Truth => "skriv true (ja) eller false (nej) utan citattecken".to_owned(),
        Expected::List => "sätt det inom hakparenteser: [ … ]".to_owned(),
        Expected::Fields => "skriv { \"namn\": värde }".to_owned(),
        Expected::TextOrFields => "skriv det som \"text\" eller { \"namn\": värde }".to_owned(),
        Expected::OneOf(_) => {
            "skriv ett av namnen inom \"citattecken\", eller inom klammerparentes".to_owned()
        }
        Expected::Value => "jämför med en annan sida".to_owned(),
    }
}

fn of_kind(kind: ValueKind) -> &'static str {
    match kind {
        ValueKind::Text => "en text",
        ValueKind::Number => "ett tal",
        ValueKind::Truth => "true eller false",
        ValueKind::Null => "null",
        ValueKind::List => "en lista",
        ValueKind::Fields => "en klammerparentes med fält",
    }
}
