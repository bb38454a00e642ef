//! The tools of a page: open it in easy language, listen to it, print its section.

use crate::{
    button::button,
    markup::{Element, el},
    messages::Messages,
    page_link::page_link,
    shown::{Action, Portal, listening::ListeningState},
};
use page::Page;

/// Under the title. What needs the application comes after it; the style keeps the room, so that nothing
/// moves.
pub(super) fn page_tools(page: &Page, shown: &Portal) -> Element {
    let words = Messages::of(page.language);
    let variant = page.variant.as_ref().map(|to| page_link(to).class("page-tool"));
    // Without script it could do nothing: the style shows it only once `public/first.js` has run.
    let print = (!page.section.is_empty())
        .then(|| button(Action::PrintSection, "page-tool print-section").text(words.print_section));
    // The space reserved for reading aloud comes last, so that its absence leaves no gap in the row.
    let class =
        if variant.is_none() && print.is_none() { "page-tools page-tools-voice" } else { "page-tools" };
    el("div").class(class).children(variant).children(print).child(read_aloud(shown))
}

/// Hidden as long as no voice is known to speak the page's language. The style keeps the button's room
/// meanwhile: a voice that comes late moves nothing.
fn read_aloud(shown: &Portal) -> Element {
    let words = Messages::of(shown.language());
    let name = match shown.listening.map(|listening| listening.state) {
        None | Some(ListeningState::Idle) => words.listen,
        Some(ListeningState::Reading) => words.listen_pause,
        Some(ListeningState::Paused) => words.listen_go_on,
    };
    let tools = el("div")
        .class("read-aloud")
        .attr("role", "group")
        .attr("aria-label", words.listen)
        .attr_if("hidden", shown.listening.is_none().then_some(""))
        .child(button(Action::Listen, "page-tool listen").text(name));
    let Some(listening) = shown.listening.filter(|listening| listening.state != ListeningState::Idle) else {
        return tools;
    };
    let rates = words.listen_rates.iter().enumerate().map(|(rate, name)| {
        let pressed = if rate == listening.rate { "true" } else { "false" };
        button(Action::ListenAt(rate), "page-tool").attr("aria-pressed", pressed).text(*name)
    });
    let rates = el("div")
        .class("listen-rates")
        .attr("role", "group")
        .attr("aria-label", words.listen_rate)
        .children(rates);
    tools.child(button(Action::ListenStop, "page-tool").text(words.listen_stop)).child(rates)
}
