//! What a publication asks of the disk, one step at a time: so that tests can stop it after each step, as a
//! power loss would, and take away what some disks don't have.

use std::{
    fs::{self, File, TryLockError},
    io::{self, Write as _},
    path::Path,
};

use super::attributes;
#[cfg(test)]
use super::faulty::DiskFaults;

/// A disk.
#[derive(Clone, Debug, Default)]
pub(super) struct OutputDisk {
    /// What goes wrong on it.
    #[cfg(test)]
    pub(super) faults: Option<std::sync::Arc<DiskFaults>>,
}

impl OutputDisk {
    /// Writes a new file; one that is there already is a failure, and so is a link.
    pub(super) fn write(&self, path: &Path, contents: &[u8]) -> io::Result<File> {
        self.step("create", path)?;
        let mut file = File::create_new(path)?;
        #[cfg(test)]
        if let Some(faults) = &self.faults {
            faults.note_written(&file)?;
            // Cut in two, as a full disk or a power loss cuts it.
            let (first, second) = contents.split_at(contents.len() / 2);
            file.write_all(first)?;
            self.step("write", path)?;
            file.write_all(second)?;
            return Ok(file);
        }
        file.write_all(contents)?;
        Ok(file)
    }

    pub(super) fn create_dir(&self, path: &Path) -> io::Result<()> {
        self.step("create_dir", path)?;
        fs::create_dir(path)
    }

    pub(super) fn create_dir_all(&self, path: &Path) -> io::Result<()> {
        self.step("create_dir", path)?;
        fs::create_dir_all(path)
    }

    pub(super) fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step("rename", to)?;
        fs::rename(from, to)
    }

    /// Removes a file or a link; one that isn't there is no failure.
    pub(super) fn remove_file(&self, path: &Path) -> io::Result<()> {
        self.step("remove", path)?;
        match fs::remove_file(path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }

    pub(super) fn remove_dir(&self, path: &Path) -> io::Result<()> {
        self.step("remove_dir", path)?;
        fs::remove_dir(path)
    }

    /// Gives a file one more name; not every disk knows that.
    pub(super) fn hard_link(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step("link", to)?;
        #[cfg(test)]
        if self.lacks(|faults| faults.has_no_links) {
            return Err(io::ErrorKind::Unsupported.into());
        }
        fs::hard_link(from, to)
    }

    /// Copies a file with its owner and permissions, or a link as it is.
    pub(super) fn copy(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step("copy", to)?;
        if from.is_symlink() {
            copy_link(from, to)?;
            return attributes::keep(from, to);
        }
        if !from.is_file() {
            return Err(io::Error::other("neither a file nor a link"));
        }
        fs::copy(from, to)?;
        attributes::keep(from, to)?;
        #[cfg(test)]
        if let Some(faults) = &self.faults {
            faults.note_written(&File::options().write(true).open(to)?)?;
        }
        Ok(())
    }

    /// Gives a file or a folder the owner, where that is allowed, and the permissions of another one.
    pub(super) fn keep_attributes(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step("attributes", to)?;
        attributes::keep(from, to)
    }

    /// Lets two folders trade their places in one step, where the system can.
    ///
    /// # Errors
    /// [`io::ErrorKind::Unsupported`] where it can't.
    pub(super) fn exchange(&self, one: &Path, other: &Path) -> io::Result<()> {
        self.step("exchange", other)?;
        #[cfg(test)]
        if self.lacks(|faults| faults.has_no_exchange) {
            return Err(io::ErrorKind::Unsupported.into());
        }
        exchange(one, other)
    }

    /// Waits until all that was written is on the disk, whatever happens to the machine then. `changed` are
    /// the files and folders that matter, all of them on the disk of `folder`.
    pub(super) fn sync<P: AsRef<Path> + Sync>(&self, folder: &Path, changed: &[P]) -> io::Result<()> {
        self.step("sync", folder)?;
        #[cfg(test)]
        if let Some(faults) = &self.faults {
            faults.note_sync();
            faults.let_others_act();
            return Ok(());
        }
        sync(folder, changed)
    }

    /// Locks a file for this process alone; the system gives it back when the process ends, however it ends.
    pub(super) fn try_lock(&self, file: &File) -> Result<(), TryLockError> {
        #[cfg(test)]
        if self.lacks(|faults| faults.has_no_locks) {
            return Err(TryLockError::Error(io::ErrorKind::Unsupported.into()));
        }
        file.try_lock()
    }

    #[cfg(test)]
    fn lacks(&self, lacks: impl Fn(&DiskFaults) -> bool) -> bool {
        self.faults.as_deref().is_some_and(lacks)
    }

    /// Tests stop here.
    fn step(&self, what: &'static str, path: &Path) -> io::Result<()> {
        #[cfg(test)]
        if let Some(faults) = &self.faults {
            return faults.step(what, path);
        }
        let _ = (what, path);
        Ok(())
    }
}

#[cfg(target_os = "linux")]
fn exchange(one: &Path, other: &Path) -> io::Result<()> {
    use rustix::{
        fs::{CWD, RenameFlags, renameat_with},
        io::Errno,
    };
    match renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE) {
        // What disks say that don't know it (renameat2(2)).
        Err(Errno::INVAL | Errno::NOSYS | Errno::OPNOTSUPP) => Err(io::ErrorKind::Unsupported.into()),
        done => Ok(done?),
    }
}

#[cfg(not(target_os = "linux"))]
fn exchange(_one: &Path, _other: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// All that waits for the disk at once: ten thousand files one by one would wait ten thousand times.
#[cfg(target_os = "linux")]
fn sync<P: AsRef<Path> + Sync>(folder: &Path, _changed: &[P]) -> io::Result<()> {
    Ok(rustix::fs::syncfs(File::open(folder)?)?)
}

/// Sends the files written so far to the disk, so that [`OutputDisk::sync`] has less to wait for. A system
/// that syncs file by file does nothing here.
pub(super) fn sync_ahead(folder: &Path) {
    if cfg!(target_os = "linux") {
        // What can't be written will be told when the site is to be put in its place.
        let _ = sync::<&Path>(folder, &[]);
    }
}

#[cfg(not(target_os = "linux"))]
fn sync<P: AsRef<Path> + Sync>(folder: &Path, changed: &[P]) -> io::Result<()> {
    use rayon::prelude::*;
    let paths = changed.par_iter().map(AsRef::as_ref).filter(|path| path.is_file());
    paths.try_for_each(|path| File::options().write(true).open(path)?.sync_all())?;
    // A folder can't be opened on every system; its names are written with its files there.
    File::open(folder).and_then(|folder| folder.sync_all()).or(Ok(()))
}

#[cfg(unix)]
fn copy_link(from: &Path, to: &Path) -> io::Result<()> {
    std::os::unix::fs::symlink(fs::read_link(from)?, to)
}

#[cfg(not(unix))]
fn copy_link(_from: &Path, _to: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}
