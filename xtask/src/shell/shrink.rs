//! Makes a module small: what the application doesn't use goes, and what is left gets short names.
//!
//! wasm-bindgen writes its glue to be read, and for every page that might come. Here both sides are known:
//! the module that imports from the glue, and `public/start.js`, which calls the glue's default export with
//! the answer that brings the module, later [`SECOND`] with the one that brings the second part, and nothing else. So classes that
//! nobody makes go with the functions behind them, imports are numbered, exports have short names, and terser
//! does the rest. The glue is read by the form that the locked wasm-bindgen gives it; another form is an
//! error.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::PathBuf,
    process::Command,
};

use anyhow::{Context, Result, bail, ensure};
use wasm_encoder::{
    ExportSection, ImportSection, Module, RawSection,
    reencode::{Reencode, RoundtripReencoder},
};
use wasmparser::{Parser, Payload};

use super::{paths::without_paths, split};
use crate::tools::Tools;

/// A module's files.
pub struct Files {
    /// What wasm-bindgen wrote in JavaScript.
    pub glue: String,
    /// What it is for.
    pub wasm: Vec<u8>,
    /// The second part of the WebAssembly, where it is split.
    pub second: Option<Vec<u8>>,
}

/// The module in which the WebAssembly looks for what it imports: the glue's object is known to nobody else.
const IMPORT_MODULE: &str = "a";

/// How the glue begins and ends the functions that the WebAssembly imports; what is between is a function an
/// entry.
const IMPORTS_BEGIN: &str = "    const import0 = {\n        __proto__: null,\n";
const IMPORTS_END: &str = "    };\n    return {\n        __proto__: null,\n";

/// What the glue exports, and what `public/start.js` asks for.
const EXPORTS: &str = "export { initSync, __wbg_init as default };";
const EXPORTS_USED: &str = "export { __wbg_init as default };";

/// How pieces of the glue begin and end that look for the WebAssembly themselves: `public/start.js` brings it, and holds it to its
/// hash.
const LOOKING: [[&str; 2]; 2] = [
    [
        "    if (module_or_path === undefined) {\n        module_or_path = new URL(",
        ", import.meta.url);\n    }\n",
    ],
    [
        "    if (typeof module_or_path === 'string' || ",
        "        module_or_path = fetch(module_or_path);\n    }\n",
    ],
];

/// Messages of the glue, and what the console says instead: nothing to who calls it in an old way, for nobody
/// does, and in fewer words to the publisher whose server sends the module under another media type.
const MESSAGES: [(&str, &str); 2] = [
    ("using deprecated parameters for the initialization function; pass a single object instead", ""),
    (
        "`WebAssembly.instantiateStreaming` failed because your server does not serve Wasm with `application/wasm` MIME type. \
         Falling back to `WebAssembly.instantiate` which is slower. Original error:\\n",
        "Seutu: the server doesn't send this file as application/wasm, which is slower.",
    ),
];

/// What the glue of a split module exports besides, for `public/start.js`: its imports and, as
/// [`split::FIRST`], the exports of the first part are all that the second part needs.
const SECOND: &str = "async function second(answer) {
    const imports = __wbg_get_imports();
    imports.b = wasm;
    await __wbg_load(await answer, imports);
}
";
const EXPORTS_USED_OF_TWO: &str = "export { __wbg_init as default, second };";

