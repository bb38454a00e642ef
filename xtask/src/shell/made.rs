//! Files that were made once and are the same each time: a second start takes them as they are.

use std::{
    fs,
    hash::{DefaultHasher, Hasher},
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

use super::place::{beside, remove, swap};
use crate::workspace::Workspace;

/// How many outcomes of a step are kept: of both profiles, and of a version that one goes back to.
const KEPT: usize = 4;

/// The outcome of a step.
pub struct Made<'a> {
    /// The step, as a folder's name.
    pub sort: &'a str,
    /// The module's name.
    pub name: &'a str,
    /// All that the outcome depends on.
    pub of: &'a [&'a [u8]],
}

impl Made<'_> {
    /// The folder with the outcome. `make` fills a folder when there is none yet.
    ///
    /// # Errors
    /// Those of `make`, and a folder that can't be written.
    pub fn once(&self, workspace: &Workspace, make: impl FnOnce(&Path) -> Result<()>) -> Result<PathBuf> {
        let folder = workspace.target.join(self.sort).join(self.name);
        let made = folder.join(format!("{:016x}", hash(self.of)));
        if made.is_dir() {
            return Ok(made);
        }
        let unfinished = beside(&made, "new");
        remove(&unfinished)?;
        fs::create_dir_all(&unfinished).with_context(|| format!("can't create {}", unfinished.display()))?;
        make(&unfinished)?;
        forget_oldest(&folder)?;
        swap(&unfinished, &made)?;
        Ok(made)
    }
}

/// A number that differs when the parts do.
pub fn hash(parts: &[&[u8]]) -> u64 {
    let mut hasher = DefaultHasher::new();
    for part in parts {
        hasher.write_usize(part.len());
        hasher.write(part);
    }
    hasher.finish()
}

/// Leaves room for one more of [`KEPT`].
fn forget_oldest(folder: &Path) -> Result<()> {
    let mut kept = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("can't read {}", folder.display()))? {
        let entry = entry?;
        if !entry.path().to_string_lossy().ends_with(".new") {
            kept.push((entry.metadata()?.modified()?, entry.path()));
        }
    }
    kept.sort();
    let surplus = (kept.len() + 1).saturating_sub(KEPT);
    kept.drain(..surplus).try_for_each(|(_, path)| remove(&path))
}
