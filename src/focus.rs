//! Where the visitor is on a page: focus and scrolling, before and after a change of page.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, FocusOptions, HtmlElement};

/// Whether the visitor is at the message about a page that didn't come.
pub(crate) fn failure_has_focus() -> bool {
    find(".failure:focus-within").is_some()
}

pub(crate) fn find(selector: &str) -> Option<Element> {
    web_sys::window()?.document()?.query_selector(selector).ok().flatten()
}

/// A menu or panel has done its work once it has led to another page.
pub(crate) fn close_what_lies_over_the_page() {
    // A browser without popovers doesn't know the selector, and has nothing to close.
    if let Some(open) = find(":popover-open") {
        let open: HtmlElement = open.unchecked_into();
        let _ = open.hide_popover();
    }
}

/// Closes a menu or panel when the focus goes on to the page under it, where nobody would see it (WCAG
/// 2.4.11).
pub(crate) fn close_what_the_focus_has_left(event: &Event) {
    let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
    let Some(open) = find(":popover-open") else { return };
    let is_its_button = target.get_attribute("popovertarget").is_some_and(|id| id == open.id());
    if !is_its_button && !open.contains(Some(&target)) {
        let open: HtmlElement = open.unchecked_into();
        let _ = open.hide_popover();
    }
}

/// Takes the focus from what is about to be removed. Removing an element that has it would make the browser
/// lay out the old and the new page together, to no purpose: 7 of 9 ms of a change of page were spent on
/// that.
pub(crate) fn release_focus_of_old_content() {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    let in_content = |element: &Element| element.closest("main").is_ok_and(|main| main.is_some());
    if let Some(focused) = document.active_element().filter(in_content) {
        let focused: HtmlElement = focused.unchecked_into();
        // An element that can't lose the focus hasn't got it.
        let _ = focused.blur();
    }
}

/// Scrolls to a place, as to the top of a page that nobody has read yet. The platform's own scrolling
/// ("after-transition") leads to anchors and back to where the visitor was; Chromium up to 148 leaves a page
/// without an anchor where the one before it was.
pub(crate) fn scroll_to(place: f64) {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, place);
    }
}

/// Keeps the document high enough for a place on it, until [`let_go_of_place`]. The browser notes where the
/// old page was scrolled to when the address changes; a frame before that, as a cross-fade has, would move a
/// lower page up, and Firefox would note that.
pub(crate) fn hold_place(place: f64) {
    let Some(root) = root() else { return };
    // What writes fractions would be a third of the application's second part. The policy forbids the
    // attribute in markup, not this.
    let height = format!("calc(100vh + {}px)", place.ceil() as u32);
    let _ = root.unchecked_into::<HtmlElement>().style().set_property("min-height", &height);
}

/// Lets the document be as high as its page again.
pub(crate) fn let_go_of_place() {
    // Asked for first: of an attribute that nobody has asked for, Chromium leaves an empty one.
    if let Some(root) = root().filter(|root| root.has_attribute("style")) {
        let _ = root.remove_attribute("style");
    }
}

fn root() -> Option<Element> {
    web_sys::window()?.document()?.document_element()
}

/// Moves the focus to what the address names, or else to the new `h1`: that is how assistive technology
/// hears of the new page, once. The platform does the scrolling.
pub(crate) fn focus_new_content() {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    let anchor = document.location().and_then(|location| location.hash().ok()).and_then(|hash| {
        let name = hash.strip_prefix('#')?;
        // As it stands, and then decoded (HTML §7.4.6.4, "find a potential indicated element").
        let decoded = || js_sys::decode_uri_component(name).ok().map(String::from);
        document.get_element_by_id(name).or_else(|| document.get_element_by_id(&decoded()?))
    });
    let heading = || document.query_selector("main h1").ok().flatten();
    let Some(target) = anchor.or_else(heading) else { return };
    let target: HtmlElement = target.unchecked_into();
    if !target.has_attribute("tabindex") {
        target.set_tab_index(-1);
    }
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    // An element without focus is no failure of the page.
    let _ = target.focus_with_options(&options);
}
