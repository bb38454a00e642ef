//! Measures how many bytes of code each crate brings into the browser, by the names of the functions in the
//! linked modules.

use std::{
    collections::{BTreeMap, HashMap},
    fs,
};

use anyhow::{Context, Result};
use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

use crate::{
    shell::{
        self, Profile,
        modules::{APPLICATION, SEARCH, linked},
    },
    workspace::Workspace,
};

/// The crates that come with the compiler.
const STANDARD_LIBRARY: [&str; 6] = ["alloc", "compiler_builtins", "core", "dlmalloc", "hashbrown", "std"];

/// Functions without the name of a crate, such as `memcpy` and what wasm-bindgen has made.
const NAMELESS: &str = "(no crate's name)";

/// Builds the application and the search module, and prints the bytes of each crate in both.
///
/// Counted are function bodies as the linker wrote them, before wasm-opt and compression. A generic function
/// counts for the crate that defines it; data and tables count for none.
///
/// # Errors
/// A build that fails, and a module without names.
pub fn crate_bytes(workspace: &Workspace) -> Result<()> {
    shell::build(workspace, Profile::Release)?.put_in_place(workspace)?;
    let mut all: BTreeMap<String, [usize; 2]> = BTreeMap::new();
    for (column, module) in [APPLICATION, SEARCH].into_iter().enumerate() {
        let file = linked(workspace, module)?;
        let wasm = fs::read(&file).with_context(|| format!("can't read {}", file.display()))?;
        for (name, bytes) in by_crate(&wasm)? {
            all.entry(name).or_default()[column] += bytes;
        }
    }
    let mut rows: Vec<_> = all.into_iter().collect();
    rows.sort_by_key(|(_, [application, search])| std::cmp::Reverse(application + search));
    println!("{:>11} {:>8}  crate (bytes of functions before wasm-opt)", "application", "search");
    for (name, [application, search]) in rows {
        println!("{application:>11} {search:>8}  {name}");
    }
    Ok(())
}

/// The bytes of the functions of a module, by the crates that define them.
fn by_crate(wasm: &[u8]) -> Result<BTreeMap<String, usize>> {
    let mut names = HashMap::new();
    let mut sizes = Vec::new();
    let mut imported = 0;
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => sizes.push(body.range().len()),
            Payload::CustomSection(section) => {
                let KnownCustom::Name(subsections) = section.as_known() else { continue };
                for subsection in subsections {
                    let Name::Function(functions) = subsection? else { continue };
                    for function in functions {
                        let function = function?;
                        names.insert(function.index, function.name);
                    }
                }
            }
            _ => {}
        }
    }
    let mut bytes = BTreeMap::new();
    for (index, size) in (imported..).zip(sizes) {
        let name = names.get(&index).context("a function of the module has no name")?;
        // wasm-bindgen runs these when it makes the glue, and leaves them out.
        if name.to_lowercase().contains("describe") {
            continue;
        }
        *bytes.entry(crate_of(name)).or_default() += size;
    }
    Ok(bytes)
}

/// The crate that defines a function, by its mangled name: the first one that the name says, as `leptos` in
/// `<leptos::View as core::fmt::Debug>::fmt`.
fn crate_of(mangled: &str) -> String {
    let name = format!("{:#}", rustc_demangle::demangle(mangled));
    let is_in_name = |letter: char| letter.is_alphanumeric() || letter == '_';
    let first = name.split_once("::").map(|(before, _)| before.rsplit(|letter| !is_in_name(letter)).next());
    match first.flatten().filter(|first| !first.is_empty()) {
        None => NAMELESS.to_owned(),
        Some(first) if STANDARD_LIBRARY.contains(&first) => "(standard library)".to_owned(),
        Some(first) => first.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_function_counts_for_the_crate_that_its_name_says_first() {
        for (name, expected) in [
            ("_ZN6leptos5mount7hydrate17h0123456789abcdefE", "leptos"),
            (
                "_ZN57_$LT$page..block..Block$u20$as$u20$serde..Deserialize$GT$11deserialize17h0123456789abcdefE",
                "page",
            ),
            ("_ZN4core3fmt9Formatter3pad17h0123456789abcdefE", "(standard library)"),
            (
                "_ZN50_$LT$$RF$mut$u20$W$u20$as$u20$core..fmt..Write$GT$9write_str17h0123456789abcdefE",
                "(standard library)",
            ),
            ("memcpy", NAMELESS),
            ("__wbindgen_malloc", NAMELESS),
        ] {
            assert_eq!(crate_of(name), expected, "{name}");
        }
    }
}