/// The same module in fewer bytes, and in two parts where `linked` is given: the module as the linker wrote
/// it.
///
/// # Errors
/// A glue of an unknown form, one of another build than the WebAssembly, and a tool that fails.
pub fn shrink(files: &Files, linked: Option<&[u8]>, tools: &Tools) -> Result<Files> {
    let mut glue = for_start_js(&without_unused_classes(&files.glue))?;
    let mut first = with_exports(&files.wasm, &used_exports(&files.wasm, &glue)?)?;
    let mut second = None;
    let mut shared = BTreeSet::new();
    if let Some(linked) = linked {
        let apart = split::apart(linked, &first)?;
        let part = optimized(&split::second(&first, &apart)?, tools)?;
        shared = imports(&part)?
            .into_iter()
            .filter(|import| import.0 == split::FIRST)
            .map(|import| import.1)
            .collect();
        first = split::first(&first, &apart, &shared)?;
        second = Some(part);
        glue = glue.replace(EXPORTS_USED, &[SECOND, EXPORTS_USED_OF_TWO].concat());
    }
    let first = optimized(&first, tools)?;
    let numbers = numbers(&[Some(&first), second.as_ref()])?;
    let glue = with_numbered_imports(&glue, &numbers)?;
    let mut exports = used_exports(&first, &glue)?;
    exports.extend(shared.into_iter().map(|name| (name.clone(), name)));
    let names = short_names(&exports);
    let wasm = without_paths(with_numbers(&with_exports(&first, &names)?, &numbers, &names)?);
    let second =
        second.map(|second| with_numbers(&second, &numbers, &names).map(without_paths)).transpose()?;
    let glue = minified_module(&with_short_exports(&glue, &names), tools)?;
    Ok(Files { glue, wasm, second })
}

/// The glue without the classes that nothing in it makes or takes: they come with a dependency and are for
/// its users.
fn without_unused_classes(glue: &str) -> String {
    let mut statements = statements(glue);
    let classes: Vec<String> = statements
        .iter()
        .filter_map(|statement| statement.strip_prefix("export class "))
        .map(|class| class.chars().take_while(|sign| in_name(*sign)).collect())
        .collect();
    for class in classes {
        let registry = format!("{class}Finalization");
        let own = [
            format!("export class {class} "),
            format!("if (Symbol.dispose) {class}."),
            format!("const {registry} "),
        ];
        let mut others = statements.clone();
        others.retain(|statement| !own.iter().any(|begin| statement.starts_with(begin)));
        let is_used = others.iter().flat_map(|statement| words(statement));
        if !is_used.into_iter().any(|word| word.text == class || word.text == registry) {
            statements = others;
        }
    }
    statements.concat()
}

/// The glue cut before each line that isn't indented and doesn't close anything.
fn statements(glue: &str) -> Vec<&str> {
    let mut statements = Vec::new();
    let mut start = 0;
    let mut at = 0;
    for line in glue.split_inclusive('\n') {
        if !line.starts_with(['}', ' ', '\n', '\r']) && at > start {
            statements.push(&glue[start..at]);
            start = at;
        }
        at += line.len();
    }
    statements.push(&glue[start..]);
    statements
}

/// The glue with what `public/start.js` calls, and nothing besides.
fn for_start_js(glue: &str) -> Result<String> {
    ensure!(glue.contains(EXPORTS), unknown(EXPORTS));
    let mut glue = glue.replace(EXPORTS, EXPORTS_USED);
    for [begin, end] in LOOKING {
        let (before, rest) = glue.split_once(begin).with_context(|| unknown(begin))?;
        let (_, after) = rest.split_once(end).with_context(|| unknown(end))?;
        glue = [before, after].concat();
    }
    for (message, instead) in MESSAGES {
        glue = glue.replace(message, instead);
    }
    Ok(glue)
}

/// The exports that the glue asks for, each under its own name.
fn used_exports(wasm: &[u8], glue: &str) -> Result<BTreeMap<String, String>> {
    ensure!(!glue.contains("wasm["), unknown("wasm["));
    let asked: Vec<&str> = exports_in(glue).map(|word| word.text).collect();
    let mut used = BTreeMap::new();
    for payload in Parser::new(0).parse_all(wasm) {
        if let Payload::ExportSection(section) = payload? {
            for export in section {
                let name = export?.name;
                if asked.contains(&name) {
                    used.insert(name.to_owned(), name.to_owned());
                }
            }
        }
    }
    match asked.iter().find(|name| !used.contains_key(**name)) {
        Some(name) => bail!("the WebAssembly doesn't export {name}, which the glue calls: {ONE_BUILD}"),
        None => Ok(used),
    }
}

