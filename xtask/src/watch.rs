//! Waits for a change in the sources and says what has to be built again.

use std::{
    path::{Path, PathBuf},
    sync::mpsc::{self, Receiver},
    time::Duration,
};

use anyhow::{Context, Result};
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};

use crate::workspace::Workspace;

/// Editors write a file in several steps, and version control writes many: wait for the last.
const QUIET: Duration = Duration::from_millis(150);

/// The folders of the crates that the application and the publisher are made of, beside those in [`FOLDER`].
const CRATES: [&str; 3] = ["", "publisher", "search"];

/// The folder of all other crates.
const FOLDER: &str = "crates";

/// The icon, from which the publisher draws others: it is compiled in.
const ICON: &str = "public/icon.svg";

/// The part of the build that a change makes out of date. The greater includes the smaller.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stale {
    /// Styles, markup or assets: Trunk has to run again.
    Shell,
    /// Code: the publisher renders the same views as the browser, so both are compiled.
    Everything,
}

/// The result of [`Sources::next`].
pub enum Change {
    /// Build this again.
    Sources(Stale),
    /// The developer has pressed Ctrl-C.
    Interrupted,
}

/// The watched sources of the workspace.
pub struct Sources {
    root: PathBuf,
    signals: Receiver<Signal>,
    _watcher: RecommendedWatcher,
}

enum Signal {
    File(notify::Result<Event>),
    Interrupt,
}

impl Sources {
    /// Starts to watch, and to listen for Ctrl-C, which from now on doesn't end the process.
    pub fn watch(workspace: &Workspace) -> Result<Self> {
        let root = workspace.root.canonicalize().context("the workspace's folder is gone")?;
        let (sender, signals) = mpsc::channel();
        let interrupt = sender.clone();
        // A closed channel means that xtask is about to end anyway.
        ctrlc::set_handler(move || _ = interrupt.send(Signal::Interrupt))
            .context("can't listen for Ctrl-C")?;
        let mut watcher = notify::recommended_watcher(move |event| _ = sender.send(Signal::File(event)))
            .context("can't watch files")?;
        // Folders rather than files: many editors replace a file by renaming another onto it.
        // Not the whole root: that would walk through target and dist.
        let flat =
            CRATES.into_iter().chain(["public"]).map(|name| (root.join(name), RecursiveMode::NonRecursive));
        let sources = CRATES.into_iter().map(|name| root.join(name).join("src"));
        let deep = sources
            .chain(["style", FOLDER].map(|name| root.join(name)))
            .map(|folder| (folder, RecursiveMode::Recursive));
        for (folder, mode) in flat.chain(deep) {
            if folder.is_dir() {
                watcher.watch(&folder, mode).with_context(|| {
                    format!("can't watch {}; on Linux, see fs.inotify.max_user_watches", folder.display())
                })?;
            }
        }
        Ok(Self { root, signals, _watcher: watcher })
    }

    /// Waits for the next change and for the quiet after it.
    pub fn next(&self) -> Change {
        let mut stale = None;
        loop {
            let signal = match stale {
                None => self.signals.recv().ok(),
                Some(_) => self.signals.recv_timeout(QUIET).ok(),
            };
            match (signal, stale) {
                (Some(Signal::Interrupt), _) => return Change::Interrupted,
                (Some(Signal::File(event)), _) => stale = stale.max(self.stale(event)),
                (None, Some(stale)) => return Change::Sources(stale),
                (None, None) => return Change::Interrupted,
            }
        }
    }

    fn stale(&self, event: notify::Result<Event>) -> Option<Stale> {
        match event {
            // Compilers read the sources: that's no change.
            Ok(event) if event.kind.is_access() => None,
            Ok(event) => {
                let paths = event.paths.iter().filter_map(|path| path.strip_prefix(&self.root).ok());
                paths.filter_map(stale).max()
            }
            // The watcher has lost track (an overflow): build everything.
            Err(_) => Some(Stale::Everything),
        }
    }
}

/// The part of the build that a change of this file makes out of date; `path` is relative to the workspace.
fn stale(path: &Path) -> Option<Stale> {
    let name = path.file_name()?.to_str()?;
    // What editors leave beside a file while they save it.
    if name.starts_with(['.', '#']) || name.ends_with('~') || name == "4913" {
        return None;
    }
    let is_of_crate = |path: &Path| path.starts_with("src") || path == Path::new("Cargo.toml");
    let is_code = |folder: &&str| path.strip_prefix(folder).is_ok_and(is_of_crate);
    // Behind the name of the crate.
    let in_folder = path.strip_prefix(FOLDER).map(|path| path.iter().skip(1).collect::<PathBuf>());
    let of_all = ["Cargo.lock", "rust-toolchain.toml", ICON];
    if CRATES.iter().any(is_code)
        || in_folder.is_ok_and(|path| is_of_crate(&path))
        || of_all.iter().any(|file| path == Path::new(file))
    {
        return Some(Stale::Everything);
    }
    let asset = path.parent() == Some(Path::new("public")) && path.extension().is_some();
    let shell = ["style", "index.html", "Trunk.toml"];
    (asset || shell.iter().any(|place| path.starts_with(place))).then_some(Stale::Shell)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_needs_both_and_style_needs_the_shell() {
        assert_eq!(stale(Path::new("src/view/menu.rs")), Some(Stale::Everything));
        for code in [
            "publisher/src/main.rs",
            "crates/compile/src/lib.rs",
            "crates/compile/Cargo.toml",
            "search/src/words.rs",
            "search/Cargo.toml",
            "Cargo.lock",
            "public/icon.svg",
        ] {
            assert_eq!(stale(Path::new(code)), Some(Stale::Everything), "{code}");
        }
        assert_eq!(stale(Path::new("style/components/menu.css")), Some(Stale::Shell));
        assert_eq!(stale(Path::new("public/before-paint.js")), Some(Stale::Shell));
    }

    #[test]
    fn every_crate_that_application_and_publisher_are_made_of_is_watched() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize().unwrap();
        // The search that the browser loads is a crate of its own.
        let mut needed = vec![root.clone(), root.join("publisher"), root.join("search")];
        let mut seen = Vec::new();
        while let Some(folder) = needed.pop() {
            if seen.contains(&folder) {
                continue;
            }
            let manifest = std::fs::read_to_string(folder.join("Cargo.toml")).unwrap();
            let dependencies = manifest
                .split("\n[")
                .find(|section| section.starts_with("dependencies]"))
                .unwrap_or_default();
            let paths =
                dependencies.lines().filter_map(|line| line.split_once("path = \"")?.1.split('"').next());
            needed.extend(paths.map(|path| folder.join(path).canonicalize().unwrap()));
            seen.push(folder);
        }
        seen.retain(|folder| folder.parent() != Some(&root.join(FOLDER)));
        let mut watched = CRATES.map(|name| root.join(name).canonicalize().unwrap());
        seen.sort();
        watched.sort();
        assert_eq!(seen, watched);
    }

    #[test]
    fn content_build_folders_and_editors_files_need_nothing() {
        for path in [
            "public/content",
            "dist",
            "target",
            "crates/site/fixtures/a.rs",
            "src/.main.rs.swp",
            "README.md",
            "src/a.rs~",
        ] {
            assert_eq!(stale(Path::new(path)), None, "{path}");
        }
    }
}
