//! The last stage: puts the files in place.
//!
//! The site is written beside its place and then swapped in whole, so that a visitor, and whoever copies the
//! folder, meets either the old site or the new one.

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
};

use anyhow::{Context, bail};

use crate::{
    read::assets::Asset,
    render::{RenderedFile, pictures, shell::Shell},
};

/// The file that marks a folder as one of ours; only such a folder, or an empty one, is replaced.
const MARKER: &str = ".seutu";

/// Writes the site and puts it in the place of the one before.
///
/// # Errors
/// A folder that isn't ours, a disk that is full, a file that can't be written: the site before is as it was.
pub fn write(
    files: &[RenderedFile],
    assets: &BTreeMap<String, Asset>,
    shell: &Shell,
    out: &Path,
) -> anyhow::Result<()> {
    refuse_foreign_folder(out)?;
    let beside = beside(out, "new")?;
    let written = write_all(files, assets, shell, &beside).and_then(|()| swap(&beside, out));
    // After a swap this is the old site, after a failure the unfinished new one.
    let removed = remove(&beside);
    written?;
    removed.with_context(|| format!("The old site can't be removed from {}", beside.display()))
}

fn refuse_foreign_folder(out: &Path) -> anyhow::Result<()> {
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
fn beside(out: &Path, what: &str) -> anyhow::Result<PathBuf> {
    let absolute = std::path::absolute(out).with_context(|| format!("{} isn't a folder", out.display()))?;
    let (Some(parent), Some(name)) = (absolute.parent(), absolute.file_name()) else {
        bail!("{} can't be replaced as a whole: choose a folder within it", out.display());
    };
    fs::create_dir_all(parent).with_context(|| format!("The folder {} can't be made", parent.display()))?;
    Ok(parent.join(format!(".{}-{what}-{}", name.to_string_lossy(), std::process::id())))
}

fn write_all(
    files: &[RenderedFile],
    assets: &BTreeMap<String, Asset>,
    shell: &Shell,
    folder: &Path,
) -> anyhow::Result<()> {
    remove(folder).with_context(|| format!("{} is in the way", folder.display()))?;
    write_file(
        &folder.join(MARKER),
        b"This folder is written by Seutu and replaced whole at each publication.\n",
    )?;
    for file in &shell.files {
        let (from, to) = (shell.folder.join(file), folder.join(file));
        make_parent(&to)?;
        fs::copy(&from, &to)
            .with_context(|| format!("{} can't be copied to {}", from.display(), to.display()))?;
    }
    for (address, asset) in assets {
        let to = folder.join(address);
        make_parent(&to)?;
        fs::copy(&asset.file, &to)
            .with_context(|| format!("{} can't be copied to {}", asset.file.display(), to.display()))?;
        let width = pictures::size(&asset.file).map(|(width, _)| width);
        if let Some(smaller) = width.and_then(|width| pictures::smaller_name(address, width)) {
            write_file(&folder.join(smaller), &pictures::smaller(&asset.file)?)?;
        }
    }
    for file in files {
        write_file(&folder.join(&file.path), file.contents.as_bytes())?;
    }
    Ok(())
}

fn write_file(path: &Path, contents: &[u8]) -> anyhow::Result<()> {
    make_parent(path)?;
    fs::write(path, contents).with_context(|| format!("The file {} can't be written", path.display()))
}

fn make_parent(path: &Path) -> anyhow::Result<()> {
    let parent = path.parent().unwrap_or(path);
    fs::create_dir_all(parent).with_context(|| format!("The folder {} can't be made", parent.display()))
}

/// Puts the new site in the place of the old one, and the old one in the place of the new.
fn swap(new: &Path, out: &Path) -> anyhow::Result<()> {
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
    let aside = beside(out, "old")?;
    remove(&aside)?;
    fs::rename(out, &aside)?;
    if let Err(error) = fs::rename(new, out) {
        fs::rename(&aside, out)?;
        return Err(error.into());
    }
    fs::rename(&aside, new)?;
    Ok(())
}

fn remove(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}
