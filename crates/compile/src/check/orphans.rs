//! Pages that no other page leads to.

use std::{
    collections::{BTreeSet, HashSet},
    sync::{Mutex, PoisonError},
};

use page::{
    Page, PageKind,
    walk::{self, Address},
};

use super::Site;
use content::{
    fault::{Fault, Faults, finding::LinkFinding},
    source::KindSource,
};

/// The addresses to which a listing, a link or a menu leads. The site map doesn't count: nobody reads it for
/// pleasure.
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
    walk::links(&page.blocks, &mut |address| match address {
        Address::Link(to) => reach(to.as_str()),
        Address::Listed(path) => reach(path.as_str()),
        Address::Part(_) | Address::Mapped(_) | Address::Picture(_) | Address::Sizes(_) => {}
    });
    page.related.iter().for_each(|link| reach(link.path.as_str()));
    page.translations.iter().for_each(|other| reach(other.path.as_str()));
    if page.kind == PageKind::Front {
        page.site.menu.iter().chain(&page.site.footer).for_each(|link| reach(link.path.as_str()));
        page.site.feedback.iter().for_each(|to| reach(to.as_str()));
    }
}
