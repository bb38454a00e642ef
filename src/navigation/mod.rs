//! From a click to a page: one rule for all links, on the platform's Navigation API.
//!
//! [`follow_links`] listens. A same-origin navigation to a page of the portal is intercepted; its page is
//! loaded and rendered *before* the address changes, so a page that doesn't come leaves the visitor exactly
//! where they were. A browser that can't hold the address back changes it at once and shows the page when it
//! is there; a browser without the API opens the next snapshot. `prefetch` loads pages that the visitor is
//! likely to open. `giving_up` takes back a page whose navigation was aborted. `history` knows the place in
//! the history. Other modules help: `target` decides which addresses are pages, `focus` moves the focus and
//! scrolls, `leaving` leaves addresses to the browser.

mod giving_up;
mod history;
mod prefetch;

use std::{cell::Cell, rc::Rc, sync::Arc};

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{AbortSignal, Event, Window};

use crate::{
    failure::tell,
    focus::{
        close_what_lies_over_the_page, focus_new_content, hold_place, let_go_of_place,
        release_focus_of_old_content, scroll_to,
    },
    head,
    leaving::{LEAVE_PLAINLY, UNDER_WAY, open_plainly},
    listeners::listen,
    loading::{self, LoadError},
    now::now as time_of_day,
    page_time::{Rendered, Stopwatch, now},
    panic,
    platform::{self, NavigateEvent, PrecommitController, after_this_task, promise},
    read_aloud,
    state::State,
    target,
};
use giving_up::{Progress, take_back_when_given_up};
use history::{RETURNS_TO, replace_address};
use page::{Page, PageKind, PagePath};
use views::shown::{Action, Failure, FailureCause, Portal, page_time::Since};

thread_local! {
    /// When the click happened whose task is running, on the clock of `performance.now()`.
    static LAST_CLICK: Cell<Option<f64>> = const { Cell::new(None) };
}

/// From how many milliseconds on a visitor has noticed that they wait. What comes sooner is felt as one's own
/// doing and needs no motion to explain it; nor may it wait for the two frames that a cross-fade takes to
/// begin.
const NOTICED: f64 = 100.0;

/// Takes over the navigations within the portal until `stop` fires.
pub(crate) fn follow_links(state: State, stop: &AbortSignal) {
    let Some(navigation) = platform::navigation() else { return };
    let Some(window) = web_sys::window() else { return };
    keep_for_the_way_back(state, &window);
    listen(&window, "click", stop, |event| note_click(&event));
    listen(&navigation, "navigate", stop, move |event| on_navigate(state, event.unchecked_ref()));
    prefetch::prefetch_likely_pages(&window, stop);
    prefetch::prefetch_pages_in_view();
}

/// Coming back to the page that is shown needs no answer from the server; "not found" has no `page.json` at
/// its address at all. The page that the worker shows without a connection is of another address, and stands
/// here only until the right one comes.
fn keep_for_the_way_back(state: State, window: &Window) {
    let address = window.location().href().unwrap_or_default();
    let page = state.with_untracked(|shown| shown.page.clone());
    if let Some((path, page)) = target::page_at(&address).zip(page)
        && (page.path == path || page.kind == PageKind::NotFound)
    {
        loading::keep(path, page);
    }
}

/// Opens the address that failed once more.
pub(crate) fn try_again(state: State) {
    let (failure, has_page) = state.with_untracked(|shown| (shown.failure.clone(), shown.page.is_some()));
    let Some(failure) = failure else { return };
    let Some(window) = web_sys::window() else { return };
    // At the address already, a way to an anchor means nothing.
    let leads_nowhere =
        failure.address.contains('#') && window.location().href().is_ok_and(|here| here == failure.address);
    if has_page && !leads_nowhere {
        // The navigation comes to `on_navigate` like any other.
        let _ = window.location().assign(&failure.address);
    } else {
        // Nothing is shown that could stay, either: a fresh start is the honest second try.
        let _ = window.location().reload();
    }
}

