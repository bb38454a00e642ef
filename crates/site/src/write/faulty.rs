//! What goes wrong on a disk, for [`faults`](super::faults).

use std::{
    fs::File,
    io,
    path::{Path, PathBuf},
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
};

/// What happens at a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DiskFault {
    /// The process is killed: none of the steps behind it is taken.
    Killed,
    /// The machine loses its power: what wasn't synced is empty besides.
    WithoutPower,
    /// The system refuses this step, and no other one.
    Refused,
}

/// What others do, and in which folder.
pub(super) type OthersAct = (fn(&Path), PathBuf);

/// What goes wrong on a disk.
#[derive(Debug)]
pub(super) struct DiskFaults {
    pub(super) fault: DiskFault,
    /// The step at which it happens, counted from 0.
    pub(super) at: usize,
    pub(super) steps: AtomicUsize,
    /// The files that were written since the last time that all was put on the disk.
    pub(super) unsynced: Mutex<Vec<File>>,
    /// What others do in a folder the first time that all is put on the disk.
    pub(super) others_act: Mutex<Option<OthersAct>>,
    pub(super) has_no_exchange: bool,
    pub(super) has_no_links: bool,
    pub(super) has_no_locks: bool,
}

impl DiskFaults {
    /// Counts a step, and says whether it is taken.
    pub(super) fn step(&self, what: &str, path: &Path) -> io::Result<()> {
        let step = self.steps.fetch_add(1, Ordering::SeqCst);
        let is_over = step > self.at && self.fault != DiskFault::Refused;
        if step == self.at || is_over {
            if self.fault == DiskFault::WithoutPower {
                let unsynced =
                    std::mem::take(&mut *self.unsynced.lock().unwrap_or_else(PoisonError::into_inner));
                unsynced.into_iter().try_for_each(|file| file.set_len(0))?;
            }
            return Err(io::Error::other(format!("step {step}: {what} {}", path.display())));
        }
        Ok(())
    }

    pub(super) fn note_written(&self, file: &File) -> io::Result<()> {
        self.unsynced.lock().unwrap_or_else(PoisonError::into_inner).push(file.try_clone()?);
        Ok(())
    }

    pub(super) fn let_others_act(&self) {
        let act = self.others_act.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some((act, folder)) = act {
            act(&folder);
        }
    }

    pub(super) fn note_sync(&self) {
        self.unsynced.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }
}
