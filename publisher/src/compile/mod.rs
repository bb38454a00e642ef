//! The third stage: from the source model to the page model.
//!
//! [`compile`] makes all pages; [`frame`] what stands around them, [`breadcrumb`] the way to them, [`blocks`]
//! what stands on them, [`facts`] what a call, an event or a news item says of itself, [`listing`] the lists of
//! other pages, [`markdown`] and [`links`] the text, [`dates`] the dates. Faults within a page's text show only here.

pub mod anchors;
pub mod blocks;
pub mod breadcrumb;
pub mod dates;
pub mod facts;
pub mod frame;
pub mod links;
pub mod listing;
pub mod markdown;

use application::page::{Page, PageKind, PagePath};

use crate::{
    check::Site,
    fault::Faults,
    read::PageFile,
    source::{KindSource, SiteSource},
};

/// The pages of the site and where its old addresses lead.
pub struct Portal {
    /// Every page, by address.
    pub pages: Vec<Page>,
    /// Old addresses and the addresses that took their place.
    pub moved: Vec<Moved>,
}

/// A page that was elsewhere once.
pub struct Moved {
    /// The old address.
    pub from: PagePath,
    /// The index of the page in [`Portal::pages`].
    pub to: usize,
}

/// What a page is compiled with.
#[derive(Clone, Copy)]
pub(crate) struct Context<'a> {
    pub(crate) site: &'a Site<'a>,
    pub(crate) file: &'a PageFile,
}

/// Compiles the whole site; faults within the pages go to `faults`.
pub fn compile(site: &Site<'_>, source: &SiteSource, faults: &mut Faults) -> Portal {
    let pages: Vec<Page> = site.pages.values().map(|file| compile_page(site, source, file, faults)).collect();
    let moved = site
        .old_addresses
        .iter()
        .filter_map(|(from, to)| {
            let to = pages.binary_search_by(|page| page.path.cmp(to)).ok()?;
            Some(Moved { from: from.clone(), to })
        })
        .collect();
    Portal { pages, moved }
}

fn compile_page(site: &Site<'_>, source: &SiteSource, file: &PageFile, faults: &mut Faults) -> Page {
    let context = Context { site, file };
    let title = &file.source.title.value;
    let kind = kind(&file.source.kind);
    let document_title = match kind {
        PageKind::Front => format!("{} – {}", source.name, source.slogan),
        _ => format!("{title} – {}", source.name),
    };
    let mut blocks = facts::facts(context, faults);
    blocks.extend(blocks::blocks(context, faults));
    Page {
        path: file.path.clone(),
        canonical: (kind != PageKind::NotFound).then(|| format!("{}{}", source.address.value, file.path)),
        language: file.language,
        kind,
        title: title.clone(),
        document_title,
        description: file.source.summary.value.clone(),
        tagline: file.source.tagline.clone(),
        breadcrumb: breadcrumb::breadcrumb(context),
        blocks,
        site: frame::frame(site, source, file.language),
    }
}

fn kind(kind: &KindSource) -> PageKind {
    match kind {
        KindSource::Front => PageKind::Front,
        KindSource::Section => PageKind::Section,
        KindSource::Page => PageKind::Article,
        KindSource::News(_) => PageKind::News,
        KindSource::Call(_) => PageKind::Call,
        KindSource::Event(_) => PageKind::Event,
        KindSource::SiteMap => PageKind::SiteMap,
        KindSource::NotFound => PageKind::NotFound,
    }
}
