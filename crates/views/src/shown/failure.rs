//! A page that couldn't be loaded: the message's data.

use super::Action;

/// A page that couldn't be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The address that the visitor wanted.
    pub address: String,
    /// Why it didn't come.
    pub cause: FailureCause,
    /// The action of the retry button: [`Action::TryAgain`] opens the address, [`Action::PrintSection`]
    /// prints the section.
    pub again: Action,
}

/// Why a page didn't come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FailureCause {
    /// The server doesn't have it (404, 410).
    Missing,
    /// The server answered with another error.
    Server,
    /// The answer isn't a page: it was cut short, isn't JSON, or has an unknown form.
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
