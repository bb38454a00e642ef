//! Asks the server for a page's JSON and says in the visitor's terms what went wrong.

use gloo_net::http::Request;
use js_sys::Array;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{AbortController, AbortSignal, AddEventListenerOptions, DomException};

use super::LoadError;
use crate::{
    page::{PageDocument, PagePath, decode::Unreadable},
    views::FailureCause,
};

/// How long the visitor is left waiting before they hear of it, in milliseconds.
const PATIENCE: u32 = 10_000;

/// The document at an address, or why it isn't one.
pub(super) async fn fetch_document(path: &PagePath, abort: &AbortSignal) -> Result<PageDocument, LoadError> {
    let timeout = AbortSignal::timeout_with_u32(PATIENCE);
    let either = AbortSignal::any(&Array::of2(abort, &timeout));
    // An answer that broke off counts as unreadable only if it wasn't us who broke it off.
    let otherwise = |cause| {
        if abort.aborted() {
            LoadError::Aborted
        } else if timed_out(&timeout) {
            LoadError::Failed(FailureCause::Slow)
        } else {
            LoadError::Failed(cause)
        }
    };
    let response = Request::get(&path.page_json())
        .abort_signal(Some(&either))
        .send()
        .await
        .map_err(|_| otherwise(FailureCause::Offline))?;
    match response.status() {
        200..=299 => {}
        404 | 410 => return Err(otherwise(FailureCause::Missing)),
        _ => return Err(otherwise(FailureCause::Server)),
    }
    let text = response.text().await.map_err(|_| otherwise(FailureCause::Unreadable))?;
    PageDocument::read(&text).map_err(|unreadable| match unreadable {
        Unreadable::Version => LoadError::OpensPlainly,
        Unreadable::Json(_) | Unreadable::Model => otherwise(FailureCause::Unreadable),
    })
}

/// Gives up a load that was begun ahead when the click that waits for it is given up.
pub(super) fn abort_together(signal: &AbortSignal, controller: AbortController) {
    if signal.aborted() {
        controller.abort();
        return;
    }
    let options = AddEventListenerOptions::new();
    options.set_once(true);
    let listener = Closure::once_into_js(move || controller.abort());
    // Fails only for a listener that isn't a function.
    let _ = signal.add_event_listener_with_callback_and_add_event_listener_options(
        "abort",
        listener.unchecked_ref(),
        &options,
    );
}

fn timed_out(timeout: &AbortSignal) -> bool {
    timeout.aborted()
        && timeout.reason().dyn_into::<DomException>().is_ok_and(|reason| reason.name() == "TimeoutError")
}
