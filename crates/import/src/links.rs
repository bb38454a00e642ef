//! Where the links of the Markdown lead: to a page of the tree, to a file, elsewhere, or nowhere.

use std::collections::HashMap;

use page::Href;

use super::{
    addresses::numbered,
    anchors::{self, Anchor},
    finding::NoWay,
    percent::decode,
    reference::REF,
    tree::{Tree, is_markdown},
};
use compile::links::incomplete;

/// The pages of the tree as links name them.
#[derive(Clone, Debug, Default)]
pub struct Targets {
    targets: Vec<LinkTarget>,
    keys: HashMap<String, usize>,
    /// The pages by the last part of their path; none where two have it.
    names: HashMap<String, Option<usize>>,
}

/// A page that a link can lead to.
#[derive(Clone, Debug, Default)]
pub struct LinkTarget {
    /// Its address in the portal.
    pub address: String,
    /// Its title.
    pub name: String,
    /// Whether it isn't published yet, so that no link can lead to it.
    pub draft: bool,
    /// Its headings.
    pub anchors: Vec<Anchor>,
    /// The names of the heading that became its title.
    pub title: Vec<Anchor>,
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Leads {
    /// To a page or to one of its headings.
    Page(String),
    /// To a page, but the heading isn't there.
    PageWithoutHeading(String),
    /// Out of the site.
    Elsewhere(String),
    /// To a file of the tree.
    File(String),
    /// Nowhere, and why.
    Nowhere(NoWay),
}

impl Targets {
    /// Adds a page under all the paths by which links name it; the first page of a path keeps it.
    pub fn add(&mut self, target: LinkTarget, paths: impl IntoIterator<Item = String>) {
        let index = self.targets.len();
        self.targets.push(target);
        for path in paths {
            for key in [key(&path), key(&without_numbers(&path))] {
                let name = key.rsplit('/').next().unwrap_or_default().to_owned();
                let named = self.names.entry(name).or_insert(Some(index));
                if *named != Some(index) {
                    *named = None;
                }
                self.keys.entry(key).or_insert(index);
            }
        }
    }

    /// Where a link leads that stands in the file `from` with the address `own`.
    pub fn resolve(&self, tree: &Tree, from: &str, own: usize, to: &str) -> Leads {
        let is_ref = to.trim().starts_with(REF);
        // It may also stand in the middle of an address.
        let to = to.replace(REF, "");
        let path = to.trim();
        if path.is_empty() {
            return Leads::Nowhere(NoWay::Empty);
        }
        if path.starts_with("//") {
            return elsewhere(&format!("https:{path}"));
        }
        let path = path.strip_prefix("pathname://").unwrap_or(path);
        if path.split_once(':').is_some_and(|(scheme, _)| !scheme.contains(['/', '#', '?', '.'])) {
            return elsewhere(path);
        }
        let (path, anchor) = path.split_once('#').map_or((path, None), |(path, anchor)| (path, Some(anchor)));
        let path = decode(path.split('?').next().unwrap_or_default());
        let anchor = anchor.map(decode).filter(|anchor| !anchor.is_empty());
        if path.is_empty() {
            return self.page(own, anchor.as_deref(), own);
        }
        let candidates = candidates(from, &path);
        for candidate in &candidates {
            let found = self.keys.get(&key(candidate));
            if let Some(found) = found.or_else(|| self.keys.get(&key(&without_numbers(candidate)))) {
                return self.page(*found, anchor.as_deref(), own);
            }
        }
        let name = key(&path);
        let name = name.rsplit('/').next().unwrap_or_default();
        if is_ref && let Some(Some(found)) = self.names.get(name) {
            return self.page(*found, anchor.as_deref(), own);
        }
        match candidates.into_iter().find(|candidate| tree.file(candidate).is_some()) {
            Some(file) => Leads::File(file),
            None if is_markdown(&path) => Leads::Nowhere(NoWay::NoFile),
            None => Leads::Nowhere(NoWay::NoPage),
        }
    }

    /// What a link that was resolved leads to: the title of its page, or the words of its heading.
    pub fn name(&self, own: usize, to: &str) -> Option<&str> {
        let (address, anchor) =
            to.split_once('#').map_or((to, None), |(address, anchor)| (address, Some(anchor)));
        let target = match address {
            "" => self.targets.get(own),
            address => self.targets.iter().find(|target| target.address == address),
        }?;
        match anchor {
            None => Some(&target.name),
            Some(name) => {
                target.anchors.iter().find(|anchor| anchor.anchor == name).map(|anchor| &*anchor.words)
            }
        }
    }

