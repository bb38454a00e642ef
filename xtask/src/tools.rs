//! The tools that xtask needs beyond cargo, the versions and hashes they are pinned to, and their
//! installation.
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
/// Checks `deny.toml`.
const CARGO_DENY: &str = "0.20.2";
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

/// The tools whose output is in a package, besides the compiler, with their versions.
pub fn of_builds() -> Vec<(&'static str, String)> {
    vec![
        ("binaryen", BINARYEN.to_owned()),
        ("terser", TERSER.to_owned()),
        ("wasm-bindgen", wasm_bindgen_shared::version()),
    ]
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

/// The program cargo-deny, where it was installed before.
///
/// # Errors
/// No folder for tools.
pub fn installed_cargo_deny() -> Result<Option<PathBuf>> {
    Ok(cargo_deny().installed(&tools_home()?))
}

/// Installs cargo-deny, which takes minutes the first time.
///
/// # Errors
/// No registry within reach.
pub fn install_cargo_deny(workspace: &Workspace) -> Result<()> {
    cargo_deny().ensure(workspace, &tools_home()?).map(drop)
}

fn cargo_deny() -> Tool {
    Tool {
        package: "cargo-deny",
        version: CARGO_DENY.into(),
        program: "cargo-deny",
        answer: format!("cargo-deny {CARGO_DENY}"),
        source: Source::Cargo {
            checksum: "e528dfcbe739af7ce37a77d3d6df1b29dd6887b1c701d888820c0f16b864f737",
        },
    }
}

fn trunk() -> Tool {
    Tool {
        package: "trunk",
        version: TRUNK.into(),
        program: "trunk",
        answer: format!("trunk {TRUNK}"),
        source: Source::Cargo {
            checksum: "4f7fe1b23957a580be9a7a8b305c331b2977989f33695128d663380d09eaea37",
        },
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
        source: Source::Cargo {
            checksum: "c37f6904387d19a319525c74af274c73912f3871c35555aa49f3ea64ebb2fc7a",
        },
    }
}

fn wasm_opt() -> Tool {
    let major = BINARYEN.split('.').next().unwrap_or(BINARYEN);
    Tool {
        package: "binaryen",
        version: BINARYEN.into(),
        program: "wasm-opt",
        answer: format!("wasm-opt version {major}"),
        source: Source::Npm {
            manifest: include_str!("../npm/binaryen/package.json"),
            lock: include_str!("../npm/binaryen/package-lock.json"),
        },
    }
}

fn terser() -> Tool {
    Tool {
        package: "terser",
        version: TERSER.into(),
        program: "terser",
        answer: format!("terser {TERSER}"),
        source: Source::Npm {
            manifest: include_str!("../npm/terser/package.json"),
            lock: include_str!("../npm/terser/package-lock.json"),
        },
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
    use std::fs;

    use super::*;

    #[test]
    fn each_tool_is_pinned_by_its_hash() {
        for tool in [cargo_deny(), trunk(), wasm_bindgen()] {
            let Source::Cargo { checksum } = tool.source else { panic!("{} isn't of cargo", tool.package) };
            let is_hash = checksum.len() == 64 && checksum.bytes().all(|digit| digit.is_ascii_hexdigit());
            assert!(is_hash, "{}: {checksum}", tool.package);
        }
        for tool in [wasm_opt(), terser()] {
            let Source::Npm { manifest, lock } = tool.source else { panic!("{} isn't of npm", tool.package) };
            assert!(manifest.contains(&format!("\"{}\": \"{}\"", tool.package, tool.version)), "{manifest}");
            assert_pinned(tool.package, lock);
        }
        let browser_tests = Workspace::locate().unwrap().browser_tests().join("package-lock.json");
        assert_pinned("the browser tests", &fs::read_to_string(browser_tests).unwrap());
    }

    /// Each package of a lock file has its SHA-512.
    fn assert_pinned(what: &str, lock: &str) {
        let lock: serde_json::Value = serde_json::from_str(lock).unwrap();
        let packages = lock["packages"].as_object().unwrap();
        assert!(packages.len() > 1, "{what}");
        for (name, package) in packages.iter().filter(|(name, _)| !name.is_empty()) {
            let hash = package["integrity"].as_str().unwrap_or_default();
            assert!(hash.starts_with("sha512-"), "{name} of {what} has no hash");
        }
    }

    /// A tag of an action can be moved to other code; a commit can't. The version stands behind it, for who
    /// reads it.
    #[test]
    fn each_action_of_a_workflow_is_pinned_by_its_commit() {
        let root = Workspace::locate().unwrap().root;
        let mut found = 0;
        for folder in [".github/workflows", "crates/site/src/hosting"] {
            for file in fs::read_dir(root.join(folder)).unwrap() {
                let file = file.unwrap().path();
                if file.extension().is_none_or(|ending| ending != "yml") {
                    continue;
                }
                let text = fs::read_to_string(&file).unwrap();
                for (_, action) in text.lines().filter_map(|line| line.split_once("uses: ")) {
                    let commit = action.split_once('@').and_then(|(_, rest)| rest.split_once(" # v"));
                    let is_pinned = commit.is_some_and(|(commit, version)| {
                        commit.len() == 40
                            && commit.bytes().all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f'))
                            && version.split('.').count() == 3
                    });
                    assert!(is_pinned, "{}: {action}", file.display());
                    found += 1;
                }
            }
        }
        assert!(found >= 4);
    }

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
