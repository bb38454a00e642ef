//! "Tulosta koko osio": a section with all its pages on paper.
//!
//! The pages are loaded like any other, put behind the page that is shown, where only paper shows them, and
//! taken away once the browser has printed.

use std::{cell::Cell, sync::Arc};

use js_sys::{Array, Promise};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, AddEventListenerOptions, HtmlImageElement, Window};

use crate::{
    failure::tell,
    focus::{failure_has_focus, focus_new_content},
    loading::{self, LoadError},
    state::State,
};
use page::{Page, PagePath};
use views::shown::{Action, Failure, FailureCause};

/// How long paper waits for pictures, in milliseconds: as long as a page does.
const PATIENCE: i32 = 10_000;

thread_local! {
    /// The page whose section is on its way, by its turn: who asks again there waits for the same pages.
    static UNDER_WAY: Cell<Option<u32>> = const { Cell::new(None) };
}

/// Loads the pages of the section that is shown, prints them, and forgets them. One that isn't there any more
/// is left out.
pub(crate) fn print_section(state: State) {
    let (turn, paths) = state.with_untracked(|shown| {
        (shown.turn, shown.page.as_ref().map(|page| page.section.clone()).unwrap_or_default())
    });
    if UNDER_WAY.replace(Some(turn)) == Some(turn) {
        return;
    }
    wasm_bindgen_futures::spawn_local(async move {
        // Whoever has gone on to another page wants nothing printed any more.
        let has_gone_on = move || state.with_untracked(|shown| shown.turn) != turn;
        match load_all(paths, has_gone_on).await {
            _ if has_gone_on() => {}
            Ok(pages) => {
                lay_out(state, pages).await;
                if !has_gone_on() {
                    print(state);
                }
            }
            Err(failure) => tell(state, failure).await,
        }
        if UNDER_WAY.get() == Some(turn) {
            UNDER_WAY.set(None);
        }
    });
}

async fn load_all(paths: Vec<PagePath>, has_gone_on: impl Fn() -> bool) -> Result<Vec<Arc<Page>>, Failure> {
    let mut pages = Vec::with_capacity(paths.len());
    // Only a browser that refuses every script has no AbortController.
    let Ok(controller) = AbortController::new() else { return Ok(pages) };
    let signal = controller.signal();
    for path in paths {
        if has_gone_on() {
            break;
        }
        let address = path.to_string();
        match loading::load(path, &signal).await {
            Ok(page) => pages.push(page),
            Err(LoadError::Failed(FailureCause::Missing)) => {}
            Err(LoadError::Failed(cause)) => {
                return Err(Failure { address, cause, again: Action::PrintSection });
            }
            // To try again opens it with the application of its own version.
            Err(LoadError::OpensPlainly) => {
                let cause = FailureCause::Unreadable;
                return Err(Failure { address, cause, again: Action::TryAgain });
            }
            Err(LoadError::Aborted) => {}
        }
    }
    Ok(pages)
}

/// Puts the pages behind the one that is shown, with their pictures.
async fn lay_out(state: State, pages: Vec<Arc<Page>>) {
    if failure_has_focus() {
        // The button that was pressed goes with the message.
        focus_new_content();
    }
    state.update(|shown| {
        shown.failure = None;
        shown.printed = pages;
    });
    leptos::task::tick().await;
    if let Some(window) = web_sys::window() {
        load_pictures(&window).await;
    }
}

/// Loads the pictures outside of the visited part of the page: not every browser does so for paper. What
/// doesn't come in time is missing there as it is on the screen.
async fn load_pictures(window: &Window) {
    let Some(found) = window.document().and_then(|document| document.query_selector_all("main img").ok())
    else {
        return;
    };
    let pictures = (0..found.length()).filter_map(|place| found.item(place));
    let ready: Array = pictures
        .map(|picture| {
            let picture: HtmlImageElement = picture.unchecked_into();
            let _ = picture.set_attribute("loading", "eager");
            JsValue::from(picture.decode())
        })
        .collect();
    let patience = Promise::new(&mut |resolve, _| {
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, PATIENCE);
    });
    let _ = JsFuture::from(Promise::race(&Array::of2(&Promise::all_settled(&ready), &patience))).await;
}

fn print(state: State) {
    let Some(window) = web_sys::window() else { return };
    // Some browsers print before `print` returns, others long after.
    let options = AddEventListenerOptions::new();
    options.set_once(true);
    let printed = Closure::once(move || state.update(|shown| shown.printed.clear())).into_js_value();
    let _ = window.add_event_listener_with_callback_and_add_event_listener_options(
        "afterprint",
        printed.unchecked_ref(),
        &options,
    );
    // A browser that can't print says so itself.
    let _ = window.print();
}
