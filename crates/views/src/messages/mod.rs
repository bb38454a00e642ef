//! The words of the interface: a typed catalogue with one file a language.
//!
//! A missing text is a compile error, since every field of [`Messages`] has to be given.

mod en;
mod fi;
mod sv;
mod texts;

use page::Language;

pub use texts::Messages;

impl Messages {
    /// The catalogue of a language.
    pub const fn of(language: Language) -> &'static Messages {
        match language {
            Language::Fi => &fi::MESSAGES,
            Language::Sv => &sv::MESSAGES,
            Language::En => &en::MESSAGES,
        }
    }
}
