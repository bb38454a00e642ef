//! Finishes a shell: its modules as visitors get them, and every file under a name that says what it holds.
//!
//! The folder holds `index.html`, the assets and the modules under names without a hash, whether `cargo
//! xtask` or Trunk has put them there. In a build for publication the modules are made small ([`shrink`]).

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};

use super::{
    document::{self, requested},
    made::{Made, hash},
    profile::Profile,
    shrink::{self, Files},
};
use crate::{step, tools::Tools, workspace::Workspace};

/// The application's name before the hash.
pub const APPLICATION: &str = "seutu-application";

/// Of the module for search.
pub const SEARCH: &str = "seutu-search";

/// The placeholder in `index.html` for the names of the search module, which `public/start.js` looks for.
const PLACE_OF_SEARCH: &str = "<!--seutu:search-->";

/// The placeholder in `index.html` for the version, which the publisher compares with its own.
const PLACE_OF_VERSION: &str = "<!--seutu:version-->";

/// The script that registers the worker; only `public/start.js` names it.
const KEEP: &str = "keep.js";

/// The worker that keeps what visitors have read.
const WORKER: &str = "worker.js";

const INDEX: &str = "index.html";

/// Finishes the shell in a folder. With `tools` its modules are made small.
///
/// # Errors
/// A module that is missing, a tool that fails, and an `index.html` without its places.
pub fn finish(workspace: &Workspace, folder: &Path, tools: Option<&Tools>) -> Result<()> {
    let index = folder.join(INDEX);
    let mut document = document::of_trunk(&read_text(&index)?)?;
    if let Some(tools) = tools {
        document = with_small_scripts(&document, tools)?;
    }
    let mut modules: Vec<(String, String)> = Vec::new();
    for name in assets(folder)? {
        let path = folder.join(&name);
        let is_script = name.ends_with(".js");
        if is_script {
            // Those that a script imports come before it in the order of the alphabet.
            let script = modules.iter().fold(read_text(&path)?, |script, (name, hashed)| {
                script.replace(&format!("\"./{name}\""), &format!("\"./{hashed}\""))
            });
            let script = tools.map_or(Ok(script.clone()), |tools| shrink::minified_module(&script, tools))?;
            write(&path, script.as_bytes())?;
        }
        // Browsers look for a new one under its name, and the publisher puts the list of files into it.
        if name == WORKER {
            continue;
        }
        let hashed = with_hash(&name, hash(&[&read(&path)?]));
        // In an attribute of its own, or the first of the names in it.
        let named = format!("\"/{name}");
        ensure!(document.contains(&named) || name == KEEP, "index.html doesn't name {name}");
        if is_script {
            modules.push((name.clone(), hashed.clone()));
        }
        document = document.replace(&named, &format!("\"/{hashed}"));
        fs::rename(&path, folder.join(&hashed)).with_context(|| format!("can't rename {name}"))?;
    }
    for name in [APPLICATION, SEARCH] {
        let Named { glue, wasm, second } = finish_module(workspace, folder, name, tools)?;
        if name == SEARCH {
            ensure!(document.contains(PLACE_OF_SEARCH), "put {PLACE_OF_SEARCH} into the head of index.html");
            let names = format!("<meta name=\"seutu:search\" content=\"/{glue} /{wasm}\">");
            document = document.replace(PLACE_OF_SEARCH, &names);
        } else {
            let [old_glue, old_wasm] = module_files(name);
            ensure!(document.contains(&old_glue), "index.html doesn't name {old_glue}");
            // The second part is named behind the first: `public/start.js` asks for it when a visitor acts.
            let second = second.map(|second| format!(" /{second}")).unwrap_or_default();
            document = document.replace(&old_glue, &glue).replace(&old_wasm, &(wasm + &second));
        }
    }
    ensure!(document.contains(PLACE_OF_VERSION), "put {PLACE_OF_VERSION} into the head of index.html");
    let version = concat!("<meta name=\"generator\" content=\"Seutu ", env!("CARGO_PKG_VERSION"), "\">");
    write(&index, document.replace(PLACE_OF_VERSION, version).as_bytes())
}

/// The document with the scripts that stand in it in fewer bytes.
fn with_small_scripts(document: &str, tools: &Tools) -> Result<String> {
    const OPENING: &str = "<script>";
    let mut parts = document.split(OPENING);
    let mut small = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (script, rest) = part.split_once("</script>").context("a script in index.html has no end")?;
        small.extend([OPENING, &shrink::minified_script(script, tools)?, "</script>", rest]);
    }
    Ok(small)
}

/// The files of a shell that are neither its document nor part of a module, in their order.
fn assets(folder: &Path) -> Result<Vec<String>> {
    let modules = [module_files(APPLICATION), module_files(SEARCH)].concat();
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("can't read {}", folder.display()))? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name != INDEX && !modules.contains(&name) {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}

