//! What the visitor asks of the application with a button: one listener for all of them.

use leptos::prelude::Update;
use wasm_bindgen::JsCast;
use web_sys::{AbortSignal, Element};

use crate::{
    focus, leaving,
    listeners::listen,
    navigation,
    preferences::{change_text_size, choose, reset},
    print, read_aloud,
    state::State,
};
use views::shown::{Action, text_size::TextSize};

/// Answers clicks on elements with an action until `stop` fires.
pub(crate) fn answer(state: State, stop: &AbortSignal) {
    let Some(window) = web_sys::window() else { return };
    listen(&window, "focusin", stop, |event| focus::close_what_the_focus_has_left(&event));
    listen(&window, "click", stop, move |event| {
        let action = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok())
            .and_then(|element| element.closest("[data-action]").ok().flatten())
            .and_then(|element| Action::of_name(&element.get_attribute(Action::ATTRIBUTE)?));
        match action {
            Some(Action::TextSizeNormal) => change_text_size(state, |_| TextSize::NORMAL),
            Some(Action::TextSizeLarger) => change_text_size(state, TextSize::larger),
            Some(Action::TextSizeSmaller) => change_text_size(state, TextSize::smaller),
            Some(Action::Choose(preference, option)) => choose(state, preference, option),
            Some(Action::ResetPreferences) => reset(state),
            Some(Action::PrintSection) => print::print_section(state),
            Some(Action::Listen) => read_aloud::start_or_pause(state),
            Some(Action::ListenStop) => read_aloud::stop(state),
            Some(Action::ListenAt(rate)) => read_aloud::change_rate(state, rate),
            Some(Action::TryAgain) => navigation::try_again(state),
            Some(Action::LeavePlainly) => leaving::leave_plainly(),
            Some(Action::CloseFailure) => {
                // The button that has the focus goes; without this the focus would be nowhere.
                focus::focus_new_content();
                state.update(|shown| shown.failure = None);
            }
            None => {}
        }
    });
}
