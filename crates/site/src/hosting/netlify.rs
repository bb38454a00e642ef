//! Netlify and Cloudflare Pages: `_headers` and `_redirects` in the site, which they read and don't serve.
//!
//! Both read them at the root of what is published; a site in a folder can't have them with itself, they are
//! put beside it. Both revalidate what nothing else is said of; a second value for the same name would be
//! joined to the first.

use std::collections::BTreeSet;

use search::index::FOLDER;

use super::{
    file::HostFile,
    files_read::{FileRead, ReadAt},
    headers::{CONFINED, HEADERS, OPEN_DATA, SHOWN_BY_ALL},
    rules::{self, Cacheability, HostingRules, Redirect, cacheability, is_confined},
};
use content::own_files::{HEADERS_FILE, PICTURES, REDIRECTS_FILE};
use file_types::content_type;

/// The file of headers.
pub(super) const HEADERS_OF_SITE: FileRead = FileRead::written(HEADERS_FILE, ReadAt::Root);

/// The file of redirects, which GitLab Pages reads as well.
pub(super) const REDIRECTS: FileRead = FileRead::written(REDIRECTS_FILE, ReadAt::Root);

/// Cloudflare Pages reads no more rules that lead from one address to another one; behind them the documents
/// at the old addresses lead on.
const MOST_OF_CLOUDFLARE: usize = 2000;

/// For Netlify, which lets a file go before a rule that doesn't insist.
pub(super) fn files(rules: &HostingRules) -> Vec<HostFile> {
    vec![headers(rules), at_the_root(rules, REDIRECTS_FILE, redirects(rules, "301!", usize::MAX))]
}

/// For Cloudflare Pages, where rules go before files.
pub(super) fn files_for_cloudflare(rules: &HostingRules) -> Vec<HostFile> {
    vec![headers(rules), at_the_root(rules, REDIRECTS_FILE, redirects(rules, "301", MOST_OF_CLOUDFLARE))]
}

/// For GitLab Pages, which reads this file alone, within the site whatever its folder, and its rules after
/// the files.
pub(super) fn redirects_for_gitlab(rules: &HostingRules) -> HostFile {
    HostFile::Within(REDIRECTS_FILE.to_owned(), redirects(rules, "301", usize::MAX))
}

fn headers(rules: &HostingRules) -> HostFile {
    let base = rules.base.as_str();
    let mut text = format!("{base}/*\n");
    let (own, of_all): (Vec<_>, Vec<_>) = HEADERS.iter().partition(|(name, _)| *name == SHOWN_BY_ALL.0);
    for (name, value) in of_all {
        text.push_str(&format!("  {name}: {value}\n"));
    }
    // Said of those alone for which it holds: two values that are joined mean nothing.
    let patterns = rules::OWN.map(|ending| format!("*.{ending}")).into_iter().chain([format!("{FOLDER}/*")]);
    for pattern in patterns {
        text.push_str(&format!("{base}/{pattern}\n"));
        text.extend(own.iter().map(|(name, value)| format!("  {name}: {value}\n")));
    }
    for ending in rules::OPEN_DATA {
        text.push_str(&format!("{base}/*.{ending}\n  {}: {}\n", OPEN_DATA.0, OPEN_DATA.1));
    }
    for ending in ["atom", "ics", "webmanifest"] {
        text.push_str(&format!(
            "{base}/*.{ending}\n  Content-Type: {}\n",
            content_type(&format!("a.{ending}"))
        ));
    }
    // Two policies that are joined hold both (CSP Level 3 §2.4). Paths know large letters from small ones.
    let ending = |name: &String| name.rsplit_once('.').map(|(_, ending)| ending.to_owned());
    let confined: BTreeSet<String> =
        rules.files.iter().filter(|name| is_confined(name)).filter_map(ending).collect();
    for ending in confined {
        text.push_str(&format!("{base}/*.{ending}\n  {}: {}\n", CONFINED.0, CONFINED.1));
    }
    let for_ever = Cacheability::Immutable.header();
    let of_shell = rules
        .files
        .iter()
        .filter(|name| !name.contains('/') && cacheability(name) == Cacheability::Immutable);
    for name in of_shell {
        text.push_str(&format!("{base}/{name}\n  Cache-Control: {for_ever}\n"));
    }
    let mut folders: Vec<&str> = rules.files.iter().filter_map(|name| folder_of_index(name)).collect();
    folders.dedup();
    let folders = folders.iter().map(|folder| format!("{FOLDER}/{folder}"));
    for folder in folders.chain(PICTURES.map(str::to_owned)) {
        text.push_str(&format!("{base}/{folder}/*\n  Cache-Control: {for_ever}\n"));
    }
    at_the_root(rules, HEADERS_FILE, text)
}

fn folder_of_index(name: &str) -> Option<&str> {
    let rest = name.strip_prefix(FOLDER)?.strip_prefix('/')?;
    rest.split_once('/').map(|(folder, _)| folder)
}

fn redirects(rules: &HostingRules, status: &str, most: usize) -> String {
    let base = rules.base.as_str();
    let lines = rules
        .redirects
        .iter()
        .take(most)
        .map(|Redirect { from, to }| format!("{base}{from} {base}{to} {status}\n"));
    lines.collect()
}

fn at_the_root(rules: &HostingRules, name: &'static str, text: String) -> HostFile {
    if rules.base.is_root() {
        HostFile::Within(name.to_owned(), text)
    } else {
        HostFile::Beside(name, format!("# {}/, written by Seutu.\n{text}", rules.address))
    }
}
