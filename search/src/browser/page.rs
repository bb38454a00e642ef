//! Texts of a result from its `page.json`.

use js_sys::{Array, JsString, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::page_texts::{Json, gather};

/// The texts of a page in the contents of its `page.json`, its description last.
pub(super) fn texts(document: &JsValue) -> Vec<String> {
    let page = get(document, "page");
    let mut texts = Vec::new();
    gather(&get(&page, "blocks"), &mut texts);
    texts.push(get(&page, "description").string().unwrap_or_default());
    texts
}

impl Json for JsValue {
    fn string(&self) -> Option<String> {
        self.dyn_ref::<JsString>().map(String::from)
    }

    fn items(&self) -> Option<Vec<JsValue>> {
        self.dyn_ref::<Array>().map(Array::to_vec)
    }

    fn fields(&self) -> Vec<(String, JsValue)> {
        let Some(object) = self.dyn_ref::<Object>() else { return Vec::new() };
        let entries = Object::entries(object).into_iter();
        let pair =
            |entry: JsValue| (entry.unchecked_ref::<Array>().get(0), entry.unchecked_ref::<Array>().get(1));
        entries.map(pair).map(|(name, value)| (name.string().unwrap_or_default(), value)).collect()
    }
}

fn get(value: &JsValue, name: &str) -> JsValue {
    Reflect::get(value, &name.into()).unwrap_or(JsValue::UNDEFINED)
}
