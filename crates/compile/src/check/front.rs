//! Front pages: one at the beginning of each language, and nowhere else.

use page::{Language, PagePath};

use super::{Site, nowhere::place};
use content::{
    fault::{Fault, Faults, finding::SiteFinding},
    read::Sourced,
    source::{KindSource, SiteSource},
};

pub(super) fn check(file: &Sourced<SiteSource>, site: &Site<'_>, faults: &mut Faults) {
    let languages = &file.value.languages;
    let Some(main) = languages.first().map(|main| main.value) else { return };
    for named in languages {
        let language = named.value;
        let path = root(language, main);
        if !site.has(&path) {
            faults.add(Fault::new(SiteFinding::FrontMissing { language, path }, place(&file.text, named)));
        }
    }
    for page in site.all() {
        let (path, title) = (root(page.language, main), || page.place(page.source.title.span.clone()));
        match (page.path == path, matches!(page.source.kind, KindSource::Front)) {
            (true, false) => faults.add(Fault::new(SiteFinding::FrontKind, title())),
            (false, true) => faults.add(Fault::new(SiteFinding::FrontElsewhere { path }, title())),
            _ => {}
        }
    }
}

/// Where a language begins: the main one at the root of the site, the others under their own names.
pub fn root(language: Language, main: Language) -> PagePath {
    if language == main {
        return PagePath::root();
    }
    // A tag can stand in every address.
    PagePath::root().child(language.tag()).unwrap_or_else(|_| PagePath::root())
}
