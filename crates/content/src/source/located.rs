//! A value that knows where it stands in its file.

use std::{
    borrow::Cow,
    hash::{Hash, Hasher},
    ops::Range,
};

use memchr::memchr;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{
    Deserialize,
    de::{self, Deserializer, MapAccess, Visitor},
};

/// A value and its range of bytes in the file; in the file only the value is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Located<T> {
    /// The value.
    pub value: T,
    /// From which byte to which it stands, quotation marks included.
    pub span: Range<usize>,
}

/// The value alone: where it stands makes no difference to what is published.
impl<T: Hash> Hash for Located<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.value.hash(state);
    }
}

/// The name under which a `Located` asks [`crate::read::decode`] for the place of a value; only that decoder
/// understands it.
pub(crate) const LOCATED: &str = "$located";

/// The names of the three parts that the decoder answers with.
pub(crate) const LOCATED_PARTS: [&str; 3] = ["start", "end", "value"];

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Located<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_struct(LOCATED, &LOCATED_PARTS, LocatedVisitor(std::marker::PhantomData))
    }
}

struct LocatedVisitor<T>(std::marker::PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for LocatedVisitor<T> {
    type Value = Located<T>;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a value with its place")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut parts: A) -> Result<Self::Value, A::Error> {
        let mut part = || -> Result<usize, A::Error> {
            parts
                .next_entry::<String, usize>()?
                .map(|(_, at)| at)
                .ok_or_else(|| de::Error::custom("no place"))
        };
        let span = part()?..part()?;
        let (_, value) = parts.next_entry::<String, T>()?.ok_or_else(|| de::Error::custom("no value"))?;
        Ok(Located { value, span })
    }
}

impl<T: JsonSchema> JsonSchema for Located<T> {
    fn inline_schema() -> bool {
        T::inline_schema()
    }

    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }

    fn schema_id() -> Cow<'static, str> {
        T::schema_id()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        T::json_schema(generator)
    }
}

/// A JSON string as it is written, with the places of its escapes: `\n` takes two bytes of the file and one of
/// the text, `\u00e4` six and two.
#[derive(Clone, Debug)]
pub struct WrittenString {
    escapes: Vec<Escape>,
    length: usize,
}

/// An escape of a letter, in bytes.
#[derive(Clone, Debug)]
struct Escape {
    /// Where the letter begins and ends in the text.
    letter: Range<usize>,
    /// How much longer all is written up to here than it is in the text.
    longer: usize,
}

impl WrittenString {
    /// Reads a string with its quotes.
    pub fn of(raw: &str) -> WrittenString {
        let (mut escapes, mut longer, mut at) = (Vec::new(), 0, 1);
        while let Some(before) = raw.as_bytes().get(at..).and_then(|rest| memchr(b'\\', rest)) {
            at += before;
            let code = raw.get(at + 1..at + 6).and_then(|escape| escape.strip_prefix('u'));
            let code = code.map(|digits| u32::from_str_radix(digits, 16).unwrap_or(0));
            let (written, meant) = match code.map(char::from_u32) {
                None => (2, 1),
                Some(Some(letter)) => (6, letter.len_utf8()),
                // Half of a pair that together means one letter of four bytes.
                Some(None) => (12, 4),
            };
            let start = at - 1 - longer;
            longer += written - meant;
            at += written;
            escapes.push(Escape { letter: start..start + meant, longer });
        }
        WrittenString { escapes, length: raw.len() }
    }

    /// Where the letter at `offset` of the decoded text stands in the string.
    pub fn offset_of(&self, offset: usize) -> usize {
        let before = self.escapes.partition_point(|escape| escape.letter.start < offset);
        let at = match before.checked_sub(1).and_then(|last| self.escapes.get(last)) {
            Some(escape) => offset.max(escape.letter.end) + escape.longer,
            None => offset,
        };
        (1 + at).min(self.length)
    }
}

/// Where the letter at `offset` of a decoded text stands in the JSON string that it was written as. Whoever asks
/// for many of a text asks a [`WrittenString`].
pub fn raw_offset(raw: &str, offset: usize) -> usize {
    WrittenString::of(raw).offset_of(offset)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_in_the_text_is_found_in_the_file() {
        assert_eq!(raw_offset(r#""abc""#, 2), 3);
        assert_eq!(raw_offset(r#""a\nb""#, 2), 4);
        assert_eq!(raw_offset(r#""\u00e4b""#, 2), 7);
        assert_eq!(raw_offset(r#""\ud83d\ude00b""#, 4), 13);
        assert_eq!(raw_offset(r#""äb""#, 2), 3);
        assert_eq!(raw_offset(r#""a\"\\\u00e4ö\n""#, 7), 14);
        assert_eq!(raw_offset(r#""a\n""#, 9), 5);
    }
}
