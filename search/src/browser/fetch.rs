//! Files of the site.

use std::{cell::RefCell, pin::Pin};

use js_sys::{ArrayBuffer, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, RequestCache, RequestInit, Response};

/// The time limit for a file, in milliseconds.
const LONGEST: i32 = 10_000;

/// A file couldn't be loaded: it doesn't exist, the server or the connection failed, the time limit passed,
/// or something else came.
#[derive(Debug)]
pub(super) struct NotLoaded;

thread_local! {
    /// Pending requests by address: a newer query that needs the same file waits for the same answer.
    static UNDER_WAY: RefCell<Vec<(String, Promise)>> = const { RefCell::new(Vec::new()) };
}

/// Requests a file without waiting for the answer: from the browser's cache, or past it.
pub(super) fn ask(address: &str, cache: RequestCache) -> Promise {
    under_way(address).unwrap_or_else(|| keep(address, Box::pin(request(address.to_owned(), cache))))
}

fn under_way(address: &str) -> Option<Promise> {
    let known = |(known, asked): &(String, Promise)| (known == address).then(|| asked.clone());
    UNDER_WAY.with_borrow(|under_way| under_way.iter().find_map(known))
}

/// The request for this file that is under way, or that `public/start.js` made while this module was loading.
pub(super) fn asked_ahead(address: &str) -> Option<Promise> {
    under_way(address).or_else(|| {
        let global = js_sys::global();
        let ahead = js_sys::Reflect::get(&global, &AHEAD.into()).ok()?;
        js_sys::Reflect::set(&global, &AHEAD.into(), &JsValue::NULL).ok()?;
        let of = |name: &str| js_sys::Reflect::get(&ahead, &name.into()).ok();
        of("address").filter(|known| known == address)?;
        let asked: Promise = of("asked")?.dyn_into().ok()?;
        // The promise never rejects.
        Some(keep(address, Box::pin(async { JsFuture::from(asked).await.unwrap_or(JsValue::NULL) })))
    })
}

/// Under which name `public/start.js` leaves that request.
const AHEAD: &str = "seutuIndex";

/// The whole body of a file; null where it doesn't come. A rejected promise without a handler would be
/// reported as an error of the page.
async fn request(address: String, cache: RequestCache) -> JsValue {
    // `AbortSignal.timeout` is newer in browsers than all other functions used here.
    let (Ok(controller), Some(window)) = (AbortController::new(), web_sys::window()) else {
        return JsValue::NULL;
    };
    let options = RequestInit::new();
    options.set_cache(cache);
    options.set_signal(Some(&controller.signal()));
    // Not `once_into_js`, which keeps for ever what is never called: the timer mostly isn't.
    let give_up = Closure::once(move || controller.abort()).into_js_value();
    let timer =
        window.set_timeout_with_callback_and_timeout_and_arguments_0(give_up.unchecked_ref(), LONGEST).ok();
    let answer = whole(|| window.fetch_with_str_and_init(&address, &options)).await;
    if let Some(timer) = timer {
        window.clear_timeout_with_handle(timer);
    }
    answer.map_or(JsValue::NULL, JsValue::from)
}

/// Shares a pending request among all queries that need its file.
fn keep(address: &str, answer: Pin<Box<dyn Future<Output = JsValue>>>) -> Promise {
    let address = address.to_owned();
    let kept = address.clone();
    let answer = wasm_bindgen_futures::future_to_promise(async move {
        let answer = answer.await;
        UNDER_WAY.with_borrow_mut(|under_way| under_way.retain(|(known, _)| *known != address));
        Ok(answer)
    });
    UNDER_WAY.with_borrow_mut(|under_way| under_way.push((kept, answer.clone())));
    answer
}

/// How often a file is requested that isn't there. While a content delivery network goes over to another
/// publication, some of its machines have a file and others don't.
const TRIES: u32 = 3;

/// The whole body of an answer.
async fn whole(request: impl Fn() -> Promise) -> Result<ArrayBuffer, NotLoaded> {
    for _ in 0..TRIES {
        let answer = JsFuture::from(request()).await.map_err(|_| NotLoaded)?;
        let response: Response = answer.dyn_into().map_err(|_| NotLoaded)?;
        if response.ok() {
            let buffer = response.array_buffer().map_err(|_| NotLoaded)?;
            return Ok(JsFuture::from(buffer).await.map_err(|_| NotLoaded)?.unchecked_into());
        }
        if response.status() != 404 {
            break;
        }
    }
    Err(NotLoaded)
}

/// The bytes of a requested file.
pub(super) async fn bytes(asked: Promise) -> Result<Vec<u8>, NotLoaded> {
    let buffer = JsFuture::from(asked).await.map_err(|_| NotLoaded)?;
    if buffer.is_null() { Err(NotLoaded) } else { Ok(Uint8Array::new(&buffer).to_vec()) }
}

/// The JSON of a requested file.
pub(super) async fn json(asked: Promise) -> Result<JsValue, NotLoaded> {
    let text = String::from_utf8(bytes(asked).await?).map_err(|_| NotLoaded)?;
    js_sys::JSON::parse(&text).map_err(|_| NotLoaded)
}
