//! Shows that Trunk makes the files that `cargo xtask build` makes: `trunk serve` and `trunk build` work for
//! those who have it.

use anyhow::{Result, ensure};

use crate::{measure, shell, step, tools, workspace::Workspace};

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

    let (mut different, count) = measure::differing(&workspace.dist(), &built)?;
    // What a publication keeps for the next one belongs to a folder, not to the site.
    different.retain(|name| !name.to_string_lossy().starts_with(".seutu"));
    ensure!(
        different.is_empty(),
        "Trunk and `cargo xtask build` make different files, {} of {}: {different:?}",
        different.len(),
        count
    );
    Ok(())
}
