//! The whole of what stands in the document: header, breadcrumb, main content, footer.

use crate::{
    article::article,
    breadcrumb::breadcrumb,
    failure::failure,
    footer::footer,
    header::header,
    markup::{Element, el},
    shown::Portal,
    site_notice::site_notice,
    skip_link::skip_link,
};

/// The class of the one element that stands in the document's view root.
pub const VIEW_CLASS: &str = "portal";

/// All that stands in the document's view root.
///
/// Header, breadcrumb and footer are patched in place, so that a button keeps the focus. The article is
/// built anew at every change of page: assistive technology then hears of a new `h1`, and nothing that was
/// opened on the old page stays open on the new one.
pub fn portal(shown: &Portal) -> Element {
    let page = shown.page.as_deref();
    let main = el("main")
        .attr("id", "sisalto")
        .attr("tabindex", "-1")
        .children(shown.failure.as_ref().map(|cause| failure(cause, shown)))
        .children(page.map(|page| article(page, shown).key(shown.turn)))
        .children(shown.printed.iter().map(|page| article(page, shown)));
    el("div")
        .class(VIEW_CLASS)
        .children(page.map(|page| skip_link(page.language)))
        .children(page.and_then(|page| site_notice(page, shown)))
        .children(page.map(|page| header(page, shown)))
        .children(page.and_then(breadcrumb))
        .child(main)
        .children(page.map(|page| footer(page, shown)))
}
