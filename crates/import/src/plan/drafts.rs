//! Drafts: files that are read, with their places and titles, before their links are known.

use page::PagePath;

use super::options::Options;
use crate::{
    addresses::Place,
    blocks::Parsed,
    front_matter::{self, FrontMatter},
    reading,
    reference::without_marks,
    report::Report,
    title::{self, TitleHeading},
    tree::Tree,
};

/// A page on its way.
pub(crate) struct Draft {
    pub(crate) place: Place,
    pub(crate) front_matter: FrontMatter,
    pub(super) parsed: Parsed,
    pub(super) title: String,
    /// The heading that became the title.
    pub(super) title_heading: Option<TitleHeading>,
    pub(crate) address: PagePath,
}

pub(super) fn draft(
    tree: &Tree,
    options: Options<'_>,
    place: Place,
    split: front_matter::Split<'_>,
    report: &mut Report,
) -> Draft {
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
    Draft { place, front_matter: split.front_matter, parsed, title, title_heading, address }
}

/// Gives the pages their titles, once it is known which headings many of them have.
pub(super) fn entitle(tree: &Tree, drafts: &mut [Draft]) {
    let mastheads = title::mastheads(drafts.iter().map(|draft| (draft.place.folder(), &draft.parsed)));
    for Draft { place, front_matter, parsed, title, title_heading, .. } in drafts {
        let written = front_matter.title.as_deref();
        *title_heading = title::take(parsed, &place.folder(), written, &mastheads);
        let of_heading = title_heading.as_ref().map(|(words, _)| words.clone());
        *title = front_matter.title.clone().or(of_heading).unwrap_or_else(|| title::of_name(place, tree));
    }
}
