//! Where a content folder's files come from.
//!
//! [`FileSystem`] is what reading and compiling know of it; [`Disk`] is the machine's, [`Overlay`] puts texts
//! over another one that nobody has saved yet. Whatever stands behind it, the same files give the same pages
//! and the same findings.

mod disk;
mod overlay;

use std::{
    fmt::Debug,
    io,
    path::{Path, PathBuf},
};

pub use disk::{Disk, disk};
pub use overlay::Overlay;

/// Folders and files that can be listed and read; several threads read at once.
///
/// When a file was changed is not among the questions: a time stamp says when a file was copied, so nothing
/// may depend on it.
pub trait FileSystem: Debug + Send + Sync {
    /// What lies in a folder, in any order.
    ///
    /// # Errors
    /// A folder that isn't there or that can't be read.
    fn list(&self, folder: &Path) -> io::Result<Vec<Entry>>;

    /// The bytes of a file.
    ///
    /// # Errors
    /// A file that isn't there or that can't be read.
    fn read(&self, file: &Path) -> io::Result<Vec<u8>>;

    /// The length of a file in bytes, without reading it; that of a symbolic link, not of the link's target.
    ///
    /// # Errors
    /// A file that isn't there, or of which the system refuses to tell anything.
    fn length(&self, file: &Path) -> io::Result<u64>;
}

/// Something that lies in a folder.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// Its path, the folder's in front.
    pub path: PathBuf,
    /// What it is.
    pub kind: EntryKind,
}

/// What lies in a folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EntryKind {
    /// A folder.
    Folder,
    /// A file.
    File,
    /// A symbolic link, wherever it leads.
    Link,
    /// A socket, a pipe or a device.
    Other,
}
