//! What stands at the top of a Markdown file: YAML between `---`, TOML between `+++`, a JSON object, or
//! lines that need no fences.
//!
//! [`split`] finds and reads it. [`FrontMatter`] holds the values that a page can use. The names in
//! [`fields`] are those of Hugo, Zola, Docusaurus, MkDocs, Jekyll and Eleventy; [`hold`] knows which of them
//! keep a page from being published, and [`handed_down`] which of them pages get from elsewhere.

mod fields;
mod formats;
mod handed_down;
mod hold;
mod page;
mod values;

use serde_json::Value;

use super::finding::Unread;
use fields::front_matter;
use formats::{
    Unreadable, fenced, json, json_fields, line_of, script, toml, toml_fields, unfenced, yaml, yaml_fields,
};
pub use handed_down::{Cascade, CascadeTarget, Holds, can_hold, cascades, holds};
pub use hold::Hold;
pub use page::{FrontMatter, Wrong};

/// A file cut in two.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Split<'a> {
    /// What stands at the top; empty when there is none, a draft when it can't be read.
    pub front_matter: FrontMatter,
    /// The text after it.
    pub body: &'a str,
    /// The line of the file on which the text begins, counted from 1.
    pub body_line: usize,
    /// Why the front matter can't be read, with the line in the file.
    pub fault: Option<(usize, Unread)>,
}

/// Reads the values of front matter.
type Reader = fn(&str) -> Result<Value, Unreadable>;

/// How front matter begins, and how what stands between that line and the one that ends it is read. Eleventy
/// and gray-matter name the language behind the fence.
const FENCES: [(&str, Reader); 7] = [
    ("---", yaml_fields),
    ("---yaml", yaml_fields),
    ("---json", json_fields),
    ("---toml", toml_fields),
    ("---js", script),
    ("---javascript", script),
    ("+++", toml_fields),
];

/// Cuts the front matter off a file and reads it. A file without front matter is all text.
pub fn split(text: &str) -> Split<'_> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    // Hugo finds it under empty lines, too.
    let blank: usize =
        text.split_inclusive('\n').take_while(|line| line.trim().is_empty()).map(str::len).sum();
    let top = &text[blank..];
    for (beginning, read) in FENCES {
        let Some((inner, body)) = fenced(top, beginning) else { continue };
        let body_line = line_of(text, body);
        return match read(inner) {
            Ok(Value::Object(fields)) => {
                Split { front_matter: front_matter(&fields), body, body_line, fault: None }
            }
            Ok(Value::Null) => Split { body, body_line, ..Split::default() },
            // A line between two thematic breaks is no front matter.
            Ok(_) => Split { body: text, body_line: 1, ..Split::default() },
            Err(reason) => {
                let line = reason.line.unwrap_or(0) + line_of(text, top);
                // Whether it was to be published stands in what can't be read.
                let front_matter = FrontMatter { draft: true, ..FrontMatter::default() };
                Split { front_matter, body, body_line, fault: Some((line, reason.why)) }
            }
        };
    }
    if let Some(inner) = top.strip_prefix('{') {
        let mut values = serde_json::Deserializer::from_str(top).into_iter::<Value>();
        if let Some(Ok(Value::Object(fields))) = values.next() {
            let (object, body) = top.split_at_checked(values.byte_offset()).unwrap_or((top, ""));
            let fields = match json_fields(object) {
                Ok(Value::Object(written)) => written,
                _ => fields,
            };
            let body_line = line_of(text, body);
            return Split { front_matter: front_matter(&fields), body, body_line, fault: None };
        }
        // A text begins with a brace, too, but not with a name in quotes after it.
        if inner.trim_start().starts_with('"') {
            let reason = json(top).err();
            let line = reason.as_ref().and_then(|reason| reason.line).unwrap_or(0) + line_of(text, top) - 1;
            let front_matter = FrontMatter { draft: true, ..FrontMatter::default() };
            let fault = reason.map(|reason| (line, reason.why));
            return Split { front_matter, body: text, body_line: 1, fault };
        }
    }
    if let Some((fields, body)) = unfenced(text) {
        let body_line = line_of(text, body);
        return Split { front_matter: front_matter(&fields), body, body_line, fault: None };
    }
    Split { body: text, body_line: 1, ..Split::default() }
}

