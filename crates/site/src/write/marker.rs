//! The file that marks a folder as one of ours, and says which files in it we wrote: all others are somebody
//! else's.

use std::{collections::BTreeSet, fs, path::Path};

use serde::{Deserialize, Serialize};

/// Its name. Only a folder with it, or an empty one, is ever replaced.
pub const MARKER: &str = ".seutu";

const WORDS: &str =
    "Seutu writes this folder. A publication replaces and removes the files below, and no others.\n\n";

/// What it says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Marker {
    /// A hash of all files in the folder that Seutu wrote. It doesn't depend on the place of the folder.
    pub(super) contents: u64,
    /// The files in the folder, without the marker itself.
    pub(super) files: BTreeSet<String>,
}

impl Marker {
    /// Reads the marker of a folder; none where there is none, or one from before markers named files.
    pub(super) fn read(folder: &Path) -> Option<Marker> {
        let text = fs::read_to_string(folder.join(MARKER)).ok()?;
        serde_json::from_str(text.split_once("\n\n")?.1).ok()
    }

    /// Whether a folder has a marker of any age.
    pub(super) fn stands_in(folder: &Path) -> bool {
        fs::symlink_metadata(folder.join(MARKER)).is_ok_and(|marker| marker.is_file())
    }

    /// Its text, a line for each file.
    pub(super) fn text(&self) -> String {
        // A list of names can't fail to be written.
        format!("{WORDS}{}\n", serde_json::to_string_pretty(self).unwrap_or_default())
    }
}
