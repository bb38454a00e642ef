//! The files as one site.

use std::collections::{BTreeMap, HashMap, HashSet};

use application::page::PagePath;

use crate::{read::PageFile, source::KindSource};

/// Every page by its address.
pub struct Site<'s> {
    /// The pages.
    pub pages: BTreeMap<&'s PagePath, &'s PageFile>,
    /// The old addresses and the pages that they lead to today.
    pub old_addresses: BTreeMap<PagePath, &'s PagePath>,
    children: HashMap<PagePath, Vec<&'s PageFile>>,
    unreadable: HashSet<&'s PagePath>,
}

impl<'s> Site<'s> {
    /// Puts the pages in their places.
    pub(super) fn new(pages: BTreeMap<&'s PagePath, &'s PageFile>, unreadable: &'s [PagePath]) -> Site<'s> {
        let mut children: HashMap<PagePath, Vec<&PageFile>> = HashMap::new();
        for file in pages.values() {
            if let Some(parent) = file.path.parent().filter(|_| is_listed(file)) {
                children.entry(parent).or_default().push(file);
            }
        }
        for siblings in children.values_mut() {
            siblings.sort_by(|a, b| {
                let order = |file: &PageFile| file.source.order.unwrap_or(u32::MAX);
                let by_title = || a.source.title.value.cmp(&b.source.title.value);
                order(a).cmp(&order(b)).then_with(by_title).then_with(|| a.path.cmp(&b.path))
            });
        }
        let unreadable = unreadable.iter().collect();
        Site { pages, old_addresses: BTreeMap::new(), children, unreadable }
    }

    /// Whether there is a page at an address, be it one whose file has faults.
    pub fn has(&self, path: &PagePath) -> bool {
        self.pages.contains_key(path) || self.unreadable.contains(path)
    }

    /// The pages directly under an address, in their order.
    pub fn children(&self, path: &PagePath) -> &[&'s PageFile] {
        self.children.get(path).map_or(&[], Vec::as_slice)
    }
}

/// "Not found" is a page without a place in the tree.
fn is_listed(file: &PageFile) -> bool {
    !matches!(file.source.kind, KindSource::NotFound)
}
