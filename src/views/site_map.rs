//! The pages of the site as nested lists.

use crate::{
    markup::{Element, el},
    page::MapEntry,
};

pub(super) fn site_map(entries: &[MapEntry]) -> Element {
    el("ul").children(entries.iter().map(|entry| {
        let link = el("a").attr("href", entry.path.to_string()).text(entry.title.clone());
        let below = (!entry.children.is_empty()).then(|| site_map(&entry.children));
        el("li").child(link).children(below)
    }))
}
