//! nginx: one file to include in the server block of the site. It defines nothing but locations, so that
//! several sites of one host can each have theirs.

use super::{
    file::HostFile,
    files_read::{FileRead, ReadAt},
    headers::{CONFINED, HEADERS, SHOWN_BY_ALL},
    rules::{self, HostingRules, Redirect, escaped},
    template::{fill, with_common_values},
};
use file_types::FILE_TYPES;

/// The file in which nginx reads the rules.
pub(super) const FILE: FileRead = FileRead::written("nginx.conf", ReadAt::Beside);

/// The file, to be put beside the site.
pub(super) fn files(rules: &HostingRules) -> Vec<HostFile> {
    vec![HostFile::Beside(FILE.name, configuration(rules))]
}

fn configuration(rules: &HostingRules) -> String {
    let base = rules.base.as_str();
    let without_slash = match rules.base.is_root() {
        true => String::new(),
        false => format!("location = {base} {{\n    absolute_redirect off;\n    return 301 {base}/;\n}}\n\n"),
    };
    // With and without the slash at its end: both were written somewhere.
    let froms = rules
        .redirects
        .iter()
        .flat_map(|Redirect { from, to }| [(from.as_str(), to), (from.trim_end_matches('/'), to)]);
    let redirects: String = froms
        .map(|(from, to)| {
            format!(
                "location = {base}{from} {{ absolute_redirect off; return 301 {base}{to}$is_args$args; }}\n"
            )
        })
        .collect();
    let gone = rules.gone.iter().map(|gone| {
        format!("location = {base}{gone} {{ error_page 410 {base}{gone}index.html; return 410; }}\n")
    });
    let folder = rules.served_from.display();
    // `alias` puts the folder in the place of the location's own path, `root` in front of it.
    let folder = match rules.base.is_root() {
        true => format!("root \"{folder}\""),
        false => format!("alias \"{folder}/\""),
    };
    let types = FILE_TYPES.iter().map(|known| format!("        {} {};\n", known.media_type, known.extension));
    let of_all =
        |wanted: &str| HEADERS.iter().find(|(name, _)| *name == wanted).map_or("", |(_, value)| value);
    let headers = HEADERS.iter().filter(|(name, _)| ![CONFINED.0, SHOWN_BY_ALL.0].contains(name));
    let headers = headers.map(|(name, value)| format!("    add_header {name} \"{value}\" always;\n"));
    fill(
        include_str!("nginx.conf"),
        &with_common_values(&[
            ("address", &rules.address),
            ("without slash", &without_slash),
            ("redirects", &redirects),
            ("gone", &gone.collect::<String>()),
            ("base", base),
            ("base as pattern", &escaped(base)),
            ("folder", &folder),
            ("types", &types.collect::<String>()),
            ("open data", &rules::OPEN_DATA.join("|")),
            ("confined", &rules::CONFINED.join("|")),
            ("policy", of_all(CONFINED.0)),
            ("shown by all", &rules::SHOWN_BY_ALL.join("|")),
            ("shower", of_all(SHOWN_BY_ALL.0)),
            ("headers", &headers.collect::<String>()),
        ]),
    )
}
