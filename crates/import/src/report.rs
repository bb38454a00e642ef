//! What the editor is told after an import: how much came over, and each thing that didn't come over whole.

use std::{collections::BTreeMap, fmt};

use content::terminal::one_line;

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
    /// What sort of thing it is.
    pub sort: Sort,
    /// What it is, and what was done.
    pub words: String,
}

/// What sort of thing was changed or left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sort {
    /// What stands at the top of a file.
    FrontMatter,
    /// The address of a page, or an old one.
    Address,
    /// A page that isn't to be published.
    Draft,
    /// A heading, or a line between parts.
    Heading,
    /// A text and its marks.
    Text,
    /// A link.
    Link,
    /// An image.
    Image,
    /// A list, of items or of terms.
    List,
    /// A table.
    Table,
    /// A notice, a quotation or details.
    Notice,
    /// Code.
    Code,
    /// A footnote.
    Footnote,
    /// HTML.
    Html,
    /// A shortcode, or a component of MDX.
    Shortcode,
    /// A file that isn't Markdown, or can't be read.
    File,
}

impl Sort {
    /// What the report calls many of them.
    fn name(self) -> &'static str {
        match self {
            Sort::FrontMatter => "front matter",
            Sort::Address => "addresses",
            Sort::Draft => "drafts",
            Sort::Heading => "headings",
            Sort::Text => "texts",
            Sort::Link => "links",
            Sort::Image => "images",
            Sort::List => "lists",
            Sort::Table => "tables",
            Sort::Notice => "notices",
            Sort::Code => "code",
            Sort::Footnote => "footnotes",
            Sort::Html => "HTML",
            Sort::Shortcode => "shortcodes and components",
            Sort::File => "files",
        }
    }
}

/// What is said at more places than this is said once, with its places.
const SAID_AGAIN: usize = 3;

impl Report {
    /// Adds a warning.
    pub fn warn(&mut self, file: &str, line: usize, sort: Sort, words: impl Into<String>) {
        self.warnings.push(Warning { file: file.to_owned(), line, sort, words: words.into() });
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
        let mut sorts: BTreeMap<Sort, usize> = BTreeMap::new();
        let mut said: BTreeMap<(Sort, &str), Vec<&Warning>> = BTreeMap::new();
        for warning in &self.warnings {
            *sorts.entry(warning.sort).or_default() += 1;
            said.entry((warning.sort, &warning.words)).or_default().push(warning);
        }
        for (sort, count) in sorts {
            writeln!(f, "  {}: {count}", sort.name())?;
        }
        said.retain(|_, places| places.len() > SAID_AGAIN);
        let mut alone = self
            .warnings
            .iter()
            .filter(|warning| !said.contains_key(&(warning.sort, &*warning.words)))
            .peekable();
        if alone.peek().is_some() {
            writeln!(f)?;
        }
        for Warning { file, line, words, .. } in alone {
            writeln!(f, "{}", one_line(format!("{file}:{line}: {words}")))?;
        }
        for ((sort, words), places) in said {
            writeln!(f, "\nIn {} places: {words}", places.len())?;
            write_places(f, sort, &places)?;
        }
        Ok(())
    }
}

/// A line a file. A field of front matter is found by its name: its first files are enough.
fn write_places(f: &mut fmt::Formatter<'_>, sort: Sort, places: &[&Warning]) -> fmt::Result {
    let files: Vec<&[&Warning]> = places.chunk_by(|one, next| one.file == next.file).collect();
    let shown = if sort == Sort::FrontMatter { SAID_AGAIN.min(files.len()) } else { files.len() };
    for places in &files[..shown] {
        let lines: Vec<String> = places.iter().map(|place| place.line.to_string()).collect();
        let file = places.first().map_or("", |place| &place.file);
        writeln!(f, "{}", one_line(format!("{file}:{}", lines.join(", "))))?;
    }
    match files.len() - shown {
        0 => Ok(()),
        more => writeln!(f, "… and in {more} more files"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_at_many_places_is_said_once_with_its_places() {
        let mut report = Report::default();
        for (file, line) in [("a.md", 3), ("a.md", 7), ("b.md", 1), ("c.md", 2)] {
            report.warn(file, line, Sort::Heading, "a line: left out");
            report.warn(file, 1, Sort::FrontMatter, "“lead”: left out");
        }
        for file in ["a.md", "b.md", "c.md", "d.md"] {
            report.warn(file, 1, Sort::FrontMatter, "“toc”: left out");
        }
        report.warn("a.md", 5, Sort::Link, "a link: left out");
        report.sort();
        let report = report.to_string();
        assert_eq!(
            report.split_once("Warnings: ").unwrap().1,
            "12\n  front matter: 7\n  headings: 4\n  links: 1\n\n\
             a.md:1: “lead”: left out\na.md:5: a link: left out\nb.md:1: “lead”: left out\nc.md:1: “lead”: left out\n\n\
             In 4 places: “toc”: left out\na.md:1\nb.md:1\nc.md:1\n… and in 1 more files\n\n\
             In 4 places: a line: left out\na.md:3, 7\nb.md:1\nc.md:2\n"
        );
    }
}
