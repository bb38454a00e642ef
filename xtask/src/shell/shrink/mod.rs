//! Makes a module small: what the application doesn't use goes, and what is left gets short names.
//!
//! wasm-bindgen writes its glue to be read, and for every page that might come. Here both sides are known:
//! the module that imports from the glue, and `public/start.js`, which calls the glue's default export with
//! the answer that brings the module, later [`SECOND`] with the one of the second part, and nothing else. So
//! classes that nobody makes go with the functions behind them, imports are numbered, exports have short
//! names, and terser does the rest. The glue is read by the form that the locked wasm-bindgen gives it;
//! another form is an error.
//!
//! [`glue`] rewrites the JavaScript, [`webassembly`] the WebAssembly, both by the same [`names`];
//! [`programs`] starts wasm-opt and terser.

mod glue;
mod names;
mod programs;
mod webassembly;

use std::collections::BTreeSet;

use anyhow::Result;

use super::{paths::without_paths, split};
use crate::tools::Tools;
use glue::{
    EXPORTS_USED, EXPORTS_USED_OF_TWO, SECOND, for_start_js, with_numbered_imports, with_short_exports,
    without_unused_classes,
};
use names::short_names;
use programs::optimized;
pub use programs::{minified_module, minified_script};
use webassembly::{imports, numbers, used_exports, with_exports, with_numbers};

/// A module's files.
pub struct Files {
    /// What wasm-bindgen wrote in JavaScript.
    pub glue: String,
    /// What it is for.
    pub wasm: Vec<u8>,
    /// The second part of the WebAssembly, where it is split.
    pub second: Option<Vec<u8>>,
}

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

#[cfg(test)]
mod tests {
    use super::{webassembly::tests::module, *};

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
}
