//! Fetches pages that the visitor is likely to open: pages whose links are in view, and the page whose link a
//! pointer or the focus reaches, for a click often follows some 100 ms later.

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{AbortSignal, Element, HtmlAnchorElement, Window};

use crate::{
    listeners::{self, listen},
    loading, platform,
    target::page_at,
};
use page::PagePath;

/// At most so many pages are fetched for links in view while one page is shown. The visitor opens at most one
/// of them, and downloads all.
const IN_VIEW: usize = 3;

/// The links of the article alone: header and footer have the same links on every page, and few visitors
/// follow them.
const LINKS: &str = "main a[href]";

/// Watches pointer, finger and focus until `stop` fires.
pub(super) fn prefetch_likely_pages(window: &Window, stop: &AbortSignal) {
    for event in ["pointerover", "pointerdown", "focusin"] {
        listen(window, event, stop, |event| {
            let link = event
                .target()
                .and_then(|target| target.dyn_into::<Element>().ok())
                .and_then(|element| element.closest("a[href]").ok().flatten());
            if let Some(link) = link
                && let Some(path) = page_at(&link.unchecked_into::<HtmlAnchorElement>().href())
            {
                loading::prefetch(path);
            }
        });
    }
}

/// Fetches the first pages whose links are in view once the browser is idle, unless the visitor saves data or
/// their connection is slow. Only a finger needs that: a pointer reaches a link long enough before its click.
pub(super) fn prefetch_pages_in_view() {
    if !has_finger() || spares_data() {
        return;
    }
    let fetch = Closure::once_into_js(|| {
        if !listeners::has_stopped() {
            pages_in_view().into_iter().flatten().for_each(loading::prefetch);
        }
    });
    // Without `requestIdleCallback` nothing is fetched ahead of the pointer.
    if let Some(when_idle) = platform::global("requestIdleCallback").dyn_ref::<Function>() {
        let _ = when_idle.call1(&JsValue::UNDEFINED, &fetch);
    }
}

/// Whether the visitor uses a finger rather than a mouse.
fn has_finger() -> bool {
    let coarse = web_sys::window().and_then(|window| window.match_media("(pointer: coarse)").ok().flatten());
    coarse.is_some_and(|query| query.matches())
}

/// Whether data is to be spared (Network Information API): a browser that doesn't say so has a connection
/// that is good enough.
fn spares_data() -> bool {
    let of = |object: &JsValue, name: &str| Reflect::get(object, &name.into()).unwrap_or(JsValue::UNDEFINED);
    let connection = of(&platform::global("navigator"), "connection");
    let speed = of(&connection, "effectiveType").as_string();
    of(&connection, "saveData").is_truthy() || speed.is_some_and(|speed| speed != "4g")
}

/// The first other pages to which links within the window lead. A list of contents leads to the page itself,
/// and a picture and a title often to the same page.
fn pages_in_view() -> Option<Vec<PagePath>> {
    let window = web_sys::window()?;
    let height = window.inner_height().ok()?.as_f64()?;
    let links = window.document()?.query_selector_all(LINKS).ok()?;
    let mut pages = vec![page_at(&window.location().href().ok()?)?];
    for number in 0..links.length() {
        let Some(Ok(link)) = links.get(number).map(JsCast::dyn_into::<HtmlAnchorElement>) else { continue };
        let place = link.get_bounding_client_rect();
        let is_in_view = place.height() > 0.0 && place.top() >= 0.0 && place.bottom() <= height;
        if let Some(path) = page_at(&link.href()).filter(|path| is_in_view && !pages.contains(path)) {
            pages.push(path);
            if pages.len() > IN_VIEW {
                break;
            }
        }
    }
    Some(pages.split_off(1))
}
