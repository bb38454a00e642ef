//! Caddy: one file to import in the block of the site. It names no snippets and handles no errors of other
//! sites, so that several sites of one host can each have theirs.
//!
//! All of it stands within a route: there everything happens in the order in which it is written, elsewhere
//! Caddy has its own.

use search::index::FOLDER;

use super::{
    file::HostFile,
    files_read::{FileRead, ReadAt},
    headers::HEADERS,
    rules::{self, Cacheability, HostingRules, Redirect},
    template::{fill, with_common_values},
};
use file_types::FILE_TYPES;

/// The file in which Caddy reads the rules.
pub(super) const FILE: FileRead = FileRead::written("caddy", ReadAt::Beside);

/// The file, to be put beside the site.
pub(super) fn files(rules: &HostingRules) -> Vec<HostFile> {
    vec![HostFile::Beside(FILE.name, configuration(rules))]
}

fn configuration(rules: &HostingRules) -> String {
    let base = rules.base.as_str();
    let without_slash = match rules.base.is_root() {
        true => String::new(),
        false => format!("redir {base} {base}/ permanent\n\n"),
    };
    let gone = match rules.gone.as_slice() {
        [] => String::new(),
        gone => format!("\t\t@gone path {}\n{}", gone.join(" "), instead("@gone", "{path}index.html", 410)),
    };
    let endings =
        |endings: &[&str]| endings.iter().map(|ending| format!("*.{ending}")).collect::<Vec<_>>().join(" ");
    // Caddy itself says it of the copies alone: a cache that got the plain file first would give it to
    // everybody.
    let texts = FILE_TYPES.iter().filter(|known| known.is_compressible).map(|known| known.extension);
    fill(
        include_str!("caddy.caddyfile"),
        &with_common_values(&[
            ("address", &rules.address),
            ("without slash", &without_slash),
            ("base", base),
            ("folder", &rules.served_from.display().to_string()),
            ("redirects", &redirects(rules)),
            ("gone", &gone),
            // Names that begin with a dot are nobody's business; certificates are asked for in one such
            // folder.
            ("hidden", &instead("@hidden", "/404.html", 404)),
            // A folder counts as a file, also one without a page.
            ("missing folder", &instead("@missing_folder", "/404.html", 404)),
            ("missing", &instead("@missing", "/404.html", 404)),
            ("open data", &endings(&rules::OPEN_DATA)),
            ("texts", &endings(&texts.collect::<Vec<_>>())),
            ("index", FOLDER),
            ("types", &types()),
            ("headers", &headers(2)),
            // After the headers for all files, whose place they take.
            ("confined", &endings(&rules::CONFINED)),
            ("shown by all", &endings(&rules::SHOWN_BY_ALL)),
        ]),
    )
}

/// The redirects; the query of a visitor goes with them.
fn redirects(rules: &HostingRules) -> String {
    if rules.redirects.is_empty() {
        return String::new();
    }
    let base = rules.base.as_str();
    // With and without the slash at its end: both were written somewhere.
    let froms = rules
        .redirects
        .iter()
        .flat_map(|Redirect { from, to }| [(from.as_str(), to), (from.trim_end_matches('/'), to)]);
    let lines: String = froms.map(|(from, to)| format!("\t\t\t{from} {base}{to}\n")).collect();
    fill(include_str!("caddy.redirects.caddyfile"), &[("redirects", &lines)])
}

/// Shows another document, with its status.
fn instead(matcher: &str, document: &str, status: u16) -> String {
    fill(
        include_str!("caddy.instead.caddyfile"),
        &[
            ("matcher", matcher),
            ("document", document),
            ("status", &status.to_string()),
            ("revalidated", Cacheability::Revalidated.header()),
            ("headers", &headers(3)),
        ],
    )
}

/// The media types of all files but pictures, which Caddy knows.
fn types() -> String {
    let unknown = FILE_TYPES.iter().filter(|known| known.picture().is_none());
    let lines = unknown.map(|known| {
        let (extension, value) = (known.extension, known.content_type());
        format!("\t\t@{extension} path *.{extension}\n\t\theader @{extension} Content-Type \"{value}\"\n")
    });
    lines.collect()
}

/// The headers for every answer, behind so many tabs.
fn headers(depth: usize) -> String {
    let tabs = "\t".repeat(depth);
    HEADERS.iter().map(|(name, value)| format!("{tabs}header {name} \"{value}\"\n")).collect()
}
