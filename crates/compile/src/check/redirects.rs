//! Redirects: each from an address that is free to a page that exists, in one step.

use std::collections::HashMap;

use page::PagePath;

use super::{
    Site,
    addresses::{old_address, taken},
    nowhere::{nowhere, place},
};
use content::{
    fault::{Fault, Faults, finding::SiteFinding},
    read::Sourced,
    source::SiteSource,
};

/// Sound redirects become old addresses of the site.
pub(super) fn check(file: &Sourced<SiteSource>, site: &mut Site<'_>, faults: &mut Faults) {
    let found = check_all(file, site, faults);
    for (from, to) in found {
        if let Some((to, _)) = site.pages.get_key_value(&to) {
            site.old_addresses.insert(from, to);
        }
    }
}

fn check_all(file: &Sourced<SiteSource>, site: &Site<'_>, faults: &mut Faults) -> Vec<(PagePath, PagePath)> {
    let mut sound = Vec::new();
    let mut targets: HashMap<PagePath, PagePath> = HashMap::new();
    for redirect in &file.value.redirects {
        let from_place = || place(&file.text, &redirect.from);
        let from = match old_address(&redirect.from.value) {
            Ok(from) => from,
            Err(finding) => {
                faults.add(Fault::new(finding, from_place()));
                continue;
            }
        };
        if let Some(finding) = taken(site, &from) {
            faults.add(Fault::new(finding, from_place()));
        } else if targets.contains_key(&from) || site.old_addresses.contains_key(&from) {
            let finding = SiteFinding::OldAddressTwice { path: from.clone(), first: None };
            faults.add(Fault::new(finding, from_place()));
        }
        if let Ok(to) = PagePath::parse(&redirect.to.value) {
            targets.insert(from, to);
        }
    }
    for redirect in &file.value.redirects {
        let to_place = || place(&file.text, &redirect.to);
        let (Ok(from), Ok(to)) = (old_address(&redirect.from.value), PagePath::parse(&redirect.to.value))
        else {
            if PagePath::parse(&redirect.to.value).is_err() {
                faults.add(nowhere(to_place(), &redirect.to.value, site));
            }
            continue;
        };
        if site.has(&to) {
            sound.push((from, to));
            continue;
        }
        match end_of_chain(&to, &targets, site) {
            Chain::Page(end) => {
                faults.add(Fault::new(SiteFinding::RedirectChain { from, to, end }, to_place()));
            }
            Chain::Loop => {
                faults.add(Fault::new(SiteFinding::RedirectLoop { from }, to_place()));
            }
            Chain::Nowhere => faults.add(nowhere(to_place(), &redirect.to.value, site)),
        }
    }
    sound
}

enum Chain {
    Page(PagePath),
    Loop,
    Nowhere,
}

fn end_of_chain(start: &PagePath, targets: &HashMap<PagePath, PagePath>, site: &Site<'_>) -> Chain {
    let mut at = start;
    for _ in 0..=targets.len() {
        if site.has(at) {
            return Chain::Page(at.clone());
        }
        match targets.get(at).or_else(|| site.old_addresses.get(at).copied()) {
            Some(next) => at = next,
            None => return Chain::Nowhere,
        }
    }
    Chain::Loop
}
