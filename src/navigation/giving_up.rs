//! A page that isn't wanted any more is taken back: the visitor has pressed Escape, or clicked on another
//! link.

use std::{cell::Cell, rc::Rc};

use leptos::prelude::Update;
use web_sys::AbortSignal;

use super::history::{RETURNS_TO, replace_address};
use crate::{
    focus::{focus_new_content, let_go_of_place, scroll_to},
    leaving::UNDER_WAY,
    listeners,
    page_time::Rendered,
    platform::{self, OnAbort, after_this_task},
    state::State,
};
use views::shown::Portal;

/// How far a navigation has come.
#[derive(Default)]
pub(super) struct Progress {
    /// The page is on its way.
    pub(super) is_loading: Cell<bool>,
    /// The previous page and its scroll position, from the change of the document until the change of the
    /// address.
    pub(super) before: Cell<Option<(Portal, f64)>>,
    /// The page is in the document, and its address on its way.
    pub(super) rendered: Cell<Option<Rendered>>,
    /// What is done when the visitor gives up on the page.
    taking_back: Cell<Option<OnAbort>>,
}

impl Progress {
    /// The navigation has ended: nobody can give up on its page any more.
    pub(super) fn end(&self) {
        self.taking_back.take();
    }
}

/// Where a document stands among those that back and forward go through.
struct HistoryPlace {
    /// Stays with the place, whatever address comes there.
    key: String,
    /// How many places come before.
    index: i32,
}

impl HistoryPlace {
    fn current() -> Option<Self> {
        let entry = platform::navigation()?.current_entry()?;
        Some(Self { key: entry.key(), index: entry.index() })
    }
}

/// Address and page stay together when the visitor gives up on a page (Escape): what is shown already is
/// taken back, and so is an address that the browser has changed first. The history keeps its places: the
/// browser returns to the one that it left.
pub(super) fn take_back_when_given_up(
    state: State,
    signal: &AbortSignal,
    progress: &Rc<Progress>,
    changed_first: Option<String>,
) {
    let here = web_sys::window().and_then(|window| window.location().href().ok());
    let place_here = HistoryPlace::current();
    let given_up = Rc::clone(progress);
    let taking_back = OnAbort::new(signal, move || {
        let progress = given_up;
        progress.end();
        if listeners::has_stopped() {
            return;
        }
        UNDER_WAY.set(None);
        if let Some((before, place)) = progress.before.take() {
            state.update(|shown| *shown = Portal { turn: shown.turn + 1, ..before });
            wasm_bindgen_futures::spawn_local(async move {
                leptos::task::tick().await;
                let_go_of_place();
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
            if UNDER_WAY.with_borrow(Option::is_none)
                && location.href().ok() == changed_first
                && let Some(place) = place_here
            {
                return_to(place, here.as_deref());
            }
        });
    });
    progress.taking_back.set(Some(taking_back));
}

/// Leads back to a place in the history whose page is shown; where its address was replaced, the address
/// alone comes back.
fn return_to(place: HistoryPlace, address: Option<&str>) {
    let Some((now, window)) = HistoryPlace::current().zip(web_sys::window()) else { return };
    if place.key == now.key {
        replace_address(address);
    } else if let Ok(history) = window.history() {
        RETURNS_TO.set(Some(place.key));
        // Refused only where the document isn't shown any more.
        let _ = history.go_with_delta(place.index - now.index);
    }
}
