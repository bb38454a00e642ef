//! The time by the visitor's clock, and what changes with it: whether a call is open, whether a notice is
//! shown.

use std::cell::Cell;

use leptos::prelude::Update;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::AbortSignal;

use crate::{listeners::listen, state::State};

thread_local! {
    /// The timer that waits for the next full minute.
    static WAITING: Cell<i32> = const { Cell::new(0) };
}

/// The visitor's clock: UTC as in `2006-12-08T22:00:00Z`, so that it compares as text with the moments of a
/// page.
pub(crate) fn now() -> String {
    let mut now = String::from(js_sys::Date::new_0().to_iso_string());
    // `…:00.000Z` would be less than `…:00Z`.
    now.truncate(19);
    now + "Z"
}

/// Follows the clock until `stop` fires, also when a document comes back as it was left (HTML §7.4.6.3,
/// `pageshow`), or was hidden or frozen: its timer has stood still, or has slept with the device.
pub(crate) fn follow(state: State, stop: &AbortSignal) {
    follow_minutes(state);
    let Some(window) = web_sys::window() else { return };
    for event in ["pageshow", "visibilitychange"] {
        listen(&window, event, stop, move |_| show(state));
    }
}

/// Shows what is true now, and again at every full minute: calls and notices begin and end at one. A timer
/// until the next of them would be wrong when the visitor's device has slept or its clock was set.
fn follow_minutes(state: State) {
    show(state);
    let Some(window) = web_sys::window() else { return };
    let again = Closure::once_into_js(move || follow_minutes(state));
    // Seconds are at most 59; what is left of this one is waited for within the next minute's first.
    #[allow(clippy::cast_possible_wrap)]
    let wait = 1000 * (60 - js_sys::Date::new_0().get_utc_seconds() as i32);
    if let Ok(timer) =
        window.set_timeout_with_callback_and_timeout_and_arguments_0(again.unchecked_ref(), wait)
    {
        WAITING.set(timer);
    }
}

fn show(state: State) {
    // Asked before the state is taken: what throws while it is would leave it so.
    let now = now();
    state.update(|shown| shown.now = Some(now));
}

/// Waits no more: nothing calls into a module that has stopped.
pub(crate) fn stop() {
    if let Some(window) = web_sys::window() {
        window.clear_timeout_with_handle(WAITING.get());
    }
}
