//! How a site is followed: which pages have a feed of news, where calendars are, and the links that lead to
//! them.
//!
//! `site::announce` makes the files; here is decided which there are.

use jiff::civil::Date;
use page::{Block, Fact, Href, Inline, Language, ListingKind, PagePath};

use super::{context::Context, listing, terms::Terms};
use crate::check::Site;
use content::{
    own_files::{CALENDAR, FEED},
    read::PageFile,
    source::{BlockSource, KindSource},
};

/// The news of a page's feed, the newest first; none where the page has no feed.
///
/// A front page has a feed of all news of its language, a section one of the news under it.
pub fn news<'s>(site: &'s Site<'_>, page: &PageFile) -> Vec<&'s PageFile> {
    if !matches!(page.source.kind, KindSource::Front | KindSource::Section) {
        return Vec::new();
    }
    listing::pages(site, &page.path, ListingKind::News, page.language)
}

/// The events and calls of a language, in the order of their addresses.
pub fn dated<'s>(site: &'s Site<'_>, language: Language) -> impl Iterator<Item = &'s PageFile> {
    site.pages.values().copied().filter(move |page| page.language == language && has_calendar(page))
}

/// Whether a page has a day that belongs in a calendar.
pub fn has_calendar(page: &PageFile) -> bool {
    matches!(page.source.kind, KindSource::Event(_) | KindSource::Call(_))
}

/// The day of a news item's publication, where it says one.
pub fn published(news: &PageFile) -> Option<Date> {
    let KindSource::News(source) = &news.source.kind else { return None };
    source.published.as_ref()?.value.parse().ok()
}

/// The day of a news item's last change. It is later than the day of publication, unless the content came
/// from elsewhere.
pub fn updated(news: &PageFile) -> Option<Date> {
    published(news).into_iter().chain(news.changed).max()
}

/// The address of a page's feed, from the site's root; none where it has none. An entry of a feed must say
/// when it changed (RFC 4287 §4.1.2), so news without any day make none.
pub fn own_feed(site: &Site<'_>, page: &PageFile) -> Option<String> {
    news(site, page).into_iter().any(|news| updated(news).is_some()).then(|| within(&page.path, FEED))
}

/// The feed of a page that lists news: its own one, or else the one of all news of its language.
fn feed_of(site: &Site<'_>, page: &PageFile) -> Option<String> {
    own_feed(site, page).or_else(|| own_feed(site, front_of(site, page.language)?))
}

/// The way from a call or an event to its day in the visitor's own calendar.
pub(super) fn calendar_fact(context: Context<'_>) -> Option<Fact> {
    let words = Terms::of(context.file.language);
    let link = link(within(&context.file.path, CALENDAR), words.calendar_add)?;
    Some(Fact { until: listing::over_from(context.file), ..Fact::new(words.calendar, vec![link]) })
}

/// The ways to follow what a page lists: the feed where it lists news, the calendar where it lists events or
/// calls.
pub(super) fn ways(context: Context<'_>) -> Option<Block> {
    let Context { site, file, .. } = context;
    let words = Terms::of(file.language);
    let lists = |wanted: fn(&BlockSource) -> bool| file.source.content.iter().any(wanted);
    let feed = lists(|block| matches!(block, BlockSource::News(_))).then(|| feed_of(site, file)).flatten();
    let calendar = lists(|block| matches!(block, BlockSource::Events(_) | BlockSource::Calls(_)))
        .then(|| calendar_of(site, file.language))
        .flatten();
    let links = [
        feed.and_then(|to| link(to, words.follow_news)),
        calendar.and_then(|to| link(to, words.follow_dates)),
    ];
    let mut spans = Vec::new();
    for link in links.into_iter().flatten() {
        let before = if spans.is_empty() { words.follow } else { "," };
        spans.extend([Inline::Text(format!("{before} ")), link]);
    }
    (!spans.is_empty()).then_some(Block::Paragraph(spans))
}

/// The address of the calendar of a language, from the site's root, where there is anything in it.
pub fn calendar_of(site: &Site<'_>, language: Language) -> Option<String> {
    dated(site, language).next()?;
    Some(within(&front_of(site, language)?.path, CALENDAR))
}

fn front_of<'s>(site: &Site<'s>, language: Language) -> Option<&'s PageFile> {
    site.front_pages().iter().copied().find(|front| front.language == language)
}

fn within(path: &PagePath, name: &str) -> String {
    format!("{path}{name}")
}

fn link(to: String, words: &str) -> Option<Inline> {
    Some(Inline::Link { to: Href::parse(&to).ok()?, text: vec![Inline::Text(words.to_owned())] })
}
