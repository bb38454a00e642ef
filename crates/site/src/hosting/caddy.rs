//! Caddy: one file to import in the block of the site. It names no snippets and handles no errors of other sites, so that
//! several sites of one host can each have theirs.

use search::index::FOLDER;

use super::{
    file::HostFile,
    headers::{CONFINED, HEADERS, OPEN_DATA},
    rules::{self, LASTING, Lasting, Moved, Rules},
    types::{OTHER, TYPES},
};
use crate::write::compress::is_text;

/// The file, to be put beside the site.
pub(super) fn files(rules: &Rules) -> Vec<HostFile> {
    vec![HostFile::Beside("caddy", configuration(rules))]
}

fn configuration(rules: &Rules) -> String {
    let base = rules.base.as_str();
    let mut text = format!(
        "# {address}/ on Caddy, written by Seutu. In the block of the site:\n#\n#     import /etc/caddy/seutu.caddy\n\n",
        address = rules.address,
    );
    if !rules.base.is_root() {
        text.push_str(&format!("redir {base} {base}/ permanent\n\n"));
    }
    // Within a route all happens in the order in which it is written; elsewhere Caddy has its own.
    text.push_str(&format!(
        "handle_path {base}/* {{\n\troute {{\n\t\troot * \"{folder}\"\n\n",
        folder = rules.served_from.display()
    ));
    if !rules.moved.is_empty() {
        text.push_str("\t\tmap {path} {seutu_moved} {\n");
        for Moved { from, to } in &rules.moved {
            // With and without the slash at its end: both were written somewhere.
            for from in [from.as_str(), from.trim_end_matches('/')] {
                text.push_str(&format!("\t\t\t{from} {base}{to}\n"));
            }
        }
        text.push_str("\t\t\tdefault \"\"\n\t\t}\n\t\t@moved expression `{seutu_moved} != \"\"`\n");
        // What is asked of a page goes with it to its new address.
        text.push_str("\t\t@moved_asked expression `{seutu_moved} != \"\" && {query} != \"\"`\n");
        text.push_str("\t\tredir @moved_asked {seutu_moved}?{query} permanent\n");
        text.push_str("\t\tredir @moved {seutu_moved} permanent\n\n");
    }
    if !rules.gone.is_empty() {
        text.push_str(&format!("\t\t@gone path {}\n", rules.gone.join(" ")));
        text.push_str(&instead("@gone", "{path}index.html", 410));
    }
    // What begins with a dot is nobody's business; certificates are asked for in one such folder.
    text.push_str("\t\t@hidden `{path}.contains(\"/.\") && !{path}.startsWith(\"/.well-known/\")`\n");
    text.push_str(&instead("@hidden", "/404.html", 404));
    // A folder counts as a file, also one without a page.
    text.push_str("\t\t@missing_folder {\n\t\t\tpath */\n\t\t\tnot file {path}index.html\n\t\t}\n");
    text.push_str(&instead("@missing_folder", "/404.html", 404));
    text.push_str("\t\t@missing {\n\t\t\tnot path */\n\t\t\tnot file {path} {path}/index.html\n\t\t}\n");
    text.push_str(&instead("@missing", "/404.html", 404));
    text.push_str(&headers());
    text.push_str("\t\tfile_server {\n\t\t\tprecompressed br gzip\n\t\t}\n\t}\n}\n");
    text
}

/// Shows another document, with its status.
fn instead(matcher: &str, document: &str, status: u16) -> String {
    let mut text = format!("\t\thandle {matcher} {{\n\t\t\trewrite * {document}\n");
    text.push_str(&format!("\t\t\theader Cache-Control \"{}\"\n", Lasting::Revalidated.header()));
    for (name, value) in HEADERS {
        text.push_str(&format!("\t\t\theader {name} \"{value}\"\n"));
    }
    text.push_str(&format!(
        "\t\t\tfile_server {{\n\t\t\t\tprecompressed br gzip\n\t\t\t\tstatus {status}\n\t\t\t}}\n\t\t}}\n\n"
    ));
    text
}

fn headers() -> String {
    let mut text = String::new();
    let mut line = |words: String| text.push_str(&format!("\t\t{words}\n"));
    line(format!("header Cache-Control \"{}\"", Lasting::Revalidated.header()));
    line(format!("@lasting path_regexp `^/{LASTING}$`"));
    line(format!("header @lasting Cache-Control \"{}\"", Lasting::ForEver.header()));
    let open: Vec<String> = rules::OPEN_DATA.iter().map(|ending| format!("*.{ending}")).collect();
    line(format!("@open path {}", open.join(" ")));
    line(format!("header @open {} \"{}\"", OPEN_DATA.0, OPEN_DATA.1));
    // Caddy itself says it of the copies alone: a cache that got the plain file first would give it to everybody.
    let texts = TYPES.iter().filter(|(ending, _)| is_text(&format!("a.{ending}")));
    let texts: Vec<String> = texts.map(|(ending, _)| format!("*.{ending}")).collect();
    line(format!("@compressed path */ {}", texts.join(" ")));
    line("header @compressed ?Vary Accept-Encoding".to_owned());
    line(format!("@index path /{FOLDER}/*"));
    line(format!("header @index Content-Type {OTHER}"));
    for (ending, media_type) in TYPES.iter().filter(|(_, media_type)| !media_type.starts_with("image/")) {
        let charset = if media_type.starts_with("text/") { "; charset=utf-8" } else { "" };
        line(format!("@{ending} path *.{ending}"));
        line(format!("header @{ending} Content-Type \"{media_type}{charset}\""));
    }
    for (name, value) in HEADERS {
        line(format!("header {name} \"{value}\""));
    }
    // Behind those for all, whose place they take.
    let confined: Vec<String> = rules::CONFINED.iter().map(|ending| format!("*.{ending}")).collect();
    line(format!("@confined path {}", confined.join(" ")));
    line(format!("header @confined {} \"{}\"", CONFINED.0, CONFINED.1));
    text.push('\n');
    text
}
