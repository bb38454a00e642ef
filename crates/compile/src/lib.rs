//! The third stage: from the source model to the page model.
//!
//! [`compile`] makes all pages, each with its `context`; [`frame`] what stands around them with [`feedback`],
//! [`breadcrumb`] the way to them, [`blocks`] what stands on them, [`facts`] what a call, an event or a news
//! item says of itself (`call` when a call is open, `contact` whom to turn to), [`legal`] what the law asks
//! for, [`listing`] the lists of other pages and [`parts`] those that are too long for one, [`related`] the
//! ways on, [`section`] what is printed together, [`languages`] what isn't translated, [`easy_language`] the
//! page in easy words, [`media`] pictures, [`documents`] what can be downloaded with [`document_language`],
//! [`follow`] feeds and calendars, [`sharing`] the picture of a shared page, [`about`] what programs learn of
//! it, [`markdown`] and [`links`] the text, [`misspelt`] what was meant as such and isn't, [`dates`] the
//! dates, [`terms`] the words that the publisher writes itself. [`outline`] tells which pages needn't be made
//! again. Faults within a page's text show only here.
//!
//! # Examples
//!
//! ```
//! use std::path::Path;
//!
//! use compile::{check::check, compile};
//! use content::{
//!     fault::Faults,
//!     file_system::{Overlay, disk},
//!     read::{ReadCache, read},
//! };
//! use page::{Block, Inline};
//!
//! let mut files = Overlay::over(disk());
//! files.put("example/site.json", r#"{
//!     "name": "Seutu", "slogan": "Yhdessä", "address": "https://seutu.example",
//!     "languages": ["fi"], "menu": [], "footer": []
//! }"#);
//! files.put("example/fi/index.json", r#"{
//!     "title": "Etusivu", "summary": "Mistä sivu kertoo.", "kind": "front",
//!     "content": [{ "paragraph": "Tervetuloa **kaikki**!" }]
//! }"#);
//! let mut faults = Faults::default();
//! let sources = read(&files, Path::new("example"), &mut ReadCache::default(), &mut faults)?;
//! let site = check(&sources, &mut faults);
//! let site_file = sources.known().expect("site.json can be read");
//! let compiled = compile(&site, site_file, &mut faults, |_| None, |made| made.pages);
//!
//! let front = &compiled[0][0];
//! let welcome = vec![
//!     Inline::Text("Tervetuloa ".to_owned()),
//!     Inline::Strong(vec![Inline::Text("kaikki".to_owned())]),
//!     Inline::Text("!".to_owned()),
//! ];
//! assert_eq!((front.path.as_str(), &front.blocks[0]), ("/", &Block::Paragraph(welcome)));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

pub mod about;
mod alphabetical;
pub mod anchors;
pub mod blocks;
pub mod breadcrumb;
mod call;
pub mod check;
mod contact;
mod contact_links;
mod context;
pub mod dates;
mod document_language;
pub mod documents;
pub mod easy_language;
pub mod facts;
pub mod feedback;
pub mod follow;
pub mod frame;
mod hosts;
pub mod languages;
pub mod legal;
pub mod links;
pub mod listing;
pub mod markdown;
pub mod media;
mod misspelt;
mod not_found;
pub mod outline;
pub mod parts;
pub mod related;
pub mod section;
pub mod sharing;
pub mod terms;

use std::{cell::RefCell, collections::HashMap, sync::Arc};

use page::{Block, FormattedDate, HeadingLevel, Language, Page, PageKind, PagePath, SiteFrame};

use rayon::prelude::*;

use crate::check::Site;
use about::About;
use content::{
    fault::{Faults, finding::Plain},
    read::{PageFile, Sourced, assets::Use},
    source::{KindSource, SiteSource},
};
use context::Context;
use sharing::SharingPicture;

/// What became of a page's file.
pub struct Compiled<'c> {
    /// The file.
    pub file: &'c PageFile,
    /// The page, and the further parts of its list if that is long.
    pub pages: Vec<Page>,
    /// What its documents say and the pages themselves don't.
    pub beside: DocumentExtras<'c>,
    /// The pictures and documents that it uses, by address.
    pub assets: Vec<(String, Use)>,
    /// Whether nothing at all was found wrong with it.
    pub is_sound: bool,
}

