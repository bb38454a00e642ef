//! The place in the history, and its address.

use std::cell::RefCell;

use wasm_bindgen::JsValue;

use crate::leaving::LEAVE_PLAINLY;

thread_local! {
    /// The place in the history whose page is shown already: the browser goes back there after a page that
    /// was given up.
    pub(super) static RETURNS_TO: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Puts an address in the place of the one that is there; the page stays.
pub(super) fn replace_address(address: Option<&str>) {
    let Some(Ok(history)) = web_sys::window().map(|window| window.history()) else { return };
    LEAVE_PLAINLY.set(true);
    // Refused only for another origin.
    let _ = history.replace_state_with_url(&JsValue::NULL, "", address);
    LEAVE_PLAINLY.set(false);
}
