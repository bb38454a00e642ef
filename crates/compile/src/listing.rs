//! Lists of other pages.

use page::{FormattedDate, Language, Listing, ListingEntry, ListingKind, MapEntry, PagePath};

use super::{call, context::Context, dates, terms::Terms};
use crate::check::Site;
use content::{
    read::PageFile,
    source::{KindSource, Located},
};

/// How many pages a part of a long listing shows.
pub(super) const PART: usize = 20;

/// How many pages a listing of what isn't over holds: nobody knows how many of them are over when it is
/// looked at.
const HELD: usize = 60;

/// The pages of a kind under an address, of one language: children in their order, the others by their date,
/// the latest first.
pub(super) fn pages<'s>(
    site: &'s Site<'_>,
    of: &PagePath,
    kind: ListingKind,
    language: Language,
) -> Vec<&'s PageFile> {
    let of_kind = |page: &&PageFile| match page.source.kind {
        KindSource::News(_) => kind == ListingKind::News,
        KindSource::Event(_) => kind == ListingKind::Events,
        KindSource::Call(_) => kind == ListingKind::Calls,
        _ => false,
    };
    let own = |page: &&PageFile| page.language == language;
    if kind == ListingKind::Pages {
        return site.children(of).iter().copied().filter(own).collect();
    }
    let mut pages: Vec<&PageFile> = site.descendants(of).filter(of_kind).filter(own).collect();
    // Stable: those of the same day, and those without a date, stay in the order of their addresses.
    pages.sort_by_key(|page| std::cmp::Reverse(date_of(page).map(|date| &date.value)));
    pages
}

/// A listing of pages that stays as it is.
pub(super) fn listing(kind: ListingKind, entries: Vec<ListingEntry>, language: Language) -> Listing {
    let words = Terms::of(language);
    let none = match kind {
        ListingKind::Pages => words.no_pages,
        ListingKind::News => words.no_news,
        ListingKind::Events => words.no_events,
        ListingKind::Calls => words.no_calls,
    };
    let empty = entries.is_empty().then(|| none.to_owned());
    Listing { empty, ..Listing::of(kind, entries) }
}

/// A listing of what isn't over, the next one first. Which those are is the visitor's clock's to say: the
/// document holds the [`HELD`] ones that end last.
pub(super) fn upcoming(
    kind: ListingKind,
    latest_first: &[&PageFile],
    at_most: Option<u32>,
    language: Language,
) -> Listing {
    let words = Terms::of(language);
    let none = match kind {
        ListingKind::Calls => words.no_upcoming_calls,
        _ => words.no_upcoming_events,
    };
    let mut held: Vec<(Option<String>, &PageFile)> =
        latest_first.iter().map(|page| (over_from(page), *page)).collect();
    // Stable, both times: those of the same day stay in the order of their addresses.
    held.sort_by(|(one, _), (other, _)| other.cmp(one));
    held.truncate(HELD);
    held.sort_by_key(|(_, page)| date_of(page).map(|date| &date.value));
    let entries =
        held.into_iter().map(|(until, page)| ListingEntry { until, ..entry(page, language) }).collect();
    Listing { kind, entries, at_most, empty: Some(none.to_owned()) }
}

/// A page as it stands in a listing.
pub(super) fn entry(page: &PageFile, language: Language) -> ListingEntry {
    ListingEntry {
        title: page.source.title.value.clone(),
        path: page.path.clone(),
        summary: page.source.summary.value.clone(),
        date: written_date(page, language),
        foreign: (page.language != language)
            .then(|| (page.language, (Terms::of(language).in_language)(page.language).to_owned())),
        call: match &page.source.kind {
            KindSource::Call(call) => call::moments(call),
            _ => None,
        },
        until: None,
    }
}

/// From when on a call or an event is over; never where that can't be known.
pub(super) fn over_from(page: &PageFile) -> Option<String> {
    let last = match &page.source.kind {
        KindSource::Call(call) => call.deadline.value.as_str(),
        KindSource::Event(event) => match &event.end {
            Some(end) => &end.value,
            // It ends on the day it starts, nobody has said when.
            None => event.start.value.split('T').next().unwrap_or_default(),
        },
        _ => return None,
    };
    dates::end(last).map(|moment| moment.to_string())
}

/// All pages of the page's language as a tree.
pub(super) fn site_map(context: Context<'_>) -> Vec<MapEntry> {
    let mut roots = context.site.pages.values().filter(|page| {
        matches!(page.source.kind, KindSource::Front) && page.language == context.file.language
    });
    roots.next().map(|root| vec![map_entry(context.site, root, 0)]).unwrap_or_default()
}

/// How deep the tree of the site map is: what stands deeper is listed there, one page after the other. What
/// reads it in the browser goes 128 levels deep into its JSON, of which each level of the tree takes two.
const DEEPEST: usize = 20;

fn map_entry(site: &Site<'_>, page: &PageFile, depth: usize) -> MapEntry {
    let own = |child: &&PageFile| child.language == page.language;
    let entry = |title: &PageFile, children| MapEntry {
        title: title.source.title.value.clone(),
        path: title.path.clone(),
        children,
    };
    // A variant in easy language stands under its page, wherever its file lies.
    let easy = |page: &PageFile| site.in_easy_language(page).filter(own);
    let children = if depth < DEEPEST {
        let children = site.children(&page.path).iter().copied().filter(own);
        easy(page).into_iter().chain(children).map(|child| map_entry(site, child, depth + 1)).collect()
    } else {
        let below = site.descendants(&page.path).filter(own);
        let below = below.flat_map(|below| std::iter::once(below).chain(easy(below)));
        easy(page).into_iter().chain(below).map(|below| entry(below, Vec::new())).collect()
    };
    entry(page, children)
}

/// The date of a page and what it means. One that can't be read is reported where its own page is compiled.
fn written_date(page: &PageFile, language: Language) -> Option<(String, FormattedDate)> {
    let words = Terms::of(language);
    let meaning = match &page.source.kind {
        KindSource::News(_) => words.news_date,
        KindSource::Call(_) => words.call_deadline,
        _ => words.event_date,
    };
    Some((meaning.to_owned(), dates::format(&date_of(page)?.value, language).ok()?))
}

fn date_of(page: &PageFile) -> Option<&Located<String>> {
    match &page.source.kind {
        KindSource::News(news) => news.published.as_ref(),
        KindSource::Call(call) => Some(&call.deadline),
        KindSource::Event(event) => Some(&event.start),
        _ => None,
    }
}
