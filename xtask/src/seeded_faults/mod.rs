//! Shows that the tests are strong: puts faults into the sources, one at a time, and expects the test that is
//! meant to notice.
//!
//! Read in this order: [`faults`] says what is broken and who has to notice; [`tree`] is the copy of the
//! sources in which that is done; [`run`] builds what a test needs and runs it; [`judge`] says what came of
//! it.

use std::time::Instant;

use anyhow::{Result, bail, ensure};
use clap::{Args, ValueEnum};

use crate::{browser::Browser, step, workspace::Workspace};

mod faults;
mod judge;
mod run;
pub mod tree;

use judge::{Outcome, Verdict};
use run::Runner;
use tree::Tree;

/// A mistake that a developer could make, and the test that has to notice it.
pub struct Fault {
    /// The effect of the fault, and who notices it.
    pub name: &'static str,
    /// From the workspace's root, as `style/tokens.css`.
    pub file: &'static str,
    /// Stands in the file exactly once.
    pub text: &'static str,
    /// The text with the mistake.
    pub replacement: &'static str,
    /// The test that has to fail.
    pub test: Test,
    /// The test that failed at 324ad19, where the suite was three times as large; none of what came later.
    pub before: Option<Test>,
    /// A part of the failing test's message: another failing assertion is no proof.
    pub says: &'static str,
}

/// A test, or a few that are run together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Test {
    /// Tests of `tests/browser/specs/<spec>.spec.mjs` whose titles have this in them; all where it is empty.
    Browser { spec: &'static str, title: &'static str },
    /// A test of `tests/`, as `hosting::apache_leads_on_from_the_old_address_alone`.
    Native(&'static str),
    /// A test beside the code of a package.
    Unit { package: &'static str, name: &'static str },
}

/// The part of the workspace that a change belongs to; roughly, the part that has to be built again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Layer {
    /// `style/`.
    Style,
    /// `public/first.js` and `public/start.js`.
    Script,
    /// The code that runs in the browser only: navigation, loading, preferences.
    Application,
    /// Views and markup, which publisher and browser share.
    Views,
    /// The index, queries and results.
    Search,
    /// All else that is native.
    Publisher,
}

/// Which faults, and which tests.
#[derive(Args)]
pub struct Options {
    /// Only faults with this in their name
    #[arg(long)]
    only: Option<String>,
    /// Only faults of this layer
    #[arg(long)]
    layer: Option<Layer>,
    /// The tests of another revision, by their names at 324ad19
    #[arg(long, value_name = "REVISION")]
    suite: Option<String>,
}

impl Layer {
    fn name(self) -> String {
        self.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
    }
}

/// Puts each fault into a copy of the sources and runs the test that has to notice it.
///
/// # Errors
/// A fault that wasn't caught, or that couldn't be tried.
pub fn seeded_faults(workspace: &Workspace, options: &Options) -> Result<()> {
    let test_of = |fault: &Fault| if options.suite.is_some() { fault.before } else { Some(fault.test) };
    let chosen: Vec<(Layer, &Fault, Test)> = faults::all()
        .filter(|(layer, fault)| {
            options.layer.is_none_or(|wanted| wanted == *layer)
                && options.only.as_ref().is_none_or(|part| fault.name.contains(part))
        })
        .filter_map(|(layer, fault)| Some((layer, fault, test_of(fault)?)))
        .collect();
    ensure!(!chosen.is_empty(), "there is no such fault");
    // The copy shares the packages that stand here.
    Browser::ensure(workspace)?;
    let tree = Tree::prepare(workspace, options.suite.as_deref())?;
    for (_, fault, _) in &chosen {
        tree.find(fault)?;
    }
    let runner = Runner::new(&tree, options.suite.is_some())?;

    let mut tests: Vec<Test> = chosen.iter().map(|(_, _, test)| *test).collect();
    tests.sort_by_key(|test| test.to_string());
    tests.dedup();
    let failing = without_faults(&runner, &tests)?;

    let mut verdicts = Vec::new();
    for (number, (layer, fault, test)) in (1..).zip(&chosen) {
        eprintln!("[{number}/{}] {}", chosen.len(), fault.name);
        let started = Instant::now();
        let outcome = if failing.contains(test) {
            Outcome::FailsAnyway
        } else {
            let ran = tree.with(fault, || runner.run_after_a_change(*test, fault.name))?;
            // What the suite before said of it isn't written down.
            judge::judge(&ran, options.suite.is_none().then_some(fault.says))
        };
        let time = started.elapsed();
        eprintln!("    {outcome}, {}", step::seconds(time));
        verdicts.push(Verdict {
            name: fault.name,
            layer: layer.name(),
            test: test.to_string(),
            outcome,
            time,
        });
    }
    println!("{}", judge::table(&verdicts));
    match verdicts.iter().all(|verdict| verdict.outcome == Outcome::Caught) {
        true => Ok(()),
        false => bail!("not every fault was caught: what the tests said is in {}", runner.output().display()),
    }
}

/// The tests that fail although nothing is broken: they say nothing of any fault.
fn without_faults(runner: &Runner, tests: &[Test]) -> Result<Vec<Test>> {
    let mut failing = Vec::new();
    runner.prepare(tests)?;
    for (number, test) in (1..).zip(tests) {
        let started = Instant::now();
        let ran = runner.run(*test, &format!("without a fault {test}"))?;
        let is_sound = ran.has_passed_tests();
        let said = if is_sound { "passes" } else { "FAILS" };
        eprintln!(
            "  without a fault [{number}/{}] {test}: {said}, {}",
            tests.len(),
            step::seconds(started.elapsed())
        );
        failing.extend((!is_sound).then_some(*test));
    }
    Ok(failing)
}
