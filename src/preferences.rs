//! Keeps the visitor's choices in the browser's storage and follows what other tabs choose.
//!
//! A browser that keeps nothing (storage off, private mode) still follows the choice for this visit.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{AbortSignal, Element, Storage, StorageEvent};

use crate::{listeners::listen, state::State};
use views::shown::{
    choices::{Choices, Preference},
    text_size::{self, TextSize},
};

/// Takes over what `public/first.js` put on `<html>` before the first paint, and follows other tabs until
/// `stop` fires.
pub(crate) fn follow(state: State, stop: &AbortSignal) {
    state.update(|shown| {
        let root = root();
        let on_root = |name| root.as_ref().and_then(|root| root.get_attribute(&attribute(name)));
        shown.text_size = size_of(on_root(text_size::NAME));
        for preference in Preference::ALL {
            shown.choices.choose_named(preference, on_root(preference.name()).as_deref());
        }
    });
    let Some(window) = web_sys::window() else { return };
    // A document that comes back as it was left hasn't heard of what was chosen meanwhile.
    listen(&window, "pageshow", stop, move |event| {
        let comes_back =
            js_sys::Reflect::get(&event, &"persisted".into()).is_ok_and(|persisted| persisted.is_truthy());
        if let Some(storage) = storage().filter(|_| comes_back) {
            let kept = |name| storage.get_item(&storage_key(name)).ok().flatten();
            let mut choices = Choices::default();
            for preference in Preference::ALL {
                choices.choose_named(preference, kept(preference.name()).as_deref());
            }
            apply(state, size_of(kept(text_size::NAME)), choices);
        }
    });
    listen(&window, "storage", stop, move |event| {
        let change: &StorageEvent = event.unchecked_ref();
        // What lasts for a tab alone (`sessionStorage`) can bear the same names.
        if change.storage_area().is_none_or(|area| Some(area) != storage()) {
            return;
        }
        // Without a key everything was cleared.
        let key = change.key();
        let concerns = |name| key.as_ref().is_none_or(|key| *key == storage_key(name));
        let (mut size, mut choices) = state.with_untracked(|shown| (shown.text_size, shown.choices));
        if concerns(text_size::NAME) {
            size = size_of(change.new_value());
        }
        for preference in Preference::ALL {
            if concerns(preference.name()) {
                choices.choose_named(preference, change.new_value().as_deref());
            }
        }
        apply(state, size, choices);
    });
}

/// Changes the text size and keeps it for the next visit.
pub(crate) fn change_text_size(state: State, change: fn(TextSize) -> TextSize) {
    let (size, choices) = state.with_untracked(|shown| (change(shown.text_size), shown.choices));
    apply(state, size, choices);
    state.update(|shown| shown.text_size_chosen = true);
    keep(size, choices);
}

/// Chooses an option and keeps it for the next visit.
pub(crate) fn choose(state: State, preference: Preference, option: usize) {
    let (size, mut choices) = state.with_untracked(|shown| (shown.text_size, shown.choices));
    choices.choose(preference, option);
    apply(state, size, choices);
    keep(size, choices);
}

/// Makes everything as usual again.
pub(crate) fn reset(state: State) {
    apply(state, TextSize::NORMAL, Choices::default());
    keep(TextSize::NORMAL, Choices::default());
}

fn apply(state: State, size: TextSize, choices: Choices) {
    if let Some(root) = root() {
        for (name, value) in all(size, choices) {
            // Setting an attribute with a fixed, valid name can't fail.
            let _ = match value {
                Some(value) => root.set_attribute(&attribute(name), value),
                None => root.remove_attribute(&attribute(name)),
            };
        }
    }
    state.update(|shown| (shown.text_size, shown.choices) = (size, choices));
}

fn keep(size: TextSize, choices: Choices) {
    let Some(storage) = storage() else { return };
    for (name, value) in all(size, choices) {
        // A full or closed storage loses the next visit's choice, not this one's.
        let _ = match value {
            Some(value) => storage.set_item(&storage_key(name), value),
            None => storage.remove_item(&storage_key(name)),
        };
    }
}

/// Every preference by its name, with the option that isn't the usual one.
fn all(
    size: TextSize,
    choices: Choices,
) -> [(&'static str, Option<&'static str>); 1 + Preference::ALL.len()] {
    let mut all = [(text_size::NAME, size.name()); 1 + Preference::ALL.len()];
    for (place, preference) in Preference::ALL.into_iter().enumerate() {
        all[place + 1] = (preference.name(), choices.name_of(preference));
    }
    all
}

fn size_of(kept: Option<String>) -> TextSize {
    kept.and_then(|size| TextSize::parse(&size)).unwrap_or(TextSize::NORMAL)
}

fn attribute(name: &str) -> String {
    ["data-", name].concat()
}

fn storage_key(name: &str) -> String {
    ["seutu.", name].concat()
}

fn root() -> Option<Element> {
    web_sys::window()?.document()?.document_element()
}

fn storage() -> Option<Storage> {
    // Asking for the storage throws where it is switched off.
    web_sys::window()?.local_storage().ok().flatten()
}
