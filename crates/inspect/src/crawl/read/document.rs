//! What a crawler takes from a file.

use std::collections::HashSet;

use super::htaccess::{
    header::HeaderLine,
    leading::{LeadsFirst, MayLeadOn},
};
use crate::crawl::finding::{CrawlFinding, Form, InFile};

/// What a crawler takes from a file.
#[derive(Debug, Default)]
pub struct CrawledDocument {
    /// Where it leads, each once.
    pub links: Vec<Link>,
    /// What is wrong with it by itself.
    pub findings: Vec<InFile>,
    /// What it is besides, if it is a page's document.
    pub page: Option<PageFacts>,
    /// The old addresses that it has lead on, as `_redirects` does.
    pub redirects: Vec<RedirectRule>,
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
pub struct RedirectRule {
    /// The line and column at which it says so, counted from 1, where that is known.
    pub at: Option<(usize, usize)>,
    /// The old address, as it is written.
    pub from: String,
    /// Where it leads, as it is written.
    pub to: String,
}

impl CrawledDocument {
    pub(super) fn link(&mut self, to: &str, how: How) {
        self.links.push(Link { to: to.to_owned(), how });
    }

    pub(super) fn malformed(&mut self, form: Form, at: Option<(usize, usize)>) {
        self.findings.push(InFile { finding: CrawlFinding::Malformed { form }, at });
    }
}
