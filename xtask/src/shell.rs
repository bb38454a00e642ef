//! Builds the shell: Trunk's `index.html`, the application in WebAssembly, its glue and the assets,
//! without any content.

use std::{
    env, fs, io,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

use crate::{step, tools::Tools, workspace::Workspace};

/// How much work the compilers put in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    /// Built in seconds, several megabytes.
    Dev,
    /// Built in minutes, as small as it gets; what visitors load.
    Release,
}

/// Set for Trunk when only the shell is wanted: the post_build hook then publishes nothing.
pub const SHELL_ONLY: &str = "SEUTU_SHELL_ONLY";

/// A shell that was built and doesn't stand in its place yet.
#[must_use = "the shell is used once it's put in place"]
pub struct NewShell(PathBuf);

/// Builds the shell beside the old one, which stays untouched when this fails.
pub fn build(workspace: &Workspace, tools: &Tools, profile: Profile) -> Result<NewShell> {
    let folder = beside(&workspace.shell(), "new");
    remove(&folder)?;
    let mut trunk = tools.command(workspace, "trunk");
    trunk
        .args(["build", "--skip-version-check", "--color", "never", "--dist"])
        .arg(&folder)
        .env(SHELL_ONLY, "1")
        // Trunk 0.21 takes NO_COLOR=1 for a wrong value and stops; RUST_LOG would be its filter.
        .env_remove("NO_COLOR")
        // Where in Trunk an error arose would hide what is wrong in the code.
        .env_remove("RUST_BACKTRACE")
        .env_remove("RUST_LOG");
    let title = match profile {
        Profile::Dev => "building the shell",
        Profile::Release => {
            // Which of cargo's profiles this means stands in index.html (data-cargo-profile-release),
            // so that plain `trunk build --release` builds the same; a flag here would be warned of.
            trunk.arg("--release").env("CARGO_ENCODED_RUSTFLAGS", without_paths_of_this_machine(workspace)?);
            "building the shell for publication"
        }
    };
    step::run(title, &mut trunk)?;
    Ok(NewShell(folder))
}

/// Flags for rustc that keep this machine's folders out of the panic messages that visitors load.
fn without_paths_of_this_machine(workspace: &Workspace) -> Result<String> {
    let mut prefixes = vec![workspace.root.to_owned()];
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

impl NewShell {
    /// Replaces the old shell as a whole: nobody reads half of one and half of the other.
    pub fn put_in_place(self, workspace: &Workspace) -> Result<()> {
        swap(&self.0, &workspace.shell())
    }
}

/// Renames the folder `new` to `place`, and removes what stood there.
pub fn swap(new: &Path, place: &Path) -> Result<()> {
    let old = beside(place, "old");
    remove(&old)?;
    if place.exists() {
        fs::rename(place, &old).with_context(|| format!("can't move {} away", place.display()))?;
    }
    fs::rename(new, place).with_context(|| format!("can't move the new {} in place", place.display()))?;
    remove(&old)
}

/// `target/shell` → `target/shell.new`: on the same disk, so that a rename is enough.
pub fn beside(place: &Path, suffix: &str) -> PathBuf {
    let mut name = place.file_name().unwrap_or_default().to_owned();
    name.push(".");
    name.push(suffix);
    place.with_file_name(name)
}

/// Removes a folder, or nothing when there is none.
pub fn remove(folder: &Path) -> Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(error).with_context(|| format!("can't remove {}", folder.display()))
        }
        _ => Ok(()),
    }
}
