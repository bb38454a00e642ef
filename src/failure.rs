//! Tells the visitor of a page that didn't load.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

use crate::{
    focus::{failure_has_focus, find},
    state::State,
};
use views::shown::Failure;

/// Tells of a page that didn't come, in sight of whoever has scrolled down.
pub(crate) async fn tell(state: State, failure: Failure) {
    let had_focus = failure_has_focus();
    // An earlier message is removed first: assistive technology speaks only elements that are new in the
    // document.
    state.update(|shown| shown.failure = None);
    leptos::task::tick().await;
    state.update(|shown| shown.failure = Some(failure));
    leptos::task::tick().await;
    if let Some(retry) = find(".failure-retry").filter(|_| had_focus) {
        let retry: HtmlElement = retry.unchecked_into();
        // What can't take the focus leaves it where it is.
        let _ = retry.focus();
    }
    if let Some(message) = find(".failure") {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        message.scroll_into_view_with_scroll_into_view_options(&options);
    }
}
