//! Faults for programs: JSON for scripts, SARIF for editors and code hosts.

use std::{
    collections::BTreeMap,
    path::{Component, Path},
};

use page::Language;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value, json};

use crate::{Finding, words::words};
use content::fault::{Fault, Faults, Ruled};

/// The version of [`json`]'s form; a change that breaks readers counts it up.
const VERSION: u32 = 1;

/// All faults as one JSON document: `{ "version": 1, "faults": [ { "rule", "severity", "file", "line",
/// "column", "endLine", "endColumn", "message", "label", "help" } ] }`; the last three in a language, lines
/// and columns are counted from 1, columns in characters, the end is the place after the last character. A
/// fault has the fields from `line` to `endColumn`, `label` and `help` only where they are known.
pub fn json<F: Ruled>(faults: Faults<F>, language: Language) -> String
where
    Finding: From<F>,
{
    let faults: Vec<Value> =
        faults.widened::<Finding>().sorted().iter().map(|fault| entry(fault, language)).collect();
    lines(&json!({ "version": VERSION, "faults": faults }))
}

fn entry(fault: &Fault<Finding>, language: Language) -> Value {
    let words = words(&fault.finding, language);
    let rule = fault.finding.rule();
    let (start, end) = (fault.place.start(), fault.place.end());
    object([
        ("rule", Some(json!(rule.code))),
        ("severity", Some(json!(fault.severity.name()))),
        ("file", Some(json!(fault.place.path().display().to_string()))),
        ("line", start.map(|(line, _)| json!(line))),
        ("column", start.and_then(|(_, column)| column).map(|column| json!(column))),
        ("endLine", end.map(|(line, _)| json!(line))),
        ("endColumn", end.map(|(_, column)| json!(column))),
        ("message", Some(json!(words.message))),
        ("label", words.label.map(|label| json!(label))),
        ("help", words.help.map(|help| json!(help))),
    ])
}

/// An object of the fields that are known.
fn object<const N: usize>(fields: [(&str, Option<Value>); N]) -> Value {
    fields.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))).collect()
}

/// All faults as SARIF 2.1.0 (OASIS), columns in Unicode code points, messages in a language.
pub fn sarif<F: Ruled>(faults: Faults<F>, language: Language) -> String
where
    Finding: From<F>,
{
    let faults = faults.widened::<Finding>().sorted();
    let rules: BTreeMap<&str, String> =
        faults.iter().map(|fault| (fault.finding.rule().code, fault.finding.explained_at())).collect();
    let results: Vec<Value> = faults.iter().map(|fault| result(fault, &rules, language)).collect();
    let rules: Vec<Value> = rules.iter().map(|(rule, page)| json!({ "id": rule, "helpUri": page })).collect();
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

fn result(fault: &Fault<Finding>, rules: &BTreeMap<&str, String>, language: Language) -> Value {
    let code = fault.finding.rule().code;
    let words = words(&fault.finding, language);
    let text = match words.help {
        Some(help) => format!("{}; {help}", words.message),
        None => words.message,
    };
    let (start, end) = (fault.place.start(), fault.place.end());
    // Of a file as a whole there is no region.
    let region = start.map(|(line, column)| {
        object([
            ("startLine", Some(json!(line))),
            ("startColumn", column.map(|column| json!(column))),
            ("endLine", end.map(|(line, _)| json!(line))),
            ("endColumn", end.map(|(_, column)| json!(column))),
        ])
    });
    let location = object([
        ("artifactLocation", Some(json!({ "uri": address(fault.place.path()) }))),
        ("region", region),
    ]);
    json!({
        "ruleId": code,
        "ruleIndex": rules.keys().position(|rule| *rule == code),
        "level": fault.severity.name(),
        "message": { "text": text },
        "locations": [{ "physicalLocation": location }],
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
