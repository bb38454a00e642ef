//! The report on a walk: for people, each fault once with the files that have it; for programs, each fault of each file.

use std::collections::BTreeMap;

use page::Language;
use serde_json::{Value, json};

use super::{
    Crawled,
    finding::{CrawlFault, CrawlFinding},
    words::{other_files, words},
};
use content::{
    fault::{
        Severity, sarif_document,
        words::{help, total},
    },
    terminal::one_line,
};

/// How many files are named of those that have the same fault: what stands in every footer is one fault.
const NAMED: usize = 3;

/// The report in a language: each fault with its rule, its files, and what to do, then their number; empty where there are
/// none.
pub fn report(crawled: &Crawled, language: Language) -> String {
    if crawled.faults.is_empty() {
        return String::new();
    }
    let mut faults: BTreeMap<(&CrawlFinding, Severity), Vec<&str>> = BTreeMap::new();
    for fault in &crawled.faults {
        faults.entry((&fault.finding, fault.severity)).or_default().push(&fault.file);
    }
    let mut faults: Vec<_> = faults.into_iter().collect();
    // In the order of the files, as a person goes through them.
    faults.sort_by(|(_, a), (_, b)| a.first().cmp(&b.first()));
    let mut text = String::new();
    for ((finding, severity), files) in faults {
        let said = words(finding, language);
        let sign = if severity == Severity::Error { '×' } else { '⚠' };
        text.push_str(&format!(
            "{sign} {files}\n  {message} [{code}]\n  {help}: {what}\n\n",
            files = one_line(named(&files, language)),
            message = one_line(said.message),
            code = finding.code(),
            help = help(language),
            what = one_line(said.help),
        ));
    }
    text.push_str(&summary(&crawled.faults, language));
    text
}

fn named(files: &[&str], language: Language) -> String {
    let named = files.iter().take(NAMED).copied().collect::<Vec<_>>().join(", ");
    match files.len().saturating_sub(NAMED) {
        0 => named,
        rest => format!("{named} {}", other_files(rest, language)),
    }
}

fn summary(faults: &[CrawlFault], language: Language) -> String {
    let of = |severity| faults.iter().filter(|fault| fault.severity == severity).count();
    let mut files: Vec<_> = faults.iter().map(|fault| &fault.file).collect();
    files.dedup();
    format!("{}\n", total(of(Severity::Error), of(Severity::Warning), files.len(), language))
}

/// All faults as one JSON document: `{ "version": 1, "faults": [ { "rule", "severity", "file", "message", "help" } ] }`; the
/// last two in a language.
pub fn json(crawled: &Crawled, language: Language) -> String {
    let fault = |fault: &CrawlFault| {
        let said = words(&fault.finding, language);
        json!({
            "rule": fault.finding.code(),
            "severity": fault.severity.name(),
            "file": fault.file,
            "message": said.message,
            "help": said.help,
        })
    };
    let faults: Vec<Value> = crawled.faults.iter().map(fault).collect();
    format!("{:#}\n", json!({ "version": 1, "faults": faults }))
}

/// All faults as SARIF 2.1.0 (OASIS), each at its file.
pub fn sarif(crawled: &Crawled, language: Language) -> String {
    let result = |fault: &CrawlFault| {
        let said = words(&fault.finding, language);
        json!({
            "ruleId": fault.finding.code(),
            "level": fault.severity.name(),
            "message": { "text": format!("{}; {}", said.message, said.help) },
            "locations": [{ "physicalLocation": { "artifactLocation": { "uri": fault.file } } }],
        })
    };
    sarif_document(Vec::new(), crawled.faults.iter().map(result).collect())
}
