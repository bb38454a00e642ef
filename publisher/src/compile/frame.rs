//! What stands around every page of a language: names, menus.

use std::sync::Arc;

use application::page::{Href, Inline, Language, PageLink, PagePath, SiteFrame, SiteNotice};
use jiff::Timestamp;

use super::{Context, dates, markdown::inlines};
use crate::{
    check::{Site, front},
    fault::{Fault, Faults, Place, finding::PageFinding},
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
    let home = front::root(language, main.unwrap_or(language));
    SiteFrame {
        name: source.name.value.clone(),
        slogan: source.slogan.value.clone(),
        home,
        menu: links(&source.menu),
        footer: links(&source.footer),
        notice,
        feedback,
    }
}

/// When the notice of the site begins and ends; dates that can't be read, and languages without a
/// text, are reported once, not once a language.
pub(super) fn notice_time(
    source: &Sourced<SiteSource>,
    faults: &mut Faults,
) -> Option<(Timestamp, Timestamp)> {
    let notice = source.value.notice.as_ref()?;
    let mut sound = |date: &Located<String>| dates::check(&source.text, date, faults);
    let (starts, ends) = (sound(&notice.start), sound(&notice.end));
    if !starts || !ends {
        return None;
    }
    let languages = source.value.languages.iter().map(|language| Language::from(language.value));
    let languages: Vec<Language> =
        languages.filter(|language| notice.text.get(*language).is_none()).collect();
    if !languages.is_empty() {
        let place = Place { file: Arc::clone(&source.text), span: notice.start.span.clone() };
        faults.add(Fault::new(PageFinding::NoticeMissingIn { languages }, place));
    }
    let (start, end) = (dates::beginning(&notice.start.value)?, dates::end(&notice.end.value)?);
    if end <= start {
        let place = Place { file: Arc::clone(&source.text), span: notice.end.span.clone() };
        faults.add(Fault::new(PageFinding::NoticeEnd { start: notice.start.value.clone() }, place));
    }
    Some((start, end))
}

/// What every visitor should know for a while, in a language; the site's own file says it.
pub(super) fn notice(
    site: &Site<'_>,
    source: &Sourced<SiteSource>,
    time: Option<(Timestamp, Timestamp)>,
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
    let mut text = inlines(Context::of(site, &file), text, faults);
    lead_to(&front.path, &mut text);
    let (start, end) = time?;
    let date = |date: &Located<String>| dates::format(&date.value, language).ok();
    let when = dates::period(date(&notice.start)?, date(&notice.end)?, language);
    Some(SiteNotice { text, when, start: start.to_string(), end: end.to_string() })
}

/// Links to a place on "this page" were checked against the front page, and stand on every page.
fn lead_to(front: &PagePath, spans: &mut [Inline]) {
    for span in spans {
        match span {
            Inline::Link { to, text } => {
                if to.as_str().starts_with('#')
                    && let Ok(whole) = Href::parse(&format!("{front}{}", to.as_str()))
                {
                    *to = whole;
                }
                lead_to(front, text);
            }
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Foreign(_, inner) => {
                lead_to(front, inner);
            }
            Inline::Text(_)
            | Inline::Code(_)
            | Inline::Abbreviation(..)
            | Inline::Date(_)
            | Inline::Break => {}
        }
    }
}
