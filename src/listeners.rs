//! The listeners of the application; none of them answers after the application has stopped.

use std::cell::{Cell, RefCell};

use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{AbortController, AbortSignal, AddEventListenerOptions, Event, EventTarget};

thread_local! {
    // The hook of a panic has to be `Send`, a browser's object isn't; there is one thread.
    static LISTENERS: RefCell<Option<AbortController>> = const { RefCell::new(None) };
    /// Listeners that the browser still calls do nothing.
    static HAS_STOPPED: Cell<bool> = const { Cell::new(false) };
}

/// Keeps what ends all listeners.
pub(crate) fn keep(controller: AbortController) {
    LISTENERS.set(Some(controller));
}

/// Whether the application has given the document back.
pub(crate) fn has_stopped() -> bool {
    HAS_STOPPED.get()
}

/// From now on no listener answers.
pub(crate) fn answer_no_more() {
    HAS_STOPPED.set(true);
}

/// Ends all listeners.
pub(crate) fn end() {
    LISTENERS.with_borrow(|listeners| {
        if let Some(listeners) = listeners {
            listeners.abort();
        }
    });
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
    let listener = Closure::<dyn Fn(Event)>::new(move |event| {
        // A browser may not know how to end it.
        if !has_stopped() {
            listener(event);
        }
    });
    let listener = listener.into_js_value();
    // Fails only for a listener that isn't a function.
    let _ = target.add_event_listener_with_callback_and_add_event_listener_options(
        event,
        listener.unchecked_ref(),
        &options,
    );
}
