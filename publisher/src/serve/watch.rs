//! Waits for changes in folders that may themselves be replaced: Trunk's shell is swapped as a
//! whole, and version control does the same with content.

use std::{
    path::{Path, PathBuf},
    sync::mpsc::{self, Receiver, RecvTimeoutError},
    time::{Duration, Instant},
};

use anyhow::{Context, Result};
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};

/// Editors save in several steps: wait until nothing has happened for so long.
const QUIET: Duration = Duration::from_millis(50);

/// The watched folders.
pub struct Changes {
    roots: Vec<PathBuf>,
    events: Receiver<notify::Result<Event>>,
    watcher: RecommendedWatcher,
}

impl Changes {
    /// Starts to watch the folders and all below them. The folder above each has to exist.
    pub fn watch(roots: &[PathBuf]) -> Result<Self> {
        let (sender, events) = mpsc::channel();
        // A closed channel means that nobody waits any more.
        let mut watcher =
            notify::recommended_watcher(move |event| _ = sender.send(event)).context("can't watch files")?;
        let roots = roots.iter().map(|root| absolute(root)).collect::<Result<Vec<_>>>()?;
        for root in &roots {
            // The folder above tells when this one is replaced.
            let above = root.parent().unwrap_or(root);
            watcher
                .watch(above, RecursiveMode::NonRecursive)
                .with_context(|| format!("can't watch {}", above.display()))?;
            if root.is_dir() {
                watcher.watch(root, RecursiveMode::Recursive).with_context(|| {
                    format!("can't watch {}; on Linux, see fs.inotify.max_user_watches", root.display())
                })?;
            }
        }
        Ok(Self { roots, events, watcher })
    }

    /// Waits for a change and for the quiet after it; `false` when there is nothing to wait for
    /// any more.
    pub fn wait(&mut self) -> bool {
        loop {
            let Ok(event) = self.events.recv() else {
                return false;
            };
            if !self.is_change(event) {
                continue;
            }
            while let Ok(event) = self.events.recv_timeout(QUIET) {
                self.is_change(event);
            }
            return true;
        }
    }

    /// The same, but no longer than so long.
    pub fn wait_at_most(&mut self, longest: Duration) -> bool {
        let end = Instant::now() + longest;
        loop {
            match self.events.recv_timeout(end.saturating_duration_since(Instant::now())) {
                Ok(event) => {
                    if self.is_change(event) {
                        return true;
                    }
                }
                Err(RecvTimeoutError::Timeout) => return true,
                Err(RecvTimeoutError::Disconnected) => return false,
            }
        }
    }

    fn is_change(&mut self, event: notify::Result<Event>) -> bool {
        // The watcher has lost track of something (an overflow): better once too often.
        let Ok(event) = event else { return true };
        // Publishing reads all of it: reading is no change.
        if event.kind.is_access() {
            return false;
        }
        let mut changed = event.need_rescan();
        for root in &self.roots {
            changed |= event.paths.iter().any(|path| path.starts_with(root) && !is_transient(path));
            if event.paths.contains(root) && root.is_dir() {
                // Another folder of the same name; the watch was on the old one.
                let _ = self.watcher.unwatch(root);
                let _ = self.watcher.watch(root, RecursiveMode::Recursive);
            }
        }
        changed
    }
}

/// Watched as its real path, because that is what events say; the folder itself may be missing.
fn absolute(root: &Path) -> Result<PathBuf> {
    let root = std::path::absolute(root)?;
    let (Some(above), Some(name)) = (root.parent(), root.file_name()) else {
        return Ok(root);
    };
    let above = above
        .canonicalize()
        .with_context(|| format!("can't watch {}: the folder above it doesn't exist", root.display()))?;
    Ok(above.join(name))
}

/// What editors leave beside a file while they save it.
fn is_transient(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.starts_with(['.', '#']) || name.ends_with('~') || name == "4913"
}
