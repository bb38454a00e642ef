//! Files of a published site, each read as what its name says: where it leads, and what is wrong with it by itself.
//!
//! [`read`] chooses the reader; [`html`] is that of pages, [`data`] of JSON, [`xml`] of site maps and feeds, [`lines`] of
//! what is written line by line, [`css`] of stylesheets, [`htaccess`] of what Apache is told.

mod css;
mod data;
pub mod htaccess;
mod html;
mod lines;
mod xml;

use std::collections::HashSet;

use super::finding::{CrawlFinding, Form, InFile};
use htaccess::{HeaderLine, LeadsFirst, MayLeadOn};

/// What a crawler takes from a file.
#[derive(Debug, Default)]
pub struct Document {
    /// Where it leads, each once.
    pub links: Vec<Link>,
    /// What is wrong with it by itself.
    pub findings: Vec<InFile>,
    /// What it is besides, if it is a page's document.
    pub page: Option<PageFacts>,
    /// The old addresses that it has lead on, as `_redirects` does.
    pub redirects: Vec<Redirect>,
    /// Targets of rules that Apache obeys before it looks for a file.
    pub leads_first: Vec<LeadsFirst>,
    /// What rules of Apache may lead on, nobody else can tell where to.
    pub may_lead_on: Vec<MayLeadOn>,
    /// The headers that it has Apache send, in the order of its lines.
    pub headers: Vec<HeaderLine>,
    /// Whether it begins as the publisher's own `.htaccess` does.
    pub is_ours: bool,
    /// Tells apart the data of pages: what `page.json` holds, or what is embedded in a document.
    pub page_data: Option<u64>,
}

/// A way from a file to another one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Link {
    /// The address, as it is written.
    pub to: String,
    /// How it leads there.
    pub how: How,
}

/// How a file leads to another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum How {
    /// A visitor can follow it.
    Link,
    /// It is shown.
    Picture,
    /// The document needs it.
    File,
    /// A site map or feed lists it, by its whole address.
    Entry,
}

/// What a page's document says.
#[derive(Debug, Default)]
pub struct PageFacts {
    /// The ids of its elements, and the names of its anchors.
    pub ids: HashSet<String>,
    /// Its canonical address.
    pub canonical: Option<String>,
    /// Where it leads on by itself (`meta refresh`), if it stands at an old address.
    pub leads_on: Option<String>,
    /// Whether no link has to lead to it: its page was withdrawn.
    pub is_withdrawn: bool,
    /// Whether search engines pass over it.
    pub is_hidden: bool,
}

/// An old address that leads on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Redirect {
    /// The line and column at which it says so, counted from 1, where that is known.
    pub at: Option<(usize, usize)>,
    /// The old address, as it is written.
    pub from: String,
    /// Where it leads, as it is written.
    pub to: String,
}

impl Document {
    fn link(&mut self, to: &str, how: How) {
        self.links.push(Link { to: to.to_owned(), how });
    }

    fn malformed(&mut self, form: Form, at: Option<(usize, usize)>) {
        self.findings.push(InFile { finding: CrawlFinding::Malformed { form }, at });
    }
}

/// Whether a file has something that a crawler reads.
pub fn is_read(name: &str) -> bool {
    reader(name).is_some()
}

/// Reads a file as what its name says.
pub fn read(name: &str, bytes: &[u8]) -> Document {
    let mut document = Document::default();
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
    let rules = read("_redirects", bytes).redirects.into_iter();
    rules.map(|Redirect { from, to, .. }| (from, to)).collect()
}

type Reader = fn(&[u8], &mut Document);

fn reader(name: &str) -> Option<Reader> {
    let last = name.rsplit('/').next().unwrap_or(name);
    Some(match last {
        "page.json" => data::page_data,
        name if name.starts_with("content-index") && name.ends_with(".json") => data::content_index,
        "robots.txt" => lines::robots,
        "_redirects" => lines::redirects,
        htaccess::NAME => htaccess::directives,
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

/// The addresses in a `srcset` (HTML §4.8.4.2.1): each with a width or density behind it, commas between them.
fn srcset(value: &str) -> impl Iterator<Item = &str> {
    let candidates = value.split(", ").flat_map(|part| part.split(",\n"));
    candidates
        .filter_map(|candidate| candidate.split_ascii_whitespace().next())
        .map(|to| to.trim_end_matches(','))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_picture_of_a_srcset_is_read() {
        let value = "/a-720.png 720w, /a,b.png 2x,\n /c.png";
        assert_eq!(srcset(value).collect::<Vec<_>>(), ["/a-720.png", "/a,b.png", "/c.png"]);
    }
}
