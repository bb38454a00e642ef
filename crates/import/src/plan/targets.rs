//! The pages and headings that links can lead to.

use super::{drafts::Draft, options::Options};
use crate::{
    anchors, blocks,
    convert::heading_words,
    links::{Target, Targets},
};
use compile::terms::Terms;

/// All pages with their anchors.
pub(super) fn targets(drafts: &[Draft], options: Options<'_>) -> Targets {
    let mut targets = Targets::default();
    for draft in drafts {
        let mut headings: Vec<(String, Vec<String>)> = draft
            .parsed
            .blocks
            .iter()
            .filter_map(|block| match block {
                blocks::Block::Heading { text, ids, .. } => Some((heading_words(text), ids.clone())),
                _ => None,
            })
            .filter(|(words, _)| !words.is_empty())
            .collect();
        if !draft.parsed.footnotes.is_empty() {
            headings.push((Terms::of(options.language).footnotes.to_owned(), Vec::new()));
        }
        let above = (String::new(), draft.parsed.ids.clone());
        let title: Vec<_> = draft.title_heading.iter().cloned().chain([above]).collect();
        let target = Target {
            address: draft.address.to_string(),
            name: draft.title.clone(),
            draft: draft.front_matter.draft,
            anchors: anchors::anchors(&headings),
            title: anchors::anchors(&title),
        };
        let mut paths = Vec::new();
        paths.extend(draft.place.file.clone());
        paths.extend(draft.place.index_of.clone());
        paths.push(draft.place.segments.join("/"));
        paths.extend(draft.front_matter.aliases.clone());
        targets.add(target, paths);
    }
    targets
}
