//! The WebAssembly: its imports and exports, and the sections that tools read alone.

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail, ensure};
use wasm_encoder::{
    ExportSection, ImportSection, Module, RawSection,
    reencode::{Reencode, RoundtripReencoder},
};
use wasmparser::{Parser, Payload};

use super::{
    super::split,
    glue::{ONE_BUILD, exports_in, unknown},
    names::IMPORT_MODULE,
};

/// The exports that the glue asks for, each under its own name.
pub(super) fn used_exports(wasm: &[u8], glue: &str) -> Result<BTreeMap<String, String>> {
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
pub(super) fn imports(wasm: &[u8]) -> Result<Vec<(String, String)>> {
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
pub(super) fn numbers(parts: &[Option<&Vec<u8>>]) -> Result<Vec<String>> {
    let mut names = Vec::new();
    let mut glue = None;
    for part in parts.iter().flatten() {
        for (module, name) in imports(part)?.into_iter().filter(|import| import.0 != split::FIRST) {
            let known = glue.get_or_insert_with(|| module.clone());
            ensure!(
                *known == module,
                "the WebAssembly imports from {known} and from {module}: xtask/src/shell/shrink/webassembly.rs numbers the functions of one module"
            );
            if !names.contains(&name) {
                names.push(name);
            }
        }
    }
    Ok(names)
}

/// The WebAssembly with these exports, each under the name that it has there; all else is the same.
pub(super) fn with_exports(wasm: &[u8], names: &BTreeMap<String, String>) -> Result<Vec<u8>> {
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
pub(super) fn with_numbers(
    wasm: &[u8],
    numbers: &[String],
    short: &BTreeMap<String, String>,
) -> Result<Vec<u8>> {
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
pub(super) fn rewritten(
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

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use wasm_encoder::{
        CodeSection, CustomSection, EntityType, ExportKind, Function, FunctionSection, TypeSection,
    };

    const GET: &str = "__wbg_get_0123456789abcdef";
    const SET: &str = "__wbg_set_0123456789abcdef";

    /// A module with these imports and exports. The only function of its own has a number written in more
    /// bytes than it needs.
    pub(in super::super) fn module(
        from: &str,
        imports: &[&str],
        exports: &[&str],
        tools_read: bool,
    ) -> Vec<u8> {
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
    fn an_export_that_the_webassembly_lacks_is_refused() {
        let wasm = module("a", &["0"], &["memory"], false);
        let error = used_exports(&wasm, "wasm.memory; wasm.__wbindgen_free(p);").unwrap_err().to_string();
        assert!(error.contains("__wbindgen_free"), "{error}");
    }
}
