//! What several groups of findings say, in Swedish.

use page::{Language, path::PathError};

pub(super) fn did_you_mean(nearest: &str) -> String {
    format!("menade du ”{nearest}”?")
}

pub(super) fn no_path(reason: &PathError) -> String {
    match reason {
        PathError::NotFromRoot => "en adress börjar med /".to_owned(),
        PathError::EmptySegment => "en adress har inte två snedstreck efter varandra".to_owned(),
        PathError::Dots(_) => "ingen del av en adress börjar eller slutar med punkt".to_owned(),
        PathError::Character(character) => {
            format!("en adress har bara bokstäverna a–z, siffror, -, _ och punkter, inte ”{character}”")
        }
    }
}

/// "finska eller svenska": in which languages something is missing.
pub(super) fn in_languages(languages: &[Language]) -> String {
    let said: Vec<&str> = languages.iter().copied().map(in_language).collect();
    said.join(" eller ")
}

fn in_language(language: Language) -> &'static str {
    match language {
        Language::Fi => "finska",
        Language::Sv => "svenska",
        Language::En => "engelska",
    }
}
