//! The words of search, a file a language; a missing text doesn't compile.

mod en;
mod fi;
mod sv;
mod texts;

use crate::language::Language;

pub(super) use texts::Messages;

impl Messages {
    /// The texts of a language.
    pub(super) const fn of(language: Language) -> &'static Messages {
        match language {
            Language::Fi => &fi::MESSAGES,
            Language::Sv => &sv::MESSAGES,
            Language::En => &en::MESSAGES,
        }
    }

    /// What a kind of page is called; none for one that needs no name.
    pub(super) fn kind_of(&self, name: &str) -> Option<&'static str> {
        self.kinds.iter().find(|(known, _)| *known == name).map(|(_, called)| *called)
    }
}
