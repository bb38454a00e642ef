//! Apache: `.htaccess` files in the site, for those who rent room on a server and can't write its
//! configuration.
//!
//! Apache reads such a file anew at each request, so the rules of an address that was left stand in a file of
//! its own folder: ten thousand of them cost the other pages nothing.

use super::{
    file::HostFile,
    headers::{CONFINED, HEADERS, OPEN_DATA, SHOWN_BY_ALL},
    rules::{self, Lasting, Moved, Rules, escaped},
    template::fill,
    types::{OTHER, TYPES},
};
use crate::write::compress::is_text;

const NAME: &str = ".htaccess";

/// The files, all of them in the site.
pub(super) fn files(rules: &Rules) -> Vec<HostFile> {
    let base = rules.base.as_str();
    let within = |address: &str, text: String| HostFile::Within(format!("{}{NAME}", &address[1..]), text);
    let moved = rules.moved.iter().map(|Moved { from, to }| {
        // The file holds for what is below the address, too, so the rule names the whole address. The data
        // beside the document tell the application the same; they stay.
        let address = escaped(&format!("{base}{from}"));
        within(from, format!("RedirectMatch 301 \"^{address}(index\\.html)?$\" \"{base}{to}\"\n"))
    });
    let gone = rules.gone.iter().map(|gone| within(gone, withdrawn(&format!("{base}{gone}"))));
    [within("/", site(base))].into_iter().chain(moved).chain(gone).collect()
}

/// Shows the page itself with the status. Only the visitor's own request gets it: the page that is shown then
/// is asked for once more, within the server. A `RewriteRule` sees of an address what comes behind the folder
/// of its file.
fn withdrawn(address: &str) -> String {
    fill(include_str!("apache.withdrawn.htaccess"), &[("address", address)])
}

/// The file of the whole site. A compressed copy goes out in the place of a file; an answer that there is no
/// such file keeps for no time. A folder without a page is as good as none, where Apache would say that it is
/// forbidden.
fn site(base: &str) -> String {
    let headers = HEADERS.iter().map(|(name, value)| format!("    Header always set {name} \"{value}\"\n"));
    let texts: Vec<_> = TYPES.into_iter().filter(|(ending, _)| is_text(&format!("a.{ending}"))).collect();
    let endings: Vec<&str> = texts.iter().map(|(ending, _)| *ending).collect();
    fill(
        include_str!("apache.htaccess"),
        &[
            ("base", base),
            ("base as pattern", &escaped(base)),
            ("types", &types()),
            ("other type", OTHER),
            ("headers", &headers.collect::<String>()),
            ("lasting", rules::LASTING),
            ("revalidated", Lasting::Revalidated.header()),
            ("for ever", Lasting::ForEver.header()),
            ("open data", &rules::OPEN_DATA.join("|")),
            ("origins header", OPEN_DATA.0),
            ("origins", OPEN_DATA.1),
            ("confined", &rules::CONFINED.join("|")),
            ("policy header", CONFINED.0),
            ("policy of confined", CONFINED.1),
            ("shown by all", &rules::SHOWN_BY_ALL.join("|")),
            ("shower header", SHOWN_BY_ALL.0),
            ("shower of all", SHOWN_BY_ALL.1),
            ("copies", &copies(&texts)),
            ("texts", &endings.join("|")),
        ],
    )
}

/// The media types, those of text with their charset.
fn types() -> String {
    let (texts, others): (Vec<_>, Vec<_>) =
        TYPES.iter().partition(|(_, media_type)| media_type.starts_with("text/"));
    let plain = |(ending, media_type): &(&str, &str)| format!("    AddType {media_type} .{ending}\n");
    let text = |of: &(&str, &str)| format!("{}    AddCharset utf-8 .{}\n", plain(of), of.0);
    others.into_iter().map(plain).chain(texts.into_iter().map(text)).collect()
}

/// Sends the compressed copy beside a file to those who can read it. The type is that of the file, not of the
/// copy.
fn copies(texts: &[(&str, &str)]) -> String {
    let of_encoding = |(encoding, ending): (&str, &str)| -> String {
        let rules = texts.iter().map(|(of, media_type)| {
            let values = [("encoding", encoding), ("ending", ending), ("of", of), ("media type", media_type)];
            fill(include_str!("apache.copy.htaccess"), &values)
        });
        rules.collect()
    };
    [("br", "br"), ("gzip", "gz")].into_iter().map(of_encoding).collect()
}
