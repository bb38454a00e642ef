//! The words that the publisher itself writes into a page, such as the term for a call's deadline or an
//! event's place.
//!
//! They stand in the page model, in the page's own language, so the browser needn't know them. The words of
//! the interface around the page are in `views::messages`. A folder a language; a missing text is a compile
//! error.

mod en;
mod fi;
mod sv;
mod words;

use page::Language;

pub use words::Terms;

impl Terms {
    /// The terms of a language.
    pub const fn of(language: Language) -> &'static Terms {
        match language {
            Language::Fi => &fi::TERMS,
            Language::Sv => &sv::TERMS,
            Language::En => &en::TERMS,
        }
    }
}
