//! The languages' own knowledge: the base forms of a word, for a query; and under which keys the words of a site stand.

pub mod finnish;
pub mod vocabulary;

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

    /// The keys under which a word, in small letters, may stand in the index, the most plausible first: the word itself and
    /// its base forms.
    pub fn keys(self, word: &str) -> Vec<String> {
        match self {
            Language::Fi => finnish::base_forms(word).into_iter().map(|base| base.text).collect(),
            Language::Sv | Language::En => vec![word.to_owned()],
        }
    }
}
