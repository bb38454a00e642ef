//! The files that a publication writes besides what editors put into the content: one list of their names.
//!
//! Where one of them stands, nothing else can: no page, no old address, no picture or document of an editor.
//! Some of them stand only in some folders or on some hosts; their names are kept free everywhere, for a page
//! may get a feed at any time, and a site another host.

use std::path::{Path, PathBuf};

use page::{Language, PagePath, document::MANIFEST};
use views::messages::Messages;

use crate::{file_names::folded, schema::PAGE_DATA, slug::slug};

/// A page's document, and what leads on from an old address.
pub const DOCUMENT: &str = "index.html";

/// A page's data.
pub const DATA: &str = "page.json";

/// What a host shows at unknown addresses.
pub const NOT_FOUND: &str = "404.html";

/// What is shown without a connection in place of a page, in the folder of a language's front page.
pub const OFFLINE: &str = "offline.html";

/// The program that keeps what visitors have read.
pub const WORKER: &str = "worker.js";

/// The list of all pages for search engines; in a large site that of its parts (sitemaps.org).
pub const SITE_MAP: &str = "sitemap.xml";

/// The list of all data for programs; in a large site its first part.
pub const CONTENT_INDEX: &str = "content-index.json";

/// What crawlers may read (RFC 9309).
pub const ROBOTS: &str = "robots.txt";

/// The headers of answers, on hosts that read them so.
pub const HEADERS_FILE: &str = "_headers";

/// The addresses that were left, on hosts that read them so.
pub const REDIRECTS_FILE: &str = "_redirects";

/// The name of a feed in the folder of its page (RFC 4287).
pub const FEED: &str = "feed.atom";

/// The name of a calendar in the folder of its page (RFC 5545).
pub const CALENDAR: &str = "calendar.ics";

/// The folders of pictures that the publisher makes. What lies there bears a number of what it shows in its
/// name, so that a host can have it kept for ever.
pub const PICTURES: [&str; 2] = [SOCIAL_IMAGES, MARKS];

/// The folder of the pictures for where an address is shared.
pub const SOCIAL_IMAGES: &str = "social.images";

/// The folder of the pictures of the site's mark.
pub const MARKS: &str = "site.icons";

/// What the names of compressed copies have at their ends: Brotli (RFC 7932) and gzip (RFC 1952).
pub const COPIES: [&str; 2] = [".br", ".gz"];

/// The folder of what the development server says to open pages.
pub const DEVELOPMENT: &str = "__seutu";

/// In the folder of a page, or of an address that was left.
const IN_FOLDERS: [&str; 6] = [DOCUMENT, DATA, FEED, CALENDAR, MANIFEST, OFFLINE];

/// At the site's root.
const AT_ROOT: [&str; 8] =
    [NOT_FOUND, SITE_MAP, CONTENT_INDEX, ROBOTS, PAGE_DATA, HEADERS_FILE, REDIRECTS_FILE, WORKER];

/// Folders at the site's root, with all that is in them.
const FOLDERS: [&str; 4] = [search::index::FOLDER, PICTURES[0], PICTURES[1], DEVELOPMENT];

/// A part of the site map, counted from 1.
pub fn part_of_site_map(number: usize) -> String {
    numbered(SITE_MAP, number)
}

/// A further part of the list of all data, counted from 2.
pub fn part_of_content_index(number: usize) -> String {
    numbered(CONTENT_INDEX, number)
}

fn numbered(name: &str, number: usize) -> String {
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    format!("{stem}-{number}.{ending}")
}

/// The place of a file beside the folder of the site: `dist.nginx.conf` beside `dist`.
pub fn beside(out: &Path, ending: &str) -> PathBuf {
    let mut name = out.file_name().unwrap_or_default().to_owned();
    name.push(".");
    name.push(ending);
    out.with_file_name(name)
}

