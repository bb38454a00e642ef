//! Files in folders that others may have prepared: in a repository that was cloned, say, a symbolic link can
//! stand anywhere.

use std::{
    fs::{self, File},
    io::{self, Read as _, Write as _},
    path::{Component, Path, PathBuf},
    process,
};

/// The first symbolic link on the way from a folder to what is named within it; the folder itself may be one.
pub fn link_on_the_way(folder: &Path, within: &Path) -> Option<PathBuf> {
    let mut path = folder.to_owned();
    within.components().filter(|part| matches!(part, Component::Normal(_))).find_map(|part| {
        path.push(part);
        path.is_symlink().then(|| path.clone())
    })
}

/// Reads a file. Pipes and devices aren't opened: a pipe may never send anything, and a device may never end.
///
/// # Errors
/// What the system refuses; what isn't a file; a file of more bytes than `longest`.
pub fn read_file(path: &Path, longest: u64) -> io::Result<Vec<u8>> {
    let metadata = fs::metadata(path)?;
    if !metadata.is_file() {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "it isn't a file"));
    }
    // With room for all of it nothing is copied while it is read. It may grow meanwhile.
    let mut bytes = Vec::with_capacity(metadata.len().min(longest).saturating_add(1) as usize);
    File::open(path)?.take(longest.saturating_add(1)).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > longest {
        let megabytes = longest / (1024 * 1024);
        return Err(io::Error::new(io::ErrorKind::FileTooLarge, format!("it has more than {megabytes} MB")));
    }
    Ok(bytes)
}

/// Writes a new file in the place of another one, if there is one, whole or not at all: of a link in its
/// place, only the link goes.
///
/// # Errors
/// The system refuses the file, or a folder stands in its place. An older file is left as it was.
pub fn write_anew(path: &Path, contents: &[u8]) -> io::Result<()> {
    let unfinished = path.with_file_name(format!(".seutu-{}.unfinished", process::id()));
    match fs::remove_file(&unfinished) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    // A link that appears meanwhile isn't followed (open(2), O_EXCL).
    let written = File::create_new(&unfinished)
        .and_then(|mut file| file.write_all(contents))
        .and_then(|()| fs::rename(&unfinished, path));
    if written.is_err() {
        let _ = fs::remove_file(&unfinished);
    }
    written
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

    #[test]
    fn a_file_that_can_not_be_written_leaves_what_was_there() {
        let scratch = tempfile::tempdir().unwrap();
        let folder = scratch.path().join("file");
        fs::create_dir(&folder).unwrap();
        write_anew(&folder, b"new").unwrap_err();
        assert_eq!(fs::read_dir(scratch.path()).unwrap().count(), 1);
        // The new one is whole before the old one goes: whoever has that open can still read it.
        let file = scratch.path().join("text");
        fs::write(&file, "old").unwrap();
        fs::hard_link(&file, scratch.path().join("same")).unwrap();
        write_anew(&file, b"new").unwrap();
        assert_eq!(fs::read(scratch.path().join("same")).unwrap(), b"old");
    }
}
