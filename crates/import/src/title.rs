//! The title of a page: what its front matter says, else its heading, else the name of its file.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    addresses::{self, PagePlace},
    blocks::{MarkdownBlock, Parsed},
    convert::{beside_words, has_link, heading_words},
    finding::ImportFinding,
    inlines::collapse,
    tree::Tree,
};

/// The heading that became the title: its words and the anchors that the file gives it.
pub type TitleHeading = (String, Vec<String>);

/// On so many pages of a folder the same heading is none of their titles but a masthead, as the name of the
/// site is.
const MASTHEAD: usize = 3;

/// The mastheads of the pages, each with the folder in which it is one.
pub fn mastheads<'a>(pages: impl Iterator<Item = (String, &'a Parsed)>) -> BTreeSet<(String, String)> {
    let mut seen: BTreeMap<(String, String), usize> = BTreeMap::new();
    for (folder, parsed) in pages {
        if let Some((_, words)) = heading(parsed) {
            *seen.entry((folder, words)).or_default() += 1;
        }
    }
    seen.into_iter().filter(|(_, times)| *times >= MASTHEAD).map(|(masthead, _)| masthead).collect()
}

/// Takes the heading that is the title out of the page; `written` is the title that the front matter says.
pub fn take(
    parsed: &mut Parsed,
    folder: &str,
    written: Option<&str>,
    mastheads: &BTreeSet<(String, String)>,
) -> Option<TitleHeading> {
    let (mut at, mut words) = heading(parsed)?;
    if written.is_none() && mastheads.contains(&(folder.to_owned(), words.clone())) {
        // Under the masthead stands the title itself; where it doesn't, the name of the file says more.
        let Some(MarkdownBlock::Heading { text, line, .. }) = parsed.blocks.get(at + 1) else { return None };
        let (title, line) = (heading_words(text), *line);
        if title.is_empty() {
            return None;
        }
        parsed.warnings.push((line, ImportFinding::HeadingShared(words)));
        match parsed.blocks.get(at).map(beside) {
            Some(beside) if !beside.is_empty() => {
                parsed.blocks[at] = MarkdownBlock::Paragraph { text: beside, line };
                at += 1;
            }
            _ => drop(parsed.blocks.remove(at)),
        }
        words = title;
    }
    if written.is_some_and(|title| title.to_lowercase() != words.to_lowercase()) {
        return None;
    }
    let Some(MarkdownBlock::Heading { ids, line, .. }) = parsed.blocks.get(at) else { return None };
    let (ids, line) = (ids.clone(), *line);
    let beside = parsed.blocks.get(at).map(beside).unwrap_or_default();
    if has_link(&beside) {
        parsed.warnings.push((line, ImportFinding::LinkInTitle));
    }
    if beside.is_empty() {
        parsed.blocks.remove(at);
    } else {
        parsed.blocks[at] = MarkdownBlock::Paragraph { text: beside, line };
    }
    Some((words, ids))
}

/// The first heading of level 1: where it stands, and its words, of which there is one at least.
fn heading(parsed: &Parsed) -> Option<(usize, String)> {
    let (at, text) = parsed.blocks.iter().enumerate().find_map(|(at, block)| match block {
        MarkdownBlock::Heading { level: 1, text, .. } => Some((at, text)),
        _ => None,
    })?;
    Some((at, heading_words(text))).filter(|(_, words)| !words.is_empty())
}

fn beside(block: &MarkdownBlock) -> Vec<super::blocks::MarkdownInline> {
    match block {
        MarkdownBlock::Heading { text, .. } => beside_words(text),
        _ => Vec::new(),
    }
}

/// "04-retket_ja-leirit.md" is "Retket ja leirit".
pub fn of_name(place: &PagePlace, tree: &Tree) -> String {
    let path = place.index_of.as_ref().or(place.file.as_ref()).map_or("", String::as_str);
    let path = if path.is_empty() { tree.shown.as_str() } else { path };
    let name = path.rsplit('/').next().unwrap_or_default();
    let name =
        if place.index_of.is_none() { name.rsplit_once('.').map_or(name, |(name, _)| name) } else { name };
    let name = addresses::dated(name).map_or(name, |(_, rest)| rest);
    let name = addresses::numbered(name).map_or(name, |(_, rest)| rest);
    let words = collapse(&name.replace(['-', '_'], " ")).trim().to_owned();
    let mut letters = words.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => "–".to_owned(),
    }
}
