//! The sentences of the pages that the law asks for: a file a language, and a missing one doesn't compile.

mod en;
mod fi;
mod sv;

use page::Language;

/// What an accessibility statement says.
pub(super) struct StatementWords {
    /// The heading over how far the site conforms.
    pub(super) requirements: &'static str,
    /// What the law asks for.
    pub(super) the_law: &'static str,
    pub(super) conforms: &'static str,
    pub(super) conforms_in_part: &'static str,
    pub(super) does_not_conform: &'static str,
    /// The heading over the shortcomings.
    pub(super) shortcomings: &'static str,
    /// What a shortcoming is.
    pub(super) what: &'static str,
    /// Whom it keeps from what.
    pub(super) why: &'static str,
    /// The criterion of WCAG.
    pub(super) criterion: &'static str,
    /// When it will be mended.
    pub(super) when: &'static str,
    /// Before the day by which it will be mended.
    pub(super) by: &'static str,
    pub(super) nobody_knows_when: &'static str,
    /// The heading over how the site was assessed.
    pub(super) assessment: &'static str,
    pub(super) assessed_by_ourselves: &'static str,
    /// Before the name of those who assessed it.
    pub(super) assessed_by: &'static str,
    /// Before the day, after who did it.
    pub(super) assessed_on: &'static str,
    /// After the day, before the list of what was done.
    pub(super) this_was_done: &'static str,
    /// The heading over where to tell what isn't accessible.
    pub(super) feedback: &'static str,
    /// Before the link to there.
    pub(super) tell_us: &'static str,
    /// After it: the promise of the law.
    pub(super) we_answer: &'static str,
    /// The heading over the authority.
    pub(super) supervision: &'static str,
    /// The right to turn to it.
    pub(super) turn_to_the_authority: &'static str,
    /// What its name is called.
    pub(super) authority: &'static str,
    /// What its address on the web is called.
    pub(super) web: &'static str,
}

/// What a privacy page says.
pub(super) struct PrivacyWords {
    /// The heading over what is collected.
    pub(super) collected: &'static str,
    pub(super) nothing_is_collected: &'static str,
    /// What is collected.
    pub(super) what: &'static str,
    /// What for.
    pub(super) why: &'static str,
    /// How long it is kept.
    pub(super) kept_for: &'static str,
    /// What those can ask of whom something is collected.
    pub(super) rights: &'static str,
    /// What holds for every site made with Seutu.
    pub(super) no_cookies: &'static str,
    /// The heading over what the visitor's browser keeps.
    pub(super) in_browser: &'static str,
    pub(super) nothing_in_browser: &'static str,
    /// Before the list of what it keeps.
    pub(super) only_in_browser: &'static str,
    /// The heading over what the server may keep.
    pub(super) server: &'static str,
    /// What it may keep, and whose matter that is.
    pub(super) logs: &'static str,
    /// The heading over who answers.
    pub(super) questions: &'static str,
    /// Before the link to where to ask.
    pub(super) ask_here: &'static str,
    /// Before the name of who answers.
    pub(super) answered_by: &'static str,
}

impl StatementWords {
    /// The sentences in a language.
    pub(super) const fn of(language: Language) -> &'static StatementWords {
        match language {
            Language::Fi => &fi::STATEMENT,
            Language::Sv => &sv::STATEMENT,
            Language::En => &en::STATEMENT,
        }
    }
}

impl PrivacyWords {
    /// The sentences in a language.
    pub(super) const fn of(language: Language) -> &'static PrivacyWords {
        match language {
            Language::Fi => &fi::PRIVACY,
            Language::Sv => &sv::PRIVACY,
            Language::En => &en::PRIVACY,
        }
    }
}
