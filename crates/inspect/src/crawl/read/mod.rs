//! Files of a published site, each read as what its name says: where it leads, and what is wrong with it by
//! itself.
//!
//! [`read`] chooses the reader; [`html`] is that of pages, [`data`] of JSON, [`xml`] of site maps and feeds,
//! [`lines`] of what is written line by line, [`css`] of stylesheets, [`htaccess`] of what Apache is told.

mod css;
mod data;
mod document;
pub mod htaccess;
mod html;
mod lines;
mod srcset;
mod xml;

use content::own_files::REDIRECTS_FILE;
use site::hosting::HTACCESS;

pub use document::{CrawledDocument, How, Link, PageFacts, RedirectRule};

/// Whether a file has something that a crawler reads.
pub fn is_read(name: &str) -> bool {
    reader(name).is_some()
}

/// Reads a file as what its name says.
pub fn read(name: &str, bytes: &[u8]) -> CrawledDocument {
    let mut document = CrawledDocument::default();
    if let Some(reader) = reader(name) {
        reader(bytes, &mut document);
    }
    document.links.sort_unstable();
    document.links.dedup();
    document.findings.sort_unstable();
    document.findings.dedup();
    document
}

/// The old addresses that the rules in a `_redirects` have lead on, from where to where.
pub fn rules_of_host(bytes: &[u8]) -> Vec<(String, String)> {
    let rules = read(REDIRECTS_FILE, bytes).redirects.into_iter();
    rules.map(|RedirectRule { from, to, .. }| (from, to)).collect()
}

type Reader = fn(&[u8], &mut CrawledDocument);

fn reader(name: &str) -> Option<Reader> {
    let last = name.rsplit('/').next().unwrap_or(name);
    Some(match last {
        "page.json" => data::page_data,
        name if name.starts_with("content-index") && name.ends_with(".json") => data::content_index,
        "robots.txt" => lines::robots,
        REDIRECTS_FILE => lines::redirects,
        HTACCESS => htaccess::directives,
        _ => match last.rsplit_once('.')?.1 {
            "html" => html::html,
            "json" => data::json,
            "webmanifest" => data::manifest,
            "xml" | "svg" | "atom" | "rss" => xml::xml,
            "ics" => lines::calendar,
            "css" => css::css,
            _ => return None,
        },
    })
}
