//! Everything that has to hold before a change is committed.
//!
//! Two lanes run at the same time: the browser's code is linked on one core while the native tests are
//! compiled on the other.

use std::{borrow::BorrowMut, path::PathBuf, process::Command, thread, time::Instant};

use anyhow::{Context, Result, ensure};

use crate::{
    browser::Browser,
    fuzz,
    publisher::{self, binary},
    shell::{self, Profile},
    step::{self, Expected, Lane},
    supply_chain::{self, SUPPLY_CHAIN},
    trunk,
    workspace::Workspace,
};

/// How much is tried.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Suite {
    /// Before each commit.
    Usual,
    /// Before a release: every combination, the documentation, minutes of fuzzing, and Trunk's build.
    Exhaustive,
}

/// The fuzzing of [`Suite::Exhaustive`], of all targets together, in seconds.
const FUZZING: u32 = 300;

const FORMAT: &str = "format";
const COMPILING_TESTS: &str = "lints, and compiling the native tests";
const PORTABLE_CRATES: &str = "checking what could run in a browser";
const NATIVE_TESTS: &str = "native tests";
const DOCUMENTATION: &str = "documentation";
const EXAMPLES: &str = "examples in the documentation";
const BROWSER_TESTS: &str = "browser tests";
const ENGINES: &str = "visitors in three engines";

/// Runs all checks, stops at the first that fails, and says what each has taken.
///
/// # Errors
/// The name of the check that doesn't hold.
pub fn test(workspace: &Workspace, suite: Suite) -> Result<()> {
    step::expect(expected(workspace), workspace.times());
    let started = Instant::now();
    run(FORMAT, workspace.command("cargo").args(["fmt", "--all", "--check"]))?;
    let browser = Browser::ensure(workspace)?;
    let supply_chain = if suite == Suite::Exhaustive { supply_chain::check_all } else { supply_chain::check };
    supply_chain(workspace).with_context(|| stopped_at(SUPPLY_CHAIN))?;
    thread::scope(|scope| -> Result<()> {
        let browser = scope.spawn(|| build_and_lint_for_browsers(workspace));
        let mut compiling = linted_tests(workspace);
        let native = step::run(COMPILING_TESTS, compiling.arg("--no-run"))
            .with_context(|| stopped_at(COMPILING_TESTS));
        let browser = browser.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        native.and(browser)
    })?;
    run(NATIVE_TESTS, in_memory(&mut linted_tests(workspace)))?;

    let mut playwright = playwright(workspace, &browser)?;
    if suite == Suite::Exhaustive {
        playwright.env("SEUTU_EXHAUSTIVE", "1");
    }
    thread::scope(|scope| -> Result<()> {
        let mut engines = engines(workspace, &browser);
        let engines = scope.spawn(move || step::run_beside(ENGINES, &mut engines));
        let browser_tests = run(BROWSER_TESTS, &mut playwright);
        let (printed, all_hold) = engines.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))?;
        eprintln!("\n{printed}");
        browser_tests?;
        ensure!(all_hold, stopped_at(ENGINES));
        Ok(())
    })?;
    if suite == Suite::Exhaustive {
        documentation(workspace)?;
        fuzz::fuzz_all(workspace, FUZZING)?;
        trunk::compare(workspace)?;
    }
    eprintln!("\nAll checks hold:");
    for (title, time) in step::ended() {
        eprintln!("  {title:<44}{:>12}", step::seconds(time));
    }
    eprintln!("  {:<44}{:>12}", "from the beginning to the end", step::seconds(started.elapsed()));
    Ok(())
}

/// Runs some of the browser tests alone, on a build of the changed parts: for work on these tests.
///
/// `wanted` are names of files without `.spec.mjs`, or words of titles. `engines` are the tests in three
/// engines: behind it may stand the names of engines, and words of what a visitor does.
///
/// # Errors
/// A part that can't be built, or a test that fails.
pub fn browser_tests(workspace: &Workspace, wanted: &[String]) -> Result<()> {
    let browser = Browser::ensure(workspace)?;
    shell::build(workspace, Profile::Release)?.put_in_place(workspace)?;
    step::run(COMPILING_TESTS, linted_tests(workspace).arg("--no-run"))?;
    let mut playwright = playwright(workspace, &browser)?;
    if let Some((_, wanted)) = wanted.split_first().filter(|(first, _)| *first == "engines") {
        return run(ENGINES, engines(workspace, &browser).args(wanted));
    }
    let is_file = |word: &String| workspace.browser_tests().join(format!("specs/{word}.spec.mjs")).is_file();
    let (files, titles): (Vec<&String>, Vec<&String>) = wanted.iter().partition(|word| is_file(word));
    playwright.args(files.iter().map(|file| format!("specs/{file}.spec")));
    for title in titles {
        playwright.args(["--grep", title]);
    }
    run(BROWSER_TESTS, &mut playwright)
}

/// Playwright on the sites that it needs, which are published for it.
pub fn playwright(workspace: &Workspace, browser: &Browser) -> Result<Command> {
    // The tests' own build of the publisher: another one would differ in its dependencies' features, and be
    // compiled again.
    let seutu = binary(workspace, Profile::Dev);
    publisher::publish_test_sites(workspace, &seutu)?;
    publisher::publish_portal(workspace, &seutu)?;
    let mut playwright = browser.node(workspace);
    in_memory(&mut playwright).args(["node_modules/@playwright/test/cli.js", "test"]);
    Ok(playwright)
}

