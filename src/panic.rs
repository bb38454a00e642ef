//! When the application breaks, the site doesn't: a panic gives the document back to the browser.

use wasm_bindgen::JsValue;
use web_sys::AbortController;

use crate::navigation;

/// After a panic the console says what happened, every listener of the application is gone, so that links
/// work natively, the controls that need the application disappear, and an address that was being opened is
/// opened by the browser.
pub(crate) fn give_back_on_panic(listeners: AbortController) {
    // The hook has to be `Send`, a browser's object isn't; there is one thread.
    thread_local! {
        static LISTENERS: std::cell::RefCell<Option<AbortController>> = const { std::cell::RefCell::new(None) };
    }
    LISTENERS.set(Some(listeners));
    std::panic::set_hook(Box::new(|panic| {
        web_sys::console::error_1(&JsValue::from_str(&format!(
            "Seutu's application stopped; the page and its links go on without it. {panic}"
        )));
        LISTENERS.with_borrow(|listeners| {
            if let Some(listeners) = listeners {
                listeners.abort();
            }
        });
        let Some(window) = web_sys::window() else { return };
        if let Some(root) = window.document().and_then(|document| document.document_element()) {
            let _ = root.remove_attribute("data-script");
        }
        if let Some(address) = navigation::under_way() {
            let _ = window.location().assign(&address);
        }
    }));
}
