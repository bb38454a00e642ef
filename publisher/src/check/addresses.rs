//! Addresses: one page each, each below another page, and old ones that are free.

use std::{collections::BTreeMap, sync::Arc};

use application::page::{Language, PagePath};

use super::Site;
use crate::{
    compile::parts::is_part,
    fault::{Fault, Faults, finding::SiteFinding},
    read::PageFile,
    source::KindSource,
};

pub(super) fn one_page_an_address<'s>(
    files: &'s [Arc<PageFile>],
    faults: &mut Faults,
) -> BTreeMap<&'s PagePath, &'s PageFile> {
    let mut pages: BTreeMap<&PagePath, &PageFile> = BTreeMap::new();
    for file in files {
        match pages.get(&file.path) {
            Some(first) => {
                let (path, first) = (file.path.clone(), first.text.path.clone());
                faults.add(Fault::new(SiteFinding::AddressTwice { path, first }, file.place(0..0)));
            }
            None => {
                pages.insert(&file.path, file);
            }
        }
    }
    pages
}

/// Every page has one above it, and none takes the address of a listing's part.
pub(super) fn check(site: &Site<'_>, faults: &mut Faults) {
    for file in site.all().filter(|file| !matches!(file.source.kind, KindSource::NotFound)) {
        let title = || file.place(file.source.title.span.clone());
        if is_part(&file.path, file.language) {
            let name = last_name(&file.path);
            faults.add(Fault::new(SiteFinding::AddressOfPart { name }, title()));
        }
        let Some(parent) = file.path.parent().filter(|parent| !site.has(parent)) else { continue };
        if !site.is_draft(&parent) {
            faults.add(Fault::new(SiteFinding::NoParent { parent }, title()));
        } else if !file.source.draft {
            faults.add(Fault::new(SiteFinding::ParentIsDraft { parent }, title()));
        }
    }
}

/// The sound ones of the pages that are published; those of drafts are checked.
pub(super) fn old_addresses<'s>(site: &Site<'s>, faults: &mut Faults) -> BTreeMap<PagePath, &'s PagePath> {
    let mut claimed: BTreeMap<PagePath, &PagePath> = BTreeMap::new();
    for file in site.all() {
        for address in &file.source.old_addresses {
            let place = || file.place(address.span.clone());
            match PagePath::parse(&address.value) {
                Err(reason) => faults.add(Fault::new(SiteFinding::OldAddress { reason }, place())),
                Ok(path) => {
                    if let Some(finding) = taken(site, &path) {
                        faults.add(Fault::new(finding, place()));
                    } else if let Some(first) = claimed.get(&path) {
                        let first = Some((*first).clone());
                        faults.add(Fault::new(SiteFinding::OldAddressTwice { path, first }, place()));
                    } else if !file.source.draft {
                        claimed.insert(path, &file.path);
                    }
                }
            }
        }
    }
    claimed
}

/// Why no old address can be here: a page stands here, or a part of a page's listing may.
pub(super) fn taken(site: &Site<'_>, path: &PagePath) -> Option<SiteFinding> {
    if site.has(path) {
        return Some(SiteFinding::OldAddressTaken { path: path.clone() });
    }
    let part = Language::ALL.into_iter().any(|language| is_part(path, language));
    let parent = path.parent().filter(|parent| part && site.has(parent));
    parent.map(|_| SiteFinding::AddressOfPart { name: last_name(path) })
}

fn last_name(path: &PagePath) -> String {
    path.segments().next_back().unwrap_or_default().to_owned()
}
