//! What an editor reads, in Finnish.

mod field;
mod file;
mod import;
mod link;
mod media;
mod page;
mod phrases;
mod published;
mod site;

use ::page::counted::count;

use super::phrases::Words;
use crate::Finding;
use content::fault::ContentFinding as OfContent;

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
