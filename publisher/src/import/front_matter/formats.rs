//! The forms of front matter: YAML, TOML, and lines without fences.

use serde_json::{Map, Value};

use super::hold;

/// Why it can't be read, and on which of its lines.
pub(super) struct Unreadable {
    /// The line within the front matter, counted from 1.
    pub(super) line: Option<usize>,
    /// What its reader says.
    pub(super) words: String,
}

/// The text between two lines with a fence, and the text after them; YAML may end with `...`, too.
pub(super) fn fenced<'a>(text: &'a str, fence: &str) -> Option<(&'a str, &'a str)> {
    let mut lines = text.split_inclusive('\n');
    let first = lines.next().filter(|first| first.trim_end() == fence && first.ends_with('\n'))?;
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
        words: first_line(&error.without_snippet().to_string()),
    })
}

/// Reads TOML.
pub(super) fn toml(text: &str) -> Result<Value, Unreadable> {
    let table: toml::Table = text.parse().map_err(|error: toml::de::Error| Unreadable {
        line: error.span().map(|span| text[..span.start.min(text.len())].matches('\n').count() + 1),
        words: first_line(error.message()),
    })?;
    Ok(json(toml::Value::Table(table)))
}

fn first_line(words: &str) -> String {
    // The line within the front matter would be taken for the line of the file.
    let line = words.lines().next().unwrap_or_default();
    line.split(" at line ").next().unwrap_or(line).to_owned()
}

fn json(value: toml::Value) -> Value {
    match value {
        toml::Value::String(text) => Value::String(text),
        toml::Value::Integer(number) => number.into(),
        toml::Value::Float(number) => number.into(),
        toml::Value::Boolean(boolean) => boolean.into(),
        toml::Value::Datetime(date) => Value::String(date.to_string()),
        toml::Value::Array(values) => values.into_iter().map(json).collect(),
        toml::Value::Table(table) => table.into_iter().map(|(key, value)| (key, json(value))).collect(),
    }
}
