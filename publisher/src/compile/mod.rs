//! The third stage: from the source model to the page model.
//!
//! [`compile`] makes all pages; [`frame`] what stands around them with
//! [`feedback`], [`breadcrumb`] the way to them, [`blocks`]
//! what stands on them, [`facts`] what a call, an event or a news item says of itself, [`listing`] the lists of
//! other pages and [`parts`] those that are too long for one, [`related`] the ways on, [`languages`] what isn't translated, [`media`] pictures and documents, [`sharing`] the picture of a shared page,
//! [`markdown`] and [`links`] the text, [`dates`] the dates. Faults within a page's text show only here.

pub mod anchors;
pub mod blocks;
pub mod breadcrumb;
pub mod dates;
pub mod facts;
pub mod feedback;
pub mod frame;
pub mod languages;
pub mod links;
pub mod listing;
pub mod markdown;
pub mod media;
pub mod parts;
pub mod related;
pub mod sharing;

use std::{collections::HashMap, sync::Arc};

use application::page::{Block, FormattedDate, HeadingLevel, Language, Page, PageKind, PagePath, SiteFrame};

use rayon::prelude::*;

use crate::{
    check::Site,
    fault::Faults,
    read::{PageFile, Sourced},
    source::{KindSource, SiteSource},
};
use sharing::SharingPicture;

/// What a page is compiled with.
#[derive(Clone, Copy)]
pub(crate) struct Context<'a> {
    pub(crate) site: &'a Site<'a>,
    pub(crate) file: &'a PageFile,
}

/// What a page's documents say, and the page itself doesn't.
#[derive(Clone, Copy)]
pub struct Beside<'a> {
    /// The addresses at which the page used to be.
    pub old_addresses: &'a [&'a PagePath],
    /// The picture that stands for it where it is shared.
    pub picture: Option<&'a SharingPicture>,
}

