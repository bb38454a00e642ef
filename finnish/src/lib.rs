//! Finnish for search.
//!
//! A visitor asks for a word in any of its forms; texts have it in others. Both sides turn a form into base forms: a query
//! by rules only ([`forms`]), in the visitor's browser; the publisher with all words of the site at hand
//! ([`vocabulary`]), and with Voikko where it is installed.

mod gradation;
mod letters;
#[cfg(feature = "vocabulary")]
mod threads;

pub mod choice;
pub mod forms;
#[cfg(feature = "vocabulary")]
pub mod vocabulary;
#[cfg(feature = "voikko")]
pub mod voikko;

pub use choice::asked_for;
pub use forms::{Candidate, candidates};

/// The keys under which a word, as it was typed in small letters, may stand in an index: the base forms that it may have and
/// itself, the most plausible first.
pub fn keys_of_query(word: &str) -> Vec<String> {
    candidates(word).into_iter().map(|candidate| candidate.text).collect()
}
