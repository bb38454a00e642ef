//! What the program says itself, in the language of who called it: what became of a run, and the words of a new page. A file a language.

mod en;
mod fi;
mod sv;

use std::{collections::BTreeMap, path::Path};

use page::Language;

use content::{fault::Ruled as _, read::changed::Undated, terminal::one_line};

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

/// How many warnings break each rule, a line a rule: `  import.link: 3`.
fn by_rule(report: &import::report::Report) -> String {
    let mut rules: BTreeMap<&str, usize> = BTreeMap::new();
    for fault in report.faults().sorted() {
        *rules.entry(fault.finding.rule().code).or_default() += 1;
    }
    rules.into_iter().map(|(rule, number)| format!("\n  {rule}: {number}")).collect()
}

/// The names of files, a line a file.
fn lines(names: &[String]) -> String {
    names.iter().map(|name| format!("\n  {}", one_line(name.clone()))).collect()
}

/// What became of a run, in a language.
pub fn outcome(outcome: Outcome<'_>, language: Language) -> String {
    match language {
        Language::Fi => fi::outcome(outcome),
        Language::Sv => sv::outcome(outcome),
        Language::En => en::outcome(outcome),
    }
}

/// The words with which a new page begins, until its editor writes others.
pub(crate) struct NewPageWords {
    /// The title of a page.
    pub(crate) page: &'static str,
    /// The title of a front page.
    pub(crate) front: &'static str,
    /// The title of a section.
    pub(crate) section: &'static str,
    /// The title of a news item.
    pub(crate) news: &'static str,
    /// The title of an event.
    pub(crate) event: &'static str,
    /// The place of an event.
    pub(crate) place: &'static str,
    /// Who organises an event.
    pub(crate) organiser: &'static str,
    /// The title of a call.
    pub(crate) call: &'static str,
    /// Who may answer a call.
    pub(crate) for_whom: &'static str,
    /// What to send as an answer.
    pub(crate) what_to_send: &'static str,
    /// What a summary is.
    pub(crate) summary: &'static str,
    /// The first paragraph.
    pub(crate) text: &'static str,
}

impl NewPageWords {
    /// The words in a language.
    pub(crate) const fn of(language: Language) -> &'static NewPageWords {
        match language {
            Language::Fi => &fi::NEW_PAGE,
            Language::Sv => &sv::NEW_PAGE,
            Language::En => &en::NEW_PAGE,
        }
    }
}
