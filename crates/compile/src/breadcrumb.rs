//! The way from the front page to a page.

use page::PageLink;

use super::context::Context;
use content::{read::PageFile, source::KindSource};

/// Every page above, the page itself last. "Not found" stands nowhere and has no way to it; the way to a
/// variant in easy language leads through its page, wherever its file lies.
pub(super) fn breadcrumb(context: Context<'_>) -> Vec<PageLink> {
    if matches!(context.file.source.kind, KindSource::NotFound) {
        return Vec::new();
    }
    let standard = context.site.in_standard_language(context.file);
    let last = standard.unwrap_or(context.file);
    let above = std::iter::successors(Some(last.path.clone()), |path| path.parent());
    let mut way: Vec<PageLink> = above
        .filter_map(|path| context.site.pages.get(&path).copied())
        .filter(|page| page.language == context.file.language)
        .map(step)
        .collect();
    way.reverse();
    way.extend(standard.map(|_| step(context.file)));
    way
}

fn step(page: &PageFile) -> PageLink {
    let name = page.source.name.as_ref().unwrap_or(&page.source.title);
    PageLink { name: name.value.clone(), path: page.path.clone() }
}
