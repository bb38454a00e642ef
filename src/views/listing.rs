//! Other pages, each with a few words: children of a section, news.

use crate::{
    markup::{Element, el},
    page::ListingEntry,
    views::{call_state::call_state, portal::Portal},
};

/// Title and summary of a page in another language are marked as such, and the language is said in the words of
/// the page around them (WCAG 3.1.2).
pub(super) fn listing(entries: &[ListingEntry], shown: &Portal) -> Element {
    el("ul").class("listing").children(entries.iter().map(|entry| {
        let foreign = entry.foreign.as_ref();
        let tag = foreign.map(|(language, _)| language.tag());
        let link = el("a")
            .class("listing-link")
            .attr("href", entry.path.to_string())
            .attr_if("hreflang", tag)
            .attr_if("lang", tag)
            .text(entry.title.clone());
        let said = foreign
            .map(|(_, said)| el("span").class("listing-language").text(" (").text(said.clone()).text(")"));
        let date = entry.date.as_ref().map(|(meaning, date)| {
            let time = el("time").attr("datetime", date.iso.clone()).text(date.text.clone());
            el("p").class("listing-date").text(meaning.clone()).text(" ").child(time)
        });
        el("li")
            .child(link)
            .children(said)
            .children(date)
            .children(entry.call.as_ref().map(|call| call_state(call, shown)))
            .child(el("p").class("listing-summary").attr_if("lang", tag).text(entry.summary.clone()))
    }))
}
