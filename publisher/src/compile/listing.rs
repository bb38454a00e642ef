//! Lists of other pages.

use application::{
    messages::Messages,
    page::{FormattedDate, Language, ListingEntry, MapEntry, PagePath},
};

use super::{Context, dates};
use crate::{check::Site, read::PageFile, source::KindSource};

/// The pages directly under an address; their dates are written in the language of the page that lists them.
pub(super) fn listing(site: &Site<'_>, of: &PagePath, language: Language) -> Vec<ListingEntry> {
    site.children(of)
        .iter()
        .map(|page| ListingEntry {
            title: page.source.title.value.clone(),
            path: page.path.clone(),
            summary: page.source.summary.value.clone(),
            date: date_of(page, language),
        })
        .collect()
}

/// All pages of the page's language as a tree.
pub(super) fn site_map(context: Context<'_>) -> Vec<MapEntry> {
    let mut roots = context.site.pages.values().filter(|page| {
        matches!(page.source.kind, KindSource::Front) && page.language == context.file.language
    });
    roots.next().map(|root| vec![map_entry(context.site, root)]).unwrap_or_default()
}

fn map_entry(site: &Site<'_>, page: &PageFile) -> MapEntry {
    let children = site.children(&page.path).iter().filter(|child| child.language == page.language);
    MapEntry {
        title: page.source.title.value.clone(),
        path: page.path.clone(),
        children: children.map(|child| map_entry(site, child)).collect(),
    }
}

/// A date that can't be read is reported where its own page is compiled.
fn date_of(page: &PageFile, language: Language) -> Option<(String, FormattedDate)> {
    let words = Messages::of(language);
    let (meaning, date) = match &page.source.kind {
        KindSource::News(news) => (words.news_date, news.published.as_ref()?),
        KindSource::Call(call) => (words.call_deadline, &call.deadline),
        KindSource::Event(event) => (words.event_date, &event.date),
        _ => return None,
    };
    Some((meaning.to_owned(), dates::format(&date.value, language).ok()?))
}
