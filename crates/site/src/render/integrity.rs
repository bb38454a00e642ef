//! What the files of the shell hold, as each document says it: the browser takes no script, module, style or
//! WebAssembly that is another one (Subresource Integrity, HTML §8.1.5.2).
//!
//! Modules have their hashes in an import map, for `import()` has no place for one. `public/first.js` and
//! `public/start.js` read those of the WebAssembly there as well.

use std::collections::{BTreeMap, BTreeSet};

use super::policy::{MAP_ATTRIBUTES, digest};

/// How the elements begin that name the files that scripts ask for.
const NAMES: [&str; 2] =
    ["<meta name=\"seutu:application\" content=\"", "<meta name=\"seutu:search\" content=\""];

/// How the link to the stylesheet begins, up to its address from the root.
const STYLESHEET: &str = "<link rel=\"stylesheet\" href=\"/";

/// The shell's document with the hashes of the files that it names. A file that it names and that isn't there
/// has none.
pub(super) fn protect(document: String, files: &BTreeMap<String, Vec<u8>>) -> String {
    with_map(with_stylesheet(document, files), files)
}

/// A document without the map: nothing starts in it.
pub(super) fn without_map(document: String) -> String {
    let (opening, end) = (format!("<script{MAP_ATTRIBUTES}>"), "</script>");
    match document.split_once(&opening).and_then(|(before, rest)| Some((before, rest.split_once(end)?.1))) {
        Some((before, after)) => [before, after].concat(),
        None => document,
    }
}

fn with_stylesheet(document: String, files: &BTreeMap<String, Vec<u8>>) -> String {
    let hashed = document.split_once(STYLESHEET).and_then(|(before, rest)| {
        let (name, rest) = rest.split_once('"')?;
        let hash = digest(files.get(name)?);
        Some(format!("{before}{STYLESHEET}{name}\" integrity=\"{hash}\"{rest}"))
    });
    hashed.unwrap_or(document)
}

fn with_map(document: String, files: &BTreeMap<String, Vec<u8>>) -> String {
    let named = NAMES.iter().filter_map(|opening| document.split_once(opening)?.1.split_once('"'));
    let named: BTreeSet<&str> = named
        .flat_map(|(names, _)| names.split(' '))
        .filter_map(|address| address.strip_prefix('/'))
        .collect();
    let imported = named.iter().filter_map(|name| files.get(*name)).flat_map(|script| imports(script));
    let hashes: Vec<String> = named
        .iter()
        .copied()
        .chain(imported)
        .filter_map(|name| Some(format!("\"/{name}\":\"{}\"", digest(files.get(name)?))))
        .collect();
    match document.split_once("</head>") {
        Some((head, rest)) if !hashes.is_empty() => {
            let map = format!("{{\"integrity\":{{{}}}}}", hashes.join(","));
            format!("{head}<script{MAP_ATTRIBUTES}>{map}</script></head>{rest}")
        }
        _ => document,
    }
}

/// The scripts that a script imports, which stand beside it.
fn imports(script: &[u8]) -> impl Iterator<Item = &str> {
    let script = std::str::from_utf8(script).unwrap_or_default();
    let names = script.split("import(\"./").skip(1);
    names.filter_map(|rest| Some(rest.split_once('"')?.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    // By `printf 'a()' | openssl dgst -sha256 -binary | base64`.
    const HASH: &str = "sha256-qVpDBgj7bpq5hMAcGp3AOc79J3Y1Z4HvySTwKrWDoy4=";

    #[test]
    fn each_file_that_a_script_asks_for_has_its_hash_and_a_plain_document_has_none() {
        let files = ["a.js", "b.wasm", "c.js", "d.css", "e.js", "f.js"]
            .map(|name| (name.to_owned(), b"a()".to_vec()));
        let mut files = BTreeMap::from(files);
        let importing = "import(\"./f.js\")";
        files.insert("s.js".to_owned(), importing.into());
        let meta = "<meta name=\"seutu:search\" content=\"/c.js /none.wasm\"><meta name=\"seutu:application\" content=\"/s.js /a.js /b.wasm\">";
        let document = format!("<head><link rel=\"stylesheet\" href=\"/d.css\">{meta}</head><body></body>");
        let protected = protect(document, &files);
        let of_importing = digest(importing.as_bytes());
        let hashes = [
            ("a.js", HASH),
            ("b.wasm", HASH),
            ("c.js", HASH),
            ("s.js", of_importing.as_str()),
            ("f.js", HASH),
        ];
        let entries = hashes.map(|(name, hash)| format!("\"/{name}\":\"{hash}\"")).join(",");
        let link = format!("<link rel=\"stylesheet\" href=\"/d.css\" integrity=\"{HASH}\">");
        let map = format!("<script type=\"importmap\">{{\"integrity\":{{{entries}}}}}</script>");
        assert_eq!(protected, format!("<head>{link}{meta}{map}</head><body></body>"));
        assert_eq!(without_map(protected), format!("<head>{link}{meta}</head><body></body>"));
    }

    #[test]
    fn a_shell_without_such_files_stays_as_it_is() {
        for document in ["<head></head>", "<head><link rel=\"stylesheet\" href=\"/none.css\"></head>", ""] {
            assert_eq!(protect(document.to_owned(), &BTreeMap::new()), document);
            assert_eq!(without_map(document.to_owned()), document);
        }
    }
}
