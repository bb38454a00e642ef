//! The site's place: who may stand there, and how one site takes the place of another.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use anyhow::{Context, bail};
use rayon::prelude::*;

use super::{disk::OutputDisk, marker::Marker};

/// The folder that `out` names: a symbolic link is followed, and stays where it is. The folder needn't be
/// there yet.
///
/// # Errors
/// A link in a circle; a folder that the system refuses to look at.
pub(super) fn real(out: &Path) -> anyhow::Result<PathBuf> {
    match fs::canonicalize(out) {
        Ok(folder) => Ok(folder),
        Err(error) if error.kind() == io::ErrorKind::NotFound => match fs::read_link(out) {
            Ok(target) => real(&out.parent().unwrap_or(Path::new("")).join(target)),
            // Without a slash or a dot at its end: no folder that isn't there has such a name.
            Err(_) => Ok(out.components().collect()),
        },
        Err(error) => Err(error).with_context(|| format!("The folder {} can't be read", out.display())),
    }
}

/// Only a folder with the marker, or an empty one, is ever replaced.
pub(super) fn refuse_foreign_folder(out: &Path) -> anyhow::Result<()> {
    let empty = match fs::read_dir(out) {
        Ok(mut entries) => entries.next().is_none(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => true,
        Err(error) => {
            return Err(error).with_context(|| format!("The folder {} can't be read", out.display()));
        }
    };
    if !empty && !Marker::stands_in(out) {
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
pub(super) fn swap(disk: &OutputDisk, new: &Path, out: &Path) -> anyhow::Result<()> {
    let failed = || format!("The new site can't be put in place at {}", out.display());
    if !out.exists() {
        return disk.rename(new, out).with_context(failed);
    }
    match disk.exchange(new, out) {
        Err(error) if error.kind() == io::ErrorKind::Unsupported => {
            exchange_in_steps(disk, new, out).with_context(failed)
        }
        done => done.with_context(failed),
    }
}

/// In steps where the system can't do it in one; if the second one fails, the old site goes back. So it does
/// after a sudden end: see [`restore`].
fn exchange_in_steps(disk: &OutputDisk, new: &Path, out: &Path) -> anyhow::Result<()> {
    let aside = beside(out, ASIDE)?;
    // An old site that stood there has been put back before.
    anyhow::ensure!(fs::symlink_metadata(&aside).is_err(), "{} is in the way: move it away", aside.display());
    disk.rename(out, &aside)?;
    if let Err(error) = disk.rename(new, out) {
        disk.rename(&aside, out)?;
        return Err(error.into());
    }
    // The new site is in place; an old one that stays aside is removed by the next publication.
    let _ = disk.rename(&aside, new);
    Ok(())
}

/// Where the old site stands for a moment while sites are exchanged in steps.
const ASIDE: &str = "seutu-old";

/// Puts the old site back that a publication had put aside when it was killed; once the new one is in place,
/// removes it.
///
/// A site is known by its marker: nothing else is removed, and none is removed for what isn't one.
pub(super) fn restore(disk: &OutputDisk, out: &Path) -> anyhow::Result<()> {
    let aside = beside(out, ASIDE)?;
    let failed = || format!("{} can't be put back", aside.display());
    if fs::symlink_metadata(&aside).is_err() {
        return Ok(());
    }
    if !Marker::stands_in(&aside) || aside.is_symlink() {
        bail!("{} isn't a site that Seutu wrote, and is in the way: move it away", aside.display());
    }
    if Marker::stands_in(out) {
        return remove(disk, &aside).with_context(failed);
    }
    // Somebody may have made the folder anew meanwhile.
    match disk.remove_dir(out) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error).with_context(failed)?,
        _ => {}
    }
    disk.rename(&aside, out).with_context(failed)
}

/// Removes a folder with all that is in it, on all cores; one that isn't there is no failure.
pub(super) fn remove(disk: &OutputDisk, folder: &Path) -> io::Result<()> {
    // What a link leads to isn't ours to remove.
    if folder.is_symlink() {
        return disk.remove_file(folder);
    }
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
            disk.remove_file(&entry.path())?;
        }
    }
    folders.par_iter().try_for_each(|folder| remove(disk, folder))?;
    disk.remove_dir(folder)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::write::marker::MARKER;

    fn site(folder: &Path, says: &str) {
        fs::create_dir_all(folder).unwrap();
        fs::write(folder.join("index.html"), says).unwrap();
        fs::write(folder.join(MARKER), "").unwrap();
    }

    fn says(folder: &Path) -> String {
        fs::read_to_string(folder.join("index.html")).unwrap_or_default()
    }

    #[test]
    fn without_a_single_step_sites_trade_places_in_several() {
        let scratch = tempfile::tempdir().unwrap();
        let (new, out) = (scratch.path().join("new"), scratch.path().join("dist"));
        site(&new, "new");
        site(&out, "old");
        exchange_in_steps(&OutputDisk::default(), &new, &out).unwrap();
        assert_eq!((says(&out), says(&new)), ("new".to_owned(), "old".to_owned()));
        assert!(!beside(&out, ASIDE).unwrap().exists());
    }

    #[test]
    fn killed_between_the_steps_the_old_site_comes_back_unless_the_new_one_is_in_place() {
        let scratch = tempfile::tempdir().unwrap();
        let (disk, out) = (OutputDisk::default(), scratch.path().join("dist"));
        let aside = beside(&out, ASIDE).unwrap();
        site(&aside, "old");
        restore(&disk, &out).unwrap();
        assert_eq!((says(&out), aside.exists()), ("old".to_owned(), false));
        site(&aside, "older");
        restore(&disk, &out).unwrap();
        assert_eq!((says(&out), aside.exists()), ("old".to_owned(), false));
        restore(&disk, &out).unwrap();
        assert_eq!(says(&out), "old");
    }

    #[test]
    fn an_old_site_is_removed_for_nothing_but_a_site() {
        let scratch = tempfile::tempdir().unwrap();
        let (disk, out) = (OutputDisk::default(), scratch.path().join("dist"));
        let aside = beside(&out, ASIDE).unwrap();
        // Somebody made the folder anew, empty.
        site(&aside, "old");
        fs::create_dir(&out).unwrap();
        restore(&disk, &out).unwrap();
        assert_eq!((says(&out), aside.exists()), ("old".to_owned(), false));
        // Something else stands in the site's place.
        fs::rename(&out, &aside).unwrap();
        fs::create_dir(&out).unwrap();
        fs::write(out.join("index.html"), "other").unwrap();
        assert!(restore(&disk, &out).is_err());
        assert_eq!((says(&out), says(&aside)), ("other".to_owned(), "old".to_owned()));
        // What has the name of an old site isn't one.
        fs::remove_file(aside.join(MARKER)).unwrap();
        site(&out, "new");
        assert!(restore(&disk, &out).is_err() && exchange_in_steps(&disk, &out, &out).is_err());
        assert_eq!((says(&out), says(&aside)), ("new".to_owned(), "old".to_owned()));
    }
}
