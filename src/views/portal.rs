//! The whole of what stands in the document: header, breadcrumb, main content, footer.

use leptos::{either::Either, prelude::*};

use crate::{
    page::Page,
    page_time::PageTime,
    preferences::text_size::TextSize,
    views::{
        article::article, breadcrumb::breadcrumb, failure::failure, failure::Failure, footer::footer,
        header::header, skip_link::skip_link,
    },
};

/// What the views show; all of it are signals, and a page is shown by setting [`PortalState::shown`].
#[derive(Clone, Copy)]
pub struct PortalState {
    /// The page that is shown.
    pub shown: RwSignal<Shown>,
    /// A page that didn't come, until the visitor closes the message or moves on.
    pub failure: RwSignal<Option<Failure>>,
    /// How long the page that is shown took; unknown when it was rendered natively.
    pub page_time: RwSignal<Option<PageTime>>,
    /// The text size that the visitor chose.
    pub text_size: RwSignal<TextSize>,
}

/// A page and its turn in this visit.
#[derive(Clone)]
pub struct Shown {
    /// The page; a visitor who never got one (an empty shell whose `page.json` failed) sees the failure alone.
    pub page: Option<Page>,
    /// How many pages were shown before it in this document.
    pub turn: u32,
}

impl PortalState {
    /// The state in which every document is rendered first, natively and when hydrated: what depends on
    /// the visitor comes afterwards.
    pub fn first(page: Option<Page>) -> PortalState {
        PortalState {
            shown: RwSignal::new(Shown { page, turn: 0 }),
            failure: RwSignal::new(None),
            page_time: RwSignal::new(None),
            text_size: RwSignal::new(TextSize::NORMAL),
        }
    }
}

/// What the views' buttons do; rendered natively they do nothing.
#[derive(Clone, Copy)]
pub struct Actions {
    /// The visitor chose a text size.
    pub choose_text_size: fn(PortalState, TextSize),
    /// The visitor wants to try again to open the page that didn't come.
    pub try_again: fn(PortalState),
    /// The visitor follows a link that the browser itself shall open.
    pub leave_plainly: fn(),
}

impl Actions {
    /// For documents that are rendered natively.
    pub const NONE: Actions =
        Actions { choose_text_size: |_, _| (), try_again: |_| (), leave_plainly: || () };
}

/// All that stands in the document's view root.
///
/// Header, breadcrumb and footer are patched in place, so that a button keeps the focus. The article is
/// built anew at every change of page: assistive technology then hears of a new `h1`, and an opened
/// `<details>` of the old page doesn't stay open on the new one.
pub fn portal(state: PortalState, actions: Actions) -> impl IntoView {
    view! {
        {move || state.shown.with(|shown| shown.page.as_ref().map(|page| skip_link(page.language)))}
        {move || state.shown.with(|shown| shown.page.as_ref().map(|page| header(page, state, actions)))}
        {move || state.shown.with(|shown| shown.page.as_ref().map(breadcrumb))}
        <main id="sisalto" tabindex="-1">
            {move || state.failure.with(|failed| failed.as_ref().map(|cause| failure(cause, state, actions)))}
            {move || state.shown.with(|shown| {
                let content = shown.page.as_ref().map(|page| article(page).into_any());
                if shown.turn.is_multiple_of(2) { Either::Left(content) } else { Either::Right(content) }
            })}
        </main>
        {move || state.shown.with(|shown| shown.page.as_ref().map(|page| footer(page, state)))}
    }
}
