//! The pages that are written: their text converted, their kind and order.

use super::{options::ImportOptions, planned::PlannedPage, summary::summary};
use crate::{
    convert::{self, Conversion},
    files::Copies,
    finding::ImportFinding,
    links::Targets,
    report::Report,
    tree::Tree,
    written::{WrittenBlock, WrittenKind, WrittenPage},
};
use compile::terms::Terms;
use content::schema;

/// The folders whose pages are news.
const NEWS: [&str; 8] =
    ["posts", "post", "blog", "news", "uutiset", "ajankohtaista", "tiedotteet", "nyheter"];

/// The page that is written of a planned one, but for its old addresses.
pub(super) fn page(
    tree: &Tree,
    options: ImportOptions<'_>,
    targets: &Targets,
    own: usize,
    planned: &PlannedPage,
    copies: &mut Copies,
    report: &mut Report,
) -> WrittenPage {
    let PlannedPage { place, front_matter, parsed, title, .. } = planned;
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
    let kind = kind(planned, &shown, report);
    match &kind {
        WrittenKind::Front | WrittenKind::Section => {
            report.counts.sections += usize::from(place.has_pages);
            report.counts.generated += usize::from(place.file.is_none());
            if place.has_pages {
                content.push(WrittenBlock::Children {});
            }
        }
        WrittenKind::News { .. } => report.counts.news += 1,
        WrittenKind::Page => {}
    }
    if front_matter.draft {
        report.drafts.push(shown.clone());
    }
    WrittenPage {
        // One folder more: that of the language.
        schema: schema::from_page(place.json().matches('/').count() + 1),
        title: title.clone(),
        name: front_matter.name.clone().filter(|name| name != title),
        summary: summary(planned),
        kind,
        order: order(planned, &shown, report),
        tags: front_matter.tags.clone(),
        draft: front_matter.draft,
        old_addresses: Vec::new(),
        content,
    }
}

fn kind(page: &PlannedPage, shown: &str, report: &mut Report) -> WrittenKind {
    let PlannedPage { place, front_matter, .. } = page;
    let shown_from = front_matter.hold.from.first().map(|(_, written)| written);
    let date = match front_matter.date.as_ref().or(shown_from) {
        Some(written) => {
            let day = written.get(..10).filter(|day| day.parse::<jiff::civil::Date>().is_ok());
            if day.is_none() {
                report.warn(shown, 1, ImportFinding::DateWrong(written.clone()));
            }
            day.map(str::to_owned)
        }
        None => place.date.clone(),
    };
    if place.index_of.as_deref() == Some("") {
        return WrittenKind::Front;
    }
    if place.has_pages {
        return WrittenKind::Section;
    }
    let file = place.file.as_deref().unwrap_or_default();
    let folders = file.rsplit_once('/').map_or("", |(folders, _)| folders);
    let in_news = folders.split('/').any(|folder| NEWS.contains(&folder.to_lowercase().as_str()));
    // The page of the news folder itself is none of its news.
    let is_folder_of_news =
        place.index_of.as_ref().is_some_and(|folder| NEWS.contains(&folder.to_lowercase().as_str()));
    if (in_news && !is_folder_of_news) || place.date.is_some() {
        if date.is_none() {
            report.warn(shown, 1, ImportFinding::NewsWithoutDay);
        }
        return WrittenKind::News { published: date };
    }
    if date.is_some() {
        report.warn(shown, 1, ImportFinding::DateOfPage);
    }
    WrittenKind::Page
}

fn order(page: &PlannedPage, shown: &str, report: &mut Report) -> Option<u32> {
    let Some(order) = page.front_matter.order else { return page.place.number };
    if order.fract() != 0.0 || order < 0.0 || order > f64::from(u32::MAX) {
        report.warn(shown, 1, ImportFinding::OrderRounded(order.to_string()));
    }
    // A float as an integer stays within its bounds.
    Some(order.round() as u32)
}
