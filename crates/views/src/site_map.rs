//! The pages of the site as nested lists.

use crate::markup::{Element, el};
use page::MapEntry;

/// So many pages without pages under them stand side by side, where there is room.
const MANY: usize = 12;

pub(super) fn site_map(entries: &[MapEntry]) -> Element {
    let list = if entries.len() >= MANY && entries.iter().all(|entry| entry.children.is_empty()) {
        el("ul").class("site-map-many")
    } else {
        el("ul")
    };
    list.children(entries.iter().map(|entry| {
        let link = el("a").attr("href", entry.path.to_string()).words(&entry.title);
        let below = (!entry.children.is_empty()).then(|| site_map(&entry.children));
        el("li").child(link).children(below)
    }))
}
