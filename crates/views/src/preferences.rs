//! "Lukuasetukset": how the visitor wants to read, in one place.

use crate::{
    button::button,
    markup::{Element, el},
    messages::Messages,
    shown::{Action, Portal, choices::Preference},
    text_size::text_size_buttons,
};

/// The `id` of the panel; no heading of the content takes it.
pub const PANEL_ID: &str = "lukuasetukset";

/// The button that opens the panel. The panel is a popover (HTML §6.12): the browser itself opens and closes
/// it, also with Escape, and gives the focus back. Without script the panel would have no effect: the style
/// hides both.
pub(super) fn preferences_button(shown: &Portal) -> Element {
    el("button")
        .class("preferences-button")
        .attr("type", "button")
        .attr("popovertarget", PANEL_ID)
        .text(Messages::of(shown.language()).preferences)
}

/// The panel itself.
pub(super) fn preferences(shown: &Portal) -> Element {
    let words = Messages::of(shown.language());
    let group = |label: &'static str| {
        el("div")
            .class("preference")
            .attr("role", "group")
            .attr("aria-label", label)
            .child(el("p").attr("aria-hidden", "true").text(label))
    };
    let options = |preference: Preference| {
        let (label, names) = &words.preference_options[preference as usize];
        let buttons = names.iter().enumerate().map(|(place, name)| {
            let pressed = if shown.choices.of(preference) == place { "true" } else { "false" };
            button(Action::Choose(preference, place), "preference-option")
                .attr("aria-pressed", pressed)
                .text(*name)
        });
        group(label).child(el("div").class("preference-options").children(buttons))
    };
    let size = group(words.text_size).child(text_size_buttons(shown).class("preference-options"));
    let close = el("button")
        .class("preferences-close")
        .attr("type", "button")
        .attr("popovertarget", PANEL_ID)
        .attr("popovertargetaction", "hide")
        .text(words.close_panel);
    el("div")
        .class("preferences")
        .attr("id", PANEL_ID)
        .attr("popover", "")
        .attr("role", "dialog")
        .attr("aria-label", words.preferences)
        .child(el("p").class("preferences-title").attr("aria-hidden", "true").text(words.preferences))
        .child(size)
        .children(Preference::ALL.map(options))
        .child(
            el("p")
                .class("preferences-ways")
                .child(button(Action::ResetPreferences, "preferences-reset").text(words.preferences_reset))
                .child(close),
        )
        .child(el("p").class("preferences-kept").text(words.preferences_kept))
}