/// The modules and the names that the WebAssembly imports, in its order.
fn imports(wasm: &[u8]) -> Result<Vec<(String, String)>> {
    let mut names = Vec::new();
    for payload in Parser::new(0).parse_all(wasm) {
        if let Payload::ImportSection(section) = payload? {
            for import in section.into_imports() {
                let import = import?;
                names.push((import.module.to_owned(), import.name.to_owned()));
            }
        }
    }
    Ok(names)
}

/// The names that the parts import from the glue, in their order; those of the first part first.
fn numbers(parts: &[Option<&Vec<u8>>]) -> Result<Vec<String>> {
    let mut names = Vec::new();
    let mut glue = None;
    for part in parts.iter().flatten() {
        for (module, name) in imports(part)?.into_iter().filter(|import| import.0 != split::FIRST) {
            let known = glue.get_or_insert_with(|| module.clone());
            ensure!(
                *known == module,
                "the WebAssembly imports from {known} and from {module}: xtask/src/shell/shrink.rs numbers the functions of one module"
            );
            if !names.contains(&name) {
                names.push(name);
            }
        }
    }
    Ok(names)
}

/// The glue with an array of what is imported, in the order of the WebAssembly: a number names each, and no
/// text.
fn with_numbered_imports(glue: &str, names: &[String]) -> Result<String> {
    let (before, rest) = glue.split_once(IMPORTS_BEGIN).with_context(|| unknown(IMPORTS_BEGIN))?;
    let (entries, after) = rest.split_once(IMPORTS_END).with_context(|| unknown(IMPORTS_END))?;
    let entries = entries_by_name(entries)?;
    let (module, after) =
        after.trim_start().split_once(": import0,\n").with_context(|| unknown(": import0"))?;
    ensure!(module.starts_with('"') && !module.contains('\n'), unknown(module));
    let mut array = String::new();
    for name in names {
        let entry = entries
            .get(name.as_str())
            .with_context(|| format!("the glue lacks {name}, which the WebAssembly imports: {ONE_BUILD}"))?;
        array.push_str(entry);
    }
    Ok(format!(
        "{before}    const import0 = [\n{array}    ];\n    return {{\n        {IMPORT_MODULE}: import0,\n{after}"
    ))
}

/// The entries of the glue's object of imports. One begins with its name, eight spaces from the left.
fn entries_by_name(entries: &str) -> Result<BTreeMap<&str, &str>> {
    let mut starts = Vec::new();
    let mut at = 0;
    for line in entries.split_inclusive('\n') {
        let name = line.strip_prefix("        ").filter(|rest| rest.starts_with(in_name));
        if let Some((name, _)) = name.and_then(|rest| rest.split_once(": ")) {
            starts.push((at, name));
        }
        at += line.len();
    }
    let mut by_name = BTreeMap::new();
    for (index, (start, name)) in starts.iter().enumerate() {
        let end = starts.get(index + 1).map_or(entries.len(), |next| next.0);
        let entry =
            entries[*start..end].trim_start().strip_prefix(name).and_then(|entry| entry.strip_prefix(": "));
        let entry = entry.filter(|entry| entry.ends_with(",\n")).with_context(|| unknown(name))?;
        ensure!(by_name.insert(*name, entry).is_none(), "the glue has {name} twice");
    }
    Ok(by_name)
}

/// A short name for each export.
fn short_names(exports: &BTreeMap<String, String>) -> BTreeMap<String, String> {
    exports.keys().enumerate().map(|(number, name)| (name.clone(), short_name(number))).collect()
}

/// `a`, `b`, … `aa`.
fn short_name(mut number: usize) -> String {
    let mut name = String::new();
    loop {
        name.insert(0, char::from(b'a' + (number % 26) as u8));
        number /= 26;
        if number == 0 {
            return name;
        }
        number -= 1;
    }
}

/// The glue that calls the exports by these names. A function of the glue may bear the name of the one it
/// calls.
fn with_short_exports(glue: &str, names: &BTreeMap<String, String>) -> String {
    let mut renamed = String::with_capacity(glue.len());
    let mut rest = 0;
    for word in exports_in(glue) {
        renamed.push_str(&glue[rest..word.start]);
        renamed.push_str(names.get(word.text).map_or(word.text, String::as_str));
        rest = word.start + word.text.len();
    }
    renamed + &glue[rest..]
}

