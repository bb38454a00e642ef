//! Related pages, as their editor names them.

use crate::{
    markup::{Element, el},
    messages::Messages,
    page_link::page_link,
};
use page::Page;

/// The anchor of the heading over the related pages; no heading of the content takes it.
pub const RELATED_ID: &str = "aiheesta-lisaa";

/// None on a page without related pages.
pub(super) fn related(page: &Page) -> Option<Element> {
    (!page.related.is_empty()).then(|| {
        el("nav")
            .class("related")
            .attr("aria-labelledby", RELATED_ID)
            .child(el("h2").attr("id", RELATED_ID).text(Messages::of(page.language).related))
            .child(el("ul").children(page.related.iter().map(|link| el("li").child(page_link(link)))))
    })
}
