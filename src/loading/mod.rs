//! From an address to a page: `page.json`, decoded, within ten seconds.
//!
//! [`load`] is what a click waits for; [`prefetch`] brings a page ahead of the click; `at_hand` keeps the
//! pages that came lately; `fetch` talks to the server.

mod at_hand;
mod document;
mod fetch;

use std::sync::Arc;

use wasm_bindgen::JsValue;
use web_sys::{AbortController, AbortSignal};

use crate::{platform::promise, target::is_of_this_site};
use at_hand::AtHand;
use document::Document;
pub(crate) use document::LoadError;
pub(crate) use fetch::has_document;
use page::{Page, PagePath};
use views::shown::FailureCause;

/// The page at an address; an old address gives the page that took its place.
pub(crate) async fn load(path: PagePath, signal: &AbortSignal) -> Result<Arc<Page>, LoadError> {
    let page = match document_at(&path, signal).await? {
        Document::Page(page) => page,
        Document::Moved(new_path) => match document_at(&new_path, signal).await? {
            Document::Page(page) => page,
            // The publisher never writes a chain: this isn't one of our sites.
            Document::Moved(_) => return Err(LoadError::OpensPlainly),
        },
    };
    if is_of_this_site(&page) { Ok(page) } else { Err(LoadError::OpensPlainly) }
}

/// Whether a page is at hand or on its way.
pub(crate) fn is_known(path: &PagePath) -> bool {
    at_hand::is_known(path)
}

/// Brings a page ahead of its click, unless it is at hand or on its way; a failure is left to the click.
pub(crate) fn prefetch(path: PagePath) {
    if is_known(&path) {
        return;
    }
    // Only a browser that refuses every script has no AbortController.
    let Ok(controller) = AbortController::new() else { return };
    let signal = controller.signal();
    // Kept with the cause when the page couldn't be had, for a click that has joined in the meantime.
    let arrived = promise({
        let path = path.clone();
        async move {
            match fetch::fetch_document(&path, &signal).await {
                Ok(document) => at_hand::keep(path, document.into()),
                Err(error) => {
                    at_hand::forget(&path);
                    if let LoadError::Failed(cause) = error {
                        return Ok(JsValue::from(cause as u32));
                    }
                }
            }
            Ok(JsValue::UNDEFINED)
        }
    });
    at_hand::expect(path, arrived, controller);
}

/// Keeps a page that came with its document.
pub(crate) fn keep(path: PagePath, page: Arc<Page>) {
    at_hand::keep(path, Document::Page(page));
}

async fn document_at(path: &PagePath, signal: &AbortSignal) -> Result<Document, LoadError> {
    if let Some(AtHand::OnItsWay(arrival, controller)) = at_hand::find(path) {
        let _together = fetch::abort_together(signal, controller);
        let failed =
            wasm_bindgen_futures::JsFuture::from(arrival).await.ok().and_then(|cause| cause.as_f64());
        if signal.aborted() {
            return Err(LoadError::Aborted);
        }
        let cause = FailureCause::ALL.into_iter().find(|cause| failed == Some(f64::from(*cause as u32)));
        if let Some(cause) = cause {
            return Err(LoadError::Failed(cause));
        }
    }
    if let Some(AtHand::Here(document)) = at_hand::find(path) {
        return Ok(document);
    }
    let document = Document::from(fetch::fetch_document(path, signal).await?);
    at_hand::keep(path.clone(), document.clone());
    Ok(document)
}
