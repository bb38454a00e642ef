//! A block of a page: one match, one view each.

use crate::{
    markup::{Element, el},
    page::{Block, HeadingLevel, ListOrder},
    views::{facts::facts, inline::inlines, listing::listing, site_map::site_map},
};

pub(super) fn block(block: &Block) -> Element {
    match block {
        Block::Heading { level, id, text } => {
            let name = match level {
                HeadingLevel::H2 => "h2",
                HeadingLevel::H3 => "h3",
            };
            el(name).attr("id", id.clone()).text(text.clone())
        }
        Block::Paragraph(spans) => el("p").pieces(inlines(spans)),
        Block::List { order, items } => {
            let name = match order {
                ListOrder::Unordered => "ul",
                ListOrder::Ordered => "ol",
            };
            el(name).children(items.iter().map(|spans| el("li").pieces(inlines(spans))))
        }
        Block::Facts(rows) => facts(rows),
        Block::Listing(entries) => listing(entries),
        Block::SiteMap(entries) => el("div").class("site-map").child(site_map(entries)),
    }
}
