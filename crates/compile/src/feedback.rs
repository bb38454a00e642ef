//! Where visitors give feedback: an e-mail address, a page of the site, or one elsewhere.

use std::sync::Arc;

use page::{Href, Language};

use super::{contact_links::mail_link, context::Context, links};
use crate::check::Site;
use content::{
    fault::{Fault, Faults, Place, finding::SiteFinding},
    read::{PageFile, Sourced},
    source::SiteSource,
};

/// Where feedback goes.
pub(super) enum Feedback<'s> {
    /// The same place for every language.
    To(Href),
    /// A page of the site, which may be translated.
    Page(&'s PageFile),
}

impl Feedback<'_> {
    /// The target of the link for the readers of a language; a page that isn't translated serves them all the
    /// same.
    pub(super) fn href(&self, site: &Site<'_>, language: Language) -> Option<Href> {
        match self {
            Feedback::To(href) => Some(href.clone()),
            Feedback::Page(page) => {
                let page = site.translation(page, language).unwrap_or(page);
                Href::parse(page.path.as_str()).ok()
            }
        }
    }
}

/// Reads where the site wants its feedback; what can't be a link becomes a fault.
pub(super) fn feedback<'s>(
    site: &'s Site<'s>,
    source: &Sourced<SiteSource>,
    faults: &mut Faults,
) -> Option<Feedback<'s>> {
    let written = source.value.feedback.as_ref()?;
    let place = Place::span(Arc::clone(&source.text), written.span.clone());
    let target = written.value.as_str();
    if target.starts_with('/') {
        let front = site.front_pages().first()?;
        let (href, page) = links::page_link(Context::of(site, front), target, place, faults)?;
        // With an anchor it is a place on that page, in that language.
        return Some(page.filter(|_| !target.contains('#')).map_or(Feedback::To(href), Feedback::Page));
    }
    let on_the_web = target.starts_with("https://") || target.starts_with("http://");
    let href = if on_the_web { Href::parse(target).ok() } else { mail_link(target) };
    if href.is_none() {
        faults.add(Fault::new(SiteFinding::Feedback { target: target.to_owned() }, place));
    }
    href.map(Feedback::To)
}
