//! The contents of a page: links to its headings of the second level.

use crate::{
    markup::{Element, el},
    messages::Messages,
};
use page::{Block, HeadingLevel, Page};

pub(super) fn contents(page: &Page) -> Element {
    let words = Messages::of(page.language);
    let entries = page.blocks.iter().filter_map(|block| match block {
        Block::Heading { level: HeadingLevel::H2, id, text } => {
            Some(el("li").child(el("a").attr("href", format!("#{id}")).words(text)))
        }
        _ => None,
    });
    el("nav")
        .class("contents")
        .attr("aria-label", words.contents)
        .child(el("p").attr("aria-hidden", "true").text(words.contents))
        .child(el("ul").children(entries))
}
