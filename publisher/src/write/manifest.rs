//! What stands in the site and in its spare: every file, with what it was made from and how it looks on the disk,
//! and what is remembered of the pages.

use std::{
    collections::BTreeMap,
    fmt::Write as _,
    fs::{self, Metadata},
    io,
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::UNIX_EPOCH,
};

use rayon::prelude::*;

use super::{Remembered, disk::Disk};

/// A file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Entry {
    /// Tells apart what it was made from.
    pub(super) fingerprint: u64,
    /// Its length in bytes.
    length: u64,
    /// When it was written, in nanoseconds since 1970: a file that somebody else changed has another time.
    modified: u128,
}

/// The files by their paths, parts separated by slashes, and the pages by their addresses.
pub(super) struct Manifest {
    edition: u64,
    files: BTreeMap<String, Entry>,
    pages: BTreeMap<String, Arc<Remembered>>,
}

impl Entry {
    /// The entry of a file.
    pub(super) fn of(file: &Metadata, fingerprint: u64) -> Entry {
        let modified = file.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
        let modified = modified.map_or(0, |time| time.as_nanos());
        Entry { fingerprint, length: file.len(), modified }
    }

    /// Whether a file on the disk is still that one.
    pub(super) fn looks_like(&self, file: &Metadata) -> bool {
        Entry::of(file, self.fingerprint) == *self
    }
}

impl Manifest {
    /// The manifest of a site made under an edition of shell and program.
    pub(super) fn new(
        edition: u64,
        files: impl Iterator<Item = (String, Entry)>,
        pages: BTreeMap<String, Arc<Remembered>>,
    ) -> Manifest {
        Manifest { edition, files: files.collect(), pages }
    }

    /// Whether it was made under an edition.
    pub(super) fn is_of(&self, edition: u64) -> bool {
        self.edition == edition
    }

    /// What is remembered of a page.
    pub(super) fn page(&self, address: &str) -> Option<&Arc<Remembered>> {
        self.pages.get(address)
    }

    /// What is remembered of every page.
    pub(super) fn pages(&self) -> impl Iterator<Item = &Arc<Remembered>> {
        self.pages.values()
    }

    /// Every file with its entry.
    pub(super) fn files(&self) -> impl Iterator<Item = (&String, &Entry)> {
        self.files.iter()
    }

    /// The entry of a file.
    pub(super) fn get(&self, path: &str) -> Option<&Entry> {
        self.files.get(path)
    }

    /// The paths.
    pub(super) fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    /// The paths that another one doesn't have.
    pub(super) fn without<'m>(&'m self, other: &Manifest) -> Vec<&'m str> {
        self.paths().filter(|path| !other.files.contains_key(*path)).collect()
    }

    /// Reads a manifest; one that can't be read, or of another edition, is none.
    pub(super) fn read(path: &Path, edition: u64) -> Option<Manifest> {
        let text = fs::read_to_string(path).ok()?;
        let mut lines = text.strip_suffix("end\n")?.lines();
        // What is remembered of the pages stands behind an empty line.
        if lines.next()?.parse() != Ok(edition) {
            return None;
        }
        let entry = |line: &str| -> Option<(String, Entry)> {
            let mut parts = line.splitn(4, ' ');
            let fingerprint = parts.next()?.parse().ok()?;
            let length = parts.next()?.parse().ok()?;
            let modified = parts.next()?.parse().ok()?;
            Some((parts.next()?.to_owned(), Entry { fingerprint, length, modified }))
        };
        let files = lines.by_ref().take_while(|line| !line.is_empty()).map(entry).collect::<Option<_>>()?;
        let page = |line: &&str| {
            let (address, page) = serde_json::from_str::<(String, Remembered)>(line).ok()?;
            Some((address, Arc::new(page)))
        };
        // Ten thousand pages have forty megabytes to remember.
        let pages = lines.collect::<Vec<_>>().par_iter().map(page).collect::<Option<Vec<_>>>()?;
        Some(Manifest { edition, files, pages: pages.into_iter().collect() })
    }

    /// Writes the manifest, whole or not at all.
    pub(super) fn write(&self, disk: &Disk, path: &Path) -> io::Result<()> {
        let mut text = format!("{}\n", self.edition);
        for (path, Entry { fingerprint, length, modified }) in &self.files {
            // Writing to a String can't fail.
            let _ = writeln!(text, "{fingerprint} {length} {modified} {path}");
        }
        text.push('\n');
        for page in &self.pages {
            text.push_str(&serde_json::to_string(&page)?);
            text.push('\n');
        }
        text.push_str("end\n");
        let unfinished = path.with_extension("unfinished");
        disk.remove_file(&unfinished)?;
        disk.write(&unfinished, text.as_bytes())?;
        disk.rename(&unfinished, path)
    }

    /// Whether a folder holds these files and nothing else, and nobody has touched them since.
    pub(super) fn describes(&self, folder: &Path) -> bool {
        let known = AtomicUsize::new(0);
        self.describes_below(folder, "", &known) && known.into_inner() == self.files.len()
    }

    fn describes_below(&self, folder: &Path, within: &str, known: &AtomicUsize) -> bool {
        let Ok(entries) = fs::read_dir(folder) else { return false };
        let (mut folders, mut files) = (Vec::new(), 0);
        for entry in entries {
            let Ok(entry) = entry else { return false };
            let Ok(name) = entry.file_name().into_string() else { return false };
            let path = format!("{within}{name}");
            let Ok(kind) = entry.file_type() else { return false };
            if kind.is_dir() {
                folders.push((entry.path(), path + "/"));
                continue;
            }
            // Of a link, this is what the link itself looks like.
            let same = |expected: &Entry| entry.metadata().is_ok_and(|file| expected.looks_like(&file));
            if !kind.is_file() || !self.files.get(&path).is_some_and(same) {
                return false;
            }
            files += 1;
        }
        known.fetch_add(files, Ordering::Relaxed);
        // A full build leaves no empty folder.
        (files > 0 || !folders.is_empty())
            && folders.par_iter().all(|(folder, within)| self.describes_below(folder, within, known))
    }
}
