//! From JSON to the page model, in as few bytes as possible.
//!
//! What serde derives for a type reads any format in any order and says exactly what was wrong: for the page
//! model 11 kB of what every visitor loads. A page comes from our own publisher, so a reader of
//! `serde_json`'s value tree is enough: it takes the fields that it knows, and a page that lacks one isn't a
//! page. [`Decode`] is implemented where each type stands, by the macros below; `tests/page_model.rs` holds
//! that nothing is lost on the way.

use serde_json::{Map, Value};

/// Made from JSON as serde writes it.
pub trait Decode: Sized {
    /// The value, or none where the JSON says something else.
    ///
    /// A field that is missing is `null`: no list, no text, `false`.
    fn decode(value: Value) -> Option<Self>;
}

/// Reads a document.
///
/// # Errors
/// What isn't JSON, or isn't the JSON of this type.
pub fn from_json<T: Decode>(text: &str) -> Result<T, Unreadable> {
    let value = serde_json::from_str(text).map_err(Unreadable::Json)?;
    T::decode(value).ok_or(Unreadable::Model)
}

/// Why a text isn't a document of the page model.
#[derive(Debug)]
pub enum Unreadable {
    /// It isn't JSON.
    Json(serde_json::Error),
    /// It is the JSON of something else.
    Model,
    /// It is a document of another version of Seutu.
    Version,
}

impl std::fmt::Display for Unreadable {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Unreadable::Json(error) => error.fmt(f),
            Unreadable::Model => f.write_str("it isn't a page of Seutu"),
            Unreadable::Version => f.write_str("it is of another version of Seutu"),
        }
    }
}

impl std::error::Error for Unreadable {}

/// The fields of an object.
pub(super) struct Fields(Map<String, Value>);

impl Fields {
    pub(super) fn of(value: Value) -> Option<Fields> {
        match value {
            Value::Object(fields) => Some(Fields(fields)),
            _ => None,
        }
    }

    pub(super) fn take<T: Decode>(&mut self, name: &str) -> Option<T> {
        T::decode(self.value(name))
    }

    // Not generic, so that it stands in the module once.
    fn value(&mut self, name: &str) -> Value {
        // Taken, not removed: a tree that is never made smaller needs no code for it.
        self.0.get_mut(name).map(std::mem::take).unwrap_or_default()
    }
}

/// A variant: `"name"`, or `{ "name": what it holds }`.
pub(super) fn variant(value: Value) -> Option<(String, Value)> {
    match value {
        Value::String(name) => Some((name, Value::Null)),
        Value::Object(mut fields) => {
            fields.iter_mut().next().map(|(name, held)| (name.clone(), std::mem::take(held)))
        }
        _ => None,
    }
}

impl Decode for String {
    fn decode(value: Value) -> Option<String> {
        match value {
            Value::String(text) => Some(text),
            _ => None,
        }
    }
}

impl Decode for bool {
    fn decode(value: Value) -> Option<bool> {
        Some(value == Value::Bool(true))
    }
}

impl Decode for u32 {
    fn decode(value: Value) -> Option<u32> {
        value.as_u64().and_then(|number| number.try_into().ok())
    }
}

impl<T: Decode> Decode for Option<T> {
    fn decode(value: Value) -> Option<Option<T>> {
        match value {
            Value::Null => Some(None),
            value => T::decode(value).map(Some),
        }
    }
}

impl<T: Decode> Decode for Vec<T> {
    fn decode(value: Value) -> Option<Vec<T>> {
        match value {
            Value::Array(items) => items.into_iter().map(T::decode).collect(),
            Value::Null => Some(Vec::new()),
            _ => None,
        }
    }
}

impl<A: Decode, B: Decode> Decode for (A, B) {
    fn decode(value: Value) -> Option<(A, B)> {
        let Value::Array(items) = value else { return None };
        let mut items = items.into_iter();
        Some((A::decode(items.next()?)?, B::decode(items.next()?)?))
    }
}

/// Reads a struct, field by field.
macro_rules! decode_struct {
    ($type:ident { $($field:ident),* $(,)? }) => {
        impl $crate::decode::Decode for $type {
            fn decode(value: serde_json::Value) -> Option<$type> {
                let mut fields = $crate::decode::Fields::of(value)?;
                Some($type { $($field: fields.take(stringify!($field))?),* })
            }
        }
    };
}

/// Reads an enum whose variants are names alone.
macro_rules! decode_names {
    ($type:ident { $($name:literal => $variant:ident),* $(,)? }) => {
        impl $crate::decode::Decode for $type {
            fn decode(value: serde_json::Value) -> Option<$type> {
                match value.as_str()? {
                    $($name => Some($type::$variant),)*
                    _ => None,
                }
            }
        }
    };
}

pub(super) use {decode_names, decode_struct};
