//! A menu: a named landmark with a list of links, the current page marked.

use crate::{
    markup::{Element, el},
    page::{Page, PageLink},
};

/// Marks the page itself with `aria-current="page"` and the part of the site it is in with `"true"`
/// (WAI-ARIA 1.2, aria-current). A menu without links is none.
pub(super) fn menu(
    class: &'static str,
    label: &'static str,
    links: &[PageLink],
    page: &Page,
) -> Option<Element> {
    let items = links.iter().map(|link| {
        let current = if link.path == page.path {
            Some("page")
        } else if page.breadcrumb.iter().any(|ancestor| ancestor.path == link.path) {
            Some("true")
        } else {
            None
        };
        let link = el("a")
            .attr("href", link.path.to_string())
            .attr_if("aria-current", current)
            .text(link.name.clone());
        el("li").child(link)
    });
    let list = el("ul").children(items);
    (!links.is_empty()).then(|| el("nav").class(class).attr("aria-label", label).child(list))
}
