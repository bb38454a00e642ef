//! Pages that no other page leads to.

use std::{
    collections::{BTreeSet, HashSet},
    sync::{Mutex, PoisonError},
};

use page::{Block, Inline, List, Page, PageKind};

use super::Site;
use content::{
    fault::{Fault, Faults, finding::LinkFinding},
    source::KindSource,
};

/// The addresses to which a listing, a link or a menu leads. The site map doesn't count: nobody reads it for pleasure.
#[derive(Default)]
pub struct Reached(Mutex<HashSet<String>>);

impl Reached {
    /// Notes addresses to which a page leads.
    pub fn note(&self, leads_to: &[String]) {
        let mut reached = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        for to in leads_to {
            if !reached.contains(to) {
                reached.insert(to.clone());
            }
        }
    }

    /// Reports the pages to which nothing leads.
    pub fn report_orphans(self, site: &Site<'_>, faults: &mut Faults) {
        let reached = self.0.into_inner().unwrap_or_else(PoisonError::into_inner);
        for file in site.pages.values() {
            let stands_alone =
                matches!(file.source.kind, KindSource::Front | KindSource::NotFound | KindSource::Gone(_));
            // Its page leads to a variant in easy language.
            let stands_alone = stands_alone || site.in_standard_language(file).is_some();
            if stands_alone || reached.contains(file.path.as_str()) {
                continue;
            }
            let place = file.place(file.source.title.span.clone());
            faults.add(Fault::new(LinkFinding::Orphan { path: file.path.clone() }, place));
        }
    }
}

/// The addresses to which a page leads, without itself, in order.
pub fn leads_to(page: &Page) -> Vec<String> {
    let mut found: BTreeSet<&str> = BTreeSet::new();
    collect(page, &mut |to| {
        found.insert(to.split('#').next().unwrap_or_default());
    });
    found.remove(page.path.as_str());
    found.into_iter().filter(|to| to.starts_with('/')).map(str::to_owned).collect()
}

fn collect<'p>(page: &'p Page, reach: &mut impl FnMut(&'p str)) {
    page.blocks.iter().for_each(|block| links_of(block, reach));
    page.related.iter().for_each(|link| reach(link.path.as_str()));
    page.translations.iter().for_each(|other| reach(other.path.as_str()));
    if page.kind == PageKind::Front {
        page.site.menu.iter().chain(&page.site.footer).for_each(|link| reach(link.path.as_str()));
        page.site.feedback.iter().for_each(|to| reach(to.as_str()));
    }
}

fn links_of<'p>(block: &'p Block, reach: &mut impl FnMut(&'p str)) {
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
        Block::Listing(listing) => listing.entries.iter().for_each(|entry| reach(entry.path.as_str())),
        Block::Pager(_)
        | Block::Heading { .. }
        | Block::Code { .. }
        | Block::CallState(_)
        | Block::SiteMap(_) => {}
    }
}

fn links_of_list<'p>(list: &'p List, reach: &mut impl FnMut(&'p str)) {
    for item in &list.items {
        links_in(&item.text, reach);
        if let Some(list) = &item.list {
            links_of_list(list, reach);
        }
    }
}

fn links_in<'p>(spans: &'p [Inline], reach: &mut impl FnMut(&'p str)) {
    for span in spans {
        match span {
            Inline::Link { to, text } => {
                reach(to.as_str());
                links_in(text, reach);
            }
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Foreign(_, inner) => {
                links_in(inner, reach);
            }
            Inline::Text(_)
            | Inline::Code(_)
            | Inline::Abbreviation(..)
            | Inline::Date(_)
            | Inline::Break => {}
        }
    }
}
