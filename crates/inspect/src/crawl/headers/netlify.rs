//! The rules of `_headers`, as Netlify and Cloudflare Pages read them: each can be read and is for something.

use std::{
    collections::HashMap,
    fs,
    io::ErrorKind,
    path::{Path, absolute},
};

use anyhow::Context as _;

use super::hold::{CACHE_CONTROL, HeaderRule, Said, decoded, hold, is_immutable, is_open};
use crate::{
    crawl::{
        finding::{CrawlFault, CrawlFinding, InFile},
        site::CrawledSite,
    },
    published::folder::path_of,
};
use content::own_files::{self, HEADERS_FILE, PICTURES};
use file_types::FileType;
use site::hosting::headers::OPEN_DATA;

/// A path, and the headers of what stands there.
#[derive(Debug)]
struct Rule {
    /// The line and column, counted from 1.
    at: (usize, usize),
    /// As it is written.
    path: String,
    /// What stands between its stars.
    pieces: Vec<String>,
    headers: Vec<Header>,
}

#[derive(Debug)]
struct Header {
    /// The line and column, counted from 1.
    at: (usize, usize),
    name: String,
    /// None where it takes away what a rule before gave (`! Name`, Cloudflare Pages).
    value: Option<String>,
}

/// Reads the rules, if the site has some, and holds its files against them.
///
/// # Errors
/// Rules that can't be read.
pub(super) fn check(site: &CrawledSite, folder: &Path) -> anyhow::Result<Vec<CrawlFault>> {
    let Some((file, bytes)) = rules_of(site, folder)? else { return Ok(Vec::new()) };
    let (rules, mut findings) = read(&String::from_utf8_lossy(&bytes));
    let mut faults = Vec::new();
    // A file without a rule is as good as none.
    if !rules.is_empty() {
        let base = decoded(site.base.root().path());
        let mut used = vec![false; rules.len()];
        let names = site.folder.names().iter().map(String::as_str);
        let given: HashMap<&str, Vec<&Header>> =
            names.map(|name| (name, given(&rules, &mut used, &base, name))).collect();
        faults = hold(site, &file, |name, rule| told(&given[name], rule));
        findings.extend(unused(&rules, &used, &base));
    }
    faults.extend(findings.into_iter().map(|finding| finding.of_file(&file)));
    Ok(faults)
}

/// Which of the headers give a file something.
fn told(given: &[&Header], rule: HeaderRule) -> Said {
    let is_so: fn(&Header) -> bool = match rule {
        HeaderRule::Immutable => Header::is_immutable,
        HeaderRule::Open => Header::is_open,
    };
    Said::At(given.iter().filter(|header| is_so(header)).map(|header| header.at).collect())
}

/// The rules that are for no file.
fn unused(rules: &[Rule], used: &[bool], base: &str) -> Vec<InFile> {
    let unused = rules.iter().zip(used).filter(|(rule, used)| !**used && !is_for_any_site(&rule.path, base));
    let finding = |rule: &Rule| CrawlFinding::HeaderPath { path: rule.path.clone() };
    unused.map(|(rule, _)| InFile { finding: finding(rule), at: Some(rule.at) }).collect()
}

/// The name of the file with the rules, from the folder of the site, and what it holds. Hosts read it at the
/// root of what is published; where the site stands below that, the publisher puts it beside the folder.
fn rules_of(site: &CrawledSite, folder: &Path) -> anyhow::Result<Option<(String, Vec<u8>)>> {
    if site.base.root().path() == "/" {
        return match site.folder.number(HEADERS_FILE) {
            Some(_) => Ok(Some((HEADERS_FILE.to_owned(), site.folder.read(HEADERS_FILE)?))),
            None => Ok(None),
        };
    }
    // `.` has no name of its own, but the folder has that it stands for.
    let folder = absolute(folder).with_context(|| format!("{} can't be read", folder.display()))?;
    let beside = own_files::beside(&folder, HEADERS_FILE);
    let last = beside.file_name().unwrap_or_default().to_string_lossy();
    match fs::read(&beside) {
        Ok(bytes) => Ok(Some((format!("../{last}"), bytes))),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error).with_context(|| format!("{} can't be read", beside.display())),
    }
}

/// The rules, and the lines that are none.
fn read(text: &str) -> (Vec<Rule>, Vec<InFile>) {
    let mut rules: Vec<Rule> = Vec::new();
    let mut findings = Vec::new();
    for (number, line) in text.lines().enumerate() {
        let said = line.trim();
        if said.is_empty() || said.starts_with('#') {
            continue;
        }
        let indent = line.chars().take_while(|c| c.is_whitespace()).count();
        let at = (number + 1, indent + 1);
        if let Some(path) = path(said).filter(|_| indent == 0) {
            rules.push(Rule { at, path: path.to_owned(), pieces: pieces(path), headers: Vec::new() });
            continue;
        }
        match (header(said).filter(|_| indent > 0), rules.last_mut()) {
            (Some((name, value)), Some(rule)) => {
                let (name, value) = (name.to_owned(), value.map(str::to_owned));
                rule.headers.push(Header { at, name, value });
            }
            (Some(_), None) => {
                findings.push(InFile { finding: CrawlFinding::HeaderWithoutPath, at: Some(at) });
            }
            (None, _) => {
                let finding = CrawlFinding::HeaderLine { said: said.to_owned() };
                findings.push(InFile { finding, at: Some(at) });
            }
        }
    }
    (rules, findings)
}

