//! Other pages, each with a few words: children of a section, news.

use crate::{
    markup::{Element, el},
    page::ListingEntry,
};

pub(super) fn listing(entries: &[ListingEntry]) -> Element {
    el("ul").class("listing").children(entries.iter().map(|entry| {
        let link =
            el("a").class("listing-link").attr("href", entry.path.to_string()).text(entry.title.clone());
        let date = entry.date.as_ref().map(|(meaning, date)| {
            let time = el("time").attr("datetime", date.iso.clone()).text(date.text.clone());
            el("p").class("listing-date").text(meaning.clone()).text(" ").child(time)
        });
        el("li")
            .child(link)
            .children(date)
            .child(el("p").class("listing-summary").text(entry.summary.clone()))
    }))
}
