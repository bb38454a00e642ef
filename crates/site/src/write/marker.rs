//! The file that marks a folder as one of ours, and says which files in it we wrote: all others are somebody
//! else's.

use std::{collections::BTreeSet, fs, io, path::Path};

use anyhow::{Context as _, bail};
use serde::{Deserialize, Serialize};

/// Its name. Only a folder with it, or an empty one, is ever replaced.
pub const MARKER: &str = ".seutu";

const WORDS: &str =
    "Seutu writes this folder. A publication replaces and removes the files below, and no others.\n\n";

/// What it said before markers named files.
const WORDS_OF_ALL: &str = "This folder is written by Seutu and replaced whole at each publication.";

/// What it says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Marker {
    /// A hash of all files in the folder that Seutu wrote. It doesn't depend on the place of the folder.
    pub(super) contents: u64,
    /// The files in the folder, without the marker itself.
    pub(super) files: BTreeSet<String>,
}

/// Which files of a folder are ours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Ours {
    /// Those that the marker names.
    Named(Marker),
    /// All of them: a marker from before markers named files.
    All,
}

impl Marker {
    /// Its text, a line for each file.
    pub(super) fn text(&self) -> String {
        // A list of names can't fail to be written.
        format!("{WORDS}{}\n", serde_json::to_string_pretty(self).unwrap_or_default())
    }
}

impl Ours {
    /// Reads the marker of a folder that may not be there; none without one, or where a file of somebody else
    /// has its name.
    ///
    /// # Errors
    /// A marker that can't be read, or doesn't say which files are ours: others could be taken for ours.
    pub(super) fn read(folder: &Path) -> anyhow::Result<Option<Ours>> {
        let path = folder.join(MARKER);
        if !fs::symlink_metadata(&path).is_ok_and(|marker| marker.is_file()) {
            return Ok(None);
        }
        let text = match fs::read(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            text => text.with_context(|| format!("The file {} can't be read", path.display()))?,
        };
        let text = String::from_utf8_lossy(&text);
        // Git may have written other ends of lines, an editor other words in front.
        match text.find('{').map(|at| serde_json::from_str(&text[at..])) {
            Some(Ok(marker)) => Ok(Some(Ours::Named(marker))),
            None if text.trim() == WORDS_OF_ALL => Ok(Some(Ours::All)),
            _ if text.contains("Seutu") => bail!(
                "{} doesn't say any more which files of its folder Seutu wrote: it was changed, or another version of \
                 Seutu wrote it. A publication would remove files of others, too, so nothing was published. Bring the \
                 file back as the last publication wrote it; or move what isn't Seutu's out of the folder, and empty it",
                path.display()
            ),
            _ => Ok(None),
        }
    }

    /// Whether a folder is a site of ours, of any age.
    pub(super) fn stand_in(folder: &Path) -> bool {
        matches!(Ours::read(folder), Ok(Some(_)))
    }

    /// Whether a file is ours, by its path within the folder.
    pub(super) fn has(&self, path: &str) -> bool {
        match self {
            Ours::Named(marker) => path == MARKER || marker.files.contains(path),
            Ours::All => true,
        }
    }

    /// Whether a file of ours stands below a path.
    pub(super) fn has_below(&self, path: &str) -> bool {
        match self {
            Ours::Named(marker) => marker.has_below(path),
            Ours::All => true,
        }
    }
}

impl Default for Ours {
    /// Nothing.
    fn default() -> Ours {
        Ours::Named(Marker::default())
    }
}

impl Marker {
    /// Whether one of the files stands below a path.
    pub(super) fn has_below(&self, path: &str) -> bool {
        let below = format!("{path}/");
        self.files.range(below.clone()..).next().is_some_and(|next| next.starts_with(&below))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_marker_is_read_whatever_has_happened_to_it_or_says_so() {
        let scratch = tempfile::tempdir().unwrap();
        let files = ["index.html", "a/b.html"].map(str::to_owned).into();
        let marker = Marker { contents: 7, files };
        let text = marker.text();
        let read = |text: &str| {
            fs::write(scratch.path().join(MARKER), text).unwrap();
            Ours::read(scratch.path()).map_err(|error| error.to_string())
        };
        let named = Ok(Some(Ours::Named(marker)));
        assert_eq!(read(&text), named);
        assert_eq!(read(&text.replace('\n', "\r\n")), named);
        assert_eq!(read(&text.replace("\n\n", "\n")), named);
        assert_eq!(read(&format!("\u{feff}{text}\n\n")), named);
        assert_eq!(read(&text.replace("\"files\"", "\"more\": 1, \"files\"")), named);
        assert_eq!(read(&format!("{WORDS_OF_ALL}\n")), Ok(Some(Ours::All)));
        assert_eq!(read(&format!("{WORDS_OF_ALL}\r\n")), Ok(Some(Ours::All)));
        for foreign in ["", "\n", "{}", "seutu = 1"] {
            assert_eq!(read(foreign), Ok(None), "{foreign}");
        }
        let (half, _) = text.split_at(text.len() / 2);
        for damaged in [
            half,
            WORDS,
            &text.replace("files\"", "paths\""),
            &format!("<<<<<<< HEAD\n{text}=======\n{text}>>>>>>> pages\n"),
            &format!("{WORDS_OF_ALL}\nAnd more.\n"),
        ] {
            let error = read(damaged).unwrap_err();
            assert!(error.contains("doesn't say any more"), "{damaged}: {error}");
        }
    }
}
