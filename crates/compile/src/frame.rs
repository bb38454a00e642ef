//! What stands around every page of a language: names, menus, the notice, who is behind the site.

use std::sync::Arc;

use jiff::Timestamp;
use page::{Href, Inline, Language, PageLink, PagePath, SiteContact, SiteFrame, SiteNotice};

use super::{
    contact::ways_to_reach,
    context::Context,
    dates,
    markdown::{inlines, words},
};
use crate::check::{Site, front};
use content::{
    fault::{Fault, Faults, Place, finding::PageFinding},
    read::{PageFile, Sourced},
    source::{KindSource, Located, SiteSource},
};

/// A menu shows its pages in the page's own language, those that exist in it, each once.
pub(super) fn frame(
    site: &Site<'_>,
    source: &SiteSource,
    notice: Option<SiteNotice>,
    feedback: Option<Href>,
    contact: Option<SiteContact>,
    language: Language,
) -> SiteFrame {
    let links = |addresses: &[Located<String>]| -> Vec<PageLink> {
        let named = addresses.iter().filter_map(|address| {
            let page = *site.pages.get(&PagePath::parse(&address.value).ok()?)?;
            if page.language == language { Some(page) } else { site.translation(page, language) }
        });
        let mut links: Vec<PageLink> = Vec::new();
        for page in named {
            if links.iter().all(|link| link.path != page.path) {
                links.push(PageLink { name: page.source.title.value.clone(), path: page.path.clone() });
            }
        }
        links
    };
    let main = source.languages.first().map(|main| main.value);
    let home = front::root(language, main.unwrap_or(language));
    SiteFrame {
        name: source.name.value.clone(),
        slogan: source.slogan.value.clone(),
        named_in: main.filter(|main| *main != language),
        home,
        menu: links(&source.menu),
        footer: links(&source.footer),
        search: search_page(site, language),
        notice,
        feedback,
        contact,
    }
}

/// Where one searches in a language: the first such page, where an editor made several.
fn search_page(site: &Site<'_>, language: Language) -> Option<PagePath> {
    let is_it =
        |page: &&&PageFile| page.language == language && matches!(page.source.kind, KindSource::Search);
    site.pages.values().find(is_it).map(|page| page.path.clone())
}

/// Who is behind the site, in the words of a language.
pub(super) fn contact(
    site: &Site<'_>,
    source: &Sourced<SiteSource>,
    language: Language,
    faults: &mut Faults,
) -> Option<SiteContact> {
    let contact = source.value.contact.as_ref()?;
    let file = in_site_file(front_of(site, language)?, source);
    let context = Context::of(site, &file);
    let facts = ways_to_reach(context, &contact.email, &contact.phone, &contact.address, faults);
    Some(SiteContact { name: words(context, &contact.name, faults), facts })
}

fn front_of<'s>(site: &Site<'s>, language: Language) -> Option<&'s PageFile> {
    site.front_pages().iter().copied().find(|front| front.language == language)
}

/// What stands in the site's own file is read like a text of the front page, but its places are in that file.
fn in_site_file(front: &PageFile, source: &Sourced<SiteSource>) -> PageFile {
    PageFile { text: Arc::clone(&source.text), ..PageFile::clone(front) }
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
    let languages = source.value.languages.iter().map(|language| language.value);
    let languages: Vec<Language> =
        languages.filter(|language| notice.text.get(*language).is_none()).collect();
    if !languages.is_empty() {
        let place = Place::span(Arc::clone(&source.text), notice.start.span.clone());
        faults.add(Fault::new(PageFinding::NoticeMissingIn { languages }, place));
    }
    let (start, end) = (dates::beginning(&notice.start.value)?, dates::end(&notice.end.value)?);
    if end <= start {
        let place = Place::span(Arc::clone(&source.text), notice.end.span.clone());
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
    let front = front_of(site, language)?;
    let file = in_site_file(front, source);
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
