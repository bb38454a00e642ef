//! Files in folders that others may have prepared: in a repository that was cloned, say, a symbolic link can
//! stand anywhere.

use std::{
    fs::{self, File},
    io::{self, Write as _},
    path::{Component, Path, PathBuf},
};

/// The first symbolic link on the way from a folder to what is named within it; the folder itself may be one.
pub fn link_on_the_way(folder: &Path, within: &Path) -> Option<PathBuf> {
    let mut path = folder.to_owned();
    within.components().filter(|part| matches!(part, Component::Normal(_))).find_map(|part| {
        path.push(part);
        path.is_symlink().then(|| path.clone())
    })
}

/// Writes a new file in the place of another one, if there is one: of a link in its place, only the link
/// goes.
///
/// # Errors
/// What the system refuses; a folder in its place.
pub fn write_anew(path: &Path, contents: &[u8]) -> io::Result<File> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    // A link that appears meanwhile isn't followed (open(2), O_EXCL).
    let mut file = File::create_new(path)?;
    file.write_all(contents)?;
    Ok(file)
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::symlink;

    use super::*;

    #[test]
    fn a_link_on_the_way_is_found_wherever_it_stands() {
        let scratch = tempfile::tempdir().unwrap();
        let folder = scratch.path();
        fs::create_dir_all(folder.join("a/b")).unwrap();
        fs::write(folder.join("a/b/c"), "").unwrap();
        symlink("a", folder.join("d")).unwrap();
        symlink("nowhere", folder.join("a/e")).unwrap();
        let found = |within: &str| link_on_the_way(folder, Path::new(within));
        assert_eq!(found("a/b/c"), None);
        assert_eq!(found("a/not/there"), None);
        assert_eq!(found("d/b/c"), Some(folder.join("d")));
        assert_eq!(found("a/e"), Some(folder.join("a/e")));
        // The folder itself may be one.
        assert_eq!(link_on_the_way(&folder.join("d"), Path::new("b/c")), None);
    }

    #[test]
    fn what_a_link_leads_to_is_never_written() {
        let scratch = tempfile::tempdir().unwrap();
        let (other, file) = (scratch.path().join("other"), scratch.path().join("file"));
        fs::write(&other, "kept").unwrap();
        for target in ["other", "nowhere"] {
            symlink(target, &file).unwrap();
            write_anew(&file, b"new").unwrap();
            assert!(!file.is_symlink() && !scratch.path().join("nowhere").exists());
            assert_eq!(
                (fs::read(&file).unwrap(), fs::read(&other).unwrap()),
                (b"new".to_vec(), b"kept".to_vec())
            );
            fs::remove_file(&file).unwrap();
        }
    }
}
