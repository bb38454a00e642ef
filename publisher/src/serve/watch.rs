//! Waits for changes in folders that may themselves be replaced: Trunk's shell is swapped as a
//! whole, and version control does the same with content.

use std::{
    path::{Path, PathBuf},
    sync::mpsc::{self, Receiver, RecvTimeoutError},
    time::{Duration, Instant},
};

use anyhow::{Context, Result};
use notify::{Config, Event, RecommendedWatcher, RecursiveMode, Watcher};

/// Editors save in several steps: wait until nothing has happened for so long.
const QUIET: Duration = Duration::from_millis(50);

/// The watched folders.
pub struct Changes {
    roots: Vec<Root>,
    events: Receiver<notify::Result<Event>>,
    watcher: RecommendedWatcher,
}

/// A watched folder.
struct Root {
    /// The path by which it is replaced.
    named: PathBuf,
    /// The folder itself: the other end of a link at that path, as events say it.
    real: PathBuf,
}

impl Changes {
    /// Starts to watch the folders and all below them. The folder above each has to exist. A folder may be
    /// named by a symbolic link; those within it aren't followed, as nothing of theirs is published.
    pub fn watch(roots: &[PathBuf]) -> Result<Self> {
        let (sender, events) = mpsc::channel();
        let config = Config::default().with_follow_symlinks(false);
        // A closed channel means that nobody waits any more.
        let mut watcher = RecommendedWatcher::new(move |event| _ = sender.send(event), config)
            .context("can't watch files")?;
        let roots = roots.iter().map(|root| Root::at(root)).collect::<Result<Vec<_>>>()?;
        for Root { named, real } in &roots {
            // The folder above tells when this one is replaced.
            let above = named.parent().unwrap_or(named);
            watcher
                .watch(above, RecursiveMode::NonRecursive)
                .with_context(|| format!("can't watch {}", above.display()))?;
            if real.is_dir() {
                watcher.watch(real, RecursiveMode::Recursive).with_context(|| {
                    format!("can't watch {}; on Linux, see fs.inotify.max_user_watches", named.display())
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
        for root in &mut self.roots {
            let is_in = |path: &PathBuf| path.starts_with(&root.named) || path.starts_with(&root.real);
            changed |= event.paths.iter().any(|path| is_in(path) && !is_transient(path));
            if event.paths.contains(&root.named) && root.named.is_dir() {
                // Another folder of the same name; the watch was on the old one.
                let _ = self.watcher.unwatch(&root.real);
                root.real = real(&root.named);
                let _ = self.watcher.watch(&root.real, RecursiveMode::Recursive);
            }
        }
        changed
    }
}

impl Root {
    fn at(root: &Path) -> Result<Root> {
        let named = absolute(root)?;
        Ok(Root { real: real(&named), named })
    }
}

/// Where a path leads; the path itself while nothing stands there.
fn real(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
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

#[cfg(target_os = "linux")]
#[cfg(test)]
mod tests {
    use std::{fs, os::unix::fs::symlink};

    use super::*;

    #[test]
    fn no_link_within_a_folder_is_followed_and_the_folder_may_be_one() {
        let scratch = tempfile::tempdir().unwrap();
        let at = |name: &str| scratch.path().canonicalize().unwrap().join(name);
        fs::create_dir_all(at("content/fi")).unwrap();
        fs::create_dir_all(at("elsewhere/folder")).unwrap();
        symlink("../elsewhere", at("content/link")).unwrap();
        symlink("content", at("site")).unwrap();
        let mut changes = Changes::watch(&[at("site")]).unwrap();
        fs::write(at("elsewhere/folder/other.json"), "").unwrap();
        fs::write(at("elsewhere/other.json"), "").unwrap();
        // Events come in the order of what happened.
        for last in ["content/site.json", "content/fi/page.json"] {
            fs::write(at(last), "").unwrap();
            loop {
                let event = changes.events.recv_timeout(Duration::from_secs(10)).unwrap().unwrap();
                assert!(!event.paths.iter().any(|path| path.ends_with("other.json")), "{event:?}");
                if event.paths.contains(&at(last)) && changes.is_change(Ok(event)) {
                    break;
                }
            }
        }
    }
}
