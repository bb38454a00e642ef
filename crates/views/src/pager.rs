//! The parts of a listing that is too long for one page.

use crate::{
    markup::{Element, el},
    messages::Messages,
    shown::Portal,
};
use page::{PagePath, Pager};

pub(super) fn pager(parts: &Pager, shown: &Portal) -> Element {
    let words = Messages::of(shown.language());
    let link = |to: &Option<PagePath>, relation: &'static str, text: &'static str| {
        to.as_ref().map(|to| el("a").attr("href", to.to_string()).attr("rel", relation).text(text))
    };
    el("nav")
        .class("pager")
        .attr("aria-label", words.pager)
        .children(link(&parts.previous, "prev", words.previous))
        .child(el("p").text(format!("{} {} / {}", words.part, parts.current, parts.last)))
        .children(link(&parts.next, "next", words.next))
}
