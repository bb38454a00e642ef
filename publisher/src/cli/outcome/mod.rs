//! What became of a run, in the language of who called it.

mod en;
mod fi;
mod sv;

use std::path::Path;

use page::Language;

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
    /// It was, without days of change.
    Undated(Undated),
    /// It was, with a Finnish index that Voikko wasn't asked for.
    WithoutVoikko,
}

/// What became of a run, in a language.
pub fn outcome(outcome: Outcome<'_>, language: Language) -> String {
    match language {
        Language::Fi => fi::outcome(outcome),
        Language::Sv => sv::outcome(outcome),
        Language::En => en::outcome(outcome),
    }
}
