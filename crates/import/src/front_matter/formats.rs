//! The forms of front matter: YAML, TOML, and lines without fences.

use std::fmt;

use serde::{
    Deserialize, Deserializer,
    de::{DeserializeSeed, IgnoredAny, MapAccess, SeqAccess, Visitor},
};
use serde_json::{Map, Value};

use super::hold;

/// Why it can't be read, and on which of its lines.
pub(super) struct Unreadable {
    /// The line within the front matter, counted from 1.
    pub(super) line: Option<usize>,
    /// What its reader says.
    pub(super) words: String,
}

/// The text between a line with the beginning and the next fence of the same sort, and the text after them; YAML may end with `...`,
/// too.
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
/// A text may begin with a word and a colon as well: one of the fields has to be a title, or to hold the page back.
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
            Some((name, value)) if is_name(name) => {
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
        name.eq_ignore_ascii_case("title")
            || hold::holds(name, value).is_some_and(|hold| !hold.fields.is_empty())
    };
    fields.iter().any(says).then(|| (fields, &text[end..]))
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
        words: match error.without_snippet() {
            serde_saphyr::Error::DuplicateMappingKey { key, .. } => {
                let key = key.as_deref().unwrap_or_default();
                format!("the field “{key}” stands twice: keep one of them")
            }
            other => first_line(&other.to_string()),
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

/// Reads the front matter of a page from YAML. A title such as "no", "007" or "1e3" stays the text that was written.
pub(super) fn yaml_fields(text: &str) -> Result<Value, Unreadable> {
    let mut read = match yaml(text) {
        Ok(read) => read,
        Err(reason) => return plain_lines(text).ok_or(reason),
    };
    let written = serde_saphyr::with_deserializer_from_str(text, |deserializer| {
        AsWritten(&read).deserialize(deserializer)
    });
    if let (Some(fields), Ok(Value::Object(mut written))) = (read.as_object().cloned(), written) {
        let texts = fields.into_iter().map(|(name, value)| {
            let is_text = TEXTS.contains(&&*name.to_lowercase());
            let value = written.remove(&name).filter(|_| is_text).unwrap_or(value);
            (name, value)
        });
        read = Value::Object(texts.collect());
    }
    Ok(read)
}

/// Lines such as "title: Boats: a guide", which YAML refuses and MkDocs reads; nothing in them may be YAML's own.
fn plain_lines(text: &str) -> Option<Value> {
    let mut fields = Map::new();
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        let (name, value) =
            line.split_once(':').filter(|(name, _)| is_name(name) && !name.starts_with(' '))?;
        let value = value.trim();
        if value.starts_with(['[', '{', '"', '\'', '&', '*', '!', '|', '>', '%', '@', '`', '#', '?', '-']) {
            return None;
        }
        let is_text = TEXTS.contains(&&*name.to_lowercase());
        let read = yaml(value).ok().filter(|read| !read.is_object() && !is_text);
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
    let table: toml::Table = text.parse().map_err(|error: toml::de::Error| Unreadable {
        line: error.span().map(|span| text[..span.start.min(text.len())].matches('\n').count() + 1),
        words: first_line(error.message()),
    })?;
    Ok(of_toml(toml::Value::Table(table)))
}

/// Reads an object of JSON.
pub(super) fn json(text: &str) -> Result<Value, Unreadable> {
    serde_json::from_str(text)
        .map_err(|error| Unreadable { line: Some(error.line()), words: first_line(&error.to_string()) })
}

/// Fields that a program gives: nobody runs it.
pub(super) fn script(_: &str) -> Result<Value, Unreadable> {
    Err(Unreadable {
        line: None,
        words: "it is a program, which isn't run: write its fields as YAML".to_owned(),
    })
}

fn first_line(words: &str) -> String {
    // The line within the front matter would be taken for the line of the file.
    let line = words.lines().next().unwrap_or_default();
    line.split(" at line ").next().unwrap_or(line).to_owned()
}

fn of_toml(value: toml::Value) -> Value {
    match value {
        toml::Value::String(text) => Value::String(text),
        toml::Value::Integer(number) => number.into(),
        toml::Value::Float(number) => number.into(),
        toml::Value::Boolean(boolean) => boolean.into(),
        toml::Value::Datetime(date) => Value::String(date.to_string()),
        toml::Value::Array(values) => values.into_iter().map(of_toml).collect(),
        toml::Value::Table(table) => table.into_iter().map(|(key, value)| (key, of_toml(value))).collect(),
    }
}
