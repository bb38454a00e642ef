//! The pages of the site as nested lists.

use leptos::prelude::*;

use crate::page::MapEntry;

pub(super) fn site_map(entries: &[MapEntry]) -> AnyView {
    let items: Vec<_> = entries
        .iter()
        .map(|entry| {
            let children = (!entry.children.is_empty()).then(|| site_map(&entry.children));
            view! { <li><a href=entry.path.to_string()>{entry.title.clone()}</a>{children}</li> }
        })
        .collect();
    view! { <ul>{items}</ul> }.into_any()
}
