//! When the application breaks, the site doesn't: a panic, or a function that this browser lacks, gives the
//! document back to the browser.

use js_sys::{Function, JsString, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{AbortController, AbortSignal};

use crate::{
    leaving,
    listeners::{self, listen},
    now,
};

/// After a panic or an exception of the platform the console says what happened, every listener of the
/// application is gone, so that links work natively, the controls that need the application disappear, and an
/// address that was being opened is opened by the browser.
pub(crate) fn give_back_when_broken(listeners: AbortController, stop: &AbortSignal) {
    listeners::keep(listeners);
    std::panic::set_hook(Box::new(|panic| break_off(&panic.to_string())));
    let Some(window) = web_sys::window() else { return };
    // No Rust code hears of an exception that no binding expects: the task or listener in which it was thrown
    // just ends, and whoever waits for it waits for ever.
    for event in ["error", "unhandledrejection"] {
        listen(&window, event, stop, |event| {
            let of = |name: &str| Reflect::get(&event, &name.into()).ok().filter(JsValue::is_object);
            if let Some(thrown) = of("error").or_else(|| of("reason")).and_then(|error| stack_of_ours(&error))
            {
                break_off(&thrown);
            }
        });
    }
}

/// Where an exception was thrown, in words; none where that wasn't under way from the application.
fn stack_of_ours(error: &JsValue) -> Option<String> {
    let stack = Reflect::get(error, &"stack".into()).ok()?.as_string()?;
    let glue = web_sys::window()?.document()?.query_selector("link[rel=modulepreload]").ok()??;
    // Glue and WebAssembly bear the same name.
    let glue = glue.get_attribute("href")?;
    JsString::from(stack.as_str()).includes(glue.strip_suffix(".js")?, 0).then_some(stack)
}

/// Runs a part that the rest can do without: an exception of the platform ends this part alone.
pub(crate) fn attempt(part: Box<dyn FnOnce()>) {
    if let Err(error) = call(part) {
        web_sys::console::warn_2(
            &"Seutu: this browser lacks something, the rest goes on without it".into(),
            &error,
        );
    }
}

/// Runs the part that nothing can do without: after an exception the document is the browser's, and whoever
/// started the application hears of it.
pub(crate) fn require(part: Box<dyn FnOnce()>) {
    if let Err(error) = call(part) {
        give_back();
        wasm_bindgen::throw_val(error);
    }
}

/// By way of JavaScript, whose exceptions come back as errors there.
fn call(part: Box<dyn FnOnce()>) -> Result<JsValue, JsValue> {
    Closure::once_into_js(part).unchecked_into::<Function>().call0(&JsValue::NULL)
}

fn break_off(why: &str) {
    if listeners::has_stopped() {
        return;
    }
    web_sys::console::error_1(&JsValue::from_str(&format!(
        "Seutu's application stopped; the page and its links go on without it. {why}"
    )));
    give_back();
}

/// Ends the application's part in the document: no listener or timer of it is left, and no control that needs
/// it.
pub(crate) fn give_back() {
    listeners::answer_no_more();
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(root) = document.and_then(|document| document.document_element()) {
        // Removing an attribute by a valid name can't fail.
        let _ = root.remove_attribute("data-script");
    }
    leaving::open_what_was_under_way();
    reload_on_the_way_back();
    // Last, for this may be what the browser lacks.
    listeners::end();
    now::stop();
}

/// Pages that the application has shown are entries of this document in the history: left to itself, the
/// browser would change the address alone.
fn reload_on_the_way_back() {
    let Some(window) = web_sys::window() else { return };
    let location = window.location();
    let here = location.pathname();
    let reload = Closure::<dyn Fn()>::new(move || {
        if location.pathname() != here {
            let _ = location.reload();
        }
    });
    // Fails only for a listener that isn't a function.
    let _ = window.add_event_listener_with_callback("popstate", reload.into_js_value().unchecked_ref());
}
