//! The anchors of a page's headings: made from their text, so that they stay when the text around them
//! changes.

use std::collections::HashMap;

use views::{
    article::HEADER_END_ID, in_other_languages::IN_OTHER_LANGUAGES_ID, menu::MAIN_MENU_ID,
    preferences::PANEL_ID, related::RELATED_ID,
};

use super::legal;
use content::{
    slug::slug,
    source::{BlockSource, KindSource, PageSource},
};

/// The anchor of an event's programme; no heading of the content takes it.
pub(super) const PROGRAMME_ID: &str = "ohjelma";

/// The names that the views use themselves, on every page.
pub const TAKEN: [&str; 8] = [
    "sisalto",
    "seutu",
    "seutu-page",
    HEADER_END_ID,
    IN_OTHER_LANGUAGES_ID,
    RELATED_ID,
    MAIN_MENU_ID,
    PANEL_ID,
];

/// The anchors of the headings that a page has because of its kind.
pub(super) fn of_kind(page: &PageSource) -> &'static [&'static str] {
    match &page.kind {
        KindSource::Event(event) if !event.programme.is_empty() => &[PROGRAMME_ID],
        kind => legal::anchors::anchors(kind),
    }
}

/// The headings of a page: all of its content that other pages can lead to.
pub(super) fn headings(page: &PageSource) -> impl Iterator<Item = &str> {
    page.content.iter().filter_map(|block| match block {
        BlockSource::Heading(text) | BlockSource::Subheading(text) | BlockSource::MinorHeading(text) => {
            Some(text.value.as_str())
        }
        _ => None,
    })
}

/// The anchors in the order of the headings, each unique on the page: a second "Tausta" is `tausta-2`.
pub fn anchors(page: &PageSource) -> Vec<String> {
    let taken = TAKEN.iter().chain(of_kind(page));
    let mut seen: HashMap<String, u32> = taken.map(|name| ((*name).to_owned(), 1)).collect();
    headings(page)
        .map(slug)
        .map(|anchor| {
            let anchor = if anchor.is_empty() { "osa".to_owned() } else { anchor };
            let mut unique = anchor.clone();
            loop {
                let times = seen.entry(unique.clone()).or_insert(0);
                *times += 1;
                if *times == 1 {
                    return unique;
                }
                let next = *times;
                unique = format!("{anchor}-{next}");
            }
        })
        .collect()
}
