//! What stands in the site and in its spare: every file, with what it was made from and how it looks on the
//! disk, and what is remembered of the pages.

use std::{
    collections::BTreeMap,
    fmt::Write as _,
    fs::{self, Metadata},
    io,
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::UNIX_EPOCH,
};

use rayon::prelude::*;

use super::{Remembered, disk::OutputDisk, words::WordFiles};

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
    /// Where the words of the pages are, once they are written.
    words: WordFiles,
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
        Manifest { edition, files: files.collect(), pages, words: WordFiles::default() }
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
        // The first line says the edition, and each part of the others ends with an empty one.
        let (of, rest) = text.strip_suffix(END)?.split_once('\n')?;
        if of.parse() != Ok(edition) {
            return None;
        }
        let (files, rest) = part(rest)?;
        let (pages, words) = part(rest)?;
        let files = files.lines().map(read_file).collect::<Option<_>>()?;
        let pages = pages.lines().collect::<Vec<_>>();
        let read = |line: &&str| serde_json::from_str::<(String, Remembered)>(line).ok();
        let words = WordFiles(words.lines().map(|hash| hash.parse().ok()).collect::<Option<_>>()?);
        let (pages, lines) = rayon::join(
            || pages.par_iter().map(read).collect::<Option<Vec<_>>>(),
            || words.read(&words_beside(path)),
        );
        let (mut pages, mut lines) = (pages?, lines?);
        for (address, page) in &mut pages {
            if let Some(indexed) = page.indexed.as_mut() {
                Arc::make_mut(indexed).words = lines.next_of(address)?;
            }
        }
        let pages = pages.into_iter().map(|(address, page)| (address, Arc::new(page)));
        Some(Manifest { edition, files, pages: pages.collect(), words })
    }

    /// Writes the manifest, whole or not at all: the edition, a line for each file, one for each page, and
    /// one for each file with words of pages. The word files of the manifest `before` are on the disk
    /// already.
    pub(super) fn write(
        &mut self,
        disk: &OutputDisk,
        path: &Path,
        before: Option<&Manifest>,
    ) -> io::Result<()> {
        let pages: Vec<_> = self.pages.iter().collect();
        let words: Vec<_> = pages
            .iter()
            .filter_map(|(address, page)| Some((address.as_str(), &page.indexed.as_ref()?.words)))
            .collect();
        let folder = words_beside(path);
        self.words = WordFiles::write(disk, &folder, &words, before.map(|before| &before.words))?;
        let mut text = String::with_capacity(self.files.len() * LINE + pages.len() * LINE_OF_PAGE);
        // Writing to a String can't fail.
        let _ = writeln!(text, "{}", self.edition);
        for (path, Entry { fingerprint, length, modified }) in &self.files {
            let _ = writeln!(text, "{fingerprint} {length} {modified} {path}");
        }
        text.push('\n');
        for page in pages.par_iter().map(serde_json::to_string).collect::<Vec<_>>() {
            text.push_str(&page?);
            text.push('\n');
        }
        text.push('\n');
        for hash in &self.words.0 {
            let _ = writeln!(text, "{hash}");
        }
        text.push_str(END);
        let unfinished = path.with_extension("unfinished");
        disk.remove_file(&unfinished)?;
        disk.write(&unfinished, text.as_bytes())?;
        disk.rename(&unfinished, path)?;
        // What can't be removed now is tried again by the next publication.
        let _ = self.words.remove_others(disk, &folder);
        Ok(())
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

/// Where the words of the pages are.
pub(super) fn words_beside(manifest: &Path) -> PathBuf {
    manifest.with_file_name("words")
}

/// About how many bytes the lines of a file and of a page have.
const LINE: usize = 128;
const LINE_OF_PAGE: usize = 1024;

/// The last line, by which a manifest is known to be whole.
const END: &str = "end\n";

/// A part of the lines up to an empty one, and those behind it.
fn part(lines: &str) -> Option<(&str, &str)> {
    match lines.strip_prefix('\n') {
        Some(rest) => Some(("", rest)),
        None => lines.split_once("\n\n"),
    }
}

/// The path and the entry that a line says.
fn read_file(line: &str) -> Option<(String, Entry)> {
    let mut parts = line.splitn(4, ' ');
    let fingerprint = parts.next()?.parse().ok()?;
    let length = parts.next()?.parse().ok()?;
    let modified = parts.next()?.parse().ok()?;
    Some((parts.next()?.to_owned(), Entry { fingerprint, length, modified }))
}
