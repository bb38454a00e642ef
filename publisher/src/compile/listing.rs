//! Lists of other pages.

use application::page::{FormattedDate, Language, ListingEntry, MapEntry, PagePath};

use super::{Context, dates, facts, languages::in_language, terms::Terms};
use crate::{check::Site, read::PageFile, source::KindSource};

/// How many pages a part of a long listing shows.
pub(super) const PART: usize = 20;

/// Which pages to list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Which {
    /// Those directly under an address, in their order.
    Children,
    /// News, the newest first.
    News,
    /// Events, the latest first.
    Events,
    /// Calls, the latest deadline first.
    Calls,
}

/// The pages under an address; their dates are written in the language of the page that lists them.
pub(super) fn listing(site: &Site<'_>, of: &PagePath, which: Which, language: Language) -> Vec<ListingEntry> {
    let of_kind = |page: &&PageFile| match page.source.kind {
        KindSource::News(_) => which == Which::News,
        KindSource::Event(_) => which == Which::Events,
        KindSource::Call(_) => which == Which::Calls,
        _ => false,
    };
    let mut entries: Vec<ListingEntry> = match which {
        Which::Children => site
            .children(of)
            .iter()
            .filter(|page| page.language == language)
            .map(|page| entry(page, language))
            .collect(),
        _ => site
            .descendants(of)
            .filter(of_kind)
            .filter(|page| page.language == language)
            .map(|page| entry(page, language))
            .collect(),
    };
    if which != Which::Children {
        let date = |entry: &ListingEntry| entry.date.as_ref().map(|(_, date)| date.iso.clone());
        // Stable: those of the same day, and those without a date, stay in the order of their addresses.
        entries.sort_by_cached_key(|entry| std::cmp::Reverse(date(entry)));
    }
    entries
}

/// A page as it stands in a listing.
pub(super) fn entry(page: &PageFile, language: Language) -> ListingEntry {
    ListingEntry {
        title: page.source.title.value.clone(),
        path: page.path.clone(),
        summary: page.source.summary.value.clone(),
        date: date_of(page, language),
        foreign: (page.language != language)
            .then(|| (page.language, in_language(language, page.language).to_owned())),
        call: match &page.source.kind {
            KindSource::Call(call) => facts::moments(call),
            _ => None,
        },
    }
}

/// All pages of the page's language as a tree.
pub(super) fn site_map(context: Context<'_>) -> Vec<MapEntry> {
    let mut roots = context.site.pages.values().filter(|page| {
        matches!(page.source.kind, KindSource::Front) && page.language == context.file.language
    });
    roots.next().map(|root| vec![map_entry(context.site, root, 0)]).unwrap_or_default()
}

/// How deep the tree of the site map is: what stands deeper is listed there, one page after the other. What reads it in
/// the browser goes 128 levels deep into its JSON, of which each level of the tree takes two.
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

/// A date that can't be read is reported where its own page is compiled.
fn date_of(page: &PageFile, language: Language) -> Option<(String, FormattedDate)> {
    let words = Terms::of(language);
    let (meaning, date) = match &page.source.kind {
        KindSource::News(news) => (words.news_date, news.published.as_ref()?),
        KindSource::Call(call) => (words.call_deadline, &call.deadline),
        KindSource::Event(event) => (words.event_date, &event.start),
        _ => return None,
    };
    Some((meaning.to_owned(), dates::format(&date.value, language).ok()?))
}
