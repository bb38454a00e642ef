//! A page that didn't come, as it is told.

use super::Action;

/// A page that couldn't be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The address that the visitor wanted.
    pub address: String,
    /// Why it didn't come.
    pub cause: FailureCause,
    /// What to do once more: [`Action::TryAgain`] opens the address, [`Action::PrintSection`] prints the section.
    pub again: Action,
}

/// Why a page didn't come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FailureCause {
    /// The server doesn't have it (404, 410).
    Missing,
    /// The server answered with another error.
    Server,
    /// What came isn't a page: cut short, not JSON, of an unknown form.
    Unreadable,
    /// No answer in time.
    Slow,
    /// No connection.
    Offline,
}

impl FailureCause {
    /// Every cause.
    pub const ALL: [FailureCause; 5] = [
        FailureCause::Missing,
        FailureCause::Server,
        FailureCause::Unreadable,
        FailureCause::Slow,
        FailureCause::Offline,
    ];
}
