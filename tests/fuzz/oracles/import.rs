//! Any text as a project of Markdown files on the disk: `=== docs/sivu.md` begins a file.

use std::{
    collections::BTreeMap,
    fs,
    path::{Component, Path, PathBuf},
    process,
};

use ::import::{Existing, Import, plan_import};
use content::{
    fault::Faults,
    read::{files::text_of, read_file},
    source::PageSource,
};
use page::Language;

/// Stands in files that an import may not read.
const SECRET: &str = "kaikuluotain4711";

/// The import gives source files of the right form in the folder of the language; nothing else is read or
/// written.
pub fn try_import(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    if text.contains(SECRET) {
        return;
    }
    let scratch = Scratch::new();
    let at = |name: &str| scratch.0.join(name);
    for outside in ["salaisuus.md", "project.md", "content-2/index.json"] {
        write(&at(outside), SECRET);
    }
    let mut project = vec![("docs/index.md", String::new())];
    for line in text.split_inclusive('\n') {
        match line.strip_prefix("=== ") {
            Some(name) => project.push((name.trim(), String::new())),
            None => project.last_mut().expect("there is a first file").1.push_str(line),
        }
    }
    for (name, text) in project.iter().take(40) {
        let file = Path::new(name);
        if file.components().all(|part| matches!(part, Component::Normal(_))) && file.file_name().is_some() {
            write(&at("project").join(file), text);
        }
    }
    let before = files_of(&scratch.0);
    let import = Import {
        from: at("project/docs"),
        into: at("content"),
        language: Some(Language::Fi),
        existing: Existing::Keep,
    };
    if let Ok(planned) = plan_import(&import) {
        for language in Language::ALL {
            let faults = planned.report().faults();
            assert!(faults.is_empty() || !report::text(faults, language).is_empty());
        }
        // The system may refuse a name, such as one that is too long for it.
        let _ = planned.write();
    }
    let mut after = files_of(&scratch.0);
    let written = after.split_off(&at("content/"));
    let (written, later): (BTreeMap<_, _>, BTreeMap<_, _>) =
        written.into_iter().partition(|(file, _)| file.starts_with(at("content/fi")));
    after.extend(later);
    assert_eq!(after, before, "a file outside of the folder of the language is another one");
    for (file, bytes) in written {
        let shown = String::from_utf8_lossy(&bytes);
        assert!(!shown.contains(SECRET), "{} holds a file from outside of the project", file.display());
        if file.extension().is_some_and(|ending| ending == "json") {
            let mut faults = Faults::default();
            let text = text_of(&file, bytes.clone(), &mut faults).expect("the import writes text");
            let page = read_file::<PageSource>(&text, &mut faults);
            assert!(page.is_some(), "{}\n{shown}", report::text(faults, Language::En));
        }
    }
}

/// A folder that is removed at the end, on a disk in memory where there is one.
struct Scratch(PathBuf);

impl Scratch {
    fn new() -> Scratch {
        let memory = Path::new("/dev/shm");
        let folder = if memory.is_dir() { memory.to_owned() } else { std::env::temp_dir() };
        let thread = format!("{:?}", std::thread::current().id()).replace(['(', ')'], "");
        let folder = folder.join(format!("seutu-fuzz-{}-{thread}", process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("a folder can be made");
        Scratch(folder)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Writes a file; one whose name the system refuses isn't part of the project.
fn write(file: &Path, text: &str) {
    let folder = file.parent().expect("a file is in a folder");
    let _ = fs::create_dir_all(folder).and_then(|()| fs::write(file, text));
}

fn files_of(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder can be read").flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let bytes = fs::read(&path).unwrap_or_default();
                files.insert(path, bytes);
            }
        }
    }
    files
}
