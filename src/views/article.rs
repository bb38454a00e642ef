//! The page's own content: title, tagline, blocks.

use crate::{
    markup::{Element, el},
    page::{Page, PageKind},
    views::block::block,
};

/// The `h1` takes the focus after a change of page, so it has to be focusable, but not with the Tab key.
pub(super) fn article(page: &Page) -> Element {
    let tagline = page.tagline.as_ref();
    let header = el("header")
        .class("page-header")
        .child(el("h1").attr("tabindex", "-1").text(page.title.clone()))
        .children(tagline.map(|tagline| el("p").class("tagline").text("– ").text(tagline.clone())));
    el("article").class(class_of(page.kind)).child(header).children(page.blocks.iter().map(block))
}

const fn class_of(kind: PageKind) -> &'static str {
    match kind {
        PageKind::Front => "page page-front",
        PageKind::Section => "page page-section",
        PageKind::Article => "page page-article",
        PageKind::News => "page page-news",
        PageKind::Call => "page page-call",
        PageKind::Event => "page page-event",
        PageKind::SiteMap => "page page-site-map",
        PageKind::NotFound => "page page-not-found",
    }
}