/// The path of a rule; Cloudflare Pages lets it stand behind a host.
fn path(said: &str) -> Option<&str> {
    if said.starts_with('/') {
        return Some(said);
    }
    let address = said.strip_prefix("https://")?;
    address.find('/').map(|start| &address[start..])
}

/// What stands between the stars of a path. A placeholder, as in `/:kieli/haku/`, is a star by another name.
fn pieces(path: &str) -> Vec<String> {
    let parts = path.split('/').map(|part| if part.starts_with(':') { "*" } else { part });
    let path = parts.collect::<Vec<_>>().join("/");
    path.split('*').map(decoded).collect()
}

/// The name of a header and its value; no value where it is taken away.
fn header(said: &str) -> Option<(&str, Option<&str>)> {
    let (name, value) = match said.strip_prefix("! ") {
        Some(name) => (name.trim(), None),
        None => said.split_once(':').map(|(name, value)| (name, Some(value.trim())))?,
    };
    (is_token(name) && value != Some("")).then_some((name, value))
}

/// Whether a header may have this name (RFC 9110 §5.6.2).
fn is_token(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|c| c.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&c))
}

/// The headers that the rules give a file in the end; notes which rules are for it.
fn given<'r>(rules: &'r [Rule], used: &mut [bool], base: &str, name: &str) -> Vec<&'r Header> {
    let address = format!("{base}{}", path_of(name));
    // A folder stands for its document, with or without the slash at its end.
    let file = format!("{base}{name}");
    let addresses = [file.as_str(), address.as_str(), address.trim_end_matches('/')];
    let mut given: Vec<&Header> = Vec::new();
    for (rule, is_used) in rules.iter().zip(used) {
        if !addresses.iter().any(|address| is_for(&rule.pieces, address)) {
            continue;
        }
        *is_used = true;
        for header in &rule.headers {
            match header.value {
                Some(_) => given.push(header),
                None => given.retain(|other| !other.is(&header.name)),
            }
        }
    }
    given
}

/// Whether a path begins with the first piece and ends with the last, with the others in their order between
/// them.
fn is_for(pieces: &[String], path: &str) -> bool {
    let [first, between @ .., last] = pieces else {
        return pieces.first().is_some_and(|whole| whole == path);
    };
    let Some(mut rest) = path.strip_prefix(first.as_str()) else { return false };
    for piece in between {
        let Some((_, behind)) = rest.split_once(piece.as_str()) else { return false };
        rest = behind;
    }
    rest.ends_with(last.as_str())
}

/// Whether a rule is for a sort of file or for the pictures that the publisher makes: it writes such rules
/// whether or not the site has one today.
fn is_for_any_site(path: &str, base: &str) -> bool {
    let path = decoded(path);
    let Some(path) = path.strip_prefix(base) else { return false };
    path.strip_prefix("*.").is_some_and(|extension| FileType::of_extension(extension).is_some())
        || path.strip_suffix("/*").is_some_and(|folder| PICTURES.contains(&folder))
}

impl Header {
    fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }

    fn is_immutable(&self) -> bool {
        self.is(CACHE_CONTROL) && self.value.as_deref().is_some_and(is_immutable)
    }

    fn is_open(&self) -> bool {
        self.is(OPEN_DATA.0) && self.value.as_deref().is_some_and(is_open)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_star_stands_for_any_text_and_a_placeholder_too() {
        for (path, address) in [
            ("/*", "/"),
            ("/a/", "/a/"),
            ("/a/*", "/a/b/c.pdf"),
            ("/*.json", "/a/page.json"),
            ("/*/b/*.pdf", "/a/b/c.pdf"),
            ("/:kieli/haku/", "/sv/haku/"),
            ("/%C3%A4.pdf", "/ä.pdf"),
        ] {
            assert!(is_for(&pieces(path), address), "{path} {address}");
        }
        for (path, address) in
            [("/a", "/ab"), ("/a/*", "/b/a/c"), ("/*.json", "/a.json.br"), ("/ab*bc", "/abc"), ("/*a*", "/b")]
        {
            assert!(!is_for(&pieces(path), address), "{path} {address}");
        }
    }

    #[test]
    fn rules_are_read_with_comments_and_what_they_take_away() {
        let (rules, findings) = read(
            "# a\n\n/*\r\n  Cache-Control: public, Immutable\r\n\tLink: </a>; rel=preload\n\
             https://a.example/b/*\n  ! cache-control\n",
        );
        assert!(findings.is_empty(), "{findings:?}");
        assert_eq!(rules.iter().map(|rule| rule.path.as_str()).collect::<Vec<_>>(), ["/*", "/b/*"]);
        assert_eq!(rules[0].headers[1].at, (5, 2));
        let mut used = [false; 2];
        assert!(given(&rules, &mut used, "/", "a.js")[0].is_immutable());
        assert_eq!(used, [true, false]);
        assert_eq!(given(&rules, &mut used, "/", "b/a.js").len(), 1);
        assert_eq!(used, [true, true]);
    }

    #[test]
    fn a_line_that_is_no_rule_is_found_where_it_begins() {
        let (_, findings) = read("  A: b\n/*\nA: b\n  a b: c\n  A:\n  /b\n");
        let said = |line, column, said: &str| InFile {
            finding: CrawlFinding::HeaderLine { said: said.to_owned() },
            at: Some((line, column)),
        };
        let lines = [said(3, 1, "A: b"), said(4, 3, "a b: c"), said(5, 3, "A:"), said(6, 3, "/b")];
        assert_eq!(findings[0], InFile { finding: CrawlFinding::HeaderWithoutPath, at: Some((1, 3)) });
        assert_eq!(findings[1..], lines);
    }
}
