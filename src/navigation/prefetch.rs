//! Loads the page that the visitor is about to open: a pointer that rests on a link or a focus that reaches
//! it is a promise of a click some 100 ms later.

use wasm_bindgen::JsCast;
use web_sys::{AbortSignal, Element, HtmlAnchorElement, Window};

use super::{listen, target::page_at};
use crate::loading;

/// Watches pointer, finger and focus until `stop` fires.
pub(super) fn prefetch_likely_pages(window: &Window, stop: &AbortSignal) {
    for event in ["pointerover", "pointerdown", "focusin"] {
        listen(window, event, stop, |event| {
            let link = event
                .target()
                .and_then(|target| target.dyn_into::<Element>().ok())
                .and_then(|element| element.closest("a[href]").ok().flatten());
            if let Some(link) = link
                && let Some(path) = page_at(&link.unchecked_into::<HtmlAnchorElement>().href())
            {
                loading::prefetch(path);
            }
        });
    }
}
