//! What became of a run, in English.

use super::kinds::Outcome;
use content::{fault::words::count, read::changed::Undated};

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
             word or a part of a compound a little less often. All else is in order. On Debian: apt install voikko-fi"
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
