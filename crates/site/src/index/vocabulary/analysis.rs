//! What is known of a word before the site is asked.

/// What is known of a word before the site is asked: its base forms, and the parts of it if it is a compound.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Analysis {
    /// Its base forms; none for a word that isn't known.
    pub bases: Vec<Base>,
    /// Base forms of other words that it belongs to: "hakea" of "hakenut".
    pub origins: Vec<String>,
    /// Whether a base form may be taken for the word when it is asked for: particles may not.
    pub sure: bool,
    /// The base forms of its parts: each alone, and each with those behind it.
    pub parts: Vec<String>,
}

/// A base form of a word.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Base {
    /// The form.
    pub text: String,
    /// How far-fetched it is.
    pub cost: u8,
    /// Rules get from the word to it; where they don't, the word has to stand in the index itself.
    pub by_rules: bool,
}
