//! The end of a publication: a draft takes the place of the site before.
//!
//! Killed or without power at any moment, there is the old site or the new one, with all that others have put
//! there; `faults.rs` tries every moment.

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
    sync::PoisonError,
};

use anyhow::Context as _;

use super::{
    PreviousRun, Put, Staging,
    beside::FilesBeside,
    brought,
    manifest::{Entry, Manifest, words_beside},
    marker::{MARKER, Marker, Ours},
    others::Others,
    place, spare,
};
use content::fingerprint::fingerprint;

/// What was put in place.
pub struct Placed {
    /// How many files were written, but for the one that names the others.
    pub written: usize,
    /// What is left to the next publication.
    pub left: Option<PreviousRun>,
}

impl Staging {
    /// Puts the site in its place, once, and then what hosts read beside it. No other publication begins
    /// before the draft is dropped.
    ///
    /// # Errors
    /// What the system refuses; a file of somebody else's in the place of one of the site. The site before is
    /// as it was, unless the new one is in place already and something beside it can't be put there.
    pub fn publish(&mut self) -> anyhow::Result<Placed> {
        let beside = std::mem::take(self.beside.get_mut().unwrap_or_else(PoisonError::into_inner));
        let marker = self.marker();
        let before = Ours::read(&self.out)?;
        let is_first = before.is_none();
        let before = before.unwrap_or_default();
        let others = Others::find(&self.out, &before)?;
        others.refuse_taken(&self.out, &marker)?;
        self.put_marker(&marker)?;

        let put = std::mem::take(self.put.get_mut().unwrap_or_else(PoisonError::into_inner));
        let changed: Vec<&str> = put.iter().filter(|put| put.changed).map(|put| put.path.as_str()).collect();
        let pages = std::mem::take(self.remembered.get_mut().unwrap_or_else(PoisonError::into_inner));
        let files = put.iter().map(|put| (put.path.clone(), put.entry));
        let after = Manifest::new(self.edition, files, pages);
        let gone = self.before.as_ref().map(|before| before.without(&after)).unwrap_or_default();
        let (disk, spare) = (&self.disk, self.cache.join("spare"));
        let failed = || format!("The new site can't be put in place at {}", self.out.display());
        // Before the site is in place: with rules that can't be written, the old ones would hold for the new
        // site.
        let beside = FilesBeside::write(disk, &self.cache, &self.out, &marker, &beside)?;
        // From here on the spare is neither the old site nor the new one: killed now, it must not be trusted.
        disk.remove_file(&self.cache.join("manifest")).with_context(failed)?;
        if self.before.is_some() {
            let staged = self.cache.join("staged");
            spare::advance(disk, &spare, &gone, &changed, |path, to| disk.rename(&staged.join(path), to))
                .with_context(failed)?;
        }
        let mut moved = others.bring(disk, &self.out, &spare)?;
        let journal = moved.note(disk, &self.cache, &spare)?;
        if self.out.is_dir() {
            disk.keep_attributes(&self.out, &spare).with_context(failed)?;
        }
        // Without power after the exchange, what wasn't on the disk before would be empty.
        let mut fresh: Vec<PathBuf> = changed.iter().map(|path| spare.join(path)).collect();
        fresh.extend(beside.unfinished());
        fresh.push(journal.clone());
        disk.sync(&self.cache, &fresh).with_context(failed)?;
        let old = place::swap(disk, &spare, &self.out)?;
        let told = beside.put_in_place();
        let of_others =
            old.map(|old| moved.catch_up(disk, &old, &self.out, &before)).transpose()?.unwrap_or_default();
        told?;
        let place = self.out.parent().filter(|folder| !folder.as_os_str().is_empty());
        disk.sync(place.unwrap_or(Path::new(".")), &[&self.out]).with_context(failed)?;
        // One that stays behind finds nothing of others in the spare.
        let _ = disk.remove_file(&journal);
        // Now the old site stands in the spare's place: it gets what the new one has.
        let kept = if self.before.is_some() && spare.is_dir() {
            of_others.remove(disk, &spare).and_then(|()| {
                let bring = |path: &str, to: &Path| disk.hard_link(&self.out.join(path), to);
                spare::advance(disk, &spare, &gone, &changed, bring)
            })
        } else {
            let discarded = self.discard_spare();
            // After the first publication the next one makes it: see `spare::stands`.
            if is_first {
                discarded
            } else {
                discarded.and_then(|()| spare::link_all(disk, &after, &self.out, &spare))
            }
        };
        let written = changed.iter().filter(|path| **path != MARKER).count();
        Ok(Placed { written, left: self.settle(kept, after) })
    }

    /// What the site says of itself.
    fn marker(&mut self) -> Marker {
        let put = self.put.get_mut().unwrap_or_else(PoisonError::into_inner);
        let files: BTreeMap<&str, u64> =
            put.iter().map(|put| (put.path.as_str(), put.entry.fingerprint)).collect();
        let contents: String = files.iter().map(|(path, number)| format!("{number} {path}\n")).collect();
        let files = files.into_keys().map(str::to_owned).collect();
        Marker { contents: fingerprint(contents.as_bytes()), files }
    }

    fn put_marker(&mut self, marker: &Marker) -> anyhow::Result<()> {
        let text = marker.text();
        let fingerprint = fingerprint(text.as_bytes());
        let before = self.before.as_ref().and_then(|before| before.get(MARKER));
        let put = match before.filter(|entry| entry.fingerprint == fingerprint) {
            Some(&entry) => Put { path: MARKER.to_owned(), entry, changed: false },
            None => self.written_as(MARKER.to_owned(), text.as_bytes(), fingerprint)?,
        };
        self.put.get_mut().unwrap_or_else(PoisonError::into_inner).push(put);
        Ok(())
    }

    /// The site is in place; a spare that can't be kept, as on a disk without hard links, only costs time.
    fn settle(&self, spare: io::Result<()>, mut after: Manifest) -> Option<PreviousRun> {
        let path = self.cache.join("manifest");
        let written = spare.and_then(|()| after.write(&self.disk, &path, self.before.as_ref()));
        match written.and_then(|()| fs::metadata(&path)) {
            Ok(file) => Some(PreviousRun { manifest: after, file: Entry::of(&file, 0) }),
            Err(_) => {
                let _ = self.forget_spare();
                None
            }
        }
    }

    /// Removes the manifest, and the words, which are of no use without it.
    pub(super) fn forget_manifest(&self) -> io::Result<()> {
        let manifest = self.cache.join("manifest");
        self.disk.remove_file(&manifest)?;
        place::remove(&self.disk, &words_beside(&manifest))
    }

    fn forget_spare(&self) -> io::Result<()> {
        self.forget_manifest()?;
        place::remove(&self.disk, &self.cache.join("spare"))
    }

    /// Puts what stands in the spare's place out of the way, to be removed once the new site is in place:
    /// ext4 takes twice as long to make files while it has just removed as many.
    pub(super) fn discard_spare(&self) -> io::Result<()> {
        let discarded = self.cache.join("discarded");
        self.disk.create_dir_all(&discarded)?;
        let number = fs::read_dir(&discarded)?.count();
        match self.disk.rename(&self.cache.join("spare"), &discarded.join(number.to_string())) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        // What can't be removed now is removed by the next publication.
        let _ = place::remove(&self.disk, &self.cache.join("staged"));
        let _ = place::remove(&self.disk, &self.cache.join("discarded"));
        // What others have changed may be in the old site alone.
        if !brought::is_left(&self.cache) && !self.cache.join("manifest").exists() {
            let _ = place::remove(&self.disk, &self.cache.join("spare"));
        }
    }
}
