//! The breadcrumb: `Etusivu : hankkeet : …`, each part a link, the last one the current page.

use crate::{
    markup::{Element, el},
    messages::Messages,
};
use page::Page;

/// The front page alone and a page outside of the tree need no breadcrumb.
pub(super) fn breadcrumb(page: &Page) -> Option<Element> {
    let last = page.breadcrumb.len().checked_sub(1).filter(|last| *last > 0)?;
    let items = page.breadcrumb.iter().enumerate().map(|(place, part)| {
        let link = el("a")
            .attr("href", part.path.to_string())
            .attr_if("aria-current", (place == last).then_some("page"))
            .words(&part.name);
        el("li").child(link)
    });
    let label = Messages::of(page.language).breadcrumb;
    Some(el("nav").class("breadcrumb").attr("aria-label", label).child(el("ol").children(items)))
}
