//! What the pages of a site can see of each other, as one number.
//!
//! A page is made from its own file and from this: titles in breadcrumbs and lists, addresses and headings
//! that links lead to, pictures and documents, the site's own file. While both are what they were, so is the
//! page, and it isn't made again.

use std::hash::{Hash, Hasher};

use rayon::prelude::*;
use xxhash_rust::xxh3::Xxh3Default;

use super::anchors::headings;
use crate::check::Site;
use content::{
    read::PageFile,
    source::{PageSource, SiteSource},
};

/// A hash of everything on a site that a page shows of another page.
#[derive(Clone, Copy, Debug)]
pub struct Outline(u64);

impl Outline {
    /// The outline of a site. `wanted` is what documents depend on besides the content.
    pub fn of(site: &Site<'_>, source: &SiteSource, wanted: impl Hash) -> Outline {
        let files: Vec<&PageFile> = site.pages.values().copied().collect();
        let pages: Vec<u64> = files.into_par_iter().map(seen_of).collect();
        Outline(number(&(source, pages, site.assets, wanted)))
    }

    /// The number of all that a page is made from.
    pub fn origin(self, file: &PageFile) -> u64 {
        number(&(self.0, &file.text.path, &file.text.text, file.changed))
    }
}

/// What other pages can see of a page.
fn seen_of(file: &PageFile) -> u64 {
    // No `..` here: whoever adds a field decides whether other pages see it.
    let PageSource {
        schema: _,
        title,
        name,
        tagline,
        summary,
        kind,
        order,
        old_addresses,
        translation_of,
        easy_language_of,
        tags,
        related,
        draft: _,   // A draft isn't among the pages.
        content: _, // Only its headings are seen from outside.
    } = &file.source;
    let about = (&file.path, file.language, title, name, tagline, summary, kind, order);
    let ties = (old_addresses, translation_of, easy_language_of, tags, related);
    // Lists lead to a feed only where news have a day.
    let has_day = file.changed.is_some();
    number(&(about, ties, has_day, headings(&file.source).collect::<Vec<_>>()))
}

fn number(of: &impl Hash) -> u64 {
    let mut hasher = Xxh3Default::new();
    of.hash(&mut hasher);
    hasher.finish()
}
