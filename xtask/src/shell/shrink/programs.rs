//! The programs that make files small: wasm-opt and terser.

use std::{fs, path::PathBuf, process::Command};

use anyhow::{Context, Result, ensure};

use crate::tools::Tools;

/// What wasm-opt leaves of it, above all without what no export leads to.
pub(super) fn optimized(wasm: &[u8], tools: &Tools) -> Result<Vec<u8>> {
    let scratch = Scratch::new("wasm", wasm)?;
    let mut command = Command::new(&tools.wasm_opt);
    command.args(["-Oz", "--converge"]).arg(&scratch.0).arg("-o").arg(&scratch.0);
    run(&mut command, "wasm-opt")?;
    fs::read(&scratch.0).with_context(|| format!("can't read {}", scratch.0.display()))
}

/// A module of JavaScript as terser writes it.
///
/// # Errors
/// Text that isn't JavaScript, and terser that doesn't start.
pub fn minified_module(module: &str, tools: &Tools) -> Result<String> {
    minified(module, &["--module"], tools)
}

/// The same for a script that isn't a module.
///
/// # Errors
/// As for a module.
pub fn minified_script(script: &str, tools: &Tools) -> Result<String> {
    Ok(minified(script, &[], tools)?.trim_end().to_owned())
}

fn minified(script: &str, sort: &[&str], tools: &Tools) -> Result<String> {
    let scratch = Scratch::new("js", script.as_bytes())?;
    let mut command = Command::new(&tools.terser);
    command.arg(&scratch.0).args(sort).args(["--ecma", "2020"]);
    command.args(["--compress", "passes=3,ecma=2020", "--mangle"]);
    String::from_utf8(run(&mut command, "terser")?).context("terser didn't answer with text")
}

/// A file for a tool, gone when nobody needs it any more.
struct Scratch(PathBuf);

impl Scratch {
    fn new(ending: &str, contents: &[u8]) -> Result<Self> {
        let path = std::env::temp_dir().join(format!("seutu-module-{}.{ending}", std::process::id()));
        fs::write(&path, contents).with_context(|| format!("can't write {}", path.display()))?;
        Ok(Self(path))
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // One that can't be removed does no harm.
        let _ = fs::remove_file(&self.0);
    }
}

fn run(command: &mut Command, name: &str) -> Result<Vec<u8>> {
    let output = command.output().with_context(|| format!("{name} doesn't start: is Node on PATH?"))?;
    ensure!(output.status.success(), "{name} failed: {}", String::from_utf8_lossy(&output.stderr));
    Ok(output.stdout)
}
