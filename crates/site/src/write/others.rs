//! What somebody else has put into the site's folder: `CNAME`, `.well-known`, the `.git` of a work tree. It
//! isn't ours to remove, so it goes along from site to site.

use std::{fs, io, path::Path};

use anyhow::{Context as _, bail};
use rayon::prelude::*;

use super::{
    disk::OutputDisk,
    marker::{MARKER, Marker},
    spare::with_parent,
};

/// What isn't ours in a folder, by its paths within it, parts separated by slashes.
#[derive(Debug, Default)]
pub(super) struct Others {
    /// Folders that are empty, or in which nothing is ours; a folder stands before those in it.
    folders: Vec<String>,
    /// Files and links.
    pub(super) files: Vec<String>,
}

impl Others {
    /// Looks for what isn't ours, in a folder that may not be there. Of one from before markers named files,
    /// all is ours.
    ///
    /// # Errors
    /// A folder that can't be read.
    pub(super) fn find(folder: &Path, ours: Option<&Marker>) -> anyhow::Result<Others> {
        let mut others = Others::default();
        if let Some(ours) = ours.filter(|_| folder.is_dir()) {
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
            let below = format!("{path}/");
            let has_below =
                new.files.range(below.clone()..).next().is_some_and(|next| next.starts_with(&below));
            let above = path.match_indices('/').any(|(slash, _)| new.files.contains(&path[..slash]));
            new.files.contains(path) || has_below || above
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
    /// both have it.
    ///
    /// # Errors
    /// What the system refuses.
    pub(super) fn bring(&self, disk: &OutputDisk, from: &Path, to: &Path) -> anyhow::Result<()> {
        let failed = |path: &str| format!("{} can't be kept in the new site", from.join(path).display());
        for path in &self.folders {
            let (from, to) = (from.join(path), to.join(path));
            // The new site may have nothing above it any more.
            with_parent(disk, &to, || make_folder(disk, &from, &to)).with_context(|| failed(path))?;
        }
        self.files.par_iter().try_for_each(|path| {
            let (from, to) = (from.join(path), to.join(path));
            match with_parent(disk, &to, || disk.hard_link(&from, &to)) {
                Ok(()) => Ok(()),
                // It has gone since it was found, or is there already.
                Err(_) if fs::symlink_metadata(&from).is_err() || fs::symlink_metadata(&to).is_ok() => Ok(()),
                Err(_) => with_parent(disk, &to, || disk.copy(&from, &to)).with_context(|| failed(path)),
            }
        })
    }

    /// Takes it out of a folder, which isn't the site's any more.
    pub(super) fn remove(&self, disk: &OutputDisk, folder: &Path) -> io::Result<()> {
        self.files.par_iter().try_for_each(|path| disk.remove_file(&folder.join(path)))?;
        for path in self.folders.iter().rev() {
            match disk.remove_dir(&folder.join(path)) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
                _ => {}
            }
        }
        Ok(())
    }

    /// What isn't in another list.
    pub(super) fn without(mut self, other: &Others) -> Others {
        self.folders.retain(|path| other.folders.binary_search(path).is_err());
        self.files.retain(|path| other.files.binary_search(path).is_err());
        self
    }
}

fn below(folder: &Path, within: &str, ours: &Marker) -> anyhow::Result<Others> {
    let failed = || format!("The folder {} can't be read", folder.display());
    let (mut others, mut folders) = (Others::default(), Vec::new());
    for entry in fs::read_dir(folder).with_context(failed)? {
        let entry = entry.with_context(failed)?;
        let Ok(name) = entry.file_name().into_string() else {
            bail!("{} has a name that isn't Unicode: move it away", entry.path().display());
        };
        let path = format!("{within}{name}");
        if entry.file_type().with_context(failed)?.is_dir() {
            folders.push(path);
        } else if path != MARKER && !ours.files.contains(&path) {
            others.files.push(path);
        }
    }
    let found = folders.par_iter().map(|path| below(&folder.join(last(path)), &format!("{path}/"), ours));
    let found: Vec<Others> = found.collect::<anyhow::Result<_>>()?;
    for (path, found) in folders.into_iter().zip(found) {
        let own = format!("{path}/");
        let has_ours = ours.files.range(own.clone()..).next().is_some_and(|next| next.starts_with(&own));
        if !has_ours {
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

/// Makes a folder with the permissions of another one, unless it is there.
fn make_folder(disk: &OutputDisk, from: &Path, to: &Path) -> io::Result<()> {
    match disk.create_dir(to) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists && to.is_dir() => Ok(()),
        Err(error) => Err(error),
        Ok(()) => fs::set_permissions(to, fs::metadata(from)?.permissions()),
    }
}
