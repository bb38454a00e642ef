//! The pages that came lately or are on their way.
//!
//! A handful, for a few minutes: enough for "back" and for a link that the pointer touched before, too
//! little to hide the editor's change from a tab that stays open all day.

use std::cell::RefCell;

use js_sys::{Date, Promise};
use web_sys::AbortController;

use super::document::Document;
use page::PagePath;

/// How many pages are kept.
const PAGES: usize = 12;

/// How long a page is kept, in milliseconds.
const KEPT_FOR: f64 = 300_000.0;

/// A page that needn't be asked for.
#[derive(Clone)]
pub(super) enum AtHand {
    /// It is here.
    Here(Document),
    /// The promise is kept when it came or failed; the controller gives it up.
    OnItsWay(Promise, AbortController),
}

struct Entry {
    path: PagePath,
    since: f64,
    page: AtHand,
}

thread_local! {
    static ENTRIES: RefCell<Vec<Entry>> = const { RefCell::new(Vec::new()) };
}

/// What is at hand for an address.
pub(super) fn find(path: &PagePath) -> Option<AtHand> {
    let now = Date::now();
    ENTRIES.with_borrow_mut(|entries| {
        entries.retain(|entry| now - entry.since < KEPT_FOR);
        entries.iter().find(|entry| entry.path == *path).map(|entry| entry.page.clone())
    })
}

/// Whether a page is at hand or on its way.
pub(super) fn is_known(path: &PagePath) -> bool {
    find(path).is_some()
}

/// Keeps a page that came.
pub(super) fn keep(path: PagePath, document: Document) {
    put(path, AtHand::Here(document));
}

/// Notes that a page is on its way.
pub(super) fn expect(path: PagePath, arrival: Promise, controller: AbortController) {
    put(path, AtHand::OnItsWay(arrival, controller));
}

/// Forgets a page that didn't come.
pub(super) fn forget(path: &PagePath) {
    ENTRIES.with_borrow_mut(|entries| entries.retain(|entry| entry.path != *path));
}

/// The newest stands last, so the oldest is the first to go.
fn put(path: PagePath, page: AtHand) {
    forget(&path);
    ENTRIES.with_borrow_mut(|entries| {
        if entries.len() == PAGES {
            entries.remove(0);
        }
        entries.push(Entry { path, since: Date::now(), page });
    });
}
