//! The glue: the JavaScript around the WebAssembly, read by the form that wasm-bindgen gives it.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};

use super::names::IMPORT_MODULE;

/// How the glue begins and ends the functions that the WebAssembly imports; what is between is a function an
/// entry.
pub(super) const IMPORTS_BEGIN: &str = "    const import0 = {\n        __proto__: null,\n";
pub(super) const IMPORTS_END: &str = "    };\n    return {\n        __proto__: null,\n";

/// What the glue exports, and what `public/start.js` asks for.
const EXPORTS: &str = "export { initSync, __wbg_init as default };";
pub(super) const EXPORTS_USED: &str = "export { __wbg_init as default };";

/// How pieces of the glue begin and end that look for the WebAssembly themselves: `public/start.js` brings
/// it, and holds it to its hash.
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
pub(super) const SECOND: &str = "async function second(answer) {
    const imports = __wbg_get_imports();
    imports.b = wasm;
    await __wbg_load(await answer, imports);
}
";
pub(super) const EXPORTS_USED_OF_TWO: &str = "export { __wbg_init as default, second };";

/// The glue without the classes that nothing in it makes or takes: they come with a dependency and are for
/// its users.
pub(super) fn without_unused_classes(glue: &str) -> String {
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
pub(super) fn for_start_js(glue: &str) -> Result<String> {
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

/// The glue with an array of what is imported, in the order of the WebAssembly: a number names each, and no
/// text.
pub(super) fn with_numbered_imports(glue: &str, names: &[String]) -> Result<String> {
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

/// The glue that calls the exports by these names. A function of the glue may bear the name of the one it
/// calls.
pub(super) fn with_short_exports(glue: &str, names: &BTreeMap<String, String>) -> String {
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
pub(super) fn exports_in(glue: &str) -> impl Iterator<Item = Word<'_>> {
    let words = words(glue);
    let next = words.clone().into_iter().skip(1);
    words.into_iter().zip(next).filter_map(|(object, name)| {
        let between = &glue[object.start + object.text.len()..name.start];
        (object.text == "wasm" && between == ".").then_some(name)
    })
}

/// A name or a number in JavaScript.
#[derive(Clone, Copy)]
pub(super) struct Word<'t> {
    start: usize,
    pub(super) text: &'t str,
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

/// What to ask where glue and WebAssembly name different things.
pub(super) const ONE_BUILD: &str = "are they of one build?";

pub(super) fn unknown(part: &str) -> String {
    format!(
        "wasm-bindgen has written a glue that xtask/src/shell/shrink/glue.rs can't read, at `{}`: compare with what the version before wrote",
        part.trim()
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const GET: &str = "__wbg_get_0123456789abcdef";
    const SET: &str = "__wbg_set_0123456789abcdef";

    fn glue(entries: &str) -> String {
        format!(
            "function __wbg_get_imports() {{\n{IMPORTS_BEGIN}{entries}{IMPORTS_END}        \"./glue_bg.js\": import0,\n    }};\n}}\n"
        )
    }

    fn owned(names: &[&str]) -> Vec<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
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
}
