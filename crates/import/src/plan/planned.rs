//! Planned pages: files that are read, with their places and titles, before their links are known.

use page::PagePath;

use super::options::ImportOptions;
use crate::{
    addresses::PagePlace,
    blocks::Parsed,
    front_matter::{self, FrontMatter},
    reading,
    reference::without_marks,
    report::Report,
    title::{self, TitleHeading},
    tree::Tree,
};

/// A page on its way from its file to the page that is written.
pub(crate) struct PlannedPage {
    pub(crate) place: PagePlace,
    pub(crate) front_matter: FrontMatter,
    pub(super) parsed: Parsed,
    pub(super) title: String,
    /// The heading that became the title.
    pub(super) title_heading: Option<TitleHeading>,
    pub(crate) address: PagePath,
}

pub(super) fn planned_page(
    tree: &Tree,
    options: ImportOptions<'_>,
    place: PagePlace,
    split: front_matter::Split<'_>,
    report: &mut Report,
) -> PlannedPage {
    let (prepared, parsed) = reading::read(split.body, split.body_line.max(1), &|path| tree.snippet(path));
    if let Some(file) = &place.file {
        for (line, finding) in prepared.dropped {
            report.warn(&tree.show(file), line, without_marks(finding));
        }
    }
    let mut address = PagePath::root();
    let language = (options.language != options.main).then(|| options.language.tag().to_owned());
    for segment in language.iter().chain(&place.segments) {
        // A slug is always a valid part of an address.
        address = address.child(segment).unwrap_or(address);
    }
    let (title, title_heading) = (String::new(), None);
    PlannedPage { place, front_matter: split.front_matter, parsed, title, title_heading, address }
}

/// Gives the pages their titles, once it is known which headings many of them have.
pub(super) fn entitle(tree: &Tree, pages: &mut [PlannedPage]) {
    let mastheads = title::mastheads(pages.iter().map(|page| (page.place.folder(), &page.parsed)));
    for PlannedPage { place, front_matter, parsed, title, title_heading, .. } in pages {
        let written = front_matter.title.as_deref();
        *title_heading = title::take(parsed, &place.folder(), written, &mastheads);
        let of_heading = title_heading.as_ref().map(|(words, _)| words.clone());
        *title = front_matter.title.clone().or(of_heading).unwrap_or_else(|| title::of_name(place, tree));
    }
}
