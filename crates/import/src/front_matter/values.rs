//! The values of front matter as texts, lists and numbers.

use serde_json::Value;

use crate::{
    finding::{Done, ExpectedField},
    html::read_references,
    inlines::collapse,
};

/// What became of a field.
pub(super) enum Taken {
    /// It has its place on the page.
    Whole,
    /// A page has no place for it.
    Unknown,
    /// A page has no place for these of its fields.
    Partly(Vec<String>),
    /// What it should be, and what was done.
    Wrong(ExpectedField, Done),
}

/// Whether a field says nothing.
pub(super) fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.trim().is_empty(),
        Value::Array(values) => values.is_empty(),
        Value::Object(fields) => fields.is_empty(),
        Value::Bool(_) | Value::Number(_) => false,
    }
}

/// The words of a value, if it is one.
pub(super) fn text(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => collapse(&read_references(text)).trim().to_owned(),
        Value::Number(number) => number.to_string(),
        Value::Bool(boolean) => boolean.to_string(),
        _ => return None,
    };
    (!text.is_empty()).then_some(text)
}

/// The texts of a list, and whether it holds nothing else.
pub(super) fn texts(value: &Value) -> (Vec<String>, bool) {
    match value {
        Value::Array(values) => {
            let whole = values.iter().all(|value| text(value).is_some() || is_empty(value));
            (values.iter().filter_map(text).collect(), whole)
        }
        Value::String(words) => (words.split(',').filter_map(|word| text(&word.into())).collect(), true),
        other => {
            let text = text(other);
            let whole = text.is_some();
            (text.into_iter().collect(), whole)
        }
    }
}

pub(super) fn number(value: &Value) -> Option<f64> {
    value.as_f64().or_else(|| value.as_str()?.trim().parse().ok())
}
