//! From a click to a page: one rule for all links, on the platform's Navigation API.
//!
//! [`follow_links`] listens. A same-origin navigation to a page of the portal is intercepted; its page is
//! loaded and rendered *before* the address changes, so a page that doesn't come leaves the visitor exactly where
//! they were. A browser that can't hold the address back changes it at once and shows the page when it is there;
//! a browser without the API opens the next snapshot. `target` says which addresses are pages, `prefetch`
//! loads what the visitor is about to open, `platform` is the browser's interface.

pub(crate) mod platform;
mod prefetch;
pub(crate) mod target;

use std::{
    cell::{Cell, RefCell},
    pin::Pin,
    rc::Rc,
    sync::Arc,
};

use js_sys::Promise;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{
    AbortSignal, AddEventListenerOptions, Element, Event, EventTarget, FocusOptions, HtmlElement,
    ScrollIntoViewOptions, ScrollLogicalPosition,
};

use crate::{
    head,
    loading::{self, LoadError},
    now::now as time_of_day,
    page::{Page, PagePath},
    page_time::{
        Since,
        clock::{Rendered, Stopwatch},
    },
    read_aloud,
    start::State,
    views::{Action, Failure, Portal},
};
use platform::{NavigateEvent, PrecommitController};

thread_local! {
    /// When the click happened whose task is running, on the clock of `performance.now()`.
    static LAST_CLICK: Cell<Option<f64>> = const { Cell::new(None) };
    /// The visitor asked the browser itself to open the next address.
    static LEAVE_PLAINLY: Cell<bool> = const { Cell::new(false) };
    /// The address that is being opened, for a panic on the way.
    static UNDER_WAY: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// From how many milliseconds on a visitor has noticed that they wait. What comes sooner is felt as one's own doing and
/// needs no motion to explain it; nor may it wait for the two frames that a cross-fade takes to begin.
const NOTICED: f64 = 100.0;

/// Takes over the navigations within the portal until `stop` fires.
pub(crate) fn follow_links(state: State, stop: &AbortSignal) {
    let Some(navigation) = platform::navigation() else { return };
    let Some(window) = web_sys::window() else { return };
    listen(&window, "click", stop, |event| note_click(&event));
    listen(&navigation, "navigate", stop, move |event| on_navigate(state, event.unchecked_ref()));
    prefetch::prefetch_likely_pages(&window, stop);
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

/// Leaves the next navigation to the browser.
pub(crate) fn leave_plainly() {
    LEAVE_PLAINLY.set(true);
}

/// Opens an address with a document of its own.
fn open_plainly(address: &str) {
    leave_plainly();
    let Some(location) = web_sys::window().map(|window| window.location()) else { return };
    // A browser that couldn't hold the address back is there already.
    let _ = if location.href().is_ok_and(|here| here == address) {
        location.reload()
    } else {
        location.assign(address)
    };
}

/// The address that was being opened when everything stopped.
pub(crate) fn under_way() -> Option<String> {
    UNDER_WAY.with_borrow_mut(Option::take)
}

/// Listens for an event in the capturing phase until `stop` fires.
pub(crate) fn listen(
    target: &EventTarget,
    event: &str,
    stop: &AbortSignal,
    listener: impl Fn(Event) + 'static,
) {
    let options = AddEventListenerOptions::new();
    options.set_signal(stop);
    options.set_capture(true);
    options.set_passive(true);
    let listener = Closure::<dyn Fn(Event)>::new(listener).into_js_value();
    // Fails only for a listener that isn't a function.
    let _ = target.add_event_listener_with_callback_and_add_event_listener_options(
        event,
        listener.unchecked_ref(),
        &options,
    );
}

fn on_navigate(state: State, event: &NavigateEvent) {
    if LEAVE_PLAINLY.replace(false) {
        return;
    }
    let address = event.destination().url();
    let Some(path) = page_to_open(event, &address) else { return };
    let started = click_or_now(event);
    let signal = event.signal();
    let is_new = event.navigation_type() != "traverse";
    let begins_at_top = is_new && !address.contains('#');
    UNDER_WAY.set(Some(address.clone()));

    let rendered: Rc<Cell<Option<Rendered>>> = Rc::default();
    let render = {
        let rendered = Rc::clone(&rendered);
        move |controller: Option<PrecommitController>| async move {
            let page = match loading::load(path.clone(), &signal).await {
                Ok(page) if !signal.aborted() => page,
                // A newer click took over: nothing happened, as far as the visitor is concerned.
                Ok(_) | Err(LoadError::Aborted) => return Err(aborted()),
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
            show(state, page, started, &signal).await;
            if signal.aborted() {
                return Err(aborted());
            }
            // Only now: where the address is replaced later, that gives up what is still under way.
            if let Some(new_path) = new_path {
                follow_redirect(controller.as_ref(), new_path);
            }
            rendered.set(Some(stopwatch.rendered()));
            Ok(JsValue::UNDEFINED)
        }
    };
    let arrive = move || async move {
        if let Some(rendered) = rendered.take() {
            if begins_at_top {
                scroll_to_top();
            }
            arrive(state, rendered);
        }
        Ok(JsValue::UNDEFINED)
    };

    let intercepted = if event.cancelable() && platform::can_load_before_commit() {
        let precommit = Closure::once_into_js(move |controller| promise(render(Some(controller))));
        let handler = Closure::once_into_js(move || promise(arrive()));
        event
            .intercept(&platform::intercept_options(Some(precommit.unchecked_ref()), handler.unchecked_ref()))
    } else {
        let handler = Closure::once_into_js(move || {
            promise(async move {
                render(None).await?;
                arrive().await
            })
        });
        event.intercept(&platform::intercept_options(None, handler.unchecked_ref()))
    };
    if intercepted.is_err() {
        // The document is on its way out; the browser goes on by itself.
        UNDER_WAY.set(None);
    }
}

/// A promise of what a task gives. Boxed, so that all tasks share the code that runs them.
pub(crate) fn promise(task: impl Future<Output = Result<JsValue, JsValue>> + 'static) -> Promise {
    let task: Pin<Box<dyn Future<Output = Result<JsValue, JsValue>>>> = Box::pin(task);
    wasm_bindgen_futures::future_to_promise(task)
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
    // To replace the address is a navigation too, and would abort the one that is under way: it waits for its end.
    let replace = Closure::once_into_js(move || {
        let Some(Ok(history)) = web_sys::window().map(|window| window.history()) else { return };
        LEAVE_PLAINLY.set(true);
        // Refused only for another origin; then the old address stays, and it works as well.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(path.as_str()));
        LEAVE_PLAINLY.set(false);
    });
    if let Some(window) = web_sys::window() {
        let _ = window.set_timeout_with_callback(replace.unchecked_ref());
    }
}

/// Puts a page into the document. The address may still be the old one: the browser takes milliseconds to change
/// it, and the visitor shouldn't wait for that. Nothing here may depend on the address, and nothing may lay out
/// the page: the place where the old one was scrolled to is kept when the address changes. A page that was waited for
/// fades in.
async fn show(state: State, page: Arc<Page>, clicked: f64, given_up: &AbortSignal) {
    close_what_lies_over_the_page();
    read_aloud::stop(state);
    release_focus_of_old_content();
    let given_up = given_up.clone();
    let change = move || {
        // A cross-fade begins a frame later: by then a newer click may have brought its own page.
        if given_up.aborted() {
            return;
        }
        state.update(|shown| {
            *shown = Portal {
                page: Some(page),
                turn: shown.turn + 1,
                failure: None,
                printed: Vec::new(),
                page_time: None,
                text_size_chosen: false,
                now: Some(time_of_day()),
                ..*shown
            };
        });
    };
    if now() - clicked > NOTICED {
        platform::cross_fade(change).await;
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
    read_aloud::offer(state);
    rendered.tell_when_shown(state);
}

/// Tells of a page that didn't come, in sight of whoever has scrolled down.
pub(crate) async fn tell(state: State, failure: Failure) {
    let had_focus = failure_has_focus();
    // An earlier message goes first: only what is new in the document is spoken.
    state.update(|shown| shown.failure = None);
    leptos::task::tick().await;
    state.update(|shown| shown.failure = Some(failure));
    leptos::task::tick().await;
    if let Some(retry) = find(".failure-retry").filter(|_| had_focus) {
        let retry: HtmlElement = retry.unchecked_into();
        // What can't take the focus leaves it where it is.
        let _ = retry.focus();
    }
    if let Some(message) = find(".failure") {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        message.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Whether the visitor is at the message about a page that didn't come.
pub(crate) fn failure_has_focus() -> bool {
    find(".failure:focus-within").is_some()
}

fn find(selector: &str) -> Option<Element> {
    web_sys::window()?.document()?.query_selector(selector).ok().flatten()
}

/// A menu or panel has done its work once it has led to another page.
fn close_what_lies_over_the_page() {
    // A browser without popovers doesn't know the selector, and has nothing to close.
    if let Some(open) = find(":popover-open") {
        let open: HtmlElement = open.unchecked_into();
        let _ = open.hide_popover();
    }
}

/// Closes a menu or panel when the focus goes on to the page under it, where nobody would see it (WCAG 2.4.11).
pub(crate) fn close_what_the_focus_has_left(event: &Event) {
    let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
    let Some(open) = find(":popover-open") else { return };
    let is_its_button = target.get_attribute("popovertarget").is_some_and(|id| id == open.id());
    if !is_its_button && !open.contains(Some(&target)) {
        let open: HtmlElement = open.unchecked_into();
        let _ = open.hide_popover();
    }
}

/// Takes the focus from what is about to be removed. Removing an element that has it would make the browser lay
/// out the old and the new page together, to no purpose: 7 of 9 ms of a change of page were spent on that.
fn release_focus_of_old_content() {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    let in_content = |element: &Element| element.closest("main").is_ok_and(|main| main.is_some());
    if let Some(focused) = document.active_element().filter(in_content) {
        let focused: HtmlElement = focused.unchecked_into();
        // An element that can't lose the focus hasn't got it.
        let _ = focused.blur();
    }
}

/// Where a page begins that nobody has read yet. The platform's own scrolling ("after-transition") leads to anchors and
/// back to where the visitor was; Chromium up to 148 leaves a page without an anchor where the one before it was.
fn scroll_to_top() {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Moves the focus to what the address names, or else to the new `h1`: that is how assistive technology
/// hears of the new page, once. The platform does the scrolling.
pub(crate) fn focus_new_content() {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    let anchor = document
        .location()
        .and_then(|location| location.hash().ok())
        .and_then(|hash| document.get_element_by_id(hash.strip_prefix('#')?));
    let heading = || document.query_selector("main h1").ok().flatten();
    let Some(target) = anchor.or_else(heading) else { return };
    let target: HtmlElement = target.unchecked_into();
    if !target.has_attribute("tabindex") {
        target.set_tab_index(-1);
    }
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    // An element without focus is no failure of the page.
    let _ = target.focus_with_options(&options);
}

/// Notes a click until its task is over: a navigation that it leads to begins within that task.
fn note_click(event: &Event) {
    LAST_CLICK.set(Some(event.time_stamp()));
    let forget = Closure::once_into_js(|| LAST_CLICK.set(None));
    if let Some(window) = web_sys::window() {
        // Without a timer the next navigation would only be measured from too early on, never made to look fast.
        let _ = window.set_timeout_with_callback(forget.unchecked_ref());
    }
}

/// The moment of the click that led to this event, or of the event for one without a click.
fn click_or_now(event: &NavigateEvent) -> f64 {
    LAST_CLICK.take().unwrap_or_else(|| now().min(event.time_stamp()))
}

fn now() -> f64 {
    web_sys::window().and_then(|window| window.performance()).map_or(0.0, |clock| clock.now())
}

/// The reason with which a navigation is given up; the browser doesn't report it as an error.
fn aborted() -> JsValue {
    web_sys::DomException::new_with_message_and_name("The page that was asked for isn't shown", "AbortError")
        .map_or(JsValue::UNDEFINED, JsValue::from)
}