/// Compiles every page, on all cores, and gives each to `each` together with what its documents say beside it, as soon as it is
/// made: no more pages are kept than are worked on. Faults within the pages go to `faults`.
///
/// Gives what `each` gave, in the order of the pages' addresses; the parts of a long list follow their page.
pub fn compile<R: Send>(
    site: &Site<'_>,
    source: &Sourced<SiteSource>,
    faults: &mut Faults,
    each: impl Fn(Page, Beside<'_>) -> R + Sync,
) -> Vec<R> {
    let frames = frames(site, source, faults);
    let site_pictures = site_pictures(site, source, faults);
    let mut old_addresses: HashMap<&PagePath, Vec<&PagePath>> = HashMap::new();
    for (from, to) in &site.old_addresses {
        old_addresses.entry(to).or_default().push(from);
    }
    let files: Vec<&PageFile> = site.pages.values().copied().collect();
    let made: Vec<(Vec<R>, Faults)> = files
        .into_par_iter()
        .map(|file| {
            let mut faults = Faults::default();
            let whole = compile_page(Context { site, file }, &source.value, &frames, &mut faults);
            let of_site = site_pictures.iter().find(|(language, _)| *language == file.language);
            let own = sharing::of_page(&whole.page, &source.value.address.value);
            let picture = own.as_ref().or_else(|| of_site.map(|(_, picture)| picture));
            let from = old_addresses.get(&file.path).map_or(&[][..], Vec::as_slice);
            let parts = parts::in_parts(whole, &mut faults, file);
            // The old addresses lead to the beginning.
            let made = parts.into_iter().enumerate().map(|(part, page)| {
                each(page, Beside { old_addresses: if part == 0 { from } else { &[] }, picture })
            });
            (made.collect(), faults)
        })
        .collect();
    // Drafts are checked, and nobody gets them.
    for file in &site.drafts {
        compile_page(Context { site, file }, &source.value, &frames, faults);
    }
    made.into_iter()
        .flat_map(|(made, found)| {
            faults.append(found);
            made
        })
        .collect()
}

/// What stands around the pages of each language.
fn frames(site: &Site<'_>, source: &Sourced<SiteSource>, faults: &mut Faults) -> Vec<(Language, SiteFrame)> {
    let feedback = feedback::feedback(site, source, faults);
    let languages = source.value.languages.iter().map(|language| Language::from(language.value));
    languages
        .map(|language| {
            let notice = frame::notice(site, source, language, faults);
            let feedback = feedback.as_ref().and_then(|feedback| feedback.href(site, language));
            (language, frame::frame(site, &source.value, notice, feedback, language))
        })
        .collect()
}

/// The site's own picture for pages that are shared, in each language; its places are in site.json.
fn site_pictures(
    site: &Site<'_>,
    source: &Sourced<SiteSource>,
    faults: &mut Faults,
) -> Vec<(Language, SharingPicture)> {
    let Some(front) = site.front_pages().first() else { return Vec::new() };
    let file = PageFile { text: Arc::clone(&source.text), ..PageFile::clone(front) };
    sharing::of_site(Context { site, file: &file }, &source.value, faults)
}

fn compile_page(
    context: Context<'_>,
    source: &SiteSource,
    frames: &[(Language, SiteFrame)],
    faults: &mut Faults,
) -> parts::Whole {
    let Context { site, file } = context;
    let title = &file.source.title.value;
    let kind = kind(&file.source.kind);
    let document_title = match kind {
        PageKind::Front => format!("{} – {}", source.name, source.slogan),
        _ => format!("{title} – {}", source.name),
    };
    let mut blocks = facts::facts(context, faults);
    let above = blocks.len();
    let content = blocks::blocks(context, faults);
    blocks.extend(content.blocks);
    let long_listing =
        content.long_listing.map(|listing| blocks::LongListing { place: listing.place + above, ..listing });
    blocks.extend(facts::below(context, faults));
    let frame = frames.iter().find(|(language, _)| *language == file.language);
    let page = Page {
        path: file.path.clone(),
        canonical: (kind != PageKind::NotFound).then(|| format!("{}{}", source.address.value, file.path)),
        language: file.language,
        kind,
        title: title.clone(),
        document_title,
        description: file.source.summary.value.clone(),
        tagline: file.source.tagline.clone(),
        breadcrumb: breadcrumb::breadcrumb(context),
        contents: is_long(kind, &blocks),
        blocks,
        related: related::related(context, faults),
        neighbours: related::neighbours(context),
        translations: languages::translations(context),
        in_other_languages: languages::in_other_languages(context),
        changed: changed(context, kind),
        // A language that site.json doesn't name has been reported; its pages aren't published.
        site: frame.map_or_else(
            || frame::frame(site, source, None, None, file.language),
            |(_, frame)| frame.clone(),
        ),
    };
    parts::Whole { page, long_listing }
}

/// A reader who has to scroll wants to know what for: from four parts on.
fn is_long(kind: PageKind, blocks: &[Block]) -> bool {
    let part = |block: &&Block| matches!(block, Block::Heading { level: HeadingLevel::H2, .. });
    !matches!(kind, PageKind::Front | PageKind::NotFound) && blocks.iter().filter(part).count() >= 4
}

/// Lists of pages change with other pages; a date of their own file would mislead.
fn changed(context: Context<'_>, kind: PageKind) -> Option<FormattedDate> {
    let dated = matches!(
        kind,
        PageKind::Article
            | PageKind::News
            | PageKind::Call
            | PageKind::Event
            | PageKind::Materials
            | PageKind::Contact
    );
    let date = context.file.changed.filter(|_| dated)?;
    Some(dates::format_known(date, context.file.language))
}

fn kind(kind: &KindSource) -> PageKind {
    match kind {
        KindSource::Front => PageKind::Front,
        KindSource::Section => PageKind::Section,
        KindSource::Page => PageKind::Article,
        KindSource::News(_) => PageKind::News,
        KindSource::Call(_) => PageKind::Call,
        KindSource::Event(_) => PageKind::Event,
        KindSource::Materials(_) => PageKind::Materials,
        KindSource::Contact(_) => PageKind::Contact,
        KindSource::SiteMap => PageKind::SiteMap,
        KindSource::Gone(_) => PageKind::Gone,
        KindSource::NotFound => PageKind::NotFound,
    }
}
