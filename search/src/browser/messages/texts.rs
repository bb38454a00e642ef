//! Every text of search.

use interface_language::counted::Counted;

/// Every text in one language.
pub(in super::super) struct Messages {
    /// Results behind their number; what was asked follows.
    pub(in super::super) results: Counted<'static>,
    /// Between the count and what was asked.
    pub(in super::super) asked: &'static str,
    pub(in super::super) quotes: [&'static str; 2],
    pub(in super::super) nothing: &'static str,
    /// What helps when nothing is found.
    pub(in super::super) advice: &'static str,
    /// No page has all the words.
    pub(in super::super) partly: &'static str,
    pub(in super::super) did_you_mean: &'static str,
    pub(in super::super) more: &'static str,
    pub(in super::super) kind: &'static str,
    pub(in super::super) section: &'static str,
    pub(in super::super) all: &'static str,
    pub(in super::super) failed: &'static str,
    pub(in super::super) try_again: &'static str,
    pub(in super::super) other_languages: &'static str,
    /// The kinds of pages by their names in the page model.
    pub(super) kinds: [(&'static str, &'static str); 8],
}
