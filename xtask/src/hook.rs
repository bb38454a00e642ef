//! Trunk's post_build hook, for those who type plain `trunk serve` or `trunk build`.
//!
//! Trunk has put the shell into its staging folder and will move into `dist` whatever stands there
//! after the hook: the hook keeps the shell aside and puts the published portal in its place.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};

use crate::{
    modules,
    publisher::FOR_ANY_HOST,
    shell::{self, SHELL_ONLY},
    tools,
    workspace::Workspace,
};

/// Publishes the portal into Trunk's staging folder.
pub fn publish(workspace: &Workspace) -> Result<()> {
    let staging: PathBuf = env::var_os("TRUNK_STAGING_DIR")
        .context("TRUNK_STAGING_DIR isn't set: this is a hook of Trunk; call `cargo xtask build` instead")?
        .into();
    // The same profile as Trunk's, so that `trunk serve` and `cargo xtask serve` share one binary.
    let release = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    let tools = if release { Some(tools::shrinking(workspace)?) } else { None };
    modules::finish(&staging, tools.as_ref())?;
    if env::var_os(SHELL_ONLY).is_some() {
        return Ok(());
    }
    let new = shell::beside(&workspace.shell(), "new");
    shell::remove(&new)?;
    fs::create_dir_all(&new).with_context(|| format!("can't create {}", new.display()))?;
    move_content(&staging, &new)?;
    shell::swap(&new, &workspace.shell())?;

    let mut cargo = workspace.command("cargo");
    cargo.args(["run", "--quiet", "--package", "publisher", "--bin", "seutu"]);
    cargo.args(release.then_some("--release"));
    cargo.args(["--", "build"]);
    if release {
        cargo.args(FOR_ANY_HOST);
    } else {
        cargo.arg("--gallery");
    }
    cargo.arg("--shell").arg(workspace.shell());
    cargo.arg("--content").arg(workspace.content());
    cargo.arg("--out").arg(&staging);
    // No ticking and no capture: Trunk shows what its hooks print.
    let status = cargo.status().context("cargo doesn't start: is it on PATH?")?;
    if !status.success() {
        bail!("the portal wasn't published; what is served stays as it was");
    }
    Ok(())
}

/// Moves what stands in `from` into `to`; the folder itself stays, Trunk has created it.
fn move_content(from: &Path, to: &Path) -> Result<()> {
    let entries = fs::read_dir(from).with_context(|| format!("can't read {}", from.display()))?;
    for entry in entries {
        let source = entry?.path();
        let target = to.join(source.file_name().unwrap_or_default());
        // The target folder may be on another disk, where a rename can't go.
        if fs::rename(&source, &target).is_ok() {
            continue;
        }
        let moved = if source.is_dir() {
            fs::create_dir(&target)?;
            move_content(&source, &target)?;
            fs::remove_dir(&source)
        } else {
            fs::copy(&source, &target).and_then(|_| fs::remove_file(&source))
        };
        moved.with_context(|| format!("can't move {} to {}", source.display(), target.display()))?;
    }
    Ok(())
}
