//! The page of unknown addresses: one, in the main language, because a static host shows one file for all of
//! them. It has no address of its own.

use std::path::PathBuf;

use super::Site;
use content::{
    fault::{Fault, Faults, finding::SiteFinding},
    source::{KindSource, SiteSource},
};

pub(super) fn check(source: &SiteSource, site: &Site<'_>, faults: &mut Faults) {
    let Some(main) = source.languages.first().map(|main| main.value) else { return };
    let mut first = None;
    for page in site.pages.values().filter(|page| matches!(page.source.kind, KindSource::NotFound)) {
        for old in &page.source.old_addresses {
            faults.add(Fault::new(SiteFinding::NotFoundOldAddress, page.place(old.span.clone())));
        }
        let finding = match &first {
            _ if page.language != main => SiteFinding::NotFoundElsewhere { main },
            Some(first) => SiteFinding::NotFoundTwice { first: PathBuf::clone(first) },
            None => {
                first = Some(page.text.path.clone());
                continue;
            }
        };
        faults.add(Fault::new(finding, page.place(page.source.title.span.clone())));
    }
}
