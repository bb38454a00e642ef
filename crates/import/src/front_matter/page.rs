//! What a page says of itself at the top of its file.

use std::collections::BTreeSet;

use super::{handed_down::Cascade, hold::Hold};
use crate::{
    finding::{Done, ExpectedField, ImportFinding},
    report::Report,
};

/// What a page says of itself at the top of its file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FrontMatter {
    /// The page's title.
    pub title: Option<String>,
    /// A shorter name for menus.
    pub name: Option<String>,
    /// What the page is about.
    pub description: Option<String>,
    /// The day, as "2024-05-01".
    pub date: Option<String>,
    /// Whether the page isn't to be published yet.
    pub draft: bool,
    /// What else speaks against showing it.
    pub hold: Hold,
    /// What it hands down to itself and the pages below it.
    pub cascades: Vec<Cascade>,
    /// The names of its fields that say whether it is shown, in plain letters: none of these is handed down
    /// to it.
    pub own: BTreeSet<String>,
    /// Its place among its neighbours.
    pub order: Option<f64>,
    /// Its tags.
    pub tags: Vec<String>,
    /// The last part of its address, or a whole address.
    pub slug: Option<String>,
    /// Addresses at which the page was, as they are written.
    pub aliases: Vec<String>,
    /// The fields that a page has no place for.
    pub unknown: Vec<String>,
    /// What can't be read as its field, or not whole.
    pub wrong: Vec<Wrong>,
}

/// A field whose value is of the wrong sort.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// Its name.
    pub field: String,
    /// What it should be.
    pub expected: ExpectedField,
    /// What was done.
    pub done: Done,
}

impl FrontMatter {
    /// Tells what of a file's front matter has no place on a page.
    pub fn tell(&self, file: &str, report: &mut Report) {
        for Wrong { field, expected, done } in &self.wrong {
            let (field, expected, done) = (field.clone(), *expected, *done);
            report.warn(file, 1, ImportFinding::FrontMatterWrong { field, expected, done });
        }
        for (field, written) in &self.hold.until {
            let (field, written) = (field.clone(), written.clone());
            report.warn(file, 1, ImportFinding::FrontMatterUntil { field, written });
        }
        // The first such day is that of the page, where it has no other.
        let spare = self.hold.from.iter().skip(usize::from(self.date.is_none())).map(|(field, _)| field);
        for field in self.unknown.iter().chain(spare) {
            report.warn(file, 1, ImportFinding::FrontMatterUnknown(field.clone()));
        }
    }
}
