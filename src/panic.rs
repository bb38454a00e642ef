//! When the application breaks, the site doesn't: a panic gives the document back to the browser.

use std::cell::RefCell;

use wasm_bindgen::JsValue;
use web_sys::AbortController;

use crate::{navigation, now};

thread_local! {
    // The hook has to be `Send`, a browser's object isn't; there is one thread.
    static LISTENERS: RefCell<Option<AbortController>> = const { RefCell::new(None) };
}

/// After a panic the console says what happened, every listener of the application is gone, so that links
/// work natively, the controls that need the application disappear, and an address that was being opened is
/// opened by the browser.
pub(crate) fn give_back_on_panic(listeners: AbortController) {
    LISTENERS.set(Some(listeners));
    std::panic::set_hook(Box::new(|panic| {
        web_sys::console::error_1(&JsValue::from_str(&format!(
            "Seutu's application stopped; the page and its links go on without it. {panic}"
        )));
        give_back();
        if let (Some(window), Some(address)) = (web_sys::window(), navigation::under_way()) {
            let _ = window.location().assign(&address);
        }
    }));
}

/// Ends the application's part in the document: no listener or timer of it is left, and no control that needs it.
pub(crate) fn give_back() {
    LISTENERS.with_borrow(|listeners| {
        if let Some(listeners) = listeners {
            listeners.abort();
        }
    });
    now::stop();
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(root) = document.and_then(|document| document.document_element()) {
        // Removing an attribute by a valid name can't fail.
        let _ = root.remove_attribute("data-script");
    }
}
