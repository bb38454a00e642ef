//! The second stage: what is wrong between the files.
//!
//! [`Site`] is what the files are together: every page by its address, with its children in order.
//! [`check`] builds it and reports the addresses that don't fit together.

mod orphans;
mod redirects;
mod site;
mod titles;
mod translations;

use std::{collections::BTreeMap, sync::Arc};

use application::page::PagePath;

use crate::{
    fault::{Fault, Faults, Place, SourceText},
    read::{PageFile, Sourced, Sources, shape::nearest},
    source::{KindSource, Located, SiteSource},
};
pub use orphans::{Reached, leads_to};
pub use site::Site;

/// Puts the files together; what doesn't fit goes to `faults`.
pub fn check<'s>(sources: &'s Sources, faults: &mut Faults) -> Site<'s> {
    let pages = one_page_an_address(&sources.pages, faults);
    let mut site = Site::new(pages, &sources.unreadable, &sources.assets);
    every_page_has_a_parent(&site, faults);
    site.old_addresses = old_addresses(&site, faults);
    titles::check(&site, faults);
    translations::check(&site, sources.site.as_ref().map(|file| &file.value), faults);
    if let Some(file) = &sources.site {
        check_site_file(file, &site, faults);
        redirects::check(file, &mut site, faults);
    }
    site
}

fn one_page_an_address<'s>(
    files: &'s [Arc<PageFile>],
    faults: &mut Faults,
) -> BTreeMap<&'s PagePath, &'s PageFile> {
    let mut pages: BTreeMap<&PagePath, &PageFile> = BTreeMap::new();
    for file in files {
        match pages.get(&file.path) {
            Some(first) => {
                let message = format!("Two files stand at the address {}", file.path);
                let fault = Fault::new("address.twice", file.place(0..0), message, "the second one");
                faults.add(
                    fault.with_help(format!(
                        "remove or rename it; the first is {}",
                        first.text.path.display()
                    )),
                );
            }
            None => {
                pages.insert(&file.path, file);
            }
        }
    }
    pages
}

fn every_page_has_a_parent(site: &Site<'_>, faults: &mut Faults) {
    for file in site.pages.values() {
        if let Some(parent) = file.path.parent()
            && !matches!(file.source.kind, KindSource::NotFound)
            && !site.has(&parent)
        {
            let title = file.place(file.source.title.span.clone());
            let message = format!("There is no page at {parent}, above this one");
            let fault = Fault::new("address.no-parent", title, message, "can't be reached from above");
            faults.add(fault.with_help("add an index.json to the folder above"));
        }
    }
}

fn old_addresses<'s>(site: &Site<'s>, faults: &mut Faults) -> BTreeMap<PagePath, &'s PagePath> {
    let mut claimed: BTreeMap<PagePath, &PagePath> = BTreeMap::new();
    for file in site.pages.values() {
        for address in &file.source.old_addresses {
            let place = || file.place(address.span.clone());
            match PagePath::parse(&address.value) {
                Err(reason) => {
                    let fault =
                        Fault::new("address.old", place(), "This can't be an address", reason.to_string());
                    faults
                        .add(fault.with_help("write it from the first slash on, as “/sivu.php/vanha_sivu”"));
                }
                Ok(path) if site.has(&path) => {
                    let message = format!("At {path} there is a page of today");
                    faults.add(Fault::new("address.old-taken", place(), message, "can't lead elsewhere"));
                }
                Ok(path) => {
                    if let Some(first) = claimed.get(&path) {
                        let message = format!("The old address {path} is claimed twice");
                        let fault = Fault::new("address.old-twice", place(), message, "for the second time");
                        faults.add(fault.with_help(format!("keep it on one page; the first is {first}")));
                    } else {
                        claimed.insert(path, &file.path);
                    }
                }
            }
        }
    }
    claimed
}

fn check_site_file(file: &Sourced<SiteSource>, site: &Site<'_>, faults: &mut Faults) {
    let source = &file.value;
    let address = &source.address;
    let sound = address.value.starts_with("https://") || address.value.starts_with("http://");
    if !sound || address.value.ends_with('/') {
        let message = "The site's address begins with https:// and has no slash at its end";
        let fault = Fault::new("site.address", place(&file.text, address), message, "not like this");
        faults.add(fault.with_help("write it as “https://www.example.fi”"));
    }
    if source.languages.is_empty() {
        let start = Place { file: Arc::clone(&file.text), span: 0..1 };
        let fault = Fault::new("site.languages", start, "The site has no language", "“languages” is empty");
        faults.add(fault.with_help("write \"languages\": [\"fi\"]"));
    }
    for link in source.menu.iter().chain(&source.footer) {
        let known = PagePath::parse(&link.value).is_ok_and(|path| site.has(&path));
        if !known {
            faults.add(nowhere(place(&file.text, link), &link.value, site));
        }
    }
}

/// The fault of a link that leads nowhere, with the nearest page that exists.
pub(crate) fn nowhere(place: Place, address: &str, site: &Site<'_>) -> Fault {
    let known = site.pages.keys().map(|path| path.as_str());
    let help = match nearest(address, known) {
        Some(near) => format!("did you mean “{near}”?"),
        None => "write the address of a page, as “/hankkeet/”".to_owned(),
    };
    let message = format!("The link leads nowhere: there is no page at “{address}”");
    Fault::new("link.nowhere", place, message, "no such page").with_help(help)
}

fn place<T>(text: &Arc<SourceText>, located: &Located<T>) -> Place {
    Place { file: Arc::clone(text), span: located.span.clone() }
}
