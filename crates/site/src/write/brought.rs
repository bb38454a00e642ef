//! What was brought from the old site to the new one of what others have put there, and the journal that says
//! so in the cache.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
    time::{Duration, UNIX_EPOCH},
};

use anyhow::Context as _;
use serde::{Deserialize, Serialize};

use super::{attributes, disk::OutputDisk};

/// What others have put into the site's folder and what has been brought to the new site.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Brought {
    /// The number of the new site's folder, where the system has numbers.
    pub(super) site: Option<(u64, u64)>,
    /// Files and links by their paths.
    pub(super) files: BTreeMap<String, BroughtFile>,
    pub(super) folders: BTreeSet<String>,
}

/// A file that was brought.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct BroughtFile {
    /// In the old site.
    pub(super) from: Look,
    /// In the new one.
    pub(super) to: Look,
}

/// The facts by which a changed or replaced file is recognised.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Look {
    number: Option<(u64, u64)>,
    length: u64,
    /// Since 1970.
    modified: Option<Duration>,
}

impl Look {
    /// How a file or a link looks now; none where there is none.
    pub(super) fn of(path: &Path) -> Option<Look> {
        let found = fs::symlink_metadata(path).ok()?;
        let modified = found.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
        Some(Look { number: attributes::number(&found), length: found.len(), modified })
    }

    /// Whether it is the same file under another name.
    pub(super) fn is_same_file(&self, other: &Look) -> bool {
        self.number.is_some() && self.number == other.number
    }
}

impl BroughtFile {
    /// Brings a file and notes how both look; none where it has gone.
    pub(super) fn bring(
        from: &Path,
        to: &Path,
        bring: impl FnOnce() -> anyhow::Result<()>,
    ) -> anyhow::Result<Option<BroughtFile>> {
        // Looked at before: what changes while it is copied looks different afterwards.
        let before = Look::of(from);
        bring()?;
        Ok(before.zip(Look::of(to)).map(|(from, to)| BroughtFile { from, to }))
    }
}

impl Brought {
    /// What was brought, by paths.
    pub(super) fn new(files: BTreeMap<String, BroughtFile>, folders: BTreeSet<String>) -> Brought {
        Brought { site: None, files, folders }
    }

    /// Notes in the cache what was brought to the new site, and gives the file.
    ///
    /// # Errors
    /// A file that can't be written.
    pub(super) fn note(&mut self, disk: &OutputDisk, cache: &Path, new: &Path) -> anyhow::Result<PathBuf> {
        let path = journal(cache);
        let failed = || format!("The file {} can't be written", path.display());
        self.site = fs::symlink_metadata(new).ok().and_then(|found| attributes::number(&found));
        disk.remove_file(&path).with_context(failed)?;
        disk.write(&path, &serde_json::to_vec(self)?).with_context(failed)?;
        Ok(path)
    }
}

/// Where the cache says it.
pub(super) fn journal(cache: &Path) -> PathBuf {
    cache.join("brought")
}

/// Whether something may be left in an old site that has to be brought to the one that stands.
pub(super) fn is_left(cache: &Path) -> bool {
    fs::symlink_metadata(journal(cache)).is_ok()
}
