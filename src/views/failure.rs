//! A page that didn't come: what happened, and what the visitor can do.

use leptos::prelude::*;

use crate::{
    messages::Messages,
    page::Language,
    views::portal::{Actions, PortalState},
};

/// A page that couldn't be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The address that the visitor wanted.
    pub address: String,
    /// Why it didn't come.
    pub cause: FailureCause,
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

/// An alert (WAI-ARIA 1.2), so that it is spoken at once; the page under it stays.
pub(super) fn failure(failure: &Failure, state: PortalState, actions: Actions) -> impl IntoView + use<> {
    let shown_language =
        state.shown.with_untracked(|shown| shown.page.as_ref().map(|page| page.language));
    let words = Messages::of(shown_language.unwrap_or(Language::Fi));
    let cause = match failure.cause {
        FailureCause::Missing => words.failure_missing,
        FailureCause::Server => words.failure_server,
        FailureCause::Unreadable => words.failure_unreadable,
        FailureCause::Slow => words.failure_slow,
        FailureCause::Offline => words.failure_offline,
    };
    let (still_here, close) = match shown_language {
        Some(_) => (
            Some(words.failure_still_here),
            Some(view! {
                <button type="button" class="failure-close" on:click=move |_| state.failure.set(None)>
                    {words.close}
                </button>
            }),
        ),
        None => (None, None),
    };
    view! {
        <div class="failure" role="alert">
            <p class="failure-title">{words.failure_title}</p>
            <p>{cause}" "{still_here}</p>
            <p class="failure-ways">
                <button type="button" class="failure-retry" on:click=move |_| (actions.try_again)(state)>
                    {words.try_again}
                </button>
                <a class="failure-plain" href=failure.address.clone() on:click=move |_| (actions.leave_plainly)()>
                    {words.open_plainly}
                </a>
                {close}
            </p>
        </div>
    }
}
