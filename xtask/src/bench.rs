//! Measures what the project promises: the size of the application, the time of a publication,
//! and (in `tests/browser/bench.mjs`) the pages in a browser.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail, ensure};

use crate::{browser::Browser, publisher, scale, search, shell, shell::modules, step, workspace::Workspace};

/// One publication of the reference portal.
const TIME_LIMIT: Duration = Duration::from_millis(100);
const RUNS: usize = 20;

/// Prints the measurements; a broken limit is named in the last line and fails.
pub fn bench(workspace: &Workspace, large: bool) -> Result<()> {
    let browser = Browser::ensure(workspace)?;
    publisher::build_portal(workspace)?;

    let size = application_size(workspace, &browser)?;
    let limit = size_limit(workspace)?;
    println!("application and glue, brotli 11: {size} bytes (limit {limit})");
    let time = publication_time(workspace)?;
    println!(
        "publication, median of {RUNS}: {:.1} ms (limit {} ms)",
        time.as_secs_f64() * 1000.0,
        TIME_LIMIT.as_millis()
    );

    scale::scale(workspace, large, Some(&browser))?;
    search::search(workspace, &browser)?;

    step::run_shown("measuring pages in the browser", browser.node(workspace).arg("bench.mjs"))?;
    ensure!(size <= limit, "the application is {size} bytes, more than {limit}");
    ensure!(time <= TIME_LIMIT, "a publication takes {time:?}, more than {TIME_LIMIT:?}");
    Ok(())
}

/// How many bytes application and glue may have as the visitor downloads them: their budget, and 1 % above
/// it, as in `specs/bytes.spec.mjs`.
fn size_limit(workspace: &Workspace) -> Result<u64> {
    let file = workspace.browser_tests().join("bytes.json");
    let budget: serde_json::Value = serde_json::from_slice(&fs::read(&file)?)?;
    let bytes = budget["the application"]
        .as_u64()
        .with_context(|| format!("{} has no application", file.display()))?;
    Ok(bytes + bytes / 100)
}

fn application_size(workspace: &Workspace, browser: &Browser) -> Result<u64> {
    let mut total = 0;
    for file in application_files(&workspace.shell())? {
        let size = compressed_size(browser.node(workspace), &file)?;
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        println!("  {name}: {} bytes, brotli {size}", fs::metadata(&file)?.len());
        total += size;
    }
    Ok(total)
}

/// The wasm and its glue: `name-hash_bg.wasm` and `name-hash.js`.
fn application_files(shell: &Path) -> Result<[PathBuf; 2]> {
    for entry in fs::read_dir(shell).with_context(|| format!("can't read {}", shell.display()))? {
        let wasm = entry?.path();
        let name = wasm.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        // Search is a module beside it, which a visitor loads when they turn to it.
        if let Some(stem) =
            name.strip_suffix("_bg.wasm").filter(|stem| stem.starts_with(modules::APPLICATION))
        {
            let glue = wasm.with_file_name(format!("{stem}.js"));
            return Ok([wasm, glue]);
        }
    }
    bail!("{} holds no application: there is no {}-…_bg.wasm", shell.display(), modules::APPLICATION)
}

/// Node has brotli built in: a Rust crate for it would be compiled by everyone who builds.
fn compressed_size(mut node: Command, file: &Path) -> Result<u64> {
    const SCRIPT: &str = "const z = require('node:zlib');\
        const text = require('node:fs').readFileSync(process.argv[1]);\
        const params = { [z.constants.BROTLI_PARAM_QUALITY]: 11 };\
        console.log(z.brotliCompressSync(text, { params }).length)";
    let output = node.args(["-e", SCRIPT]).arg(file).output().context("node doesn't start")?;
    ensure!(output.status.success(), "node: {}", String::from_utf8_lossy(&output.stderr));
    let size = String::from_utf8_lossy(&output.stdout);
    size.trim().parse().context("node didn't answer with a size")
}

fn publication_time(workspace: &Workspace) -> Result<Duration> {
    let seutu = publisher::build(workspace, shell::Profile::Release)?;
    let out = workspace.target.join("bench-out");
    let mut times = Vec::with_capacity(RUNS);
    for _ in 0..RUNS {
        let mut publish = workspace.command(&seutu);
        publish.arg("build");
        publish.arg("--shell").arg(workspace.shell());
        publish.arg("--content").arg(workspace.content());
        publish.arg("--out").arg(&out);
        publish.stdout(Stdio::null()).stderr(Stdio::null());
        let started = Instant::now();
        let status = publish.status()?;
        times.push(started.elapsed());
        ensure!(status.success(), "`seutu build` failed: try `cargo xtask build`");
    }
    shell::remove(&out)?;
    times.sort();
    Ok(times[RUNS / 2])
}
