//! Unsaved files over another file system.

use std::{
    collections::BTreeMap,
    io,
    path::{Path, PathBuf},
    sync::Arc,
};

use super::{Entry, EntryKind, FileSystem};

/// Files that an editor has open, as they are there, over those that were saved.
///
/// It is for a program that checks or shows texts before anybody saves them, such as an editor with a live
/// preview. `seutu` itself has no such program: `seutu serve` waits until a file is saved.
#[derive(Clone, Debug)]
pub struct Overlay {
    /// The bytes of the unsaved files, by path; none of a saved file that the editor has removed.
    unsaved: BTreeMap<PathBuf, Option<Vec<u8>>>,
    saved: Arc<dyn FileSystem>,
}

impl Overlay {
    /// The files of another file system, none of which has changed.
    pub fn over(saved: Arc<dyn FileSystem>) -> Overlay {
        Overlay { unsaved: BTreeMap::new(), saved }
    }

    /// Puts a file where nobody has saved one, or in the place of a saved one.
    pub fn put(&mut self, file: impl Into<PathBuf>, bytes: impl Into<Vec<u8>>) {
        self.unsaved.insert(file.into(), Some(bytes.into()));
    }

    /// Removes a file, be it a saved one.
    pub fn remove(&mut self, file: impl Into<PathBuf>) {
        self.unsaved.insert(file.into(), None);
    }

    /// Lets the saved file show again, if there is one.
    pub fn forget(&mut self, file: &Path) {
        self.unsaved.remove(file);
    }

    /// What becomes of a file: its unsaved bytes, an error where it was removed, or what `saved` says of it.
    fn of<T>(
        &self,
        file: &Path,
        unsaved: impl Fn(&[u8]) -> T,
        saved: impl Fn() -> io::Result<T>,
    ) -> io::Result<T> {
        match self.unsaved.get(file) {
            Some(Some(bytes)) => Ok(unsaved(bytes)),
            Some(None) => Err(io::ErrorKind::NotFound.into()),
            None => saved(),
        }
    }

    /// What unsaved files add to a folder: themselves, and the folders on the way to them.
    fn unsaved_in(&self, folder: &Path) -> BTreeMap<PathBuf, EntryKind> {
        let beginning = self.unsaved.range(folder.to_owned()..);
        let below = beginning.take_while(|(file, _)| file.starts_with(folder));
        let entries = below.filter(|(_, bytes)| bytes.is_some()).filter_map(|(file, _)| {
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
        for mut entry in saved.into_iter().filter(|entry| self.unsaved.get(&entry.path) != Some(&None)) {
            if let Some(kind) = unsaved.remove(&entry.path) {
                entry.kind = kind;
            }
            entries.push(entry);
        }
        entries.extend(unsaved.into_iter().map(|(path, kind)| Entry { path, kind }));
        Ok(entries)
    }

    fn read(&self, file: &Path) -> io::Result<Vec<u8>> {
        self.of(file, <[u8]>::to_vec, || self.saved.read(file))
    }

    fn length(&self, file: &Path) -> io::Result<u64> {
        self.of(file, |bytes| bytes.len() as u64, || self.saved.length(file))
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
        overlay.forget(&at("b.json"));
        assert_eq!(
            (overlay.read(&at("b.json")).unwrap(), overlay.length(&at("b.json")).unwrap()),
            (b"saved".to_vec(), 5)
        );
        assert!(overlay.read(&at("c.json")).is_err() && overlay.length(&at("c.json")).is_err());
    }

    #[test]
    fn a_removed_file_is_nowhere_until_it_is_forgotten_that_it_was_removed() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        for name in ["a.json", "b.json", "fi/c.json"] {
            std::fs::create_dir_all(at(name).parent().unwrap()).unwrap();
            std::fs::write(at(name), name).unwrap();
        }
        let mut overlay = Overlay::over(Arc::new(Disk));
        overlay.put(at("fi/new.json"), "new");
        let removed = ["b.json", "fi/c.json", "fi/new.json", "nowhere.json"];
        removed.iter().for_each(|name| overlay.remove(at(name)));
        let names = |overlay: &Overlay, folder: &str| {
            let mut entries = overlay.list(&at(folder)).unwrap();
            entries.sort();
            let name = |entry: Entry| entry.path.file_name().unwrap().to_str().unwrap().to_owned();
            entries.into_iter().map(name).collect::<Vec<_>>()
        };
        assert_eq!(names(&overlay, ""), ["a.json", "fi"]);
        // The folder of a file that was removed stays, as on the disk.
        assert_eq!(names(&overlay, "fi"), [""; 0]);
        for name in removed {
            assert_eq!(overlay.read(&at(name)).unwrap_err().kind(), io::ErrorKind::NotFound, "{name}");
            assert_eq!(overlay.length(&at(name)).unwrap_err().kind(), io::ErrorKind::NotFound, "{name}");
        }
        removed.iter().for_each(|name| overlay.forget(&at(name)));
        assert_eq!(names(&overlay, ""), ["a.json", "b.json", "fi"]);
        assert_eq!(overlay.read(&at("fi/c.json")).unwrap(), b"fi/c.json");
        assert!(overlay.read(&at("fi/new.json")).is_err());
    }
}
