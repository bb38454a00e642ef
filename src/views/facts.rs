//! Terms and their values: a call's deadline, an event's date and place.

use leptos::prelude::*;

use crate::{page::Fact, views::inline::inlines};

pub(super) fn facts(rows: &[Fact]) -> impl IntoView + use<> {
    let rows: Vec<_> = rows
        .iter()
        .map(|fact| view! { <div><dt>{fact.term.clone()}</dt><dd>{inlines(&fact.value)}</dd></div> })
        .collect();
    view! { <dl class="facts">{rows}</dl> }
}
