//! Search on the page: reads the query, loads the files that it needs, shows the results.
//!
//! [`start`] listens. [`fetch`] loads files, [`answer`] finds pages, [`results`] shows them in the document,
//! [`page`] reads the texts of a page from its `page.json` for the excerpt, [`messages`] holds the texts of
//! the interface. No query leaves the browser: the server is asked for files of the index and of pages, as
//! for any other visit.

mod answer;
mod build;
mod document;
mod fetch;
mod messages;
mod page;
mod results;

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{Document, Element, Event, EventTarget, HtmlInputElement, RequestCache, Window};

use crate::{excerpt::excerpt, query::beginning};
use answer::{Answer, Answers};
use document::{address_of, at_hand, field};

thread_local! {
    static ANSWERS: RefCell<Option<Answers>> = const { RefCell::new(None) };
    /// The newest query: the answer to an older one isn't shown.
    static TURN: Cell<u32> = const { Cell::new(0) };
    /// The query whose answer is shown.
    static ANSWERED: Cell<u32> = const { Cell::new(0) };
    /// The timer for a pause in typing.
    static RESTING: Cell<i32> = const { Cell::new(0) };
    /// The visitor pauses typing: a later answer is announced at once.
    static RESTS: Cell<bool> = const { Cell::new(true) };
    /// The answer on screen may grow when the visitor pauses typing.
    static PARTIAL: Cell<bool> = const { Cell::new(false) };
}

/// The time without a keystroke that counts as a pause, in milliseconds.
const REST: i32 = 700;

/// Listens to the search page's field from now on, and answers the query in its address.
pub fn start() {
    let Some(window) = web_sys::window() else { return };
    listen(&window, "input", |event| {
        if let Some(field) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok())
            && field.closest(".search-form").is_ok_and(|form| form.is_some())
        {
            typed(&field.value());
        }
    });
    // Connected again: what failed is tried once more.
    listen(&window, "online", |_| {
        if let Some((_, document)) = at_hand().filter(|(_, document)| results::tells_failure(document)) {
            ask_again(&document, 0);
        }
    });
    listen(&window, "click", |event| {
        // Before the way to a result begins: to write an address later would give that up.
        rest();
        if let Some((more, (_, document))) = results::asked_by_click(&event).zip(at_hand()) {
            ask_again(&document, more);
        }
    });
    listen(&window, "change", |event| {
        if let Some((_, document)) = at_hand().filter(|_| results::is_filter(&event)) {
            ask_again(&document, 0);
        }
    });
    if let Ok(navigation) = js_sys::Reflect::get(&window, &"navigation".into())
        && let Ok(navigation) = navigation.dyn_into::<EventTarget>()
    {
        listen(&navigation, "navigatesuccess", |_| look_at_the_address());
    }
    // Typed before this module was there, it is newer than the address.
    let typed_before = at_hand().and_then(|(_, document)| field(&document)).map(|field| field.value());
    match typed_before.filter(|text| !text.trim().is_empty() && *text != asked(&window)) {
        Some(text) => typed(&text),
        None => look_at_the_address(),
    }
}

fn listen(target: &EventTarget, event: &str, listener: impl Fn(Event) + 'static) {
    let listener = Closure::<dyn Fn(Event)>::new(listener).into_js_value();
    // Fails only for a listener that isn't a function.
    let _ = target.add_event_listener_with_callback(event, listener.unchecked_ref());
}

/// The search page was opened with a query in its address, as from the field in the header or from a link.
fn look_at_the_address() {
    let Some((window, document)) = at_hand() else { return };
    if results::place(&document).is_none() {
        return;
    }
    let asked = asked(&window);
    if let Some(field) = field(&document) {
        if asked.trim().is_empty() {
            if field.value().trim().is_empty() {
                // Pending requests belong to a query on another page.
                next_turn();
            }
            return;
        }
        if field.value() != asked {
            field.set_value(&asked);
        }
        if results::is_empty(&document) && !asked.trim().is_empty() {
            ask(&asked, 0);
        }
    }
}

/// The query in the address; empty where there is none.
fn asked(window: &Window) -> String {
    let search = window.location().search().unwrap_or_default();
    let parameters = web_sys::UrlSearchParams::new_with_str(&search).ok();
    let asked = parameters.and_then(|parameters| parameters.get("q")).unwrap_or_default();
    beginning(&asked).to_owned()
}

