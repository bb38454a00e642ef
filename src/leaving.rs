//! Addresses that the application leaves to the browser: the browser opens each with its own document.

use std::cell::{Cell, RefCell};

use crate::platform::after_this_task;

thread_local! {
    /// The visitor asked the browser itself to open the next address.
    pub(crate) static LEAVE_PLAINLY: Cell<bool> = const { Cell::new(false) };
    /// The address that is being opened, for a panic on the way.
    pub(crate) static UNDER_WAY: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Leaves to the browser the navigation that begins within this task; a click with a key held down begins
/// none here.
pub(crate) fn leave_plainly() {
    LEAVE_PLAINLY.set(true);
    after_this_task(|| LEAVE_PLAINLY.set(false));
}

/// Opens an address with a document of its own.
pub(crate) fn open_plainly(address: &str) {
    leave_plainly();
    let Some(location) = web_sys::window().map(|window| window.location()) else { return };
    // A browser that couldn't hold the address back is there already.
    let _ = if location.href().is_ok_and(|here| here == address) {
        location.reload()
    } else {
        location.assign(address)
    };
}

/// Leaves the address that was being opened when everything stopped to the browser.
pub(crate) fn open_what_was_under_way() {
    if let Some(address) = UNDER_WAY.take() {
        open_plainly(&address);
    }
}
