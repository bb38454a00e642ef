//! The second stage: what is wrong between the files.
//!
//! [`Site`] is all files as one site: every page by its address, with its children in order. [`check`]
//! builds it and reports what doesn't fit together: [`addresses`], [`front`] pages, the page of [unknown
//! addresses](not_found), [`titles`], [`translations`], [`easy_language`], [`redirects`]; [`orphans`] are
//! found once all pages are compiled.

pub mod addresses;
mod easy_language;
pub mod front;
mod not_found;
pub(crate) mod nowhere;
mod orphans;
mod redirects;
pub(crate) mod site;
mod titles;
mod translations;

use std::{collections::BTreeSet, sync::Arc};

use page::{Language, PagePath};

use super::{
    hosts::{is_host, mixes_letters},
    markdown::check_plain_in,
};
use content::{
    fault::{
        Fault, Faults, Place,
        finding::{PageFinding, SiteFinding},
    },
    read::{Sourced, Sources},
    source::{
        SiteSource,
        text::{is_blank, is_unseen},
    },
};
use nowhere::{nowhere, place};
pub use orphans::{Reached, leads_to};
pub use site::Site;

/// Puts the files together; what doesn't fit goes to `faults`.
pub fn check<'s>(sources: &'s Sources, faults: &mut Faults) -> Site<'s> {
    let pages = addresses::one_page_an_address(&sources.pages, faults);
    let mut site = Site::new(pages, &sources.unreadable, &sources.assets);
    addresses::check(&site, faults);
    site.old_addresses = addresses::old_addresses(&site, faults);
    titles::check(&site, faults);
    translations::check(&site, sources.known().map(|file| &file.value), faults);
    easy_language::check(&site, faults);
    if let Some(file) = &sources.site {
        check_site_file(file, &site, faults);
        front::check(file, &site, faults);
        not_found::check(&file.value, &site, faults);
        addresses::check_languages(&file.value, &site, faults);
        redirects::check(file, &mut site, faults);
    }
    site
}

fn check_site_file(file: &Sourced<SiteSource>, site: &Site<'_>, faults: &mut Faults) {
    let source = &file.value;
    for text in [&source.name, &source.slogan] {
        if is_blank(&text.value) {
            faults.add(Fault::new(PageFinding::TextEmpty, place(&file.text, text)));
        }
        check_plain_in(&file.text, text, faults);
    }
    if !is_site_address(&source.address.value) {
        faults.add(Fault::new(SiteFinding::Address, place(&file.text, &source.address)));
    }
    check_languages(file, site, faults);
    for link in source.menu.iter().chain(&source.footer) {
        let known = PagePath::parse(&link.value).is_ok_and(|path| site.has(&path));
        if !known {
            faults.add(nowhere(place(&file.text, link), &link.value, site));
        }
    }
}

/// Whether a site can stand at an address: a host of the web, and perhaps a folder of it, without a slash at
/// its end.
pub fn is_site_address(text: &str) -> bool {
    let Some(rest) = ["https://", "http://"].iter().find_map(|scheme| text.strip_prefix(scheme)) else {
        return false;
    };
    let (host, folder) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    let is_unwanted = |c: char| c.is_whitespace() || is_unseen(c) || "?#@\\".contains(c);
    let is_host = !host.contains(is_unwanted) && is_host_and_port(host);
    let is_folder = folder.is_empty() || (!folder.ends_with('/') && PagePath::on_host(folder).is_some());
    is_host && is_folder
}

/// A host, with a port behind a colon if it has one (RFC 3986 §3.2); the parts of a name neither are empty
/// nor begin or end with a hyphen (RFC 1123 §2.1).
fn is_host_and_port(host: &str) -> bool {
    let (name, port) = match host.rsplit_once(':').filter(|(_, port)| !port.contains(']')) {
        Some((name, port)) => (name, Some(port)),
        None => (host, None),
    };
    let is_part = |part: &str| !part.is_empty() && !part.starts_with('-') && !part.ends_with('-');
    let is_name = name.split('.').all(is_part) && is_host(name) && !mixes_letters(name);
    is_name && port.is_none_or(|port| port.parse::<u16>().is_ok_and(|port| port > 0))
}

fn check_languages(file: &Sourced<SiteSource>, site: &Site<'_>, faults: &mut Faults) {
    let languages = &file.value.languages;
    let named: Vec<Language> = languages.iter().map(|language| language.value).collect();
    let Some(last) = languages.last() else {
        let start = Place::span(Arc::clone(&file.text), 0..1);
        return faults.add(Fault::new(SiteFinding::NoLanguage, start));
    };
    for (at, language) in named.iter().copied().enumerate() {
        if named[..at].contains(&language) {
            let finding = SiteFinding::LanguageTwice { language };
            faults.add(Fault::new(finding, place(&file.text, &languages[at])));
        }
    }
    let of_pages: BTreeSet<Language> = site.all().map(|page| page.language).collect();
    for language in of_pages.into_iter().filter(|language| !named.contains(language)) {
        let finding = SiteFinding::LanguageUnnamed { language, named: named.clone() };
        faults.add(Fault::new(finding, place(&file.text, last)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_of_a_site_has_a_host_that_there_can_be() {
        for sound in ["https://a.fi", "http://localhost:8080/b", "https://[::1]:80", "https://ä.fi/b/c"] {
            assert!(is_site_address(sound), "{sound}");
        }
        for unsound in [
            "https://",
            "https://a..fi",
            "https://-a.fi",
            "https://a-.fi",
            "https://a.fi:99999",
            "https://a.fi:0",
            "https://a.fi:",
            "https://a\u{200b}.fi",
            "https://a.fi/",
            "ftp://a.fi",
            "https://*.fi",
            "https://x.fi;a",
            "https://x.fi'",
            "https://x。fi",
            "https://ｘ.fi",
            "https://[fe80::1%25eth0]",
            "https://раураl.fi",
            &format!("https://{}.fi", "a".repeat(64)),
        ] {
            assert!(!is_site_address(unsound), "{unsound:?}");
        }
    }
}
