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

use std::collections::HashMap;

use application::page::{Language, Page, PageKind, PagePath, SiteFrame};
use rayon::prelude::*;

use crate::{
    check::Site,
    fault::Faults,
    read::PageFile,
    source::{KindSource, SiteSource},
};

/// What a page is compiled with.
#[derive(Clone, Copy)]
pub(crate) struct Context<'a> {
    pub(crate) site: &'a Site<'a>,
    pub(crate) file: &'a PageFile,
}

/// Compiles every page, on all cores, and gives each to `each` together with its old addresses as soon as it is
/// made: no more pages are kept than are worked on. Faults within the pages go to `faults`.
///
/// Gives what `each` gave, in the order of the pages' addresses.
pub fn compile<R: Send>(
    site: &Site<'_>,
    source: &SiteSource,
    faults: &mut Faults,
    each: impl Fn(Page, &[&PagePath]) -> R + Sync,
) -> Vec<R> {
    let frames = Language::ALL.map(|language| (language, frame::frame(site, source, language)));
    let mut old_addresses: HashMap<&PagePath, Vec<&PagePath>> = HashMap::new();
    for (from, to) in &site.old_addresses {
        old_addresses.entry(to).or_default().push(from);
    }
    let files: Vec<&PageFile> = site.pages.values().copied().collect();
    let made: Vec<(R, Faults)> = files
        .into_par_iter()
        .map(|file| {
            let mut faults = Faults::default();
            let page = compile_page(site, source, &frames, file, &mut faults);
            let from = old_addresses.get(&file.path).map_or(&[][..], Vec::as_slice);
            (each(page, from), faults)
        })
        .collect();
    made.into_iter()
        .map(|(made, found)| {
            faults.append(found);
            made
        })
        .collect()
}

fn compile_page(
    site: &Site<'_>,
    source: &SiteSource,
    frames: &[(Language, SiteFrame)],
    file: &PageFile,
    faults: &mut Faults,
) -> Page {
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
        site: frames
            .iter()
            .find(|(language, _)| *language == file.language)
            .map_or_else(|| frame::frame(site, source, file.language), |(_, frame)| frame.clone()),
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
