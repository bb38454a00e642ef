//! Terms and their values: a call's deadline, an event's date and place.

use crate::{
    inline::inlines,
    markup::{Element, el},
    shown::Portal,
};
use page::Fact;

/// A fact that is over stays in the document; `public/first.js` marks it before the first paint, and the
/// style hides it.
pub(super) fn facts(rows: &[Fact], shown: &Portal) -> Element {
    let now = shown.now.as_deref();
    el("dl").class("facts").children(rows.iter().map(|fact| {
        let over = now.zip(fact.until.as_deref()).is_some_and(|(now, until)| now >= until);
        el("div")
            .attr_if("data-until", fact.until.clone())
            .attr_if("data-over", over.then_some(""))
            .child(el("dt").words(&fact.term))
            .child(el("dd").pieces(inlines(&fact.value)))
    }))
}
