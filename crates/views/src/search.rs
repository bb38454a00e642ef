//! The search field. What answers it is a module of its own, which `public/start.js` loads when a visitor
//! turns to it.

use crate::{
    markup::{Element, el},
    messages::Messages,
};
use page::Page;

/// A form that asks the search page by its address (HTML §4.10.21.3): it works before any application is
/// there, and the address can be shared. None on a site without a search page.
pub(super) fn search_field(page: &Page, class: &'static str) -> Option<Element> {
    let words = Messages::of(page.language);
    let address = page.site.search.as_ref()?.to_string();
    let field = el("input")
        .attr("type", "search")
        .attr("name", "q")
        .attr("aria-label", words.search_label)
        .attr("autocomplete", "off")
        .attr("maxlength", "200");
    let send = el("button").class("search-button").attr("type", "submit").text(words.search);
    Some(el("form").class(class).attr("role", "search").attr("action", address).child(field).child(send))
}

/// The message for a failed load of the search module. The module itself can't show it.
pub(super) fn search_unavailable(page: &Page) -> Element {
    el("p")
        .class("search-unavailable")
        .attr("role", "alert")
        .text(Messages::of(page.language).search_unavailable)
}
