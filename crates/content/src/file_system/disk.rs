//! The machine's own file system.

use std::{fs, io, path::Path, sync::Arc};

use super::{Entry, EntryKind, FileSystem};
use crate::{files::read_file, read::assets::LARGEST};

/// The machine's own file system.
#[derive(Clone, Copy, Debug, Default)]
pub struct Disk;

impl FileSystem for Disk {
    fn list(&self, folder: &Path) -> io::Result<Vec<Entry>> {
        let entry = |entry: io::Result<fs::DirEntry>| {
            let entry = entry?;
            let kind = match entry.file_type()? {
                kind if kind.is_dir() => EntryKind::Folder,
                kind if kind.is_symlink() => EntryKind::Link,
                kind if kind.is_file() => EntryKind::File,
                _ => EntryKind::Other,
            };
            Ok(Entry { path: entry.path(), kind })
        };
        fs::read_dir(folder)?.map(entry).collect()
    }

    fn read(&self, file: &Path) -> io::Result<Vec<u8>> {
        read_file(file, LARGEST)
    }

    fn length(&self, file: &Path) -> io::Result<u64> {
        fs::symlink_metadata(file).map(|metadata| metadata.len())
    }
}

/// The machine's own file system, for who keeps one.
pub fn disk() -> Arc<dyn FileSystem> {
    Arc::new(Disk)
}
