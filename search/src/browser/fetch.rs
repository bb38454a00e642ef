//! Files of the site.

use js_sys::{ArrayBuffer, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortSignal, RequestCache, RequestInit, Response};

/// How long a file may take, in milliseconds.
const LONGEST: u32 = 10_000;

/// A file didn't come: there is none, the server or the connection failed, or it took too long.
#[derive(Debug)]
pub(super) struct NotLoaded;

/// Asks for a file; the answer comes while others are asked for.
pub(super) fn ask(address: &str) -> Option<Promise> {
    ask_with(address, &RequestInit::new())
}

/// Asks for a file that bears the same name in each publication: the server says whether what the browser has is still true.
pub(super) fn ask_anew(address: &str) -> Option<Promise> {
    let options = RequestInit::new();
    options.set_cache(RequestCache::NoCache);
    ask_with(address, &options)
}

fn ask_with(address: &str, options: &RequestInit) -> Option<Promise> {
    options.set_signal(Some(&AbortSignal::timeout_with_u32(LONGEST)));
    Some(web_sys::window()?.fetch_with_str_and_init(address, options))
}

async fn response(asked: Option<Promise>) -> Result<Response, NotLoaded> {
    let answer = JsFuture::from(asked.ok_or(NotLoaded)?).await.map_err(|_| NotLoaded)?;
    let response: Response = answer.dyn_into().map_err(|_| NotLoaded)?;
    if response.ok() { Ok(response) } else { Err(NotLoaded) }
}

/// The bytes of a file that was asked for.
pub(super) async fn bytes(asked: Option<Promise>) -> Result<Vec<u8>, NotLoaded> {
    let buffer = response(asked).await?.array_buffer().map_err(|_| NotLoaded)?;
    let buffer: ArrayBuffer = JsFuture::from(buffer).await.map_err(|_| NotLoaded)?.unchecked_into();
    Ok(Uint8Array::new(&buffer).to_vec())
}

/// The JSON in a file that was asked for.
pub(super) async fn json(asked: Option<Promise>) -> Result<JsValue, NotLoaded> {
    let json = response(asked).await?.json().map_err(|_| NotLoaded)?;
    JsFuture::from(json).await.map_err(|_| NotLoaded)
}
