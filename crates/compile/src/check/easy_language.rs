//! Variants in easy language: those that name a page which isn't there, or one whose readers wouldn't find
//! them.

use page::PagePath;

use super::{Site, nowhere::nowhere};
use content::{
    fault::{Fault, Faults, finding::SiteFinding},
    read::PageFile,
};

pub(super) fn check(site: &Site<'_>, faults: &mut Faults) {
    for file in site.all() {
        let Some(of) = &file.source.easy_language_of else { continue };
        let place = || file.place(of.span.clone());
        let path = PagePath::parse(&of.value).ok();
        let published = path.as_ref().and_then(|path| site.pages.get(path));
        // A draft may be a variant of a draft: neither is published.
        let draft =
            || site.drafts.iter().find(|draft| file.source.draft && Some(&draft.path) == path.as_ref());
        match published.filter(|page| site.has(&page.path)).or_else(draft) {
            None if path.is_some_and(|path| site.has(&path)) => {}
            None => faults.add(nowhere(place(), &of.value, site)),
            Some(standard) => {
                faults.extend(unfound(site, file, standard).map(|finding| Fault::new(finding, place())));
            }
        }
    }
}

/// Why the readers of a page wouldn't find its variant.
fn unfound(site: &Site<'_>, file: &PageFile, standard: &PageFile) -> Option<SiteFinding> {
    let of = standard.path.clone();
    if standard.language != file.language {
        let language = file.language;
        return Some(SiteFinding::EasyOfOtherLanguage { of, language });
    }
    if standard.source.easy_language_of.is_some() {
        let next = site.in_standard_language(standard);
        let next = next.filter(|next| next.source.easy_language_of.is_none());
        return Some(SiteFinding::EasyOfEasy { of, standard: next.map(|next| next.path.clone()) });
    }
    if standard.path.as_str().starts_with(file.path.as_str()) {
        return Some(SiteFinding::EasyAbove { of });
    }
    let first = site.in_easy_language(standard)?;
    let second = first.path != file.path && !file.source.draft;
    second.then(|| SiteFinding::EasyTwice { of, first: first.path.clone() })
}
