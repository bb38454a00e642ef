//! The page's own content: title, tagline, blocks.

use leptos::prelude::*;

use crate::{
    page::{Page, PageKind},
    views::block::block,
};

/// The `h1` takes the focus after a change of page, so it has to be focusable, but not with the Tab key.
pub(super) fn article(page: &Page) -> impl IntoView + use<> {
    let blocks: Vec<_> = page.blocks.iter().map(block).collect();
    view! {
        <article class=class_of(page.kind)>
            <header class="page-header">
                <h1 tabindex="-1">{page.title.clone()}</h1>
                {page.tagline.clone().map(|tagline| view! { <p class="tagline">"– "{tagline}</p> })}
            </header>
            {blocks}
        </article>
    }
}

const fn class_of(kind: PageKind) -> &'static str {
    match kind {
        PageKind::Front => "page page-front",
        PageKind::Section => "page page-section",
        PageKind::Article => "page page-article",
        PageKind::News => "page page-news",
        PageKind::Call => "page page-call",
        PageKind::Event => "page page-event",
        PageKind::SiteMap => "page page-site-map",
        PageKind::NotFound => "page page-not-found",
    }
}
