//! A menu: a named landmark with a list of links, the current page marked.

use leptos::prelude::*;

use crate::page::{Page, PageLink};

/// Marks the page itself with `aria-current="page"` and the part of the site it is in with `"true"`
/// (WAI-ARIA 1.2, aria-current).
pub(super) fn menu(
    class: &'static str,
    label: &'static str,
    links: &[PageLink],
    page: &Page,
) -> impl IntoView + use<> {
    let items: Vec<_> = links
        .iter()
        .map(|link| {
            let current = if link.path == page.path {
                Some("page")
            } else if page.breadcrumb.iter().any(|ancestor| ancestor.path == link.path) {
                Some("true")
            } else {
                None
            };
            view! { <li><a href=link.path.to_string() aria-current=current>{link.name.clone()}</a></li> }
        })
        .collect();
    view! { <nav class=class aria-label=label><ul>{items}</ul></nav> }
}
