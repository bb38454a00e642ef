//! Findings are told in one way, whatever they are about: content, a published site or an import; in every
//! language, for people and for programs.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
    process::Output,
};

use serde_json::Value;

use crate::support::crawled::{Site, report, seutu, text, words};

const LANGUAGES: [&str; 3] = ["fi", "sv", "en"];

/// A command that reports findings, in a folder of its own.
struct Source {
    scratch: tempfile::TempDir,
    arguments: Vec<String>,
    /// What its rules begin with; content has rules of many beginnings.
    rules: &'static str,
}

impl Source {
    fn new(arguments: &[&str], rules: &'static str, files: &[(&str, &str)]) -> Source {
        let scratch = tempfile::tempdir().unwrap();
        for (path, text) in files {
            let file = scratch.path().join(path);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, text).unwrap();
        }
        let arguments = arguments.iter().map(|argument| (*argument).to_owned()).collect();
        Source { scratch, arguments, rules }
    }

    fn run(&self, more: &[&str]) -> Output {
        // A tree is imported anew each time.
        let _ = fs::remove_dir_all(self.scratch.path().join("into"));
        seutu().args(&self.arguments).args(more).current_dir(self.scratch.path()).output().unwrap()
    }
}

const SITE: &str = r#"{ "name": "N", "slogan": "S", "address": "https://testila.example", "languages": ["fi"], "menu": [],
    "footer": [] }"#;

/// Each of the three with warnings alone: a long title; a file that nothing leads to and a rule for no file;
/// marks that are left out.
fn sources() -> [Source; 3] {
    let long = "Aivan liian pitkä otsikko, jota mikään hakutulos tai välilehti ei ikinä mahdu näyttämään kokonaan, vaikka se sanoo paljon";
    let page = format!(
        r#"{{ "title": "{long}", "summary": "S", "kind": "page", "content": [{{ "paragraph": "Sana" }}] }}"#
    );
    let front = r#"{ "title": "Etusivu", "summary": "S", "kind": "front", "content": [{ "paragraph": "[Sivu](/a/)" }] }"#;
    let content = Source::new(
        &["check", "--content", "content"],
        "",
        &[("content/site.json", SITE), ("content/fi/index.json", front), ("content/fi/a.json", &page)],
    );
    let tree = "# A\n\n~~pois~~ [b](ei.md)\n\n~~pois~~\n";
    let import = Source::new(
        &["import", "markdown", "tree", "--into", "into"],
        "import.",
        &[("tree/_index.md", "---\nlead: a\n---\n"), ("tree/a.md", tree), ("tree/b.txt", "b")],
    );
    let site = Site::for_netlify();
    site.write("a.txt", "a");
    site.edit("_headers", "/*\n", "/ei-ole/\n  X-Robots-Tag: noindex\n/*\n");
    let published = Source::new(&["check", "--published", "dist"], "published.", &[]);
    crate::support::folder::copy(&site.folder(), &published.scratch.path().join("dist"));
    [content, published, import]
}

fn json(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{}", words(output)))
}

/// Whether a page of the guides has the heading that an address leads to.
fn leads_somewhere(address: &str) -> bool {
    let (page, anchor) = address.split_once('#').unwrap();
    let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(page)).unwrap();
    let anchor_of = |heading: &str| -> String {
        let kept = heading.chars().filter(|c| c.is_alphanumeric() || " -".contains(*c));
        kept.flat_map(char::to_lowercase).map(|c| if c == ' ' { '-' } else { c }).collect()
    };
    page.lines()
        .filter(|line| line.starts_with('#'))
        .any(|line| anchor_of(line.trim_start_matches(['#', ' '])) == anchor)
}

