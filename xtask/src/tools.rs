//! The tools that xtask needs beyond cargo, the versions they are pinned to, and their installation.
//!
//! A tool of the right version on `PATH` is used as it is. Otherwise it's installed once for all
//! checkouts into `$SEUTU_TOOLS` or `${XDG_CACHE_HOME:-~/.cache}/seutu/tools`, in a folder that
//! bears its version: an upgrade doesn't disturb an older checkout.

use std::{
    env,
    ffi::OsString,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};

use crate::{
    install::{Source, Tool},
    step,
    workspace::Workspace,
};

/// Debian's wasm-opt 108 writes a module that fails at start.
const BINARYEN: &str = "132.0.0";
/// Makes the glue small; Trunk's own minifier fails on it.
const TERSER: &str = "5.51.4";
/// 0.22 needs a newer rustc than the workspace's.
const TRUNK: &str = "0.21.14";
const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// The tools that make modules small: the path of each tool, or its name where it is on `PATH`.
pub struct Tools {
    /// Binaryen's wasm-opt.
    pub wasm_opt: PathBuf,
    /// Terser.
    pub terser: PathBuf,
}

impl Tools {
    /// Installs what is missing, which takes half a minute the first time and nothing afterwards.
    ///
    /// # Errors
    /// No npm, or no registry within reach.
    pub fn ensure(workspace: &Workspace) -> Result<Self> {
        let home = tools_home()?;
        let path = |tool: Tool| -> Result<PathBuf> {
            let folder = tool.ensure(workspace, &home)?;
            Ok(folder.map_or_else(|| tool.program.into(), |folder| folder.join(tool.program)))
        };
        Ok(Self { wasm_opt: path(wasm_opt())?, terser: path(terser())? })
    }

    /// Their versions: others make other files.
    pub fn versions(&self) -> String {
        format!("binaryen {BINARYEN}, terser {TERSER}")
    }
}

/// A `PATH` on which Trunk and the wasm-bindgen that it calls are found. `cargo xtask` needs neither; they
/// are installed to show that Trunk makes the same files.
///
/// # Errors
/// A tool that doesn't compile, and no registry within reach.
pub fn path_with_trunk(workspace: &Workspace) -> Result<OsString> {
    let home = tools_home()?;
    let mut folders = Vec::new();
    for tool in [trunk(), wasm_bindgen()] {
        folders.extend(tool.ensure(workspace, &home)?);
    }
    folders.extend(env::split_paths(&env::var_os("PATH").unwrap_or_default()));
    env::join_paths(folders).context("a folder on PATH has a name PATH can't hold")
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
fn wasm_bindgen() -> Tool {
    let version = wasm_bindgen_shared::version();
    Tool {
        package: "wasm-bindgen-cli",
        program: "wasm-bindgen",
        answer: format!("wasm-bindgen {version}"),
        version,
        source: Source::Cargo { locked: false },
    }
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

/// Installs Rust's target for browsers where it is missing.
///
/// # Errors
/// No rustup, or no toolchain within reach.
pub fn ensure_wasm_target(workspace: &Workspace) -> Result<()> {
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

#[cfg(test)]
mod tests {
    #[test]
    fn the_glue_is_written_by_the_wasm_bindgen_that_the_application_is_compiled_with() {
        let lock = include_str!("../../Cargo.lock");
        let entry = |name: &str| {
            let begin = format!("name = \"{name}\"\nversion = \"");
            lock.match_indices(&begin).map(|(at, _)| &lock[at + begin.len()..]).collect::<Vec<_>>()
        };
        for name in ["wasm-bindgen", "wasm-bindgen-cli-support"] {
            let [rest] = entry(name)[..] else { panic!("Cargo.lock has {name} not once") };
            assert!(rest.starts_with(&format!("{}\"", wasm_bindgen_shared::version())), "{name}");
        }
    }
}
