//! A page whose listing is too long is published in parts, so that no page grows with the number of pages.

use page::{Block, Listing, Page, PageKind, PageLink, PagePath, Pager};
use views::messages::Messages;

use super::{blocks::LongListing, listing::PART};
use content::own_files::before_number;

/// A page, and the listing that is too long for it.
pub(super) struct Whole {
    pub(super) page: Page,
    pub(super) long_listing: Option<LongListing>,
}

/// The page itself, with the first part of its listing, and a page for each further part.
pub(super) fn in_parts(whole: Whole) -> Vec<Page> {
    let Whole { page, long_listing } = whole;
    let Some(LongListing { place, kind, entries }) = long_listing else { return vec![page] };
    let count = u32::try_from(entries.len().div_ceil(PART)).unwrap_or(u32::MAX);
    let word = Messages::of(page.language).part;
    let address = |part: u32| match part {
        1 => Some(page.path.clone()),
        // "sivu-2" can stand in every address.
        part => page.path.child(&format!("{}{part}", before_number(page.language))).ok(),
    };
    let mut parts = Vec::new();
    for (part, entries) in (1_u32..).zip(entries.chunks(PART)) {
        let Some(path) = address(part) else { break };
        let pager = Pager {
            current: part,
            last: count,
            previous: (part > 1).then(|| address(part - 1)).flatten(),
            next: (part < count).then(|| address(part + 1)).flatten(),
        };
        let listing = Listing::of(kind, entries.to_vec());
        parts.push(page_part(&page, place, part, path, listing, pager, word));
    }
    parts
}

fn page_part(
    whole: &Page,
    place: usize,
    part: u32,
    path: PagePath,
    listing: Listing,
    pager: Pager,
    word: &str,
) -> Page {
    let listing = [Block::Listing(listing), Block::Pager(pager)];
    if part == 1 {
        let mut page = whole.clone();
        page.blocks.splice(place..=place, listing);
        return page;
    }
    let name = format!("{}, {} {part}", whole.title, word.to_lowercase());
    // A front page's own says name and slogan of the site; its title is often the name.
    let document_title = match whole.kind {
        PageKind::Front if whole.title == whole.site.name => name.clone(),
        PageKind::Front => format!("{name} – {}", whole.site.name),
        _ => whole.document_title.replacen(&whole.title, &name, 1),
    };
    let kind = if whole.kind == PageKind::Front { PageKind::Section } else { whole.kind };
    let mut breadcrumb = whole.breadcrumb.clone();
    breadcrumb.push(PageLink { name: format!("{word} {part}"), path: path.clone() });
    Page {
        canonical: whole
            .canonical
            .as_ref()
            .map(|first| format!("{}{path}", &first[..first.len() - whole.path.as_str().len()])),
        path,
        title: name,
        document_title,
        kind,
        breadcrumb,
        blocks: listing.to_vec(),
        contents: false,
        tagline: None,
        related: Vec::new(),
        in_other_languages: Vec::new(),
        ..whole.clone()
    }
}
