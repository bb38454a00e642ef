//! Unsaved files over another file system.

use std::{
    collections::BTreeMap,
    io,
    path::{Path, PathBuf},
    sync::Arc,
};

use super::{Entry, EntryKind, FileSystem};

/// Files that an editor has open, as they are there, over those that were saved.
#[derive(Clone, Debug)]
pub struct Overlay {
    /// The bytes of the unsaved files, by path.
    unsaved: BTreeMap<PathBuf, Vec<u8>>,
    saved: Arc<dyn FileSystem>,
}

impl Overlay {
    /// The files of another file system, none of which has changed.
    pub fn over(saved: Arc<dyn FileSystem>) -> Overlay {
        Overlay { unsaved: BTreeMap::new(), saved }
    }

    /// Puts a file where nobody has saved one, or in the place of a saved one.
    pub fn put(&mut self, file: impl Into<PathBuf>, bytes: impl Into<Vec<u8>>) {
        self.unsaved.insert(file.into(), bytes.into());
    }

    /// Lets the saved file show again, if there is one.
    pub fn take_away(&mut self, file: &Path) {
        self.unsaved.remove(file);
    }

    /// What unsaved files add to a folder: themselves, and the folders on the way to them.
    fn unsaved_in(&self, folder: &Path) -> BTreeMap<PathBuf, EntryKind> {
        let beginning = self.unsaved.range(folder.to_owned()..).map(|(file, _)| file);
        let below = beginning.take_while(|file| file.starts_with(folder));
        let entries = below.filter_map(|file| {
            let mut rest = file.strip_prefix(folder).ok()?.components();
            let name = rest.next()?;
            let kind = if rest.next().is_some() { EntryKind::Folder } else { EntryKind::File };
            Some((folder.join(name), kind))
        });
        entries.collect()
    }
}

impl FileSystem for Overlay {
    fn list(&self, folder: &Path) -> io::Result<Vec<Entry>> {
        let mut unsaved = self.unsaved_in(folder);
        let saved = match self.saved.list(folder) {
            // A folder that only unsaved files are in.
            Err(error) if error.kind() == io::ErrorKind::NotFound && !unsaved.is_empty() => Vec::new(),
            saved => saved?,
        };
        let mut entries: Vec<Entry> = Vec::with_capacity(saved.len() + unsaved.len());
        for mut entry in saved {
            if let Some(kind) = unsaved.remove(&entry.path) {
                entry.kind = kind;
            }
            entries.push(entry);
        }
        entries.extend(unsaved.into_iter().map(|(path, kind)| Entry { path, kind }));
        Ok(entries)
    }

    fn read(&self, file: &Path) -> io::Result<Vec<u8>> {
        self.unsaved.get(file).map_or_else(|| self.saved.read(file), |bytes| Ok(bytes.clone()))
    }

    fn length(&self, file: &Path) -> io::Result<u64> {
        self.unsaved.get(file).map_or_else(|| self.saved.length(file), |bytes| Ok(bytes.len() as u64))
    }
}

#[cfg(test)]
mod tests {
    use super::{super::Disk, *};

    #[test]
    fn unsaved_files_stand_over_and_beside_the_saved_ones() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        std::fs::write(at("a.json"), "saved").unwrap();
        std::fs::write(at("b.json"), "saved").unwrap();
        let mut overlay = Overlay::over(Arc::new(Disk));
        overlay.put(at("b.json"), "not saved");
        overlay.put(at("fi/uusi/c.json"), "new");
        // Its name only begins like the folder's.
        overlay.put(at("fi-2.json"), "new");

        let list = |overlay: &Overlay, name: &str| {
            let mut entries = overlay.list(&at(name)).unwrap();
            entries.sort();
            let name = |entry: Entry| entry.path.strip_prefix(folder.path()).unwrap().display().to_string();
            entries.into_iter().map(|entry| (entry.kind, name(entry))).collect::<Vec<_>>()
        };
        let [file, inner] = [EntryKind::File, EntryKind::Folder];
        let named = |kind, name: &str| (kind, name.to_owned());
        let all = ["a.json", "b.json"].map(|name| named(file, name));
        let all = [&all[..], &[named(inner, "fi"), named(file, "fi-2.json")]].concat();
        assert_eq!(list(&overlay, ""), all);
        assert_eq!(list(&overlay, "fi"), [named(inner, "fi/uusi")]);
        assert_eq!(list(&overlay, "fi/uusi"), [named(file, "fi/uusi/c.json")]);
        assert!(overlay.list(&at("sv")).is_err());

        assert_eq!(overlay.read(&at("a.json")).unwrap(), b"saved");
        assert_eq!(overlay.read(&at("b.json")).unwrap(), b"not saved");
        assert_eq!(overlay.length(&at("b.json")).unwrap(), 9);
        overlay.take_away(&at("b.json"));
        assert_eq!(
            (overlay.read(&at("b.json")).unwrap(), overlay.length(&at("b.json")).unwrap()),
            (b"saved".to_vec(), 5)
        );
        assert!(overlay.read(&at("c.json")).is_err() && overlay.length(&at("c.json")).is_err());
    }
}
