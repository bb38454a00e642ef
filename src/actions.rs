//! What the visitor asks of the application with a button: one listener for all of them, and one for those
//! that the second part answers.

use std::cell::Cell;

use leptos::prelude::Update;
use wasm_bindgen::JsCast;
use web_sys::{AbortSignal, Element, Event};

use crate::{
    focus, leaving,
    listeners::listen,
    navigation,
    preferences::{change_text_size, choose, reset},
    print, read_aloud,
    state::State,
};
use views::shown::{Action, text_size::TextSize};

thread_local! {
    /// What was asked for last of the second part, which answers as soon as it is there.
    static ASKED_OF_SECOND_PART: Cell<Option<Action>> = const { Cell::new(None) };
}

/// Answers clicks on elements with an action until `stop` fires.
pub(crate) fn answer(state: State, stop: &AbortSignal) {
    let Some(window) = web_sys::window() else { return };
    listen(&window, "focusin", stop, |event| focus::close_what_the_focus_has_left(&event));
    listen(&window, "click", stop, move |event| match action_of(&event) {
        Some(Action::TextSizeNormal) => change_text_size(state, |_| TextSize::NORMAL),
        Some(Action::TextSizeLarger) => change_text_size(state, TextSize::larger),
        Some(Action::TextSizeSmaller) => change_text_size(state, TextSize::smaller),
        Some(Action::Choose(preference, option)) => choose(state, preference, option),
        Some(Action::ResetPreferences) => reset(state),
        Some(action) => ASKED_OF_SECOND_PART.set(Some(action)),
        None => {}
    });
}

fn action_of(event: &Event) -> Option<Action> {
    let element: Element = event.target()?.dyn_into().ok()?;
    let element = element.closest("[data-action]").ok().flatten()?;
    Action::of_name(&element.get_attribute(Action::ATTRIBUTE)?)
}

/// Answers what has been asked of the second part already, and from now on each click that [`answer`] leaves
/// to it.
pub(crate) fn answer_in_second_part(state: State, stop: &AbortSignal) {
    let answer_what_is_asked = move || match ASKED_OF_SECOND_PART.take() {
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
        _ => {}
    };
    answer_what_is_asked();
    let Some(window) = web_sys::window() else { return };
    // Listeners are called in the order in which they came: `answer` has noted the action.
    listen(&window, "click", stop, move |_| answer_what_is_asked());
}
