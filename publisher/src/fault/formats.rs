//! Faults for programs: JSON for scripts, SARIF for editors and code hosts.

use serde_json::{Value, json};

use super::{Fault, Faults, Severity};

/// The version of [`json`]'s form; a change that breaks readers counts it up.
const VERSION: u32 = 1;

/// Where the rules are explained, relative to the repository.
const RULES: &str = "docs/rules.md";

/// All faults as one JSON document: `{ "version": 1, "faults": [ { "rule", "severity", "file", "line", "column",
/// "endLine", "endColumn", "message", "label", "help" } ] }`; lines and columns are counted from 1, columns in
/// characters, the end is the place after the last character.
pub fn json(faults: Faults) -> String {
    let faults: Vec<Value> = faults
        .sorted()
        .iter()
        .map(|fault| {
            let ((line, column), (end_line, end_column)) = (fault.line_and_column(), fault.end());
            json!({
                "rule": fault.rule,
                "severity": severity(fault),
                "file": fault.place.file.path.display().to_string(),
                "line": line,
                "column": column,
                "endLine": end_line,
                "endColumn": end_column,
                "message": fault.message,
                "label": fault.label,
                "help": fault.help,
            })
        })
        .collect();
    lines(&json!({ "version": VERSION, "faults": faults }))
}

/// All faults as SARIF 2.1.0 (OASIS), columns in Unicode code points.
pub fn sarif(faults: Faults) -> String {
    let faults = faults.sorted();
    let mut rules: Vec<&str> = faults.iter().map(|fault| fault.rule).collect();
    rules.sort_unstable();
    rules.dedup();
    let results: Vec<Value> = faults.iter().map(|fault| result(fault, &rules)).collect();
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

fn result(fault: &Fault, rules: &[&str]) -> Value {
    let ((line, column), (end_line, end_column)) = (fault.line_and_column(), fault.end());
    let text = match &fault.help {
        Some(help) => format!("{}; {help}", fault.message),
        None => fault.message.clone(),
    };
    let address: Vec<String> =
        fault.place.file.path.iter().map(|name| name.to_string_lossy().replace(' ', "%20")).collect();
    json!({
        "ruleId": fault.rule,
        "ruleIndex": rules.iter().position(|rule| *rule == fault.rule),
        "level": severity(fault),
        "message": { "text": text },
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
