//! The words of search, a file a language; a missing text doesn't compile.

mod en;
mod fi;
mod sv;

use interface_language::counted::Counted;

use crate::language::Language;

/// Every text in one language.
pub(super) struct Messages {
    /// Results behind their number; what was asked follows.
    pub(super) results: Counted<'static>,
    /// Between the count and what was asked.
    pub(super) asked: &'static str,
    pub(super) quotes: [&'static str; 2],
    pub(super) nothing: &'static str,
    /// What helps when nothing is found.
    pub(super) advice: &'static str,
    /// No page has all the words.
    pub(super) partly: &'static str,
    pub(super) did_you_mean: &'static str,
    pub(super) more: &'static str,
    pub(super) kind: &'static str,
    pub(super) section: &'static str,
    pub(super) all: &'static str,
    pub(super) failed: &'static str,
    pub(super) try_again: &'static str,
    pub(super) other_languages: &'static str,
    /// The kinds of pages by their names in the page model.
    kinds: [(&'static str, &'static str); 8],
}

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
