//! What `page.json` says of a page that was found.

use js_sys::{Array, JsString, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::{
    excerpt::{Piece, excerpt},
    marks::Marks,
};

/// A page that was found, as it is shown.
pub(super) struct FoundPage {
    /// Its address.
    pub(super) address: String,
    /// Its title.
    pub(super) title: String,
    /// The name of its kind in the page model.
    pub(super) kind: String,
    /// Its day in words: "Hakuaika päättyy 8.12.2006".
    pub(super) date: Option<String>,
    /// The names of the pages above it.
    pub(super) way: String,
    /// A few words of it.
    pub(super) excerpt: Vec<Piece>,
}

impl FoundPage {
    /// The page in the contents of its `page.json`.
    pub(super) fn new(address: String, document: &JsValue, marks: &Marks<'_>) -> FoundPage {
        let page = get(document, "page");
        let mut way: Vec<String> =
            array(&get(&page, "breadcrumb")).map(|part| text(&get(&part, "name"))).collect();
        way.pop();
        let blocks = get(&page, "blocks");
        let mut texts = Vec::new();
        gather(&blocks, &mut texts);
        let description = text(&get(&page, "description"));
        let texts: Vec<&str> = texts.iter().chain([&description]).map(String::as_str).collect();
        FoundPage {
            address,
            title: text(&get(&page, "title")),
            kind: text(&get(&page, "kind")),
            date: date(&page, &blocks),
            way: way.join(" : "),
            excerpt: excerpt(&texts, |word| marks.which(word)),
        }
    }
}

/// The first date of a news item's, a call's or an event's facts, with what it means.
fn date(page: &JsValue, blocks: &JsValue) -> Option<String> {
    let dated = ["news", "call", "event"].contains(&text(&get(page, "kind")).as_str());
    let facts =
        array(blocks).filter(|_| dated).map(|block| get(&block, "facts")).find(|facts| facts.is_object())?;
    let fact = array(&facts).next()?;
    let value = flat(&get(&fact, "value"));
    value.bytes().any(|byte| byte.is_ascii_digit()).then(|| text(&get(&fact, "term")) + " " + &value)
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
        if matches!(name.as_str(), "listing" | "siteMap" | "pager" | "callState") {
            continue;
        }
        if inner.is_string() {
            if matches!(name.as_str(), "text" | "term" | "caption" | "alternative") {
                texts.push(text(&inner));
            }
        } else {
            gather(&inner, texts);
        }
    }
}

/// The names of what spans can be.
const SPANS: [&str; 9] =
    ["text", "strong", "emphasis", "link", "code", "abbreviation", "foreign", "date", "break"];

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
            // The short form; the long one is for those who point at it.
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
