//! The forms of front matter: YAML, TOML, and lines without fences.

use std::fmt;

use serde::{
    Deserialize, Deserializer,
    de::{DeserializeSeed, IgnoredAny, MapAccess, SeqAccess, Visitor},
};
use serde_json::{Map, Value};
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use super::hold;
use crate::finding::Unread;

/// Why it can't be read, and on which of its lines.
pub(super) struct Unreadable {
    /// The line within the front matter, counted from 1.
    pub(super) line: Option<usize>,
    /// Why it can't be read.
    pub(super) why: Unread,
}

/// The text between a line with the beginning and the next fence of the same sort, and the text after them;
/// YAML may end with `...`, too.
pub(super) fn fenced<'a>(text: &'a str, beginning: &str) -> Option<(&'a str, &'a str)> {
    let mut lines = text.split_inclusive('\n');
    let first = lines.next().filter(|first| first.trim_end() == beginning && first.ends_with('\n'))?;
    let fence = &beginning[..3];
    let mut end = first.len();
    for line in lines {
        if line.trim_end() == fence || (fence == "---" && line.trim_end() == "...") {
            return Some((&text[first.len()..end], &text[end + line.len()..]));
        }
        end += line.len();
    }
    None
}

/// The fields at the top of a file of MkDocs or Pelican, which need no fences, and the text after them.
///
/// A text may begin with a word and a colon as well: one of the fields has to be a title, or to hold the page
/// back, or all of them have names of such fields and one is a day.
pub(super) fn unfenced(text: &str) -> Option<(Map<String, Value>, &str)> {
    let mut fields: Map<String, Value> = Map::new();
    let mut key = String::new();
    let mut end = 0;
    for line in text.split_inclusive('\n') {
        if line.trim().is_empty() {
            break;
        }
        end += line.len();
        let value = match line.split_once(':') {
            _ if line.starts_with("    ") && !key.is_empty() => line,
            Some((name, value)) if is_name(name) || is_known(name) => {
                name.trim_start().clone_into(&mut key);
                value
            }
            _ => return None,
        };
        let value = match value.trim() {
            "true" => Value::Bool(true),
            "false" => Value::Bool(false),
            words => Value::String(words.to_owned()),
        };
        match fields.get_mut(&key) {
            Some(Value::Array(values)) => values.push(value),
            Some(before) => *before = Value::Array(vec![before.take(), value]),
            None => {
                fields.insert(key.clone(), value);
            }
        }
    }
    let says = |(name, value): (&String, &Value)| {
        let hold = hold::holds(name, value).unwrap_or_default();
        let is_moment = hold::plain(name) != "date"
            && !hold.unreadable
            && !(hold.from.is_empty() && hold.until.is_empty());
        name.eq_ignore_ascii_case("title") || !hold.fields.is_empty() || is_moment
    };
    let is_day = |(name, value): (&String, &Value)| {
        DAYS.contains(&&*hold::plain(name)) && value.as_str().is_some_and(hold::is_moment)
    };
    let known = fields.keys().all(|name| is_known(name)) && fields.iter().any(is_day);
    (known || fields.iter().any(says)).then(|| (fields, &text[end..]))
}

/// The fields with a day.
const DAYS: [&str; 9] = [
    "created",
    "createdat",
    "date",
    "datecreated",
    "lastmod",
    "lastmodified",
    "modified",
    "updated",
    "published",
];

/// The names of fields that metadata without fences have in MultiMarkdown, MkDocs and Pelican, beside those
/// with a day.
const KNOWN: [&str; 22] = [
    "affiliation",
    "author",
    "authors",
    "categories",
    "category",
    "copyright",
    "description",
    "email",
    "id",
    "keywords",
    "lang",
    "language",
    "layout",
    "license",
    "revision",
    "slug",
    "status",
    "subtitle",
    "summary",
    "tags",
    "template",
    "title",
];

