//! The second part of the application: what only a visitor who acts needs. `public/start.js` brings it at
//! their first sign.
//!
//! `xtask/src/shell/split/` puts into a module of its own whatever only the functions of this file lead to:
//! changing pages, reading aloud, printing. The first part reaches it through these functions alone. One that
//! were called before the second part is there would end in a trap, so they are called where `start` leaves
//! them to `public/start.js`, or where only the second part can have brought about that they are needed. They
//! are never inlined, and no other function stands here: the build looks for them by their names.

use web_sys::{AbortSignal, HtmlElement};

use crate::{actions, navigation, read_aloud, start, state::State};

/// Follows the visitor: their links and the buttons that the first part doesn't answer.
#[inline(never)]
pub(crate) fn follow(state: State, stop: &AbortSignal) {
    actions::answer_in_second_part(state, stop);
    navigation::follow_links(state, stop);
}

/// Begins in a document without a page that can be read.
#[inline(never)]
pub(crate) fn begin_without_page(root: HtmlElement, stop: AbortSignal) {
    wasm_bindgen_futures::spawn_local(start::begin_without_page(root, stop));
}

/// Ends the reading aloud, which the second part has begun.
#[inline(never)]
pub(crate) fn stop_reading(state: State) {
    read_aloud::stop(state);
}
