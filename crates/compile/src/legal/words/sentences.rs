//! Every sentence of the pages that the law asks for.

/// What an accessibility statement says.
pub(in super::super) struct StatementWords {
    /// The heading over how far the site conforms.
    pub(in super::super) requirements: &'static str,
    /// What the law asks for.
    pub(in super::super) the_law: &'static str,
    pub(in super::super) conforms: &'static str,
    pub(in super::super) conforms_in_part: &'static str,
    pub(in super::super) does_not_conform: &'static str,
    /// The heading over the shortcomings.
    pub(in super::super) shortcomings: &'static str,
    /// What a shortcoming is.
    pub(in super::super) what: &'static str,
    /// Whom it keeps from what.
    pub(in super::super) why: &'static str,
    /// The criterion of WCAG.
    pub(in super::super) criterion: &'static str,
    /// When it will be mended.
    pub(in super::super) when: &'static str,
    /// Before the day by which it will be mended.
    pub(in super::super) by: &'static str,
    pub(in super::super) nobody_knows_when: &'static str,
    /// The heading over how the site was assessed.
    pub(in super::super) assessment: &'static str,
    pub(in super::super) assessed_by_ourselves: &'static str,
    /// Before the name of those who assessed it.
    pub(in super::super) assessed_by: &'static str,
    /// Before the day, after who did it.
    pub(in super::super) assessed_on: &'static str,
    /// After the day, before the list of what was done.
    pub(in super::super) this_was_done: &'static str,
    /// The heading over where to tell what isn't accessible.
    pub(in super::super) feedback: &'static str,
    /// Before the link to there.
    pub(in super::super) tell_us: &'static str,
    /// After it: the promise of the law.
    pub(in super::super) we_answer: &'static str,
    /// The heading over the authority.
    pub(in super::super) supervision: &'static str,
    /// The right to turn to it.
    pub(in super::super) turn_to_the_authority: &'static str,
    /// What its name is called.
    pub(in super::super) authority: &'static str,
    /// What its address on the web is called.
    pub(in super::super) web: &'static str,
}

/// What a privacy page says.
pub(in super::super) struct PrivacyWords {
    /// The heading over what is collected.
    pub(in super::super) collected: &'static str,
    pub(in super::super) nothing_is_collected: &'static str,
    /// What is collected.
    pub(in super::super) what: &'static str,
    /// What for.
    pub(in super::super) why: &'static str,
    /// How long it is kept.
    pub(in super::super) kept_for: &'static str,
    /// What those can ask of whom something is collected.
    pub(in super::super) rights: &'static str,
    /// What holds for every site made with Seutu.
    pub(in super::super) no_cookies: &'static str,
    /// The heading over what the visitor's browser keeps.
    pub(in super::super) in_browser: &'static str,
    pub(in super::super) nothing_in_browser: &'static str,
    /// Before the list of what it keeps.
    pub(in super::super) only_in_browser: &'static str,
    /// The heading over what the server may keep.
    pub(in super::super) server: &'static str,
    /// What it may keep, and whose matter that is.
    pub(in super::super) logs: &'static str,
    /// The heading over who answers.
    pub(in super::super) questions: &'static str,
    /// Before the link to where to ask.
    pub(in super::super) ask_here: &'static str,
    /// Before the name of who answers.
    pub(in super::super) answered_by: &'static str,
}
