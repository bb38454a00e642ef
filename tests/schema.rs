//! The committed schemas are those of the types, and an independent validator agrees with the checker.
//!
//! `UPDATE_EXPECTED=1 cargo test -p publisher --test native schema::` writes them anew after a change of the
//! source model, and `$schema` into the files of the fixtures that lack it.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use content::schema;
use generator::{GeneratedPortal, Size};
use serde_json::Value;

use crate::support::validator::Validator;

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
        let is_current = fs::read_to_string(&file).unwrap_or_default() == text;
        assert!(is_current, "{} is out of date: set UPDATE_EXPECTED=1", file.display());
    }
}

/// The rules that the checker reports: all texts in the source of the findings are names of rules.
fn rules() -> BTreeSet<String> {
    let files = fs::read_dir(workspace().join("crates/content/src/fault/finding")).unwrap();
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

/// Rules that need more than a folder of small files to be broken, or a folder that not every system can
/// hold; `tests/rules.rs` and `tests/robustness.rs` break them.
const ELSEWHERE: [&str; 4] = ["asset.alike", "asset.too-large", "file.link", "file.unreadable"];

#[test]
fn the_schemas_are_valid_themselves() {
    for text in [schema::page_schema(), schema::site_schema()] {
        let schema: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
        Validator::new(schema);
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
    page: Validator,
    site: Validator,
}

impl Validators {
    fn new() -> Validators {
        let validator = |text: &str| Validator::new(serde_json::from_str(text).unwrap());
        Validators { page: validator(&schema::page_schema()), site: validator(&schema::site_schema()) }
    }

    fn accepts(&self, text: &str, own: bool) -> Result<(), String> {
        let value: Value = serde_json::from_str(text).map_err(|error| error.to_string())?;
        let validator = if own { &self.site } else { &self.page };
        validator.validate(&value)
    }
}

/// The content folders below some folders of the repository.
fn contents(below: &[&str]) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = below
        .iter()
        .flat_map(|folder| fs::read_dir(workspace().join(folder)).unwrap())
        .flat_map(|site| ["content", "expected"].map(|name| site.as_ref().unwrap().path().join(name)))
        .filter(|content| content.is_dir())
        .collect();
    found.sort();
    found
}

/// A portal as the generator makes it.
fn generated() -> tempfile::TempDir {
    let scratch = tempfile::tempdir().unwrap();
    let portal = GeneratedPortal::generate(Size { pages: 40, seed: 1 });
    generator::seutu::write(&portal, scratch.path()).unwrap();
    scratch
}

#[test]
fn every_file_names_its_schema() {
    let generated = generated();
    let mut contents = contents(&["tests/sites", "tests/sites/bad", "tests/sites/warned", "tests/import"]);
    contents.extend([workspace().join("public/content"), generated.path().to_owned()]);
    let mut named = 0;
    for content in contents {
        for (file, own) in files(&content) {
            let bytes = fs::read(&file).unwrap();
            let begin = if bytes.starts_with("\u{FEFF}".as_bytes()) { 4 } else { 1 };
            if bytes.get(begin - 1) != Some(&b'{') {
                continue; // This one is a fixture because it holds no fields.
            }
            let depth = file.strip_prefix(&content).unwrap().components().count() - 1;
            let way = if own { format!("schema/{}", schema::SITE) } else { schema::from_page(depth) };
            let field = format!("\"$schema\": \"{way}\"");
            if std::env::var_os("UPDATE_EXPECTED").is_some()
                && !bytes.windows(9).any(|at| at == b"\"$schema\"")
            {
                let (before, after) = bytes.split_at(begin);
                let space = if after.starts_with(b"\n") { "\n  " } else { " " };
                fs::write(&file, [before, format!("{space}{field},").as_bytes(), after].concat()).unwrap();
            }
            let text = fs::read(&file).unwrap();
            let text = String::from_utf8_lossy(&text);
            assert!(text.contains(&field), "{} doesn't say {field}", file.display());
            named += 1;
        }
    }
    assert!(named > 300, "only {named} files name their schema");
}

#[test]
fn an_independent_validator_accepts_every_good_file() {
    let (validators, generated) = (Validators::new(), generated());
    let mut sites = contents(&["tests/sites", "tests/sites/warned", "tests/import"]);
    sites.extend([workspace().join("public/content"), generated.path().to_owned()]);
    for site in sites {
        let files = files(&site);
        assert!(!files.is_empty(), "{} is empty", site.display());
        for (file, own) in files.into_iter().filter(|(file, own)| *own || is_read(&site, file)) {
            let text = fs::read_to_string(&file).unwrap();
            if let Err(error) = validators.accepts(&text, own) {
                panic!("{}: {error}", file.display());
            }
        }
    }
}

/// Whether a file stands in the folder of a language; all others are ignored.
fn is_read(content: &Path, file: &Path) -> bool {
    ["fi", "sv", "en"].iter().any(|language| file.starts_with(content.join(language)))
}

/// The rules that report violations of the schema; all others go beyond it.
const OF_SHAPE: [&str; 8] = [
    "value.character",
    "field.missing",
    "field.unknown",
    "value.type",
    "value.range",
    "value.unknown",
    "value.variant",
    "value.incomplete",
];

#[test]
fn an_independent_validator_and_the_checker_refuse_the_same_files_for_their_shape() {
    let validators = Validators::new();
    let mut refused = 0;
    for content in contents(&["tests/sites/bad"]) {
        let said = faults_of(&content);
        for (file, own) in files(&content).into_iter().filter(|(file, own)| *own || is_read(&content, file)) {
            let said = said.get(&file).cloned().unwrap_or_default();
            if said.iter().any(|rule| rule.starts_with("json.") || rule.starts_with("file.")) {
                continue; // It isn't JSON, or holds a name twice, of which a schema knows nothing.
            }
            let of_shape = said.iter().any(|rule| OF_SHAPE.contains(&rule.as_str()));
            let accepted = validators.accepts(&fs::read_to_string(&file).unwrap(), own);
            assert_eq!(accepted.is_err(), of_shape, "{}: {said:?}, but {accepted:?}", file.display());
            refused += usize::from(of_shape);
        }
    }
    assert!(refused >= 8, "hardly any fixture has a fault of shape");
}

/// The rules that `seutu check` names, by file.
fn faults_of(content: &Path) -> BTreeMap<PathBuf, BTreeSet<String>> {
    let output = Command::new(env!("CARGO_BIN_EXE_seutu"))
        .args(["check", "--format", "json", "--content"])
        .arg(content)
        .output()
        .expect("the binary runs");
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    let mut found: BTreeMap<PathBuf, BTreeSet<String>> = BTreeMap::new();
    for fault in report["faults"].as_array().unwrap() {
        let text = |name: &str| fault[name].as_str().unwrap().to_owned();
        found.entry(text("file").into()).or_default().insert(text("rule"));
    }
    found
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
