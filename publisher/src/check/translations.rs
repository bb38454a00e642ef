//! Translations: those that name a page which isn't there, and those that are missing.

use application::page::{Language, PagePath};

use super::{Site, nowhere};
use crate::{
    fault::{Fault, Faults, finding::SiteFinding},
    source::{KindSource, SiteSource},
};

pub(super) fn check(site: &Site<'_>, source: Option<&SiteSource>, faults: &mut Faults) {
    let languages: Vec<Language> = source
        .into_iter()
        .flat_map(|source| &source.languages)
        .map(|language| language.value.into())
        .collect();
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
                Some(_) => {}
            }
            continue;
        }
        // Front pages belong together anyway, and a missing one is a fault of its own.
        let alone = matches!(
            file.source.kind,
            KindSource::Front | KindSource::NotFound | KindSource::Gone(_) | KindSource::News(_)
        );
        if languages.first() != Some(&file.language) || file.source.draft || alone {
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
