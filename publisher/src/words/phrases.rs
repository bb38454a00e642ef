//! What the words of every language are made with.

use std::collections::BTreeMap;

use content::{fault::Ruled as _, terminal::one_line};

/// How many warnings break each rule, a line a rule: `  import.link: 3`.
pub(super) fn by_rule(report: &import::report::Report) -> String {
    let mut rules: BTreeMap<&str, usize> = BTreeMap::new();
    for fault in report.faults().sorted() {
        *rules.entry(fault.finding.rule().code).or_default() += 1;
    }
    rules.into_iter().map(|(rule, number)| format!("\n  {rule}: {number}")).collect()
}

/// The names of files, a line a file.
pub(super) fn lines(names: &[String]) -> String {
    names.iter().map(|name| format!("\n  {}", one_line(name.clone()))).collect()
}