/// What Docusaurus says of a folder in its `_category_` file: JSON is YAML, too.
///
/// # Errors
/// Why it can't be read.
pub fn category(text: &str) -> Result<FrontMatter, Unread> {
    let mut fields = match yaml_fields(text) {
        Ok(Value::Object(fields)) => fields,
        Ok(_) => return Err(Unread::NoFields),
        Err(reason) => return Err(reason.why),
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

/// Reads settings or data in YAML or JSON.
///
/// # Errors
/// The line that can't be read, and why.
pub fn values(text: &str) -> Result<Value, (usize, Unread)> {
    // MkDocs names functions of Python and values of its environment in tags that nobody else knows.
    let mut known = String::with_capacity(text.len());
    for word in text.split_inclusive(char::is_whitespace) {
        let tag = word.trim_end();
        let is_tag = tag.starts_with("!!python/") || ["!ENV", "!relative"].contains(&tag);
        known.push_str(if is_tag { &word[tag.len()..] } else { word });
    }
    yaml(&known).map_err(told)
}

/// Reads settings in TOML.
///
/// # Errors
/// The line that can't be read, and why.
pub fn toml_values(text: &str) -> Result<Value, (usize, Unread)> {
    toml(text).map_err(told)
}

fn told(reason: Unreadable) -> (usize, Unread) {
    (reason.line.unwrap_or(1), reason.why)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::finding::ExpectedField;

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
    fn a_language_may_stand_behind_the_fence() {
        for top in ["---json\n{\"draft\": true}", "---yaml\ndraft: true", "---toml\ndraft = true"] {
            let text = format!("{top}\n---\nTeksti\n");
            let split = split(&text);
            assert!(split.front_matter.draft && split.fault.is_none(), "{top}");
            assert_eq!(split.body, "Teksti\n");
        }
        // Nobody runs a program, and what is broken says nothing of whether it may be shown.
        for text in ["---js\n{ draft: false }\n---\nTeksti\n", "{\"title\": \"T\",}\nTeksti\n"] {
            let split = split(text);
            assert!(split.front_matter.draft && split.fault.is_some(), "{text}");
        }
        assert!(split("{{< x >}}\n").fault.is_none() && split("{a} teksti\n").fault.is_none());
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
            ("title", ExpectedField::Text),
            ("weight", ExpectedField::Number),
            ("tags", ExpectedField::Texts),
            ("aliases", ExpectedField::Texts)
        ]));
        assert_eq!(split.front_matter.aliases, ["/a/"]);
    }

    #[test]
    fn a_colon_in_a_title_is_a_colon() {
        let read = split(
            "---\ntitle: Veneet: opas\ndescription: Tuki: A, B & C\ndraft: true\nweight: 2\n---\nTeksti\n",
        );
        assert_eq!(read.fault, None);
        let read = read.front_matter;
        assert_eq!(read.title.as_deref(), Some("Veneet: opas"));
        assert_eq!(read.description.as_deref(), Some("Tuki: A, B & C"));
        assert_eq!((read.draft, read.order), (true, Some(2.0)));
        for unreadable in
            ["title: [a\nx: b: c", "title: a: b\n  - c", "title: a: b\ndraft: true\ndraft: false"]
        {
            let read = split(&format!("---\n{unreadable}\n---\n")).front_matter.draft;
            assert!(read, "{unreadable}");
        }
    }

    #[test]
    fn a_title_is_what_was_written() {
        for (written, title) in [
            ("no", "no"),
            ("007", "007"),
            ("1e3", "1e3"),
            ("1.0", "1.0"),
            ("0x1F", "0x1F"),
            ("Yes", "Yes"),
            ("2024-05-01", "2024-05-01"),
            ("12:30", "12:30"),
            ("\"no\"", "no"),
            ("'007'", "007"),
            ("Q&amp;A", "Q&A"),
            ("Caf&eacute; &#x2013; y&ouml;", "Café – yö"),
        ] {
            let text = format!("---\ntitle: {written}\ntags: [{written}, 010]\nweight: 3\ndraft: no\n---\n");
            let read = split(&text).front_matter;
            assert_eq!(read.title.as_deref(), Some(title), "{written}");
            assert_eq!(read.tags, [title, "010"], "{written}");
            assert_eq!((read.order, read.draft), (Some(3.0), false), "{written}");
        }
        for (written, title) in [
            ("\"no\"", "no"),
            ("true", "true"),
            ("1.0", "1.0"),
            ("1e3", "1e3"),
            ("123456789012345678901", "123456789012345678901"),
            ("\"\\u00e4 \\/ \\ud83d\\ude00 \\\"a\\\"\"", "ä / 😀 \"a\""),
        ] {
            for text in [
                format!("{{\"weight\": 3, \"title\": {written}, \"tags\": [{written}]}}\nTeksti\n"),
                format!(
                    "---json\n{{\"weight\": 3, \"title\": {written}, \"tags\": [{written}]}}\n---\nTeksti\n"
                ),
            ] {
                let read = split(&text).front_matter;
                assert_eq!((read.title.as_deref(), read.order), (Some(title), Some(3.0)), "{text}");
                assert_eq!(read.tags, [title], "{text}");
            }
        }
        for (written, title) in [
            ("'no'", "no"),
            ("true", "true"),
            ("1.0", "1.0"),
            ("1e3", "1e3"),
            ("0x1F", "0x1F"),
            ("1_000", "1_000"),
            ("+7", "+7"),
            ("2024-05-01", "2024-05-01"),
            ("2024-05-01 10:00:00", "2024-05-01 10:00:00"),
            ("12:30:00", "12:30:00"),
            ("inf", "inf"),
        ] {
            let text =
                format!("+++\ntitle = {written}\ntags = [{written}] # a\nweight = 1_0\ndraft = false\n+++\n");
            let read = split(&text).front_matter;
            assert_eq!(
                (read.title.as_deref(), read.order, read.draft),
                (Some(title), Some(10.0), false),
                "{text}"
            );
            assert_eq!(read.tags, [title], "{text}");
        }
        assert_eq!(category("label: 007\n").unwrap().name.as_deref(), Some("007"));
    }

    #[test]
    fn lines_without_fences_are_front_matter_where_they_can_be_nothing_else() {
        for (top, date) in [
            ("Date: 2024-05-01", Some("2024-05-01")),
            ("date: 1.5.2024\nAuthor: Maija", Some("1.5.2024")),
            ("Author: Maija\nDate: May 1, 2024\nTags: a, b", Some("May 1, 2024")),
            ("Authors: Maija\n    Matti\nDate: 2024-05-01", Some("2024-05-01")),
            ("Title: Retki\nPlace: Lampi", None),
            ("Published: 2024-05-01", None),
            ("Publish Date: 2024-05-01\nPlace: Lampi", None),
            ("Expires: 2024-05-01", None),
            ("Modified: 2024-05-01\nSummary: Retki", None),
            ("Status: hidden", None),
        ] {
            let text = format!("{top}\n\nTeksti\n");
            let read = split(&text);
            assert_eq!(read.body, "\nTeksti\n", "{top}");
            assert_eq!(read.front_matter.date.as_deref(), date, "{top}");
        }
        for text in [
            "Date: 1.5.2024\nPlace: Lampi\n\nTeksti\n",
            "Date: soon\n\nTeksti\n",
            "Author: Maija\n\nTeksti\n",
            "Aika: 1.5.2024\nPaikka: Lampi\n\nTeksti\n",
            "Date: 1.5.2024\nWe meet at the pond.\n",
            "Note to all: 1.5.2024\n\nTeksti\n",
        ] {
            assert_eq!(split(text).body, text);
        }
    }

    #[test]
    fn a_thematic_break_is_no_front_matter() {
        let text = "---\n\nKaksi sanaa\n\n---\n";
        assert_eq!(split(text).body, text);
    }

    proptest! {
        #![proptest_config(crate::published::cases())]

        #[test]
        fn any_front_matter_can_be_tried(fence in "(---|\\+\\+\\+|\\{)", inner in any::<String>(), more in "[a-z:= \\-\\[\\]{}&*!|>'\"#\n0-9]{0,80}") {
            for text in [format!("{fence}\n{inner}\n{fence}\nx"), format!("{fence}\n{more}\n{fence}\n")] {
                let read = split(&text);
                prop_assert!(text.ends_with(read.body));
            }
        }
    }
}
