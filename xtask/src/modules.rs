//! The WebAssembly modules that Trunk has built, as visitors get them: the application, and search beside it.
//!
//! In a build for publication they lose what no browser needs. wasm-bindgen's glue is written to be read, and Trunk's own
//! minifier fails on it; and each of some two hundred functions that a module imports from its glue has a name that ends in
//! sixteen digits of a number which nothing compresses. [`finish`] also names every module by what it holds, so that it can
//! be kept for ever: Trunk does so for the application alone, and its name says nothing of what is changed here.

use std::{
    collections::BTreeMap,
    fs,
    hash::Hasher,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, ensure};
use wasm_encoder::{
    ImportSection, Module,
    reencode::{self, Reencode},
};
use wasmparser::{Import, Parser, Payload};

/// What stands in `index.html` for the names of the search module, which `public/start.js` looks for.
const PLACE_OF_SEARCH: &str = "<!--seutu:search-->";

/// A module: its name before the hash, and whether Trunk has put its name into the document.
struct Built {
    name: &'static str,
    is_named: bool,
}

const MODULES: [Built; 2] =
    [Built { name: "seutu-application", is_named: true }, Built { name: "seutu-search", is_named: false }];

/// A module's two files.
struct Files {
    glue: String,
    wasm: Vec<u8>,
}

