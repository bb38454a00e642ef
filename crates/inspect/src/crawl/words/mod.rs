//! What is said of a published site, a file a language. Every finding has its text in every language: the matches are
//! exhaustive.

mod en;
mod fi;
mod phrases;
mod sv;

use page::Language;

use super::finding::CrawlFinding;
pub use phrases::Words;

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
