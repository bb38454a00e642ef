//! Faults for programs: JSON for scripts, SARIF for editors and code hosts.

use std::path::{Component, Path};

use page::Language;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value, json};

use super::{Fault, Faults, words::words};

/// The version of [`json`]'s form; a change that breaks readers counts it up.
const VERSION: u32 = 1;

/// Where the rules are explained, relative to the repository.
const RULES: &str = "docs/rules.md";

/// All faults as one JSON document: `{ "version": 1, "faults": [ { "rule", "severity", "file", "line", "column",
/// "endLine", "endColumn", "message", "label", "help" } ] }`; the last three in a language, lines and columns are counted from 1, columns in
/// characters, the end is the place after the last character.
pub fn json(faults: Faults, language: Language) -> String {
    let faults: Vec<Value> = faults
        .sorted()
        .iter()
        .map(|fault| {
            let ((line, column), (end_line, end_column)) = (fault.line_and_column(), fault.end());
            let words = words(&fault.finding, language);
            json!({
                "rule": fault.finding.code(),
                "severity": fault.severity.name(),
                "file": fault.place.file.path.display().to_string(),
                "line": line,
                "column": column,
                "endLine": end_line,
                "endColumn": end_column,
                "message": words.message,
                "label": words.label,
                "help": words.help,
            })
        })
        .collect();
    lines(&json!({ "version": VERSION, "faults": faults }))
}

/// All faults as SARIF 2.1.0 (OASIS), columns in Unicode code points, messages in a language.
pub fn sarif(faults: Faults, language: Language) -> String {
    let faults = faults.sorted();
    let mut rules: Vec<&str> = faults.iter().map(|fault| fault.finding.code()).collect();
    rules.sort_unstable();
    rules.dedup();
    let results: Vec<Value> = faults.iter().map(|fault| result(fault, &rules, language)).collect();
    let rules = rules
        .iter()
        .map(|rule| json!({ "id": rule, "helpUri": format!("{RULES}#{}", rule.replace('.', "")) }))
        .collect();
    sarif_document(rules, results)
}

/// The document that holds the results of one run, and the rules by which they came about.
pub fn sarif_document(rules: Vec<Value>, results: Vec<Value>) -> String {
    let driver = json!({ "name": "seutu", "version": env!("CARGO_PKG_VERSION"), "rules": rules });
    lines(&json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": driver },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    }))
}

fn result(fault: &Fault, rules: &[&str], language: Language) -> Value {
    let ((line, column), (end_line, end_column)) = (fault.line_and_column(), fault.end());
    let code = fault.finding.code();
    let words = words(&fault.finding, language);
    json!({
        "ruleId": code,
        "ruleIndex": rules.iter().position(|rule| *rule == code),
        "level": fault.severity.name(),
        "message": { "text": format!("{}; {}", words.message, words.help) },
        "locations": [{
            "physicalLocation": {
                "artifactLocation": { "uri": address(&fault.place.file.path) },
                "region": {
                    "startLine": line,
                    "startColumn": column,
                    "endLine": end_line,
                    "endColumn": end_column,
                },
            },
        }],
    })
}

/// A file's address (RFC 3986): relative as the path is, or with the scheme `file` (RFC 8089).
fn address(path: &Path) -> String {
    let mut address = String::new();
    for part in path.components() {
        match part {
            Component::Prefix(prefix) => {
                address = format!("file:///{}", prefix.as_os_str().to_string_lossy());
            }
            Component::RootDir if address.is_empty() => address.push_str("file://"),
            Component::RootDir => {}
            name => {
                if !address.is_empty() || path.has_root() {
                    address.push('/');
                }
                address.extend(utf8_percent_encode(&name.as_os_str().to_string_lossy(), NOT_IN_A_NAME));
            }
        }
    }
    address
}

/// All but the unreserved signs (RFC 3986 §2.3).
const NOT_IN_A_NAME: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

fn lines(value: &Value) -> String {
    format!("{value:#}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_has_an_address_that_programs_understand() {
        assert_eq!(
            address(Path::new("content/fi/Työ paja #1.json")),
            "content/fi/Ty%C3%B6%20paja%20%231.json"
        );
        assert_eq!(address(Path::new("../fi/a.json")), "../fi/a.json");
        #[cfg(unix)]
        assert_eq!(address(Path::new("/srv/fi/a%b.json")), "file:///srv/fi/a%25b.json");
    }
}
