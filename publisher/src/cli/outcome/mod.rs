//! What became of a run, in the language of who called it.

mod en;
mod fi;
mod kinds;
mod sv;

use page::Language;

pub use kinds::Outcome;

/// What became of a run, in a language.
pub fn outcome(outcome: Outcome<'_>, language: Language) -> String {
    match language {
        Language::Fi => fi::outcome(outcome),
        Language::Sv => sv::outcome(outcome),
        Language::En => en::outcome(outcome),
    }
}
