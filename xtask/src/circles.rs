//! The test that no files of a crate need each other in a circle: what stands in one of these can't be read,
//! tested or moved without the others. A file needs another one where it names something that is defined
//! there, whatever file hands the name on.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use crate::workspace::Workspace;

/// The module through which the first part of the application calls the second, which is loaded later: as a
/// call to another program, it ties no files together (`src/second.rs`).
const LATER: &str = "second";

/// The names on the way to a module or to something in it.
type Names = Vec<String>;

#[derive(Default)]
struct File {
    /// The modules that have files of their own.
    modules: BTreeSet<String>,
    /// What stands for each name that is imported.
    imported: BTreeMap<String, Names>,
    /// What its code names, and what it imports for itself.
    named: Vec<Names>,
}

fn names(path: &str) -> Names {
    path.split("::").map(str::to_owned).collect()
}

/// Takes each import out of the tree of a `use`, with its name.
fn imports(before: &str, tree: &str, found: &mut Vec<(String, Names)>) {
    let Some((begin, inside)) = tree.split_once('{') else {
        let (path, name) = tree.split_once(" as ").unwrap_or((tree, tree.rsplit("::").next().unwrap()));
        let path = names(&format!("{before}{path}"));
        let path = path.strip_suffix(&["self".to_owned()]).unwrap_or(&path).to_vec();
        let name = if name == "self" { path.last().unwrap().as_str() } else { name };
        return found.push((name.to_owned(), path));
    };
    let (before, mut depth) = (format!("{before}{begin}"), 0);
    let inside = inside.strip_suffix('}').unwrap().split(|sign: char| {
        depth += i32::from(sign == '{') - i32::from(sign == '}');
        sign == ',' && depth == 0
    });
    inside.filter(|part| !part.is_empty()).for_each(|part| imports(&before, part, found));
}

fn read(text: &str) -> File {
    let mark = "#[cfg(test)]\n";
    let is_tests =
        |at: &usize| text[at + mark.len()..].lines().next().unwrap_or_default().ends_with("mod tests {");
    let end = text.match_indices(mark).map(|(at, _)| at).find(is_tests).unwrap_or(text.len());
    let text = &text[..end];
    let mut lines = text.lines().map(|line| line.split("//").next().unwrap().trim());
    let (mut file, mut code, mut handed_on) = (File::default(), String::new(), Vec::new());
    while let Some(line) = lines.next() {
        let visible =
            line.strip_prefix("pub").map(|rest| rest.trim_start_matches(|sign| sign != ' ').trim_start());
        let statement = visible.unwrap_or(line);
        if let Some(module) = statement.strip_prefix("mod ").and_then(|rest| rest.strip_suffix(';')) {
            file.modules.insert(module.to_owned());
        } else if let Some(begin) = statement.strip_prefix("use ").filter(|rest| !rest.starts_with("::")) {
            let mut tree = begin.to_owned();
            while !tree.ends_with(';') {
                tree.push_str(lines.next().unwrap());
            }
            let mut found = Vec::new();
            imports("", &tree.trim_end_matches(';').replace(", ", ","), &mut found);
            let paths = found.iter().map(|(_, path)| path.clone());
            if visible.is_some() {
                handed_on.extend(found.clone());
            } else {
                file.named.extend(paths);
            }
            file.imported.extend(found);
        } else {
            code.push_str(line);
            code.push('\n');
        }
    }
    let words = code.split(|sign: char| !sign.is_alphanumeric() && sign != '_' && sign != ':');
    let words: BTreeSet<&str> = words.map(|word| word.trim_end_matches(':')).collect();
    file.named.extend(words.iter().filter(|word| word.contains("::")).map(|word| names(word)));
    let is_used = |name: &str| words.iter().any(|word| word.split("::").next() == Some(name));
    file.named.extend(handed_on.into_iter().filter(|(name, _)| is_used(name)).map(|(_, path)| path));
    file
}

