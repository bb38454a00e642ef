//! Translations: those that name a page which isn't there, those that don't find each other, and those that
//! are missing.

use page::{Language, PagePath};

use super::{Site, nowhere::nowhere};
use content::{
    fault::{Fault, Faults, finding::SiteFinding},
    read::PageFile,
    source::{KindSource, SiteSource},
};

pub(super) fn check(site: &Site<'_>, source: Option<&SiteSource>, faults: &mut Faults) {
    let languages: Vec<Language> =
        source.into_iter().flat_map(|source| &source.languages).map(|language| language.value).collect();
    for file in site.all() {
        if let Some(of) = &file.source.translation_of {
            let place = || file.place(of.span.clone());
            let path = PagePath::parse(&of.value).ok();
            let published = path.as_ref().and_then(|path| site.pages.get(path));
            // A draft may translate a draft: neither is published.
            let draft =
                || site.drafts.iter().find(|draft| file.source.draft && Some(&draft.path) == path.as_ref());
            let original = published.or_else(draft);
            match original {
                None if path.is_some_and(|path| site.has(&path)) => {}
                None => faults.add(nowhere(place(), &of.value, site)),
                Some(original) if original.language == file.language => {
                    let finding = SiteFinding::TranslationOfItsLanguage { of: of.value.clone() };
                    faults.add(Fault::new(finding, place()));
                }
                Some(original) => faults
                    .extend(fallen_apart(site, file, original).map(|finding| Fault::new(finding, place()))),
            }
            continue;
        }
        // Front pages belong together anyway, and a missing one is a fault of its own.
        let alone = matches!(
            file.source.kind,
            KindSource::Front | KindSource::NotFound | KindSource::Gone(_) | KindSource::News(_)
        );
        // Nobody is asked to say a page in easy language in each language.
        let is_variant = file.source.easy_language_of.is_some();
        if !languages.contains(&file.language) || file.source.draft || alone || is_variant {
            continue;
        }
        let known = site.translations(file);
        let missing: Vec<Language> = languages
            .iter()
            .copied()
            .filter(|language| known.iter().all(|page| page.language != *language))
            .collect();
        if !missing.is_empty() {
            let place = file.place(file.source.title.span.clone());
            let path = file.path.clone();
            faults.add(Fault::new(SiteFinding::TranslationMissing { path, languages: missing }, place));
        }
    }
}

/// Why the languages of a page don't find each other: each is found by the original that it names, one a
/// language.
fn fallen_apart(site: &Site<'_>, file: &PageFile, original: &PageFile) -> Option<SiteFinding> {
    let of = original.path.clone();
    if let Some(next) = named_by(site, original) {
        return Some(SiteFinding::TranslationOfTranslation { of, original: end_of_chain(site, next) });
    }
    let before =
        |other: &&&PageFile| other.language == file.language && other.path < file.path && !file.source.draft;
    let first = site.translations(file).iter().find(before)?.path.clone();
    Some(SiteFinding::TranslationTwice { of, first })
}

/// The page that a translation names; front pages find each other without.
fn named_by<'s>(site: &Site<'s>, file: &PageFile) -> Option<&'s PageFile> {
    let named = file.source.translation_of.as_ref();
    let named = named.filter(|_| !matches!(file.source.kind, KindSource::Front))?;
    site.pages.get(&PagePath::parse(&named.value).ok()?).copied()
}

/// The page that was written first; none where translations name each other in a circle.
fn end_of_chain(site: &Site<'_>, start: &PageFile) -> Option<PagePath> {
    let mut at = start;
    for _ in Language::ALL {
        match named_by(site, at) {
            Some(next) => at = next,
            None => return Some(at.path.clone()),
        }
    }
    None
}
