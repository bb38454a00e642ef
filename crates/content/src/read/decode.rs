//! From a checked JSON tree to the source model: a serde deserializer that can tell where a value stands.

use std::ops::Range;

use jsonc_parser::{
    ast::{ObjectProp, Value},
    common::Ranged,
};
use serde::de::{
    self, DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, MapAccess, SeqAccess, VariantAccess,
    Visitor,
    value::{StrDeserializer, UsizeDeserializer},
};

use super::shape::kind_of;
use crate::{
    fault::finding::ValueKind,
    nfc::nfc,
    source::{
        located::{LOCATED, LOCATED_PARTS},
        text::{Lines, lines_of},
    },
};

/// The name of enums that are written as a text or as an object, without the variant's name.
const BY_TYPE: &str = "$byType";

/// A value that isn't what its field wants.
#[derive(Debug)]
pub struct DecodeError {
    /// Why, in serde's words: for developers, an editor never reads it.
    pub message: String,
    /// Where the value stands.
    pub span: Range<usize>,
    /// What the value is.
    pub found: ValueKind,
}

/// Decodes a tree.
///
/// # Errors
/// The first value that doesn't fit; a tree whose shape was checked has none, unless a number is too large.
pub fn decode<T: DeserializeOwned>(tree: &Value<'_>) -> Result<T, DecodeError> {
    T::deserialize(Node(tree)).map_err(|error| error.or_at(tree))
}

#[derive(Clone, Copy)]
struct Node<'t>(&'t Value<'t>);

/// An error on its way out; the innermost value that it passes is its place.
#[derive(Debug)]
struct Error {
    message: String,
    place: Option<(Range<usize>, ValueKind)>,
}

impl Error {
    fn at(self, value: &Value<'_>) -> Error {
        let place = self.place.unwrap_or_else(|| (span_of(value), kind_of(value)));
        Error { place: Some(place), ..self }
    }

    fn or_at(self, value: &Value<'_>) -> DecodeError {
        let (span, found) = self.place.unwrap_or_else(|| (span_of(value), kind_of(value)));
        DecodeError { message: self.message, span, found }
    }
}

fn span_of(value: &Value<'_>) -> Range<usize> {
    let range = value.range();
    range.start..range.end
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {}

impl de::Error for Error {
    fn custom<M: std::fmt::Display>(message: M) -> Error {
        Error { message: message.to_string(), place: None }
    }
}

impl<'de> Deserializer<'de> for Node<'_> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0 {
            Value::StringLit(text) => {
                sound(&text.value, Lines::One).and_then(|text| visitor.visit_str(&nfc(text)))
            }
            Value::BooleanLit(truth) => visitor.visit_bool(truth.value),
            Value::NullKeyword(_) => visitor.visit_unit(),
            Value::NumberLit(number) => {
                if let Ok(whole) = number.value.parse::<u64>() {
                    visitor.visit_u64(whole)
                } else if let Ok(whole) = number.value.parse::<i64>() {
                    visitor.visit_i64(whole)
                } else {
                    visitor.visit_f64(number.value.parse().map_err(de::Error::custom)?)
                }
            }
            Value::Array(array) => visitor.visit_seq(Elements(array.elements.iter())),
            Value::Object(object) => {
                visitor.visit_map(Properties { rest: object.properties.iter(), value: None })
            }
        }
        .map_err(|error: Error| error.at(self.0))
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        let Value::StringLit(text) = self.0 else { return self.deserialize_any(visitor) };
        sound(&text.value, lines_of(name))
            .and_then(|text| visitor.visit_str(&nfc(text)))
            .map_err(|error| error.at(self.0))
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0 {
            Value::NullKeyword(_) => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        if name == LOCATED {
            return visitor.visit_map(Parts { value: self.0, next: 0 });
        }
        // A struct would take its fields from a list, too, one after the other; nobody is meant to write
        // that.
        if matches!(self.0, Value::Array(_)) {
            let error: Error = de::Error::custom("expected fields, not a list");
            return Err(error.at(self.0));
        }
        self.deserialize_any(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        if name == BY_TYPE {
            let variant = if matches!(self.0, Value::Object(_)) { "object" } else { "text" };
            return visitor.visit_enum(ByType(variant, self.0)).map_err(|error: Error| error.at(self.0));
        }
        match self.0 {
            Value::StringLit(name) => visitor.visit_enum(StrDeserializer::new(&name.value)),
            Value::Object(object) => match object.properties.as_slice() {
                [only] => visitor.visit_enum(Variant(only)),
                _ => Err(de::Error::custom("expected exactly one field")),
            },
            _ => Err(de::Error::custom("expected a name or an object with one field")),
        }
        .map_err(|error: Error| error.at(self.0))
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        seq tuple tuple_struct map identifier ignored_any
    }
}