/// Finishes the modules in a folder that Trunk has built. With `terser`, the command of that name, they are made small.
pub fn finish(folder: &Path, terser: Option<Command>) -> Result<()> {
    let index = folder.join("index.html");
    let mut document = read_text(&index)?;
    let mut terser = terser;
    for module in MODULES {
        let (old_glue, old_wasm) = files_of(folder, module.name)?;
        let mut files = Files { glue: read_text(&old_glue)?, wasm: read(&old_wasm)? };
        if let Some(terser) = &mut terser {
            files = shrink(files, terser).with_context(|| format!("can't make {} small", module.name))?;
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

/// The same module in fewer bytes.
fn shrink(files: Files, terser: &mut Command) -> Result<Files> {
    let names = short_names(&files)?;
    let glue = with_names(&files.glue, &names);
    let mut module = Module::new();
    let reencoded = Renamer { names: &names }.parse_core_module(&mut module, Parser::new(0), &files.wasm);
    reencoded.map_err(|error| anyhow::anyhow!("the WebAssembly can't be read: {error}"))?;

    let scratch = std::env::temp_dir().join(format!("seutu-glue-{}.js", std::process::id()));
    write(&scratch, glue.as_bytes())?;
    let output = terser.arg(&scratch).args(["--module", "--compress", "passes=2", "--mangle"]).output();
    let output = output.context("terser doesn't start: is Node on PATH?")?;
    // Each module's name is an argument of its own.
    *terser = Command::new(terser.get_program());
    fs::remove_file(&scratch).with_context(|| format!("can't remove {}", scratch.display()))?;
    ensure!(output.status.success(), "terser failed: {}", String::from_utf8_lossy(&output.stderr));
    Ok(Files { glue: String::from_utf8(output.stdout)?, wasm: module.finish() })
}

/// A short name for each function that the WebAssembly imports, those with the longest names first to get one.
fn short_names(files: &Files) -> Result<BTreeMap<String, String>> {
    let mut names = BTreeMap::new();
    for payload in Parser::new(0).parse_all(&files.wasm) {
        if let Payload::ImportSection(section) = payload? {
            for import in section.into_imports() {
                let name = import?.name;
                ensure!(
                    files.glue.contains(name),
                    "the glue lacks {name}, which the WebAssembly imports: are they of one build?"
                );
                let short = short_name(names.len());
                names.entry(name.to_owned()).or_insert(short);
            }
        }
    }
    Ok(names)
}

/// `$a`, `$b`, … `$aa`: the glue itself has no name that begins so.
fn short_name(mut number: usize) -> String {
    let mut name = String::new();
    loop {
        name.insert(0, char::from(b'a' + (number % 26) as u8));
        number /= 26;
        if number == 0 {
            return format!("${name}");
        }
        number -= 1;
    }
}

/// The glue with the short names in the place of the long ones, whole words only.
fn with_names(glue: &str, names: &BTreeMap<String, String>) -> String {
    let in_name = |sign: char| sign.is_ascii_alphanumeric() || sign == '_' || sign == '$';
    let mut renamed = String::with_capacity(glue.len());
    let mut rest = glue;
    while let Some(start) = rest.find(in_name) {
        let (before, word) = rest.split_at(start);
        let end = word.find(|sign| !in_name(sign)).unwrap_or(word.len());
        let (word, after) = word.split_at(end);
        renamed.push_str(before);
        renamed.push_str(names.get(word).map_or(word, String::as_str));
        rest = after;
    }
    renamed + rest
}

/// Writes a module again with other names for its imports.
struct Renamer<'n> {
    names: &'n BTreeMap<String, String>,
}

impl Reencode for Renamer<'_> {
    type Error = std::convert::Infallible;

    fn parse_import(
        &mut self,
        imports: &mut ImportSection,
        import: Import<'_>,
    ) -> Result<(), reencode::Error<Self::Error>> {
        let name = self.names.get(import.name).map_or(import.name, String::as_str);
        imports.import(import.module, name, self.entity_type(import.ty)?);
        Ok(())
    }

    fn parse_imports(
        &mut self,
        section: &mut ImportSection,
        imports: wasmparser::Imports<'_>,
    ) -> Result<(), reencode::Error<Self::Error>> {
        for import in imports {
            self.parse_import(section, import?.1)?;
        }
        Ok(())
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{EntityType, FunctionSection, TypeSection};

    /// A module that imports these functions and has one of its own.
    fn module(imports: &[&str]) -> Vec<u8> {
        let (mut types, mut section, mut functions) =
            (TypeSection::new(), ImportSection::new(), FunctionSection::new());
        types.ty().function([], []);
        for name in imports {
            section.import("./glue.js", name, EntityType::Function(0));
        }
        functions.function(0);
        let mut code = wasm_encoder::CodeSection::new();
        let mut body = wasm_encoder::Function::new([]);
        body.instructions().call(0).end();
        code.function(&body);
        let mut module = Module::new();
        module.section(&types).section(&section).section(&functions).section(&code);
        module.finish()
    }

    fn imported(wasm: &[u8]) -> Vec<String> {
        let mut names = Vec::new();
        for payload in Parser::new(0).parse_all(wasm) {
            if let Payload::ImportSection(section) = payload.unwrap() {
                names.extend(section.into_imports().map(|import| import.unwrap().name.to_owned()));
            }
        }
        names
    }

    #[test]
    fn imports_get_the_same_short_names_on_both_sides() {
        let (one, other) = ("__wbg_get_0123456789abcdef", "__wbg_getItem_0123456789abcdef");
        let files = Files {
            glue: format!("const imports = {{ {one}: f, {other}: g }}; // not {one}x"),
            wasm: module(&[one, other]),
        };
        let names = short_names(&files).unwrap();
        assert_eq!(
            with_names(&files.glue, &names),
            format!("const imports = {{ $a: f, $b: g }}; // not {one}x")
        );
        let mut renamed = Module::new();
        Renamer { names: &names }.parse_core_module(&mut renamed, Parser::new(0), &files.wasm).unwrap();
        let renamed = renamed.finish();
        assert_eq!(imported(&renamed), ["$a", "$b"]);
        assert_eq!(renamed, module(&["$a", "$b"]), "nothing else changes");
    }

    #[test]
    fn an_import_that_the_glue_lacks_is_refused() {
        let files = Files { glue: String::new(), wasm: module(&["__wbg_new_0123456789abcdef"]) };
        assert!(short_names(&files).unwrap_err().to_string().contains("__wbg_new_0123456789abcdef"));
    }

    #[test]
    fn every_short_name_is_another_one() {
        let names: std::collections::BTreeSet<String> = (0..2000).map(short_name).collect();
        assert_eq!((names.len(), short_name(0), short_name(26)), (2000, "$a".to_owned(), "$aa".to_owned()));
    }
}
