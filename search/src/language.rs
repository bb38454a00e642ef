//! What a query knows of the languages: under which keys a word may stand.

/// A language that search knows (BCP 47 tags).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// Finnish.
    Fi,
    /// Swedish.
    Sv,
    /// English.
    En,
}

impl Language {
    /// The language that a tag names.
    pub fn from_tag(tag: &str) -> Option<Language> {
        match tag {
            "fi" => Some(Language::Fi),
            "sv" => Some(Language::Sv),
            "en" => Some(Language::En),
            _ => None,
        }
    }

    /// The keys under which a word of a query, in small letters, may stand in the index, the most plausible first.
    pub fn keys(self, word: &str) -> Vec<String> {
        vec![word.to_owned()]
    }
}
