//! The pages that the old site doesn't show become drafts: by their front matter, by the data and settings of their
//! generator, by their names, or because the page above them is a draft.

use std::collections::BTreeMap;

use jiff::Timestamp;
use page::PagePath;

use super::{
    front_matter::{self, FrontMatter, Hold},
    plan::Draft,
    report::{Report, Sort},
    settings::Settings,
    tree::Tree,
};

/// Makes drafts of the pages that aren't to be seen, and tells why; the pages above others come first in `drafts`.
pub(super) fn hold_back(tree: &Tree, drafts: &mut [Draft], now: Timestamp, report: &mut Report) {
    let settings = Settings::read(tree);
    let mut kept: BTreeMap<PagePath, &'static str> = BTreeMap::new();
    for draft in drafts {
        let path = draft.place.file.as_ref().or(draft.place.index_of.as_ref()).map_or("", |path| path);
        let shown = tree.show(path);
        let mut reasons = Vec::new();
        if let Some(file) = &draft.place.file {
            let FrontMatter { hold, date, .. } = &draft.front_matter;
            let date = date.as_deref().or(draft.place.date.as_deref());
            reasons.extend(hold.reasons(date, now));
            reasons.extend(of_data(tree, file, now));
            draft.front_matter.draft |= hold.unreadable;
        }
        // The page that is made for a folder has the folder's names only.
        let name = if draft.place.file.is_some() { path.to_owned() } else { format!("{path}/") };
        reasons.extend(settings.reason(&name));
        let mut told: Vec<String> =
            reasons.into_iter().map(|reason| format!("{reason}: written as a draft")).collect();
        let parent = draft.address.parent();
        if let Some(above) = parent.as_ref().and_then(|parent| kept.get(parent))
            && !draft.front_matter.draft
            && told.is_empty()
        {
            told.push((*above).to_owned());
        }
        let below = draft.front_matter.below.iter().any(|hold| !hold.reasons(None, now).is_empty());
        for words in told {
            draft.front_matter.draft = true;
            report.warn(&shown, 1, Sort::Draft, words);
        }
        // What stands below a draft can't be published before it.
        if draft.front_matter.draft {
            kept.insert(draft.address.clone(), "the page above this one is a draft: written as a draft, too");
        } else if below {
            kept.insert(
                draft.address.clone(),
                "the page above this one keeps the pages below it from being published: written as a draft, too",
            );
        }
    }
}

/// What Eleventy's data files say against showing a page: those of its folders, and its own.
fn of_data(tree: &Tree, file: &str, now: Timestamp) -> Vec<String> {
    let (folders, name) = file.rsplit_once('/').unwrap_or(("", file));
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let mut stems = Vec::new();
    let mut path = String::new();
    for folder in folders.split('/').filter(|folder| !folder.is_empty()) {
        path = if path.is_empty() { folder.to_owned() } else { format!("{path}/{folder}") };
        stems.push(format!("{path}/{folder}"));
    }
    stems.push(if folders.is_empty() { stem.to_owned() } else { format!("{folders}/{stem}") });
    let files = stems.iter().flat_map(|stem| [format!("{stem}.json"), format!("{stem}.11tydata.json")]);
    let held = files.filter_map(|data| {
        let text = std::fs::read_to_string(tree.files.get(&data)?).ok()?;
        let read = front_matter::data(&text)?;
        let hold = match read.draft {
            true => Hold { fields: vec!["“draft”".to_owned()], ..read.hold },
            false => read.hold,
        };
        Some(hold.reasons(read.date.as_deref(), now).into_iter().map(move |why| format!("{data}: {why}")))
    });
    held.flatten().collect()
}
