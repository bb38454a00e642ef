//! Trunk's hooks, for those who type plain `trunk serve` or `trunk build`.
//!
//! Trunk has put the shell into its staging folder and will move into `dist` whatever stands there
//! after the hook: the hook keeps the shell aside and puts the published portal in its place.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};

use crate::{
    publisher::FOR_ANY_HOST,
    shell::{self, Profile, modules, style},
    tools::Tools,
    workspace::Workspace,
};

/// Bundles the stylesheet that `index.html` asks Trunk for: its pre_build hook.
pub fn bundle_style(workspace: &Workspace) -> Result<()> {
    style::bundle(workspace, profile())
}

/// The profile in which Trunk builds.
fn profile() -> Profile {
    if env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release") {
        Profile::Release
    } else {
        Profile::Dev
    }
}

/// Publishes the portal into Trunk's staging folder.
pub fn publish(workspace: &Workspace) -> Result<()> {
    let staging: PathBuf = env::var_os("TRUNK_STAGING_DIR")
        .context("TRUNK_STAGING_DIR isn't set: this is a hook of Trunk; call `cargo xtask build` instead")?
        .into();
    let is_release = profile() == Profile::Release;
    let tools = if is_release { Some(Tools::ensure(workspace)?) } else { None };
    modules::finish(workspace, &staging, tools.as_ref())?;
    let new = shell::beside(&workspace.shell(), "new");
    shell::remove(&new)?;
    fs::create_dir_all(&new).with_context(|| format!("can't create {}", new.display()))?;
    move_content(&staging, &new)?;
    shell::swap(&new, &workspace.shell())?;

    let mut cargo = workspace.command("cargo");
    cargo.args(["run", "--quiet", "--package", "publisher", "--bin", "seutu"]);
    cargo.args(["--", "build"]);
    if is_release {
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
