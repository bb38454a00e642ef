//! A feed of news (RFC 4287).

use atom_syndication::{Entry, Feed, FixedDateTime, Link, Person, Text, WriteConfig};
use jiff::civil::Date;

use super::portal::Portal;
use compile::follow;
use content::{own_files::FEED, read::PageFile, source::KindSource};

/// How many news a feed holds: whoever reads it looks more often than so many come.
const MOST: usize = 20;

/// The feed of a page, of the newest of its news; none where no news has a day.
pub(super) fn feed(portal: Portal<'_>, page: &PageFile, news: &[&PageFile]) -> Option<String> {
    let entries: Vec<Entry> = news.iter().filter_map(|news| entry(portal, news)).take(MOST).collect();
    let updated = entries.iter().map(|entry| entry.updated).max()?;
    let address = portal.absolute(&page.path);
    let title = match page.source.kind {
        KindSource::Front => portal.name.to_owned(),
        _ => format!("{} – {}", page.source.title.value, portal.name),
    };
    let feed = Feed {
        title: Text::plain(title),
        // The feed's own address: the page's is the one of the page (RFC 4287 §4.2.6).
        id: format!("{address}{FEED}"),
        updated,
        authors: vec![Person { name: portal.name.to_owned(), ..Person::default() }],
        links: vec![
            Link {
                rel: "self".to_owned(),
                mime_type: Some("application/atom+xml".to_owned()),
                ..link(format!("{address}{FEED}"))
            },
            Link { mime_type: Some("text/html".to_owned()), ..link(address) },
        ],
        subtitle: Some(Text::plain(page.source.summary.value.clone())),
        entries,
        lang: Some(page.language.tag().to_owned()),
        ..Feed::default()
    };
    let written = feed.write_with_config(
        Vec::new(),
        WriteConfig { write_document_declaration: true, indent_size: Some(1) },
    );
    written.ok().and_then(|bytes| String::from_utf8(bytes).ok())
}

fn entry(portal: Portal<'_>, news: &PageFile) -> Option<Entry> {
    let address = portal.absolute(&news.path);
    Some(Entry {
        title: Text::plain(news.source.title.value.clone()),
        id: address.clone(),
        updated: midnight(follow::updated(news)?)?,
        published: follow::published(news).and_then(midnight),
        links: vec![link(address)],
        summary: Some(Text::plain(news.source.summary.value.clone())),
        ..Entry::default()
    })
}

fn link(to: String) -> Link {
    Link { href: to, rel: "alternate".to_owned(), ..Link::default() }
}

/// The beginning of a day by the clocks of Finland.
fn midnight(day: Date) -> Option<FixedDateTime> {
    compile::dates::beginning(&day.to_string())?.to_string().parse().ok()
}