/// A text without a character that no such text can hold.
fn sound(text: &str, lines: Lines) -> Result<&str, Error> {
    match lines.refused(text) {
        None => Ok(text),
        Some((_, character)) => Err(de::Error::custom(format!("expected no {character:?} in a text"))),
    }
}

/// The three parts of a `Located`.
struct Parts<'t> {
    value: &'t Value<'t>,
    next: usize,
}

impl<'de> MapAccess<'de> for Parts<'_> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Error> {
        let Some(name) = LOCATED_PARTS.get(self.next) else { return Ok(None) };
        self.next += 1;
        seed.deserialize(StrDeserializer::new(name)).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Error> {
        let span = span_of(self.value);
        match self.next {
            1 => seed.deserialize(UsizeDeserializer::new(span.start)),
            2 => seed.deserialize(UsizeDeserializer::new(span.end)),
            _ => seed.deserialize(Node(self.value)),
        }
    }
}

struct Elements<'t>(std::slice::Iter<'t, Value<'t>>);

impl<'de> SeqAccess<'de> for Elements<'_> {
    type Error = Error;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Error> {
        self.0.next().map(|element| seed.deserialize(Node(element))).transpose()
    }
}

struct Properties<'t> {
    rest: std::slice::Iter<'t, ObjectProp<'t>>,
    value: Option<&'t Value<'t>>,
}

impl<'de> MapAccess<'de> for Properties<'_> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Error> {
        let Some(property) = self.rest.next() else { return Ok(None) };
        self.value = Some(&property.value);
        seed.deserialize(StrDeserializer::new(property.name.as_str())).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Error> {
        match self.value.take() {
            Some(value) => seed.deserialize(Node(value)),
            None => Err(de::Error::custom("a value was asked for before its name")),
        }
    }
}

/// `{ "name": value }`: a variant of an enum and what it holds.
struct Variant<'t>(&'t ObjectProp<'t>);

impl<'de, 't> EnumAccess<'de> for Variant<'t> {
    type Error = Error;
    type Variant = Content<'t>;

    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, Content<'t>), Error> {
        let name = seed.deserialize(StrDeserializer::<Error>::new(self.0.name.as_str()))?;
        Ok((name, Content(&self.0.value)))
    }
}

/// An enum whose variant follows from the type of the value: a text, or an object.
struct ByType<'t>(&'static str, &'t Value<'t>);

impl<'de, 't> EnumAccess<'de> for ByType<'t> {
    type Error = Error;
    type Variant = Content<'t>;

    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, Content<'t>), Error> {
        let name = seed.deserialize(StrDeserializer::<Error>::new(self.0))?;
        Ok((name, Content(self.1)))
    }
}

struct Content<'t>(&'t Value<'t>);

impl<'de> VariantAccess<'de> for Content<'_> {
    type Error = Error;

    fn unit_variant(self) -> Result<(), Error> {
        Err(de::Error::custom("this one holds nothing: write its name alone, in quotation marks"))
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, Error> {
        seed.deserialize(Node(self.0))
    }

    fn tuple_variant<V: Visitor<'de>>(self, _length: usize, visitor: V) -> Result<V::Value, Error> {
        Node(self.0).deserialize_any(visitor)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        Node(self.0).deserialize_any(visitor)
    }
}