/// The exports named in the glue: what stands behind `wasm.`.
fn exports_in(glue: &str) -> impl Iterator<Item = Word<'_>> {
    let words = words(glue);
    let next = words.clone().into_iter().skip(1);
    words.into_iter().zip(next).filter_map(|(object, name)| {
        let between = &glue[object.start + object.text.len()..name.start];
        (object.text == "wasm" && between == ".").then_some(name)
    })
}

/// A name or a number in JavaScript.
#[derive(Clone, Copy)]
struct Word<'t> {
    start: usize,
    text: &'t str,
}

fn words(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut from = 0;
    while let Some(start) = text[from..].find(in_name).map(|found| from + found) {
        let length = text[start..].find(|sign| !in_name(sign)).unwrap_or(text.len() - start);
        words.push(Word { start, text: &text[start..start + length] });
        from = start + length;
    }
    words
}

fn in_name(sign: char) -> bool {
    sign.is_ascii_alphanumeric() || sign == '_' || sign == '$'
}

/// The WebAssembly with these exports, each under the name that it has there; all else is the same.
fn with_exports(wasm: &[u8], names: &BTreeMap<String, String>) -> Result<Vec<u8>> {
    rewritten(wasm, |payload, module| {
        let Payload::ExportSection(section) = payload else { return Ok(false) };
        let mut exports = ExportSection::new();
        for export in section.clone() {
            let export = export?;
            if let Some(name) = names.get(export.name) {
                exports.export(name, RoundtripReencoder.export_kind(export.kind)?, export.index);
            }
        }
        module.section(&exports);
        Ok(true)
    })
}

/// The WebAssembly with its imports numbered by their place in `numbers`, those from the first part under
/// their short names, and without what only tools read; all else is the same.
fn with_numbers(wasm: &[u8], numbers: &[String], short: &BTreeMap<String, String>) -> Result<Vec<u8>> {
    rewritten(wasm, |payload, module| match payload {
        Payload::CustomSection(_) => Ok(true),
        Payload::ImportSection(section) => {
            let mut imports = ImportSection::new();
            for import in section.clone().into_imports() {
                let import = import?;
                let kind = RoundtripReencoder.entity_type(import.ty)?;
                if import.module == split::FIRST {
                    let name = short
                        .get(import.name)
                        .with_context(|| format!("{} has no short name", import.name))?;
                    imports.import(split::FIRST, name, kind);
                } else {
                    let number = numbers.iter().position(|name| name == import.name).unwrap_or_default();
                    imports.import(IMPORT_MODULE, &number.to_string(), kind);
                }
            }
            module.section(&imports);
            Ok(true)
        }
        _ => Ok(false),
    })
}

/// The sections of `wasm`, byte for byte but for those of which `write` says that it has written them.
fn rewritten(
    wasm: &[u8],
    mut write: impl FnMut(&Payload<'_>, &mut Module) -> Result<bool>,
) -> Result<Vec<u8>> {
    let mut module = Module::new();
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload.context("the WebAssembly can't be read")?;
        if let Some((id, range)) = payload.as_section()
            && !write(&payload, &mut module)?
        {
            let data = &wasm[range];
            module.section(&RawSection { id, data });
        }
    }
    Ok(module.finish())
}

/// What wasm-opt leaves of it, above all without what no export leads to.
fn optimized(wasm: &[u8], tools: &Tools) -> Result<Vec<u8>> {
    let scratch = Scratch::new("wasm", wasm)?;
    let mut command = Command::new(&tools.wasm_opt);
    command.args(["-Oz", "--converge"]).arg(&scratch.0).arg("-o").arg(&scratch.0);
    run(&mut command, "wasm-opt")?;
    fs::read(&scratch.0).with_context(|| format!("can't read {}", scratch.0.display()))
}

