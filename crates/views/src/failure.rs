//! A page that didn't come: what happened, and what the visitor can do.

use crate::{
    button::button,
    markup::{Element, el},
    messages::Messages,
    shown::{Action, Failure, FailureCause, Portal},
};

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
