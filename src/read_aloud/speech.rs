//! Speaks the passages of a page, one after the other.
//!
//! A pause ends the speech and remembers the sentence: what browsers call a pause is lost on some devices,
//! and a sentence is short enough to be heard once more.

use std::cell::RefCell;

use js_sys::Reflect;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{
    AbortSignal, FocusOptions, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition, SpeechSynthesis,
    SpeechSynthesisUtterance, SpeechSynthesisVoice,
};

use super::{
    highlight,
    passages::{Passage, passages},
};
use crate::{listeners::listen, second, state::State};
use views::shown::listening::{Listening, ListeningState, RATES, USUAL_RATE};

/// The reading in progress.
struct Reading {
    passages: Vec<Passage>,
    /// The place of the passage that is heard.
    at: usize,
    /// Held here because some browsers collect an utterance without a reference, and then never report its
    /// end.
    _utterance: Option<SpeechSynthesisUtterance>,
    /// Counts the utterances: the end of one that was given up means nothing.
    turn: u32,
}

thread_local! {
    static READING: RefCell<Reading> =
        const { RefCell::new(Reading { passages: Vec::new(), at: 0, _utterance: None, turn: 0 }) };
}

/// Offers to read as soon as there is a voice, until `stop` fires. Voices come late in some browsers.
pub(crate) fn follow_voices(state: State, stop: &AbortSignal) {
    let Some(speech) = speech() else { return };
    listen(&speech, "voiceschanged", stop, move |_| offer(state));
    // What was left speaking when the last document went away.
    speech.cancel();
    if let Some(window) = web_sys::window() {
        listen(&window, "pagehide", stop, move |_| stop_if_begun(state));
    }
    offer(state);
}

/// Offers to read the page that is shown, where a voice of this device speaks its language.
pub(crate) fn offer(state: State) {
    let Some(language) = state.with_untracked(|shown| Some(shown.page.as_ref()?.language)) else { return };
    let offered = state.with_untracked(|shown| shown.listening);
    let can = voice_for(language.tag()).is_some();
    if can != offered.is_some() {
        // The voice disappeared while it was reading: without the buttons the visitor couldn't stop it.
        stop_if_begun(state);
        let listening = Listening { state: ListeningState::Idle, rate: USUAL_RATE };
        state.update(|shown| shown.listening = can.then_some(listening));
    }
}

/// Only the second part begins to read, so it is there where something has to be stopped.
fn stop_if_begun(state: State) {
    let has_begun = |listening: Listening| listening.state != ListeningState::Idle;
    if state.with_untracked(|shown| shown.listening.is_some_and(has_begun)) {
        second::stop_reading(state);
    }
}

/// Begins, pauses or goes on.
pub(crate) fn start_or_pause(state: State) {
    match state.with_untracked(|shown| shown.listening.map(|listening| listening.state)) {
        None => {}
        Some(ListeningState::Reading) => {
            silence();
            become_state(state, ListeningState::Paused);
        }
        Some(ListeningState::Paused) => speak(state),
        Some(ListeningState::Idle) => {
            let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
            let found = passages(&document);
            READING.with_borrow_mut(|reading| (reading.passages, reading.at) = (found, 0));
            speak(state);
        }
    }
}

/// Ends the reading; the next one begins anew.
pub(crate) fn stop(state: State) {
    if state.with_untracked(|shown| shown.listening.is_some()) {
        silence();
        keep_focus();
        become_state(state, ListeningState::Idle);
    }
}

/// The buttons that go may have the focus; without this it would be nowhere.
fn keep_focus() {
    let document = web_sys::window().and_then(|window| window.document());
    let stays = document
        .and_then(|document| document.query_selector(".read-aloud:focus-within .listen").ok().flatten());
    if let Some(stays) = stays {
        let stays: HtmlElement = stays.unchecked_into();
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        // What can't take the focus leaves it where it is.
        let _ = stays.focus_with_options(&options);
    }
}

