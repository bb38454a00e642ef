//! Completion in a text editor: an example for each field, and snippets for pages, kinds and blocks.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
    process::Command,
    sync::Arc,
};

use content::{
    fault::{Faults, SourceText},
    read::read_file,
    schema,
    source::{PageSource, SiteSource},
};
use serde_json::{Value, json};

use crate::support::{pdf::pdf, validator::Validator};

fn page_schema() -> Value {
    serde_json::from_str(&schema::page_schema()).unwrap()
}

fn site_schema() -> Value {
    serde_json::from_str(&schema::site_schema()).unwrap()
}

/// Looks at every schema within a schema, each with its way.
fn each_within(schema: &Value, at: &str, look: &mut dyn FnMut(&Value, &str)) {
    look(schema, at);
    for word in ["properties", "$defs"] {
        for (name, inner) in schema.get(word).and_then(Value::as_object).into_iter().flatten() {
            each_within(inner, &format!("{at}/{name}"), look);
        }
    }
    for inner in ["oneOf", "anyOf"].iter().filter_map(|word| schema.get(word)?.as_array()).flatten() {
        each_within(inner, at, look);
    }
}

/// Whether a value is written freely: a text, a number, or a list of such.
fn is_free(schema: &Value) -> bool {
    let is = |name: &str| {
        schema["type"] == name || schema["type"].as_array().is_some_and(|all| all.contains(&name.into()))
    };
    let chosen = schema.get("const").is_some() || schema.get("enum").is_some();
    let in_list = || schema.get("items").is_some_and(is_free);
    !chosen && (is("string") || is("integer") || is("array") && in_list())
}

#[test]
fn every_field_that_is_written_freely_has_an_example() {
    for schema in [page_schema(), site_schema()] {
        let mut without = Vec::new();
        each_within(&schema, "", &mut |inner, at| {
            for (name, field) in inner.get("properties").and_then(Value::as_object).into_iter().flatten() {
                if is_free(field) && field["examples"].as_array().is_none_or(Vec::is_empty) {
                    without.push(format!("{at}/{name}"));
                }
            }
        });
        assert!(without.is_empty(), "no example: {without:?}");
    }
}

#[test]
fn every_example_is_what_its_field_takes() {
    for schema in [page_schema(), site_schema()] {
        let mut examples = 0;
        each_within(&schema, "", &mut |inner, at| {
            let mut alone = inner.clone();
            alone["$defs"] = schema["$defs"].clone();
            let validator = Validator::new(alone);
            for example in inner.get("examples").and_then(Value::as_array).into_iter().flatten() {
                assert_eq!(validator.validate(example), Ok(()), "{at}: {example}");
                examples += 1;
            }
        });
        assert!(examples > 10, "only {examples} examples");
    }
}

/// A snippet's body as it is when its places are left as they were.
fn filled(body: &Value) -> Value {
    match body {
        Value::String(text) => match text.strip_prefix('^') {
            Some(other) => serde_json::from_str(&without_places(other)).expect("a value behind ^"),
            None => without_places(text).into(),
        },
        Value::Array(values) => values.iter().map(filled).collect(),
        Value::Object(fields) => fields
            .iter()
            .map(|(name, value)| (name.clone(), filled(value)))
            .collect::<serde_json::Map<_, _>>()
            .into(),
        other => other.clone(),
    }
}

/// `${1:words}` are the words, `${1|a,b|}` is the first choice.
fn without_places(text: &str) -> String {
    let mut parts = text.split("${");
    let mut whole = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (place, after) = part.split_once('}').expect("a place ends");
        let words = place.trim_start_matches(|letter: char| letter.is_ascii_digit());
        whole.push_str(match words.strip_prefix('|') {
            Some(choices) => choices.split([',', '|']).next().expect("a choice"),
            None => words.strip_prefix(':').expect("words after a colon"),
        });
        whole.push_str(after);
    }
    whole
}

/// The snippets of a definition, or of the whole, with their labels.
fn snippets(schema: &Value, at: &str) -> Vec<(String, Value)> {
    let snippets = schema.pointer(at).and_then(|schema| schema["defaultSnippets"].as_array());
    let said = |snippet: &Value| {
        assert!(snippet["description"].as_str().is_some_and(|text| !text.is_empty()), "{at}: {snippet}");
        (snippet["label"].as_str().unwrap().to_owned(), filled(&snippet["body"]))
    };
    snippets.unwrap_or_else(|| panic!("{at} has no snippets")).iter().map(said).collect()
}

/// The names of all kinds or blocks, each with whether it holds something.
fn variants(definition: &str) -> BTreeMap<String, bool> {
    let schema = page_schema();
    let all = schema["$defs"][definition]["oneOf"].as_array().unwrap();
    let name = |one: &Value| match one["const"].as_str() {
        Some(name) => (name.to_owned(), false),
        None => (one["properties"].as_object().unwrap().keys().next().unwrap().clone(), true),
    };
    all.iter().map(name).collect()
}

