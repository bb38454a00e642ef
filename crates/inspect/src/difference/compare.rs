//! What became of each page and each file.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use page::{Block, Page, PageDocument};
use rayon::prelude::*;
use serde_json::Value;

use super::{
    change::{Difference, Edit, Fate, FileChange, Named, PageChange},
    site::{ComparedSite, Stands},
};

/// What is found at an address that isn't what it was.
struct Found {
    change: Option<PageChange>,
    has_other_frame: bool,
}

/// Compares two sites, on all cores.
///
/// # Errors
/// The data of a page of another version of Seutu.
pub fn compare(old: &ComparedSite, new: &ComparedSite) -> anyhow::Result<Difference> {
    let addresses: BTreeSet<&String> = old.pages.keys().chain(new.pages.keys()).collect();
    let addresses: Vec<&String> = addresses.into_iter().collect();
    let found: Vec<Found> =
        addresses.par_iter().map(|address| at(old, new, address)).collect::<anyhow::Result<_>>()?;
    let frames = found.iter().filter(|found| found.has_other_frame).count();
    let mut pages: Vec<PageChange> = found.into_iter().filter_map(|found| found.change).collect();
    // A page that came from elsewhere is told where it was.
    let came: HashSet<String> = pages.iter().filter_map(came).collect();
    pages.retain(|change| !matches!(change, PageChange::Appears(page) if came.contains(&page.path)));
    Ok(Difference { pages, files: files(&old.files, &new.files), documents: documents(old, new), frames })
}

fn came(change: &PageChange) -> Option<String> {
    match change {
        PageChange::Moves { page, .. } => Some(page.path.clone()),
        _ => None,
    }
}

/// What becomes of an address.
fn at(old: &ComparedSite, new: &ComparedSite, address: &str) -> anyhow::Result<Found> {
    let (before, after) = (old.pages.get(address), new.pages.get(address));
    let mut found = Found { change: None, has_other_frame: false };
    if let (Some(before), Some(after)) = (before, after)
        && before.says_what(after)
    {
        return Ok(found);
    }
    let decode = |stands: Option<&Stands>| stands.map(|stands| stands.decode(address)).transpose();
    let host_leads = |site: &ComparedSite| site.of_host.get(address.trim_end_matches('/')).cloned();
    found.change = match (decode(before)?, decode(after)?) {
        (Some(PageDocument::Page(before)), Some(PageDocument::Page(after))) => {
            found.has_other_frame = before.site != after.site;
            let edit = edit(&before, &after);
            (!edit.is_empty()).then(|| PageChange::Changes { page: named(address, &after), edit })
        }
        (Some(PageDocument::Page(page)), Some(PageDocument::Moved(to))) => {
            Some(moves(new, address, &page, new.within(to.as_str()))?)
        }
        (Some(PageDocument::Page(page)), None) => Some(match host_leads(new) {
            Some(to) => moves(new, address, &page, &to)?,
            None => PageChange::Goes(named(address, &page)),
        }),
        (_, Some(PageDocument::Page(page))) => Some(PageChange::Appears(named(address, &page))),
        (Some(PageDocument::Moved(_)), None) if host_leads(new).is_none() => {
            Some(PageChange::LeadsNoMore { from: address.to_owned() })
        }
        (Some(PageDocument::Moved(_)) | None, Some(PageDocument::Moved(to))) => {
            Some(PageChange::LeadsOn { from: address.to_owned(), to: new.within(to.as_str()).to_owned() })
        }
        (Some(PageDocument::Moved(_)) | None, None) => None,
    };
    Ok(found)
}

/// A page that was here is compared with the one to which its address leads now.
fn moves(new: &ComparedSite, from: &str, page: &Page, to: &str) -> anyhow::Result<PageChange> {
    let there = new.pages.get(to).map(|stands| stands.decode(to)).transpose()?;
    let (page, edit) = match there {
        Some(PageDocument::Page(there)) => (named(to, &there), edit(page, &there)),
        // It leads on from there, or to another site.
        _ => (Named { path: to.to_owned(), title: page.title.clone() }, Edit::default()),
    };
    Ok(PageChange::Moves { from: from.to_owned(), page, edit })
}

