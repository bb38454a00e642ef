//! What several groups of findings say, in English.

use page::{Language, path::PathError};

pub(super) fn did_you_mean(nearest: &str) -> String {
    format!("did you mean “{nearest}”?")
}

pub(super) fn no_path(reason: &PathError) -> String {
    match reason {
        PathError::NotFromRoot => "an address begins with /".to_owned(),
        PathError::EmptySegment => "an address has no two slashes in a row".to_owned(),
        PathError::Dots(_) => "no part of an address begins or ends with a dot".to_owned(),
        PathError::Character(character) => {
            format!("an address has only the letters a–z, digits, -, _ and dots, not “{character}”")
        }
    }
}

/// "in Finnish or Swedish": in which languages something is missing.
pub(super) fn in_languages(languages: &[Language]) -> String {
    let said: Vec<&str> = languages.iter().copied().map(in_language).collect();
    format!("in {}", said.join(" or "))
}

fn in_language(language: Language) -> &'static str {
    match language {
        Language::Fi => "Finnish",
        Language::Sv => "Swedish",
        Language::En => "English",
    }
}
