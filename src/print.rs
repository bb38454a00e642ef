//! "Tulosta koko osio": a section with all its pages on paper.
//!
//! The pages are loaded like any other, put behind the page that is shown, where only paper shows them, and taken away
//! once the browser has printed.

use std::{cell::Cell, sync::Arc};

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{AbortController, AddEventListenerOptions};

use crate::{
    loading::{self, LoadError},
    navigation::tell,
    page::{Page, PagePath},
    start::State,
    views::{Failure, FailureCause},
};

thread_local! {
    /// The pages are on their way: who asks again waits for the same ones.
    static UNDER_WAY: Cell<bool> = const { Cell::new(false) };
}

/// Loads the pages of the section that is shown, prints them, and forgets them. One that isn't there any more is left out.
pub(crate) fn print_section(state: State) {
    if UNDER_WAY.replace(true) {
        return;
    }
    wasm_bindgen_futures::spawn_local(async move {
        let (turn, paths) = state.with_untracked(|shown| {
            (shown.turn, shown.page.as_ref().map(|page| page.section.clone()).unwrap_or_default())
        });
        let loaded = load_all(paths).await;
        UNDER_WAY.set(false);
        match loaded {
            // Whoever has gone on to another page wants nothing printed any more.
            _ if state.with_untracked(|shown| shown.turn) != turn => {}
            Ok(pages) => print(state, pages).await,
            Err(failure) => tell(state, failure).await,
        }
    });
}

async fn load_all(paths: Vec<PagePath>) -> Result<Vec<Arc<Page>>, Failure> {
    let mut pages = Vec::with_capacity(paths.len());
    // Only a browser that refuses every script has no AbortController.
    let Ok(controller) = AbortController::new() else { return Ok(pages) };
    let signal = controller.signal();
    for path in paths {
        let address = path.to_string();
        match loading::load(path, &signal).await {
            Ok(page) => pages.push(page),
            Err(LoadError::Failed(FailureCause::Missing)) => {}
            Err(LoadError::Failed(cause)) => return Err(Failure { address, cause }),
            // To try again opens it with the application of its own version.
            Err(LoadError::OpensPlainly) => {
                return Err(Failure { address, cause: FailureCause::Unreadable });
            }
            Err(LoadError::Aborted) => {}
        }
    }
    Ok(pages)
}

async fn print(state: State, pages: Vec<Arc<Page>>) {
    let Some(window) = web_sys::window() else { return };
    state.update(|shown| shown.printed = pages);
    leptos::task::tick().await;
    // Some browsers print before `print` returns, others long after.
    let options = AddEventListenerOptions::new();
    options.set_once(true);
    let printed = Closure::once_into_js(move || state.update(|shown| shown.printed.clear()));
    let _ = window.add_event_listener_with_callback_and_add_event_listener_options(
        "afterprint",
        printed.unchecked_ref(),
        &options,
    );
    // A browser that can't print says so itself.
    let _ = window.print();
}
