//! The pages that the old site doesn't show become drafts: by their front matter, by the data and settings of
//! their generator, by their names, or because the page above them is a draft.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use page::PagePath;
use serde_json::{Map, Value};

use super::{
    finding::{Held, ImportFinding},
    front_matter::{self, Cascade, FrontMatter, Hold, Holds},
    plan::planned::PlannedPage,
    report::Report,
    settings::{
        Settings,
        script::{self, ScriptField},
    },
    tree::Tree,
};

/// Makes drafts of the pages that aren't to be seen, and tells why; the pages above others come first in
/// `drafts`.
pub(super) fn hold_back(tree: &Tree, pages: &mut [PlannedPage], now: Timestamp, report: &mut Report) {
    let settings = Settings::read(&tree.settings);
    for unread in &settings.unread {
        report.warn(&unread.file, unread.line, unread.finding.clone());
    }
    let sources = Sources { cascades: cascades(pages), data: Data::read(tree, report), settings };
    let held: Vec<Vec<ImportFinding>> = pages.iter().map(|page| sources.reasons(page, now)).collect();
    for page in pages.iter_mut() {
        page.front_matter.draft |= page.front_matter.hold.unreadable;
    }
    let is_shown = |(page, reasons): &(&PlannedPage, &Vec<ImportFinding>)| {
        !page.front_matter.draft && reasons.is_empty()
    };
    let shown = pages.iter().zip(&held).filter(is_shown);
    let shown: Vec<String> = shown.filter_map(|(page, _)| page.place.file.clone()).collect();
    let mut kept: BTreeSet<PagePath> = BTreeSet::new();
    for (page, mut reasons) in pages.iter_mut().zip(held) {
        let path = path(page);
        // The page that is made for a folder says nothing itself: it is held back where all pages under it
        // are.
        if page.place.file.is_none() && shown.iter().any(|file| file.starts_with(&path)) {
            reasons.clear();
        }
        // What stands below a draft can't be published before it.
        let is_below = page.address.parent().is_some_and(|parent| kept.contains(&parent));
        if is_below && !page.front_matter.draft && reasons.is_empty() {
            reasons.push(ImportFinding::BelowDraft);
        }
        let shown = tree.show(path.trim_end_matches('/'));
        for finding in reasons {
            page.front_matter.draft = true;
            report.warn_of_file(&shown, finding);
        }
        if page.front_matter.draft {
            kept.insert(page.address.clone());
        }
    }
}

/// The path of a page's file; that of a page that is made for a folder ends with a slash, but for the tree's
/// own.
fn path(page: &PlannedPage) -> String {
    match (&page.place.file, page.place.index_of.as_deref()) {
        (Some(file), _) => file.clone(),
        (None, None | Some("")) => String::new(),
        (None, Some(folder)) => format!("{folder}/"),
    }
}

/// All that can hold a page back besides the page itself.
struct Sources {
    settings: Settings,
    /// What pages hand down, by their folders, each with its file.
    cascades: BTreeMap<String, Vec<(String, Cascade)>>,
    data: Data,
}

impl Sources {
    /// Why a page isn't to be seen.
    fn reasons(&self, page: &PlannedPage, now: Timestamp) -> Vec<ImportFinding> {
        let path = path(page);
        let mut handed = HandedDown::default();
        for (file, holds) in self.settings.handed_down(&path) {
            handed.take(file, holds);
        }
        for folder in folders(&path) {
            for (file, cascade) in self.cascades.get(folder).into_iter().flatten() {
                if cascade.target.means(&path) {
                    handed.take(file, &cascade.holds);
                }
            }
            for (file, holds) in self.data.of_folders.get(folder).into_iter().flatten() {
                handed.take(file, holds);
            }
        }
        let stem = path.rsplit_once('.').map_or(path.as_str(), |(stem, _)| stem);
        for (file, holds) in self.data.of_files.get(stem).into_iter().flatten() {
            handed.take(file, holds);
        }
        let own = |hold| ImportFinding::Held { hold, of: None };
        let mut reasons = Vec::new();
        if page.place.file.is_some() {
            let FrontMatter { hold, date, .. } = &page.front_matter;
            let date = date.as_deref().or(page.place.date.as_deref());
            reasons.extend(hold.reasons(date, now).into_iter().map(own));
        }
        reasons.extend(handed.reasons(&page.front_matter.own, now));
        reasons.extend(self.settings.reason(&path).map(own));
        reasons
    }
}

/// The folders above a file, the outermost first; its tree is the first of them, with an empty path.
fn folders(path: &str) -> impl Iterator<Item = &str> {
    std::iter::once("").chain(path.match_indices('/').map(|(at, _)| &path[..at]))
}

