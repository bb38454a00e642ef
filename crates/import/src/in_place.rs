//! Puts the files of an import in their places: all of them, or none.

use std::{
    fs::{self, File},
    io::{self, Write as _},
    path::{Path, PathBuf},
};

use anyhow::Context as _;

/// The contents of a file that is to be written.
pub enum Contents<'a> {
    /// A text.
    Text(String),
    /// A copy of another file.
    CopyOf(&'a Path),
}

/// Writes all files into a folder within the content, then gives each its name. After a failure the content
/// is as it was.
///
/// # Errors
/// What the system refuses.
pub fn write_all<'a>(
    content: &Path,
    files: impl Iterator<Item = anyhow::Result<(PathBuf, Contents<'a>)>>,
) -> anyhow::Result<()> {
    let mut changes = Changes::begin(content)?;
    let mut written = Vec::new();
    for file in files {
        let (file, contents) = file?;
        let unfinished = changes.unfinished.join(written.len().to_string());
        write(&unfinished, &contents).with_context(|| match contents {
            Contents::Text(_) => unwritable(&file),
            Contents::CopyOf(from) => format!("{} can't be copied to {}", from.display(), file.display()),
        })?;
        written.push((unfinished, file));
    }
    for (unfinished, file) in written {
        changes.put(&unfinished, &file)?;
    }
    changes.are_whole = true;
    Ok(())
}

/// What has been changed in the content; taken back unless all of it is.
struct Changes {
    /// The folder of what has no name yet, and of what was there before.
    unfinished: PathBuf,
    /// The folders that were made, a folder before those in it.
    folders: Vec<PathBuf>,
    /// The files that were put in place, each with what was there before.
    files: Vec<(PathBuf, Option<PathBuf>)>,
    are_whole: bool,
}

impl Changes {
    fn begin(content: &Path) -> anyhow::Result<Changes> {
        let mut changes =
            Changes { unfinished: PathBuf::new(), folders: Vec::new(), files: Vec::new(), are_whole: false };
        changes.make_folder(content)?;
        // An import that was killed may have left one.
        for number in 0.. {
            let folder = content.join(format!(".seutu-import-{number}"));
            match fs::create_dir(&folder) {
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                made => {
                    made.with_context(|| format!("The folder {} can't be made", folder.display()))?;
                    changes.unfinished = folder;
                    break;
                }
            }
        }
        Ok(changes)
    }

    fn make_folder(&mut self, folder: &Path) -> anyhow::Result<()> {
        let missing: Vec<&Path> = folder
            .ancestors()
            .take_while(|above| !above.as_os_str().is_empty() && fs::symlink_metadata(above).is_err())
            .collect();
        for folder in missing.into_iter().rev() {
            fs::create_dir(folder)
                .with_context(|| format!("The folder {} can't be made", folder.display()))?;
            self.folders.push(folder.to_owned());
        }
        Ok(())
    }

    fn put(&mut self, unfinished: &Path, file: &Path) -> anyhow::Result<()> {
        let failed = || unwritable(file);
        if let Some(folder) = file.parent() {
            self.make_folder(folder)?;
        }
        let before = match fs::symlink_metadata(file) {
            Ok(found) => {
                anyhow::ensure!(!found.is_dir(), "{}: a folder has its name", unwritable(file));
                let before = unfinished.with_extension("before");
                // One more name where the disk knows that: the file is there at every moment.
                fs::hard_link(file, &before).or_else(|_| fs::rename(file, &before)).with_context(failed)?;
                Some(before)
            }
            Err(_) => None,
        };
        self.files.push((file.to_owned(), before));
        fs::rename(unfinished, file).with_context(failed)
    }
}

impl Drop for Changes {
    fn drop(&mut self) {
        if !self.are_whole {
            for (file, before) in self.files.iter().rev() {
                // Two names of one file stay as they are (rename(2)): the folder of one of them goes below.
                let _ = match before {
                    Some(before) => fs::rename(before, file),
                    None => fs::remove_file(file),
                };
            }
        }
        if !self.unfinished.as_os_str().is_empty() {
            let _ = fs::remove_dir_all(&self.unfinished);
        }
        if !self.are_whole {
            for folder in self.folders.iter().rev() {
                let _ = fs::remove_dir(folder);
            }
        }
    }
}

fn write(unfinished: &Path, contents: &Contents<'_>) -> io::Result<()> {
    let mut file = File::create_new(unfinished)?;
    match contents {
        Contents::Text(text) => file.write_all(text.as_bytes()),
        Contents::CopyOf(from) => io::copy(&mut File::open(from)?, &mut file).map(drop),
    }
}

fn unwritable(file: &Path) -> String {
    format!("The file {} can't be written", file.display())
}
