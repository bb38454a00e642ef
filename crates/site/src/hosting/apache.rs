//! Apache: `.htaccess` files in the site, for those who rent room on a server and can't write its configuration.
//!
//! Apache reads such a file anew at each request, so the rules of an address that was left stand in a file of its own folder:
//! ten thousand of them cost the other pages nothing.

use super::{
    file::HostFile,
    headers::{CONFINED, HEADERS, OPEN_DATA},
    rules::{self, Lasting, Moved, Rules, escaped},
    types::{OTHER, TYPES},
};
use crate::write::compress::is_text;

const NAME: &str = ".htaccess";

/// The files, all of them in the site.
pub(super) fn files(rules: &Rules) -> Vec<HostFile> {
    let base = rules.base.as_str();
    let within = |address: &str, text: String| HostFile::Within(format!("{}{NAME}", &address[1..]), text);
    let moved = rules.moved.iter().map(|Moved { from, to }| {
        // The file holds for what is below the address, too, so the rule names the whole address. The data beside the
        // document tell the application the same; they stay.
        let address = escaped(&format!("{base}{from}"));
        within(from, format!("RedirectMatch 301 \"^{address}(index\\.html)?$\" \"{base}{to}\"\n"))
    });
    let gone = rules.gone.iter().map(|gone| within(gone, withdrawn(&format!("{base}{gone}"))));
    [within("/", site(base))].into_iter().chain(moved).chain(gone).collect()
}

/// Shows the page itself with the status. Only the visitor's own request gets it: the page that is shown then is asked for
/// once more, within the server. A `RewriteRule` sees of an address what comes behind the folder of its file.
fn withdrawn(address: &str) -> String {
    format!(
        "ErrorDocument 410 {address}index.html\n<IfModule mod_rewrite.c>\n    RewriteEngine On\n    \
         RewriteCond %{{ENV:REDIRECT_STATUS}} ^$\n    RewriteRule ^(index\\.html)?$ - [G]\n</IfModule>\n"
    )
}

fn site(base: &str) -> String {
    let mut text = format!(
        "# Written by Seutu. Apache reads this file where `AllowOverride FileInfo Indexes Options=Indexes,MultiViews` or \
         more holds.\n\n\
         Options -Indexes -MultiViews\nDirectoryIndex index.html\nErrorDocument 404 {base}/404.html\nFileETag MTime Size\n\n\
         # Nobody's business; certificates are asked for there.\nRedirectMatch 404 \"/\\.(?!well-known/)\"\n\n"
    );
    let (texts, others): (Vec<_>, Vec<_>) =
        TYPES.iter().partition(|(_, media_type)| media_type.starts_with("text/"));
    text.push_str("<IfModule mod_mime.c>\n");
    for (ending, media_type) in &others {
        text.push_str(&format!("    AddType {media_type} .{ending}\n"));
    }
    for (ending, media_type) in &texts {
        text.push_str(&format!("    AddType {media_type} .{ending}\n    AddCharset utf-8 .{ending}\n"));
    }
    text.push_str(&format!("    <FilesMatch \"^[^.]+$\">\n        ForceType {OTHER}\n    </FilesMatch>\n"));
    text.push_str("    AddEncoding br .br\n    AddEncoding gzip .gz\n</IfModule>\n\n");
    text.push_str("<IfModule mod_headers.c>\n");
    for (name, value) in HEADERS {
        text.push_str(&format!("    Header always set {name} \"{value}\"\n"));
    }
    text.push_str(&format!("    Header always set Cache-Control \"{}\"\n", Lasting::Revalidated.header()));
    // A compressed copy goes out in the place of the file. Not of an answer that there is no such file.
    text.push_str(&format!(
        "    Header always set Cache-Control \"{for_ever}\" \"expr=%{{REQUEST_STATUS}} < 400 && %{{REQUEST_URI}} =~ \
         m#^{base}/{lasting}(\\.(br|gz))?$#\"\n",
        for_ever = Lasting::ForEver.header(),
        base = escaped(base),
        lasting = rules::LASTING,
    ));
    text.push_str(&format!(
        "    Header always set {} \"{}\" \"expr=%{{REQUEST_URI}} =~ m#\\.({})(\\.(br|gz))?$#\"\n",
        OPEN_DATA.0,
        OPEN_DATA.1,
        rules::OPEN_DATA.join("|"),
    ));
    text.push_str(&format!(
        "    Header always set {} \"{}\" \"expr=%{{REQUEST_STATUS}} < 400 && %{{REQUEST_URI}} =~ \
         m#\\.({})(\\.(br|gz))?$#i\"\n",
        CONFINED.0,
        CONFINED.1,
        rules::CONFINED.join("|"),
    ));
    text.push_str("</IfModule>\n\n");
    text.push_str(&copies());
    text
}

/// Sends the compressed copy beside a file to those who can read it. The type is that of the file, not of the copy.
fn copies() -> String {
    let texts: Vec<_> = TYPES.iter().filter(|(ending, _)| is_text(&format!("a.{ending}"))).collect();
    // A folder without a page is as good as none; Apache would say that it is forbidden.
    let mut text =
        "<IfModule mod_rewrite.c>\n    RewriteEngine On\n    RewriteCond %{REQUEST_FILENAME} -d\n    \
                    RewriteCond %{REQUEST_FILENAME}/index.html !-f\n    RewriteRule ^ - [R=404,L]\n"
            .to_owned();
    for (name, ending) in [("br", "br"), ("gzip", "gz")] {
        for (of, media_type) in &texts {
            text.push_str(&format!(
                "    RewriteCond %{{HTTP:Accept-Encoding}} \\b{name}\\b\n    RewriteCond %{{REQUEST_FILENAME}}.{ending} -f\n    \
                 RewriteRule ^(.+\\.{of})$ $1.{ending} [L,T={media_type},E=seutu_copy:1]\n"
            ));
        }
    }
    text.push_str("</IfModule>\n<IfModule mod_headers.c>\n");
    let endings: Vec<&str> = texts.iter().map(|(ending, _)| *ending).collect();
    text.push_str(&format!(
        "    <FilesMatch \"\\.({})(\\.(br|gz))?$\">\n        Header append Vary Accept-Encoding\n    </FilesMatch>\n</IfModule>\n",
        endings.join("|")
    ));
    text
}