/// Whether it is the name of such a field; MultiMarkdown allows spaces in it.
fn is_known(name: &str) -> bool {
    let plain = hold::plain(name);
    let holds = || hold::holds(name, &Value::String("2024-05-01".to_owned())).is_some();
    plain.chars().all(|c| c.is_ascii_alphabetic())
        && (DAYS.contains(&&*plain) || KNOWN.contains(&&*plain) || holds())
}

fn is_name(name: &str) -> bool {
    let name = name.trim_start_matches(' ');
    name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-'))
}

/// The line on which `rest`, the end of `text`, begins.
pub(super) fn line_of(text: &str, rest: &str) -> usize {
    text[..text.len() - rest.len()].matches('\n').count() + 1
}

/// Reads YAML.
pub(super) fn yaml(text: &str) -> Result<Value, Unreadable> {
    serde_saphyr::from_str(text).map_err(|error| Unreadable {
        line: error.location().map(|location| location.line() as usize),
        why: match error.without_snippet() {
            serde_saphyr::Error::DuplicateMappingKey { key, .. } => {
                Unread::Twice(key.as_deref().unwrap_or_default().to_owned())
            }
            other => Unread::Malformed(first_line(&other.to_string())),
        },
    })
}

/// The fields that are texts: what YAML takes for a number or for true and false is a word there.
const TEXTS: [&str; 14] = [
    "aliases",
    "date",
    "description",
    "keywords",
    "label",
    "linktitle",
    "path",
    "redirect_from",
    "sidebar_label",
    "slug",
    "summary",
    "tags",
    "title",
    "url",
];

/// Reads the front matter of a page from YAML. A title such as "no", "007" or "1e3" stays the text that was
/// written.
pub(super) fn yaml_fields(text: &str) -> Result<Value, Unreadable> {
    match yaml(text) {
        Ok(read) => Ok(with_texts(text, read)),
        Err(reason) => plain_lines(text).ok_or(reason),
    }
}

/// The fields with those that are texts as they are written in YAML or JSON.
fn with_texts(text: &str, read: Value) -> Value {
    let written = serde_saphyr::with_deserializer_from_str(text, |deserializer| {
        AsWritten(&read).deserialize(deserializer)
    });
    match (read, written) {
        (Value::Object(fields), Ok(Value::Object(mut written))) => {
            let texts = fields.into_iter().map(|(name, value)| {
                let value = written.remove(&name).filter(|_| is_text(&name)).unwrap_or(value);
                (name, value)
            });
            Value::Object(texts.collect())
        }
        (read, _) => read,
    }
}

fn is_text(name: &str) -> bool {
    TEXTS.contains(&&*name.to_lowercase())
}

/// Lines such as "title: Boats: a guide", which YAML refuses and MkDocs reads; nothing in them may be YAML's
/// own.
fn plain_lines(text: &str) -> Option<Value> {
    let mut fields = Map::new();
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        let (name, value) =
            line.split_once(':').filter(|(name, _)| is_name(name) && !name.starts_with(' '))?;
        let value = value.trim();
        if value.starts_with(['[', '{', '"', '\'', '&', '*', '!', '|', '>', '%', '@', '`', '#', '?', '-']) {
            return None;
        }
        let read = yaml(value).ok().filter(|read| !read.is_object() && !is_text(name));
        let value = read.unwrap_or_else(|| value.into());
        // A field that is there twice may be the one that holds the page back.
        if fields.insert(name.to_owned(), value).is_some() {
            return None;
        }
    }
    Some(Value::Object(fields))
}

/// Reads a document again, its scalars as they are written; the value says where these are.
struct AsWritten<'v>(&'v Value);

impl<'de> DeserializeSeed<'de> for AsWritten<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        match self.0 {
            Value::Array(_) => deserializer.deserialize_seq(self),
            Value::Object(_) => deserializer.deserialize_map(self),
            Value::Null => IgnoredAny::deserialize(deserializer).map(|_| Value::Null),
            _ => String::deserialize(deserializer).map(Value::String),
        }
    }
}

