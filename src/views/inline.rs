//! Text within a block.

use leptos::prelude::*;

use crate::page::Inline;

pub(super) fn inlines(spans: &[Inline]) -> Vec<AnyView> {
    spans.iter().map(inline).collect()
}

fn inline(span: &Inline) -> AnyView {
    match span {
        Inline::Text(words) => words.clone().into_any(),
        Inline::Strong(inner) => view! { <strong>{inlines(inner)}</strong> }.into_any(),
        Inline::Emphasis(inner) => view! { <em>{inlines(inner)}</em> }.into_any(),
        Inline::Link { to, text } => {
            view! { <a href=to.as_str().to_owned()>{inlines(text)}</a> }.into_any()
        }
        Inline::Date(date) => {
            view! { <time datetime=date.iso.clone()>{date.text.clone()}</time> }.into_any()
        }
        Inline::Break => view! { <br/> }.into_any(),
    }
}
