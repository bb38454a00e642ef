//! Fetches pages that the visitor is likely to open: pages whose links are in view where scrolling has ended,
//! and the page whose link a pointer or the focus reaches, for a click often follows some 100 ms later.

use std::cell::Cell;

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{AbortSignal, Element, HtmlAnchorElement, Window};

use crate::{
    listeners::{self, listen},
    loading, platform,
    target::page_at,
};
use page::PagePath;

/// How many pages are fetched at a time for links in view, and how many while one page is shown. The visitor
/// opens at most one of them, and downloads all.
const IN_VIEW: usize = 3;
const PER_PAGE: usize = 6;

thread_local! {
    /// How many pages may still be fetched for links in view of the page that is shown.
    static LEFT: Cell<usize> = const { Cell::new(PER_PAGE) };
}

/// The links of the article alone: header and footer have the same links on every page, and few visitors
/// follow them.
const LINKS: &str = "main a[href]";

/// Watches pointer, finger, focus and scrolling until `stop` fires.
pub(super) fn prefetch_likely_pages(window: &Window, stop: &AbortSignal) {
    listen(window, "scrollend", stop, |_| prefetch_when_idle());
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

/// Fetches pages whose links are in view once the browser is idle, unless the visitor saves data or their
/// connection is slow. Only a finger needs that: a pointer reaches a link long enough before its click.
pub(super) fn prefetch_pages_in_view() {
    LEFT.set(PER_PAGE);
    prefetch_when_idle();
}

fn prefetch_when_idle() {
    if !has_finger() || spares_data() || LEFT.get() == 0 {
        return;
    }
    let fetch = Closure::once_into_js(|| {
        if !listeners::has_stopped() {
            let pages = pages_in_view(LEFT.get().min(IN_VIEW)).unwrap_or_default();
            LEFT.set(LEFT.get() - pages.len());
            pages.into_iter().for_each(loading::prefetch);
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

/// The first other pages to which links within the window lead, at most so many, without those at hand. A
/// list of contents leads to the page itself, and a picture and a title often to the same page.
fn pages_in_view(most: usize) -> Option<Vec<PagePath>> {
    let window = web_sys::window()?;
    let height = window.inner_height().ok()?.as_f64()?;
    let links = window.document()?.query_selector_all(LINKS).ok()?;
    let here = page_at(&window.location().href().ok()?)?;
    let mut pages = Vec::new();
    for number in 0..links.length() {
        let Some(Ok(link)) = links.get(number).map(JsCast::dyn_into::<HtmlAnchorElement>) else { continue };
        let place = link.get_bounding_client_rect();
        let is_in_view = place.height() > 0.0 && place.top() >= 0.0 && place.bottom() <= height;
        let is_new = |path: &PagePath| *path != here && !pages.contains(path) && !loading::is_known(path);
        if let Some(path) = page_at(&link.href()).filter(|path| is_in_view && is_new(path)) {
            pages.push(path);
            if pages.len() == most {
                break;
            }
        }
    }
    Some(pages)
}