/// Answers at once; when typing rests, the address follows and the number of results is spoken.
fn typed(text: &str) {
    let Some(window) = web_sys::window() else { return };
    window.clear_timeout_with_handle(RESTING.get());
    RESTS.set(false);
    ask(text, 0);
    // Not `once_into_js`: the next letter ends the timer, and what is never called would be kept for ever.
    let rest = Closure::once(|| {
        rest();
        // A pending answer is announced when it arrives.
        if let Some((_, document)) = at_hand().filter(|_| ANSWERED.get() == TURN.get()) {
            speak_or_look_further(&document);
        }
    })
    .into_js_value();
    if let Ok(timer) =
        window.set_timeout_with_callback_and_timeout_and_arguments_0(rest.unchecked_ref(), REST)
    {
        RESTING.set(timer);
    }
}

/// Announces the number of results, or first completes a search that was shortened during typing.
fn speak_or_look_further(document: &Document) {
    if PARTIAL.get() {
        ask_again(document, 0);
    } else {
        results::speak(document);
    }
}

/// The visitor has paused, or follows a result: the address becomes that of the query.
fn rest() {
    let Some((window, document)) = at_hand() else { return };
    window.clear_timeout_with_handle(RESTING.get());
    if RESTS.replace(true) {
        return;
    }
    if let (Some(field), Ok(history)) = (field(&document), window.history()) {
        // Refused only for another origin.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&address_of(&field.value())));
    }
}

/// Answers what stands in the field once more.
fn ask_again(document: &Document, more: u32) {
    if let Some(field) = field(document) {
        ask(&field.value(), more);
    }
}

/// Answers a query and shows its results: the first part of the list and `more` further parts. If a newer
/// query starts meanwhile, only that one is answered.
fn ask(text: &str, more: u32) {
    let turn = next_turn();
    if text.trim().is_empty() {
        if let Some((_, document)) = at_hand() {
            results::clear(&document);
        }
        return;
    }
    let text = text.to_owned();
    wasm_bindgen_futures::spawn_local(async move {
        breathe().await;
        let wanted = || TURN.get() == turn;
        let Some((_, document)) = at_hand().filter(|_| wanted()) else { return };
        let known = ANSWERS.take().filter(|answers| answers.are_of(&document));
        let mut answers = known.unwrap_or_else(|| Answers::new(&document));
        let chosen = results::chosen(&document);
        let answer = answers.answer(&text, &chosen, more, RESTS.get(), wanted).await;
        ANSWERS.set(Some(answers));
        if !wanted() {
            return;
        }
        match answer {
            Ok(Some(answer)) => {
                results::show(&document, &text, &answer, more);
                ANSWERED.set(turn);
                PARTIAL.set(answer.is_partial);
                if RESTS.get() {
                    speak_or_look_further(&document);
                }
                let answer = Rc::new(answer);
                results::when_seen(&document, move |place| {
                    wasm_bindgen_futures::spawn_local(fill(place, answer.clone()));
                });
            }
            // A newer query has started meanwhile.
            Ok(None) => {}
            Err(_) => results::tell_failure(&document),
        }
    });
}

/// Loads a result's page and shows its excerpt in the space reserved for it; without its page the space goes.
async fn fill(place: Element, answer: Rc<Answer>) {
    let Some(address) = results::address(&place) else { return };
    let Some(texts) =
        answer::texts_of(fetch::ask(&(address.clone() + "page.json"), RequestCache::Default)).await
    else {
        return results::leave_no_room(&place);
    };
    let marks = answer.marks();
    // The results of an older answer are no longer in the document.
    results::fill(place, &excerpt(&texts, |word| marks.which(word)));
    ANSWERS.with_borrow_mut(|answers| {
        if let Some(answers) = answers {
            answers.keep(&address, texts);
        }
    });
}

/// Starts a newer query: the answers to older ones are no longer shown.
fn next_turn() -> u32 {
    let turn = TURN.get() + 1;
    TURN.set(turn);
    turn
}

/// Lets the browser do first what waits longer, such as showing the letter that was typed (W3C Prioritized
/// Task Scheduling §2.1, `scheduler.yield`); a browser that doesn't know it goes on at once.
async fn breathe() {
    let get = |value: &JsValue, name: &str| js_sys::Reflect::get(value, &name.into()).ok();
    let yielded = || {
        let scheduler = get(&web_sys::window()?.into(), "scheduler")?;
        let wait: js_sys::Function = get(&scheduler, "yield")?.dyn_into().ok()?;
        wait.call0(&scheduler).ok()?.dyn_into::<js_sys::Promise>().ok()
    };
    if let Some(yielded) = yielded() {
        // `yield` doesn't reject here; after a rejection the search would go on just the same.
        let _ = wasm_bindgen_futures::JsFuture::from(yielded).await;
    }
}