fn named(address: &str, page: &Page) -> Named {
    Named { path: address.to_owned(), title: page.title.clone() }
}

/// What a page says else, without what stands around every page.
fn edit(before: &Page, after: &Page) -> Edit {
    let (words_in, words_out) = words_between(&words(before), &words(after));
    let title_before = (before.title != after.title).then(|| before.title.clone());
    let mut edit = Edit {
        title_before,
        summary: before.description != after.description,
        words_in,
        words_out,
        rest: false,
    };
    // A page that moves has other addresses without that anybody wrote something else.
    let rest = before.path == after.path && !is_same(before, after);
    edit.rest = rest && edit.is_empty();
    edit
}

/// Whether two pages are the same but for what stands around every page, and for the date of their last
/// change, which says nothing new.
fn is_same(before: &Page, after: &Page) -> bool {
    Page { site: before.site.clone(), changed: before.changed.clone(), ..after.clone() } == *before
}

/// How often a page's own text has each word; lists of other pages say what stands there.
fn words(page: &Page) -> HashMap<String, usize> {
    let own = page.blocks.iter().filter(|block| {
        !matches!(block, Block::CallState(_) | Block::Listing(_) | Block::Pager(_) | Block::SiteMap(_))
    });
    let mut words = HashMap::new();
    count(page.tagline.as_deref().unwrap_or_default(), &mut words);
    for block in own {
        // What can't be written as JSON has been read from it.
        count_all(&serde_json::to_value(block).unwrap_or_default(), &mut words);
    }
    words
}

/// The fields of blocks that hold no words of a reader.
const NO_WORDS: [&str; 8] = ["to", "id", "level", "kind", "order", "source", "smaller", "iso"];

fn count_all(value: &Value, words: &mut HashMap<String, usize>) {
    match value {
        Value::String(text) => count(text, words),
        Value::Array(items) => items.iter().for_each(|item| count_all(item, words)),
        Value::Object(fields) => {
            let with_words = fields.iter().filter(|(name, _)| !NO_WORDS.contains(&name.as_str()));
            with_words.for_each(|(_, held)| count_all(held, words));
        }
        _ => {}
    }
}

fn count(text: &str, words: &mut HashMap<String, usize>) {
    for word in text.split_whitespace() {
        *words.entry(word.to_owned()).or_default() += 1;
    }
}

/// How many words came, and how many went.
fn words_between(before: &HashMap<String, usize>, after: &HashMap<String, usize>) -> (usize, usize) {
    let beyond = |some: &HashMap<String, usize>, others: &HashMap<String, usize>| {
        let beyond = |(word, times): (&String, &usize)| {
            times.saturating_sub(others.get(word).copied().unwrap_or_default())
        };
        some.iter().map(beyond).sum()
    };
    (beyond(after, before), beyond(before, after))
}

/// How many pages have the same data in another document.
fn documents(old: &ComparedSite, new: &ComparedSite) -> usize {
    let both = new.pages.iter().filter_map(|(address, after)| Some((old.pages.get(address)?, after)));
    both.filter(|(before, after)| before.says_what(after) && before.document != after.document).count()
}

fn files(old: &BTreeMap<String, u64>, new: &BTreeMap<String, u64>) -> Vec<FileChange> {
    let names: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
    let changes = names.into_iter().filter_map(|name| {
        let fate = match (old.get(name), new.get(name)) {
            (None, _) => Fate::Appears,
            (_, None) => Fate::Goes,
            (before, after) => (before != after).then_some(Fate::Changes)?,
        };
        Some(FileChange { name: name.clone(), fate })
    });
    changes.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_came_and_went_are_counted_however_often_they_stand_there() {
        let counted = |text| {
            let mut words = HashMap::new();
            count(text, &mut words);
            words
        };
        assert_eq!(words_between(&counted("jää on ohut"), &counted("jää on on paksu")), (2, 1));
        assert_eq!(words_between(&counted("a b"), &counted("b a")), (0, 0));
    }
}
