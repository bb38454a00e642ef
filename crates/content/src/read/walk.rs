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
    let mut found = below(files, content, content)?;
    found.par_sort_unstable();
    Ok(found)
}

fn below(files: &dyn FileSystem, content: &Path, folder: &Path) -> anyhow::Result<Vec<FoundFile>> {
    let read = || format!("The folder {} can't be read", folder.display());
    let (mut found, mut folders) = (Vec::new(), Vec::new());
    for Entry { path, kind } in files.list(folder).with_context(read)? {
        if path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.')) {
            continue;
        }
        let kind = match kind {
            EntryKind::Folder => {
                folders.push(path);
                continue;
            }
            EntryKind::File => FoundKind::File,
            EntryKind::Link => FoundKind::Link,
            EntryKind::Other => continue,
        };
        let relative = path.strip_prefix(content).unwrap_or(&path).to_owned();
        found.push(FoundFile { path, relative, kind });
    }
    let below: Vec<Vec<FoundFile>> =
        folders.par_iter().map(|folder| below(files, content, folder)).collect::<anyhow::Result<_>>()?;
    found.extend(below.into_iter().flatten());
    Ok(found)
}
