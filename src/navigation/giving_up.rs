//! A page that isn't wanted any more is taken back: the visitor has pressed Escape, or clicked on another link.

use std::{cell::Cell, rc::Rc};

use leptos::prelude::Update;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{AbortSignal, AddEventListenerOptions};

use super::{
    UNDER_WAY, after_this_task,
    focus::{focus_new_content, scroll_to},
    replace_address,
};
use crate::{page_time::clock::Rendered, panic, start::State, views::Portal};

/// How far a navigation has come.
#[derive(Default)]
pub(super) struct Progress {
    /// The page is on its way.
    pub(super) is_loading: Cell<bool>,
    /// What was shown before and how far it was scrolled, from the change of the document on until the address belongs to it.
    pub(super) before: Cell<Option<(Portal, f64)>>,
    /// The page is in the document, and its address on its way.
    pub(super) rendered: Cell<Option<Rendered>>,
}

/// Address and page stay together when the visitor gives up on a page (Escape): what is shown already is taken back, and so is
/// an address that the browser has changed first.
pub(super) fn take_back_when_given_up(
    state: State,
    signal: &AbortSignal,
    progress: Rc<Progress>,
    changed_first: Option<String>,
) {
    let here = web_sys::window().and_then(|window| window.location().href().ok());
    let take_back = Closure::once_into_js(move || {
        if panic::has_stopped() {
            return;
        }
        UNDER_WAY.set(None);
        if let Some((before, place)) = progress.before.take() {
            state.update(|shown| *shown = Portal { turn: shown.turn + 1, ..before });
            wasm_bindgen_futures::spawn_local(async move {
                leptos::task::tick().await;
                focus_new_content();
                scroll_to(place);
            });
        }
        if !progress.is_loading.get() {
            return;
        }
        after_this_task(move || {
            let Some(location) = web_sys::window().map(|window| window.location()) else { return };
            // A newer click is on its way to an address of its own.
            if UNDER_WAY.with_borrow(Option::is_none) && location.href().ok() == changed_first {
                replace_address(here.as_deref());
            }
        });
    });
    let options = AddEventListenerOptions::new();
    options.set_once(true);
    // Fails only for a listener that isn't a function.
    let _ = signal.add_event_listener_with_callback_and_add_event_listener_options(
        "abort",
        take_back.unchecked_ref(),
        &options,
    );
}
