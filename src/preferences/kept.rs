//! Keeps the visitor's choices in the browser's storage and follows what other tabs choose.
//!
//! A browser that keeps nothing (storage off, private mode) still changes the size for this visit.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{AbortSignal, Element, Storage, StorageEvent};

use super::text_size::{ATTRIBUTE, STORAGE_KEY, TextSize};
use crate::{navigation::listen, start::State};

/// Takes over the text size that `public/start.js` put on `<html>` before the first paint, and follows other
/// tabs until `stop` fires.
pub(crate) fn follow(state: State, stop: &AbortSignal) {
    if let Some(size) = root().and_then(|root| root.get_attribute(ATTRIBUTE)) {
        let size = TextSize::parse(&size).unwrap_or(TextSize::NORMAL);
        state.update(|shown| shown.text_size = size);
    }
    let Some(window) = web_sys::window() else { return };
    listen(&window, "storage", stop, move |event| {
        let change: &StorageEvent = event.unchecked_ref();
        // Without a key everything was cleared.
        if change.key().is_none_or(|key| key == STORAGE_KEY) {
            let size = change.new_value().and_then(|size| TextSize::parse(&size));
            apply(state, size.unwrap_or(TextSize::NORMAL));
        }
    });
}

/// Changes the text size and keeps it for the next visit.
pub(crate) fn change_text_size(state: State, change: fn(TextSize) -> TextSize) {
    let size = change(state.with_untracked(|shown| shown.text_size));
    apply(state, size);
    state.update(|shown| shown.text_size_chosen = true);
    if let Some(storage) = storage() {
        // A full or closed storage loses the next visit's size, not this one's.
        let _ = if size == TextSize::NORMAL {
            storage.remove_item(STORAGE_KEY)
        } else {
            storage.set_item(STORAGE_KEY, &size.percent().to_string())
        };
    }
}

fn apply(state: State, size: TextSize) {
    if let Some(root) = root() {
        // Setting an attribute with a fixed, valid name can't fail.
        let _ = if size == TextSize::NORMAL {
            root.remove_attribute(ATTRIBUTE)
        } else {
            root.set_attribute(ATTRIBUTE, &size.percent().to_string())
        };
    }
    state.update(|shown| shown.text_size = size);
}

fn root() -> Option<Element> {
    web_sys::window()?.document()?.document_element()
}

fn storage() -> Option<Storage> {
    // Asking for the storage throws where it is switched off.
    web_sys::window()?.local_storage().ok().flatten()
}
