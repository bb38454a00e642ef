//! Shows that Trunk makes the files that `cargo xtask build` makes: `trunk serve` and `trunk build` work for
//! those who have it.

use std::{collections::BTreeMap, fs, path::Path};

use anyhow::{Context, Result, ensure};

use crate::{shell, step, tools, workspace::Workspace};

/// Builds the portal with Trunk and compares it with `dist`, which has to be there.
///
/// # Errors
/// Trunk that fails, and files that differ, by their names.
pub fn compare(workspace: &Workspace) -> Result<()> {
    let path = tools::path_with_trunk(workspace)?;
    // Trunk's hook puts its shell into the place of ours.
    let built = workspace.target.join("trunk");
    shell::remove(&built)?;
    let mut trunk = workspace.command("trunk");
    trunk.args(["build", "--release", "--skip-version-check", "--color", "never", "--dist"]).arg(&built);
    trunk.env("PATH", path);
    // What keeps the paths of this machine out of the application is said to cargo, which Trunk calls.
    trunk.env("CARGO_ENCODED_RUSTFLAGS", shell::flags_for_publication(workspace)?);
    // Trunk 0.21 takes NO_COLOR=1 for a wrong value and stops; RUST_LOG would be its filter.
    trunk.env_remove("NO_COLOR").env_remove("RUST_LOG");
    step::run("building the portal with Trunk", &mut trunk)?;

    let [ours, theirs] = [workspace.dist(), built].map(|folder| files(&folder));
    let (ours, theirs) = (ours?, theirs?);
    let names = ours.keys().chain(theirs.keys());
    let mut different: Vec<&String> = names.filter(|name| ours.get(*name) != theirs.get(*name)).collect();
    different.sort();
    different.dedup();
    ensure!(
        different.is_empty(),
        "Trunk and `cargo xtask build` make different files, {} of {}: {different:?}",
        different.len(),
        ours.len()
    );
    Ok(())
}

/// Every file below a folder, by its path from there.
fn files(folder: &Path) -> Result<BTreeMap<String, Vec<u8>>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).with_context(|| format!("can't read {}", next.display()))? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder)?.to_string_lossy().into_owned();
                // What a publication keeps for the next one belongs to a folder, not to the site.
                if !name.starts_with(".seutu") {
                    found.insert(name, fs::read(&path)?);
                }
            }
        }
    }
    Ok(found)
}
