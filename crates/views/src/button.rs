//! A button that only the application answers.

use crate::{
    markup::{Element, el},
    shown::Action,
};

/// A button that asks something of the application.
pub(crate) fn button(action: Action, class: &'static str) -> Element {
    el("button").class(class).attr("type", "button").attr(Action::ATTRIBUTE, action.name())
}
