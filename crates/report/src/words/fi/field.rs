//! Findings in fields and values, in Finnish.

use super::phrases::did_you_mean;
use crate::words::phrases::{Words, code_point, say};
use content::{
    fault::finding::{Expected, FieldFinding, Suggestion, ValueKind},
    source::text::Lines,
};

pub(super) fn words(finding: &FieldFinding) -> Words {
    match finding {
        FieldFinding::Unknown { name, known } => {
            say(format!("Kenttää ”{name}” ei ole tässä"), "tuntematon", suggestion(known))
        }
        FieldFinding::Missing { name, expected } => say(
            format!("Kenttä ”{name}” puuttuu"),
            format!("näiden sulkeiden sisältä puuttuu ”{name}”"),
            format!("lisää \"{name}\": ja sen perään {}", what(expected)),
        ),
        FieldFinding::Type { found, expected } => say(
            format!("Tässä on {}, mutta tähän kuuluu {}", of_kind(*found), what(expected)),
            of_kind(*found),
            how(expected),
        ),
        FieldFinding::TooSmall { least } => say(
            format!("Luku on pienempi kuin {least}"),
            "liian pieni",
            format!("kirjoita {least} tai sitä suurempi luku"),
        ),
        FieldFinding::TooLarge { most } => say(
            format!("Luku on suurempi kuin {most}"),
            "liian suuri",
            format!("kirjoita {most} tai sitä pienempi luku"),
        ),
        FieldFinding::Incomplete { name, expected } => say(
            format!("Nimen ”{name}” perään kuuluu {}", what(expected)),
            "ei yksinään",
            format!("kirjoita {{ \"{name}\": … }}"),
        ),
        FieldFinding::UnknownName { name, known } => {
            say(format!("Nimeä ”{name}” ei tunneta tässä"), "tuntematon", suggestion(known))
        }
        FieldFinding::NotInBraces { name } => say(
            format!("”{name}” kirjoitetaan ilman sulkeita"),
            "ei sulkeisiin",
            format!("kirjoita pelkkä \"{name}\" ilman merkkejä {{ }}"),
        ),
        FieldFinding::Character { character: '\n' | '\r', lines: Lines::One } => say(
            "Tässä tekstissä on vain yksi rivi",
            "rivinvaihto",
            "kirjoita rivinvaihdon tilalle välilyönti",
        ),
        FieldFinding::Character { character: '\r', .. } => say(
            "Rivi päättyy merkintään \\n yksin",
            "telanpalautusmerkki",
            "jätä \\r pois ja kirjoita rivin loppuun \\n",
        ),
        FieldFinding::Character {
            character: character @ ('\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'),
            ..
        } => say(
            format!("Tekstissä on merkki, joka kääntää kirjainten järjestyksen: {}", code_point(*character)),
            "kääntää seuraavan tekstin",
            "jätä se pois; upotus tai eristys pitää sulkea samassa tekstissä merkillä U+202C tai U+2069",
        ),
        FieldFinding::Character { character, lines } => say(
            format!("Tekstissä on merkki, joka ei näy: {}", code_point(*character)),
            "ei voi näyttää",
            match (character, lines) {
                ('\u{2028}' | '\u{2029}', Lines::Several) => "kirjoita rivin loppuun \\n",
                _ => "jätä se pois tai kirjoita sen tilalle välilyönti",
            },
        ),
        FieldFinding::Variant { known } => say(
            "Tähän kuuluu yksi kenttä, jonka nimi kertoo, mitä se on",
            "ei tasan yhtä kenttää",
            format!("kirjoita yksi näistä omiin aaltosulkeisiinsa: {}", known.join(", ")),
        ),
    }
}

fn suggestion(known: &Suggestion) -> String {
    match known {
        Suggestion::Nearest(name) => did_you_mean(name),
        Suggestion::Known(names) => format!("tähän sopivat: {}", names.join(", ")),
    }
}

fn what(expected: &Expected) -> String {
    match expected {
        Expected::Text => "teksti \"lainausmerkeissä\"".to_owned(),
        Expected::WholeNumber => "kokonaisluku".to_owned(),
        Expected::Number => "luku".to_owned(),
        Expected::Truth => "true tai false".to_owned(),
        Expected::List => "luettelo hakasulkeissa [ ]".to_owned(),
        Expected::Fields => "kenttiä aaltosulkeissa { }".to_owned(),
        Expected::TextOrFields => "teksti tai kenttiä aaltosulkeissa { }".to_owned(),
        Expected::OneOf(names) => {
            let names: Vec<String> = names.iter().map(|name| format!("”{name}”")).collect();
            format!("jokin näistä: {}", names.join(", "))
        }
        Expected::Value => "toisenlainen arvo".to_owned(),
    }
}

fn how(expected: &Expected) -> String {
    match expected {
        Expected::Text => "kirjoita näin: \"teksti\"".to_owned(),
        Expected::WholeNumber => "kirjoita luku ilman lainausmerkkejä, esimerkiksi 1".to_owned(),
        Expected::Number => "kirjoita luku ilman lainausmerkkejä, esimerkiksi 1 tai 1.5".to_owned(),
        Expected::Truth => "kirjoita true (kyllä) tai false (ei) ilman lainausmerkkejä".to_owned(),
        Expected::List => "laita se hakasulkeisiin: [ … ]".to_owned(),
        Expected::Fields => "kirjoita näin: { \"nimi\": arvo }".to_owned(),
        Expected::TextOrFields => "kirjoita näin: \"teksti\" tai { \"nimi\": arvo }".to_owned(),
        Expected::OneOf(_) => "kirjoita yksi nimistä \"lainausmerkkeihin\" tai aaltosulkeisiin".to_owned(),
        Expected::Value => "vertaa toiseen sivuun".to_owned(),
    }
}

fn of_kind(kind: ValueKind) -> &'static str {
    match kind {
        ValueKind::Text => "teksti",
        ValueKind::Number => "luku",
        ValueKind::Truth => "true tai false",
        ValueKind::Null => "null",
        ValueKind::List => "luettelo",
        ValueKind::Fields => "aaltosulkeet ja kenttiä",
    }
}
