//! The page's own content: title, tagline, contents, blocks, and the ways on.

use crate::{
    block::block,
    front::parts,
    listing::entries,
    markup::{Element, el},
    messages::Messages,
    page_link::page_link,
    page_tools::page_tools,
    search::{search_field, search_unavailable},
    shown::Portal,
};
use page::{Block, HeadingLevel, Page, PageKind, PageLink};

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
    let in_other_languages = (!page.in_other_languages.is_empty()).then(|| {
        el("nav")
            .class("in-other-languages")
            .attr("aria-labelledby", IN_OTHER_LANGUAGES_ID)
            .child(el("h2").attr("id", IN_OTHER_LANGUAGES_ID).text(words.in_other_languages))
            .child(el("ul").class("listing").children(entries(&page.in_other_languages, None, shown)))
    });
    let related = (!page.related.is_empty()).then(|| {
        el("nav")
            .class("related")
            .attr("aria-labelledby", RELATED_ID)
            .child(el("h2").attr("id", RELATED_ID).text(words.related))
            .child(el("ul").children(page.related.iter().map(|link| el("li").child(page_link(link)))))
    });
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
    article.children(changed).children(in_other_languages).children(related).children(neighbours(page))
}

/// The first block, where it is what is looked for, and the others.
fn first(blocks: &[Block], is_it: impl Fn(&Block) -> bool) -> (Option<&Block>, &[Block]) {
    match blocks.split_first() {
        Some((first, rest)) if is_it(first) => (Some(first), rest),
        _ => (None, blocks),
    }
}

/// The `id` of what ends all that stands above the text: a page is painted once it has come, and browsers wait for the beginning
/// of an element only. No heading of the content takes it.
pub const HEADER_END_ID: &str = "sivun-alku";

/// The anchor of the heading over the pages in other languages; no heading of the content takes it.
pub const IN_OTHER_LANGUAGES_ID: &str = "muilla-kielilla";

/// The anchor of the heading over the related pages; no heading of the content takes it.
pub const RELATED_ID: &str = "aiheesta-lisaa";

fn contents(page: &Page) -> Element {
    let words = Messages::of(page.language);
    let entries = page.blocks.iter().filter_map(|block| match block {
        Block::Heading { level: HeadingLevel::H2, id, text } => {
            Some(el("li").child(el("a").attr("href", format!("#{id}")).words(text)))
        }
        _ => None,
    });
    el("nav")
        .class("contents")
        .attr("aria-label", words.contents)
        .child(el("p").attr("aria-hidden", "true").text(words.contents))
        .child(el("ul").children(entries))
}

fn neighbours(page: &Page) -> Option<Element> {
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
