//! The program's words in English.

use super::{
    new_page::NewPageWords,
    outcome::Outcome,
    phrases::{by_rule, lines},
};
use content::read::changed::Undated;
use import::report::Report;
use page::counted::count;

pub(super) fn outcome(outcome: Outcome<'_>) -> String {
    match outcome {
        Outcome::NotPublished => "Nothing was published.".to_owned(),
        Outcome::Sound { pages } => format!("{}, no faults", count(pages, ("page", "pages"))),
        Outcome::Published { pages, old_addresses, out, milliseconds, written } => format!(
            "Published {} and {} to {} in {milliseconds} ms, {} changed",
            count(pages, ("page", "pages")),
            count(old_addresses, ("old address", "old addresses")),
            out.display(),
            count(written, ("file", "files")),
        ),
        Outcome::Imported(report) => imported(report),
        Outcome::NotImported => "Nothing was imported.".to_owned(),
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

/// How much came over.
fn imported(report: &Report) -> String {
    let Report { counts, drafts, .. } = report;
    let mut text = [
        format!("Pages: {}", counts.pages),
        format!(
            "  sections: {}, of these made for a folder without a page: {}",
            counts.sections, counts.generated
        ),
        format!("  news: {}", counts.news),
        format!("  drafts: {}", drafts.len()),
        format!(
            "Links: {} to pages of the site, {} elsewhere, {} to nowhere",
            counts.inner_links, counts.outer_links, counts.lost_links
        ),
        format!("Images: {}", counts.images),
        format!("Documents: {}", counts.documents),
        format!("Warnings: {}{}", report.faults().sorted().len(), by_rule(report)),
    ]
    .join("\n");
    if !drafts.is_empty() {
        text.push_str(&format!("\nDrafts, not published until \"draft\" is taken away:{}", lines(drafts)));
    }
    text
}

pub(super) const NEW_PAGE: NewPageWords = NewPageWords {
    page: "New page",
    front: "Front page",
    section: "New section",
    news: "New news item",
    event: "New event",
    place: "Place",
    organiser: "Organiser",
    call: "New call",
    for_whom: "Who may apply",
    what_to_send: "What to send",
    summary: "Say in one or two sentences what the page is about.",
    text: "Write the text here.",
};
