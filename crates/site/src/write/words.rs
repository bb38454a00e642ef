//! The words of the remembered pages, which are most of what a publication leaves to the next one: in files
//! beside the manifest, so that an edit of one page writes one of them.
//!
//! A page's file follows from its address. A file is named by what it holds and never changed. After a power
//! loss it may be empty all the same: whoever reads it compares it with its name.

use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::Arc,
};

use rayon::prelude::*;
use xxhash_rust::xxh3::Xxh3Default;

use super::{disk::OutputDisk, place};
use crate::indexed::PageWords;
use content::fingerprint::fingerprint;

/// How many pages share a file at most, if addresses are spread evenly: a page has some 4 kB of words. There
/// are 1, 2, 4, 8 … files, so that a page more seldom puts the others into other files.
const PAGES_OF_FILE: usize = 256;

/// The files of words, in the order of their numbers: hashes of what they hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct WordFiles(pub(super) Vec<u64>);

impl WordFiles {
    /// Writes the words of pages, given with their addresses, a line for each. The files that `before` names
    /// are on the disk already.
    pub(super) fn write<'p>(
        disk: &OutputDisk,
        folder: &Path,
        pages: &[(&'p str, &'p PageWords)],
        before: Option<&WordFiles>,
    ) -> io::Result<WordFiles> {
        // A link isn't followed: what it leads to isn't ours.
        if !stands(folder) {
            disk.create_dir(folder)?;
        }
        let count = pages.len().div_ceil(PAGES_OF_FILE).next_power_of_two();
        let mut lines = vec![Vec::new(); count];
        for (address, words) in pages {
            lines[number_of(address, count)].push(words.as_str());
        }
        let before = before.filter(|before| before.0.len() == count);
        let write = |(number, lines): (usize, &Vec<&str>)| {
            let hash = hash_of(lines);
            if before.is_none_or(|before| before.0[number] != hash) {
                let text: String = lines.iter().flat_map(|line| [*line, "\n"]).collect();
                let file = file_of(folder, number, hash);
                disk.remove_file(&file)?;
                disk.write(&file, text.as_bytes())?;
            }
            Ok(hash)
        };
        lines.par_iter().enumerate().map(write).collect::<io::Result<_>>().map(WordFiles)
    }

    /// Reads the files; none where one is missing or holds something else.
    pub(super) fn read(&self, folder: &Path) -> Option<WordLines> {
        let read = |(number, hash): (usize, &u64)| {
            let text = fs::read_to_string(file_of(folder, number, *hash)).ok()?;
            (fingerprint(text.as_bytes()) == *hash).then(|| (Arc::new(text), 0))
        };
        self.0.par_iter().enumerate().map(read).collect::<Option<_>>().map(WordLines)
    }

    /// Removes everything from the folder but these files.
    pub(super) fn remove_others(&self, disk: &OutputDisk, folder: &Path) -> io::Result<()> {
        let ours: Vec<PathBuf> =
            self.0.iter().enumerate().map(|(number, hash)| file_of(folder, number, *hash)).collect();
        for entry in fs::read_dir(folder)? {
            let file = entry?.path();
            if !ours.contains(&file) {
                place::remove(disk, &file)?;
            }
        }
        Ok(())
    }
}

/// Whether there is a folder of words that is one, and no link.
pub(super) fn stands(folder: &Path) -> bool {
    fs::symlink_metadata(folder).is_ok_and(|found| found.is_dir())
}

/// The texts of the files, and how far each has been read.
pub(super) struct WordLines(Vec<(Arc<String>, usize)>);

impl WordLines {
    /// The words of a page; pages come in the order in which they were written.
    pub(super) fn next_of(&mut self, address: &str) -> Option<PageWords> {
        let count = self.0.len();
        let (text, begin) = self.0.get_mut(number_of(address, count))?;
        let end = *begin + text.get(*begin..)?.find('\n')?;
        let words = PageWords::within(text, *begin..end);
        *begin = end + 1;
        words
    }
}

/// The number of the file, of so many, that has the words of a page.
fn number_of(address: &str, files: usize) -> usize {
    (fingerprint(address.as_bytes()) % files.max(1) as u64) as usize
}

fn file_of(folder: &Path, number: usize, hash: u64) -> PathBuf {
    folder.join(format!("{number}-{hash:016x}"))
}

/// The hash of lines, without their text in one piece.
fn hash_of(lines: &[&str]) -> u64 {
    let mut hasher = Xxh3Default::new();
    for line in lines {
        hasher.update(line.as_bytes());
        hasher.update(b"\n");
    }
    hasher.digest()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_edit_writes_the_file_of_its_page_alone() {
        let scratch = tempfile::tempdir().unwrap();
        let (disk, folder) = (OutputDisk::default(), scratch.path().join("words"));
        let mut pages: Vec<(String, PageWords)> = (0..PAGES_OF_FILE + 1)
            .map(|number| (format!("/{number}/"), PageWords::from(format!("0sana{number}"))))
            .collect();
        let write = |pages: &[(String, PageWords)], before: Option<&WordFiles>| {
            let pages: Vec<_> = pages.iter().map(|(address, words)| (address.as_str(), words)).collect();
            let written = WordFiles::write(&disk, &folder, &pages, before).unwrap();
            written.remove_others(&disk, &folder).unwrap();
            written
        };
        let first = write(&pages, None);
        pages[7].1 = PageWords::from("0toinen".to_owned());
        let second = write(&pages, Some(&first));
        let same = first.0.iter().zip(&second.0).filter(|(before, after)| before == after).count();
        assert_eq!((first.0.len(), same), (2, 1));
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 2);
        assert!(first.read(&folder).is_none());
        let mut lines = second.read(&folder).unwrap();
        for (address, words) in &pages {
            assert_eq!(lines.next_of(address).as_ref(), Some(words), "{address}");
        }
        assert_eq!(lines.next_of(&pages[0].0), None);
        let file = file_of(&folder, 0, second.0[0]);
        fs::write(&file, fs::read_to_string(&file).unwrap().replacen("0sana", "0rasa", 1)).unwrap();
        assert!(second.read(&folder).is_none());
    }
}
