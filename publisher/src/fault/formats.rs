//! Faults for programs: JSON for scripts, SARIF for editors and code hosts.

use application::page::Language;
use serde_json::{Value, json};

use super::{Fault, Faults, Severity, words::words};

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
                "severity": severity(fault),
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
    let rules: Vec<Value> = rules
        .iter()
        .map(|rule| json!({ "id": rule, "helpUri": format!("{RULES}#{}", rule.replace('.', "")) }))
        .collect();
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
    let address: Vec<String> =
        fault.place.file.path.iter().map(|name| name.to_string_lossy().replace(' ', "%20")).collect();
    json!({
        "ruleId": code,
        "ruleIndex": rules.iter().position(|rule| *rule == code),
        "level": severity(fault),
        "message": { "text": format!("{}; {}", words.message, words.help) },
        "locations": [{
            "physicalLocation": {
                "artifactLocation": { "uri": address.join("/") },
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

fn severity(fault: &Fault) -> &'static str {
    match fault.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

fn lines(value: &Value) -> String {
    format!("{value:#}\n")
}
