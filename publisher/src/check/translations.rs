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
    for file in site.pages.values() {
        if let Some(of) = &file.source.translation_of {
            let place = || file.place(of.span.clone());
            let original = PagePath::parse(&of.value).ok().and_then(|path| site.pages.get(&path));
            match original {
                None => faults.add(nowhere(place(), &of.value, site)),
                Some(original) if original.language == file.language => {
                    let finding = SiteFinding::TranslationOfItsLanguage { of: of.value.clone() };
                    faults.add(Fault::new(finding, place()));
                }
                Some(_) => {}
            }
            continue;
        }
        if languages.first() != Some(&file.language)
            || matches!(file.source.kind, KindSource::NotFound | KindSource::Gone(_) | KindSource::News(_))
        {
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
