//! Terms and their values: a call's deadline, an event's date and place.

use crate::{
    markup::{Element, el},
    page::Fact,
    views::inline::inlines,
};

pub(super) fn facts(rows: &[Fact]) -> Element {
    el("dl").class("facts").children(rows.iter().map(|fact| {
        el("div").child(el("dt").text(fact.term.clone())).child(el("dd").pieces(inlines(&fact.value)))
    }))
}
