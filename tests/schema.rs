//! The committed schemas are those of the types, and an independent validator agrees with the checker.
//!
//! `UPDATE_EXPECTED=1 cargo test -p publisher --test schema` writes them anew after a change of the source model.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use publisher::schema;
use serde_json::Value;

fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

#[test]
fn the_committed_schemas_and_the_reference_are_those_of_the_types() {
    let folder = workspace().join("public/content/schema");
    let written = [
        (folder.join(schema::PAGE), schema::page_schema()),
        (folder.join(schema::SITE), schema::site_schema()),
        (workspace().join("docs/reference.md"), schema::reference()),
    ];
    for (file, text) in written {
        if std::env::var_os("UPDATE_EXPECTED").is_some() {
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(&file, &text).unwrap();
        }
        assert_eq!(fs::read_to_string(&file).unwrap_or_default(), text, "{} is out of date", file.display());
    }
}

/// The rules that the checker reports: all texts in the source of the findings are names of rules.
fn rules() -> BTreeSet<String> {
    let files = fs::read_dir(workspace().join("publisher/src/fault/finding")).unwrap();
    files
        .flat_map(|file| {
            let text = fs::read_to_string(file.unwrap().path()).unwrap();
            let quoted: Vec<String> = text.split('"').skip(1).step_by(2).map(str::to_owned).collect();
            quoted
        })
        .collect()
}

#[test]
fn every_rule_is_explained_and_has_a_site_that_breaks_it() {
    let reported = rules();
    assert!(reported.len() > 40, "{reported:?}");
    let explained = fs::read_to_string(workspace().join("docs/rules.md")).unwrap();
    let explained: BTreeSet<String> = explained
        .lines()
        .filter_map(|line| line.strip_prefix("## "))
        .filter(|line| line.contains('.'))
        .map(str::to_owned)
        .collect();
    let mut broken = BTreeSet::new();
    for folder in ["tests/sites/bad", "tests/sites/warned"] {
        for entry in fs::read_dir(workspace().join(folder)).unwrap() {
            let report = fs::read_to_string(entry.unwrap().path().join("expected.txt")).unwrap();
            broken.extend(report.lines().filter(|line| reported.contains(*line)).map(str::to_owned));
        }
    }
    let without_page: Vec<_> = reported.difference(&explained).collect();
    let without_rule: Vec<_> = explained.difference(&reported).collect();
    let without_site: Vec<_> =
        reported.difference(&broken).filter(|rule| !ELSEWHERE.contains(&rule.as_str())).collect();
    assert!(without_page.is_empty(), "not explained in docs/rules.md: {without_page:?}");
    assert!(without_rule.is_empty(), "explained in docs/rules.md, but never reported: {without_rule:?}");
    assert!(without_site.is_empty(), "no site in tests/sites breaks: {without_site:?}");
}

/// Rules that need more than a folder of files to be broken; `tests/robustness.rs` breaks them.
const ELSEWHERE: [&str; 3] = ["asset.too-large", "file.link", "value.wrong"];

#[test]
fn the_schemas_are_valid_themselves() {
    for text in [schema::page_schema(), schema::site_schema()] {
        let schema: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
        jsonschema::meta::validate(&schema).unwrap();
    }
}

/// Every JSON file of a site with whether it is the site's own.
fn files(content: &Path) -> Vec<(PathBuf, bool)> {
    let mut found = Vec::new();
    let mut folders = vec![content.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() && !path.ends_with("schema") {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "json") {
                let own = path.ends_with("site.json");
                found.push((path, own));
            }
        }
    }
    found.sort();
    found
}

struct Validators {
    page: jsonschema::Validator,
    site: jsonschema::Validator,
}

impl Validators {
    fn new() -> Validators {
        let validator = |text: &str| jsonschema::validator_for(&serde_json::from_str(text).unwrap()).unwrap();
        Validators { page: validator(&schema::page_schema()), site: validator(&schema::site_schema()) }
    }

    fn accepts(&self, text: &str, own: bool) -> Result<(), String> {
        let value: Value = serde_json::from_str(text).map_err(|error| error.to_string())?;
        let validator = if own { &self.site } else { &self.page };
        validator.validate(&value).map_err(|error| format!("{}: {error}", error.instance_path()))
    }
}

#[test]
fn an_independent_validator_accepts_every_good_file() {
    let validators = Validators::new();
    let sites = ["public/content", "tests/sites/good/content", "tests/sites/everything/content"];
    for site in sites {
        let files = files(&workspace().join(site));
        assert!(!files.is_empty(), "{site} is empty");
        for (file, own) in files {
            let text = fs::read_to_string(&file).unwrap();
            if let Err(error) = validators.accepts(&text, own) {
                panic!("{}: {error}", file.display());
            }
        }
    }
}

#[test]
fn an_independent_validator_refuses_what_the_checker_refuses_for_its_shape() {
    let validators = Validators::new();
    // What these rules report is a matter of the schema; all others go beyond it.
    let of_shape = [
        "field.missing",
        "field.unknown",
        "value.type",
        "value.unknown",
        "value.variant",
        "value.incomplete",
    ];
    let mut refused = 0;
    for entry in fs::read_dir(workspace().join("tests/sites/bad")).unwrap() {
        let site = entry.unwrap().path();
        let report = fs::read_to_string(site.join("expected.txt")).unwrap();
        if !report.lines().any(|line| of_shape.contains(&line)) {
            continue;
        }
        let bad = files(&site.join("content"))
            .iter()
            .filter(|(file, own)| {
                validators.accepts(&fs::read_to_string(file).unwrap_or_default(), *own).is_err()
            })
            .count();
        assert!(bad > 0, "{} has faults of shape, but the schema accepts all its files", site.display());
        refused += bad;
    }
    assert!(refused >= 5, "hardly any fixture has a fault of shape");
}

#[test]
fn every_field_and_every_variant_is_explained() {
    for text in [schema::page_schema(), schema::site_schema()] {
        let schema: Value = serde_json::from_str(&text).unwrap();
        unexplained(&schema, "#", &mut |at| panic!("{at} has no description"));
    }
}

fn unexplained(schema: &Value, at: &str, report: &mut dyn FnMut(&str)) {
    let Some(fields) = schema.as_object() else { return };
    for (name, property) in fields.get("properties").and_then(Value::as_object).into_iter().flatten() {
        let at = format!("{at}/{name}");
        if property.get("description").is_none() && schema.get("description").is_none() {
            report(&at);
        }
        unexplained(property, &at, report);
    }
    for (name, definition) in fields.get("$defs").and_then(Value::as_object).into_iter().flatten() {
        unexplained(definition, &format!("{at}/$defs/{name}"), report);
    }
    for variant in fields.get("oneOf").and_then(Value::as_array).into_iter().flatten() {
        if variant.get("description").is_none() {
            report(&format!("{at}: {variant}"));
        }
        unexplained(variant, at, report);
    }
}
