//! The breadcrumb: `Etusivu : hankkeet : …`, each part a link, the last one the current page.

use leptos::prelude::*;

use crate::{messages::Messages, page::Page};

/// The front page alone and a page outside of the tree need no breadcrumb.
pub(super) fn breadcrumb(page: &Page) -> impl IntoView + use<> {
    let last = page.breadcrumb.len().saturating_sub(1);
    let items: Vec<_> = page
        .breadcrumb
        .iter()
        .enumerate()
        .map(|(place, part)| {
            let current = (place == last).then_some("page");
            view! { <li><a href=part.path.to_string() aria-current=current>{part.name.clone()}</a></li> }
        })
        .collect();
    (items.len() > 1).then(|| {
        view! { <nav class="breadcrumb" aria-label=Messages::of(page.language).breadcrumb><ol>{items}</ol></nav> }
    })
}
