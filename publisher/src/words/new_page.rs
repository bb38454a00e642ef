//! What the words of a new page are.

/// The words with which a new page begins, until its editor writes others.
pub(crate) struct NewPageWords {
    /// The title of a page.
    pub(crate) page: &'static str,
    /// The title of a front page.
    pub(crate) front: &'static str,
    /// The title of a section.
    pub(crate) section: &'static str,
    /// The title of a news item.
    pub(crate) news: &'static str,
    /// The title of an event.
    pub(crate) event: &'static str,
    /// The place of an event.
    pub(crate) place: &'static str,
    /// Who organises an event.
    pub(crate) organiser: &'static str,
    /// The title of a call.
    pub(crate) call: &'static str,
    /// Who may answer a call.
    pub(crate) for_whom: &'static str,
    /// What to send as an answer.
    pub(crate) what_to_send: &'static str,
    /// What a summary is.
    pub(crate) summary: &'static str,
    /// The first paragraph.
    pub(crate) text: &'static str,
}