/// Reads faster or slower, from the sentence on that is heard.
pub(crate) fn change_rate(state: State, rate: usize) {
    state.update(|shown| shown.listening = shown.listening.map(|listening| Listening { rate, ..listening }));
    if is(state, ListeningState::Reading) {
        silence();
        speak(state);
    }
}

fn is(state: State, wanted: ListeningState) -> bool {
    state.with_untracked(|shown| shown.listening.is_some_and(|listening| listening.state == wanted))
}

fn become_state(state: State, now: ListeningState) {
    if !is(state, now) {
        state.update(|shown| {
            shown.listening = shown.listening.map(|listening| Listening { state: now, ..listening });
        });
    }
}

/// Speaks the passage whose turn it is, and after it the next one.
fn speak(state: State) {
    let rate = state.with_untracked(|shown| shown.listening.map_or(USUAL_RATE, |listening| listening.rate));
    let spoken = READING.with_borrow_mut(|reading| {
        let passage = reading.passages.get(reading.at)?;
        let utterance = SpeechSynthesisUtterance::new_with_text(&passage.text).ok()?;
        // Without a voice for a passage in another language the page's own one reads it: left to itself, the
        // browser might take one that isn't on this device.
        let own = voice_for(&passage.language);
        let language = if own.is_some() { passage.language.clone() } else { language_of_page() };
        utterance.set_lang(&language);
        utterance.set_voice(own.or_else(|| voice_for(&language)).as_ref());
        utterance.set_rate(RATES.get(rate).copied().unwrap_or(1.0));
        highlight::mark(&passage.range);
        scroll_to(passage);
        reading.turn += 1;
        let turn = reading.turn;
        let ended = Closure::once(move || {
            let is_mine = READING.with_borrow_mut(|reading| {
                reading.at += usize::from(reading.turn == turn);
                reading.turn == turn
            });
            if is_mine {
                speak(state);
            }
        })
        .into_js_value();
        let ended = ended.unchecked_ref();
        utterance.set_onend(Some(ended));
        // A sentence that can't be spoken is passed over.
        utterance.set_onerror(Some(ended));
        speech()?.speak(&utterance);
        reading._utterance = Some(utterance);
        Some(())
    });
    match spoken {
        Some(()) => become_state(state, ListeningState::Reading),
        None => stop(state),
    }
}

/// Stops speaking and remembers the place.
fn silence() {
    READING.with_borrow_mut(|reading| reading.turn += 1);
    highlight::unmark();
    if let Some(speech) = speech() {
        speech.cancel();
    }
}

/// Brings a passage into sight: the block around it, and of one that is higher than the window the passage
/// itself.
fn scroll_to(passage: &Passage) {
    let Some(element) = passage.range.start_container().ok().and_then(|node| node.parent_element()) else {
        return;
    };
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
    let place = passage.range.get_bounding_client_rect();
    let Some(window) = web_sys::window() else { return };
    let height = window.inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(f64::MAX);
    if place.top() < 0.0 || place.bottom() > height {
        // Of a passage that is higher than the window its beginning.
        window.scroll_by_with_x_and_y(0.0, (place.bottom() - height).min(place.top()));
    }
}

fn language_of_page() -> String {
    let root = web_sys::window().and_then(|window| window.document()?.document_element());
    root.and_then(|root| root.get_attribute("lang")).unwrap_or_default()
}

/// A voice that works on this device: one that doesn't would send the text elsewhere.
fn voice_for(language: &str) -> Option<SpeechSynthesisVoice> {
    let language = language.split('-').next().unwrap_or_default();
    speech()?.get_voices().iter().map(|voice| voice.unchecked_into::<SpeechSynthesisVoice>()).find(|voice| {
        // Android writes "fi_FI".
        let speaks = voice.lang();
        voice.local_service() && speaks.split(['-', '_']).next().is_some_and(|spoken| spoken == language)
    })
}

fn speech() -> Option<SpeechSynthesis> {
    // Some browsers have the name and nothing behind it.
    let found = Reflect::get(&js_sys::global(), &"speechSynthesis".into()).ok()?;
    found.is_object().then(|| found.unchecked_into())
}
