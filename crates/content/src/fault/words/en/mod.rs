//! What an editor reads, in English.

mod field;
mod file;
mod link;
mod media;
mod page;
mod phrases;
mod site;

use super::{Words, count};
use crate::fault::Finding;

pub(super) fn words(finding: &Finding) -> Words {
    match finding {
        Finding::File(finding) => file::words(finding),
        Finding::Field(finding) => field::words(finding),
        Finding::Site(finding) => site::words(finding),
        Finding::Link(finding) => link::words(finding),
        Finding::Page(finding) => page::words(finding),
        Finding::Media(finding) => media::words(finding),
    }
}

pub(super) fn errors(number: usize) -> String {
    count(number, "fault", "faults")
}

pub(super) fn warnings(number: usize) -> String {
    count(number, "warning", "warnings")
}

pub(super) fn files(number: usize) -> String {
    format!("in {}", count(number, "file", "files"))
}