/// A module of JavaScript as terser writes it.
///
/// # Errors
/// Text that isn't JavaScript, and terser that doesn't start.
pub fn minified_module(module: &str, tools: &Tools) -> Result<String> {
    minified(module, &["--module"], tools)
}

/// The same for a script that isn't a module.
///
/// # Errors
/// As for a module.
pub fn minified_script(script: &str, tools: &Tools) -> Result<String> {
    Ok(minified(script, &[], tools)?.trim_end().to_owned())
}

fn minified(script: &str, sort: &[&str], tools: &Tools) -> Result<String> {
    let scratch = Scratch::new("js", script.as_bytes())?;
    let mut command = Command::new(&tools.terser);
    command.arg(&scratch.0).args(sort).args(["--ecma", "2020"]);
    command.args(["--compress", "passes=3,ecma=2020", "--mangle"]);
    String::from_utf8(run(&mut command, "terser")?).context("terser didn't answer with text")
}

/// A file for a tool, gone when nobody needs it any more.
struct Scratch(PathBuf);

impl Scratch {
    fn new(ending: &str, contents: &[u8]) -> Result<Self> {
        let path = std::env::temp_dir().join(format!("seutu-module-{}.{ending}", std::process::id()));
        fs::write(&path, contents).with_context(|| format!("can't write {}", path.display()))?;
        Ok(Self(path))
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // One that can't be removed does no harm.
        let _ = fs::remove_file(&self.0);
    }
}

fn run(command: &mut Command, name: &str) -> Result<Vec<u8>> {
    let output = command.output().with_context(|| format!("{name} doesn't start: is Node on PATH?"))?;
    ensure!(output.status.success(), "{name} failed: {}", String::from_utf8_lossy(&output.stderr));
    Ok(output.stdout)
}

const ONE_BUILD: &str = "are they of one build?";

