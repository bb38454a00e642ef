//! Texts of a result from its `page.json`.

use js_sys::{Array, JsString, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::page_names::{OF_OTHERS, SPANS, TEXTS};

/// The texts of a page in the contents of its `page.json`, its description last.
pub(super) fn texts(document: &JsValue) -> Vec<String> {
    let page = get(document, "page");
    let mut texts = Vec::new();
    gather(&get(&page, "blocks"), &mut texts);
    texts.push(text(&get(&page, "description")));
    texts
}

/// The texts of blocks in their order: each paragraph, item, cell is one.
fn gather(value: &JsValue, texts: &mut Vec<String>) {
    if Array::is_array(value) {
        let is_text = array(value).next().is_some_and(|first| is_span(&first));
        if is_text {
            texts.push(flat(value));
        } else {
            array(value).for_each(|inner| gather(&inner, texts));
        }
        return;
    }
    let Some(object) = value.dyn_ref::<Object>() else { return };
    for entry in Object::entries(object).iter() {
        let entry: Array = entry.unchecked_into();
        let (name, inner) = (text(&entry.get(0)), entry.get(1));
        // Other pages' words, and what isn't text.
        if OF_OTHERS.contains(&name.as_str()) {
            continue;
        }
        if inner.is_string() {
            if TEXTS.contains(&name.as_str()) {
                texts.push(text(&inner));
            }
        } else {
            gather(&inner, texts);
        }
    }
}

fn is_span(value: &JsValue) -> bool {
    if value.is_string() {
        return text(value) == "break";
    }
    let Some(object) = value.dyn_ref::<Object>() else { return false };
    let keys = Object::keys(object);
    // An item of a list has its text under this name, too, and that is no string.
    let name = text(&keys.get(0));
    keys.length() == 1 && SPANS.contains(&name.as_str()) && (name != "text" || get(value, "text").is_string())
}

/// The words of spans, without their markup.
fn flat(value: &JsValue) -> String {
    if value.is_string() {
        let words = text(value);
        return if words == "break" { " ".to_owned() } else { words };
    }
    if Array::is_array(value) {
        return array(value).map(|span| flat(&span)).collect();
    }
    for name in SPANS {
        let inner = get(value, name);
        if inner.is_undefined() {
            continue;
        }
        return match name {
            "link" | "date" => flat(&get(&inner, "text")),
            // The short form; the long one is only shown on request.
            "abbreviation" => text(&array(&inner).next().unwrap_or(JsValue::UNDEFINED)),
            "foreign" => array(&inner).nth(1).map(|spans| flat(&spans)).unwrap_or_default(),
            _ => flat(&inner),
        };
    }
    String::new()
}

fn get(value: &JsValue, name: &str) -> JsValue {
    Reflect::get(value, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

fn array(value: &JsValue) -> impl Iterator<Item = JsValue> + use<> {
    let array = if Array::is_array(value) { value.clone().unchecked_into() } else { Array::new() };
    (0..array.length()).map(move |place| array.get(place))
}

fn text(value: &JsValue) -> String {
    value.dyn_ref::<JsString>().map(String::from).unwrap_or_default()
}
