//! From JSON to the page model, in as few bytes as possible.
//!
//! What serde derives for a type reads any format in any order and says exactly what was wrong: for the page
//! model 11 kB of what every visitor loads. A page comes from our own publisher, so a reader of a value tree
//! is enough: it takes the fields that it knows, and a page that lacks one isn't a page. [`Decode`] is
//! implemented where each type stands, by the macros below; `tests/page_model.rs` holds that nothing is lost
//! on the way.

use crate::json::{self, Json};

/// Made from JSON as serde writes it.
pub trait Decode: Sized {
    /// The value, or none where the JSON says something else.
    ///
    /// A field that is missing is `null`: no list, no text, `false`.
    fn decode(value: Json) -> Option<Self>;
}

/// Reads a document.
///
/// # Errors
/// What isn't JSON, or isn't the JSON of this type.
pub fn from_json<T: Decode>(text: &str) -> Result<T, Unreadable> {
    let value = json::read(text).map_err(Unreadable::Json)?;
    T::decode(value).ok_or(Unreadable::Model)
}

/// Why a text isn't a document of the page model.
#[derive(Debug)]
pub enum Unreadable {
    /// It isn't JSON; so many bytes were read before that was clear.
    Json(usize),
    /// It is the JSON of something else.
    Model,
    /// It is a document of another version of Seutu.
    Version,
}

impl std::fmt::Display for Unreadable {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Unreadable::Json(read) => write!(f, "it isn't JSON at byte {read}"),
            Unreadable::Model => f.write_str("it isn't a page of Seutu"),
            Unreadable::Version => f.write_str("it is of another version of Seutu"),
        }
    }
}

impl std::error::Error for Unreadable {}

/// The fields of an object.
pub(super) struct Fields(Vec<(String, Json)>);

impl Fields {
    pub(super) fn of(value: Json) -> Option<Fields> {
        match value {
            Json::Object(fields) => Some(Fields(fields)),
            _ => None,
        }
    }

    pub(super) fn take<T: Decode>(&mut self, name: &str) -> Option<T> {
        T::decode(self.value(name))
    }

    // Not generic, so that it stands in the module once.
    fn value(&mut self, name: &str) -> Json {
        // Of fields with one name the last counts, as for JSON.parse (ECMA-262 §25.5.1).
        self.0
            .iter_mut()
            .rfind(|(known, _)| known == name)
            .map(|(_, value)| std::mem::take(value))
            .unwrap_or_default()
    }
}

/// A variant: `"name"`, or `{ "name": what it holds }`.
pub(super) fn variant(value: Json) -> Option<(String, Json)> {
    match value {
        Json::Text(name) => Some((name, Json::Null)),
        Json::Object(fields) => fields.into_iter().next(),
        _ => None,
    }
}

impl Decode for String {
    fn decode(value: Json) -> Option<String> {
        value.into_text()
    }
}

impl Decode for bool {
    fn decode(value: Json) -> Option<bool> {
        Some(value == Json::Bool(true))
    }
}

impl Decode for u32 {
    fn decode(value: Json) -> Option<u32> {
        match value {
            Json::Number(number) => number,
            _ => None,
        }
    }
}

impl<T: Decode> Decode for Option<T> {
    fn decode(value: Json) -> Option<Option<T>> {
        match value {
            Json::Null => Some(None),
            value => T::decode(value).map(Some),
        }
    }
}

impl<T: Decode> Decode for Vec<T> {
    fn decode(value: Json) -> Option<Vec<T>> {
        match value {
            Json::List(items) => items.into_iter().map(T::decode).collect(),
            Json::Null => Some(Vec::new()),
            _ => None,
        }
    }
}

impl<A: Decode, B: Decode> Decode for (A, B) {
    fn decode(value: Json) -> Option<(A, B)> {
        let Json::List(items) = value else { return None };
        let mut items = items.into_iter();
        Some((A::decode(items.next()?)?, B::decode(items.next()?)?))
    }
}

/// Reads a struct, field by field.
macro_rules! decode_struct {
    ($type:ident { $($field:ident),* $(,)? }) => {
        impl $crate::decode::Decode for $type {
            fn decode(value: $crate::json::Json) -> Option<$type> {
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
            fn decode(value: $crate::json::Json) -> Option<$type> {
                match value.into_text()?.as_str() {
                    $($name => Some($type::$variant),)*
                    _ => None,
                }
            }
        }
    };
}

pub(super) use {decode_names, decode_struct};
