//! What the editor is told after an import: how much came over, and each thing that didn't come over whole.

use std::fmt;

/// What was imported, and what wasn't.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// How many pages were written, sections among them.
    pub pages: usize,
    /// How many of them are sections.
    pub sections: usize,
    /// How many sections were made because a folder had no page of its own.
    pub generated: usize,
    /// How many pages are news items.
    pub news: usize,
    /// The files of the pages that are drafts.
    pub drafts: Vec<String>,
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
    /// What was changed or left out.
    pub warnings: Vec<Warning>,
}

/// Something that was changed or left out, with its place in the Markdown.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Warning {
    /// The file, as it is shown to the editor.
    pub file: String,
    /// The line, counted from 1.
    pub line: usize,
    /// What it is, and what was done.
    pub words: String,
}

impl Report {
    /// Adds a warning.
    pub fn warn(&mut self, file: &str, line: usize, words: impl Into<String>) {
        self.warnings.push(Warning { file: file.to_owned(), line, words: words.into() });
    }

    /// Puts the warnings in the order of their places.
    pub fn sort(&mut self) {
        self.warnings.sort();
        self.warnings.dedup();
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "Pages: {}", self.pages)?;
        writeln!(
            f,
            "  sections: {}, of these made for a folder without a page: {}",
            self.sections, self.generated
        )?;
        writeln!(f, "  news: {}", self.news)?;
        writeln!(f, "  drafts: {}", self.drafts.len())?;
        writeln!(
            f,
            "Links: {} to pages of the site, {} elsewhere, {} to nowhere",
            self.inner_links, self.outer_links, self.lost_links
        )?;
        writeln!(f, "Images: {}", self.images)?;
        writeln!(f, "Documents: {}", self.documents)?;
        if !self.drafts.is_empty() {
            writeln!(f, "\nDrafts, not published until \"draft\" is taken away:")?;
            for draft in &self.drafts {
                writeln!(f, "{draft}")?;
            }
        }
        writeln!(f, "\nWarnings: {}", self.warnings.len())?;
        for Warning { file, line, words } in &self.warnings {
            writeln!(f, "{file}:{line}: {words}")?;
        }
        Ok(())
    }
}
