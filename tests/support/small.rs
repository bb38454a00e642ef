//! A site of a few files, written for one test: what a page or `site.json` doesn't say is sound.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use serde_json::{Map, Value, json};

/// A content folder that goes when it is dropped.
pub struct Small {
    scratch: tempfile::TempDir,
}

/// The texts of a fault.
#[derive(Debug, PartialEq, Eq)]
pub struct Said {
    pub rule: String,
    pub severity: String,
    pub line: u64,
    pub column: u64,
    pub end_column: u64,
    pub message: String,
    pub help: String,
}

impl Small {
    /// A site with these pages: their files as `fi/haku.json`, and what their fields say.
    pub fn new<const N: usize>(pages: [(&str, Value); N]) -> Small {
        Small::with_site(json!({}), pages)
    }

    /// A site whose own file says something, with these pages.
    pub fn with_site<const N: usize>(site: Value, pages: [(&str, Value); N]) -> Small {
        let small = Small { scratch: tempfile::tempdir().unwrap() };
        let mut pages = BTreeMap::from(pages);
        pages.entry("fi/index.json").or_insert(json!({ "content": [{ "children": {} }] }));
        let mut languages = vec!["fi"];
        languages.extend(["sv", "en"].iter().filter(|tag| pages.keys().any(|name| name.starts_with(*tag))));
        let mut sound = json!({
            "name": "Seutu", "slogan": "Yhdessä", "address": "https://seutu.example", "menu": [], "footer": [],
            "languages": languages,
        });
        add(&mut sound, site);
        small.write("site.json", sound.to_string());
        for (name, fields) in pages {
            let is_front = name.ends_with("/index.json") && name.matches('/').count() == 1;
            let mut page = json!({
                "title": format!("Sivu {}", name.trim_end_matches(".json")), "summary": "Mistä sivu kertoo.",
                "kind": if is_front { "front" } else { "page" },
            });
            add(&mut page, fields);
            small.write(name, page.to_string());
        }
        small
    }

    /// The content folder.
    pub fn content(&self) -> PathBuf {
        self.scratch.path().join("content")
    }

    /// Where the site is published.
    pub fn out(&self) -> PathBuf {
        self.scratch.path().join("dist")
    }

    /// Writes a file into the content folder.
    pub fn write(&self, name: &str, contents: impl AsRef<[u8]>) {
        let file = self.content().join(name);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, contents).unwrap();
    }

    /// Runs `seutu check` on it, in English and without colours.
    pub fn run_check(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_seutu"));
        command.args(["check", "--language", "en", "--content"]).arg(self.content()).args(arguments);
        command.env("NO_COLOR", "1").output().unwrap()
    }

    /// The checker's report, without the warnings about pages that no link leads to.
    pub fn check(&self) -> Vec<Said> {
        let output = self.run_check(&["--format", "json"]);
        let report: Value = serde_json::from_slice(&output.stdout)
            .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&output.stderr)));
        let text = |fault: &Value, name: &str| fault[name].as_str().unwrap().to_owned();
        let faults = report["faults"].as_array().unwrap().iter().map(|fault| Said {
            rule: text(fault, "rule"),
            severity: text(fault, "severity"),
            line: fault["line"].as_u64().unwrap(),
            column: fault["column"].as_u64().unwrap(),
            end_column: fault["endColumn"].as_u64().unwrap(),
            message: text(fault, "message"),
            help: text(fault, "help"),
        });
        faults.filter(|said| said.rule != "page.orphan").collect()
    }

    /// The names of the rules that it breaks, each once.
    pub fn rules(&self) -> Vec<String> {
        let mut rules: Vec<String> = self.check().into_iter().map(|said| said.rule).collect();
        rules.sort();
        rules.dedup();
        rules
    }

    /// Publishes it in the small shell and gives the folder.
    pub fn publish(&self, arguments: &[&str]) -> PathBuf {
        let output = super::everything::build(&self.content(), &self.out()).args(arguments).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        self.out()
    }
}

fn add(to: &mut Value, fields: Value) {
    let fields: Map<String, Value> = serde_json::from_value(fields).unwrap();
    to.as_object_mut().unwrap().extend(fields);
}

/// The text of a published file.
pub fn read(out: &Path, name: &str) -> String {
    fs::read_to_string(out.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}
