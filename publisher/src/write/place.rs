//! The site's place: who may stand there, and how one site takes the place of another.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use anyhow::{Context, bail};
use rayon::prelude::*;

use super::MARKER;

/// The folder that `out` names: a symbolic link is followed, and stays where it is. The folder needn't be there yet.
///
/// # Errors
/// A link in a circle; a folder that the system refuses to look at.
pub(super) fn real(out: &Path) -> anyhow::Result<PathBuf> {
    match fs::canonicalize(out) {
        Ok(folder) => Ok(folder),
        Err(error) if error.kind() == io::ErrorKind::NotFound => match fs::read_link(out) {
            Ok(target) => real(&out.parent().unwrap_or(Path::new("")).join(target)),
            Err(_) => Ok(out.to_owned()),
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

/// In steps elsewhere; if the second one fails, the old site goes back. So it does after a sudden end: see [`restore`].
fn exchange_in_steps(new: &Path, out: &Path) -> anyhow::Result<()> {
    let aside = beside(out, ASIDE)?;
    remove(&aside)?;
    fs::rename(out, &aside)?;
    if let Err(error) = fs::rename(new, out) {
        fs::rename(&aside, out)?;
        return Err(error.into());
    }
    fs::rename(&aside, new)?;
    Ok(())
}

/// Where the old site stands for a moment while sites are exchanged in steps.
const ASIDE: &str = "seutu-old";

/// Puts the old site back that a publication had put aside when it was killed; once the new one is in place, removes it.
pub(super) fn restore(out: &Path) -> anyhow::Result<()> {
    let aside = beside(out, ASIDE)?;
    let failed = || format!("{} can't be put back", aside.display());
    if !aside.exists() {
        return Ok(());
    }
    if out.exists() {
        remove(&aside).with_context(failed)
    } else {
        fs::rename(&aside, out).with_context(failed)
    }
}

/// Removes a folder with all that is in it, on all cores; one that isn't there is no failure.
pub(super) fn remove(folder: &Path) -> io::Result<()> {
    // What a link leads to isn't ours to remove.
    if folder.is_symlink() {
        return fs::remove_file(folder);
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
            fs::remove_file(entry.path())?;
        }
    }
    folders.par_iter().try_for_each(|folder| remove(folder))?;
    fs::remove_dir(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(folder: &Path, says: &str) {
        fs::create_dir_all(folder).unwrap();
        fs::write(folder.join("index.html"), says).unwrap();
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
        exchange_in_steps(&new, &out).unwrap();
        assert_eq!((says(&out), says(&new)), ("new".to_owned(), "old".to_owned()));
        assert!(!beside(&out, ASIDE).unwrap().exists());
    }

    #[test]
    fn killed_between_the_steps_the_old_site_comes_back_unless_the_new_one_is_in_place() {
        let scratch = tempfile::tempdir().unwrap();
        let out = scratch.path().join("dist");
        let aside = beside(&out, ASIDE).unwrap();
        site(&aside, "old");
        restore(&out).unwrap();
        assert_eq!((says(&out), aside.exists()), ("old".to_owned(), false));
        site(&aside, "older");
        restore(&out).unwrap();
        assert_eq!((says(&out), aside.exists()), ("old".to_owned(), false));
        restore(&out).unwrap();
        assert_eq!(says(&out), "old");
    }
}