fn on_navigate(state: State, event: &NavigateEvent) {
    if LEAVE_PLAINLY.replace(false) {
        return;
    }
    if RETURNS_TO.take().is_some_and(|place| place == event.destination().key()) {
        return;
    }
    let address = event.destination().url();
    let Some(path) = page_to_open(event, &address) else { return };
    let started = click_or_now(event);
    let signal = event.signal();
    let is_new = event.navigation_type() != "traverse";
    let begins_at_top = is_new && !address.contains('#');
    let opened = address.clone();
    let holds_address = event.cancelable() && platform::can_load_before_commit();
    let progress: Rc<Progress> = Rc::default();
    take_back_when_given_up(state, &signal, &progress, (!holds_address).then(|| address.clone()));

    let render = {
        let progress = Rc::clone(&progress);
        move |controller: Option<PrecommitController>| async move {
            progress.is_loading.set(true);
            let mut loaded = loading::load(path.clone(), &signal).await;
            let is_missing = matches!(loaded, Err(LoadError::Failed(FailureCause::Missing)));
            // What has a document and no `page.json` is another application of the same host.
            if is_missing && loading::has_document(&address, &signal).await {
                loaded = Err(LoadError::OpensPlainly);
            }
            progress.is_loading.set(false);
            if loaded.is_err() {
                progress.end();
            }
            let page = match loaded {
                // A newer click took over: nothing happened, as far as the visitor is concerned.
                _ if signal.aborted() => return Err(aborted()),
                Err(LoadError::Aborted) => return Err(aborted()),
                Ok(page) => page,
                Err(LoadError::OpensPlainly) => {
                    UNDER_WAY.set(None);
                    open_plainly(&address);
                    return Err(aborted());
                }
                Err(LoadError::Failed(cause)) => {
                    UNDER_WAY.set(None);
                    tell(state, Failure { address, cause, again: Action::TryAgain }).await;
                    return Err(aborted());
                }
            };
            let stopwatch = Stopwatch::loaded(Since::Click, started);
            let new_path = (page.path != path && is_new).then(|| page.path.clone());
            show(state, page, started, &signal, &progress).await;
            if signal.aborted() {
                return Err(aborted());
            }
            // Only now: where the address is replaced later, that gives up what is still under way.
            if let Some(new_path) = new_path {
                follow_redirect(controller.as_ref(), new_path);
            }
            progress.rendered.set(Some(stopwatch.rendered()));
            Ok(JsValue::UNDEFINED)
        }
    };
    let arrive = move || async move {
        progress.end();
        progress.before.set(None);
        let_go_of_place();
        if let Some(rendered) = progress.rendered.take() {
            if begins_at_top {
                scroll_to(0.0);
            }
            arrive(state, rendered);
        }
        Ok(JsValue::UNDEFINED)
    };

    let intercepted = if holds_address {
        let precommit = Closure::once(move |controller| promise(render(Some(controller)))).into_js_value();
        // Not `once_into_js`, which keeps for ever what is never called: this isn't when the page doesn't
        // come.
        let handler = Closure::once(move || promise(arrive())).into_js_value();
        event
            .intercept(&platform::intercept_options(Some(precommit.unchecked_ref()), handler.unchecked_ref()))
    } else {
        let handler = Closure::once(move || {
            promise(async move {
                render(None).await?;
                arrive().await
            })
        })
        .into_js_value();
        event.intercept(&platform::intercept_options(None, handler.unchecked_ref()))
    };
    // Where it isn't intercepted, the document is on its way out; the browser goes on by itself.
    UNDER_WAY.set(intercepted.ok().map(|()| opened));
}

/// The page that a navigation leads to, if it is one that the application opens.
fn page_to_open(event: &NavigateEvent, address: &str) -> Option<PagePath> {
    let natively = !event.can_intercept()
        || event.hash_change()
        || event.download_request().is_some()
        || event.form_data().is_some()
        // Search writes what was typed into the address: that is no way to another page.
        || (event.destination().same_document() && event.navigation_type() != "traverse")
        || event.navigation_type() == "reload";
    if natively { None } else { target::page_at(address) }
}

/// Puts the new address in the place of an old one.
fn follow_redirect(controller: Option<&PrecommitController>, path: PagePath) {
    if controller.is_some_and(|controller| controller.redirect(path.as_str()).is_ok()) {
        return;
    }
    // To replace the address is a navigation too, and would abort the one that is under way: it waits for its
    // end.
    after_this_task(move || replace_address(Some(path.as_str())));
}

/// Puts a page into the document. The address may still be the old one: the browser takes milliseconds to
/// change it, and the visitor shouldn't wait for that. Nothing here may depend on the address, and nothing
/// may lay out the page: the place where the old one was scrolled to is kept when the address changes. A page
/// that was waited for fades in.
async fn show(state: State, page: Arc<Page>, clicked: f64, given_up: &AbortSignal, progress: &Rc<Progress>) {
    close_what_lies_over_the_page();
    read_aloud::stop(state);
    release_focus_of_old_content();
    let given_up = given_up.clone();
    let progress = Rc::clone(progress);
    let fades = now() - clicked > NOTICED;
    let change = move || {
        // A cross-fade begins a frame later: by then a newer click may have brought its own page.
        if given_up.aborted() {
            return;
        }
        let place = web_sys::window().and_then(|window| window.scroll_y().ok()).unwrap_or_default();
        // Without a fade the address changes before the next frame.
        if fades {
            hold_place(place);
        }
        let now = time_of_day();
        progress.before.set(Some((state.get_untracked(), place)));
        state.update(|shown| {
            *shown = Portal {
                page: Some(page),
                turn: shown.turn + 1,
                failure: None,
                printed: Vec::new(),
                page_time: None,
                text_size_chosen: false,
                now: Some(now),
                ..*shown
            };
        });
    };
    if fades {
        if let Err(error) = platform::cross_fade(change).await {
            // As it would be thrown without a cross-fade: the browser opens the address.
            wasm_bindgen::throw_val(error);
        }
    } else {
        change();
    }
    leptos::task::tick().await;
}

/// The address has changed: the document's head belongs to it now, and the focus goes to the new content.
fn arrive(state: State, rendered: Rendered) {
    state.with_untracked(|shown| shown.page.as_deref().map(head::follow));
    focus_new_content();
    UNDER_WAY.set(None);
    panic::attempt(Box::new(move || read_aloud::offer(state)));
    rendered.tell_when_shown(state);
    prefetch::prefetch_pages_in_view();
}

/// Notes a click until its task is over: a navigation that it leads to begins within that task.
fn note_click(event: &Event) {
    LAST_CLICK.set(Some(event.time_stamp()));
    // Without a timer the next navigation would only be measured from too early on, never made to look fast.
    after_this_task(|| LAST_CLICK.set(None));
}

/// The moment of the click that led to this event, or of the event for one without a click.
fn click_or_now(event: &NavigateEvent) -> f64 {
    LAST_CLICK.take().unwrap_or_else(|| now().min(event.time_stamp()))
}

/// The reason with which a navigation is given up; the browser doesn't report it as an error.
fn aborted() -> JsValue {
    web_sys::DomException::new_with_message_and_name("The page that was asked for isn't shown", "AbortError")
        .map_or(JsValue::UNDEFINED, JsValue::from)
}
