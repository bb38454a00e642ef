//! What stands at the top of a Markdown file: YAML between `---`, TOML between `+++`, or a JSON object.
//!
//! [`split`] finds it and reads it; [`FrontMatter`] is what of it a page can use. The names are those of Hugo,
//! Zola, Docusaurus, MkDocs and Jekyll.

use serde_json::{Map, Value};

/// What a page says of itself at the top of its file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FrontMatter {
    /// The page's title.
    pub title: Option<String>,
    /// A shorter name for menus.
    pub name: Option<String>,
    /// What the page is about.
    pub description: Option<String>,
    /// The day, as "2024-05-01".
    pub date: Option<String>,
    /// Whether the page isn't to be published yet.
    pub draft: bool,
    /// Its place among its neighbours.
    pub order: Option<f64>,
    /// Its tags.
    pub tags: Vec<String>,
    /// The last part of its address, or a whole address.
    pub slug: Option<String>,
    /// Addresses at which the page was, as they are written.
    pub aliases: Vec<String>,
    /// The fields that a page has no place for.
    pub unknown: Vec<String>,
}

/// A file cut in two.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Split<'a> {
    /// What stands at the top; empty when there is none or when it can't be read.
    pub front_matter: FrontMatter,
    /// The text after it.
    pub body: &'a str,
    /// The line of the file on which the text begins, counted from 1.
    pub body_line: usize,
    /// Why the front matter can't be read, in the words of its reader, with the line in the file.
    pub fault: Option<(usize, String)>,
}

/// Cuts the front matter off a file and reads it. A file without front matter is all text.
pub fn split(text: &str) -> Split<'_> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    for (fence, read) in [("---", yaml as fn(&str) -> Result<Value, Unreadable>), ("+++", toml)] {
        let Some((inner, body)) = fenced(text, fence) else { continue };
        let body_line = line_of(text, body);
        return match read(inner) {
            Ok(Value::Object(fields)) => {
                Split { front_matter: front_matter(&fields), body, body_line, fault: None }
            }
            Ok(Value::Null) => Split { body, body_line, ..Split::default() },
            // A line between two thematic breaks is no front matter.
            Ok(_) => Split { body: text, body_line: 1, ..Split::default() },
            Err(reason) => {
                let line = reason.line.map_or(1, |line| line + 1);
                Split { body, body_line, fault: Some((line, reason.words)), ..Split::default() }
            }
        };
    }
    if text.starts_with('{') {
        let mut values = serde_json::Deserializer::from_str(text).into_iter::<Value>();
        if let Some(Ok(Value::Object(fields))) = values.next() {
            let body = text.get(values.byte_offset()..).unwrap_or_default();
            let body_line = line_of(text, body);
            return Split { front_matter: front_matter(&fields), body, body_line, fault: None };
        }
    }
    Split { body: text, body_line: 1, ..Split::default() }
}

/// Why it can't be read, and on which of its lines.
struct Unreadable {
    line: Option<usize>,
    words: String,
}

fn fenced<'a>(text: &'a str, fence: &str) -> Option<(&'a str, &'a str)> {
    let mut lines = text.split_inclusive('\n');
    let first = lines.next().filter(|first| first.trim_end() == fence && first.ends_with('\n'))?;
    let mut end = first.len();
    for line in lines {
        if line.trim_end() == fence {
            return Some((&text[first.len()..end], &text[end + line.len()..]));
        }
        end += line.len();
    }
    None
}

/// The line on which `rest`, the end of `text`, begins.
fn line_of(text: &str, rest: &str) -> usize {
    text[..text.len() - rest.len()].matches('\n').count() + 1
}

fn yaml(text: &str) -> Result<Value, Unreadable> {
    serde_saphyr::from_str(text).map_err(|error| Unreadable {
        line: error.location().map(|location| location.line() as usize),
        words: first_line(&error.without_snippet().to_string()),
    })
}

