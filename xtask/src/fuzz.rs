//! Fuzzing: libFuzzer feeds six parts of Seutu any bytes, and whatever panics, takes long or breaks a promise
//! is a fault of ours.
//!
//! The targets are laid out as `cargo fuzz` knows them, but built here with the compiler at hand: neither a
//! nightly compiler nor another tool has to be installed. `tests/fuzz/oracles/` has what they do;
//! `tests/fuzz.rs` repeats their seeds in each test run.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result};
use clap::ValueEnum;

use crate::{measure, step, workspace::Workspace};

/// The flags with which libFuzzer sees the path of an input through the code.
const COVERAGE: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares";

/// The length of the longest input, in bytes.
const MOST_BYTES: usize = 64 * 1024;

/// The part of Seutu that is tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Target {
    /// The files of hosts: written by any rules, and read in a finished site.
    Hosts,
    /// The import of Markdown projects from the disk.
    Import,
    /// The index of search: written of any texts, and read with any bytes in it.
    Index,
    /// The files of a page and of the site.
    Json,
    /// Markdown within a text.
    Markdown,
    /// Addresses, targets of links and names of files.
    Paths,
}

/// What is fuzzed, and for how long.
#[derive(clap::Args)]
pub struct Options {
    /// The target; all of them, one after the other, if none is named
    #[arg(value_enum)]
    target: Option<Target>,
    /// For how long each
    #[arg(long, value_name = "N", default_value_t = 10)]
    minutes: u32,
    /// Keep the least of what was found, for each path through the code, in tests/fuzz/seeds
    #[arg(long)]
    keep: bool,
}

impl Target {
    fn name(self) -> String {
        self.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
    }
}

/// Runs the targets that are asked for.
///
/// # Errors
/// A target that can't be built, and an input that does what none may do.
pub fn fuzz(workspace: &Workspace, options: &Options) -> Result<()> {
    build(workspace)?;
    let one = options.target.map(|target| vec![target]);
    for target in one.unwrap_or_else(|| Target::value_variants().to_vec()) {
        run(workspace, target, 60 * options.minutes)?;
        if options.keep {
            keep(workspace, target)?;
        }
    }
    Ok(())
}

/// Runs all targets for so many seconds together.
///
/// # Errors
/// As [`fuzz`].
pub fn fuzz_all(workspace: &Workspace, seconds: u32) -> Result<()> {
    build(workspace)?;
    let targets = Target::value_variants();
    targets.iter().try_for_each(|target| run(workspace, *target, seconds / targets.len() as u32))
}

/// Where the inputs of a target are.
struct Folders {
    /// Committed.
    seeds: PathBuf,
    /// Made of the seeds and of the small sites at each run.
    begin: PathBuf,
    /// Found by earlier runs on this machine.
    found: PathBuf,
    /// Inputs that did what none may do.
    faults: PathBuf,
}

impl Folders {
    fn of(workspace: &Workspace, target: Target) -> Folders {
        let folder = workspace.target.join("fuzz").join(target.name());
        Folders {
            seeds: seeds(workspace, target),
            begin: folder.join("begin"),
            found: folder.join("found"),
            faults: folder.join("faults"),
        }
    }
}

fn seeds(workspace: &Workspace, target: Target) -> PathBuf {
    workspace.root.join("tests/fuzz/seeds").join(target.name())
}

/// Runs a target for so many seconds on its seeds and on what was found before, from another beginning each
/// time.
fn run(workspace: &Workspace, target: Target, seconds: u32) -> Result<()> {
    let folders = Folders::of(workspace, target);
    gather(workspace, target, &folders)?;
    let mut command = Command::new(program(workspace, target)?);
    command.arg(format!("-artifact_prefix={}/", folders.faults.display()));
    // The target itself measures the two seconds that an input may take; an endless one is ended here.
    command.arg(format!("-max_len={MOST_BYTES}")).arg("-timeout=60");
    command.arg(format!("-max_total_time={seconds}"));
    command.args([&folders.found, &folders.seeds, &folders.begin]);
    // Content may have a history, and a thousand starts of Git a minute tell nothing.
    command.env("PATH", "");
    let output = step::run_silently(&format!("fuzzing {}", target.name()), &mut command).with_context(|| {
        format!(
            "The input that did it is in {}; give that file to the program as its only argument to see it again",
            folders.faults.display()
        )
    })?;
    let counted = output.iter().rev().find(|line| line.starts_with("Done "));
    eprintln!("    {}", counted.map_or("no count was given", String::as_str));
    Ok(())
}

/// Puts the least inputs of all that were found, for each path through the code, among the seeds.
fn keep(workspace: &Workspace, target: Target) -> Result<()> {
    let folders = Folders::of(workspace, target);
    let mut command = Command::new(program(workspace, target)?);
    command.arg("-set_cover_merge=1").args([&folders.seeds, &folders.found]);
    step::run_silently(&format!("keeping seeds of {}", target.name()), command.env("PATH", "")).map(drop)
}

fn program(workspace: &Workspace, target: Target) -> Result<PathBuf> {
    Ok(workspace.target.join("fuzz").join(host_triple()?).join("release").join(target.name()))
}

fn build(workspace: &Workspace) -> Result<()> {
    let triple = host_triple()?;
    let mut command = workspace.command("cargo");
    // With a target named, the flags don't reach build scripts and macros.
    command
        .args([
            "build",
            "--release",
            "--locked",
            "--manifest-path",
            "tests/fuzz/Cargo.toml",
            "--target",
            &triple,
        ])
        .env("CARGO_TARGET_DIR", workspace.target.join("fuzz"))
        .env("RUSTFLAGS", COVERAGE);
    step::run("building the fuzz targets", &mut command)
}

fn host_triple() -> Result<String> {
    let output = Command::new("rustc").arg("-vV").output().context("rustc doesn't start")?;
    let words = String::from_utf8_lossy(&output.stdout);
    let host = words.lines().find_map(|line| line.strip_prefix("host: "));
    Ok(host.context("rustc doesn't say for which machine it compiles")?.to_owned())
}

/// Makes the folders, and what a run begins with besides the seeds: the JSON files of the small sites, and
/// each seed said again and again up to [`MOST_BYTES`], for what takes longer than its length.
fn gather(workspace: &Workspace, target: Target, folders: &Folders) -> Result<()> {
    for folder in [&folders.begin, &folders.found, &folders.faults, &folders.seeds] {
        fs::create_dir_all(folder).with_context(|| format!("{} can't be made", folder.display()))?;
    }
    let mut begin = Vec::new();
    if target == Target::Json {
        for file in of_folder(&workspace.root.join("tests/sites"))? {
            if file.extension().is_some_and(|kind| kind == "json") {
                begin.push(read(&file)?);
            }
        }
    }
    for file in of_folder(&folders.seeds)? {
        let seed = read(&file)?;
        if !seed.is_empty() && seed.len() < 100 {
            begin.push(seed.repeat(MOST_BYTES / seed.len()));
        }
    }
    for (number, bytes) in begin.iter().enumerate() {
        let file = folders.begin.join(number.to_string());
        fs::write(&file, bytes).with_context(|| format!("{} can't be written", file.display()))?;
    }
    Ok(())
}

fn of_folder(folder: &Path) -> Result<Vec<PathBuf>> {
    Ok(measure::files(folder)?.into_iter().map(|file| folder.join(file)).collect())
}

fn read(file: &Path) -> Result<Vec<u8>> {
    fs::read(file).with_context(|| format!("{} can't be read", file.display()))
}
