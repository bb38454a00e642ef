//! Translations: those that name a page which isn't there, and those that are missing.

use application::page::{Language, PagePath};

use super::{Site, nowhere};
use crate::{
    fault::{Fault, Faults},
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
                    let message = format!("{} is in the same language as this page", of.value);
                    let fault =
                        Fault::new("translation.same-language", place(), message, "not a translation");
                    faults.add(fault.with_help("name the page in the site's main language"));
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
        let missing: Vec<&str> = languages
            .iter()
            .filter(|language| known.iter().all(|page| page.language != **language))
            .map(|language| language.tag())
            .collect();
        if let Some(first) = missing.first() {
            let place = file.place(file.source.title.span.clone());
            let message = format!("The page doesn't exist in: {}", missing.join(", "));
            let fault = Fault::new("translation.missing", place, message, "not translated").as_warning();
            faults.add(fault.with_help(format!(
                "write it in the folder {first}/ with \"translationOf\": \"{}\"",
                file.path
            )));
        }
    }
}
