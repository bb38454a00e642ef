//! What tells others of the site: search engines, feed readers, calendars.
//!
//! `portal` is what they are told of. [`sitemap`] names every page, [`content_index`] does so for programs
//! that read their data, [`robots`] says where the site map is, [`feed`] the news, [`calendar`] the days of
//! events and calls, [`manifest`] what a device calls the site. Which pages have a feed or a calendar, and
//! the links to them, is said in [`compile::follow`].

mod calendar;
mod content_index;
mod feed;
mod manifest;
mod portal;
mod robots;
mod sitemap;

use std::iter;

use page::{PagePath, document::MANIFEST};
use rayon::prelude::*;

use crate::{
    render::{icons::render_icons, shell::Shell},
    write::Staging,
};
use compile::{check::Site, follow};
use content::{
    fingerprint::fingerprint,
    own_files::{CALENDAR, FEED, ROBOTS},
    read::PageFile,
    schema,
    source::SiteSource,
};
use portal::Portal;

/// Puts the files that tell others of the site into the draft.
///
/// # Errors
/// A file that can't be written.
pub fn announce(site: &Site<'_>, source: &SiteSource, shell: &Shell, draft: &Staging) -> anyhow::Result<()> {
    let SiteSource { name, slogan, address, .. } = source;
    let portal = Portal { site, name: &name.value, slogan: &slogan.value, address: &address.value };
    for (name, map) in sitemap::sitemaps(portal)? {
        put(draft, name, map)?;
    }
    for (name, index) in content_index::content_index(portal)? {
        put(draft, name, index)?;
    }
    put(draft, schema::PAGE_DATA.to_owned(), schema::page_data_schema())?;
    put(draft, ROBOTS.to_owned(), robots::robots(portal))?;
    let pages: Vec<&PageFile> = site.pages.values().copied().collect();
    pages.into_par_iter().try_for_each(|page| announce_of_page(portal, page, draft))?;
    let icons = render_icons(draft)?;
    for front in site.front_pages() {
        put(draft, within(front, MANIFEST), manifest::manifest(portal, front, &icons, shell)?)?;
        let dated: Vec<&PageFile> = follow::dated(site, front.language).collect();
        if !dated.is_empty() {
            put(draft, within(front, CALENDAR), calendar::calendar(portal, front.language, &dated))?;
        }
    }
    Ok(())
}

/// The files in a page's folder that tell of it and of what is below it. They stand at its old addresses too:
/// programs that follow them there read no document that leads on, and a feed says itself where it is now
/// (RFC 4287 §4.2.7.2, "self").
fn announce_of_page(portal: Portal<'_>, page: &PageFile, draft: &Staging) -> anyhow::Result<()> {
    let put_all = |name: &str, contents: &str| {
        iter::once(page.path.clone())
            .chain(portal.site.earlier_addresses(page))
            .try_for_each(|folder| put(draft, file_in(&folder, name), contents.to_owned()))
    };
    let news = follow::news(portal.site, page);
    if !news.is_empty()
        && let Some(feed) = feed::feed(portal, page, &news)
    {
        put_all(FEED, &feed)?;
    }
    if follow::has_calendar(page) {
        put_all(CALENDAR, &calendar::calendar(portal, page.language, &[page]))?;
    }
    Ok(())
}

fn put(draft: &Staging, path: String, contents: String) -> anyhow::Result<()> {
    draft.put(path, fingerprint(contents.as_bytes()), || contents)
}

/// The path of a file in a page's folder, from the site's root.
fn within(page: &PageFile, name: &str) -> String {
    file_in(&page.path, name)
}

fn file_in(folder: &PagePath, name: &str) -> String {
    format!("{}{name}", &folder.as_str()[1..])
}
