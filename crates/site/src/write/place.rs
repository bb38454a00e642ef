//! The site's place: who may stand there, and how one site takes the place of another.

use std::{
    ffi::{OsStr, OsString},
    fs, io,
    path::{Path, PathBuf},
};

use anyhow::{Context, bail};
use rayon::prelude::*;

use super::{
    attributes::{self, HeldBy},
    disk::OutputDisk,
    marker::Ours,
};
use content::fingerprint::fingerprint;

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
    if !empty && Ours::read(out)?.is_none() {
        bail!(
            "{} holds something that Seutu didn't write, and publishing would replace it. Choose another folder \
             with --out, or empty this one first",
            out.display()
        );
    }
    Ok(())
}

/// A folder that can't be replaced: one that holds another disk, one that is locked, and the one in which
/// the caller works, who would find themselves in a folder that is gone.
pub(super) fn refuse_held(out: &Path) -> anyhow::Result<()> {
    let advice = "choose a folder within it with --out";
    let above = out.parent().filter(|above| !above.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let held = HeldBy::of(out, above).unwrap_or_default();
    match held {
        Some(HeldBy::Mount) => {
            bail!(
                "{} is where another disk or folder is mounted, and can't be replaced as a whole: {advice}",
                out.display()
            )
        }
        Some(held) => bail!(held.refusal(out)),
        None => {}
    }
    let works_there = std::env::current_dir().is_ok_and(|current| current.starts_with(out));
    anyhow::ensure!(
        !works_there,
        "{} is replaced as a whole, and you work in it: go to a folder outside of it first, or {advice}",
        out.display()
    );
    Ok(())
}

/// A folder next to another one: on the same disk, so that it can be swapped in.
pub(super) fn beside(out: &Path, suffix: &str) -> anyhow::Result<PathBuf> {
    let absolute = std::path::absolute(out).with_context(|| format!("{} isn't a folder", out.display()))?;
    let (Some(parent), Some(name)) = (absolute.parent(), absolute.file_name()) else {
        bail!("{} can't be replaced as a whole: choose a folder within it", out.display());
    };
    fs::create_dir_all(parent).with_context(|| format!("The folder {} can't be made", parent.display()))?;
    Ok(parent.join(name_beside(name, suffix)))
}

/// The name of what belongs to a folder: a name that would be too long for a disk is replaced by its hash.
fn name_beside(name: &OsStr, suffix: &str) -> OsString {
    let mut beside = OsString::from(".");
    if name.len() + suffix.len() + 2 > LONGEST_NAME {
        beside.push(format!("{:016x}", fingerprint(name.as_encoded_bytes())));
    } else {
        beside.push(name);
    }
    beside.push(".");
    beside.push(suffix);
    beside
}

/// How many bytes a name has at most, on nearly every disk (pathconf(3), NAME_MAX).
const LONGEST_NAME: usize = 255;

/// Puts the new site in the place of the old one, and the old one in the place of the new. Gives where the
/// old one stands now, if there was one.
pub(super) fn swap(disk: &OutputDisk, new: &Path, out: &Path) -> anyhow::Result<Option<PathBuf>> {
    let failed = || format!("The new site can't be put in place at {}", out.display());
    if !out.exists() {
        disk.rename(new, out).with_context(failed)?;
        return Ok(None);
    }
    match disk.exchange(new, out) {
        Err(error) if error.kind() == io::ErrorKind::Unsupported => {
            exchange_in_steps(disk, new, out).map(Some).with_context(failed)
        }
        done => done.map(|()| Some(new.to_owned())).with_context(failed),
    }
}

/// In steps where the system can't do it in one; if the second one fails, the old site goes back. So it does
/// after a sudden end: see [`restore`].
fn exchange_in_steps(disk: &OutputDisk, new: &Path, out: &Path) -> anyhow::Result<PathBuf> {
    let aside = aside(out)?;
    // An old site that stood there has been put back before.
    anyhow::ensure!(fs::symlink_metadata(&aside).is_err(), "{} is in the way: move it away", aside.display());
    disk.rename(out, &aside)?;
    if let Err(error) = disk.rename(new, out) {
        disk.rename(&aside, out)?;
        return Err(error.into());
    }
    // The new site is in place; an old one that stays aside is removed by the next publication.
    Ok(match disk.rename(&aside, new) {
        Ok(()) => new.to_owned(),
        Err(_) => aside,
    })
}

/// Where the old site stands for a moment while sites are exchanged in steps.
pub(super) fn aside(out: &Path) -> anyhow::Result<PathBuf> {
    beside(out, "seutu-old")
}

/// Puts the old site back that a publication had put aside when it was killed; once the new one is in place,
/// removes it.
///
/// A site is known by its marker: nothing else is removed, and none is removed for what isn't one.
pub(super) fn restore(disk: &OutputDisk, out: &Path) -> anyhow::Result<()> {
    let aside = aside(out)?;
    let failed = || format!("{} can't be put back", aside.display());
    if fs::symlink_metadata(&aside).is_err() {
        return Ok(());
    }
    if !Ours::stand_in(&aside) || aside.is_symlink() {
        bail!("{} isn't a site that Seutu wrote, and is in the way: move it away", aside.display());
    }
    if Ours::stand_in(out) {
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
///
/// # Errors
/// A file or folder that the system doesn't remove, with its path; a mount within the folder, which isn't
/// ours to remove.
pub(super) fn remove(disk: &OutputDisk, folder: &Path) -> io::Result<()> {
    let named = |path: &Path, error: io::Error| {
        io::Error::new(error.kind(), format!("{} can't be removed: {error}", path.display()))
    };
    let failed = |error| named(folder, error);
    let found = match fs::symlink_metadata(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        found => found.map_err(failed)?,
    };
    // What a link leads to isn't ours to remove.
    if !found.is_dir() {
        return disk.remove_file(folder).map_err(failed);
    }
    attributes::open_up(folder, &found);
    let mut folders = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let path = entry.path();
        if !entry.file_type().map_err(failed)?.is_dir() {
            disk.remove_file(&path).map_err(|error| named(&path, error))?;
        } else if HeldBy::of(&path, folder).map_err(failed)? == Some(HeldBy::Mount) {
            return Err(io::Error::other(HeldBy::Mount.refusal(&path)));
        } else {
            folders.push(path);
        }
    }
    folders.par_iter().try_for_each(|folder| remove(disk, folder))?;
    disk.remove_dir(folder).map_err(failed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::write::marker::{MARKER, Marker};

    fn site(folder: &Path, says: &str) {
        fs::create_dir_all(folder).unwrap();
        fs::write(folder.join("index.html"), says).unwrap();
        fs::write(folder.join(MARKER), Marker::default().text()).unwrap();
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
        assert!(!aside(&out).unwrap().exists());
    }

    #[test]
    fn each_folder_has_a_cache_of_its_own_whatever_its_name() {
        let scratch = tempfile::tempdir().unwrap();
        let long = |last: char| format!("{}{last}", "a".repeat(249));
        let names = ["dist".to_owned(), long('b'), long('c')].map(OsString::from);
        #[cfg(unix)]
        let names = {
            use std::os::unix::ffi::OsStringExt as _;
            names.into_iter().chain([0xe4, 0xf6].map(|byte| OsString::from_vec(vec![b'd', byte])))
        };
        let mut caches = std::collections::BTreeSet::new();
        for name in names {
            let cache = beside(&scratch.path().join(&name), "seutu-cache").unwrap();
            fs::create_dir(&cache).unwrap();
            assert!(caches.insert(cache), "{name:?}");
        }
        assert!(caches.contains(&scratch.path().join(".dist.seutu-cache")));
    }

    #[test]
    fn the_folder_in_which_somebody_works_is_not_replaced() {
        let here = std::env::current_dir().unwrap();
        for out in [here.as_path(), here.parent().unwrap()] {
            let error = refuse_held(out).unwrap_err().to_string();
            assert!(error.contains("you work in it"), "{error}");
        }
        refuse_held(&here.join("src")).unwrap();
        refuse_held(&here.join("not-there")).unwrap();
    }

    #[test]
    fn killed_between_the_steps_the_old_site_comes_back_unless_the_new_one_is_in_place() {
        let scratch = tempfile::tempdir().unwrap();
        let (disk, out) = (OutputDisk::default(), scratch.path().join("dist"));
        let aside = super::aside(&out).unwrap();
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
        let aside = super::aside(&out).unwrap();
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
