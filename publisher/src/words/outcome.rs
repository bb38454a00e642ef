//! What can become of a run.

use std::path::Path;

use content::read::changed::Undated;

/// What became of a run.
#[derive(Clone, Copy, Debug)]
pub enum Outcome<'a> {
    /// There are faults.
    NotPublished,
    /// The content was checked, and it has no faults.
    Sound {
        /// How many pages it has.
        pages: usize,
    },
    /// The site was published.
    Published {
        /// How many pages.
        pages: usize,
        /// How many old addresses that lead to them.
        old_addresses: usize,
        /// The folder.
        out: &'a Path,
        /// How long it took.
        milliseconds: u128,
        /// How many files are new or differ from those of the site before.
        written: usize,
    },
    /// A tree of Markdown was imported.
    Imported(&'a import::report::Report),
    /// It wasn't, for its findings.
    NotImported,
    /// The site was published, without days of change.
    Undated(Undated),
    /// The site was published, with a Finnish index that Voikko wasn't asked for.
    WithoutVoikko,
}
