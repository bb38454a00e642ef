//! What is said of a difference, in Finnish, Swedish and English.

mod en;
mod fi;
mod lines;
mod sv;

use page::Language;

pub use lines::{ChangeLine, Sort};

/// A line in a language.
pub fn line(line: ChangeLine<'_>, language: Language) -> String {
    match language {
        Language::Fi => fi::line(line),
        Language::Sv => sv::line(line),
        Language::En => en::line(line),
    }
}
