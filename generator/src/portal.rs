//! The portal as data: pages in three levels under the front page.

use crate::{random::Random, text, words};

/// How large a portal, and which one of that size.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    /// How many pages, the front page included; at least 1. "Not found" comes on top.
    pub pages: usize,
    /// The same seed gives the same portal.
    pub seed: u64,
}

/// A portal; the front page is the first page, a page stands after the page above it.
pub struct GeneratedPortal {
    /// Its name.
    pub name: String,
    /// Its pages.
    pub pages: Vec<GeneratedPage>,
}

/// A page.
pub struct GeneratedPage {
    /// Its address, from slash to slash.
    pub address: String,
    /// Its title.
    pub title: String,
    /// Its summary.
    pub summary: String,
    /// The kind of the page.
    pub kind: GeneratedKind,
    /// Its content; about 350 words.
    pub blocks: Vec<GeneratedBlock>,
}

/// The kind of a page.
#[derive(Clone, Debug)]
pub enum GeneratedKind {
    /// The first page.
    Front,
    /// A page with others under it.
    Section,
    /// An ordinary page.
    Page,
    /// A news item with its date.
    News(String),
    /// A call with its deadline.
    Call(String),
    /// An event with its date and place.
    Event(String, String),
}

/// A part of a page; texts are Markdown, in the little that both formats read alike.
pub enum GeneratedBlock {
    /// A heading.
    Heading(String),
    /// A paragraph.
    Paragraph(String),
    /// A list.
    List(Vec<String>),
    /// Terms and their values.
    Facts(Vec<(String, String)>),
    /// The pages under this one.
    Children,
}

impl GeneratedPortal {
    /// Makes a portal.
    pub fn generate(size: Size) -> GeneratedPortal {
        let mut random = Random::new(size.seed);
        let addresses = addresses(size.pages.max(1), &mut random);
        let pages = (0..addresses.len()).map(|number| page(number, &addresses, &mut random)).collect();
        GeneratedPortal { name: "Mittala".to_owned(), pages }
    }
}

/// The addresses of the tree: sections in the first level, sections and pages in the second, pages in the
/// third. Sections are of very different size: the first holds a twentieth of all pages directly under it.
fn addresses(pages: usize, random: &mut Random) -> Vec<(String, MenuPlace)> {
    let mut addresses = vec![("/".to_owned(), MenuPlace::Section)];
    let mut rest = pages - 1;
    let mut section = 0;
    while rest > 0 {
        section += 1;
        rest -= 1;
        let top = format!("/osa-{section}/");
        addresses.push((top.clone(), MenuPlace::Section));
        if section == 1 {
            let leaves = (pages / 20).min(rest);
            addresses.extend((1..=leaves).map(|leaf| (format!("{top}kohde-{leaf}/"), MenuPlace::Page)));
            rest -= leaves;
        }
        let groups = (2 + random.below(12)).min(rest);
        for group in 1..=groups {
            if rest == 0 {
                break;
            }
            rest -= 1;
            let middle = format!("{top}aihe-{group}/");
            let leaves = [0, 3, 8, 20, 60][random.below(5)].min(rest);
            let place = if leaves == 0 { MenuPlace::Page } else { MenuPlace::Section };
            addresses.push((middle.clone(), place));
            addresses.extend((1..=leaves).map(|leaf| (format!("{middle}kohde-{leaf}/"), MenuPlace::Page)));
            rest -= leaves;
        }
    }
    addresses
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum MenuPlace {
    Section,
    Page,
}

fn page(number: usize, addresses: &[(String, MenuPlace)], random: &mut Random) -> GeneratedPage {
    let (address, place) = &addresses[number];
    let date =
        format!("20{:02}-{:02}-{:02}", 5 + random.below(20), 1 + random.below(12), 1 + random.below(28));
    let kind = match (number, place, random.below(8)) {
        (0, ..) => GeneratedKind::Front,
        (_, MenuPlace::Section, _) => GeneratedKind::Section,
        (_, _, 0 | 1) => GeneratedKind::News(date),
        (_, _, 2) => GeneratedKind::Call(date),
        (_, _, 3) => GeneratedKind::Event(date, text::title(random)),
        _ => GeneratedKind::Page,
    };
    let mut blocks = Vec::new();
    for _ in 0..3 {
        blocks.push(GeneratedBlock::Heading(text::title(random)));
        let mut paragraph = text::paragraph(random, 50);
        let target = random.one_of(addresses).0.as_str();
        paragraph.push_str(&format!(" **{}** [{}]({target}).", words::word(random), text::title(random)));
        blocks.push(GeneratedBlock::Paragraph(paragraph));
        blocks.push(GeneratedBlock::Paragraph(text::paragraph(random, 30)));
    }
    blocks.push(GeneratedBlock::List((0..5).map(|_| text::sentence(random)).collect()));
    blocks
        .push(GeneratedBlock::Facts((0..3).map(|_| (text::title(random), text::sentence(random))).collect()));
    if *place == MenuPlace::Section {
        blocks.push(GeneratedBlock::Children);
    }
    GeneratedPage {
        address: address.clone(),
        title: text::title(random),
        summary: text::sentence(random),
        kind,
        blocks,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_portal_has_as_many_pages_as_were_asked_for_in_three_levels() {
        for pages in [1, 2, 37, 1000] {
            let portal = GeneratedPortal::generate(Size { pages, seed: 1 });
            assert_eq!(portal.pages.len(), pages);
            let deepest = portal.pages.iter().map(|page| page.address.matches('/').count() - 1).max();
            assert!(deepest <= Some(3), "{deepest:?}");
        }
    }

    #[test]
    fn a_page_has_about_350_words() {
        let portal = GeneratedPortal::generate(Size { pages: 200, seed: 1 });
        let words = |text: &str| text.split(' ').count();
        let all: usize = portal
            .pages
            .iter()
            .flat_map(|page| &page.blocks)
            .map(|block| match block {
                GeneratedBlock::Heading(text) | GeneratedBlock::Paragraph(text) => words(text),
                GeneratedBlock::List(items) => items.iter().map(|item| words(item)).sum(),
                GeneratedBlock::Facts(rows) => {
                    rows.iter().map(|(term, value)| words(term) + words(value)).sum()
                }
                GeneratedBlock::Children => 0,
            })
            .sum();
        assert!((300..400).contains(&(all / 200)), "{}", all / 200);
    }
}
