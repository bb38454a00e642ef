//! The languages' own knowledge: which words a form may be a form of, by rules only, and which of them are
//! meant.
//!
//! A visitor asks for a word in any of its forms; texts have it in others. Both sides turn a form into base
//! forms by the same rules, each of which costs something: [`finnish`], [`swedish`], [`english`];
//! [`compound`] knows parts by their letters. The publisher decides with all words of the site at hand what a
//! form is of, the visitor's browser with what the index knows ([`choice`]).

mod candidates;
pub mod choice;
pub mod compound;
pub mod english;
pub mod finnish;
pub mod swedish;

pub use candidates::Candidate;

use crate::words::endings::before_apostrophe;

pub use interface_language::Language;

/// The words that a form in small letters may be a form of in a language, the most plausible first; the form
/// itself is one of them.
pub fn candidates(language: Language, form: &str) -> Vec<Candidate> {
    match language {
        Language::Fi => {
            let mut candidates = finnish::candidates(form);
            if let Some(name) = before_apostrophe(form) {
                candidates.insert(0, Candidate { text: name.to_owned(), cost: 0 });
            }
            candidates
        }
        Language::Sv => swedish::candidates(form),
        Language::En => english::candidates(form),
    }
}
