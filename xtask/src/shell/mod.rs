//! The shell: `index.html`, the application in WebAssembly, its glue and the assets, without any content.
//!
//! Read in this order: [`document`] says what `index.html` asks for, [`style`] bundles the stylesheet with
//! the crate stylesheet, [`compile`] makes the modules, [`modules`] finishes them and names every file by
//! what it holds, and [`shrink`] makes them small, the application in the two parts into which [`split`] cuts
//! it. [`made`] remembers both steps' outcomes. Trunk can do all but the last two; its hook then calls
//! [`modules`].

use std::{fs, path::PathBuf, process::Command};

use anyhow::{Context, Result};

use crate::{
    step::{Expected, Lane},
    tools::Tools,
    workspace::Workspace,
};

mod compile;
mod document;
mod made;
pub mod modules;
mod paths;
mod place;
mod profile;
pub mod shrink;
mod split;
pub mod style;

pub use compile::without_paths_of_this_machine as flags_for_publication;

use document::requested;
pub use place::{beside, remove, swap};
pub use profile::Profile;

/// A shell that was built and doesn't stand in its place yet.
#[must_use = "the shell is used once it's put in place"]
pub struct NewShell(PathBuf);

/// The steps of [`build`], with their times on two cores. A document that can't be read has none: [`build`]
/// says why.
pub fn expected(workspace: &Workspace, profile: Profile) -> Vec<Expected> {
    let Ok(request) = requested(workspace) else { return Vec::new() };
    let mut steps = Vec::new();
    let mut shrinking = Vec::new();
    for module in &request.modules {
        let output = Some(compile::output(workspace, module, profile));
        let times = match (module.is_application, profile) {
            (true, Profile::Dev) => [100, 3],
            (true, Profile::Release) => [150, 2],
            (false, _) => [30, 1],
        };
        let step =
            |title: String, seconds| Expected { title, seconds, output: output.clone(), lane: Lane::First };
        steps.push(step(compile::compiling(&module.bin), times[0]));
        steps.push(step(compile::binding(&module.bin), times[1]));
        shrinking.push(step(modules::shrinking(&module.bin), 12));
    }
    if profile == Profile::Release {
        steps.extend(shrinking);
    }
    steps
}

/// Builds the shell beside the old one, which stays untouched when this fails.
///
/// # Errors
/// Code that doesn't compile, a tool that fails, and an `index.html` that asks for something unknown.
pub fn build(workspace: &Workspace, profile: Profile) -> Result<NewShell> {
    let folder = beside(&workspace.shell(), "new");
    remove(&folder)?;
    fs::create_dir_all(&folder).with_context(|| format!("can't create {}", folder.display()))?;
    let request = requested(workspace)?;
    style::bundle(workspace, profile)?;
    for asset in &request.assets {
        let from = workspace.root.join(&asset.path);
        fs::copy(&from, folder.join(asset.name()))
            .with_context(|| format!("can't copy {}, which index.html asks for", from.display()))?;
    }
    for module in &request.modules {
        compile::compile(workspace, module, profile, &folder)?;
    }
    fs::write(folder.join("index.html"), &request.document)?;
    let tools = if profile == Profile::Release { Some(Tools::ensure(workspace)?) } else { None };
    modules::finish(workspace, &folder, tools.as_ref())?;
    Ok(NewShell(folder))
}

/// The names of [`build`]'s modules, each with a command that compiles its library once more, without
/// linking: a compiler in place of rustc, which is named in the command's environment, finds all dependencies
/// compiled.
///
/// # Errors
/// An `index.html` that asks for something unknown.
pub fn libraries(workspace: &Workspace, profile: Profile) -> Result<Vec<(String, Command)>> {
    let modules = requested(workspace)?.modules;
    let library = |module: document::Module| {
        compile::cargo_library(workspace, &module, profile).map(|command| (module.bin, command))
    };
    modules.into_iter().map(library).collect()
}

/// The names of [`build`]'s modules, each with a `cargo tree` of the crates that it is made of.
///
/// # Errors
/// An `index.html` that asks for something unknown.
pub fn trees(workspace: &Workspace) -> Result<Vec<(String, Command)>> {
    let modules = requested(workspace)?.modules.into_iter();
    Ok(modules.map(|module| (module.bin.clone(), compile::cargo_tree(workspace, &module))).collect())
}

impl NewShell {
    /// Replaces the old shell as a whole: no reader gets a mixture of both.
    pub fn put_in_place(self, workspace: &Workspace) -> Result<()> {
        swap(&self.0, &workspace.shell())
    }
}