/// What visitors do, in each engine that this machine has, on the sites that [`playwright`] has published.
fn engines(workspace: &Workspace, browser: &Browser) -> Command {
    let mut node = browser.node(workspace);
    // Node got the web's sockets in version 20, and has them unasked from 22 on.
    node.args(["--experimental-websocket", "engines/run.mjs"]);
    node
}

/// Builds the documentation without a warning, and runs the examples in it. Reading all dependencies anew
/// takes minutes, so this isn't part of [`Suite::Usual`].
fn documentation(workspace: &Workspace) -> Result<()> {
    let mut doc = workspace.command("cargo");
    run(DOCUMENTATION, doc.args(["doc", "--workspace", "--no-deps"]).env("RUSTDOCFLAGS", "-D warnings"))?;
    run(EXAMPLES, workspace.command("cargo").args(["test", "--workspace", "--doc"]))
}

fn expected(workspace: &Workspace) -> Vec<Expected> {
    let step = |title: &str, seconds, lane| Expected { title: title.to_owned(), seconds, output: None, lane };
    let compiled = |title: &str, seconds, output: PathBuf| Expected {
        output: Some(output),
        ..step(title, seconds, Lane::Second)
    };
    let mut steps = vec![step(FORMAT, 2, Lane::Alone), step(SUPPLY_CHAIN, 6, Lane::Alone)];
    steps.extend(shell::expected(workspace, Profile::Release));
    let modules = shell::libraries(workspace, Profile::Release).unwrap_or_default();
    steps.extend(modules.iter().map(|(module, _)| step(&lints_of(module), 4, Lane::First)));
    steps.push(step(PORTABLE_CRATES, 40, Lane::First));
    let seutu = || binary(workspace, Profile::Dev);
    steps.extend([compiled(COMPILING_TESTS, 300, seutu()), step(NATIVE_TESTS, 100, Lane::Alone)]);
    steps.extend(publisher::expected_publications(workspace));
    steps.push(step(BROWSER_TESTS, 480, Lane::Alone));
    // Beside the browser tests, and shorter than they are.
    steps.push(step(ENGINES, 0, Lane::Alone));
    steps
}

/// The crates that an editor's program could run in a browser: they know no disk, no process and no thread of
/// the machine's.
const PORTABLE: [&str; 5] = ["page", "views", "seutu-search", "content", "compile"];

fn portable(workspace: &Workspace) -> Command {
    let mut check = workspace.command("cargo");
    check.args(["check", "--target", "wasm32-unknown-unknown"]);
    check.args(PORTABLE.iter().flat_map(|package| ["--package", package]));
    check
}

fn lints_of(module: &str) -> String {
    format!("lints of {module}")
}

/// Builds the shell, then looks for lints with the same dependencies and features.
fn build_and_lint_for_browsers(workspace: &Workspace) -> Result<()> {
    let shell = shell::build(workspace, Profile::Release);
    shell
        .and_then(|shell| shell.put_in_place(workspace))
        .context("`cargo xtask test` stopped at: the shell")?;
    for (module, mut library) in shell::libraries(workspace, Profile::Release)? {
        run(&lints_of(&module), with_lints(&mut library))?;
    }
    run(PORTABLE_CRATES, portable(workspace))
}

fn linted_tests(workspace: &Workspace) -> Command {
    let mut command = workspace.command("cargo");
    // The examples in docstrings are few, and to look into each crate for them takes ten seconds:
    // `documentation` runs them.
    with_lints(command.args(["test", "--workspace", "--lib", "--bins", "--tests"]));
    command
}

/// Lets clippy compile the workspace's own crates and refuse every warning.
///
/// `cargo clippy` only checks, so it would read some 400 dependencies for the lints, and cargo once more for
/// their code. Clippy's driver is a complete compiler, and cargo keeps what it makes apart from what rustc
/// makes.
fn with_lints(cargo: &mut Command) -> &mut Command {
    cargo.env("RUSTC_WORKSPACE_WRAPPER", "clippy-driver");
    // As `cargo clippy` hands on what stands behind its `--`.
    cargo.env("CLIPPY_ARGS", "-D__CLIPPY_HACKERY__warnings__CLIPPY_HACKERY__")
}

/// Lets tests put what they publish into a file system in memory, where the machine has one with enough room.
/// The native tests wait for the disk during a third of their time.
fn in_memory(tests: &mut Command) -> &mut Command {
    /// Less room than this could run out, in bytes.
    const ROOM: u64 = 4 << 30;
    #[cfg(target_os = "linux")]
    if std::env::var_os("TMPDIR").is_none()
        && let Ok(shared) = rustix::fs::statvfs("/dev/shm")
        && shared.f_bavail.saturating_mul(shared.f_frsize) >= ROOM
    {
        tests.env("TMPDIR", "/dev/shm");
    }
    tests
}

fn run(title: &str, mut command: impl BorrowMut<Command>) -> Result<()> {
    step::run_shown(title, command.borrow_mut()).with_context(|| stopped_at(title))
}

fn stopped_at(title: &str) -> String {
    format!("`cargo xtask test` stopped at: {title}")
}