fn unknown(part: &str) -> String {
    format!(
        "wasm-bindgen has written a glue that xtask/src/shell/shrink.rs can't read, at `{}`: compare with what the version before wrote",
        part.trim()
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{
        CodeSection, CustomSection, EntityType, ExportKind, Function, FunctionSection, TypeSection,
    };

    const GET: &str = "__wbg_get_0123456789abcdef";
    const SET: &str = "__wbg_set_0123456789abcdef";

    /// A module with these imports and exports. The only function of its own has a number written in more
    /// bytes than it needs.
    fn module(from: &str, imports: &[&str], exports: &[&str], tools_read: bool) -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let mut import_section = ImportSection::new();
        for name in imports {
            import_section.import(from, name, EntityType::Function(0));
        }
        let mut functions = FunctionSection::new();
        functions.function(0);
        let mut export_section = ExportSection::new();
        for name in exports {
            export_section.export(name, ExportKind::Func, 0);
        }
        let mut code = CodeSection::new();
        let mut body = Function::new([]);
        body.raw([0x10, 0x80, 0x00, 0x0b]);
        code.function(&body);
        let mut module = Module::new();
        module
            .section(&types)
            .section(&import_section)
            .section(&functions)
            .section(&export_section)
            .section(&code);
        if tools_read {
            module.section(&CustomSection { name: "producers".into(), data: b"us"[..].into() });
        }
        module.finish()
    }

    fn glue(entries: &str) -> String {
        format!(
            "function __wbg_get_imports() {{\n{IMPORTS_BEGIN}{entries}{IMPORTS_END}        \"./glue_bg.js\": import0,\n    }};\n}}\n"
        )
    }

    fn owned(names: &[&str]) -> Vec<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn imports_are_numbered_and_all_else_is_byte_for_byte_the_same() {
        let long = module("./glue_bg.js", &[SET, GET], &["memory"], true);
        let names = numbers(&[Some(&long)]).unwrap();
        assert_eq!(names, [SET, GET]);
        assert_eq!(
            with_numbers(&long, &names, &BTreeMap::new()).unwrap(),
            module("a", &["0", "1"], &["memory"], false)
        );
    }

    #[test]
    fn the_glue_lists_what_is_imported_in_the_order_of_the_webassembly() {
        let entries = format!(
            "        {GET}: function() {{\n            return get();\n        }},\n        __wbg_unused_0: f,\n        {SET}: function() {{ return handleError(function() {{\n            set();\n        }}, arguments); }},\n"
        );
        assert_eq!(
            with_numbered_imports(&glue(&entries), &owned(&[SET, GET])).unwrap(),
            "function __wbg_get_imports() {\n    const import0 = [\nfunction() { return handleError(function() {\n            set();\n        }, arguments); },\nfunction() {\n            return get();\n        },\n    ];\n    return {\n        a: import0,\n    };\n}\n"
        );
    }

    #[test]
    fn an_import_that_the_glue_lacks_is_refused() {
        let entries = format!("        {GET}1: f,\n");
        let error = with_numbered_imports(&glue(&entries), &owned(&[GET])).unwrap_err().to_string();
        assert!(error.contains(&format!("the glue lacks {GET},")), "{error}");
    }

    #[test]
    fn a_glue_of_another_form_is_refused() {
        for glue in ["", &glue(&format!("        {GET}: f\n"))] {
            let error = with_numbered_imports(glue, &owned(&[GET])).unwrap_err().to_string();
            assert!(error.contains("can't read"), "{error}");
        }
        assert!(for_start_js("export { __wbg_init as default };").is_err());
    }

    #[test]
    fn imports_of_two_modules_are_refused() {
        let one = module("./glue_bg.js", &[GET], &[], false);
        let mut sections = ImportSection::new();
        sections.import("./glue_bg.js", GET, EntityType::Function(0));
        sections.import("./snippet.js", "f", EntityType::Function(0));
        let two = rewritten(&one, |payload, module| {
            let is_import = matches!(payload, Payload::ImportSection(_));
            if is_import {
                module.section(&sections);
            }
            Ok(is_import)
        });
        assert!(numbers(&[Some(&two.unwrap())]).unwrap_err().to_string().contains("./snippet.js"));
    }

    #[test]
    fn exports_that_are_called_get_the_same_short_names_on_both_sides() {
        let glue = "function __wbindgen_free(p) { mywasm.main(); wasm.__wbindgen_free(p, wasm.memory); }";
        let wasm = module("a", &["0"], &["main", "memory", "__wbindgen_free"], false);
        let names = short_names(&used_exports(&wasm, glue).unwrap());
        assert_eq!(
            with_short_exports(glue, &names),
            "function __wbindgen_free(p) { mywasm.main(); wasm.a(p, wasm.b); }"
        );
        assert_eq!(with_exports(&wasm, &names).unwrap(), module("a", &["0"], &["b", "a"], false));
    }

    #[test]
    fn an_export_that_the_webassembly_lacks_is_refused() {
        let wasm = module("a", &["0"], &["memory"], false);
        let error = used_exports(&wasm, "wasm.memory; wasm.__wbindgen_free(p);").unwrap_err().to_string();
        assert!(error.contains("__wbindgen_free"), "{error}");
    }

    #[test]
    fn a_class_goes_when_nothing_makes_one() {
        let class = |name: &str| {
            format!(
                "export class {name} {{\n    free() {{\n        wasm.free();\n    }}\n}}\nif (Symbol.dispose) {name}.prototype[Symbol.dispose] = {name}.prototype.free;\n\nconst {name}Finalization = (typeof FinalizationRegistry === 'undefined')\n    ? {{ }}\n    : new FinalizationRegistry(ptr => wasm.free(ptr, 1));\n"
            )
        };
        let rest = "function f() {\n    return Used.__wrap();\n}\n";
        let glue = [&class("Source"), rest, &class("Used"), &class("SourceOf")].concat();
        assert_eq!(without_unused_classes(&glue), [rest, &class("Used")].concat());
    }

    #[test]
    fn every_short_name_is_another_one() {
        let names: std::collections::BTreeSet<String> = (0..2000).map(short_name).collect();
        assert_eq!((names.len(), short_name(0), short_name(26)), (2000, "a".to_owned(), "aa".to_owned()));
    }
}
