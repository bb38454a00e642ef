//! A block of a page: one match, one view each.

use leptos::prelude::*;

use crate::{
    page::{Block, HeadingLevel, Inline, ListOrder},
    views::{facts::facts, inline::inlines, listing::listing, site_map::site_map},
};

/// Erased to one type: a generic tree of all blocks would cost the visitor a copy of the code for each.
pub(super) fn block(block: &Block) -> AnyView {
    match block {
        Block::Heading { level, id, text } => heading(*level, id, text),
        Block::Paragraph(spans) => view! { <p>{inlines(spans)}</p> }.into_any(),
        Block::List { order, items } => list(*order, items),
        Block::Facts(rows) => facts(rows).into_any(),
        Block::Listing(entries) => listing(entries).into_any(),
        Block::SiteMap(entries) => view! { <div class="site-map">{site_map(entries)}</div> }.into_any(),
    }
}

fn heading(level: HeadingLevel, id: &str, text: &str) -> AnyView {
    let (id, text) = (id.to_owned(), text.to_owned());
    match level {
        HeadingLevel::H2 => view! { <h2 id=id>{text}</h2> }.into_any(),
        HeadingLevel::H3 => view! { <h3 id=id>{text}</h3> }.into_any(),
    }
}

fn list(order: ListOrder, items: &[Vec<Inline>]) -> AnyView {
    let items: Vec<_> = items.iter().map(|spans| view! { <li>{inlines(spans)}</li> }).collect();
    match order {
        ListOrder::Unordered => view! { <ul>{items}</ul> }.into_any(),
        ListOrder::Ordered => view! { <ol>{items}</ol> }.into_any(),
    }
}
