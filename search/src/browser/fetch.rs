//! Files of the site.

use std::{cell::RefCell, pin::Pin};

use js_sys::{ArrayBuffer, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, RequestCache, RequestInit, Response};

/// How long a file may take, in milliseconds.
const LONGEST: i32 = 10_000;

/// A file didn't come: there is none, the server or the connection failed, or it took too long.
#[derive(Debug)]
pub(super) struct NotLoaded;

thread_local! {
    /// What is on its way, by its address: a newer question that needs the same waits for the same answer.
    static UNDER_WAY: RefCell<Vec<(String, Promise)>> = const { RefCell::new(Vec::new()) };
}

/// Asks for a file; the answer comes while others are asked for.
pub(super) fn ask(address: &str) -> Option<Promise> {
    under_way(address).or_else(|| ask_with(address, &RequestInit::new()))
}

/// Asks for a file that bears the same name in each publication: the server says whether what the browser has is still true.
pub(super) fn ask_anew(address: &str) -> Option<Promise> {
    under_way(address).or_else(|| asked_ahead(address)).or_else(|| {
        let options = RequestInit::new();
        options.set_cache(RequestCache::NoCache);
        ask_with(address, &options)
    })
}

fn under_way(address: &str) -> Option<Promise> {
    let known = |(known, asked): &(String, Promise)| (known == address).then(|| asked.clone());
    UNDER_WAY.with_borrow(|under_way| under_way.iter().find_map(known))
}

/// What `public/start.js` has asked for while this module was on its way, if it is this; once.
fn asked_ahead(address: &str) -> Option<Promise> {
    let global = js_sys::global();
    let ahead = js_sys::Reflect::get(&global, &"seutuIndex".into()).ok()?;
    js_sys::Reflect::set(&global, &"seutuIndex".into(), &JsValue::NULL).ok()?;
    let of = |name: &str| js_sys::Reflect::get(&ahead, &name.into()).ok();
    of("address").filter(|known| known == address)?;
    let asked: Promise = of("asked")?.dyn_into().ok()?;
    // It only ever ends well.
    Some(keep(address, Box::pin(async { JsFuture::from(asked).await.unwrap_or(JsValue::NULL) })))
}

fn ask_with(address: &str, options: &RequestInit) -> Option<Promise> {
    // Browsers got `AbortSignal.timeout` later than all else that is used here.
    let controller = AbortController::new().ok()?;
    options.set_signal(Some(&controller.signal()));
    let window = web_sys::window()?;
    let asked = window.fetch_with_str_and_init(address, options);
    let give_up = Closure::once_into_js(move || controller.abort());
    let timer =
        window.set_timeout_with_callback_and_timeout_and_arguments_0(give_up.unchecked_ref(), LONGEST).ok();
    let answer = async move {
        let answer = whole(asked).await;
        if let Some(timer) = timer {
            window.clear_timeout_with_handle(timer);
        }
        // A refused promise for which nobody waits any more would be reported as an error of the page.
        answer.map_or(JsValue::NULL, JsValue::from)
    };
    Some(keep(address, Box::pin(answer)))
}

/// Lets whoever needs the same file wait for the same answer until it comes.
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

/// All of an answer.
async fn whole(asked: Promise) -> Result<ArrayBuffer, NotLoaded> {
    let answer = JsFuture::from(asked).await.map_err(|_| NotLoaded)?;
    let response: Response = answer.dyn_into().map_err(|_| NotLoaded)?;
    if !response.ok() {
        return Err(NotLoaded);
    }
    let buffer = response.array_buffer().map_err(|_| NotLoaded)?;
    Ok(JsFuture::from(buffer).await.map_err(|_| NotLoaded)?.unchecked_into())
}

/// The bytes of a file that was asked for.
pub(super) async fn bytes(asked: Option<Promise>) -> Result<Vec<u8>, NotLoaded> {
    let buffer = JsFuture::from(asked.ok_or(NotLoaded)?).await.map_err(|_| NotLoaded)?;
    if buffer.is_null() { Err(NotLoaded) } else { Ok(Uint8Array::new(&buffer).to_vec()) }
}

/// The JSON in a file that was asked for.
pub(super) async fn json(asked: Option<Promise>) -> Result<JsValue, NotLoaded> {
    let text = String::from_utf8(bytes(asked).await?).map_err(|_| NotLoaded)?;
    js_sys::JSON::parse(&text).map_err(|_| NotLoaded)
}