/// Data for a page's documents that aren't part of the page itself.
#[derive(Clone, Copy, Default)]
pub struct DocumentExtras<'a> {
    /// The addresses at which the page used to be.
    pub old_addresses: &'a [&'a PagePath],
    /// The picture that stands for it where it is shared.
    pub picture: Option<&'a SharingPicture>,
    /// What programs learn of what it is about.
    pub about: Option<&'a About>,
    /// The feed that whoever reads it would follow, from the site's root.
    pub feed: Option<&'a str>,
    /// The calendar of its language, from the site's root.
    pub calendar: Option<&'a str>,
}

/// Compiles every page, on all cores, and gives each to `make` as soon as it is compiled: no more pages are
/// kept than are worked on. A page for which `keep` has something is what it was, and isn't compiled. Faults
/// within the pages go to `faults`.
///
/// Gives what `keep` and `make` gave, in the order of the pages' addresses.
pub fn compile<R: Send>(
    site: &Site<'_>,
    source: &Sourced<SiteSource>,
    faults: &mut Faults,
    keep: impl Fn(&PageFile) -> Option<R> + Sync,
    make: impl Fn(Compiled<'_>) -> R + Sync,
) -> Vec<R> {
    let frames = frames(site, source, faults);
    let site_pictures = site_pictures(site, source, faults);
    let mut old_addresses: HashMap<&PagePath, Vec<&PagePath>> = HashMap::new();
    for (from, to) in &site.old_addresses {
        old_addresses.entry(to).or_default().push(from);
    }
    let feeds: HashMap<Language, String> = site
        .front_pages()
        .iter()
        .filter_map(|front| Some((front.language, follow::own_feed(site, front)?)))
        .collect();
    let calendars: HashMap<Language, String> = Language::ALL
        .into_iter()
        .filter_map(|language| Some((language, follow::calendar_of(site, language)?)))
        .collect();
    let files: Vec<&PageFile> = site.pages.values().copied().collect();
    let made: Vec<(R, Faults)> = files
        .into_par_iter()
        .map(|file| {
            let mut faults = Faults::default();
            if let Some(kept) = keep(file) {
                return (kept, faults);
            }
            let taken = RefCell::default();
            let context = Context { site, file, taken: Some(&taken) };
            let whole = compile_page(context, &source.value, &frames, &mut faults);
            let of_site = site_pictures.iter().find(|(language, _)| *language == file.language);
            let own = sharing::of_page(&whole.page, &source.value.address.value);
            let picture = own.as_ref().or_else(|| of_site.map(|(_, picture)| picture));
            let old_addresses = old_addresses.get(&file.path).map_or(&[][..], Vec::as_slice);
            let own_feed = follow::own_feed(site, file);
            let feed = own_feed.as_ref().or_else(|| feeds.get(&file.language)).map(String::as_str);
            let about = about::about(context, &source.value);
            let calendar = calendars.get(&file.language).map(String::as_str);
            let compiled = Compiled {
                file,
                pages: parts::in_parts(whole),
                beside: DocumentExtras { old_addresses, picture, about: about.as_ref(), feed, calendar },
                assets: taken.take().into_iter().collect(),
                is_sound: faults.is_empty(),
            };
            (make(compiled), faults)
        })
        .collect();
    // Drafts are checked, and nobody gets them.
    for file in &site.drafts {
        compile_page(Context::of(site, file), &source.value, &frames, faults);
    }
    made.into_iter()
        .map(|(made, found)| {
            faults.append(found);
            made
        })
        .collect()
}

/// What stands around the pages of each language.
fn frames(site: &Site<'_>, source: &Sourced<SiteSource>, faults: &mut Faults) -> Vec<(Language, SiteFrame)> {
    let feedback = feedback::feedback(site, source, faults);
    let languages = source.value.languages.iter().map(|language| language.value);
    let time = frame::notice_time(source, faults);
    // What is wrong with it is so in every language; it is reported once.
    let mut of_contact: Option<Faults> = None;
    let frames = languages
        .map(|language| {
            let mut found = Faults::default();
            let contact = frame::contact(site, source, language, &mut found);
            of_contact.get_or_insert(found);
            let notice = frame::notice(site, source, time, language, faults);
            let feedback = feedback.as_ref().and_then(|feedback| feedback.href(site, language));
            (language, frame::frame(site, &source.value, notice, feedback, contact, language))
        })
        .collect();
    faults.append(of_contact.unwrap_or_default());
    frames
}

/// The site's own picture for pages that are shared, in each language; its places are in site.json. Where a
/// text that is shown as it stands has a link, strong words or code of Markdown, in bytes: a visitor would
/// see the signs.
pub fn markdown_in_plain(text: &str) -> Option<std::ops::Range<usize>> {
    misspelt::markdown_in(text).filter(|(_, what)| *what != Plain::Html).map(|(range, _)| range)
}

fn site_pictures(
    site: &Site<'_>,
    source: &Sourced<SiteSource>,
    faults: &mut Faults,
) -> Vec<(Language, SharingPicture)> {
    let Some(front) = site.front_pages().first() else { return Vec::new() };
    let file = PageFile { text: Arc::clone(&source.text), ..PageFile::clone(front) };
    sharing::of_site(Context::of(site, &file), &source.value, faults)
}

fn compile_page(
    context: Context<'_>,
    source: &SiteSource,
    frames: &[(Language, SiteFrame)],
    faults: &mut Faults,
) -> parts::Whole {
    let Context { site, file, .. } = context;
    for text in [&file.source.title, &file.source.summary] {
        markdown::check_plain(file, text, faults);
    }
    let title = &file.source.title.value;
    let kind = kind(&file.source.kind);
    let document_title = match kind {
        PageKind::Front => format!("{} – {}", source.name.value, source.slogan.value),
        _ => format!("{title} – {}", source.name.value),
    };
    let mut blocks = facts::facts(context, faults);
    let above = blocks.len();
    let mut content = blocks::blocks(context, faults);
    let elsewhere = not_found::in_other_languages(context);
    let (place, more) = (not_found::place(&content.blocks), elsewhere.len());
    content.blocks.splice(place..place, elsewhere);
    blocks.extend(content.blocks);
    let long_listing = content
        .long_listing
        .map(|listing| blocks::LongListing { place: listing.place + more + above, ..listing });
    blocks.extend(facts::below(context, faults));
    blocks.extend(follow::ways(context));
    if let Some(name) = &file.source.name {
        markdown::words(context, name, faults);
    }
    let frame = frames.iter().find(|(language, _)| *language == file.language);
    let page = Page {
        path: file.path.clone(),
        canonical: (kind != PageKind::NotFound).then(|| format!("{}{}", source.address.value, file.path)),
        language: file.language,
        kind,
        title: title.clone(),
        document_title,
        description: file.source.summary.value.clone(),
        tagline: file.source.tagline.as_ref().map(|tagline| markdown::words(context, tagline, faults)),
        breadcrumb: breadcrumb::breadcrumb(context),
        contents: is_long(kind, &blocks),
        blocks,
        section: section::section(context),
        related: related::related(context, faults),
        neighbours: related::neighbours(context),
        variant: easy_language::variant(context),
        translations: languages::translations(context),
        in_other_languages: languages::in_other_languages(context),
        changed: changed(context, kind),
        // A language that site.json doesn't name has been reported; its pages aren't published.
        site: frame.map_or_else(
            || frame::frame(site, source, None, None, None, file.language),
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

/// What sort of page the page model says it is.
pub fn kind(kind: &KindSource) -> PageKind {
    match kind {
        KindSource::Front => PageKind::Front,
        KindSource::Section => PageKind::Section,
        KindSource::Page | KindSource::AccessibilityStatement(_) | KindSource::Privacy(_) => {
            PageKind::Article
        }
        KindSource::News(_) => PageKind::News,
        KindSource::Call(_) => PageKind::Call,
        KindSource::Event(_) => PageKind::Event,
        KindSource::Materials(_) => PageKind::Materials,
        KindSource::Contact(_) => PageKind::Contact,
        KindSource::SiteMap => PageKind::SiteMap,
        KindSource::Search => PageKind::Search,
        KindSource::Gone(_) => PageKind::Gone,
        KindSource::NotFound => PageKind::NotFound,
    }
}
