//! One walk over the content folder, on all cores: what lies where, and what each thing is.

use std::path::{Path, PathBuf};

use anyhow::Context;
use rayon::prelude::*;

use crate::file_system::{Entry, EntryKind, FileSystem};

/// Something that lies in the content folder; folders show only by what is in them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FoundFile {
    /// Its path, the content folder's in front.
    pub path: PathBuf,
    /// Its path within the content folder.
    pub relative: PathBuf,
    /// What it is.
    pub kind: FoundKind,
}

/// What something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FoundKind {
    /// A file.
    File,
    /// A symbolic link. It isn't followed: content stays within its folder, and a loop can't catch us.
    Link,
}

impl FoundFile {
    /// The names on the way to it within the content folder, its own last; one that isn't Unicode shows as
    /// far as it is.
    pub fn names(&self) -> Vec<String> {
        self.relative.iter().map(|name| name.to_string_lossy().into_owned()).collect()
    }
}

/// Everything in the folder and below, sorted by path. What begins with a dot belongs to a program (version
/// control, a text editor) and is left out.
///
/// # Errors
/// A folder that the system refuses to read.
pub fn walk(files: &dyn FileSystem, content: &Path) -> anyhow::Result<Vec<FoundFile>> {
    let mut found = Vec::new();
    // Level by level: folders may be nested two thousand deep, and no stack holds as many calls.
    let mut level = vec![content.to_owned()];
    while !level.is_empty() {
        let listed: Vec<Folder> =
            level.par_iter().map(|folder| list(files, content, folder)).collect::<anyhow::Result<_>>()?;
        level.clear();
        for Folder { found: files, folders } in listed {
            found.extend(files);
            level.extend(folders);
        }
    }
    found.par_sort_unstable();
    Ok(found)
}

/// What lies in one folder.
#[derive(Default)]
struct Folder {
    found: Vec<FoundFile>,
    folders: Vec<PathBuf>,
}

fn list(files: &dyn FileSystem, content: &Path, folder: &Path) -> anyhow::Result<Folder> {
    let read = || format!("The folder {} can't be read", folder.display());
    let mut listed = Folder::default();
    for Entry { path, kind } in files.list(folder).with_context(read)? {
        if path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.')) {
            continue;
        }
        let kind = match kind {
            EntryKind::Folder => {
                listed.folders.push(path);
                continue;
            }
            EntryKind::File => FoundKind::File,
            EntryKind::Link => FoundKind::Link,
            EntryKind::Other => continue,
        };
        let relative = path.strip_prefix(content).unwrap_or(&path).to_owned();
        listed.found.push(FoundFile { path, relative, kind });
    }
    Ok(listed)
}
