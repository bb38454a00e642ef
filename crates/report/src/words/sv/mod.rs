//! What an editor reads, in Swedish.

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
pub(super) const AND: &str = "och";

/// In front of what to do.
pub(super) const HELP: &str = "tips";

/// "… and 3 faults more".
pub(super) fn more(found: &str) -> String {
    format!("… och {found} till")
}

pub(super) fn errors(number: usize) -> String {
    format!("{number} fel")
}

pub(super) fn warnings(number: usize) -> String {
    count(number, ("varning", "varningar"))
}

/// "och 3 andra ställen": those besides the ones that are named.
pub(super) fn other_places(number: usize) -> String {
    format!("och {}", count(number, ("annat ställe", "andra ställen")))
}

pub(super) fn files(number: usize) -> String {
    format!("i {}", count(number, ("fil", "filer")))
}

fn no_path(reason: &PathError) -> String {
    match reason {
        PathError::NotFromRoot => "en adress börjar med /".to_owned(),
        PathError::EmptySegment => "en adress har inte två snedstreck efter varandra".to_owned(),
        PathError::Dots(_) => "ingen del av en adress börjar eller slutar med punkt".to_owned(),
        PathError::Character(character) => {
            format!("en adress har bara bokstäverna a–z, siffror, -, _ och punkter, inte ”{character}”")
        }
    }
}

fn did_you_mean(nearest: &str) -> String {
    format!("menade du ”{nearest}”?")
}

/// "finska eller svenska": in which languages something is missing.
fn in_languages(languages: &[Language]) -> String {
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
