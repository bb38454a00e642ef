//! Pages that no other page leads to.

use std::collections::HashSet;

use application::page::{Block, Inline, List, Page, PageKind};

use super::Site;
use crate::fault::{Fault, Faults};

/// Reports the pages to which no listing, no link and no menu leads; the site map alone doesn't count, since
/// nobody reads it for pleasure.
pub fn orphans(site: &Site<'_>, pages: &[Page], faults: &mut Faults) {
    let mut reached: HashSet<String> = HashSet::new();
    for page in pages {
        let from = page.path.as_str();
        let mut reach = |to: &str| {
            let to = to.split('#').next().unwrap_or_default();
            if to != from && !reached.contains(to) {
                reached.insert(to.to_owned());
            }
        };
        page.blocks.iter().for_each(|block| links_of(block, &mut reach));
        page.related.iter().for_each(|link| reach(link.path.as_str()));
        page.translations.iter().for_each(|other| reach(other.path.as_str()));
        if page.kind == PageKind::Front {
            page.site.menu.iter().chain(&page.site.footer).for_each(|link| reach(link.path.as_str()));
        }
    }
    for page in pages {
        let stands_alone = matches!(page.kind, PageKind::Front | PageKind::NotFound | PageKind::Gone);
        let Some(file) = site.pages.get(&page.path) else { continue };
        if stands_alone || reached.contains(page.path.as_str()) {
            continue;
        }
        let place = file.place(file.source.title.span.clone());
        let message = format!("No page leads to {}", page.path);
        let fault = Fault::new("page.orphan", place, message, "nobody finds it").as_warning();
        faults.add(fault.with_help("link to it, or let the page above it list its pages with “children”"));
    }
}

fn links_of(block: &Block, reach: &mut impl FnMut(&str)) {
    match block {
        Block::Paragraph(spans) => links_in(spans, reach),
        Block::List(list) => links_of_list(list, reach),
        Block::Facts(rows) => rows.iter().for_each(|row| links_in(&row.value, reach)),
        Block::Group { title, blocks, .. } => {
            links_in(title, reach);
            blocks.iter().for_each(|inner| links_of(inner, reach));
        }
        Block::Table(table) => {
            table.header.iter().chain(table.rows.iter().flatten()).for_each(|cell| links_in(cell, reach));
        }
        Block::Figure(figure) => links_in(&figure.caption, reach),
        Block::Listing(entries) => entries.iter().for_each(|entry| reach(entry.path.as_str())),
        Block::Pager(_)
        | Block::Heading { .. }
        | Block::Code(_)
        | Block::CallState(_)
        | Block::SiteMap(_) => {}
    }
}

fn links_of_list(list: &List, reach: &mut impl FnMut(&str)) {
    for item in &list.items {
        links_in(&item.text, reach);
        if let Some(list) = &item.list {
            links_of_list(list, reach);
        }
    }
}

fn links_in(spans: &[Inline], reach: &mut impl FnMut(&str)) {
    for span in spans {
        match span {
            Inline::Link { to, text } => {
                reach(to.as_str());
                links_in(text, reach);
            }
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Foreign(_, inner) => {
                links_in(inner, reach)
            }
            Inline::Text(_)
            | Inline::Code(_)
            | Inline::Abbreviation(..)
            | Inline::Date(_)
            | Inline::Break => {}
        }
    }
}
