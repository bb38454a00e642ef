//! Builds the publisher's binary `seutu`, and with it the portal.

use std::path::PathBuf;

use anyhow::Result;

use crate::{
    shell::{self, Profile},
    step,
    tools::Tools,
    workspace::Workspace,
};

/// Compiles the publisher and returns the path of its binary.
pub fn build(workspace: &Workspace, profile: Profile) -> Result<PathBuf> {
    let mut cargo = workspace.command("cargo");
    cargo.args(["build", "--package", "publisher", "--bin", "seutu"]);
    let folder = match profile {
        Profile::Dev => "debug",
        Profile::Release => {
            cargo.arg("--release");
            "release"
        }
    };
    step::run("building the publisher", &mut cargo)?;
    let name = format!("seutu{}", std::env::consts::EXE_SUFFIX);
    Ok(workspace.target.join(folder).join(name))
}

/// What `seutu build` is told for a site that can be put anywhere: files alone, with all that is for the public only, such as
/// the pictures of shared pages.
pub const FOR_ANY_HOST: [&str; 2] = ["--host", "static"];

/// Builds everything as for publication and publishes the portal into `dist`, and beside the shell the small site on
/// which the browser tests meet every kind of page and block: as visitors get it, with the gallery, and for web servers at
/// the root of their host and in a folder of it.
pub fn build_portal(workspace: &Workspace, tools: &Tools) -> Result<()> {
    shell::build(workspace, tools, Profile::Release)?.put_in_place(workspace)?;
    let seutu = build(workspace, Profile::Release)?;
    let publish = |content: PathBuf, out: PathBuf| {
        let mut publish = workspace.command(&seutu);
        publish.arg("build");
        publish.arg("--shell").arg(workspace.shell());
        publish.arg("--content").arg(content);
        publish.arg("--out").arg(out);
        publish
    };
    let small_site = workspace.root.join("tests/sites/everything/content");
    step::run(
        "publishing the site of the browser tests",
        &mut publish(small_site.clone(), workspace.everything()),
    )?;
    step::run(
        "publishing the gallery of components",
        publish(small_site.clone(), workspace.gallery()).arg("--gallery"),
    )?;
    for (out, address) in workspace.hosted() {
        let mut publish = publish(small_site.clone(), out);
        publish.arg("--address").arg(address);
        for host in ["nginx", "caddy", "apache"] {
            publish.arg("--host").arg(host);
        }
        step::run("publishing a site for web servers", &mut publish)?;
    }
    let mut publish = publish(workspace.content(), workspace.dist());
    publish.args(FOR_ANY_HOST);
    // Its own report is what one wants to read here.
    step::run_shown("publishing the portal", &mut publish)
}