/// What pages hand down, by their folders, each with its file.
fn cascades(pages: &[PlannedPage]) -> BTreeMap<String, Vec<(String, Cascade)>> {
    let mut cascades: BTreeMap<String, Vec<(String, Cascade)>> = BTreeMap::new();
    for page in pages {
        let Some(file) = &page.place.file else { continue };
        let folder = file.rsplit_once('/').map_or("", |(folder, _)| folder);
        let own = page.front_matter.cascades.iter().map(|cascade| (file.clone(), cascade.clone()));
        cascades.entry(folder.to_owned()).or_default().extend(own);
    }
    cascades
}

/// The fields that a page gets from elsewhere.
#[derive(Default)]
struct HandedDown<'a> {
    /// Each with the file that it comes from.
    holds: BTreeMap<&'a str, (&'a str, &'a Hold)>,
}

impl<'a> HandedDown<'a> {
    /// A setting that stands nearer to a page replaces one that stands farther away.
    fn take(&mut self, file: &'a str, holds: &'a Holds) {
        self.holds.extend(holds.iter().map(|(name, hold)| (name.as_str(), (file, hold))));
    }

    /// Why the page isn't to be seen; what it says itself wins.
    fn reasons(&self, own: &BTreeSet<String>, now: Timestamp) -> Vec<ImportFinding> {
        let others = self.holds.iter().filter(|(name, _)| !own.contains(**name));
        let reasons = others.flat_map(|(_, (file, hold))| {
            let mut reasons = hold.reasons(None, now);
            if hold.unreadable {
                reasons.push(Held::Unreadable);
            }
            reasons.into_iter().map(move |hold| ImportFinding::Held { hold, of: Some((*file).to_owned()) })
        });
        reasons.collect()
    }
}

/// The data beside pages: that of Eleventy and of Material for MkDocs.
#[derive(Default)]
struct Data {
    /// What holds for all pages in a folder.
    of_folders: BTreeMap<String, Vec<(String, Holds)>>,
    /// What holds for the page of a file without its ending.
    of_files: BTreeMap<String, Vec<(String, Holds)>>,
}

/// The endings of Eleventy's data; the ones of programs come last.
const DATA: [&str; 5] = [".11tydata.json", ".11tydata.js", ".11tydata.cjs", ".11tydata.mjs", ".json"];

impl Data {
    fn read(tree: &Tree, report: &mut Report) -> Data {
        let mut data = Data::default();
        for (folder, text) in &tree.metas {
            let file = if folder.is_empty() { ".meta.yml".to_owned() } else { format!("{folder}/.meta.yml") };
            let holds = of_json(tree, &file, text, report).unwrap_or_default();
            data.of_folders.entry(folder.clone()).or_default().push((file, holds));
        }
        for (file, path) in &tree.files {
            let ends = |ending: &&&str| file.to_lowercase().ends_with(**ending);
            let Some(ending) = DATA.iter().find(ends) else { continue };
            let stem = &file[..file.len() - ending.len()];
            // The data of a folder bears the folder's name.
            let (folder, name) = stem.rsplit_once('/').unwrap_or(("", stem));
            let of_folder =
                folder.rsplit('/').next() == Some(name) || (folder.is_empty() && name == tree.name);
            let of_file = [".md", ".mdx", ".markdown"]
                .iter()
                .any(|ending| tree.pages.contains_key(&format!("{stem}{ending}")));
            if !of_folder && !of_file {
                continue;
            }
            let Ok(text) = std::fs::read_to_string(path) else { continue };
            let holds = match *ending {
                ".json" => match front_matter::values(&text) {
                    Ok(Value::Object(fields)) => front_matter::holds(&fields).0,
                    _ => continue,
                },
                ".11tydata.json" => of_json(tree, file, &text, report).unwrap_or_default(),
                _ => of_script(tree, file, &text, report),
            };
            if of_folder {
                data.of_folders.entry(folder.to_owned()).or_default().push((file.clone(), holds.clone()));
            }
            if of_file {
                data.of_files.entry(stem.to_owned()).or_default().push((file.clone(), holds));
            }
        }
        data
    }
}

/// What a file of data says; one that can't be read holds its pages back.
fn of_json(tree: &Tree, file: &str, text: &str, report: &mut Report) -> Option<Holds> {
    match front_matter::values(text) {
        Ok(Value::Object(fields)) => Some(front_matter::holds(&fields).0),
        Ok(_) => None,
        Err((line, reason)) => {
            report.warn(&tree.show(file), line, ImportFinding::DataUnreadable(reason));
            Some(vec![("unreadable".to_owned(), Hold { unreadable: true, ..Hold::default() })])
        }
    }
}

/// What data that is a program says where it is written out.
fn of_script(tree: &Tree, file: &str, text: &str, report: &mut Report) -> Holds {
    let mut fields = Map::new();
    for ScriptField { name, line, value, computed } in script::fields(text) {
        if computed && front_matter::can_hold(&name) {
            report.warn(&tree.show(file), line, ImportFinding::DataComputed(name));
        } else if !computed {
            fields.insert(name, value);
        }
    }
    front_matter::holds(&fields).0
}
