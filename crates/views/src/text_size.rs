//! The text size control `p + -`: three real buttons, spoken by what they do.

use crate::{
    button::button,
    markup::{Element, el},
    messages::Messages,
    shown::{Action, Portal, text_size::TextSize},
};

/// The control in the header. Without script the buttons could do nothing: the style shows them only once
/// `public/first.js` has run.
pub(super) fn text_size(shown: &Portal) -> Element {
    let words = Messages::of(shown.language());
    let now = el("span").class("visually-hidden").attr("role", "status");
    let now = if shown.text_size_chosen {
        let percent = shown.text_size.percent().to_string();
        let [before, behind] = words.text_size_now;
        now.text(before).text(percent).text(behind)
    } else {
        now
    };
    text_size_buttons(shown)
        .class("text-size")
        .attr("role", "group")
        .attr("aria-label", words.text_size)
        .child(now)
}

/// The three buttons, in an element that is the caller's to name.
pub(super) fn text_size_buttons(shown: &Portal) -> Element {
    let words = Messages::of(shown.language());
    let size = shown.text_size;
    let spoken = |words: &'static str| el("span").class("visually-hidden").text(words);
    // Still focusable at the last step, so that the focus isn't lost there (WAI-ARIA 1.2, aria-disabled).
    let disabled = |next: TextSize| (next == size).then_some("true");
    let sign = |sign: &'static str| el("span").attr("aria-hidden", "true").text(sign);
    el("div")
        .child(
            button(Action::TextSizeNormal, "text-size-normal")
                .text("p")
                .child(el("span").class("visually-hidden").text(" – ").text(words.text_size_normal)),
        )
        .child(
            button(Action::TextSizeLarger, "text-size-larger")
                .attr_if("aria-disabled", disabled(size.larger()))
                .child(sign("+"))
                .child(spoken(words.text_size_larger)),
        )
        .child(
            button(Action::TextSizeSmaller, "text-size-smaller")
                .attr_if("aria-disabled", disabled(size.smaller()))
                .child(sign("-"))
                .child(spoken(words.text_size_smaller)),
        )
}