impl<'de> Visitor<'de> for AsWritten<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list or fields")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Value, A::Error> {
        let mut values = Vec::new();
        let read = self.0.as_array().into_iter().flatten();
        for value in read {
            values.extend(seq.next_element_seed(AsWritten(value))?);
        }
        while seq.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Value::Array(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let mut fields = Map::new();
        while let Some(name) = map.next_key::<String>()? {
            let value = map.next_value_seed(AsWritten(self.0.get(&name).unwrap_or(&Value::Null)))?;
            fields.insert(name, value);
        }
        Ok(Value::Object(fields))
    }
}

/// Reads TOML.
pub(super) fn toml(text: &str) -> Result<Value, Unreadable> {
    let table = read_toml(text)?;
    let fields =
        table.into_iter().map(|(name, value)| (name.into_inner().into_owned(), of_toml(value.into_inner())));
    Ok(Value::Object(fields.collect()))
}

/// Reads the front matter of a page from TOML. A title such as 007.0 or true stays the text that was written.
pub(super) fn toml_fields(text: &str) -> Result<Value, Unreadable> {
    let table = read_toml(text)?;
    let fields = table.into_iter().map(|(name, value)| {
        let name = name.into_inner().into_owned();
        let value = if is_text(&name) { toml_as_written(text, value) } else { of_toml(value.into_inner()) };
        (name, value)
    });
    Ok(Value::Object(fields.collect()))
}

fn read_toml(text: &str) -> Result<DeTable<'_>, Unreadable> {
    let table = DeTable::parse(text).map_err(|error| Unreadable {
        line: error.span().map(|span| text[..span.start.min(text.len())].matches('\n').count() + 1),
        why: Unread::Malformed(first_line(error.message())),
    })?;
    Ok(table.into_inner())
}

/// A value whose numbers, days, true and false are texts, as they stand in the document.
fn toml_as_written(text: &str, value: Spanned<DeValue<'_>>) -> Value {
    let written = text.get(value.span()).unwrap_or_default().to_owned();
    match value.into_inner() {
        DeValue::Array(values) => values.into_iter().map(|value| toml_as_written(text, value)).collect(),
        value @ (DeValue::String(_) | DeValue::Table(_)) => of_toml(value),
        _ => Value::String(written),
    }
}

/// Reads an object of JSON.
pub(super) fn json(text: &str) -> Result<Value, Unreadable> {
    serde_json::from_str(text).map_err(|error| Unreadable {
        line: Some(error.line()),
        why: Unread::Malformed(first_line(&error.to_string())),
    })
}

/// Reads the front matter of a page from JSON. A title such as 1.0 or true stays the text that was written.
pub(super) fn json_fields(text: &str) -> Result<Value, Unreadable> {
    let read = json(text)?;
    Ok(with_texts(text, read))
}

/// Fields that a program gives: nobody runs it.
pub(super) fn script(_: &str) -> Result<Value, Unreadable> {
    Err(Unreadable { line: None, why: Unread::Program })
}

fn first_line(words: &str) -> String {
    // The line within the front matter would be taken for the line of the file.
    let line = words.lines().next().unwrap_or_default();
    line.split(" at line ").next().unwrap_or(line).to_owned()
}

fn of_toml(value: DeValue<'_>) -> Value {
    match value {
        DeValue::String(text) => Value::String(text.into_owned()),
        DeValue::Integer(number) => match i64::from_str_radix(number.as_str(), number.radix()) {
            Ok(number) => number.into(),
            Err(_) => Value::String(number.to_string()),
        },
        DeValue::Float(number) => match number.as_str().parse::<f64>() {
            Ok(number) => number.into(),
            Err(_) => Value::String(number.to_string()),
        },
        DeValue::Boolean(boolean) => boolean.into(),
        DeValue::Datetime(date) => Value::String(date.to_string()),
        DeValue::Array(values) => values.into_iter().map(|value| of_toml(value.into_inner())).collect(),
        DeValue::Table(table) => {
            let fields = table.into_iter();
            fields
                .map(|(name, value)| (name.into_inner().into_owned(), of_toml(value.into_inner())))
                .collect()
        }
    }
}
