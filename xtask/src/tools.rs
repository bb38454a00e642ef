//! The tools that xtask needs beyond cargo, the versions they are pinned to, and their installation.
//!
//! A tool of the right version on `PATH` is used as it is. Otherwise it's installed once for all
//! checkouts into `$SEUTU_TOOLS` or `${XDG_CACHE_HOME:-~/.cache}/seutu/tools`, in a folder that
//! bears its version: an upgrade doesn't disturb an older checkout.

use std::{
    env,
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, bail};

use crate::{
    install::{Source, Tool},
    shrink, step,
    workspace::Workspace,
};

/// 0.22 needs a newer rustc than the workspace's.
const TRUNK: &str = "0.21.14";
/// Debian's wasm-opt 108 writes a module that fails at start.
const BINARYEN: &str = "132.0.0";
/// Makes the glue small; Trunk's own minifier fails on it.
const TERSER: &str = "5.51.4";
const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// The installed tools, as a `PATH` for the commands that need them.
pub struct Tools {
    path: OsString,
}

impl Tools {
    /// Installs what is missing, which takes minutes the first time and nothing afterwards.
    pub fn ensure(workspace: &Workspace) -> Result<Self> {
        ensure_wasm_target(workspace)?;
        let home = tools_home()?;
        let mut folders = Vec::new();
        for tool in [trunk(), wasm_bindgen(workspace)?, wasm_opt(), terser()] {
            folders.extend(tool.ensure(workspace, &home)?);
        }
        let path = env::var_os("PATH").unwrap_or_default();
        folders.extend(env::split_paths(&path));
        let path = env::join_paths(folders).context("a folder on PATH has a name PATH can't hold")?;
        Ok(Self { path })
    }

    /// A command in the workspace's root that finds the tools.
    pub fn command(&self, workspace: &Workspace, program: &str) -> Command {
        let mut command = workspace.command(program);
        command.env("PATH", &self.path);
        command
    }
}

fn trunk() -> Tool {
    Tool {
        package: "trunk",
        version: TRUNK.into(),
        program: "trunk",
        answer: format!("trunk {TRUNK}"),
        source: Source::Cargo { locked: true },
    }
}

/// The command has to be of exactly the version that the application was compiled with.
fn wasm_bindgen(workspace: &Workspace) -> Result<Tool> {
    let path = workspace.root.join("Cargo.lock");
    let lock = fs::read_to_string(&path).with_context(|| format!("can't read {}", path.display()))?;
    let version = locked_version(&lock, "wasm-bindgen")
        .context("Cargo.lock has no wasm-bindgen: does the application crate depend on it?")?;
    Ok(Tool {
        package: "wasm-bindgen-cli",
        program: "wasm-bindgen",
        answer: format!("wasm-bindgen {version}"),
        version,
        source: Source::Cargo { locked: false },
    })
}

fn wasm_opt() -> Tool {
    let major = BINARYEN.split('.').next().unwrap_or(BINARYEN);
    Tool {
        package: "binaryen",
        version: BINARYEN.into(),
        program: "wasm-opt",
        answer: format!("wasm-opt version {major}"),
        source: Source::Npm,
    }
}

fn terser() -> Tool {
    Tool {
        package: "terser",
        version: TERSER.into(),
        program: "terser",
        answer: format!("terser {TERSER}"),
        source: Source::Npm,
    }
}

/// What makes modules small, for Trunk's hook: who typed plain `trunk build --release` may not have it yet.
pub fn shrinking(workspace: &Workspace) -> Result<shrink::Tools> {
    let home = tools_home()?;
    let path = |tool: Tool| -> Result<PathBuf> {
        let folder = tool.ensure(workspace, &home)?;
        Ok(folder.map_or_else(|| tool.program.into(), |folder| folder.join(tool.program)))
    };
    Ok(shrink::Tools { wasm_opt: path(wasm_opt())?, terser: path(terser())? })
}

fn ensure_wasm_target(workspace: &Workspace) -> Result<()> {
    let output = workspace
        .command("rustc")
        .args(["--print", "target-libdir", "--target", WASM_TARGET])
        .output()
        .context("rustc doesn't start: is it on PATH?")?;
    let folder = String::from_utf8_lossy(&output.stdout);
    if output.status.success() && Path::new(folder.trim()).exists() {
        return Ok(());
    }
    let title = format!("installing Rust's target {WASM_TARGET} (once)");
    let mut command = workspace.command("rustup");
    step::run_silently(&title, command.args(["target", "add", WASM_TARGET]))
        .map(drop)
        .with_context(|| format!("the browser part needs Rust's target {WASM_TARGET}; without rustup, install your distribution's package for it"))
}

fn tools_home() -> Result<PathBuf> {
    if let Some(home) = env::var_os("SEUTU_TOOLS") {
        return std::path::absolute(home).context("SEUTU_TOOLS isn't a path");
    }
    let cache = env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
    let home = env::home_dir().map(|home| home.join(".cache"));
    match cache.filter(|path| path.is_absolute()).or(home) {
        Some(cache) => Ok(cache.join("seutu/tools")),
        None => bail!("no home folder to keep tools in: set SEUTU_TOOLS to a folder"),
    }
}

fn locked_version(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    let version = lines.nth(1)?.strip_prefix("version = \"")?;
    version.strip_suffix('"').map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_of_a_package_is_read_from_the_lock_file() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"0.1.0\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(locked_version(lock, "leptos"), None);
    }
}
