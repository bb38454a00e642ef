//! The other languages of a page: where it is translated, and what isn't.
//!
//! The rule: a page that isn't translated is offered, marked as one in another language, by the page above it
//! where that one is translated, since a reader of that language would look for it there; where it isn't, by
//! way of that page, which is offered in turn. News and site maps are left out, and what goes beyond
//! [`listing::PART`]: the language switch leads to the whole list.

use page::{ListingEntry, Translation};

use super::{context::Context, listing};
use content::{read::PageFile, source::KindSource};

/// Each other language of the site, with this page in it; with the language's front page where this one isn't
/// translated, so that whoever chooses a language gets it, and is told what they get.
pub(super) fn translations(context: Context<'_>) -> Vec<Translation> {
    let Context { site, file, .. } = context;
    let mut translations: Vec<Translation> = site
        .front_pages()
        .iter()
        .filter(|front| front.language != file.language)
        .map(|front| {
            let translated = site.translation(file, front.language).or_else(|| {
                // Easy in one language only: the same matter in the other language is nearer than its front
                // page.
                site.translation(site.in_standard_language(file)?, front.language)
            });
            let translated = translated.filter(|page| site.has(&page.path));
            let page = translated.unwrap_or(front);
            Translation {
                language: front.language,
                title: page.source.title.value.clone(),
                path: page.path.clone(),
                instead: translated.is_none(),
            }
        })
        .collect();
    translations.sort_by_key(|translation| translation.language);
    translations
}

/// The pages directly under the same page in other languages that don't exist in its own, in the order of the
/// lists there: each once, in the language it was written in first. As many as a part of a list has, at most;
/// the language switch leads to the whole list.
pub(super) fn in_other_languages(context: Context<'_>) -> Vec<ListingEntry> {
    let Context { site, file, .. } = context;
    let mut counterparts: Vec<&PageFile> = site.translations(file).to_vec();
    counterparts.retain(|page| page.language != file.language);
    counterparts.sort_by_key(|page| page.language);
    let mut offered: Vec<&PageFile> = Vec::new();
    for counterpart in counterparts {
        for child in site.children(&counterpart.path) {
            let is_under_it = child.language == counterpart.language && is_worth_it(child);
            if !is_under_it || site.translation(child, file.language).is_some() {
                continue;
            }
            let original = site.original(child);
            if offered.iter().all(|known| known.path != original.path) {
                offered.push(original);
            }
        }
    }
    offered.truncate(listing::PART);
    offered.into_iter().map(|page| listing::entry(page, file.language)).collect()
}

/// News age and are many, so nobody is asked to translate them (`translation.missing`), and the section that
/// they stand in is enough. A site map is of its own language.
fn is_worth_it(page: &PageFile) -> bool {
    !matches!(
        page.source.kind,
        KindSource::News(_) | KindSource::SiteMap | KindSource::Search | KindSource::Front
    )
}
