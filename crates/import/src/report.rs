//! What comes of an import: how much came over, and each thing that didn't come over whole.

use content::fault::{Fault, Faults, Place};

use super::finding::ImportFinding;

/// What was imported, and what wasn't.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// How much came over.
    pub counts: Counts,
    /// The files of the pages that are drafts.
    pub drafts: Vec<String>,
    /// What was changed or left out.
    pub faults: Vec<Fault<ImportFinding>>,
}

/// How much came over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// How many pages were written, sections among them.
    pub pages: usize,
    /// How many of them are sections.
    pub sections: usize,
    /// How many sections were made because a folder had no page of its own.
    pub generated: usize,
    /// How many pages are news items.
    pub news: usize,
    /// How many links lead to a page of the site.
    pub inner_links: usize,
    /// How many links lead elsewhere.
    pub outer_links: usize,
    /// How many links lead nowhere and are plain text now.
    pub lost_links: usize,
    /// How many image files were copied.
    pub images: usize,
    /// How many files to download were copied.
    pub documents: usize,
}

impl Report {
    /// Tells of something on a line of a file, counted from 1.
    pub fn warn(&mut self, file: &str, line: usize, finding: ImportFinding) {
        let place = Place::At { file: file.into(), line, column: None };
        self.faults.push(Fault::new(finding, place));
    }

    /// Tells of something about a file as a whole.
    pub fn warn_of_file(&mut self, file: &str, finding: ImportFinding) {
        self.faults.push(Fault::new(finding, Place::File(file.into())));
    }

    /// What was changed or left out, each once.
    pub fn faults(&self) -> Faults<ImportFinding> {
        let mut faults: Vec<Fault<ImportFinding>> = Vec::new();
        for fault in self.faults.iter().cloned().collect::<Faults<ImportFinding>>().sorted() {
            let of_place = faults.iter().rev().take_while(|known| known.place == fault.place);
            if !of_place.into_iter().any(|known| known.finding == fault.finding) {
                faults.push(fault);
            }
        }
        faults.into_iter().collect()
    }
}
