//! The sentences of the pages that the law asks for: `crate::terms` has them in each language.

/// What an accessibility statement says.
pub(crate) struct StatementWords {
    /// The heading over how far the site conforms.
    pub(crate) requirements: &'static str,
    /// What the law asks for.
    pub(crate) the_law: &'static str,
    pub(crate) conforms: &'static str,
    pub(crate) conforms_in_part: &'static str,
    pub(crate) does_not_conform: &'static str,
    /// The heading over the shortcomings.
    pub(crate) shortcomings: &'static str,
    /// The term for a shortcoming.
    pub(crate) what: &'static str,
    /// Whom it keeps from what.
    pub(crate) why: &'static str,
    /// The criterion of WCAG.
    pub(crate) criterion: &'static str,
    /// When it will be mended.
    pub(crate) when: &'static str,
    /// Before the day by which it will be mended.
    pub(crate) by: &'static str,
    pub(crate) nobody_knows_when: &'static str,
    /// The heading over how the site was assessed.
    pub(crate) assessment: &'static str,
    pub(crate) assessed_by_ourselves: &'static str,
    /// Before the name of those who assessed it.
    pub(crate) assessed_by: &'static str,
    /// Before the day, after who did it.
    pub(crate) assessed_on: &'static str,
    /// After the day, before the list of what was done.
    pub(crate) this_was_done: &'static str,
    /// The heading over where to tell what isn't accessible.
    pub(crate) feedback: &'static str,
    /// Before the link to there.
    pub(crate) tell_us: &'static str,
    /// After it: the promise of the law.
    pub(crate) we_answer: &'static str,
    /// The heading over the authority.
    pub(crate) supervision: &'static str,
    /// The right to turn to it.
    pub(crate) turn_to_the_authority: &'static str,
    /// What its name is called.
    pub(crate) authority: &'static str,
    /// What its address on the web is called.
    pub(crate) web: &'static str,
}

/// What a privacy page says.
pub(crate) struct PrivacyWords {
    /// The heading over what is collected.
    pub(crate) collected: &'static str,
    pub(crate) nothing_is_collected: &'static str,
    /// What is collected.
    pub(crate) what: &'static str,
    /// What for.
    pub(crate) why: &'static str,
    /// How long it is kept.
    pub(crate) kept_for: &'static str,
    /// What those can ask of whom something is collected.
    pub(crate) rights: &'static str,
    /// What holds for every site made with Seutu.
    pub(crate) no_cookies: &'static str,
    /// The heading over what the visitor's browser keeps.
    pub(crate) in_browser: &'static str,
    pub(crate) nothing_in_browser: &'static str,
    /// The item of the pages that it keeps.
    pub(crate) pages_in_browser: &'static str,
    /// Before the list of what it keeps.
    pub(crate) only_in_browser: &'static str,
    /// The heading over what the server may keep.
    pub(crate) server: &'static str,
    /// What it may keep, and whose matter that is.
    pub(crate) logs: &'static str,
    /// The heading over who answers.
    pub(crate) questions: &'static str,
    /// Before the link to where to ask.
    pub(crate) ask_here: &'static str,
    /// Before the name of who answers.
    pub(crate) answered_by: &'static str,
}