    fn page(&self, index: usize, anchor: Option<&str>, own: usize) -> Leads {
        let Some(target) = self.targets.get(index) else { return Leads::Nowhere(NoWay::NoPage) };
        let found = anchor.and_then(|anchor| anchors::find(&target.anchors, anchor));
        if let Some(found) = found.filter(|_| own == index) {
            return Leads::Page(format!("#{found}"));
        }
        if target.draft {
            return Leads::Nowhere(NoWay::Draft(target.address.clone()));
        }
        let address = target.address.clone();
        if let Some(found) = found {
            return Leads::Page(format!("{address}#{found}"));
        }
        let Some(anchor) = anchor else { return Leads::Page(address) };
        if anchors::find(&target.title, anchor).is_some() || ["top", "_top"].contains(&anchor) {
            return Leads::Page(address);
        }
        if own == index {
            return Leads::Nowhere(NoWay::NoHeading);
        }
        Leads::PageWithoutHeading(address)
    }
}

fn elsewhere(to: &str) -> Leads {
    match outside(to) {
        Some(href) => Leads::Elsewhere(href.as_str().to_owned()),
        None => Leads::Nowhere(NoWay::Address),
    }
}

/// An address out of the site, if the checker accepts it.
pub fn outside(to: &str) -> Option<Href> {
    let href = Href::parse(&to.replace(' ', "%20")).ok()?;
    incomplete(href.as_str()).is_none().then_some(href)
}

/// The paths in the tree that a link may mean, the likeliest first; the same paths are tried for images.
pub fn candidates(from: &str, path: &str) -> Vec<String> {
    let path = path.replace('\\', "/");
    if let Some(rest) =
        path.strip_prefix("@/").or_else(|| path.strip_prefix("@site/")).or_else(|| path.strip_prefix('/'))
    {
        let mut candidates = Vec::new();
        // "/docs/x" where the tree is the folder docs.
        let mut rest = rest;
        for _ in 0..3 {
            candidates.extend(join("", rest));
            match rest.split_once('/') {
                Some((_, after)) if !after.is_empty() => rest = after,
                _ => break,
            }
        }
        return candidates;
    }
    let folder = from.rsplit_once('/').map_or("", |(folder, _)| folder);
    let page = from.rsplit_once('.').map_or(from, |(page, _)| page);
    // First as the files stand, then as the addresses do: "../x/" from "/docs/page/", then from the root.
    [join(folder, &path), join(page, &path), join("", &path)].into_iter().flatten().collect()
}

fn join(folder: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// A path without what is written in one generator and not in another: the ending, the name of an index.
fn key(path: &str) -> String {
    let path = path.trim_matches('/').to_lowercase();
    let endings = [".mdx", ".markdown", ".md", ".html", ".htm"];
    let path = endings.iter().find_map(|ending| path.strip_suffix(ending)).unwrap_or(&path);
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    if ["index", "_index", "readme"].contains(&name) { folder.to_owned() } else { path.to_owned() }
}

/// Docusaurus leaves the numbers at the beginning of names out of its addresses.
fn without_numbers(path: &str) -> String {
    path.split('/').map(|part| numbered(part).map_or(part, |(_, rest)| rest)).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_two_digits_stand_for_a_byte() {
        for (text, decoded) in [
            ("a%20b", "a b"),
            ("%C3%A4", "ä"),
            ("a%CC%88", "ä"),
            ("100%", "100%"),
            ("%+5a", "%+5a"),
            ("%FF", "%FF"),
        ] {
            assert_eq!(decode(text), decoded, "{text}");
        }
    }

    fn resolve(to: &str) -> Leads {
        let mut targets = Targets::default();
        for (path, address) in [
            ("_index.md", "/"),
            ("docs/_index.md", "/docs/"),
            ("docs/a.md", "/docs/a/"),
            ("docs/02-b.md", "/docs/b/"),
        ] {
            let target = LinkTarget {
                address: address.to_owned(),
                anchors: anchors::anchors(&[("Ääni".to_owned(), Vec::new())]),
                ..LinkTarget::default()
            };
            targets.add(target, [path.to_owned()]);
        }
        let files = [("docs/x.pdf".to_owned(), "x.pdf".into())].into();
        targets.resolve(&Tree { files, ..Tree::default() }, "docs/a.md", 2, to)
    }

    #[test]
    fn every_way_to_write_a_link_leads_to_its_page() {
        for to in [
            "02-b.md",
            "./02-b.md",
            "b",
            "../b/",
            "/docs/b",
            "/docs/02-b.md",
            "@/docs/02-b.md",
            "b.html",
            "../docs/02-b.md",
            "hugo-ref:b",
            "hugo-ref:/docs/02-b.md",
            "@site/docs/b.md",
            "/en/docs/b/",
        ] {
            assert_eq!(resolve(to), Leads::Page("/docs/b/".to_owned()), "{to}");
        }
        assert_eq!(resolve("02-b.md#%C3%A4%C3%A4ni"), Leads::Page("/docs/b/#aani".to_owned()));
        assert_eq!(resolve("b#muu"), Leads::PageWithoutHeading("/docs/b/".to_owned()));
        assert_eq!(resolve("#ääni"), Leads::Page("#aani".to_owned()));
        assert_eq!(resolve("/"), Leads::Page("/".to_owned()));
        assert_eq!(resolve("x.pdf"), Leads::File("docs/x.pdf".to_owned()));
    }

    #[test]
    fn what_can_do_harm_leads_nowhere() {
        for to in
            ["javascript:alert(1)", "data:text/html,x", "../../../etc/passwd", "file:///etc/passwd", "c.md"]
        {
            assert!(matches!(resolve(to), Leads::Nowhere(_)), "{to}");
        }
    }
}
