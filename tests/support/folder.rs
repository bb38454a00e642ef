//! Folders of a test: copied, and looked into.

use std::{collections::BTreeMap, fs, path::Path};

use walkdir::{DirEntry, WalkDir};

/// Copies a folder with all that is in it.
pub fn copy(from: &Path, to: &Path) {
    for entry in WalkDir::new(from) {
        let entry = entry.unwrap();
        let to = to.join(entry.path().strip_prefix(from).unwrap());
        if entry.path().is_dir() {
            fs::create_dir_all(to).unwrap();
        } else {
            fs::copy(entry.path(), to).unwrap();
        }
    }
}

/// Every file below a folder with its contents, by its path from there, as "hankkeet/index.html".
pub fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let files = WalkDir::new(folder).into_iter().map(Result::unwrap).filter(|entry| !entry.path().is_dir());
    let name = |entry: &DirEntry| {
        let names = entry.path().strip_prefix(folder).unwrap().iter().map(|name| name.to_str().unwrap());
        names.collect::<Vec<_>>().join("/")
    };
    files.map(|entry| (name(&entry), fs::read(entry.path()).unwrap())).collect()
}
