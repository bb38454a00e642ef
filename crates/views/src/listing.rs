//! Other pages, each with a few words: children of a section, news, calls, events.

use crate::{
    call_state::call_state,
    markup::{Element, el},
    shown::Portal,
};
use page::{Listing, ListingEntry, ListingKind};

/// Where none may be shown, today or one day, words for that stand under the list; the style shows them only
/// then.
pub(super) fn listing(listing: &Listing, shown: &Portal) -> Element {
    let class = match listing.kind {
        ListingKind::Pages => "listing",
        ListingKind::News => "listing listing-news",
        ListingKind::Events => "listing listing-events",
        ListingKind::Calls => "listing listing-calls",
    };
    let list = el("ul").class(class).children(entries(&listing.entries, listing.at_most, shown));
    let Some(words) = &listing.empty else { return list };
    el("div")
        .class("listed")
        .attr_if("data-at-most", listing.at_most.map(|most| most.to_string()))
        .child(list)
        .child(el("p").class("listed-none").text(words.clone()))
}

/// The pages of a list. Title and summary of a page in another language are marked as such, and the language
/// is said in the words of the page around them (WCAG 3.1.2). What is over stays in the document, marked:
/// `public/first.js` marks it before it is painted, when no application is there yet.
pub(super) fn entries(
    entries: &[ListingEntry],
    at_most: Option<u32>,
    shown: &Portal,
) -> impl Iterator<Item = Element> {
    let now = shown.now.as_deref();
    let mut left = at_most;
    entries.iter().map(move |entry| {
        let over = now.zip(entry.until.as_deref()).is_some_and(|(now, until)| {
            now >= until
                || left.as_mut().is_some_and(|left| left.checked_sub(1).map(|less| *left = less).is_none())
        });
        let foreign = entry.foreign.as_ref();
        let tag = foreign.map(|(language, _)| language.tag());
        let link = el("a")
            .class("listing-link")
            .attr("href", entry.path.to_string())
            .attr_if("hreflang", tag)
            .attr_if("lang", tag)
            .words(&entry.title);
        let said = foreign
            .map(|(_, said)| el("span").class("listing-language").text(" (").text(said.clone()).text(")"));
        let date = entry.date.as_ref().map(|(meaning, date)| {
            let time = el("time").attr("datetime", date.iso.clone()).words(&date.text);
            el("p").class("listing-date").text(meaning.clone()).text(" ").child(time)
        });
        el("li")
            .attr_if("data-until", entry.until.clone())
            .attr_if("data-over", over.then_some(""))
            .child(link)
            .children(said)
            .children(date)
            .children(entry.call.as_ref().map(|call| call_state(call, shown)))
            .child(el("p").class("listing-summary").attr_if("lang", tag).words(&entry.summary))
    })
}
