//! Shows that the tests are strong: puts faults into the sources, one at a time, and expects the test that is
//! meant to notice.
//!
//! Read in this order: [`fault`] says how a mistake is described; [`faults`] says what is broken and who has
//! to notice; [`tree`] is the copy of the sources in which that is done; [`run`] builds what a test needs and
//! runs it; [`judge`] says what came of it.

use std::time::Instant;

use anyhow::{Result, bail, ensure};
use clap::Args;

use crate::{browser::Browser, step, workspace::Workspace};

mod fault;
mod faults;
mod judge;
mod run;
pub mod tree;

pub use fault::{Fault, Layer, Test};
use judge::{Outcome, Verdict};
use run::Runner;
use tree::Tree;

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
        if Runner::is_apart(*test) {
            runner.prepare(&[*test])?;
        }
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
