//! What hosts read beside the site. It is written under another name before the site takes its place, and
//! gets its own name then. A journal in the cache says to which site it belongs, so that a publication that
//! is stopped in between is brought to its end by the next one.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use anyhow::Context as _;
use serde::{Deserialize, Serialize};

use super::{
    disk::OutputDisk,
    marker::{Marker, Ours},
};
use crate::hosting::ours::is_written_by_us;
use content::{fingerprint::fingerprint, own_files::beside};

/// The files, by what comes behind the folder's name, on their way to their places.
pub(super) struct FilesBeside {
    disk: OutputDisk,
    out: PathBuf,
    journal: PathBuf,
    endings: Vec<String>,
}

/// What is on its way, for the publication that finds it there.
#[derive(Serialize, Deserialize)]
struct Journal {
    /// The contents of the site to which the files belong, as its marker says them.
    site: u64,
    /// A number of what each file holds, by what comes behind the folder's name.
    files: BTreeMap<String, u64>,
}

impl FilesBeside {
    /// Writes the files under their other names, and which site they belong to.
    ///
    /// # Errors
    /// A file that can't be written; a folder, a link or a file of somebody else's in its place.
    pub(super) fn write(
        disk: &OutputDisk,
        cache: &Path,
        out: &Path,
        site: &Marker,
        files: &BTreeMap<String, String>,
    ) -> anyhow::Result<FilesBeside> {
        let journal = cache.join(JOURNAL);
        let mut written = FilesBeside {
            disk: disk.clone(),
            out: out.to_owned(),
            journal: journal.clone(),
            endings: Vec::new(),
        };
        if files.is_empty() {
            return Ok(written);
        }
        let fingerprints = files.iter().map(|(ending, text)| (ending.clone(), fingerprint(text.as_bytes())));
        let text = serde_json::to_vec(&Journal { site: site.contents, files: fingerprints.collect() })?;
        let write = |path: &Path, text: &[u8]| {
            disk.remove_file(path)?;
            disk.write(path, text)
        };
        write(&journal, &text).with_context(|| unwritable(&journal))?;
        for (ending, text) in files {
            let file = beside(out, ending);
            anyhow::ensure!(!file.is_dir(), "{}: a folder stands in its place", unwritable(&file));
            refuse_foreign(&file)?;
            // Noted first: what is written in part is removed as well.
            written.endings.push(ending.clone());
            write(&unfinished(out, ending), text.as_bytes()).with_context(|| unwritable(&file))?;
        }
        Ok(written)
    }

    /// Where the files are now.
    pub(super) fn unfinished(&self) -> Vec<PathBuf> {
        let files = self.endings.iter().map(|ending| unfinished(&self.out, ending));
        files.chain((!self.endings.is_empty()).then(|| self.journal.clone())).collect()
    }

    /// Puts the files in their places, each whole or not at all.
    ///
    /// # Errors
    /// A file that can't be put there. It belongs to the site that is in place, so it stays where it is until
    /// [`finish`].
    pub(super) fn put_in_place(mut self) -> anyhow::Result<()> {
        let endings = std::mem::take(&mut self.endings);
        endings.iter().try_for_each(|ending| put_in_place(&self.disk, &self.out, ending))?;
        // One that stays behind names nothing that is still on its way.
        let _ = self.disk.remove_file(&self.journal);
        Ok(())
    }
}

impl Drop for FilesBeside {
    fn drop(&mut self) {
        // Those in their places aren't here any more.
        for ending in &self.endings {
            let _ = self.disk.remove_file(&unfinished(&self.out, ending));
        }
        if !self.endings.is_empty() {
            let _ = self.disk.remove_file(&self.journal);
        }
    }
}

/// Brings to its end what a publication had begun that was stopped when its site was in place.
///
/// # Errors
/// A file that can't be put there.
pub(super) fn finish(disk: &OutputDisk, cache: &Path, out: &Path) -> anyhow::Result<()> {
    let path = cache.join(JOURNAL);
    let Ok(text) = fs::read(&path) else { return Ok(()) };
    // One that was written in part is from before the site was in place.
    let journal: Option<Journal> = serde_json::from_slice(&text).ok();
    let stands = match Ours::read(out)? {
        Some(Ours::Named(marker)) => Some(marker.contents),
        _ => None,
    };
    for (ending, expected) in
        journal.filter(|journal| Some(journal.site) == stands).into_iter().flat_map(|journal| journal.files)
    {
        let is_whole = fs::read(unfinished(out, &ending)).is_ok_and(|text| fingerprint(&text) == expected);
        if is_whole {
            refuse_foreign(&beside(out, &ending))?;
            put_in_place(disk, out, &ending)?;
        }
    }
    disk.remove_file(&path).with_context(|| unwritable(&path))
}

/// The file in the cache that says what is on its way.
const JOURNAL: &str = "beside";

/// A file beside the site has a name that somebody else may have given one of theirs.
fn refuse_foreign(file: &Path) -> anyhow::Result<()> {
    let is_foreign = file.is_symlink() || fs::read(file).is_ok_and(|text| !is_written_by_us(&text));
    anyhow::ensure!(
        !is_foreign,
        "{} isn't a file that Seutu wrote, and what the host reads beside the site has its name. Move it away, or publish into a \
         folder of another name with --out",
        file.display()
    );
    Ok(())
}

fn unwritable(file: &Path) -> String {
    format!("The file {} can't be written", file.display())
}

fn put_in_place(disk: &OutputDisk, out: &Path, ending: &str) -> anyhow::Result<()> {
    let file = beside(out, ending);
    disk.rename(&unfinished(out, ending), &file).with_context(|| unwritable(&file))
}

fn unfinished(out: &Path, ending: &str) -> PathBuf {
    beside(out, &format!("{ending}.unfinished"))
}
