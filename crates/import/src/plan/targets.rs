//! The pages and headings that links can lead to.

use super::{options::ImportOptions, planned::PlannedPage};
use crate::{
    anchors, blocks,
    convert::heading_words,
    links::{LinkTarget, Targets},
};
use compile::terms::Terms;

/// All pages with their anchors.
pub(super) fn targets(pages: &[PlannedPage], options: ImportOptions<'_>) -> Targets {
    let mut targets = Targets::default();
    for page in pages {
        let mut headings: Vec<(String, Vec<String>)> = page
            .parsed
            .blocks
            .iter()
            .filter_map(|block| match block {
                blocks::MarkdownBlock::Heading { text, ids, .. } => Some((heading_words(text), ids.clone())),
                _ => None,
            })
            .filter(|(words, _)| !words.is_empty())
            .collect();
        if !page.parsed.footnotes.is_empty() {
            headings.push((Terms::of(options.language).footnotes.to_owned(), Vec::new()));
        }
        let above = (String::new(), page.parsed.ids.clone());
        let title: Vec<_> = page.title_heading.iter().cloned().chain([above]).collect();
        let target = LinkTarget {
            address: page.address.to_string(),
            name: page.title.clone(),
            draft: page.front_matter.draft,
            anchors: anchors::anchors(&headings),
            title: anchors::anchors(&title),
        };
        let mut paths = Vec::new();
        paths.extend(page.place.file.clone());
        paths.extend(page.place.index_of.clone());
        paths.push(page.place.segments.join("/"));
        paths.extend(page.front_matter.aliases.clone());
        targets.add(target, paths);
    }
    targets
}
