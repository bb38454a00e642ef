//! The site's place: who may stand there, and how one site takes the place of another.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use anyhow::{Context, bail};
use rayon::prelude::*;

use super::MARKER;

/// Only a folder with the marker, or an empty one, is ever replaced.
pub(super) fn refuse_foreign_folder(out: &Path) -> anyhow::Result<()> {
    let empty = match fs::read_dir(out) {
        Ok(mut entries) => entries.next().is_none(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => true,
        Err(error) => {
            return Err(error).with_context(|| format!("The folder {} can't be read", out.display()));
        }
    };
    if !empty && !out.join(MARKER).is_file() {
        bail!(
            "{} holds something that Seutu didn't write, and publishing would replace it. Choose another folder \
             with --out, or empty this one first",
            out.display()
        );
    }
    Ok(())
}

/// A folder next to another one: on the same disk, so that it can be swapped in.
pub(super) fn beside(out: &Path, suffix: &str) -> anyhow::Result<PathBuf> {
    let absolute = std::path::absolute(out).with_context(|| format!("{} isn't a folder", out.display()))?;
    let (Some(parent), Some(name)) = (absolute.parent(), absolute.file_name()) else {
        bail!("{} can't be replaced as a whole: choose a folder within it", out.display());
    };
    fs::create_dir_all(parent).with_context(|| format!("The folder {} can't be made", parent.display()))?;
    Ok(parent.join(format!(".{}.{suffix}", name.to_string_lossy())))
}

/// Puts the new site in the place of the old one, and the old one in the place of the new.
pub(super) fn swap(new: &Path, out: &Path) -> anyhow::Result<()> {
    let failed = || format!("The new site can't be put in place at {}", out.display());
    if !out.exists() {
        return fs::rename(new, out).with_context(failed);
    }
    match exchange(new, out) {
        Ok(()) => Ok(()),
        Err(_) => exchange_in_steps(new, out).with_context(failed),
    }
}

/// In one step, where the system can: at no moment is there no site.
#[cfg(target_os = "linux")]
fn exchange(new: &Path, out: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, new, CWD, out, RenameFlags::EXCHANGE)?)
}

#[cfg(not(target_os = "linux"))]
fn exchange(_new: &Path, _out: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// In steps elsewhere; if the second one fails, the old site goes back.
fn exchange_in_steps(new: &Path, out: &Path) -> anyhow::Result<()> {
    let aside = beside(out, "seutu-old")?;
    remove(&aside)?;
    fs::rename(out, &aside)?;
    if let Err(error) = fs::rename(new, out) {
        fs::rename(&aside, out)?;
        return Err(error.into());
    }
    fs::rename(&aside, new)?;
    Ok(())
}

/// Removes a folder with all that is in it, on all cores; one that isn't there is no failure.
pub(super) fn remove(folder: &Path) -> io::Result<()> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        entries => entries?,
    };
    let mut folders = Vec::new();
    for entry in entries {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            folders.push(entry.path());
        } else {
            fs::remove_file(entry.path())?;
        }
    }
    folders.par_iter().try_for_each(|folder| remove(folder))?;
    fs::remove_dir(folder)
}
