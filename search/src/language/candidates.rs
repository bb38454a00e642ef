//! The words that a form may be a form of, and the rules that find them.

/// A word that a form may be a form of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Its base form: of a noun the nominative singular, of a verb the infinitive.
    pub text: String,
    /// How far-fetched it is; nought is what one would think of first.
    pub cost: u8,
}

/// A rule for the end of a form: what is taken off, what is put in its place, and how far-fetched that is.
pub(super) type Rule = (&'static str, &'static str, u8);

/// Candidates, each at its least cost.
pub(super) struct Candidates(pub(super) Vec<Candidate>);

impl Candidates {
    pub(super) fn add(&mut self, text: String, cost: u8) {
        match self.0.iter_mut().find(|known| known.text == text) {
            Some(known) => known.cost = known.cost.min(cost),
            None => self.0.push(Candidate { text, cost }),
        }
    }

    /// Adds what each rule whose end a form has makes of it, where that can be a word.
    pub(super) fn by_rules(
        &mut self,
        form: &str,
        cost: u8,
        rules: &[Rule],
        may_be_word: impl Fn(&str) -> bool,
    ) {
        for (end, other, of_rule) in rules {
            let made = form.strip_suffix(end).map(|stem| stem.to_owned() + other);
            if let Some(made) = made.filter(|made| may_be_word(made)) {
                self.add(made, cost + of_rule);
            }
        }
    }

    /// All, the most plausible first.
    pub(super) fn sorted(mut self) -> Vec<Candidate> {
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
