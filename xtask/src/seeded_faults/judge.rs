//! What came of a fault: whether the test that is meant has failed, and where it is meant to.

use std::{fmt, time::Duration};

use super::fault::Test;
use crate::step;

/// A test that has run, or wouldn't.
pub enum Ran {
    /// The fault doesn't compile, or nothing can be published with it.
    NotBuilt,
    /// What the test has printed.
    Tested { passed: bool, output: String },
}

/// What came of a fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The test fails where it is meant to.
    Caught,
    /// The test fails, but doesn't say what it is meant to say.
    CaughtByAnother,
    /// The test passes.
    Missed,
    /// The fault is none that could be published: the compiler or the publisher has noticed it.
    Broken,
    /// The test fails without the fault, too.
    FailsAnyway,
}

/// A row of the table.
pub struct Verdict {
    pub name: &'static str,
    pub layer: String,
    pub test: String,
    pub outcome: Outcome,
    pub time: Duration,
}

impl Ran {
    /// Whether it has passed, and wasn't empty: a name that no test bears proves nothing.
    pub fn has_passed_tests(&self) -> bool {
        matches!(self, Ran::Tested { passed: true, output } if count_passed(output) > 0)
    }
}

/// What came of a fault. `says` is what the test is meant to say, if that is known.
pub fn judge(ran: &Ran, says: Option<&str>) -> Outcome {
    match ran {
        Ran::NotBuilt => Outcome::Broken,
        Ran::Tested { passed: true, .. } => Outcome::Missed,
        Ran::Tested { output, .. } if says.is_none_or(|says| spoken(output).contains(says)) => {
            Outcome::Caught
        }
        Ran::Tested { .. } => Outcome::CaughtByAnother,
    }
}

/// The lines that speak of the failure: without those that Playwright shows above and below the line that failed.
fn spoken(output: &str) -> String {
    let is_beside = |line: &str| {
        let (number, rest) = line.split_once('|').unwrap_or((line, ""));
        !rest.is_empty() && number.trim().parse::<u32>().is_ok()
    };
    let lines: Vec<String> = output.lines().map(step::plain).filter(|line| !is_beside(line)).collect();
    lines.join("\n")
}

/// How many tests have passed, as Playwright ("3 passed (1.2s)") and Rust ("3 passed; 0 failed") say.
fn count_passed(output: &str) -> u32 {
    let words: Vec<&str> = output.split_whitespace().collect();
    let counts = words.windows(2).filter(|pair| pair[1].trim_end_matches(';') == "passed");
    counts.filter_map(|pair| pair[0].parse::<u32>().ok()).sum()
}

/// All rows as a Markdown table, and how many were caught.
pub fn table(verdicts: &[Verdict]) -> String {
    let mut text = "\n| fault | layer | test | outcome | s |\n|---|---|---|---|---|\n".to_owned();
    for Verdict { name, layer, test, outcome, time } in verdicts {
        // A title may have a bar in it.
        let test = test.replace('|', "\\|");
        text.push_str(&format!("| {name} | {layer} | {test} | {outcome} | {:.0} |\n", time.as_secs_f64()));
    }
    let caught = verdicts.iter().filter(|verdict| verdict.outcome == Outcome::Caught).count();
    text.push_str(&format!("\n{caught} of {} caught\n", verdicts.len()));
    text
}

impl fmt::Display for Outcome {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Outcome::Caught => "caught",
            Outcome::CaughtByAnother => "caught by another assertion",
            Outcome::Missed => "**missed**",
            Outcome::Broken => "broken: can't be built",
            Outcome::FailsAnyway => "the test fails without the fault",
        })
    }
}

impl fmt::Display for Test {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Test::Browser { spec, title: "" } => write!(out, "{spec}.spec.mjs"),
            Test::Browser { spec, title } => write!(out, "{spec}.spec.mjs: {title}"),
            Test::Native(name) => write!(out, "tests/: {name}"),
            Test::Unit { package, name } => write!(out, "{package}: {name}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What Playwright's list reporter prints of a test that fails.
    const FAILED: &str = "
  ✘  1 specs/contrast.spec.mjs:82:3 › text and edges can be told from their grounds: usual, light (12ms)

    Error: expect(received).toEqual(expected) // deep equality

    +   \"--colour-text-muted on --colour-ground: 2.90, has to be 7\",

      88 |     const others = 1;
    > 90 |     expect(weak).toEqual([]);
         |                  ^
      91 |   expect(wished).toEqual(chosen);

  1 failed
  4 passed (1.1s)
";

    fn tested(passed: bool, output: &str) -> Ran {
        Ran::Tested { passed, output: output.to_owned() }
    }

    #[test]
    fn a_fault_is_caught_where_the_test_says_what_is_meant() {
        let ran = tested(false, FAILED);
        assert_eq!(judge(&ran, Some("--colour-text-muted on")), Outcome::Caught);
        assert_eq!(judge(&ran, Some("expect(weak)")), Outcome::Caught);
        assert_eq!(judge(&ran, None), Outcome::Caught);
    }

    #[test]
    fn lines_beside_the_one_that_failed_say_nothing() {
        assert_eq!(judge(&tested(false, FAILED), Some("expect(wished)")), Outcome::CaughtByAnother);
    }

    #[test]
    fn colours_hide_nothing() {
        let output = "\u{1b}[31mError: \u{1b}[1mno ring\u{1b}[0m";
        assert_eq!(judge(&tested(false, output), Some("Error: no ring")), Outcome::Caught);
    }

    #[test]
    fn a_test_that_passes_has_missed_it_and_one_that_is_not_built_has_not_seen_it() {
        assert_eq!(judge(&tested(true, "1 passed (2s)"), Some("no ring")), Outcome::Missed);
        assert_eq!(judge(&Ran::NotBuilt, Some("no ring")), Outcome::Broken);
    }

    #[test]
    fn a_run_without_a_test_proves_nothing() {
        let rust = "running 3 tests\n\ntest result: ok. 3 passed; 0 failed; 0 ignored; 40 filtered out";
        assert!(tested(true, rust).has_passed_tests());
        assert!(tested(true, "  5 passed (1.1s)").has_passed_tests());
        assert!(!tested(true, &rust.replace("3 passed", "0 passed")).has_passed_tests());
        assert!(!tested(false, FAILED).has_passed_tests());
    }

    #[test]
    fn the_table_has_a_row_for_each_fault_and_says_how_many_were_caught() {
        let verdict = |name, outcome| Verdict {
            name,
            layer: "style".to_owned(),
            test: Test::Browser { spec: "contrast", title: "light | dark" }.to_string(),
            outcome,
            time: Duration::from_millis(2600),
        };
        let text = table(&[verdict("pale text", Outcome::Caught), verdict("no ring", Outcome::Missed)]);
        assert!(
            text.contains("| pale text | style | contrast.spec.mjs: light \\| dark | caught | 3 |\n"),
            "{text}"
        );
        assert!(text.contains("| no ring | style | contrast.spec.mjs: light \\| dark | **missed** | 3 |\n"));
        assert!(text.ends_with("\n1 of 2 caught\n"));
    }
}
