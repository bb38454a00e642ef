//! The page's own content: title, tagline, contents, blocks, and the ways on.

use crate::{
    block::block,
    contents::contents,
    in_other_languages::in_other_languages,
    markup::{Element, el},
    messages::Messages,
    neighbours::neighbours,
    page_tools::page_tools,
    parts::parts,
    related::related,
    search::{search_field, search_unavailable},
    shown::Portal,
};
use page::{Block, Page, PageKind};

/// The `h1` takes the focus after a change of page, so it has to be focusable, but not with the Tab key.
pub(super) fn article(page: &Page, shown: &Portal) -> Element {
    let words = Messages::of(page.language);
    let tagline = page.tagline.as_ref();
    // Of the pages that are printed together one is the document's own.
    let is_own = shown.page.as_ref().is_some_and(|own| own.path == page.path);
    let header = el("header")
        .class("page-header")
        .child(el("h1").attr("tabindex", "-1").words(&page.title))
        .children(tagline.map(|tagline| el("p").class("tagline").text("– ").words(tagline)))
        .children(is_own.then(|| el("span").attr("id", HEADER_END_ID).attr("hidden", "")));
    let changed = page.changed.as_ref().map(|date| {
        let time = el("time").attr("datetime", date.iso.clone()).text(date.text.clone());
        el("p").class("changed").text(words.changed).text(" ").child(time)
    });
    let has_tools = page.variant.is_some()
        || !matches!(page.kind, PageKind::Front | PageKind::Search | PageKind::NotFound);
    // Whether one may apply is said at once; when and where, beside the text.
    let (state, rest) = first(&page.blocks, |block| matches!(block, Block::CallState(_)));
    let has_facts = matches!(page.kind, PageKind::Call | PageKind::Event | PageKind::News);
    let (facts, rest) = first(rest, |block| has_facts && matches!(block, Block::Facts(_)));
    let aside = el("div")
        .class(match rest.first() {
            _ if page.contents || facts.is_some() => "page-aside page-aside-long",
            // Said here, not seen by the style: where the rest is still on its way it would stand elsewhere.
            Some(Block::Listing(_) | Block::Table(_) | Block::SiteMap(_)) => "page-aside page-aside-above",
            _ => "page-aside",
        })
        .children(has_tools.then(|| page_tools(page, shown)))
        .children(page.contents.then(|| contents(page)))
        .children(facts.map(|facts| block(facts, shown)));
    let article = el("article")
        .class(class_of(page.kind))
        .child(header)
        .children((page.kind == PageKind::Search).then(|| search_field(page, "search-form")).flatten())
        .children((page.kind == PageKind::Search).then(|| search_unavailable(page)))
        .children((page.kind == PageKind::Search).then(|| el("div").class("search-live")))
        .children(state.map(|state| block(state, shown)))
        .children((has_tools || page.contents || facts.is_some()).then_some(aside));
    let article = match page.kind {
        PageKind::Front => article.child(parts(rest, shown)),
        _ => article.children(rest.iter().map(|inner| block(inner, shown))),
    };
    article
        .children(changed)
        .children(in_other_languages(page, shown))
        .children(related(page))
        .children(neighbours(page))
}

/// Splits the first block off if it is of the wanted kind.
fn first(blocks: &[Block], is_wanted: impl Fn(&Block) -> bool) -> (Option<&Block>, &[Block]) {
    match blocks.split_first() {
        Some((first, rest)) if is_wanted(first) => (Some(first), rest),
        _ => (None, blocks),
    }
}

/// The `id` of an empty element at the end of the page's header. The document is painted once it has arrived:
/// browsers wait for the start of an element only. No heading of the content takes this `id`.
pub const HEADER_END_ID: &str = "sivun-alku";

const fn class_of(kind: PageKind) -> &'static str {
    match kind {
        PageKind::Front => "page page-front",
        PageKind::Section => "page page-section",
        PageKind::Article => "page page-article",
        PageKind::News => "page page-news",
        PageKind::Call => "page page-call",
        PageKind::Event => "page page-event",
        PageKind::Materials => "page page-materials",
        PageKind::Contact => "page page-contact",
        PageKind::SiteMap => "page page-site-map",
        PageKind::Search => "page page-search",
        PageKind::Gone => "page page-gone",
        PageKind::NotFound => "page page-not-found",
    }
}
