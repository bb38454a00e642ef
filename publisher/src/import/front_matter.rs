//! What stands at the top of a Markdown file: YAML between `---`, TOML between `+++`, or a JSON object.
//!
//! [`split`] finds it and reads it; [`FrontMatter`] is what of it a page can use. The names are those of Hugo,
//! Zola, Docusaurus, MkDocs and Jekyll.

use serde_json::{Map, Value};

use super::report::{Report, Sort};

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
    /// What can't be read as its field, or not whole.
    pub wrong: Vec<Wrong>,
}

/// A field whose value is of the wrong sort.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// Its name.
    pub field: String,
    /// What it should be.
    pub expected: &'static str,
    /// What was done.
    pub done: &'static str,
}

/// A file cut in two.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Split<'a> {
    /// What stands at the top; empty when there is none, a draft when it can't be read.
    pub front_matter: FrontMatter,
    /// The text after it.
    pub body: &'a str,
    /// The line of the file on which the text begins, counted from 1.
    pub body_line: usize,
    /// Why the front matter can't be read, in the words of its reader, with the line in the file.
    pub fault: Option<(usize, String)>,
}

impl FrontMatter {
    /// Tells what of a file's front matter has no place on a page.
    pub fn tell(&self, file: &str, report: &mut Report) {
        for Wrong { field, expected, done } in &self.wrong {
            let words = format!("the front matter “{field}” isn't {expected}: {done}");
            report.warn(file, 1, Sort::FrontMatter, words);
        }
        for field in &self.unknown {
            let words = format!("the front matter “{field}” has no place on a page: left out");
            report.warn(file, 1, Sort::FrontMatter, words);
        }
    }
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
                // Whether it was to be published stands in what can't be read.
                let front_matter = FrontMatter { draft: true, ..FrontMatter::default() };
                Split { front_matter, body, body_line, fault: Some((line, reason.words)) }
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

/// What Docusaurus says of a folder in its `_category_` file: JSON is YAML, too.
///
/// # Errors
/// Why it can't be read.
pub fn category(text: &str) -> Result<FrontMatter, String> {
    let mut fields = match yaml(text) {
        Ok(Value::Object(fields)) => fields,
        Ok(_) => return Err("it holds no fields".to_owned()),
        Err(reason) => return Err(reason.words),
    };
    if let Some(Value::Object(link)) = fields.get_mut("link")
        && link.get("type").and_then(Value::as_str) == Some("generated-index")
    {
        link.remove("type");
        let own =
            ["title", "description"].map(|name| link.remove(name).map(|value| (name.to_owned(), value)));
        let rest = std::mem::take(link).into_iter().map(|(name, value)| (format!("link.{name}"), value));
        let more: Vec<(String, Value)> = own.into_iter().flatten().chain(rest).collect();
        fields.remove("link");
        fields.extend(more);
    }
    Ok(front_matter(&fields))
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
        if is_empty(value) {
            continue;
        }
        match take(&mut read, &key.to_lowercase(), value) {
            Taken::Whole => {}
            Taken::Unknown => read.unknown.push(key.clone()),
            Taken::Wrong(expected, done) => read.wrong.push(Wrong { field: key.clone(), expected, done }),
        }
    }
    read
}

/// What became of a field.
enum Taken {
    /// It has its place on the page.
    Whole,
    /// A page has no place for it.
    Unknown,
    /// What it should be, and what was done.
    Wrong(&'static str, &'static str),
}

fn take(read: &mut FrontMatter, key: &str, value: &Value) -> Taken {
    const LEFT_OUT: &str = "left out";
    let one_text = |place: &mut Option<String>| match text(value) {
        Some(text) => {
            *place = Some(text);
            Taken::Whole
        }
        None => Taken::Wrong("a text", LEFT_OUT),
    };
    match key {
        "title" => one_text(&mut read.title),
        "linktitle" | "sidebar_label" | "label" => one_text(&mut read.name),
        "description" => one_text(&mut read.description),
        // The summary of a page that has no description.
        "summary" if read.description.is_some() => Taken::Whole,
        "summary" => one_text(&mut read.description),
        "date" => one_text(&mut read.date),
        "draft" | "published" => match value.as_bool() {
            Some(is) => {
                read.draft |= is == (key == "draft");
                Taken::Whole
            }
            // Rather a page too few than one that nobody was to see.
            None => {
                read.draft = true;
                Taken::Wrong("true or false", "the page is written as a draft")
            }
        },
        "weight" | "sidebar_position" | "position" | "order" | "nav_order" => match number(value) {
            Some(order) => {
                read.order = Some(order);
                Taken::Whole
            }
            None => Taken::Wrong("a number", LEFT_OUT),
        },
        "tags" | "keywords" => {
            let (tags, whole) = texts(value);
            for tag in tags {
                if !read.tags.contains(&tag) {
                    read.tags.push(tag);
                }
            }
            list(whole)
        }
        "slug" => one_text(&mut read.slug),
        "aliases" | "redirect_from" | "url" | "permalink" | "path" => {
            let (aliases, whole) = texts(value);
            read.aliases.extend(aliases);
            list(whole)
        }
        "taxonomies" => match value {
            Value::Object(taxonomies) => {
                let mut taken = Taken::Whole;
                for (name, values) in taxonomies {
                    if name == "tags" || name == "keywords" {
                        taken = take(read, name, values);
                    } else {
                        read.unknown.push(format!("taxonomies.{name}"));
                    }
                }
                taken
            }
            _ => Taken::Unknown,
        },
        _ => Taken::Unknown,
    }
}

fn list(whole: bool) -> Taken {
    if whole { Taken::Whole } else { Taken::Wrong("a list of texts", "what isn't a text is left out") }
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

/// The texts of a list, and whether it holds nothing else.
fn texts(value: &Value) -> (Vec<String>, bool) {
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
        assert!(split.fault.is_some() && split.front_matter.draft);
        assert_eq!(split.body, "Teksti\n");
    }

    #[test]
    fn a_page_whose_draft_is_no_boolean_is_a_draft() {
        for (value, draft) in [("true", true), ("false", false), ("", false)] {
            let read = split(&format!("---\ndraft: {value}\n---\n")).front_matter;
            assert_eq!((read.draft, read.wrong.len()), (draft, 0), "{value}");
        }
        for value in ["\"true\"", "1", "0", "\"false\"", "[false]", "maybe"] {
            let read = split(&format!("---\ndraft: {value}\n---\n")).front_matter;
            assert_eq!((read.draft, read.wrong.len()), (true, 1), "{value}");
        }
        assert!(split("---\npublished: false\n---\n").front_matter.draft);
    }

    #[test]
    fn a_value_of_the_wrong_sort_is_told() {
        let split = split("---\ntitle: [a]\nweight: abc\ntags: {a: b}\naliases: [/a/, [b]]\n---\n");
        let wrong = split.front_matter.wrong.iter().map(|wrong| (wrong.field.as_str(), wrong.expected));
        assert!(wrong.eq([
            ("title", "a text"),
            ("weight", "a number"),
            ("tags", "a list of texts"),
            ("aliases", "a list of texts")
        ]));
        assert_eq!(split.front_matter.aliases, ["/a/"]);
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
