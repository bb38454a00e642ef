//! What is said of a published site, a file a language. Every finding has its text in every language: the matches are
//! exhaustive.

mod en;
mod fi;
mod sv;

use application::page::Language;

use super::finding::CrawlFinding;

/// What is said of a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// What is wrong, in a sentence.
    pub message: String,
    /// What to do about it.
    pub help: String,
}

/// What is said of a finding, in a language.
pub fn words(finding: &CrawlFinding, language: Language) -> Words {
    match language {
        Language::Fi => fi::words(finding),
        Language::Sv => sv::words(finding),
        Language::En => en::words(finding),
    }
}

/// "and 3 other files": those besides the ones that are named; there is at least one.
pub fn other_files(number: usize, language: Language) -> String {
    match (language, number) {
        (Language::Fi, 1) => "ja 1 muu tiedosto".to_owned(),
        (Language::Fi, _) => format!("ja {number} muuta tiedostoa"),
        (Language::Sv, 1) => "och 1 fil till".to_owned(),
        (Language::Sv, _) => format!("och {number} filer till"),
        (Language::En, 1) => "and 1 other file".to_owned(),
        (Language::En, _) => format!("and {number} other files"),
    }
}

fn say(message: impl Into<String>, help: impl Into<String>) -> Words {
    Words { message: message.into(), help: help.into() }
}