#[test]
fn every_kind_and_every_block_has_a_snippet() {
    let labels = |at: &str| -> BTreeSet<String> {
        snippets(&page_schema(), at).into_iter().map(|(label, _)| label).collect()
    };
    let holding = |definition: &str| -> BTreeSet<String> {
        variants(definition).into_iter().filter(|(_, holds)| *holds).map(|(name, _)| name).collect()
    };
    assert_eq!(labels("/$defs/KindSource"), holding("KindSource"));
    assert_eq!(labels("/$defs/BlockSource"), holding("BlockSource"));
    let pages = variants("KindSource").keys().map(|kind| format!("A new page: {kind}")).collect();
    assert_eq!(labels(""), pages);
}

#[test]
fn every_snippet_is_valid_as_it_is_written() {
    for schema in [page_schema(), site_schema()] {
        each_within(&schema, "#", &mut |inner, at| {
            let mut alone = inner.clone();
            alone["$defs"] = schema["$defs"].clone();
            let validator = Validator::new(alone);
            for snippet in inner.get("defaultSnippets").and_then(Value::as_array).into_iter().flatten() {
                let body = filled(&snippet["body"]);
                if let Err(error) = validator.validate(&body) {
                    panic!("{at} {}: {error}", snippet["label"]);
                }
            }
        });
    }
}

fn decodes<T: serde::de::DeserializeOwned + schemars::JsonSchema>(value: &Value) {
    let text = SourceText::new("a.json".into(), format!("{value:#}"));
    let mut faults = Faults::default();
    let read = read_file::<T>(&Arc::new(text), &mut faults);
    assert!(read.is_some(), "{value:#}\n{}", report::text(faults, page::Language::En));
}

#[test]
fn the_publisher_reads_what_every_snippet_writes() {
    let (page, site) = (page_schema(), site_schema());
    let whole = |kind: Value, content: Value| json!({ "title": "a", "summary": "b", "kind": kind, "content": content });
    snippets(&page, "").iter().for_each(|(_, body)| decodes::<PageSource>(body));
    snippets(&site, "").iter().for_each(|(_, body)| decodes::<SiteSource>(body));
    for (_, kind) in snippets(&page, "/$defs/KindSource") {
        decodes::<PageSource>(&whole(kind, json!([])));
    }
    for (_, block) in snippets(&page, "/$defs/BlockSource") {
        decodes::<PageSource>(&whole(json!("page"), json!([block])));
    }
}

#[test]
fn a_site_made_of_snippets_alone_has_no_faults() {
    let scratch = tempfile::tempdir().unwrap();
    let write = |name: &str, value: &Value| {
        let file = scratch.path().join(name);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, format!("{value:#}\n")).unwrap();
    };
    let (page, site) = (page_schema(), site_schema());
    let pages = snippets(&page, "");
    let of_kind = |kind: &str, title: &str| {
        let (_, body) = pages.iter().find(|(label, _)| label.ends_with(&format!(": {kind}"))).unwrap();
        let mut page = body.clone();
        page["title"] = title.into();
        page
    };
    let mut own = snippets(&site, "").remove(0).1;
    for (field, definition) in [("notice", "SiteNotice"), ("sharingPicture", "SharingPicture")] {
        own[field] = snippets(&site, &format!("/$defs/{definition}Source")).remove(0).1;
    }
    own["redirects"] = json!([snippets(&site, "/$defs/RedirectSource").remove(0).1]);
    write("site.json", &own);
    for kind in variants("KindSource").into_keys() {
        let name = if kind == "front" { "index".to_owned() } else { kind.to_lowercase() };
        write(&format!("fi/{name}.json"), &of_kind(&kind, &kind));
    }
    // What the snippets lead to.
    for folder in ["hankkeet", "uutiset", "tapahtumat", "haut"] {
        write(&format!("fi/{folder}/index.json"), &of_kind("section", folder));
    }
    write("fi/saavutettavuusseloste.json", &of_kind("page", "Saavutettavuusseloste"));
    for (folder, kind) in [("uutiset", "news"), ("tapahtumat", "event"), ("haut", "call")] {
        write(&format!("fi/{folder}/ensimmainen.json"), &of_kind(kind, "Ensimmäinen"));
    }
    let mut blocks = of_kind("page", "Lohkot");
    blocks["content"] = snippets(&page, "/$defs/BlockSource").into_iter().map(|(_, block)| block).collect();
    write("fi/lohkot/index.json", &blocks);
    write("fi/lohkot/alasivu.json", &of_kind("page", "Alasivu"));
    for folder in ["fi", "fi/lohkot"] {
        fs::write(scratch.path().join(folder).join("ohjelma.pdf"), pdf("", "")).unwrap();
    }
    fs::create_dir(scratch.path().join("kuvat")).unwrap();
    for name in ["fi/lohkot/kuva.jpg", "kuvat/seutu.jpg"] {
        image::RgbImage::new(1200, 630).save(scratch.path().join(name)).unwrap();
    }
    check(scratch.path());
}

fn check(content: &Path) {
    let output = Command::new(env!("CARGO_BIN_EXE_seutu"))
        .args(["check", "--language", "en", "--content", content.to_str().unwrap()])
        .env("NO_COLOR", "1")
        .output()
        .expect("the binary runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}
