//! What an editor reads, in Swedish.

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