/// The file in which something is defined; none for a module itself, and for other crates.
fn defined(files: &BTreeMap<Names, File>, module: &[String], path: &[String], depth: u32) -> Option<Names> {
    let (mut module, mut is_ours) = (module.to_vec(), false);
    for (at, name) in path.iter().enumerate() {
        let file = files.get(&module)?;
        match name.as_str() {
            "crate" => module.clear(),
            "self" => {}
            "super" => drop(module.pop()),
            _ if file.modules.contains(name) => module.push(name.clone()),
            _ => match file.imported.get(name).filter(|other| depth < 9 && other[..] != [name.clone()]) {
                Some(other) => return defined(files, &module, &[other, &path[at + 1..]].concat(), depth + 1),
                None => return is_ours.then_some(module),
            },
        }
        is_ours = true;
    }
    None
}

fn collect(folder: &Path, module: &[String], files: &mut BTreeMap<Names, File>) {
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        let stem = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let is_root = stem == "lib" || (stem == "main" && !folder.join("lib.rs").exists());
        let is_own = stem == "mod" || (module.is_empty() && is_root);
        let own = if is_own { module.to_vec() } else { [module, &[stem]].concat() };
        if path.is_dir() {
            collect(&path, &own, files);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.insert(own, read(&fs::read_to_string(&path).unwrap()));
        }
    }
}

/// Each file in a circle or between two circles, with those of them that it needs.
fn circles(files: &BTreeMap<Names, File>) -> BTreeMap<Names, BTreeSet<Names>> {
    let needs = |module: &Names| -> BTreeSet<Names> {
        let named = files[module].named.iter().filter_map(|path| defined(files, module, path, 0));
        named.filter(|other| other != module && other[..] != [LATER]).collect()
    };
    let mut left: BTreeMap<_, _> = files.keys().map(|module| (module.clone(), needs(module))).collect();
    // Neither a file that needs none of the others is in a circle, nor one that none of them needs.
    for _ in files {
        let needed: BTreeSet<Names> = left.values().flatten().cloned().collect();
        left.retain(|module, needs| needed.contains(module) && !needs.is_empty());
        let known: BTreeSet<Names> = left.keys().cloned().collect();
        left.values_mut().for_each(|needs| needs.retain(|other| known.contains(other)));
    }
    left
}

#[test]
fn no_files_of_a_crate_need_each_other_in_a_circle() {
    let root = Workspace::locate().unwrap().root;
    let crates = fs::read_dir(root.join("crates")).unwrap().map(|folder| folder.unwrap().path());
    for folder in crates.chain(["", "generator", "publisher", "search", "xtask"].map(|name| root.join(name)))
    {
        let mut files = BTreeMap::new();
        collect(&folder.join("src"), &[], &mut files);
        assert_eq!(circles(&files), BTreeMap::new(), "files of {}", folder.display());
    }
}

#[test]
fn a_circle_is_seen_however_a_name_comes_into_a_file() {
    let circle = |files: [(&str, &str); 3]| {
        let file = |(name, text): (&str, &str)| {
            (names(name).into_iter().filter(|name| !name.is_empty()).collect(), read(text))
        };
        circles(&files.map(file).into_iter().collect()).len()
    };
    let parent = "mod a;\nmod b;\n";
    for (top, a, b, found) in [
        ("", "use super::b::B;\n", "use crate::a::{self, A};\n", 2),
        ("", "fn a() { crate::b::b() }\n", "use super::a;\nfn b() { a::a() }\n", 2),
        ("use a::A;\npub struct B;\n", "pub use super::{\n    B,\n};\nfn a() -> B {}\n", "", 2),
        ("pub use a::A;\nuse b::b;\n", "struct A;\n", "use super::A;\n", 0),
        ("pub use b::B;\n", "use super::B;\n", "use super::a::A as C;\n", 2),
        ("", "use super::b;\n", "use super::a;\n// a::A\n", 0),
        ("use a::A;\n", "struct A;\n#[cfg(test)]\nmod tests {\n    use crate::B;\n", "", 0),
        ("use a::A;\n", "struct A;\n#[cfg(test)]\npub(crate) mod tests {\n    use crate::B;\n", "", 0),
    ] {
        assert_eq!(circle([("", &(parent.to_owned() + top)), ("a", a), ("b", b)]), found, "{top}{a}{b}");
    }
}
