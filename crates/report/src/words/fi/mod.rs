//! What an editor reads, in Finnish.

mod field;
mod file;
mod import;
mod link;
mod media;
mod page;
mod published;
mod site;

use ::page::{Language, path::PathError};

use super::{Words, count};
use crate::Finding;
use content::fault::Finding as OfContent;

pub(super) fn words(finding: &Finding) -> Words {
    match finding {
        Finding::Content(OfContent::File(finding)) => file::words(finding),
        Finding::Content(OfContent::Field(finding)) => field::words(finding),
        Finding::Content(OfContent::Site(finding)) => site::words(finding),
        Finding::Content(OfContent::Link(finding)) => link::words(finding),
        Finding::Content(OfContent::Page(finding)) => page::words(finding),
        Finding::Content(OfContent::Media(finding)) => media::words(finding),
        Finding::Published(finding) => published::words(finding),
        Finding::Import(finding) => import::words(finding),
    }
}

/// Between two words of a list.
pub(super) const AND: &str = "ja";

/// In front of what to do.
pub(super) const HELP: &str = "ohje";

/// "… and 3 faults more".
pub(super) fn more(found: &str) -> String {
    format!("… ja {found} lisää")
}

pub(super) fn errors(number: usize) -> String {
    count(number, ("virhe", "virhettä"))
}

pub(super) fn warnings(number: usize) -> String {
    count(number, ("huomautus", "huomautusta"))
}

/// "ja 3 muuta kohtaa": those besides the ones that are named.
pub(super) fn other_places(number: usize) -> String {
    format!("ja {}", count(number, ("muu kohta", "muuta kohtaa")))
}

pub(super) fn files(number: usize) -> String {
    format!("{number} tiedostossa")
}

fn no_path(reason: &PathError) -> String {
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

fn did_you_mean(nearest: &str) -> String {
    format!("tarkoititko ”{nearest}”?")
}

/// "suomeksi eikä ruotsiksi": in which languages something is missing.
fn in_languages(languages: &[Language]) -> String {
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
