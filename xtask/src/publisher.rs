//! Builds the publisher's binary `seutu`, and with it the portal.

use std::{
    path::{Path, PathBuf},
    process::Command,
    thread,
};

use anyhow::{Context, Result};
use generator::hostile;

use crate::{
    shell::{self, Profile},
    step::{self, Expected, Lane},
    workspace::Workspace,
};

const COMPILING: &str = "compiling the publisher";
const TEST_SITES: &str = "publishing the sites of the browser tests";
const PORTAL: &str = "publishing the portal";

/// Compiles the publisher and returns the path of its binary.
///
/// Both profiles publish the same bytes. [`Profile::Dev`] is compiled in a third of the time and shared with
/// the native tests; [`Profile::Release`] is for who publishes large portals, and for measurements.
pub fn build(workspace: &Workspace, profile: Profile) -> Result<PathBuf> {
    let mut cargo = workspace.command("cargo");
    cargo.args(["build", "--package", "publisher", "--bin", "seutu"]);
    if profile == Profile::Release {
        cargo.arg("--release").env("CARGO_ENCODED_RUSTFLAGS", shell::flags_for_publication(workspace)?);
        // The allocator, which is written in C, holds the day on which it was compiled.
        cargo.env("SOURCE_DATE_EPOCH", "0");
    }
    step::run(COMPILING, &mut cargo)?;
    Ok(binary(workspace, profile))
}

/// Where cargo puts the publisher's binary.
pub fn binary(workspace: &Workspace, profile: Profile) -> PathBuf {
    let folder = match profile {
        Profile::Dev => "debug",
        Profile::Release => "release",
    };
    workspace.target.join(folder).join(format!("seutu{}", std::env::consts::EXE_SUFFIX))
}

/// What `seutu build` is told for a site that can be put anywhere: files alone, with all that is for the
/// public only, such as the pictures of shared pages.
pub const FOR_ANY_HOST: [&str; 2] = ["--host", "static"];

/// Builds the shell as for publication, and the publisher at the same time: linking the shell leaves a core
/// idle.
pub fn build_both(workspace: &Workspace, profile: Profile) -> Result<PathBuf> {
    thread::scope(|scope| {
        let seutu = scope.spawn(|| build(workspace, Profile::Dev));
        let shell = shell::build(workspace, profile);
        let seutu = seutu.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))?;
        shell?.put_in_place(workspace)?;
        Ok(seutu)
    })
}

/// The steps of [`build_both`], with their times on two cores.
pub fn expected(workspace: &Workspace, profile: Profile) -> Vec<Expected> {
    let mut steps = shell::expected(workspace, profile);
    let output = Some(binary(workspace, Profile::Dev));
    steps.push(Expected { title: COMPILING.to_owned(), seconds: 200, output, lane: Lane::Second });
    steps
}

/// Those of [`build_portal`].
pub fn expected_of_portal(workspace: &Workspace) -> Vec<Expected> {
    let mut steps = expected(workspace, Profile::Release);
    steps.extend(expected_publications(workspace));
    steps
}

/// Those of [`publish_test_sites`] and [`publish_portal`].
pub fn expected_publications(workspace: &Workspace) -> Vec<Expected> {
    let mut steps = Vec::new();
    for (title, output) in [(TEST_SITES, workspace.everything()), (PORTAL, workspace.dist())] {
        let title = title.to_owned();
        steps.push(Expected { title, seconds: 5, output: Some(output), lane: Lane::Alone });
    }
    steps
}

/// Builds everything as for publication and publishes the portal into `dist`, and the sites of the browser
/// tests beside the shell.
pub fn build_portal(workspace: &Workspace) -> Result<()> {
    let seutu = build_both(workspace, Profile::Release)?;
    publish_test_sites(workspace, &seutu)?;
    publish_portal(workspace, &seutu)
}

/// Publishes the portal into `dist`.
pub fn publish_portal(workspace: &Workspace, seutu: &Path) -> Result<()> {
    // Its own report is what one wants to read here.
    step::run_shown(PORTAL, &mut publication_of_portal(workspace, seutu))
}

/// The command that publishes the portal into `dist`.
pub fn publication_of_portal(workspace: &Workspace, seutu: &Path) -> Command {
    let mut publish = publish(workspace, seutu, &workspace.content(), &workspace.dist());
    publish.args(FOR_ANY_HOST);
    publish
}

/// Publishes the small site on which the browser tests meet every kind of page and block, in all ways in
/// which they look at it.
pub fn publish_test_sites(workspace: &Workspace, seutu: &Path) -> Result<()> {
    step::measure(TEST_SITES, || {
        publish_everything(workspace, seutu)?;
        publish_hostile(workspace, seutu)?;
        publish_hosted(workspace, seutu)
    })
}

/// Publishes the small site as visitors get it, and with the gallery.
pub fn publish_everything(workspace: &Workspace, seutu: &Path) -> Result<()> {
    let content = content_of_everything(workspace);
    step::run_unseen(&mut publish(workspace, seutu, &content, &workspace.everything()))?;
    step::run_unseen(publish(workspace, seutu, &content, &workspace.gallery()).arg("--gallery"))
}

/// The longest hostile text that a browser is shown, in bytes: a longer one is the native tests' alone.
const LONGEST_SHOWN: usize = 1 << 20;

/// Publishes it with the texts of `tests/hostile` in its text fields, and a page for each that goes
/// elsewhere.
pub fn publish_hostile(workspace: &Workspace, seutu: &Path) -> Result<()> {
    let corpus = workspace.root.join("tests/hostile");
    let mut cases = hostile::read(&corpus).with_context(|| format!("can't read {}", corpus.display()))?;
    cases.retain(|case| case.text.len() < LONGEST_SHOWN);
    let content = workspace.hostile().with_extension("content");
    shell::remove(&content)?;
    hostile::write_shown(&cases, &content_of_everything(workspace), &content, false)
        .with_context(|| format!("can't write {}", content.display()))?;
    step::run_unseen(&mut publish(workspace, seutu, &content, &workspace.hostile()))
}

/// Publishes it for web servers, at the root of their host and in a folder of it.
pub fn publish_hosted(workspace: &Workspace, seutu: &Path) -> Result<()> {
    for (out, address) in workspace.hosted() {
        let mut publish = publish(workspace, seutu, &content_of_everything(workspace), &out);
        publish.arg("--address").arg(address);
        for host in ["nginx", "caddy", "apache"] {
            publish.arg("--host").arg(host);
        }
        step::run_unseen(&mut publish)?;
    }
    Ok(())
}

fn content_of_everything(workspace: &Workspace) -> PathBuf {
    workspace.root.join("tests/sites/everything/content")
}

fn publish(workspace: &Workspace, seutu: &Path, content: &Path, out: &Path) -> Command {
    let mut publish = workspace.command(seutu);
    publish.arg("build").arg("--shell").arg(workspace.shell());
    publish.arg("--content").arg(content).arg("--out").arg(out);
    publish
}
