//! Redirects: each from an address that is free to a page that exists, in one step.

use std::collections::HashMap;

use application::page::PagePath;

use super::{Site, nowhere, place};
use crate::{
    fault::{Fault, Faults},
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
        let from = match PagePath::parse(&redirect.from.value) {
            Ok(from) => from,
            Err(reason) => {
                let fault =
                    Fault::new("address.old", from_place(), "This can't be an address", reason.to_string());
                faults.add(fault.with_help("write it from the first slash on, as “/vanha/”"));
                continue;
            }
        };
        if site.has(&from) {
            let message = format!("At {from} there is a page of today");
            faults.add(Fault::new("address.old-taken", from_place(), message, "can't lead elsewhere"));
        } else if targets.contains_key(&from) || site.old_addresses.contains_key(&from) {
            let message = format!("The old address {from} is claimed twice");
            let fault = Fault::new("address.old-twice", from_place(), message, "for the second time");
            faults.add(fault.with_help("keep one of them"));
        }
        if let Ok(to) = PagePath::parse(&redirect.to.value) {
            targets.insert(from, to);
        }
    }
    for redirect in &file.value.redirects {
        let to_place = || place(&file.text, &redirect.to);
        let (Ok(from), Ok(to)) = (PagePath::parse(&redirect.from.value), PagePath::parse(&redirect.to.value))
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
                let message =
                    format!("{from} leads to {to}, which leads on: every step costs the visitor a second");
                let fault = Fault::new("redirect.chain", to_place(), message, "leads on");
                faults.add(fault.with_help(format!("write “{end}”")));
            }
            Chain::Loop => {
                let message = format!("{from} leads in a circle");
                let fault = Fault::new("redirect.loop", to_place(), message, "never arrives");
                faults.add(fault.with_help("write the address of a page"));
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
