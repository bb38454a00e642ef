//! The headers of `.htaccess` at the root of a site, as Apache goes through its lines for a file that is
//! there.

use std::collections::HashMap;

use super::hold::{CACHE_CONTROL, HeaderRule, Said, decoded, hold, is_immutable, is_open};
use crate::crawl::{
    finding::CrawlFault,
    read::htaccess::{HeaderAction, HeaderLine, HeaderTable},
    site::CrawledSite,
};
use site::hosting::{HTACCESS, headers::OPEN_DATA};

/// Holds the files of a site against the lines, if it has some.
pub(super) fn check(site: &CrawledSite) -> Vec<CrawlFault> {
    let Some(root) = site.folder.number(HTACCESS).map(|number| site.document(number)) else {
        return Vec::new();
    };
    // Of a file with a line that it refuses, Apache holds to none.
    if !root.findings.is_empty() {
        return Vec::new();
    }
    let lines = in_order(&root.headers);
    let below = below(site);
    let base = decoded(site.base.root().path());
    hold(site, HTACCESS, |name, rule| {
        let (header, is_so): (&str, fn(&str) -> bool) = match rule {
            HeaderRule::Immutable => (CACHE_CONTROL, is_immutable),
            HeaderRule::Open => (OPEN_DATA.0, is_open),
        };
        // Whoever says nothing of a header leaves it to the server's own configuration. What a folder says of
        // its own comes behind, and may say anything.
        let is_said = root.is_ours || lines.iter().any(|line| line.is_of(header));
        let folders = name.match_indices('/').map(|(slash, _)| &name[..=slash]);
        let mut own = folders.filter_map(|folder| below.get(folder)).copied().flatten();
        if !is_said || own.any(|line| line.is_of(header)) {
            return Said::Unclear;
        }
        said(&lines, header, is_so, &format!("{base}{name}"))
    })
}

/// The lines in the order in which Apache goes through them.
fn in_order(lines: &[HeaderLine]) -> Vec<&HeaderLine> {
    let mut lines: Vec<&HeaderLine> = lines.iter().collect();
    lines.sort_by_key(|line| line.phase);
    lines
}

/// The folders with lines of their own, with a slash behind, and these lines.
fn below(site: &CrawledSite) -> HashMap<&str, &[HeaderLine]> {
    let folders = site.folder.names().iter().enumerate().filter_map(|(number, name)| {
        let folder = name.strip_suffix(HTACCESS).filter(|folder| folder.ends_with('/'))?;
        let lines = site.document(number).headers.as_slice();
        (!lines.is_empty()).then_some((folder, lines))
    });
    folders.collect()
}

/// Where something is said of the file at an address of the host: in values of a header for which `is_so`
/// holds.
fn said(lines: &[&HeaderLine], header: &str, is_so: fn(&str) -> bool, address: &str) -> Said {
    let mut places = Vec::new();
    for table in [HeaderTable::OnSuccess, HeaderTable::Always] {
        let lines = lines.iter().copied().filter(|line| line.table == table && line.is_of(header));
        match said_in_table(lines, is_so, address) {
            Some(said) => places.extend(said),
            None => return Said::Unclear,
        }
    }
    Said::At(places)
}

/// The same of one table, whose lines are all about that header; None where it is unclear.
fn said_in_table<'l>(
    lines: impl Iterator<Item = &'l HeaderLine>,
    is_so: fn(&str) -> bool,
    address: &str,
) -> Option<Vec<(usize, usize)>> {
    let (mut places, mut is_there, mut is_clear) = (Vec::new(), false, true);
    for line in lines {
        match line.holds(address) {
            Some(true) => {}
            Some(false) => continue,
            None => {
                is_clear = false;
                continue;
            }
        }
        if matches!(line.action, HeaderAction::Set | HeaderAction::Unset) {
            places.clear();
            (is_there, is_clear) = (false, true);
        }
        match line.action {
            HeaderAction::SetIfEmpty if is_there => {}
            HeaderAction::Set | HeaderAction::SetIfEmpty | HeaderAction::Add => {
                is_there = true;
                match &line.value {
                    Some(value) if is_so(value) => places.push(line.at),
                    Some(_) => {}
                    None => is_clear = false,
                }
            }
            HeaderAction::Edit => is_clear = false,
            HeaderAction::Unset | HeaderAction::Echo | HeaderAction::Note => {}
        }
    }
    is_clear.then_some(places)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crawl::read::read;

    fn lasts(text: &str, address: &str) -> Said {
        let document = read(HTACCESS, text.as_bytes());
        assert!(document.findings.is_empty(), "{:?}", document.findings);
        said(&in_order(&document.headers), CACHE_CONTROL, is_immutable, address)
    }

    fn line(numbers: &[usize]) -> Said {
        Said::At(numbers.iter().map(|number| (*number, 1)).collect())
    }

    #[test]
    fn the_last_value_holds_in_each_table() {
        for (text, expected) in [
            ("Header set Cache-Control immutable\n", line(&[1])),
            ("Header set Cache-Control immutable\nHeader set cache-control no-cache\n", line(&[])),
            ("Header set Cache-Control immutable\nHeader always set Cache-Control no-cache\n", line(&[1])),
            ("Header set Cache-Control immutable\nHeader unset Cache-Control\n", line(&[])),
            ("Header set Cache-Control public\nHeader append Cache-Control immutable\n", line(&[2])),
            ("Header set Cache-Control public\nHeader setifempty Cache-Control immutable\n", line(&[])),
            ("Header setifempty Cache-Control \"public, Immutable\"\n", line(&[1])),
            ("Header set Pragma immutable\n", line(&[])),
        ] {
            assert_eq!(lasts(text, "/a.js"), expected, "{text}");
        }
    }

    #[test]
    fn a_line_for_a_sort_of_file_comes_behind_those_for_all() {
        let text = "<FilesMatch \"\\.js$\">\nHeader set Cache-Control immutable\n</FilesMatch>\n\
                    Header set Cache-Control no-cache\n";
        assert_eq!(lasts(text, "/b/a.js"), line(&[2]));
        assert_eq!(lasts(text, "/b/a.css"), line(&[]));
    }

    #[test]
    fn what_only_apache_can_tell_is_unclear_until_another_line_takes_its_place() {
        for unclear in [
            "Header set Cache-Control immutable env=a",
            "Header set Cache-Control \"%{A}e\"",
            "Header edit Cache-Control a b",
            "<If true>\nHeader set Cache-Control immutable\n</If>",
        ] {
            let text = format!("{unclear}\n");
            assert_eq!(lasts(&text, "/a.js"), Said::Unclear, "{text}");
        }
        let text = "Header set Cache-Control immutable env=a\nHeader set Cache-Control no-cache\n";
        assert_eq!(lasts(text, "/a.js"), line(&[]));
        // A request is looked at last.
        let text = "<If true>\nHeader set Cache-Control a\n</If>\nHeader set Cache-Control immutable\n";
        assert_eq!(lasts(text, "/a.js"), Said::Unclear);
    }
}
