//! The ways on from a page: pages about the same thing, the pages before and after.

use std::collections::{BTreeMap, BTreeSet};

use page::{Neighbours, PageLink, PagePath};

use super::{context::Context, links};
use content::{fault::Faults, read::PageFile, source::KindSource};

/// How many related pages are shown at most, when they are found by their tags.
const MOST: usize = 5;

/// The pages that the editor named, then those that share most tags with this one.
pub(super) fn related(context: Context<'_>, faults: &mut Faults) -> Vec<PageLink> {
    let source = &context.file.source;
    let mut related: Vec<PageLink> = Vec::new();
    for address in &source.related {
        let place = context.file.place(address.span.clone());
        let named = links::whole_page(context, &address.value, place, faults);
        if let Some((path, Some(page))) = named
            && related.iter().all(|known| known.path != path)
        {
            related.push(link(page));
        }
    }
    // The page in standard language is offered above the text already.
    let standard = context.site.in_standard_language(context.file).map(|page| &page.path);
    let mut shared: BTreeMap<&PagePath, (usize, &PageFile)> = BTreeMap::new();
    for tag in source.tags.iter().collect::<BTreeSet<_>>() {
        for page in context.site.tagged(tag, context.file.language) {
            if page.path != context.file.path && Some(&page.path) != standard {
                shared.entry(&page.path).or_insert((0, page)).0 += 1;
            }
        }
    }
    let mut by_tags: Vec<(usize, &PageFile)> = shared.into_values().collect();
    // Stable: pages that share as many tags stay in the order of their addresses.
    by_tags.sort_by_key(|(tags, _)| std::cmp::Reverse(*tags));
    for (_, page) in by_tags {
        if related.len() >= MOST {
            break;
        }
        if related.iter().all(|known| known.path != page.path) {
            related.push(link(page));
        }
    }
    related
}

/// The pages before and after it within its section, in the order of the section's own list.
pub(super) fn neighbours(context: Context<'_>) -> Neighbours {
    let in_a_section = || {
        let parent = context.file.path.parent()?;
        let parent = context.site.pages.get(&parent)?;
        matches!(parent.source.kind, KindSource::Section).then_some(())
    };
    let goes_on = !matches!(context.file.source.kind, KindSource::Section | KindSource::SiteMap);
    if !goes_on || in_a_section().is_none() {
        return Neighbours::default();
    }
    let (previous, next) = context.site.neighbours(context.file);
    Neighbours { previous: previous.map(link), next: next.map(link) }
}

fn link(page: &PageFile) -> PageLink {
    PageLink { name: page.source.title.value.clone(), path: page.path.clone() }
}
