//! Folders and their places: a new folder takes the place of an old one whole.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

/// Renames the folder `new` to `place`, and removes what stood there.
pub fn swap(new: &Path, place: &Path) -> Result<()> {
    let old = beside(place, "old");
    remove(&old)?;
    if place.exists() {
        fs::rename(place, &old).with_context(|| format!("can't move {} away", place.display()))?;
    }
    fs::rename(new, place).with_context(|| format!("can't move the new {} in place", place.display()))?;
    remove(&old)
}

/// `target/shell` → `target/shell.new`: on the same disk, so that a rename is enough.
pub fn beside(place: &Path, suffix: &str) -> PathBuf {
    let mut name = place.file_name().unwrap_or_default().to_owned();
    name.push(".");
    name.push(suffix);
    place.with_file_name(name)
}

/// Removes a folder, or nothing when there is none.
pub fn remove(folder: &Path) -> Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(error).with_context(|| format!("can't remove {}", folder.display()))
        }
        _ => Ok(()),
    }
}
