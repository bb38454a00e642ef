//! The pages of drafts: their text converted, their kind and order.

use super::{drafts::Draft, options::Options, summary::summary};
use crate::{
    convert::{self, Conversion},
    files::Copies,
    finding::Finding,
    links::Targets,
    page::{Block, Kind, Page},
    report::Report,
    tree::Tree,
};
use compile::terms::Terms;
use content::schema;

/// The folders whose pages are news.
const NEWS: [&str; 8] =
    ["posts", "post", "blog", "news", "uutiset", "ajankohtaista", "tiedotteet", "nyheter"];

/// The page of a draft, but for its old addresses.
pub(super) fn page(
    tree: &Tree,
    options: Options<'_>,
    targets: &Targets,
    own: usize,
    draft: &Draft,
    copies: &mut Copies,
    report: &mut Report,
) -> Page {
    let Draft { place, front_matter, parsed, title, .. } = draft;
    let file = place.file.clone().unwrap_or_default();
    let shown = tree.show(&file);
    let conversion = Conversion {
        tree,
        targets,
        own,
        file: &file,
        folder: &place.folder(),
        title,
        footnotes_heading: Terms::of(options.language).footnotes,
        copies,
        report,
    };
    let mut content = convert::convert(conversion, parsed);
    let kind = kind(draft, &shown, report);
    match &kind {
        Kind::Front | Kind::Section => {
            report.counts.sections += usize::from(place.has_pages);
            report.counts.generated += usize::from(place.file.is_none());
            if place.has_pages {
                content.push(Block::Children {});
            }
        }
        Kind::News { .. } => report.counts.news += 1,
        Kind::Page => {}
    }
    if front_matter.draft {
        report.drafts.push(shown.clone());
    }
    Page {
        // One folder more: that of the language.
        schema: schema::from_page(place.json().matches('/').count() + 1),
        title: title.clone(),
        name: front_matter.name.clone().filter(|name| name != title),
        summary: summary(draft),
        kind,
        order: order(draft, &shown, report),
        tags: front_matter.tags.clone(),
        draft: front_matter.draft,
        old_addresses: Vec::new(),
        content,
    }
}

fn kind(draft: &Draft, shown: &str, report: &mut Report) -> Kind {
    let Draft { place, front_matter, .. } = draft;
    let shown_from = front_matter.hold.from.first().map(|(_, written)| written);
    let date = match front_matter.date.as_ref().or(shown_from) {
        Some(written) => {
            let day = written.get(..10).filter(|day| day.parse::<jiff::civil::Date>().is_ok());
            if day.is_none() {
                report.warn(shown, 1, Finding::DateWrong(written.clone()));
            }
            day.map(str::to_owned)
        }
        None => place.date.clone(),
    };
    if place.index_of.as_deref() == Some("") {
        return Kind::Front;
    }
    if place.has_pages {
        return Kind::Section;
    }
    let file = place.file.as_deref().unwrap_or_default();
    let folders = file.rsplit_once('/').map_or("", |(folders, _)| folders);
    let in_news = folders.split('/').any(|folder| NEWS.contains(&folder.to_lowercase().as_str()));
    // The page of the news folder itself is none of its news.
    let is_folder_of_news =
        place.index_of.as_ref().is_some_and(|folder| NEWS.contains(&folder.to_lowercase().as_str()));
    if (in_news && !is_folder_of_news) || place.date.is_some() {
        if date.is_none() {
            report.warn(shown, 1, Finding::NewsWithoutDay);
        }
        return Kind::News { published: date };
    }
    if date.is_some() {
        report.warn(shown, 1, Finding::DateOfPage);
    }
    Kind::Page
}

fn order(draft: &Draft, shown: &str, report: &mut Report) -> Option<u32> {
    let Some(order) = draft.front_matter.order else { return draft.place.number };
    if order.fract() != 0.0 || order < 0.0 || order > f64::from(u32::MAX) {
        report.warn(shown, 1, Finding::OrderRounded(order.to_string()));
    }
    // A float as an integer stays within its bounds.
    Some(order.round() as u32)
}
