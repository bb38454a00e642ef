//! The pages before and after this one.

use crate::{
    markup::{Element, el},
    messages::Messages,
};
use page::{Page, PageLink};

/// None on a page without neighbours.
pub(super) fn neighbours(page: &Page) -> Option<Element> {
    let words = Messages::of(page.language);
    let link = |to: &Option<PageLink>, relation: &'static str, what: &'static str| {
        to.as_ref().map(|to| {
            let what = el("span").class("neighbour-what").text(what);
            let name = el("span").class("neighbour-name").words(&to.name);
            el("a").attr("href", to.path.to_string()).attr("rel", relation).child(what).text(" ").child(name)
        })
    };
    (!page.neighbours.is_empty()).then(|| {
        el("nav")
            .class("neighbours")
            .attr("aria-label", words.neighbours)
            .children(link(&page.neighbours.previous, "prev", words.previous))
            .children(link(&page.neighbours.next, "next", words.next))
    })
}
