//! Owner, group, permissions and locks of files and folders.

use std::{
    fs::{self, Metadata},
    io,
    path::Path,
};

/// What keeps a file or a folder from going along to the new site, or from being removed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum HeldBy {
    /// Another disk or folder is mounted there.
    Mount,
    /// The system lets nobody change it (chattr(1), `i` and `a`).
    Lock,
}

impl HeldBy {
    /// What holds an entry of a folder, if anything does. What has gone meanwhile isn't held.
    ///
    /// # Errors
    /// An entry that the system refuses to look at.
    pub(super) fn of(entry: &Path, folder: &Path) -> io::Result<Option<HeldBy>> {
        if let Some(told) = held_by(entry) {
            return Ok(told);
        }
        let found = match fs::symlink_metadata(entry) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            found => found?,
        };
        Ok(is_on_another_disk(&found, &fs::metadata(folder)?).then_some(HeldBy::Mount))
    }

    /// Says so of a path, and what to do.
    pub(super) fn refusal(self, path: &Path) -> String {
        let path = path.display();
        match self {
            HeldBy::Mount => format!(
                "{path} is where another disk or folder is mounted, and what is in it isn't the site's to move. Unmount it, \
                 or mount it outside of the site's folder"
            ),
            HeldBy::Lock => format!(
                "{path} is locked against every change, so it can't go along to the new site. Unlock it (chattr -i -a), or \
                 move it away"
            ),
        }
    }
}

/// What the system says; none where it doesn't know mounts. The number of the disk tells less: a mount may
/// be of the same disk, and layers of one file system have numbers of their own (statx(2), overlayfs).
#[cfg(target_os = "linux")]
fn held_by(path: &Path) -> Option<Option<HeldBy>> {
    use rustix::fs::{AtFlags, CWD, StatxAttributes, StatxFlags, statx};
    let flags = AtFlags::SYMLINK_NOFOLLOW | AtFlags::NO_AUTOMOUNT;
    let found = statx(CWD, path, flags, StatxFlags::BASIC_STATS).ok()?;
    let has = |attribute| found.stx_attributes.intersects(attribute);
    if !found.stx_attributes_mask.contains(StatxAttributes::MOUNT_ROOT) {
        return None;
    }
    if has(StatxAttributes::MOUNT_ROOT) {
        return Some(Some(HeldBy::Mount));
    }
    Some(has(StatxAttributes::IMMUTABLE | StatxAttributes::APPEND).then_some(HeldBy::Lock))
}

#[cfg(not(target_os = "linux"))]
fn held_by(_path: &Path) -> Option<Option<HeldBy>> {
    None
}

#[cfg(unix)]
fn is_on_another_disk(found: &Metadata, folder: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    found.dev() != folder.dev()
}

#[cfg(not(unix))]
fn is_on_another_disk(_found: &Metadata, _folder: &Metadata) -> bool {
    false
}

/// What tells a file or a folder apart from all others on its machine, where the system has it.
#[cfg(unix)]
#[expect(clippy::unnecessary_wraps, reason = "not every system has it")]
pub(super) fn number(found: &Metadata) -> Option<(u64, u64)> {
    use std::os::unix::fs::MetadataExt as _;
    Some((found.dev(), found.ino()))
}

#[cfg(not(unix))]
pub(super) fn number(_found: &Metadata) -> Option<(u64, u64)> {
    None
}

/// Gives a file, a link or a folder the owner and the group of another one, where the system allows it, and
/// its permissions. Under another owner or group nobody gets their rights (setuid, setgid).
///
/// # Errors
/// Permissions that the system refuses to change.
#[cfg(unix)]
pub(super) fn keep(from: &Path, to: &Path) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, lchown};
    let (wanted, found) = (fs::symlink_metadata(from)?, fs::symlink_metadata(to)?);
    let is_theirs = |found: &Metadata| (found.uid(), found.gid()) == (wanted.uid(), wanted.gid());
    if !is_theirs(&found) {
        // Only an administrator may give files away; to a group of their own its members may.
        let _ = lchown(to, Some(wanted.uid()), Some(wanted.gid()))
            .or_else(|_| lchown(to, None, Some(wanted.gid())));
    }
    if wanted.is_symlink() {
        return Ok(());
    }
    let found = fs::symlink_metadata(to)?;
    let mode = wanted.mode() & if is_theirs(&found) { 0o7777 } else { 0o1777 };
    if found.mode() & 0o7777 == mode {
        Ok(())
    } else {
        fs::set_permissions(to, fs::Permissions::from_mode(mode))
    }
}

#[cfg(not(unix))]
pub(super) fn keep(from: &Path, to: &Path) -> io::Result<()> {
    let wanted = fs::symlink_metadata(from)?;
    if wanted.is_symlink() { Ok(()) } else { fs::set_permissions(to, wanted.permissions()) }
}

/// Lets this user remove the files of a folder whose permissions forbid that.
#[cfg(unix)]
pub(super) fn open_up(folder: &Path, found: &Metadata) {
    use std::os::unix::fs::PermissionsExt as _;
    let mode = found.permissions().mode();
    if mode & 0o700 != 0o700 {
        // A refusal is told later, where the folder can't be removed.
        let _ = fs::set_permissions(folder, fs::Permissions::from_mode(mode & 0o7777 | 0o700));
    }
}

#[cfg(not(unix))]
pub(super) fn open_up(_folder: &Path, _found: &Metadata) {}

#[cfg(test)]
mod tests {
    /// Every Linux has this mount.
    #[cfg(target_os = "linux")]
    #[test]
    fn a_mount_is_told_from_a_folder() {
        use super::*;

        assert_eq!(HeldBy::of(Path::new("/proc"), Path::new("/")).unwrap(), Some(HeldBy::Mount));
        let scratch = tempfile::tempdir().unwrap();
        let folder = scratch.path().join("folder");
        fs::create_dir(&folder).unwrap();
        assert_eq!(HeldBy::of(&folder, scratch.path()).unwrap(), None);
        assert_eq!(HeldBy::of(&folder.join("gone"), scratch.path()).unwrap(), None);
    }
}
