//! The languages of a site and of its interface.

use serde::Serialize;
use serde_json::Value;

use super::decode::Decode;

/// A language that the interface speaks (BCP 47 tags).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
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

impl Decode for Language {
    fn decode(value: Value) -> Option<Language> {
        Language::from_tag(value.as_str()?)
    }
}
