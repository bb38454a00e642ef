//! Asks the server for a page's JSON and says in the visitor's terms what went wrong.

use gloo_net::http::{Method, Request, RequestBuilder};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{AbortController, AbortSignal, RequestRedirect};

use super::document::LoadError;
use crate::platform::OnAbort;
use page::{PageDocument, PagePath};
use views::shown::FailureCause;

/// How long the visitor is left waiting before they hear of it, in milliseconds.
const PATIENCE: i32 = 10_000;

/// The document at an address, or why it isn't one.
pub(super) async fn fetch_document(path: &PagePath, abort: &AbortSignal) -> Result<PageDocument, LoadError> {
    let Some(patience) = Patience::begin(abort) else { return Err(LoadError::OpensPlainly) };
    // An answer that broke off counts as unreadable only if it wasn't us who broke it off.
    ask(path, &patience.signal).await.map_err(|error| match error {
        _ if abort.aborted() => LoadError::Aborted,
        LoadError::Failed(_) if patience.signal.aborted() => LoadError::Failed(FailureCause::Slow),
        error => error,
    })
}

/// A wait that ends after ten seconds, or when it is given up.
///
/// A timer and a controller end it: browsers got `AbortSignal.timeout` and `AbortSignal.any` later than the
/// Navigation API.
struct Patience {
    signal: AbortSignal,
    timer: Option<i32>,
    _together: Option<OnAbort>,
}

impl Patience {
    /// None in a browser that lacks something for it.
    fn begin(abort: &AbortSignal) -> Option<Patience> {
        let controller = AbortController::new().ok()?;
        let together = abort_together(abort, controller.clone());
        let signal = controller.signal();
        // Not `once_into_js`, which keeps for ever what is never called: the timer mostly isn't.
        let give_up = Closure::once(move || controller.abort()).into_js_value();
        let timer = web_sys::window()?
            .set_timeout_with_callback_and_timeout_and_arguments_0(give_up.unchecked_ref(), PATIENCE)
            .ok();
        Some(Patience { signal, timer, _together: together })
    }
}

impl Drop for Patience {
    fn drop(&mut self) {
        if let Some((timer, window)) = self.timer.zip(web_sys::window()) {
            window.clear_timeout_with_handle(timer);
        }
    }
}

async fn ask(path: &PagePath, signal: &AbortSignal) -> Result<PageDocument, LoadError> {
    let failed = |cause| move |_| LoadError::Failed(cause);
    // A browser that can't make a request opens the address itself.
    let request = request(Method::GET, &path.page_json(), signal).map_err(|_| LoadError::OpensPlainly)?;
    let response = request.send().await.map_err(failed(FailureCause::Offline))?;
    match response.status() {
        200..=299 => {}
        404 | 410 => return Err(LoadError::Failed(FailureCause::Missing)),
        // The server has no time for us, or wants to be asked later: its document wouldn't come, either.
        408 | 425 | 429 | 500.. => return Err(LoadError::Failed(FailureCause::Server)),
        // Our pages are redirected nowhere and ask for no password.
        _ => return Err(LoadError::OpensPlainly),
    }
    let text = response.text().await.map_err(failed(FailureCause::Unreadable))?;
    PageDocument::read(&text).map_err(|_| LoadError::OpensPlainly)
}

/// Whether there is a document at an address. Where no `page.json` belongs to it, it is another application
/// of the same host.
pub(crate) async fn has_document(address: &str, abort: &AbortSignal) -> bool {
    let Some(patience) = Patience::begin(abort) else { return false };
    let Ok(request) = request(Method::HEAD, address, &patience.signal) else { return false };
    request.send().await.is_ok_and(|answer| answer.status() < 400)
}

/// A redirect isn't followed, since it may lead to another host: its answer has the status 0 (Fetch §4.3).
fn request(method: Method, address: &str, signal: &AbortSignal) -> Result<Request, gloo_net::Error> {
    let request = RequestBuilder::new(address).method(method).redirect(RequestRedirect::Manual);
    request.abort_signal(Some(signal)).build()
}

/// Gives up a load that was begun ahead when the click that waits for it is given up, until what comes back
/// is dropped.
pub(super) fn abort_together(signal: &AbortSignal, controller: AbortController) -> Option<OnAbort> {
    if signal.aborted() {
        controller.abort();
        return None;
    }
    Some(OnAbort::new(signal, move || controller.abort()))
}
