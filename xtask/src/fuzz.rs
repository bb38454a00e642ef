//! Fuzzing: libFuzzer feeds the publisher any bytes, and whatever panics is a fault of ours.
//!
//! The target is laid out as `cargo fuzz` knows it, but built here with the compiler at hand: neither a nightly
//! compiler nor another tool has to be installed.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result};

use crate::{measure, step, workspace::Workspace};

/// What libFuzzer needs to see where an input has led.
const COVERAGE: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares";

/// Builds the target and runs it for so many seconds on the files of the small sites and what was found before, from another
/// beginning each time.
pub fn fuzz(workspace: &Workspace, seconds: u32) -> Result<()> {
    let program = build(workspace)?;
    let folder = workspace.target.join("fuzz");
    let (seeds, found, faults) = (folder.join("seeds"), folder.join("found"), folder.join("faults/"));
    gather_seeds(&workspace.root.join("tests/sites"), &seeds)?;
    for folder in [&found, &faults] {
        fs::create_dir_all(folder).with_context(|| format!("{} can't be made", folder.display()))?;
    }
    let mut command = Command::new(program);
    command.arg(format!("-artifact_prefix={}", faults.display())).args(["-max_len=8192", "-timeout=20"]);
    command.arg(format!("-max_total_time={seconds}")).arg(found);
    command.arg(seeds);
    step::run("fuzzing the publisher", &mut command).with_context(|| {
        format!(
            "The input that did it is in {}; give that file to the program as its only argument to see it again",
            faults.display()
        )
    })
}

fn build(workspace: &Workspace) -> Result<PathBuf> {
    let target = workspace.target.join("fuzz");
    let triple = host_triple()?;
    let mut command = workspace.command("cargo");
    // With a target named, the flags don't reach build scripts and macros.
    command
        .args(["build", "--release", "--manifest-path", "tests/fuzz/Cargo.toml", "--target", &triple])
        .env("CARGO_TARGET_DIR", &target)
        .env("RUSTFLAGS", COVERAGE);
    step::run("building the fuzz target", &mut command)?;
    Ok(target.join(triple).join("release/content"))
}

fn host_triple() -> Result<String> {
    let output = Command::new("rustc").arg("-vV").output().context("rustc doesn't start")?;
    let words = String::from_utf8_lossy(&output.stdout);
    let host = words.lines().find_map(|line| line.strip_prefix("host: "));
    Ok(host.context("rustc doesn't say for which machine it compiles")?.to_owned())
}

/// Copies the JSON files of the small sites into one folder, under numbers.
fn gather_seeds(sites: &Path, seeds: &Path) -> Result<()> {
    fs::create_dir_all(seeds).with_context(|| format!("{} can't be made", seeds.display()))?;
    let files = measure::files(sites)?.into_iter().map(|file| sites.join(file));
    let files = files.filter(|file| file.extension().is_some_and(|kind| kind == "json"));
    for (number, file) in files.enumerate() {
        fs::copy(&file, seeds.join(number.to_string()))
            .with_context(|| format!("{} can't be copied", file.display()))?;
    }
    Ok(())
}
