//! Caddy: one file to import in the block of the site. It names no snippets and handles no errors of other
//! sites, so that several sites of one host can each have theirs.
//!
//! All of it stands within a route: there everything happens in the order in which it is written, elsewhere
//! Caddy has its own.

use search::index::FOLDER;

use super::{
    file::HostFile,
    headers::{CONFINED, HEADERS, OPEN_DATA, SHOWN_BY_ALL},
    rules::{self, LASTING, Lasting, Moved, Rules},
    template::fill,
    types::{OTHER, TYPES},
};
use crate::write::compress::is_text;

/// The file, to be put beside the site.
pub(super) fn files(rules: &Rules) -> Vec<HostFile> {
    vec![HostFile::Beside("caddy", configuration(rules))]
}

fn configuration(rules: &Rules) -> String {
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
    let texts = TYPES.iter().map(|(ending, _)| *ending).filter(|ending| is_text(&format!("a.{ending}")));
    fill(
        include_str!("caddy.caddyfile"),
        &[
            ("address", &rules.address),
            ("without slash", &without_slash),
            ("base", base),
            ("folder", &rules.served_from.display().to_string()),
            ("moved", &moved(rules)),
            ("gone", &gone),
            // Names that begin with a dot are nobody's business; certificates are asked for in one such
            // folder.
            ("hidden", &instead("@hidden", "/404.html", 404)),
            // A folder counts as a file, also one without a page.
            ("missing folder", &instead("@missing_folder", "/404.html", 404)),
            ("missing", &instead("@missing", "/404.html", 404)),
            ("lasting", LASTING),
            ("revalidated", Lasting::Revalidated.header()),
            ("for ever", Lasting::ForEver.header()),
            ("open data", &endings(&rules::OPEN_DATA)),
            ("origins header", OPEN_DATA.0),
            ("origins", OPEN_DATA.1),
            ("texts", &endings(&texts.collect::<Vec<_>>())),
            ("index", FOLDER),
            ("other type", OTHER),
            ("types", &types()),
            ("headers", &headers(2)),
            // After the headers for all files, whose place they take.
            ("confined", &endings(&rules::CONFINED)),
            ("policy header", CONFINED.0),
            ("policy of confined", CONFINED.1),
            ("shown by all", &endings(&rules::SHOWN_BY_ALL)),
            ("shower header", SHOWN_BY_ALL.0),
            ("shower of all", SHOWN_BY_ALL.1),
        ],
    )
}

/// The redirects; the query of a visitor goes with them.
fn moved(rules: &Rules) -> String {
    if rules.moved.is_empty() {
        return String::new();
    }
    let base = rules.base.as_str();
    // With and without the slash at its end: both were written somewhere.
    let froms = rules
        .moved
        .iter()
        .flat_map(|Moved { from, to }| [(from.as_str(), to), (from.trim_end_matches('/'), to)]);
    let lines: String = froms.map(|(from, to)| format!("\t\t\t{from} {base}{to}\n")).collect();
    fill(include_str!("caddy.moved.caddyfile"), &[("moved", &lines)])
}

/// Shows another document, with its status.
fn instead(matcher: &str, document: &str, status: u16) -> String {
    fill(
        include_str!("caddy.instead.caddyfile"),
        &[
            ("matcher", matcher),
            ("document", document),
            ("status", &status.to_string()),
            ("revalidated", Lasting::Revalidated.header()),
            ("headers", &headers(3)),
        ],
    )
}

/// The media types of all files but pictures, which Caddy knows.
fn types() -> String {
    let unknown = TYPES.iter().filter(|(_, media_type)| !media_type.starts_with("image/"));
    let lines = unknown.map(|(ending, media_type)| {
        let charset = if media_type.starts_with("text/") { "; charset=utf-8" } else { "" };
        format!(
            "\t\t@{ending} path *.{ending}\n\t\theader @{ending} Content-Type \"{media_type}{charset}\"\n"
        )
    });
    lines.collect()
}

/// The headers for every answer, behind so many tabs.
fn headers(depth: usize) -> String {
    let tabs = "\t".repeat(depth);
    HEADERS.iter().map(|(name, value)| format!("{tabs}header {name} \"{value}\"\n")).collect()
}
