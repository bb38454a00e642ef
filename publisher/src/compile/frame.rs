//! What stands around every page of a language: names, menus.

use application::page::{Language, PageLink, PagePath, SiteFrame};

use crate::{
    check::Site,
    source::{Located, SiteSource},
};

/// A menu shows the pages of the page's own language.
pub(super) fn frame(site: &Site<'_>, source: &SiteSource, language: Language) -> SiteFrame {
    let links = |addresses: &[Located<String>]| -> Vec<PageLink> {
        addresses
            .iter()
            .filter_map(|address| site.pages.get(&PagePath::parse(&address.value).ok()?))
            .filter(|page| page.language == language)
            .map(|page| PageLink { name: page.source.title.value.clone(), path: page.path.clone() })
            .collect()
    };
    let main = source.languages.first().map(|main| Language::from(main.value));
    let home = if main == Some(language) {
        PagePath::root()
    } else {
        PagePath::root().child(language.tag()).unwrap_or_else(|_| PagePath::root())
    };
    SiteFrame {
        name: source.name.clone(),
        slogan: source.slogan.clone(),
        home,
        menu: links(&source.menu),
        footer: links(&source.footer),
    }
}
