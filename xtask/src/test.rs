//! Everything that has to hold before a change is committed, the fast checks first.

use std::{
    process::Command,
    time::{Duration, Instant},
};

use anyhow::{Context, Result};

use crate::{browser::Browser, fuzz, publisher, step, tools::Tools, workspace::Workspace};

/// Runs all checks, stops at the first that fails, and says what each has taken.
pub fn test(workspace: &Workspace) -> Result<()> {
    let tools = Tools::ensure(workspace)?;
    let browser = Browser::ensure(workspace)?;
    let mut times = Times::default();

    let cargo = |arguments: &str| {
        let mut command = workspace.command("cargo");
        command.args(arguments.split(' '));
        command
    };
    times.run("format", cargo("fmt --all --check"))?;
    times.run("lints", cargo("clippy --workspace --all-targets -- -D warnings"))?;
    times.run(
        "lints of the browser part",
        cargo("clippy --package seutu-application --features browser --target wasm32-unknown-unknown -- -D warnings"),
    )?;
    times.run(
        "lints of search in the browser",
        cargo(
            "clippy --package seutu-search --features browser --target wasm32-unknown-unknown -- -D warnings",
        ),
    )?;
    times.run("native tests", cargo("test --workspace"))?;
    times.measure("fuzzing", || fuzz::fuzz(workspace, fuzz::Bound::Runs(10_000)))?;
    times.measure("build", || publisher::build_portal(workspace, &tools))?;
    let mut playwright = browser.node(workspace);
    playwright.args(["node_modules/@playwright/test/cli.js", "test"]);
    times.run("browser tests", playwright)?;
    times.print();
    Ok(())
}

#[derive(Default)]
struct Times(Vec<(&'static str, Duration)>);

impl Times {
    fn run(&mut self, name: &'static str, mut command: Command) -> Result<()> {
        self.measure(name, || step::run_shown(name, &mut command))
    }

    fn measure(&mut self, name: &'static str, step: impl FnOnce() -> Result<()>) -> Result<()> {
        let started = Instant::now();
        step().with_context(|| format!("`cargo xtask test` stopped at: {name}"))?;
        self.0.push((name, started.elapsed()));
        Ok(())
    }

    fn print(&self) {
        eprintln!("\nAll checks hold:");
        for (name, time) in &self.0 {
            eprintln!("  {name:<28}{:>12}", step::seconds(*time));
        }
        let total = self.0.iter().map(|(_, time)| *time).sum();
        eprintln!("  {:<28}{:>12}", "together", step::seconds(total));
    }
}
