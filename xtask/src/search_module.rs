//! The search module beside the application: Trunk builds it under a fixed name, as it does with every module that the
//! page starts itself. Here it gets a name that bears a number of what it holds, so that it can be kept for ever, and the
//! document learns that name.

use std::{fs, hash::Hasher, path::Path};

use anyhow::{Context, Result};

/// What stands in `index.html` for the names.
const PLACE: &str = "<!--seutu:search-->";

/// As Trunk names it.
const NAME: &str = "seutu-search";

/// Names the module in a folder that Trunk has built, and puts the names of its glue and its WebAssembly into the
/// document, where `public/start.js` finds them.
pub fn name(folder: &Path) -> Result<()> {
    let [glue, wasm] = [".js", "_bg.wasm"].map(|end| folder.join(format!("{NAME}{end}")));
    let read = |path: &Path| fs::read(path).with_context(|| format!("can't read {}", path.display()));
    let mut text = String::from_utf8(read(&glue)?).context("the glue of the search module isn't text")?;
    let mut hasher = std::hash::DefaultHasher::new();
    hasher.write(text.as_bytes());
    hasher.write(&read(&wasm)?);
    let name = format!("{NAME}-{:016x}", hasher.finish());
    text = text.replace(&format!("{NAME}_bg.wasm"), &format!("{name}_bg.wasm"));
    let written = |path: &Path| format!("can't write {}", path.display());
    fs::rename(&wasm, folder.join(format!("{name}_bg.wasm"))).with_context(|| written(&wasm))?;
    fs::write(folder.join(format!("{name}.js")), text).with_context(|| written(&glue))?;
    fs::remove_file(&glue).with_context(|| written(&glue))?;

    let index = folder.join("index.html");
    let document = String::from_utf8(read(&index)?).context("index.html isn't text")?;
    anyhow::ensure!(
        document.contains(PLACE),
        "index.html has no place for the search module: put {PLACE} into its head"
    );
    let names = format!("<meta name=\"seutu:search\" content=\"/{name}.js /{name}_bg.wasm\">");
    fs::write(&index, document.replace(PLACE, &names)).with_context(|| written(&index))
}
