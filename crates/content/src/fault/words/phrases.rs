//! What all texts are made with.

use page::Language;

/// What is said of a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// What is wrong, in a sentence.
    pub message: String,
    /// What stands at the underlined place, in a few words.
    pub label: String,
    /// What to do about it.
    pub help: String,
}

/// The beginning of a name that is too long to be read.
pub(super) fn shortened(name: &str) -> String {
    const MOST: usize = 40;
    match name.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &name[..end]),
        None => name.to_owned(),
    }
}

pub(super) fn say(message: impl Into<String>, label: impl Into<String>, help: impl Into<String>) -> Words {
    Words { message: message.into(), label: label.into(), help: help.into() }
}

/// `"fi", "sv"`: the languages of a site, and one more.
pub(super) fn quoted(named: &[Language], one_more: Language) -> String {
    let tags = named.iter().chain(std::iter::once(&one_more));
    tags.map(|language| format!("\"{}\"", language.tag())).collect::<Vec<_>>().join(", ")
}

/// The number of a character in Unicode, as it is written there: U+000B.
pub(super) fn code_point(character: char) -> String {
    format!("U+{:04X}", u32::from(character))
}

/// A number and what is counted, in the singular or in the plural.
pub fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}