/// The file or folder of a publication that stands at a path, or on the way to it: both without the slash in
/// front. Capital letters make no difference, for on some systems they make none in the names of files.
pub fn own_file(path: &str) -> Option<String> {
    let mut end = 0;
    for name in path.split('/') {
        let is_at_root = end == 0;
        end += name.len();
        if is_own(&folded(name), is_at_root) {
            return Some(path[..end].to_owned());
        }
        end += 1;
    }
    None
}

fn is_own(name: &str, is_at_root: bool) -> bool {
    // Beside each of them a compressed copy may stand.
    let name = of_copy(name).unwrap_or(name);
    let is_part = || [SITE_MAP, CONTENT_INDEX].iter().any(|whole| is_part_of(whole, name));
    let is_at_root_only =
        || AT_ROOT.contains(&name) || FOLDERS.contains(&name) || is_part() || is_of_shell(name);
    IN_FOLDERS.contains(&name) || (is_at_root && is_at_root_only())
}

/// Whether a name is that of a part of a list: "sitemap-2.xml" of "sitemap.xml".
fn is_part_of(whole: &str, name: &str) -> bool {
    let number = whole.rsplit_once('.').and_then(|(stem, ending)| {
        name.strip_prefix(stem)?.strip_prefix('-')?.strip_suffix(ending)?.strip_suffix('.')
    });
    number.is_some_and(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
}

/// The name of the file of which a name is a compressed copy.
pub fn of_copy(name: &str) -> Option<&str> {
    COPIES.into_iter().find_map(|ending| name.strip_suffix(ending))
}

/// Whether a name at the site's root ends in a number made of what the file holds, as in
/// `start-ae750cedf39b0d10.js`.
pub fn is_of_shell(name: &str) -> bool {
    let Some((stem, "js" | "css" | "wasm" | "svg")) = name.rsplit_once('.') else { return false };
    let stem = stem.strip_suffix("_bg").unwrap_or(stem);
    let Some((before, number)) = stem.rsplit_once('-') else { return false };
    !before.is_empty()
        && !name.contains('/')
        && number.len() == 16
        && number.bytes().all(|c| matches!(c, b'0'..=b'9' | b'a'..=b'f'))
}

/// Whether the last part of an address is one of those that parts of a listing have, as "sivu-2". They are
/// kept free everywhere, for a listing may grow at any time.
pub fn is_part(path: &PagePath, language: Language) -> bool {
    let number = path.segments().next_back().and_then(|name| name.strip_prefix(&before_number(language)));
    number.is_some_and(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
}

/// What stands before the number in such a name.
pub fn before_number(language: Language) -> String {
    format!("{}-", slug(Messages::of(language).part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_of_the_publication_is_known_by_its_path() {
        for (path, file) in [
            ("sitemap.xml", "sitemap.xml"),
            ("sitemap-12.xml/a", "sitemap-12.xml"),
            ("content-index-2.json", "content-index-2.json"),
            ("a/b/page.json/c", "a/b/page.json"),
            ("a/FEED.atom", "a/FEED.atom"),
            ("robot\u{17F}.txt", "robot\u{17F}.txt"),
            ("robots.txt.gz", "robots.txt.gz"),
            ("worker.js", "worker.js"),
            ("sv/Offline.html", "sv/Offline.html"),
            ("a/index.html.br", "a/index.html.br"),
            ("search.index/fi", "search.index"),
            ("start-ae750cedf39b0d10.js", "start-ae750cedf39b0d10.js"),
            ("__seutu/changes", "__seutu"),
        ] {
            assert_eq!(own_file(path).as_deref(), Some(file), "{path}");
        }
        for path in [
            "",
            "a",
            "a/sitemap.xml",
            "a/search.index",
            "sitemap-a.xml",
            "sitemap-.xml",
            "feed.atomi",
            "a/robots.txt",
            "a/worker.js",
        ] {
            assert_eq!(own_file(path), None, "{path}");
        }
    }
}
