//! The way from the front page to a page.

use application::page::PageLink;

use super::Context;
use crate::source::KindSource;

/// Every page above, the page itself last. "Not found" stands nowhere and has no way to it.
pub(super) fn breadcrumb(context: Context<'_>) -> Vec<PageLink> {
    if matches!(context.file.source.kind, KindSource::NotFound) {
        return Vec::new();
    }
    let above = std::iter::successors(Some(context.file.path.clone()), |path| path.parent());
    let mut way: Vec<PageLink> = above
        .filter_map(|path| context.site.pages.get(&path).copied())
        .filter(|page| page.language == context.file.language)
        .map(|page| {
            let name = page.source.name.as_ref().unwrap_or(&page.source.title);
            PageLink { name: name.value.clone(), path: page.path.clone() }
        })
        .collect();
    way.reverse();
    way
}
