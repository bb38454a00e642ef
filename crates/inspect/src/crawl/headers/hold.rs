//! Holds the files of a site against what rules give them.

use std::collections::BTreeMap;

use percent_encoding::percent_decode_str;

use crate::crawl::{
    finding::{CrawlFault, CrawlFinding, InFile, of_file},
    site::CrawledSite,
};
use site::hosting::{
    headers::OPEN_DATA,
    rules::{Cacheability, cacheability},
};

pub(super) const CACHE_CONTROL: &str = "Cache-Control";

/// What a file may be given.
#[derive(Clone, Copy, Debug)]
pub(super) enum HeaderRule {
    /// That browsers may keep it and never ask for it again.
    Immutable,
    /// That programs of other sites may read it.
    Open,
}

/// Whether something is said of a file.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Said {
    /// In these places: the lines and columns, counted from 1; nowhere if there are none.
    At(Vec<(usize, usize)>),
    /// Only the host can tell.
    Unclear,
}

impl Said {
    fn places(&self) -> &[(usize, usize)] {
        match self {
            Said::At(places) => places,
            Said::Unclear => &[],
        }
    }

    fn is_nowhere(&self) -> bool {
        matches!(self, Said::At(places) if places.is_empty())
    }
}

/// Holds each file of the site against what the rules in a file give it.
pub(super) fn hold(
    site: &CrawledSite,
    rules: &str,
    said: impl Fn(&str, HeaderRule) -> Said,
) -> Vec<CrawlFault> {
    let mut faults = Vec::new();
    // A rule for all documents is one fault, with the first of them.
    let mut kept: BTreeMap<(usize, usize), &str> = BTreeMap::new();
    for name in site.folder.names() {
        let is_data = name.rsplit('/').next() == Some("page.json");
        if is_data || name.ends_with(".html") {
            for at in said(name, HeaderRule::Immutable).places() {
                kept.entry(*at).or_insert(name.as_str());
            }
        } else if cacheability(name) == Cacheability::Immutable
            && said(name, HeaderRule::Immutable).is_nowhere()
        {
            faults.push(of_file(name, CrawlFinding::HeaderOfAsset { rules: rules.to_owned() }));
        }
        if (is_data || is_content_index(name)) && said(name, HeaderRule::Open).is_nowhere() {
            faults.push(of_file(name, CrawlFinding::HeaderOfData { rules: rules.to_owned() }));
        }
    }
    for (at, name) in kept {
        let finding = CrawlFinding::HeaderOfDocument { document: name.to_owned() };
        faults.push(InFile { finding, at: Some(at) }.of_file(rules));
    }
    faults
}

fn is_content_index(name: &str) -> bool {
    name.starts_with("content-index") && name.ends_with(".json") && !name.contains('/')
}

/// Whether a value of `Cache-Control` lets browsers keep a file without ever asking for it again (RFC 8246).
pub(super) fn is_immutable(value: &str) -> bool {
    value.split(',').any(|part| part.trim().eq_ignore_ascii_case("immutable"))
}

/// Whether a value of `Access-Control-Allow-Origin` lets programs of all other sites read a file (Fetch
/// §3.3.3).
pub(super) fn is_open(value: &str) -> bool {
    value.trim() == OPEN_DATA.1
}

pub(super) fn decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}
