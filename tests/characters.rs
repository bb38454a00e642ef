//! Characters that no text can hold: neither a document nor a terminal gets one, however it was written.

use std::{collections::BTreeSet, fs, sync::Arc};

use content::{
    fault::{Faults, Ruled, SourceText},
    read::read_file,
    schema,
    source::{PageSource, SiteSource},
};
use serde_json::{Value, json};

use crate::support::{everything, folder::copy, small::Small, validator::Validator};

/// The texts of a JSON value, each with the way to it.
fn texts(value: &Value, way: &str, found: &mut Vec<String>) {
    match value {
        Value::String(_) => found.push(way.to_owned()),
        Value::Array(values) => {
            values.iter().enumerate().for_each(|(at, value)| texts(value, &format!("{way}/{at}"), found));
        }
        Value::Object(fields) => {
            for (name, value) in fields {
                let name = name.replace('~', "~0").replace('/', "~1");
                texts(value, &format!("{way}/{name}"), found);
            }
        }
        _ => {}
    }
}

/// Every JSON file of the site with everything, as a value.
fn files() -> Vec<(bool, Value)> {
    let mut found = Vec::new();
    let mut folders = vec![everything::content()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "json") {
                let text = fs::read_to_string(&path).unwrap();
                found.push((path.ends_with("site.json"), serde_json::from_str(&text).unwrap()));
            }
        }
    }
    found
}

fn refusal(is_site: bool, value: &Value) -> BTreeSet<&'static str> {
    let text = Arc::new(SourceText::new("a.json".into(), value.to_string()));
    let mut faults = Faults::default();
    if is_site {
        drop(read_file::<SiteSource>(&text, &mut faults));
    } else {
        drop(read_file::<PageSource>(&text, &mut faults));
    }
    faults.sorted().iter().map(|fault| fault.finding.rule().code).collect()
}

#[test]
fn no_text_of_any_file_holds_a_control_character_or_a_noncharacter() {
    let validator = |text: String| Validator::new(serde_json::from_str(&text).unwrap());
    let validators = [validator(schema::page_schema()), validator(schema::site_schema())];
    let mut tried = 0;
    for (is_site, value) in files() {
        assert!(refusal(is_site, &value).is_empty());
        let mut ways = Vec::new();
        texts(&value, "", &mut ways);
        for (number, way) in ways.iter().enumerate() {
            // Each text gets another one of them.
            let wrong = [
                "\u{0}", "\u{b}", "\u{1b}", "\r", "\u{7f}", "\u{9b}", "\u{2028}", "\u{ffff}", "\u{fdd0}",
                "\u{202e}",
            ];
            let mut changed = value.clone();
            let place = changed.pointer_mut(way).unwrap();
            *place = format!("{}{}", place.as_str().unwrap(), wrong[number % wrong.len()]).into();
            let said = refusal(is_site, &changed);
            // The name of a kind or a language is another one with a character more.
            let one = BTreeSet::from(["value.character"]);
            assert!(
                said == one
                    || said == BTreeSet::from(["value.type"])
                    || said == BTreeSet::from(["value.unknown"]),
                "{way}: {said:?}"
            );
            assert!(validators[usize::from(is_site)].validate(&changed).is_err(), "{way}");
            tried += 1;
        }
    }
    assert!(tried > 300, "only {tried} texts");
}

#[test]
fn a_name_or_a_title_is_one_line() {
    for (place, fields) in [
        ("title", json!({ "title": "Haku\nalkaa" })),
        ("summary", json!({ "summary": "Haku\nalkaa" })),
        ("name", json!({ "name": "Haku\talkaa" })),
        ("heading", json!({ "content": [{ "heading": "Haku\nalkaa" }] })),
        ("caption", json!({ "content": [{ "table": { "caption": "a\nb", "header": ["a"], "rows": [] } }] })),
    ] {
        let said = Small::new([("fi/a.json", fields)]).check();
        assert_eq!(
            said.iter().map(|said| said.rule.as_str()).collect::<Vec<_>>(),
            ["value.character"],
            "{place}"
        );
        // The report underlines the two letters of the escape alone.
        assert_eq!(said[0].end_column - said[0].column, 2, "{place}");
    }
    let site = Small::with_site(json!({ "name": "Seutu\r\nATTENDEE:x" }), []);
    assert_eq!(site.rules(), ["value.character"]);
}

#[test]
fn no_text_turns_the_order_of_other_texts() {
    for (text, rules) in [
        ("Haku \u{202e}alkaa", &["value.character"][..]),
        ("\u{202b}Haku", &["value.character"]),
        ("\u{2067}Haku", &["value.character"]),
        ("\u{2067}שלום\u{2069} ja haku", &[]),
        ("שלום\u{200f} 1", &[]),
    ] {
        let said = Small::new([("fi/a.json", json!({ "title": text }))]).check();
        assert_eq!(said.iter().map(|said| said.rule.as_str()).collect::<Vec<_>>(), rules, "{text:?}");
    }
    // A part of a text in Markdown may open what another one closes.
    let content = json!([{ "paragraph": "\u{2067}**שלום**\u{2069} on tervehdys." }]);
    assert_eq!(Small::new([("fi/a.json", json!({ "content": content }))]).rules(), [] as [&str; 0]);
}