fn toml(text: &str) -> Result<Value, Unreadable> {
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

fn front_matter(fields: &Map<String, Value>) -> FrontMatter {
    let mut read = FrontMatter::default();
    for (key, value) in fields {
        if !take(&mut read, &key.to_lowercase(), value) && !is_empty(value) {
            read.unknown.push(key.clone());
        }
    }
    read
}

/// Whether the field has a place on a page.
fn take(read: &mut FrontMatter, key: &str, value: &Value) -> bool {
    match key {
        "title" => read.title = text(value),
        "linktitle" | "sidebar_label" => read.name = text(value),
        "description" => read.description = text(value),
        // The summary of a page that has no description.
        "summary" => read.description = read.description.take().or_else(|| text(value)),
        "date" => read.date = text(value),
        "draft" => read.draft = value.as_bool().unwrap_or(false),
        "weight" | "sidebar_position" | "order" | "nav_order" => read.order = number(value),
        "tags" | "keywords" => {
            for tag in texts(value) {
                if !read.tags.contains(&tag) {
                    read.tags.push(tag);
                }
            }
        }
        "slug" => read.slug = text(value),
        "aliases" | "redirect_from" | "url" | "permalink" | "path" => read.aliases.extend(texts(value)),
        "taxonomies" => {
            for (name, values) in value.as_object().into_iter().flatten() {
                if name == "tags" || name == "keywords" {
                    take(read, name, values);
                } else {
                    read.unknown.push(format!("taxonomies.{name}"));
                }
            }
        }
        _ => return false,
    }
    true
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.trim().is_empty(),
        Value::Array(values) => values.is_empty(),
        Value::Object(fields) => fields.is_empty(),
        Value::Bool(_) | Value::Number(_) => false,
    }
}

fn text(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => super::inlines::collapse(text).trim().to_owned(),
        Value::Number(number) => number.to_string(),
        Value::Bool(boolean) => boolean.to_string(),
        _ => return None,
    };
    (!text.is_empty()).then_some(text)
}

fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::Array(values) => values.iter().filter_map(text).collect(),
        Value::String(words) => words.split(',').filter_map(|word| text(&word.into())).collect(),
        other => text(other).into_iter().collect(),
    }
}

fn number(value: &Value) -> Option<f64> {
    value.as_f64().or_else(|| value.as_str()?.trim().parse().ok())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn yaml_toml_and_json_say_the_same() {
        let yaml =
            split("---\ntitle: Retki\ndate: 2024-05-01\nweight: 3\ntags: [vesi, metsä]\n---\nTeksti\n");
        let toml = split(
            "+++\ntitle = \"Retki\"\ndate = 2024-05-01\nweight = 3\n[taxonomies]\ntags = [\"vesi\", \"metsä\"]\n+++\nTeksti\n",
        );
        let json = split(
            "{\"title\": \"Retki\", \"date\": \"2024-05-01\", \"weight\": 3,\n\"tags\": [\"vesi\", \"metsä\"]}\nTeksti\n",
        );
        assert_eq!(yaml.front_matter.title.as_deref(), Some("Retki"));
        assert_eq!(yaml.front_matter, toml.front_matter);
        assert_eq!(yaml.front_matter, json.front_matter);
        assert_eq!((yaml.body, yaml.body_line), ("Teksti\n", 7));
    }

    #[test]
    fn unreadable_front_matter_is_told_and_the_text_is_kept() {
        let split = split("---\ntitle: [Retki\n---\nTeksti\n");
        assert!(split.fault.is_some());
        assert_eq!(split.body, "Teksti\n");
    }

    #[test]
    fn a_thematic_break_is_no_front_matter() {
        let text = "---\n\nKaksi sanaa\n\n---\n";
        assert_eq!(split(text).body, text);
    }

    proptest! {
        #[test]
        fn any_front_matter_can_be_tried(fence in "(---|\\+\\+\\+|\\{)", inner in any::<String>(), more in "[a-z:= \\-\\[\\]{}&*!|>'\"#\n0-9]{0,80}") {
            for text in [format!("{fence}\n{inner}\n{fence}\nx"), format!("{fence}\n{more}\n{fence}\n")] {
                let read = split(&text);
                prop_assert!(text.ends_with(read.body));
            }
        }
    }
}
