//! The languages that the interface, the messages and the rules of search speak: one type for all crates,
//! publisher and browser.
//!
//! `CONTRIBUTING.md` says what a new language needs; the compiler names most of it.

pub mod counted;

/// A language that the interface speaks (BCP 47 tags).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "lowercase"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, serde::Deserialize))]
pub enum Language {
    /// Finnish.
    Fi,
    /// Swedish.
    Sv,
    /// English.
    En,
}

impl Language {
    /// Every language of the interface.
    pub const ALL: [Language; 3] = [Language::Fi, Language::Sv, Language::En];

    /// The language's tag for the `lang` attribute (BCP 47).
    pub const fn tag(self) -> &'static str {
        match self {
            Language::Fi => "fi",
            Language::Sv => "sv",
            Language::En => "en",
        }
    }

    /// The language that a tag names, if the interface speaks it.
    pub fn from_tag(tag: &str) -> Option<Language> {
        Language::ALL.into_iter().find(|language| language.tag() == tag)
    }
}
