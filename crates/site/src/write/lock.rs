//! One publication to a folder at a time.

use std::{
    fs::{File, TryLockError},
    io,
    path::{Path, PathBuf},
};

use anyhow::Context as _;

use super::disk::OutputDisk;

/// Held as long as a publication lasts.
pub(super) struct Lock {
    disk: OutputDisk,
    /// The system gives its lock back when a process ends, however it ends.
    _file: File,
    /// On a disk that knows no locks, a file that is there as long as the publication.
    name: Option<PathBuf>,
}

/// Another publication to the same folder hasn't ended.
#[derive(Debug, thiserror::Error)]
#[error("Another publication to {} is under way. {}", out.display(), what_to_do(name.as_deref()))]
pub struct UnderWay {
    /// The folder.
    pub out: PathBuf,
    /// The file that says so, on a disk that knows no locks: it stays behind when the process is killed.
    pub name: Option<PathBuf>,
}

fn what_to_do(name: Option<&Path>) -> String {
    let wait = "Wait until it has ended, or choose another folder with --out";
    match name {
        Some(name) => format!("{wait}. If it was killed, remove {}", name.display()),
        None => wait.to_owned(),
    }
}

impl Lock {
    /// Takes the lock in the cache of a folder.
    ///
    /// # Errors
    /// [`UnderWay`]; a file that can't be made.
    pub(super) fn take(disk: &OutputDisk, cache: &Path, out: &Path) -> anyhow::Result<Lock> {
        let path = cache.join("lock");
        let failed = || format!("The file {} can't be made", path.display());
        // What a link leads to isn't ours.
        if path.is_symlink() {
            disk.remove_file(&path).with_context(failed)?;
        }
        let mut options = File::options();
        let file = options.create(true).truncate(false).write(true).open(&path).with_context(failed)?;
        let under_way = |name| UnderWay { out: out.to_owned(), name };
        let mut lock = Lock { disk: disk.clone(), _file: file, name: None };
        match disk.try_lock(&lock._file) {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(under_way(None).into()),
            // A disk that knows no locks still makes a file only once.
            Err(TryLockError::Error(_)) => {
                let name = cache.join("under-way");
                match disk.write(&name, format!("{}\n", std::process::id()).as_bytes()) {
                    Ok(_) => lock.name = Some(name),
                    Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                        return Err(under_way(Some(name)).into());
                    }
                    Err(error) => return Err(error).with_context(failed),
                }
            }
        }
        Ok(lock)
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        if let Some(name) = &self.name {
            let _ = self.disk.remove_file(name);
        }
    }
}
