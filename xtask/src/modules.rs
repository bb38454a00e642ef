//! The WebAssembly modules that Trunk has built, as visitors get them: the application, and search beside it.
//!
//! In a build for publication they are made small ([`shrink`]). [`finish`] also names every module by what it holds, so that
//! it can be kept for ever: Trunk does so for the application alone, and its name says nothing of what is changed here.

use std::{
    fs,
    hash::Hasher,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};

use crate::shrink::{self, Files};

/// The application's name before the hash.
pub const APPLICATION: &str = "seutu-application";

/// What stands in `index.html` for the names of the search module, which `public/start.js` looks for.
const PLACE_OF_SEARCH: &str = "<!--seutu:search-->";

/// What stands in `index.html` for the version, which the publisher compares with its own.
const PLACE_OF_VERSION: &str = "<!--seutu:version-->";

/// A module: its name before the hash, and whether Trunk has put its name into the document.
struct Built {
    name: &'static str,
    is_named: bool,
}

const MODULES: [Built; 2] =
    [Built { name: APPLICATION, is_named: true }, Built { name: "seutu-search", is_named: false }];

/// Finishes the modules in a folder that Trunk has built. With `tools` they are made small.
pub fn finish(folder: &Path, tools: Option<&shrink::Tools>) -> Result<()> {
    let index = folder.join("index.html");
    let mut document = read_text(&index)?;
    for module in MODULES {
        let (old_glue, old_wasm) = files_of(folder, module.name)?;
        let mut files = Files { glue: read_text(&old_glue)?, wasm: read(&old_wasm)? };
        if let Some(tools) = tools {
            files =
                shrink::shrink(files, tools).with_context(|| format!("can't make {} small", module.name))?;
        }
        let mut hasher = std::hash::DefaultHasher::new();
        hasher.write(files.glue.as_bytes());
        hasher.write(&files.wasm);
        let base = format!("{}-{:016x}", module.name, hasher.finish());
        let (glue, wasm) = (format!("{base}.js"), format!("{base}_bg.wasm"));
        let (known_glue, known_wasm) = (file_name(&old_glue), file_name(&old_wasm));
        let text = files.glue.replace(&known_wasm, &wasm);
        for old in [&old_glue, &old_wasm] {
            fs::remove_file(old).with_context(|| format!("can't remove {}", old.display()))?;
        }
        write(&folder.join(&glue), text.as_bytes())?;
        write(&folder.join(&wasm), &files.wasm)?;
        if module.is_named {
            ensure!(
                document.contains(&known_glue),
                "index.html doesn't name {known_glue}: was it built by Trunk?"
            );
            document = document.replace(&known_glue, &glue).replace(&known_wasm, &wasm);
        } else {
            ensure!(document.contains(PLACE_OF_SEARCH), "put {PLACE_OF_SEARCH} into the head of index.html");
            let names = format!("<meta name=\"seutu:search\" content=\"/{glue} /{wasm}\">");
            document = document.replace(PLACE_OF_SEARCH, &names);
        }
    }
    ensure!(document.contains(PLACE_OF_VERSION), "put {PLACE_OF_VERSION} into the head of index.html");
    let version = concat!("<meta name=\"generator\" content=\"Seutu ", env!("CARGO_PKG_VERSION"), "\">");
    document = document.replace(PLACE_OF_VERSION, version);
    write(&index, document.as_bytes())
}

/// The glue and the WebAssembly of a module, with or without Trunk's hash in their names.
fn files_of(folder: &Path, name: &str) -> Result<(PathBuf, PathBuf)> {
    let entries = fs::read_dir(folder).with_context(|| format!("can't read {}", folder.display()))?;
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let base = names
        .filter_map(|file| Some(file.strip_suffix("_bg.wasm")?.to_owned()))
        .find(|base| base.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with('-')))
        .with_context(|| format!("Trunk has built no module {name}: does index.html ask for it?"))?;
    Ok((folder.join(format!("{base}.js")), folder.join(format!("{base}_bg.wasm"))))
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
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
