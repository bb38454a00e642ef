//! Interfaces of the browser that several modules use: the Navigation API (HTML §7.2.6), view transitions,
//! promises and tasks.
//!
//! The Navigation API is bound here by hand: web-sys has it only behind a compiler flag, and without
//! `precommitHandler`.

use std::pin::Pin;

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::{
    JsCast, JsValue,
    prelude::{Closure, wasm_bindgen},
};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortSignal, Document, Event, EventTarget};

#[wasm_bindgen]
extern "C" {
    /// `window.navigation`.
    #[wasm_bindgen(extends = EventTarget)]
    pub(crate) type Navigation;

    #[wasm_bindgen(method, getter, js_name = currentEntry)]
    pub(crate) fn current_entry(this: &Navigation) -> Option<HistoryEntry>;

    /// A place in the history that back and forward go through.
    pub(crate) type HistoryEntry;

    /// Names the place, whatever address stands there later.
    #[wasm_bindgen(method, getter)]
    pub(crate) fn key(this: &HistoryEntry) -> String;

    /// How many places come before.
    #[wasm_bindgen(method, getter)]
    pub(crate) fn index(this: &HistoryEntry) -> i32;

    /// The event before a navigation.
    #[wasm_bindgen(extends = Event)]
    pub(crate) type NavigateEvent;

    #[wasm_bindgen(method, getter, js_name = canIntercept)]
    pub(crate) fn can_intercept(this: &NavigateEvent) -> bool;

    #[wasm_bindgen(method, getter, js_name = hashChange)]
    pub(crate) fn hash_change(this: &NavigateEvent) -> bool;

    #[wasm_bindgen(method, getter, js_name = downloadRequest)]
    pub(crate) fn download_request(this: &NavigateEvent) -> Option<String>;

    #[wasm_bindgen(method, getter, js_name = formData)]
    pub(crate) fn form_data(this: &NavigateEvent) -> Option<Object>;

    #[wasm_bindgen(method, getter, js_name = navigationType)]
    pub(crate) fn navigation_type(this: &NavigateEvent) -> String;

    #[wasm_bindgen(method, getter)]
    pub(crate) fn destination(this: &NavigateEvent) -> Destination;

    #[wasm_bindgen(method, getter)]
    pub(crate) fn signal(this: &NavigateEvent) -> AbortSignal;

    #[wasm_bindgen(method, catch)]
    pub(crate) fn intercept(this: &NavigateEvent, options: &Object) -> Result<(), JsValue>;

    /// Where a navigation leads.
    pub(crate) type Destination;

    #[wasm_bindgen(method, getter)]
    pub(crate) fn url(this: &Destination) -> String;

    /// The place in the history; empty where a new one comes.
    #[wasm_bindgen(method, getter)]
    pub(crate) fn key(this: &Destination) -> String;

    /// Whether it is this very document: an entry of its own history, or an address that a script has
    /// written.
    #[wasm_bindgen(method, getter, js_name = sameDocument)]
    pub(crate) fn same_document(this: &Destination) -> bool;

    /// The argument of a `precommitHandler`.
    pub(crate) type PrecommitController;

    #[wasm_bindgen(method, catch)]
    pub(crate) fn redirect(this: &PrecommitController, url: &str) -> Result<(), JsValue>;
}

/// The browser's Navigation API, where it has one.
pub(crate) fn navigation() -> Option<Navigation> {
    let found = global("navigation");
    found.is_object().then(|| found.unchecked_into())
}

#[wasm_bindgen]
extern "C" {
    /// A document that can fade from what it shows to what it will show (CSS View Transitions 1, §6).
    #[wasm_bindgen(extends = Document)]
    type FadingDocument;

    #[wasm_bindgen(method, js_name = startViewTransition, catch)]
    fn start_view_transition(this: &FadingDocument, change: &Function) -> Result<ViewTransition, JsValue>;

    type ViewTransition;

    #[wasm_bindgen(method, getter)]
    fn ready(this: &ViewTransition) -> Promise;

    #[wasm_bindgen(method, getter, js_name = updateCallbackDone)]
    fn update_callback_done(this: &ViewTransition) -> Promise;
}

