//! What several groups of findings say, in Finnish.

use page::{Language, path::PathError};

pub(super) fn did_you_mean(nearest: &str) -> String {
    format!("tarkoititko ”{nearest}”?")
}

pub(super) fn no_path(reason: &PathError) -> String {
    match reason {
        PathError::NotFromRoot => "osoitteen alussa on /".to_owned(),
        PathError::EmptySegment => "osoitteessa ei ole kahta vinoviivaa peräkkäin".to_owned(),
        PathError::Dots(_) => "mikään osoitteen osa ei ala pisteellä eikä pääty siihen".to_owned(),
        PathError::Character(character) => {
            format!(
                "osoitteessa on vain kirjaimia a–z, numeroita, -, _ ja pisteitä, ei merkkiä ”{character}”"
            )
        }
    }
}

/// "suomeksi eikä ruotsiksi": in which languages something is missing.
pub(super) fn in_languages(languages: &[Language]) -> String {
    let said: Vec<&str> = languages.iter().copied().map(in_language).collect();
    said.join(" eikä ")
}

fn in_language(language: Language) -> &'static str {
    match language {
        Language::Fi => "suomeksi",
        Language::Sv => "ruotsiksi",
        Language::En => "englanniksi",
    }
}
