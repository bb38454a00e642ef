//! The document in which is searched: its field, and the address of a question.

use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlInputElement, Window};

/// The attribute of the document's root by which `public/start.js` leaves every way to the browser.
pub(super) const OUTDATED: &str = "data-outdated";

/// From now on the browser itself opens whatever comes next.
pub(super) fn let_the_document_be_outdated() {
    if let Some(root) = at_hand().and_then(|(_, document)| document.document_element()) {
        // The name is ours and valid.
        let _ = root.set_attribute(OUTDATED, "");
    }
}

pub(super) fn at_hand() -> Option<(Window, Document)> {
    let window = web_sys::window()?;
    let document = window.document()?;
    Some((window, document))
}

pub(super) fn field(document: &Document) -> Option<HtmlInputElement> {
    document.query_selector(".search-form input").ok().flatten()?.dyn_into().ok()
}

/// The address of the search page with a question.
pub(super) fn address_of(text: &str) -> String {
    match web_sys::UrlSearchParams::new() {
        Ok(parameters) if !text.trim().is_empty() => {
            parameters.set("q", text);
            "?".to_owned() + &String::from(parameters.to_string())
        }
        _ => "?".to_owned(),
    }
}
