//! Templates of host files: the text of a host's file, with holes such as `«base»` that are filled by their
//! names. No host's format has these quotation marks.

use super::{
    headers::{CONFINED, OPEN_DATA, SHOWN_BY_ALL},
    rules::{Cacheability, IMMUTABLE_NAMES},
};
use file_types::UNKNOWN;

/// The values of one host's template, with those that the templates of all web servers share.
pub(super) fn with_common_values<'v>(own: &[(&'v str, &'v str)]) -> Vec<(&'v str, &'v str)> {
    let common = [
        ("other type", UNKNOWN),
        ("immutable names", IMMUTABLE_NAMES),
        ("revalidated", Cacheability::Revalidated.header()),
        ("for ever", Cacheability::Immutable.header()),
        ("origins header", OPEN_DATA.0),
        ("origins", OPEN_DATA.1),
        ("policy header", CONFINED.0),
        ("policy of confined", CONFINED.1),
        ("shower header", SHOWN_BY_ALL.0),
        ("shower of all", SHOWN_BY_ALL.1),
    ];
    [&common, own].concat()
}

/// Fills the holes of a template. A hole alone on its line is for whole lines, and leaves none behind where
/// there are none.
pub(super) fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut text = String::with_capacity(template.len() * 2);
    for line in template.split_inclusive('\n') {
        let whole = values.iter().find(|(name, _)| {
            let hole = line.trim().strip_prefix('«').and_then(|line| line.strip_suffix('»'));
            hole == Some(*name)
        });
        match whole {
            Some((_, lines)) => text.push_str(lines),
            None => fill_line(line, values, &mut text),
        }
    }
    text
}

/// A value that holds a mark of a hole is left as it is: each hole is looked for once.
fn fill_line(mut line: &str, values: &[(&str, &str)], text: &mut String) {
    while let Some((before, rest)) = line.split_once('«') {
        text.push_str(before);
        let filled = rest.split_once('»').and_then(|(name, after)| {
            let (_, value) = values.iter().find(|(known, _)| *known == name)?;
            Some((*value, after))
        });
        match filled {
            Some((value, after)) => {
                text.push_str(value);
                line = after;
            }
            None => {
                text.push('«');
                line = rest;
            }
        }
    }
    text.push_str(line);
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;
    use crate::{
        hosting::{Host, HostFile, HostingRules, rules::Redirect},
        render::base::BasePath,
    };
    use clap::ValueEnum;

    #[test]
    fn a_hole_is_filled_by_its_name() {
        let values = [("a", "1"), ("lines", "x\ny\n"), ("none", ""), ("mark", "«a»")];
        for (template, filled) in [
            ("«a» and «a»\n", "1 and 1\n"),
            ("{\n    «lines»\n}\n", "{\nx\ny\n}\n"),
            ("a\n«none»\nb\n", "a\nb\n"),
            ("a «none»\n", "a \n"),
            ("«mark» «a»", "«a» 1"),
            ("«b» «a» «", "«b» 1 «"),
        ] {
            assert_eq!(fill(template, &values), filled, "{template}");
        }
    }

    #[test]
    fn no_host_file_has_a_hole_left() {
        let redirect = Redirect { from: "/a/".to_owned(), to: "/b/".to_owned() };
        for (base, redirects, gone) in [
            ("", vec![], vec![]),
            ("/seutu", vec![redirect.clone()], vec!["/c/".to_owned()]),
            ("", vec![redirect], vec![]),
        ] {
            let rules = HostingRules {
                address: format!("https://www.example.fi{base}"),
                base: BasePath::of_address(&format!("https://www.example.fi{base}")),
                served_from: PathBuf::from("/srv/www/seutu"),
                redirects,
                gone,
                files: vec!["index.html".to_owned(), "kuva.png".to_owned()],
            };
            for host in Host::value_variants() {
                for file in host.files(&rules) {
                    let (HostFile::Within(_, text) | HostFile::Beside(_, text)) = file;
                    assert!(!text.contains(['«', '»']), "{host:?}: {text}");
                }
            }
        }
    }
}
