//! A page that didn't come: what happened, and what the visitor can do.

use crate::{
    markup::{Element, el},
    messages::Messages,
    views::portal::{Action, Portal, button},
};

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

/// An alert (WAI-ARIA 1.2), so that it is spoken at once; the page under it stays.
pub(super) fn failure(failure: &Failure, shown: &Portal) -> Element {
    let words = Messages::of(shown.language());
    let cause = match failure.cause {
        FailureCause::Missing => words.failure_missing,
        FailureCause::Server => words.failure_server,
        FailureCause::Unreadable => words.failure_unreadable,
        FailureCause::Slow => words.failure_slow,
        FailureCause::Offline => words.failure_offline,
    };
    let mut explanation = el("p").text(cause);
    let mut ways = el("p")
        .class("failure-ways")
        .child(button(failure.again, "failure-retry").text(words.try_again))
        .child(
            el("a")
                .class("failure-plain")
                .attr("href", failure.address.clone())
                .attr(Action::ATTRIBUTE, Action::LeavePlainly.name())
                .text(words.open_plainly),
        );
    if shown.page.is_some() {
        explanation = explanation.text(" ").text(words.failure_still_here);
        ways = ways.child(button(Action::CloseFailure, "failure-close").text(words.close));
    }
    el("div")
        .class("failure")
        .attr("role", "alert")
        .child(el("p").class("failure-title").text(words.failure_title))
        .child(explanation)
        .child(ways)
}
