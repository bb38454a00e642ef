//! Changes that others make in the site's folder after their files were brought to the new site and before
//! that site is in place. A journal in the cache lists the files that were brought: the next publication goes
//! on with it where one was stopped.

use std::{fs, io, path::Path};

use anyhow::{Context as _, bail};

use super::{
    attributes,
    brought::{Brought, Look, journal},
    disk::OutputDisk,
    marker::Ours,
    others::Others,
    place,
    spare::with_parent,
};

impl Brought {
    /// Takes over what others have changed in the old site since their files were brought to the one that
    /// stands now, and gives all that isn't ours in the old one. Where others have changed the same file in
    /// both, the later change holds.
    ///
    /// # Errors
    /// The system refuses a file, or a file stands where the new site has one: that file is put aside.
    pub(super) fn catch_up(
        &self,
        disk: &OutputDisk,
        old: &Path,
        out: &Path,
        ours: &Ours,
    ) -> anyhow::Result<Others> {
        let now = Others::find(old, ours)?;
        self.remove_gone(disk, &now, out)?;
        self.bring_changed(disk, &now, old, out)?;
        Ok(now)
    }

    /// Removes what others have removed from the old site.
    fn remove_gone(&self, disk: &OutputDisk, now: &Others, out: &Path) -> anyhow::Result<()> {
        for (path, brought) in &self.files {
            let place = out.join(path);
            if now.files.binary_search(path).is_err() && Look::of(&place).as_ref() == Some(&brought.to) {
                disk.remove_file(&place).with_context(|| format!("{} can't be removed", place.display()))?;
            }
        }
        for path in self.folders.iter().rev().filter(|path| now.folders.binary_search(path).is_err()) {
            // One in which there is something stays.
            let _ = disk.remove_dir(&out.join(path));
        }
        Ok(())
    }

    fn bring_changed(&self, disk: &OutputDisk, now: &Others, old: &Path, out: &Path) -> anyhow::Result<()> {
        let failed = |path: &str| {
            let place = out.join(path);
            format!("{}, which somebody changed during the publication, can't be kept", place.display())
        };
        for path in now.folders.iter().filter(|path| !self.folders.contains(*path)) {
            let to = out.join(path);
            match with_parent(disk, &to, || disk.create_dir(&to)) {
                Err(error) if !is_taken(&error) => return Err(error).with_context(|| failed(path)),
                _ => {}
            }
        }
        let mut aside = Vec::new();
        for path in &now.files {
            let (from, to) = (old.join(path), out.join(path));
            let (Some(changed), there, brought) = (Look::of(&from), Look::of(&to), self.files.get(path))
            else {
                continue;
            };
            let is_as_before = brought.is_some_and(|brought| brought.from == changed);
            if is_as_before || there.as_ref().is_some_and(|there| there.is_same_file(&changed)) {
                continue;
            }
            let is_free = match (&there, brought) {
                (None, _) => true,
                (Some(there), Some(brought)) if *there == brought.to => true,
                // A later change.
                (Some(_), Some(_)) => continue,
                (Some(_), None) => false,
            };
            // Moved, it is there at once and whole, also for whoever has it open.
            let moved = if is_free { with_parent(disk, &to, || disk.rename(&from, &to)) } else { Ok(()) };
            match moved {
                Err(error) if !is_taken(&error) => return Err(error).with_context(|| failed(path)),
                Ok(()) if is_free => {}
                _ => aside.push(path),
            }
        }
        for path in &now.folders {
            let (from, to) = (old.join(path), out.join(path));
            if to.is_dir() {
                disk.keep_attributes(&from, &to).with_context(|| failed(path))?;
            }
        }
        put_aside(disk, &aside, old, out)
    }
}

/// Puts files aside in whose places the new site has files of its own.
fn put_aside(disk: &OutputDisk, files: &[&String], old: &Path, out: &Path) -> anyhow::Result<()> {
    let Some(first) = files.first() else { return Ok(()) };
    let aside = (1..)
        .map(|number| place::beside(out, &format!("seutu-kept-{number}")))
        .find(|aside| !aside.as_ref().is_ok_and(|aside| fs::symlink_metadata(aside).is_ok()));
    let aside = aside.context("no name is free")??;
    for path in files {
        let (from, to) = (old.join(path), aside.join(path));
        with_parent(disk, &to, || disk.rename(&from, &to))
            .with_context(|| format!("{} can't be put aside", from.display()))?;
    }
    bail!(
        "The new site is in place, and it has a file in the place of {}, which somebody put there during the publication: \
         that file is in {} now",
        out.join(first).display(),
        aside.display()
    )
}

/// Whether something else has the name, or that of a folder above.
fn is_taken(error: &io::Error) -> bool {
    use io::ErrorKind::{AlreadyExists, DirectoryNotEmpty, IsADirectory, NotADirectory};
    matches!(error.kind(), AlreadyExists | DirectoryNotEmpty | IsADirectory | NotADirectory)
}

/// Brings to the site that stands what others had changed in the one before it when a publication was
/// stopped. What they had removed comes back at worst.
///
/// # Errors
/// What the system refuses.
pub(super) fn recover(disk: &OutputDisk, cache: &Path, out: &Path) -> anyhow::Result<()> {
    let path = journal(cache);
    let Ok(text) = fs::read(&path) else { return Ok(()) };
    // One that was written in part is from before the new site was in place.
    let brought: Option<Brought> = serde_json::from_slice(&text).ok();
    let stands = fs::symlink_metadata(out).ok().and_then(|found| attributes::number(&found));
    for brought in brought.iter().filter(|brought| brought.site.is_some() && brought.site == stands) {
        for old in [place::aside(out)?, cache.join("spare")] {
            if fs::symlink_metadata(&old).is_ok_and(|old| old.is_dir()) {
                // The folder had no marker if it was empty before the first publication.
                let ours = Ours::read(&old)?.unwrap_or_default();
                brought.bring_changed(disk, &Others::find(&old, &ours)?, &old, out)?;
            }
        }
    }
    disk.remove_file(&path).with_context(|| format!("The file {} can't be removed", path.display()))
}