#[test]
fn markdown_and_code_have_lines() {
    let content = json!([
        { "paragraph": "Rivi\\\ntoinen" },
        { "code": { "text": "a\n\tb" } },
        { "table": { "caption": "Päivät", "header": ["a\nb"], "rows": [["a\nb"]] } },
    ]);
    assert_eq!(Small::new([("fi/a.json", json!({ "content": content }))]).rules(), [] as [&str; 0]);
}

#[test]
fn a_character_reference_of_markdown_hides_nothing() {
    for text in ["a&#27;b", "a&#x0b;b", "[a](<abbr:b&#12;c>)", "**a&#xffff;**", "&#x9b;"] {
        let site = Small::new([("fi/a.json", json!({ "content": [{ "paragraph": text }] }))]);
        assert_eq!(site.rules(), ["value.character"], "{text}");
    }
    for text in [
        "&#x2067;Haku",
        "**a&#x202b;** b",
        "a&#x2068; [b](<abbr:c>)",
        "[a](<abbr:b&#8295;c>)",
        "[a](lang:sv)&#x202a;",
    ] {
        let site = Small::new([("fi/a.json", json!({ "content": [{ "paragraph": text }] }))]);
        assert_eq!(site.rules(), ["value.character"], "{text}");
    }
    for text in [
        "&#x2067;שלום&#x2069; on tervehdys",
        "&#x2067;**שלום**\u{2069} on",
        "&#x202b;a&#x202c; b",
        "שלום&#x200f; 1",
    ] {
        let site = Small::new([("fi/a.json", json!({ "content": [{ "paragraph": text }] }))]);
        assert_eq!(site.rules(), [] as [&str; 0], "{text}");
    }
}

#[test]
fn the_terminal_gets_no_command_from_a_file() {
    let site = Small::new([
        ("fi/a.json", json!({ "title": "\u{1b}[2J", "\u{1b}]0;x\u{7}": 1, "oldAddresses": ["/\u{9b}31m"] })),
        ("fi/b.json", json!({ "content": [{ "paragraph": "[a](/\u{202e}b/) [c](\u{202e}:d)" }] })),
    ]);
    site.write("fi/c.json", "{ \u{1b}[31m \"title\": \"a\u{9b}31m\" }");
    site.write("fi/e.json", "{ \"title\": \"a\u{9b}31m\u{7f}\", \"a\\u001b[31m\": 1, \"a\\u001b[31m\": 2 }");
    #[cfg(unix)]
    site.write("fi/d\u{1b}[31m.json", "{}");
    #[cfg(unix)]
    site.write("fi/f\n  × Kaikki on kunnossa.json", "{}");
    let output = site.run_check(&[]);
    let report = String::from_utf8(output.stderr).unwrap();
    assert!(report.contains("\\u001b") && report.contains("fi/c.json"), "{report}");
    let commands = |character: &char| {
        (character.is_control() && *character != '\n') || ('\u{202a}'..='\u{202e}').contains(character)
    };
    assert_eq!(report.chars().find(commands), None, "{report:?}");
    assert!(!report.contains("\n  × Kaikki on kunnossa"), "{report}");
}

#[test]
fn a_bad_name_reaches_no_other_report() {
    let site = Small::new([("fi/a.json", json!({ "title": "Haku" }))]);
    let (before, out) = (site.content().with_file_name("before"), site.publish(&[]));
    copy(&out, &before);
    let page = fs::read_to_string(out.join("a/page.json")).unwrap();
    fs::write(out.join("a/page.json"), page.replace("\"Haku\"", "\"Haku\\u001b[31m\"")).unwrap();
    #[cfg(unix)]
    fs::write(out.join("a/b\nseutu: kaikki on kunnossa"), "").unwrap();
    for arguments in [
        vec!["diff".to_owned(), before.display().to_string(), out.display().to_string()],
        vec!["check".to_owned(), "--published".to_owned(), out.display().to_string()],
    ] {
        let output =
            std::process::Command::new(env!("CARGO_BIN_EXE_seutu")).args(&arguments).output().unwrap();
        let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
        assert!(!said.contains('\u{1b}') && !said.contains("\nseutu: kaikki"), "{said:?}");
    }
}

#[test]
fn a_failure_is_one_line_whatever_a_file_is_called() {
    let name = "ei\nseutu: kaikki on kunnossa";
    for arguments in [["check", "--content", name], ["diff", name, name], ["check", "--published", name]] {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_seutu"));
        let output = command.args(arguments).output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(said.contains("ei\\u000aseutu") && !said.contains("\nseutu: kaikki"), "{said}");
    }
}
