//! What somebody else has put into the site's folder: `CNAME`, `.well-known`, the `.git` of a work tree. It
//! isn't ours to remove, so it goes along from site to site.

use std::{fs, io, path::Path};

use anyhow::{Context as _, bail};
use rayon::prelude::*;

use super::{
    attributes::{self, HeldBy},
    brought::{Brought, BroughtFile},
    disk::OutputDisk,
    marker::{Marker, Ours},
    spare::with_parent,
};

/// What isn't ours in a folder, by its paths within it, parts separated by slashes.
#[derive(Debug, Default)]
pub(super) struct Others {
    /// Folders that are empty, or in which nothing is ours; a folder stands before those in it.
    pub(super) folders: Vec<String>,
    /// Files and links.
    pub(super) files: Vec<String>,
}

impl Others {
    /// Looks for what isn't ours, in a folder that may not be there.
    ///
    /// # Errors
    /// A folder that can't be read; a mount or a locked file, which can't go from site to site.
    pub(super) fn find(folder: &Path, ours: &Ours) -> anyhow::Result<Others> {
        let mut others = Others::default();
        if folder.is_dir() {
            others = below(folder, "", ours)?;
            others.folders.sort_unstable();
            others.files.sort_unstable();
        }
        Ok(others)
    }

    /// Refuses a new site that has a file where somebody else has one.
    ///
    /// # Errors
    /// Names the file.
    pub(super) fn refuse_taken(&self, folder: &Path, new: &Marker) -> anyhow::Result<()> {
        let is_taken = |path: &String| {
            let above = path.match_indices('/').any(|(slash, _)| new.files.contains(&path[..slash]));
            new.files.contains(path) || new.has_below(path) || above
        };
        match self.files.iter().find(|path| is_taken(path)) {
            Some(path) => bail!(
                "{} isn't a file that Seutu wrote, and the new site has one in its place. Move it away, or give the page, \
                 picture or document of the site another name",
                folder.join(path).display()
            ),
            None => Ok(()),
        }
    }

    /// Puts it into another folder as well, each file with one more name: until the new site is in place,
    /// both have it. Gives what was brought.
    ///
    /// # Errors
    /// What the system refuses.
    pub(super) fn bring(&self, disk: &OutputDisk, from: &Path, to: &Path) -> anyhow::Result<Brought> {
        let failed = |path: &str| format!("{} can't be kept in the new site", from.join(path).display());
        for path in &self.folders {
            let to = to.join(path);
            // The new site may have nothing above it any more.
            with_parent(disk, &to, || make_folder(disk, &to)).with_context(|| failed(path))?;
        }
        let bring = |path: &String| {
            let (from, to) = (from.join(path), to.join(path));
            let bring = || match with_parent(disk, &to, || disk.hard_link(&from, &to)) {
                Ok(()) => Ok(()),
                // It has gone since it was found, or is there already.
                Err(_) if fs::symlink_metadata(&from).is_err() || fs::symlink_metadata(&to).is_ok() => Ok(()),
                Err(_) => with_parent(disk, &to, || disk.copy(&from, &to)).with_context(|| failed(path)),
            };
            Ok(BroughtFile::bring(&from, &to, bring)?.map(|brought| (path.clone(), brought)))
        };
        let files = self.files.par_iter().map(bring).collect::<anyhow::Result<Vec<_>>>()?;
        // Last, and from within: nobody may write into a folder that only its readers may use.
        for path in self.folders.iter().rev() {
            let (from, to) = (from.join(path), to.join(path));
            if from.is_dir() {
                disk.keep_attributes(&from, &to).with_context(|| failed(path))?;
            }
        }
        Ok(Brought::new(files.into_iter().flatten().collect(), self.folders.iter().cloned().collect()))
    }

    /// Takes it out of a folder, which isn't the site's any more.
    pub(super) fn remove(&self, disk: &OutputDisk, folder: &Path) -> io::Result<()> {
        for folder in self.folders.iter().map(|path| folder.join(path)) {
            if let Ok(found) = fs::symlink_metadata(&folder) {
                attributes::open_up(&folder, &found);
            }
        }
        self.files.par_iter().try_for_each(|path| disk.remove_file(&folder.join(path)))?;
        for path in self.folders.iter().rev() {
            match disk.remove_dir(&folder.join(path)) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
                _ => {}
            }
        }
        Ok(())
    }
}

fn below(folder: &Path, within: &str, ours: &Ours) -> anyhow::Result<Others> {
    let failed = || format!("The folder {} can't be read", folder.display());
    let (mut others, mut folders) = (Others::default(), Vec::new());
    let entries = match fs::read_dir(folder) {
        // Others have removed it meanwhile.
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(others),
        entries => entries.with_context(failed)?,
    };
    for entry in entries {
        let entry = entry.with_context(failed)?;
        let Ok(name) = entry.file_name().into_string() else {
            bail!("{} has a name that isn't Unicode: move it away", entry.path().display());
        };
        let path = format!("{within}{name}");
        let is_folder = entry.file_type().with_context(failed)?.is_dir();
        if !is_folder && ours.has(&path) {
            continue;
        }
        if let Some(held) = HeldBy::of(&entry.path(), folder).with_context(failed)? {
            bail!(held.refusal(&entry.path()));
        }
        let found = if is_folder { &mut folders } else { &mut others.files };
        found.push(path);
    }
    let found = folders.par_iter().map(|path| below(&folder.join(last(path)), &format!("{path}/"), ours));
    let found: Vec<Others> = found.collect::<anyhow::Result<_>>()?;
    for (path, found) in folders.into_iter().zip(found) {
        if !ours.has_below(&path) {
            others.folders.push(path);
        }
        others.folders.extend(found.folders);
        others.files.extend(found.files);
    }
    Ok(others)
}

fn last(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// Makes a folder, unless it is there.
fn make_folder(disk: &OutputDisk, to: &Path) -> io::Result<()> {
    match disk.create_dir(to) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists && to.is_dir() => Ok(()),
        made => made,
    }
}
