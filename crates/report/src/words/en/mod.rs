//! What an editor reads, in English.

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
pub(super) const AND: &str = "and";

/// In front of what to do.
pub(super) const HELP: &str = "help";

/// "… and 3 faults more".
pub(super) fn more(found: &str) -> String {
    format!("… and {found} more")
}

pub(super) fn errors(number: usize) -> String {
    count(number, ("fault", "faults"))
}

pub(super) fn warnings(number: usize) -> String {
    count(number, ("warning", "warnings"))
}

/// "and 3 other places": those besides the ones that are named.
pub(super) fn other_places(number: usize) -> String {
    format!("and {}", count(number, ("other place", "other places")))
}

pub(super) fn files(number: usize) -> String {
    format!("in {}", count(number, ("file", "files")))
}
