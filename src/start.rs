//! Takes over a document: hydrates a snapshot, or mounts in an empty shell.

use std::sync::Arc;

use any_spawner::Executor;
use leptos::{
    mount,
    prelude::*,
    tachys::{
        hydration::Cursor,
        view::{PositionState, RenderHtml},
    },
};
use wasm_bindgen::{JsCast, closure::Closure, throw_val};
use web_sys::{AbortController, AbortSignal, Document, Element, HtmlElement};

use crate::{
    actions, head, listeners,
    loading::{self, LoadError},
    now,
    page_time::Stopwatch,
    panic, preferences, read_aloud, second,
    state::State,
    target,
};
use page::{
    Page, PageDocument,
    decode::Unreadable,
    document::{EMBEDDED_PAGE_ID, VIEW_ROOT_ID},
};
use views::{
    VIEW_CLASS, portal,
    shown::{Action, Failure, FailureCause, Portal, page_time::Since},
};

/// Starts the application in the document it was loaded into.
///
/// A document without the view root isn't one of ours and stays as it is.
pub fn start() {
    panic::require(Box::new(begin));
}

fn begin() {
    let listeners = AbortController::new().unwrap_or_else(|missing| throw_val(missing));
    let stop = listeners.signal();
    panic::give_back_when_broken(listeners, &stop);
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    let Some(root) = document.get_element_by_id(VIEW_ROOT_ID) else { return };
    let root: HtmlElement = root.unchecked_into();
    let stopwatch = Stopwatch::loaded(Since::Navigation, 0.0);
    match embedded_page(&document) {
        Some(page) => {
            go_on_with(NEXT, move || {
                let state = new_state(Some(Arc::new(page)));
                if stands_alone_in(&root) {
                    adopt(&root, state);
                } else {
                    mount_in(root, state);
                }
                go_on_with(NEXT, move || {
                    take_over(state, stopwatch, &stop);
                    go_on_with(LATER, move || second::follow(state, &stop));
                });
            });
        }
        None => go_on_with(AT_ONCE, move || second::begin_without_page(root, stop)),
    }
}

/// Loads the page of the address and shows it, or why it didn't come.
pub(crate) async fn begin_without_page(root: HtmlElement, stop: AbortSignal) {
    let (page, failure) = match page_of_this_address(&stop).await {
        Ok(page) => (Some(page), None),
        Err(failure) => (None, Some(failure)),
    };
    // A snapshot whose embedded page is damaged stays readable when its `page.json` doesn't come either.
    let readable = root.query_selector("h1").is_ok_and(|heading| heading.is_some());
    if page.is_none() && readable {
        web_sys::console::warn_1(&"Seutu: neither the embedded page nor page.json can be read".into());
        panic::give_back();
        return;
    }
    let stopwatch = Stopwatch::loaded(Since::Navigation, 0.0);
    if let Some(page) = &page {
        head::follow(page);
    }
    let state = new_state(page);
    state.update(|shown| shown.failure = failure);
    mount_in(root, state);
    take_over(state, stopwatch, &stop);
    second::follow(state, &stop);
}

/// A step that `public/start.js` takes as soon as the browser has answered the visitor.
const NEXT: &str = "seutuNext";

/// One that needs the second part, and waits for the visitor's first sign.
const LATER: &str = "seutuLater";

/// One that needs the second part at once.
const AT_ONCE: &str = "seutuAtOnce";

/// Leaves a step of the start to `public/start.js`, by the name under which that looks for it.
fn go_on_with(when: &str, step: impl FnOnce() + 'static) {
    let step = Closure::once_into_js(move || {
        if !listeners::has_stopped() {
            panic::require(Box::new(step));
        }
    });
    // The global object takes any property.
    let _ = js_sys::Reflect::set(&js_sys::global(), &when.into(), &step);
}

/// Whether the view root holds the view as it was published: an extension may have put something before or
/// around it.
fn stands_alone_in(root: &HtmlElement) -> bool {
    let children = root.child_nodes();
    let view = children.get(0).and_then(|view| view.dyn_into::<Element>().ok());
    children.length() == 1 && view.is_some_and(|view| view.class_name() == VIEW_CLASS)
}

/// Makes the view in a document ours. Leptos' own `hydrate_from` looks for data that a server has streamed
/// besides, which a portal has none of and each visitor would load.
fn adopt(root: &HtmlElement, state: State) {
    // Fails only where it is done already.
    let _ = Executor::init_wasm_bindgen();
    let owner = Owner::new_root(None);
    let view = move || state.with(portal);
    let shown =
        owner.with(|| view.hydrate::<true>(&Cursor::new(root.clone().into()), &PositionState::default()));
    // It lives as long as the document does.
    std::mem::forget((owner, shown));
}

fn mount_in(root: HtmlElement, state: State) {
    root.set_text_content(None);
    mount::mount_to(root, move || move || state.with(portal)).forget();
}

/// The page embedded in a snapshot; none in an empty shell, and none where it is damaged.
fn embedded_page(document: &Document) -> Option<Page> {
    let text = document.get_element_by_id(EMBEDDED_PAGE_ID)?.text_content()?;
    match PageDocument::read(&text) {
        Ok(PageDocument::Page(page)) => Some(page),
        Ok(PageDocument::Moved(_)) => None,
        Err(fault) => {
            // Said in fixed words: to write numbers takes a kilobyte that every visitor would load.
            let fault = match fault {
                Unreadable::Json(_) => "Seutu: the embedded page isn't JSON",
                Unreadable::Model => "Seutu: the embedded page isn't a page",
                Unreadable::Version => "Seutu: the embedded page is of another version",
            };
            web_sys::console::warn_1(&fault.into());
            None
        }
    }
}

async fn page_of_this_address(stop: &AbortSignal) -> Result<Arc<Page>, Failure> {
    let address = web_sys::window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    let failed = |cause| Failure { address: address.clone(), cause, again: Action::TryAgain };
    let path = target::page_at(&address).ok_or_else(|| failed(FailureCause::Missing))?;
    loading::load(path, stop).await.map_err(|error| match error {
        LoadError::Failed(cause) => failed(cause),
        // A document brings the application of its own version: this one is left from before.
        LoadError::OpensPlainly => failed(FailureCause::Unreadable),
        LoadError::Aborted => failed(FailureCause::Offline),
    })
}

/// What depends on the visitor is applied only now: the first rendering is the same for everybody.
fn take_over(state: State, stopwatch: Stopwatch, stop: &AbortSignal) {
    let conveniences: [fn(State, &AbortSignal); 3] =
        [now::follow, preferences::follow, read_aloud::follow_voices];
    for follow in conveniences {
        let stop = stop.clone();
        panic::attempt(Box::new(move || follow(state, &stop)));
    }
    actions::answer(state, stop);
    stopwatch.rendered().tell_when_shown(state);
}

/// A signal that lives as long as the document does.
fn new_state(page: Option<Arc<Page>>) -> State {
    let owner = Owner::new_root(None);
    let state = owner.with(|| RwSignal::new(Portal::first(page)));
    std::mem::forget(owner);
    state
}
