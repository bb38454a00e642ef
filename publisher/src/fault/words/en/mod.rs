//! What an editor reads, in English.

mod field;
mod file;
mod link;
mod media;
mod page;
mod site;

use application::page::{Language, path::PathError};

use super::{Outcome, Words, count};
use crate::{fault::Finding, read::changed::Undated};

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

pub(super) fn outcome(outcome: Outcome<'_>) -> String {
    match outcome {
        Outcome::NotPublished => "Nothing was published.".to_owned(),
        Outcome::Sound { pages } => format!("{}, no faults", count(pages, "page", "pages")),
        Outcome::Published { pages, old_addresses, out, milliseconds, written } => format!(
            "Published {} and {} to {} in {milliseconds} ms, {} changed",
            count(pages, "page", "pages"),
            count(old_addresses, "old address", "old addresses"),
            out.display(),
            count(written, "file", "files"),
        ),
        Outcome::WithoutVoikko => "Voikko, the analyser of Finnish, isn't installed, so search goes by rules: it finds an inflected Finnish \
             word or a part of a compound a little less often. All else is in order. On Debian: apt install voikko-fi \
             libvoikko-dev"
            .to_owned(),
        Outcome::Undated(Undated::NotAsked) => {
            "No page says when it changed last: Git, which knows the content's history, couldn't be asked. Install it \
             where you publish, and try “git log” in the content's folder."
                .to_owned()
        }
        Outcome::Undated(Undated::CutShort) => {
            "No page says when it changed last: only a part of the content's history was fetched. Fetch all of it, for \
             example with “git fetch --unshallow”."
                .to_owned()
        }
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

fn no_path(reason: &PathError) -> String {
    match reason {
        PathError::NotFromRoot => "an address begins with /".to_owned(),
        PathError::EmptySegment => "an address has no two slashes in a row".to_owned(),
        PathError::Dots(_) => "no part of an address begins or ends with a dot".to_owned(),
        PathError::Character(character) => {
            format!("an address has only the letters a–z, digits, -, _ and dots, not “{character}”")
        }
    }
}

fn did_you_mean(nearest: &str) -> String {
    format!("did you mean “{nearest}”?")
}

/// "in Finnish or Swedish": in which languages something is missing.
fn in_languages(languages: &[Language]) -> String {
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
