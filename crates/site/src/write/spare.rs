//! Keeps the spare like the site: what changes in one changes in the other.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use rayon::prelude::*;

use super::{disk::OutputDisk, manifest::Manifest};

/// Whether the spare is there, as the manifest says. The first publication leaves none: who publishes into a
/// new folder each time needs none. The next publication makes the spare of the site, if the site still is
/// what was written.
pub(super) fn stands(disk: &OutputDisk, files: &Manifest, site: &Path, spare: &Path) -> bool {
    match fs::symlink_metadata(spare) {
        Ok(found) => found.is_dir() && files.describes(spare),
        Err(_) => files.describes(site) && link_all(disk, files, site, spare).is_ok(),
    }
}

/// Takes the files that are gone out of a folder and brings the changed ones in.
///
/// A file is never changed in place, since the site has it too: the old one is unlinked, another takes its
/// name.
pub(super) fn advance(
    disk: &OutputDisk,
    folder: &Path,
    gone: &[&str],
    changed: &[&str],
    bring: impl Fn(&str, &Path) -> io::Result<()> + Sync,
) -> io::Result<()> {
    // Gone first: where there was a file there may be a folder now.
    for path in gone {
        let path = folder.join(path);
        disk.remove_file(&path)?;
        // A folder that has become empty goes too; one that hasn't refuses to.
        for above in path.ancestors().skip(1).take_while(|above| *above != folder) {
            if disk.remove_dir(above).is_err() {
                break;
            }
        }
    }
    changed.par_iter().try_for_each(|path| {
        let to = folder.join(path);
        disk.remove_file(&to)?;
        with_parent(disk, &to, || bring(path, &to))
    })
}

/// Makes a spare of a site: the same files under the same names.
pub(super) fn link_all(disk: &OutputDisk, files: &Manifest, site: &Path, spare: &Path) -> io::Result<()> {
    let paths: Vec<(PathBuf, PathBuf)> =
        files.paths().map(|path| (site.join(path), spare.join(path))).collect();
    paths.par_iter().try_for_each(|(from, to)| with_parent(disk, to, || disk.hard_link(from, to)))
}

/// Tries again with the folders above when they are missing: nearly always they are there.
pub(super) fn with_parent<T>(
    disk: &OutputDisk,
    path: &Path,
    make: impl Fn() -> io::Result<T>,
) -> io::Result<T> {
    match make() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            path.parent().map_or(Ok(()), |folder| disk.create_dir_all(folder))?;
            make()
        }
        made => made,
    }
}
