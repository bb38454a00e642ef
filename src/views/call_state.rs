//! Whether a call is coming, open, in its last week or closed.

use crate::{
    markup::{Element, el},
    messages::Messages,
    page::CallState,
    views::portal::Portal,
};

/// Empty until the visitor's clock is known: a document that was published yesterday doesn't know what day it is.
pub(super) fn call_state(call: &CallState, shown: &Portal) -> Element {
    let words = Messages::of(shown.language());
    let state = el("p").class("call-state");
    let Some(now) = shown.now.as_deref() else { return state };
    let (name, text) = if call.opens.as_deref().is_some_and(|opens| now < opens) {
        ("coming", words.call_coming)
    } else if now >= call.closes.as_str() {
        ("closed", words.call_closed)
    } else if now >= call.last_week.as_str() {
        ("last-week", words.call_last_week)
    } else {
        ("open", words.call_open)
    };
    state.attr("data-state", name).text(text)
}