/// Changes the document, with a cross-fade where the browser can and the visitor doesn't mind motion (WCAG
/// 2.3.3). The browser makes the change once it has a picture of what is there now: a frame later, at most.
///
/// # Errors
/// The exception that the change has thrown: the page isn't shown, and its address mustn't be.
pub(crate) async fn cross_fade(change: impl FnOnce() + 'static) -> Result<(), JsValue> {
    let change = Closure::once_into_js(change);
    let change: &Function = change.unchecked_ref();
    let Some(transition) = start_transition(change) else {
        return change.call0(&JsValue::NULL).map(drop);
    };
    // Aborted, as in a hidden window: the change is made all the same.
    let ready = JsFuture::from(transition.ready());
    wasm_bindgen_futures::spawn_local(async { drop(ready.await) });
    JsFuture::from(transition.update_callback_done()).await.map(drop)
}

fn start_transition(change: &Function) -> Option<ViewTransition> {
    let window = web_sys::window()?;
    let still = window.match_media("(prefers-reduced-motion)").ok()??.matches();
    let document: FadingDocument = window.document().filter(|_| !still)?.unchecked_into();
    document.start_view_transition(change).ok()
}

/// Whether the browser can hold the address back until the page is there.
pub(crate) fn can_load_before_commit() -> bool {
    global("NavigationPrecommitController").is_function()
}

/// A property of the global object; undefined where the browser has none of this name.
pub(crate) fn global(name: &str) -> JsValue {
    Reflect::get(&js_sys::global(), &name.into()).unwrap_or(JsValue::UNDEFINED)
}

/// The options of `intercept`: the focus is set by us (on the new `h1`), the scrolling by the platform
/// once the handler is done, since only then the new page is there.
pub(crate) fn intercept_options(precommit: Option<&Function>, handler: &Function) -> Object {
    let mut entries: Vec<(&str, JsValue)> = vec![
        ("focusReset", "manual".into()),
        ("scroll", "after-transition".into()),
        ("handler", handler.into()),
    ];
    if let Some(precommit) = precommit {
        entries.push(("precommitHandler", precommit.into()));
    }
    object(&entries)
}

/// A JavaScript object with these properties.
pub(crate) fn object(entries: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in entries {
        // A plain object accepts every property, so this can't fail.
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object
}

/// A promise of what a task gives. Boxed, so that all tasks share the code that runs them.
pub(crate) fn promise(task: impl Future<Output = Result<JsValue, JsValue>> + 'static) -> Promise {
    let task: Pin<Box<dyn Future<Output = Result<JsValue, JsValue>>>> = Box::pin(task);
    wasm_bindgen_futures::future_to_promise(task)
}

/// Answers the end of a signal until this is dropped.
///
/// `Closure::once_into_js` keeps a function that is never called for as long as the document lives, and most
/// signals never fire.
pub(crate) struct OnAbort {
    signal: AbortSignal,
    answer: Closure<dyn FnMut()>,
}

impl OnAbort {
    pub(crate) fn new(signal: &AbortSignal, answer: impl FnOnce() + 'static) -> OnAbort {
        let answer = Closure::once(answer);
        // Fails only for a listener that isn't a function.
        let _ = signal.add_event_listener_with_callback("abort", answer.as_ref().unchecked_ref());
        OnAbort { signal: signal.clone(), answer }
    }
}

impl Drop for OnAbort {
    fn drop(&mut self) {
        let answer = self.answer.as_ref().unchecked_ref();
        let _ = self.signal.remove_event_listener_with_callback("abort", answer);
    }
}

/// Does something once the task that runs now is over.
pub(crate) fn after_this_task(then: impl FnOnce() + 'static) {
    let then = Closure::once_into_js(then);
    if let Some(window) = web_sys::window() {
        let _ = window.set_timeout_with_callback(then.unchecked_ref());
    }
}