/// The names by which a module's files are asked for.
struct Named {
    glue: String,
    wasm: String,
    second: Option<String>,
}

/// Makes a module small where that is wanted, and gives its files their names.
fn finish_module(workspace: &Workspace, folder: &Path, name: &str, tools: Option<&Tools>) -> Result<Named> {
    let [old_glue, old_wasm] = module_files(name);
    let glue = read_text(&folder.join(&old_glue))?;
    let mut files = Files { glue, wasm: read(&folder.join(&old_wasm))?, second: None };
    if let Some(tools) = tools {
        files = small(workspace, name, &files, tools)?;
    }
    let second = files.second.as_deref().unwrap_or_default();
    let base = format!("{name}-{:016x}", hash(&[files.glue.as_bytes(), &files.wasm, second]));
    let [glue, wasm] = module_files(&base);
    for old in [&old_glue, &old_wasm] {
        fs::remove_file(folder.join(old)).with_context(|| format!("can't remove {old}"))?;
    }
    write(&folder.join(&glue), files.glue.replace(&old_wasm, &wasm).as_bytes())?;
    write(&folder.join(&wasm), &files.wasm)?;
    let second = files.second.map(|second| {
        let name = second_file(&base);
        write(&folder.join(&name), &second).map(|()| name)
    });
    Ok(Named { glue, wasm, second: second.transpose()? })
}

/// The same module in fewer bytes. Minifying takes half a minute, so the result is cached.
fn small(workspace: &Workspace, name: &str, files: &Files, tools: &Tools) -> Result<Files> {
    let ([glue, wasm], second) = (module_files(name), second_file(name));
    // Cargo has put it there, whether `cargo xtask` or Trunk has called it.
    let linked = if name == APPLICATION { Some(read(&linked(workspace, name)?)?) } else { None };
    let how = [
        &tools.versions(),
        include_str!("shrink/mod.rs"),
        include_str!("shrink/glue.rs"),
        include_str!("shrink/names.rs"),
        include_str!("shrink/programs.rs"),
        include_str!("shrink/webassembly.rs"),
        include_str!("paths.rs"),
        include_str!("split/mod.rs"),
        include_str!("split/reach.rs"),
    ]
    .concat();
    let made = Made {
        sort: "small",
        name,
        of: &[how.as_bytes(), files.glue.as_bytes(), &files.wasm, linked.as_deref().unwrap_or_default()],
    };
    let folder = made.once(workspace, |folder| {
        let small = step::measure(&shrinking(name), || shrink::shrink(files, linked.as_deref(), tools))
            .with_context(|| format!("can't make {name} small"))?;
        write(&folder.join(&glue), small.glue.as_bytes())?;
        write(&folder.join(&wasm), &small.wasm)?;
        small.second.map_or(Ok(()), |part| write(&folder.join(&second), &part))
    })?;
    let part = folder.join(second);
    let second = if part.is_file() { Some(read(&part)?) } else { None };
    Ok(Files { glue: read_text(&folder.join(glue))?, wasm: read(&folder.join(wasm))?, second })
}

/// Where cargo puts a module as the linker wrote it.
pub fn linked(workspace: &Workspace, name: &str) -> Result<PathBuf> {
    let modules = requested(workspace)?.modules;
    let module = modules.iter().find(|module| module.bin == name);
    let module = module.with_context(|| format!("index.html doesn't ask for {name}"))?;
    Ok(super::compile::output(workspace, module, Profile::Release))
}

/// The title of the step in which a module becomes small.
pub fn shrinking(name: &str) -> String {
    format!("making {name} small")
}

/// The names of a module's glue and WebAssembly.
fn module_files(base: &str) -> [String; 2] {
    [format!("{base}.js"), format!("{base}_bg.wasm")]
}

/// The name of the second part of a module's WebAssembly. It holds the name of the glue without its ending,
/// as a stack says it.
fn second_file(base: &str) -> String {
    format!("{base}.wasm")
}

/// `start.js` → `start-0123456789abcdef.js`.
fn with_hash(name: &str, hash: u64) -> String {
    let path = PathBuf::from(name);
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let ending = path.extension().map(|ending| format!(".{}", ending.to_string_lossy())).unwrap_or_default();
    format!("{stem}-{hash:016x}{ending}")
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("can't read {}", path.display()))
}

fn read_text(path: &Path) -> Result<String> {
    String::from_utf8(read(path)?).with_context(|| format!("{} isn't text", path.display()))
}

fn write(path: &Path, contents: &[u8]) -> Result<()> {
    fs::write(path, contents).with_context(|| format!("can't write {}", path.display()))
}
