//! The languages' own knowledge: which words a form may be a form of, by rules only, and which of them are meant.
//!
//! A visitor asks for a word in any of its forms; texts have it in others. Both sides turn a form into base forms by the
//! same rules, each of which costs something: [`finnish`], [`swedish`], [`english`]; [`compound`] knows parts by their letters. The publisher decides with all words of
//! the site at hand what a form is of, the visitor's browser with what the index knows ([`choice`]).

pub mod choice;
pub mod compound;
pub mod english;
pub mod finnish;
pub mod swedish;

use crate::words::endings::before_apostrophe;

pub use interface_language::Language;

/// A word that a form may be a form of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Its base form: of a noun the nominative singular, of a verb the infinitive.
    pub text: String,
    /// How far-fetched it is; nought is what one would think of first.
    pub cost: u8,
}

/// The words that a form in small letters may be a form of in a language, the most plausible first; the form itself is one of them.
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

/// A rule for the end of a form: what is taken off, what is put in its place, and how far-fetched that is.
type Rule = (&'static str, &'static str, u8);

/// Candidates, each at its least cost.
struct Candidates(Vec<Candidate>);

impl Candidates {
    fn add(&mut self, text: String, cost: u8) {
        match self.0.iter_mut().find(|known| known.text == text) {
            Some(known) => known.cost = known.cost.min(cost),
            None => self.0.push(Candidate { text, cost }),
        }
    }

    /// Adds what each rule whose end a form has makes of it, where that can be a word.
    fn by_rules(&mut self, form: &str, cost: u8, rules: &[Rule], may_be_word: impl Fn(&str) -> bool) {
        for (end, other, of_rule) in rules {
            let made = form.strip_suffix(end).map(|stem| stem.to_owned() + other);
            if let Some(made) = made.filter(|made| may_be_word(made)) {
                self.add(made, cost + of_rule);
            }
        }
    }

    /// All, the most plausible first.
    fn sorted(mut self) -> Vec<Candidate> {
        for end in 1..self.0.len() {
            let mut at = end;
            while at > 0 && self.0[at].cost < self.0[at - 1].cost {
                self.0.swap(at, at - 1);
                at -= 1;
            }
        }
        self.0
    }
}
