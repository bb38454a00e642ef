//! What the program says itself, in the language of who called it: what became of a run, and the words of a
//! new page. A file a language.

mod en;
mod fi;
mod new_page;
mod outcome;
mod phrases;
mod sv;

use page::Language;

pub(crate) use new_page::NewPageWords;
pub use outcome::Outcome;

/// What became of a run, in a language.
pub fn outcome(outcome: Outcome<'_>, language: Language) -> String {
    match language {
        Language::Fi => fi::outcome(outcome),
        Language::Sv => sv::outcome(outcome),
        Language::En => en::outcome(outcome),
    }
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
