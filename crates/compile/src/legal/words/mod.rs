//! The sentences of the pages that the law asks for: a file a language, and a missing one doesn't compile.

mod en;
mod fi;
mod sentences;
mod sv;

use page::Language;

pub(super) use sentences::{PrivacyWords, StatementWords};

impl StatementWords {
    /// The sentences in a language.
    pub(super) const fn of(language: Language) -> &'static StatementWords {
        match language {
            Language::Fi => &fi::STATEMENT,
            Language::Sv => &sv::STATEMENT,
            Language::En => &en::STATEMENT,
        }
    }
}

impl PrivacyWords {
    /// The sentences in a language.
    pub(super) const fn of(language: Language) -> &'static PrivacyWords {
        match language {
            Language::Fi => &fi::PRIVACY,
            Language::Sv => &sv::PRIVACY,
            Language::En => &en::PRIVACY,
        }
    }
}
