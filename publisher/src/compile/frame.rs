//! What stands around every page of a language: names, menus.

use std::sync::Arc;

use application::page::{Href, Language, PageLink, PagePath, SiteFrame, SiteNotice};

use super::{Context, dates, markdown::inlines};
use crate::{
    check::Site,
    fault::{Fault, Faults},
    read::{PageFile, Sourced},
    source::{KindSource, Located, SiteSource},
};

/// A menu shows the pages of the page's own language.
pub(super) fn frame(
    site: &Site<'_>,
    source: &SiteSource,
    notice: Option<SiteNotice>,
    feedback: Option<Href>,
    language: Language,
) -> SiteFrame {
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
        notice,
        feedback,
    }
}

/// What every visitor should know for a while, in a language; the site's own file says it.
pub(super) fn notice(
    site: &Site<'_>,
    source: &Sourced<SiteSource>,
    language: Language,
    faults: &mut Faults,
) -> Option<SiteNotice> {
    let notice = source.value.notice.as_ref()?;
    let text = notice.text.get(language)?;
    // Its text is read like one of the front page, but its places are in site.json.
    let front = site
        .pages
        .values()
        .find(|page| page.language == language && matches!(page.source.kind, KindSource::Front))?;
    let file = PageFile { text: Arc::clone(&source.text), ..PageFile::clone(front) };
    let context = Context::of(site, &file);
    let first = dates::date(context, &notice.start, faults);
    let last = dates::date(context, &notice.end, faults);
    let text = inlines(context, text, faults);
    let (first, last) = (first?, last?);
    let (start, end) = (dates::beginning(&first.iso)?, dates::end(&last.iso)?);
    let when = dates::period(first, last, language);
    if end <= start {
        let place = file.place(notice.end.span.clone());
        let fault = Fault::new("notice.end", place, "The notice ends before it starts", "too early");
        faults.add(fault.with_help(format!("write a day or time after {}", notice.start.value)));
    }
    Some(SiteNotice { text, when, start: start.to_string(), end: end.to_string() })
}
