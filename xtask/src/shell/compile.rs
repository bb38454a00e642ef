//! Compiles a module to WebAssembly, and lets wasm-bindgen write its glue.
//!
//! wasm-bindgen is a library here: its command needs no installation, and its version can't be another one
//! than that of the code, for both stand in one lock file.

use std::{
    env, fs, io,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use super::{document::Module, made::Made, profile::Profile};
use crate::{step, tools::ensure_wasm_target, workspace::Workspace};

const TARGET: &str = "wasm32-unknown-unknown";

/// The title of the step in which cargo compiles a module.
pub fn compiling(bin: &str) -> String {
    format!("compiling {bin}")
}

/// The title of the step in which wasm-bindgen writes its glue.
pub fn binding(bin: &str) -> String {
    format!("writing the glue of {bin}")
}

/// Puts `bin.js` and `bin_bg.wasm` into a folder, as Trunk would.
pub fn compile(workspace: &Workspace, module: &Module, profile: Profile, folder: &Path) -> Result<()> {
    let mut cargo = cargo_build(workspace, module, profile)?;
    cargo.args(["--bin", &module.bin]);
    ensure_wasm_target(workspace)?;
    step::run(&compiling(&module.bin), &mut cargo)?;
    bind(workspace, &output(workspace, module, profile), module, folder)
}

/// The command that compiles a module's library for browsers, as [`compile`] does: cargo then takes the
/// dependencies that stand there. A module's `main.rs` only calls its library.
pub fn cargo_library(workspace: &Workspace, module: &Module, profile: Profile) -> Result<Command> {
    let mut cargo = cargo_build(workspace, module, profile)?;
    cargo.arg("--lib");
    Ok(cargo)
}

/// The command that lists the crates of which a module is made, as [`compile`] builds it.
pub fn cargo_tree(workspace: &Workspace, module: &Module) -> Command {
    cargo_for(workspace, "tree", module)
}

fn cargo_for(workspace: &Workspace, subcommand: &str, module: &Module) -> Command {
    let mut cargo = workspace.command("cargo");
    cargo.args([subcommand, "--target", TARGET, "--manifest-path", &module.manifest]);
    cargo.args(["--features", &module.features]);
    cargo.args((!module.default_features).then_some("--no-default-features"));
    cargo
}

fn cargo_build(workspace: &Workspace, module: &Module, profile: Profile) -> Result<Command> {
    let mut cargo = cargo_for(workspace, "build", module);
    cargo.args(["--profile", module.profile(profile)]);
    if profile == Profile::Release {
        cargo.env("CARGO_ENCODED_RUSTFLAGS", without_paths_of_this_machine(workspace)?);
    }
    Ok(cargo)
}

/// Where cargo puts a module.
pub fn output(workspace: &Workspace, module: &Module, profile: Profile) -> PathBuf {
    let folder = workspace.target.join(TARGET).join(module.profile(profile));
    folder.join(&module.bin).with_extension("wasm")
}

/// Lets wasm-bindgen write the glue.
fn bind(workspace: &Workspace, wasm: &Path, module: &Module, folder: &Path) -> Result<()> {
    let code = fs::read(wasm).with_context(|| format!("can't read {}", wasm.display()))?;
    let names = [format!("{}.js", module.bin), format!("{}_bg.wasm", module.bin)];
    let version = wasm_bindgen_shared::version();
    let how = include_str!("compile.rs");
    let made = Made { sort: "bound", name: &module.bin, of: &[version.as_bytes(), how.as_bytes(), &code] };
    let bound = made.once(workspace, |folder| {
        step::measure(&binding(&module.bin), || {
            Bindgen::new()
                .input_bytes(&module.bin, code.clone())
                .web(true)?
                .typescript(false)
                // `split` knows functions by the names that the linker gave.
                .demangle(false)
                // The glue has the form that wasm-bindgen's command gives it: `shrink` reads it.
                .omit_default_module_path(false)
                .generate(folder)
                .with_context(|| format!("wasm-bindgen can't read {}", wasm.display()))
        })
    })?;
    for name in names {
        fs::copy(bound.join(&name), folder.join(&name)).with_context(|| format!("can't copy {name}"))?;
    }
    Ok(())
}

/// Flags for rustc that keep this machine's folders out of the panic messages that visitors load.
pub fn without_paths_of_this_machine(workspace: &Workspace) -> Result<String> {
    let mut prefixes = vec![workspace.root.clone()];
    let home = env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| env::var_os("HOME").map(|home| Path::new(&home).join(".cargo")));
    // Each registry's sources have a folder of their own, named after the registry.
    let registries = home.map(|home| home.join("registry/src")).filter(|sources| sources.is_dir());
    if let Some(registries) = registries {
        let listed = fs::read_dir(&registries).and_then(|entries| {
            entries.map(|entry| entry.map(|entry| entry.path())).collect::<io::Result<Vec<_>>>()
        });
        prefixes.extend(listed.with_context(|| format!("can't read {}", registries.display()))?);
    }
    let mut flags: Vec<String> =
        prefixes.iter().map(|prefix| format!("--remap-path-prefix={}/=", prefix.display())).collect();
    flags.sort();
    // U+001F is what cargo separates the flags by.
    Ok(flags.join("\u{1f}"))
}
