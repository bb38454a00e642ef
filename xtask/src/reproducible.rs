//! Shows that a package says all about itself: two clean builds of a commit, in different folders, under
//! different clocks and languages, give the same bytes, and so do the portals that they publish.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, ensure};

use crate::{measure, measure::differing, package, publisher, step, workspace::Workspace};

/// The folders of both builds, of different lengths, and the surroundings of each.
const BUILDS: [(&str, [(&str, &str); 3]); 2] = [
    ("one", [("TZ", "UTC"), ("LANG", "C.UTF-8"), ("SOURCE_DATE_EPOCH", "0")]),
    (
        "another/folder",
        [("TZ", "Pacific/Auckland"), ("LANG", "fi_FI.UTF-8"), ("SOURCE_DATE_EPOCH", "1700000000")],
    ),
];

/// Builds the committed sources twice, and names the files that differ.
///
/// # Errors
/// A build that fails, and files that differ.
pub fn reproducible(workspace: &Workspace) -> Result<()> {
    let folder = workspace.target.join("reproducible");
    measure::remove(&folder)?;
    let mut built = Vec::new();
    for (name, surroundings) in BUILDS {
        let root = folder.join(name);
        clone(workspace, &root)?;
        let clone = Workspace { target: root.join("target"), root };
        package_in(&clone, &surroundings)?;
        publish(&clone, &surroundings)?;
        built.push(clone);
    }
    for part in ["target/package", "dist"] {
        let [one, other] = [&built[0], &built[1]].map(|clone| clone.root.join(part));
        let (different, count) = differing(&one, &other)?;
        ensure!(count > 0, "{part} is empty");
        ensure!(different.is_empty(), "{} of {count} files of {part} differ: {different:?}", different.len());
        println!("  {part}: {count} files, byte for byte the same");
    }
    measure::remove(&folder)
}

/// A clone of what is committed; changes that aren't are no part of a package.
fn clone(workspace: &Workspace, root: &Path) -> Result<()> {
    fs::create_dir_all(root).with_context(|| format!("can't create {}", root.display()))?;
    let mut git = workspace.command("git");
    git.args(["clone", "--quiet", "--no-hardlinks"]).arg(&workspace.root).arg(root);
    step::run_unseen(&mut git)
}

/// Runs this program once more, in the clone and its surroundings: everything that it starts inherits them.
fn package_in(clone: &Workspace, surroundings: &[(&str, &str)]) -> Result<()> {
    let mut again = Command::new(env::current_exe().context("this program doesn't know where it is")?);
    again.arg("package").current_dir(&clone.root).envs(surroundings.iter().copied());
    // `Workspace::locate` goes by the first, cargo by the others.
    again.env("CARGO_MANIFEST_DIR", clone.root.join("xtask"));
    for name in ["CARGO_TARGET_DIR", "RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS"] {
        again.env_remove(name);
    }
    step::run_silently(&format!("packing in {}", clone.root.display()), &mut again).map(drop)
}

fn publish(clone: &Workspace, surroundings: &[(&str, &str)]) -> Result<()> {
    let package = package::folder(clone);
    let seutu: PathBuf = package.join(format!("seutu{}", env::consts::EXE_SUFFIX));
    let mut publish = clone.command(seutu);
    publish
        .arg("build")
        .arg("--shell")
        .arg(package.join(package::ARCHIVE))
        .arg("--content")
        .arg(clone.content());
    publish.arg("--out").arg(clone.dist()).args(publisher::FOR_ANY_HOST).envs(surroundings.iter().copied());
    step::run_silently("publishing the portal", &mut publish).map(drop)
}