#[test]
fn every_source_is_told_in_every_form_and_language() {
    for source in sources() {
        let mut messages: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        let mut places = BTreeSet::new();
        for language in LANGUAGES {
            let people = source.run(&["--language", language]);
            let scripts = source.run(&["--format", "json", "--language", language]);
            let hosts = source.run(&["--format", "sarif", "--language", language]);
            for output in [&people, &scripts, &hosts] {
                assert_eq!(output.status.code(), Some(0), "warnings alone are no fault: {}", words(output));
            }
            assert!(people.stdout.is_empty() && scripts.stderr.is_empty() && hosts.stderr.is_empty());
            let faults = report(&scripts);
            assert!(!faults.is_empty());
            let run = json(&hosts)["runs"][0].clone();
            let results = run["results"].as_array().unwrap();
            assert_eq!(json(&hosts)["version"], "2.1.0");
            assert_eq!(results.len(), faults.len());
            let people = words(&people).replace("\n  │ ", " ");
            for (fault, result) in faults.iter().zip(results) {
                let (rule, message) = (text(&fault["rule"]), text(&fault["message"]));
                assert!(rule.starts_with(source.rules), "{fault}");
                assert_eq!(fault["severity"], "warning", "{fault}");
                let beginning: String = message.chars().take(30).collect();
                assert!(people.contains(&rule) && people.contains(&beginning), "{message}\n{people}");
                // SARIF says the same of the same place, and where its rule is explained.
                assert_eq!((&result["ruleId"], &result["level"]), (&fault["rule"], &fault["severity"]));
                assert!(text(&result["message"]["text"]).starts_with(&message));
                let place = &result["locations"][0]["physicalLocation"];
                assert_eq!(place["artifactLocation"]["uri"], fault["file"], "{fault}");
                for (region, name) in [
                    ("startLine", "line"),
                    ("startColumn", "column"),
                    ("endLine", "endLine"),
                    ("endColumn", "endColumn"),
                ] {
                    assert_eq!(place["region"][region], fault[name], "{fault}");
                }
                let known = &run["tool"]["driver"]["rules"][result["ruleIndex"].as_u64().unwrap() as usize];
                assert_eq!(known["id"], fault["rule"]);
                assert!(leads_somewhere(&text(&known["helpUri"])), "{known}");
                messages.entry(language).or_default().push(message);
            }
            places.insert(faults.iter().map(|fault| fault["line"].to_string()).collect::<Vec<_>>());
        }
        assert_eq!(places.len(), 1, "the places are the same in every language");
        assert_ne!(
            places.first().unwrap().iter().filter(|line| *line != "null").count(),
            0,
            "a line is known"
        );
        for [one, other] in [["fi", "sv"], ["sv", "en"], ["fi", "en"]] {
            let same = messages[one].iter().zip(&messages[other]).find(|(one, other)| one == other);
            assert_eq!(same, None, "said in {one} as in {other}");
        }
    }
}

#[test]
fn denied_warnings_are_faults_of_every_source() {
    for source in sources() {
        for format in ["text", "json", "sarif"] {
            let output = source.run(&["--deny", "warnings", "--format", format, "--language", "en"]);
            assert_eq!(output.status.code(), Some(1), "{}", words(&output));
            match format {
                "text" => assert!(words(&output).contains('×') && !words(&output).contains('⚠')),
                "json" => assert!(report(&output).iter().all(|fault| fault["severity"] == "error")),
                _ => {
                    let results = json(&output)["runs"][0]["results"].as_array().unwrap().clone();
                    assert!(results.iter().all(|result| result["level"] == "error"));
                }
            }
        }
        assert!(!source.scratch.path().join("into").exists(), "nothing is imported");
    }
    for source in sources() {
        // Nothing is there to be checked or imported.
        let empty = tempfile::tempdir().unwrap();
        let output = seutu().args(&source.arguments).current_dir(empty.path()).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{}", words(&output));
    }
}

#[test]
fn the_guide_names_each_rule_of_an_import() {
    let guide = include_str!("../docs/publishing.en.md");
    let findings = include_str!("../crates/import/src/finding/rule.rs");
    let rules: BTreeSet<&str> = findings.split('"').filter(|text| text.starts_with("import.")).collect();
    assert!(rules.len() > 10, "{rules:?}");
    for rule in rules {
        assert!(guide.contains(&format!("`{rule}`")), "{rule}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn where_nothing_can_be_written_the_exit_code_says_so_and_a_closed_pipe_is_no_fault() {
    use std::{fs::File, process::Stdio};
    let full = || Stdio::from(File::options().write(true).open("/dev/full").unwrap());
    let closed = || {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        Stdio::from(writer)
    };
    let content = &sources()[0];
    let run = |more: &[&str], stdout: Stdio, stderr: Stdio| {
        let mut command = seutu();
        command.args(&content.arguments).args(more).current_dir(content.scratch.path());
        command.stdout(stdout).stderr(stderr).status().unwrap().code()
    };
    for format in ["json", "sarif"] {
        let arguments = ["--format", format];
        assert_eq!(run(&arguments, full(), Stdio::null()), Some(2), "{format}");
        assert_eq!(run(&arguments, full(), full()), Some(2), "{format}");
        assert_eq!(run(&arguments, closed(), closed()), Some(0), "{format}");
        assert_eq!(run(&["--format", format, "--deny", "warnings"], closed(), closed()), Some(1), "{format}");
    }
    assert_eq!(run(&[], Stdio::null(), full()), Some(2));
    assert_eq!(run(&[], Stdio::null(), closed()), Some(0));
    let nowhere = ["check", "--published", "nowhere"];
    let refused = seutu().args(nowhere).stdout(full()).stderr(full()).status().unwrap();
    assert_eq!(refused.code(), Some(2));
}
