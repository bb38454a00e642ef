//! Apache: `.htaccess` files in the site, for those who rent room on a server and can't write its
//! configuration.
//!
//! Apache reads such a file anew at each request, so the rules of an address that was left stand in a file of
//! its own folder: ten thousand of them cost the other pages nothing.

use super::{
    file::HostFile,
    files_read::{FileRead, ReadAt},
    headers::HEADERS,
    rules::{self, HostingRules, Redirect, escaped},
    template::{fill, with_common_values},
};
use file_types::{FILE_TYPES, FileType};

/// The name of the files in which Apache reads rules for their folder and all below it.
pub const HTACCESS: &str = ".htaccess";

/// These files.
pub(super) const FILE: FileRead = FileRead::written(HTACCESS, ReadAt::Folders);

/// The files, all of them in the site.
pub(super) fn files(rules: &HostingRules) -> Vec<HostFile> {
    let base = rules.base.as_str();
    let within = |address: &str, text: String| HostFile::Within(format!("{}{HTACCESS}", &address[1..]), text);
    let redirects = rules.redirects.iter().map(|Redirect { from, to }| {
        // The file holds for what is below the address, too, so the rule names the whole address. The data
        // beside the document tell the application the same; they stay.
        let address = escaped(&format!("{base}{from}"));
        within(from, format!("RedirectMatch 301 \"^{address}(index\\.html)?$\" \"{base}{to}\"\n"))
    });
    let gone = rules.gone.iter().map(|gone| within(gone, withdrawn(&format!("{base}{gone}"))));
    [within("/", site(base))].into_iter().chain(redirects).chain(gone).collect()
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
    let texts: Vec<FileType> = FILE_TYPES.into_iter().filter(|known| known.is_compressible).collect();
    let extensions: Vec<&str> = texts.iter().map(|known| known.extension).collect();
    fill(
        include_str!("apache.htaccess"),
        &with_common_values(&[
            ("base", base),
            ("base as pattern", &escaped(base)),
            ("types", &types()),
            ("headers", &headers.collect::<String>()),
            ("open data", &rules::OPEN_DATA.join("|")),
            ("confined", &rules::CONFINED.join("|")),
            ("shown by all", &rules::SHOWN_BY_ALL.join("|")),
            ("copies", &copies(&texts)),
            ("texts", &extensions.join("|")),
        ]),
    )
}

/// The media types, those of text with their charset.
fn types() -> String {
    let (texts, others): (Vec<_>, Vec<_>) = FILE_TYPES.iter().partition(|known| known.is_text());
    let plain = |known: &FileType| format!("    AddType {} .{}\n", known.media_type, known.extension);
    let text = |known: &FileType| format!("{}    AddCharset utf-8 .{}\n", plain(known), known.extension);
    others.into_iter().map(plain).chain(texts.into_iter().map(text)).collect()
}

/// Sends the compressed copy beside a file to those who can read it. The type is that of the file, not of the
/// copy.
fn copies(texts: &[FileType]) -> String {
    let of_encoding = |(encoding, ending): (&str, &str)| -> String {
        let rules = texts.iter().map(|FileType { extension: of, media_type, .. }| {
            let values = [("encoding", encoding), ("ending", ending), ("of", of), ("media type", media_type)];
            fill(include_str!("apache.copy.htaccess"), &values)
        });
        rules.collect()
    };
    [("br", "br"), ("gzip", "gz")].into_iter().map(of_encoding).collect()
}
