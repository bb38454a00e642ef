//! The last stage: puts the files in place.
//!
//! A new site is written beside the old one and swapped in whole, so that a visitor, and whoever copies the
//! folder, meets either the old site or the new one. So that this doesn't mean to write every file, a second
//! copy of the site, the *spare*, is kept in a folder beside it, made of hard links to the same files: it is
//! brought to the new state ([`Staging`]), trades places with the site, and the old site becomes the spare.
//!
//! [`compress`] makes compressed copies of text files. [`finish`] puts a draft in its place, [`place`] holds
//! the swap, [`manifest`] knows what stands in site and spare, [`spare`] keeps them alike, [`marker`] says in
//! the site which files are ours and [`others`] keeps all that aren't, [`brought`] and [`meanwhile`] what
//! changes of them during the swap, [`attributes`] their owners and permissions. [`beside`] has what hosts
//! read beside the site. [`lock`] lets one publication in at a time. [`disk`] is what all of them ask of the
//! disk, and where tests stop them. [`remembered`] is what the publication before left to know of its pages,
//! and [`words`] the largest part of that.

mod attributes;
mod beside;
mod brought;
pub mod compress;
mod disk;
#[cfg(test)]
mod faults;
#[cfg(test)]
mod faulty;
mod finish;
mod lock;
mod manifest;
mod marker;
mod meanwhile;
mod others;
#[cfg(all(test, unix))]
mod owners;
mod place;
mod remembered;
mod spare;
mod words;

use std::{
    collections::{BTreeMap, HashSet},
    fs,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
};

use anyhow::Context;

use compress::{Effort, Encoding, is_text};
use disk::OutputDisk;
pub use finish::Placed;
use lock::Lock;
pub use lock::UnderWay;
use manifest::{Entry, Manifest};
pub use marker::MARKER;
pub use remembered::Remembered;

/// A site under construction: it receives every file, and writes only those that have changed.
///
/// Dropped without [`Staging::publish`] it leaves the site before as it was.
pub struct Staging {
    disk: OutputDisk,
    out: PathBuf,
    cache: PathBuf,
    /// The site before, if the spare is fit to become the next one.
    before: Option<Manifest>,
    edition: u64,
    /// How each text file is compressed once more, beside it.
    encodings: Vec<Encoding>,
    /// The paths that have a file, be it one that is being written.
    taken: Mutex<HashSet<String>>,
    put: Mutex<Vec<Put>>,
    remembered: Mutex<BTreeMap<String, Arc<Remembered>>>,
    /// What hosts read beside the site, by what comes behind the folder's name.
    beside: Mutex<BTreeMap<String, String>>,
    /// Held as long as the draft lives: one publication at a time.
    _lock: Lock,
}

/// The state of the previous publication in the same process, which the next one needn't read again.
pub struct PreviousRun {
    manifest: Manifest,
    /// How its file looked when it was written.
    file: Entry,
}

/// A file of the new site.
struct Put {
    path: String,
    entry: Entry,
    changed: bool,
}

impl Staging {
    /// Begins a site that will stand at `out`. `shell` tells shells apart: under another one all is written
    /// anew. `encodings` says which copies stand beside text files. `left` is what the publication before has
    /// left, if this process made it.
    ///
    /// # Errors
    /// A folder that isn't ours; another publication to the same folder that is still under way.
    pub fn begin(
        out: &Path,
        shell: u64,
        encodings: Vec<Encoding>,
        left: Option<PreviousRun>,
    ) -> anyhow::Result<Staging> {
        Staging::begin_on(OutputDisk::default(), out, shell, encodings, left)
    }

    fn begin_on(
        disk: OutputDisk,
        out: &Path,
        shell: u64,
        encodings: Vec<Encoding>,
        left: Option<PreviousRun>,
    ) -> anyhow::Result<Staging> {
        let out = &place::real(out)?;
        place::refuse_held(out)?;
        place::refuse_foreign_folder(out)?;
        let cache = place::beside(out, "seutu-cache")?;
        anyhow::ensure!(
            !cache.is_symlink(),
            "{} is a symbolic link, and what it leads to isn't Seutu's: remove the link",
            cache.display()
        );
        disk.create_dir_all(&cache)
            .with_context(|| format!("The folder {} can't be made", cache.display()))?;
        let lock = Lock::take(&disk, &cache, out)?;
        meanwhile::recover(&disk, &cache, out)?;
        place::restore(&disk, out)?;
        beside::finish(&disk, &cache, out)?;
        let (edition, spare) = (edition(shell, &encodings), cache.join("spare"));
        let file = cache.join("manifest");
        let left = left.filter(|left| {
            left.manifest.is_of(edition)
                && fs::metadata(&file).is_ok_and(|found| left.file.looks_like(&found))
        });
        let before = left
            .map(|left| left.manifest)
            .or_else(|| Manifest::read(&file, edition))
            .filter(|_| words::stands(&manifest::words_beside(&file)))
            .filter(|manifest| spare::stands(&disk, manifest, out, &spare));
        let (taken, put, remembered) = (Mutex::default(), Mutex::default(), Mutex::default());
        let draft = Staging {
            disk,
            out: out.to_owned(),
            cache,
            before,
            edition,
            encodings,
            taken,
            put,
            remembered,
            beside: Mutex::default(),
            _lock: lock,
        };
        // What a publication that was killed has left.
        let left = || format!("{} is in the way", draft.cache.display());
        place::remove(&draft.disk, &draft.cache.join("staged")).with_context(left)?;
        place::remove(&draft.disk, &draft.cache.join("discarded")).with_context(left)?;
        if draft.before.is_none() {
            draft.forget_manifest().with_context(left)?;
            draft.discard_spare().with_context(left)?;
        }
        // It is written last, when all others are known.
        draft.take(MARKER)?;
        Ok(draft)
    }

    /// Puts a file into the site. Only when its fingerprint isn't what it was, its contents are asked for and
    /// written.
    ///
    /// # Errors
    /// A file that can't be written; a path that has a file already.
    pub fn put<T: AsRef<[u8]>>(
        &self,
        path: String,
        fingerprint: u64,
        contents: impl FnOnce() -> T,
    ) -> anyhow::Result<()> {
        self.put_with_copies(path, fingerprint, contents, Effort::Little)
    }

    /// Puts a file into the site that stays as it is under its name, and that many ask for.
    ///
    /// # Errors
    /// A file that can't be written; a path that has a file already.
    pub fn put_immutable<T: AsRef<[u8]>>(
        &self,
        path: String,
        fingerprint: u64,
        contents: impl FnOnce() -> T,
    ) -> anyhow::Result<()> {
        self.put_with_copies(path, fingerprint, contents, Effort::Most)
    }

    fn put_with_copies<T: AsRef<[u8]>>(
        &self,
        path: String,
        fingerprint: u64,
        contents: impl FnOnce() -> T,
        effort: Effort,
    ) -> anyhow::Result<()> {
        self.take(&path)?;
        let before = self.before.as_ref().and_then(|before| before.get(&path));
        let put = match before.filter(|entry| entry.fingerprint == fingerprint) {
            Some(&entry) => {
                let mut put = self.copies_before(&path);
                put.iter().try_for_each(|copy| self.take(&copy.path))?;
                put.push(Put { path, entry, changed: false });
                put
            }
            None => {
                let contents = contents();
                let mut put = vec![self.written_as(path.clone(), contents.as_ref(), fingerprint)?];
                for encoding in self.encodings.iter().filter(|_| is_text(&path)) {
                    let name = path.clone() + encoding.extension();
                    if let Some(copy) = encoding.copy(contents.as_ref(), effort)? {
                        self.take(&name)?;
                        put.push(self.written_as(name, &copy, fingerprint)?);
                    }
                }
                put
            }
        };
        self.put.lock().unwrap_or_else(PoisonError::into_inner).extend(put);
        Ok(())
    }

    fn take(&self, path: &str) -> anyhow::Result<()> {
        let is_free = self.taken.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned());
        anyhow::ensure!(is_free, "Two files of the site have the name {path}: give one of them another");
        Ok(())
    }

    fn written_as(&self, path: String, contents: &[u8], fingerprint: u64) -> anyhow::Result<Put> {
        let file = self.written().join(&path);
        let written = spare::with_parent(&self.disk, &file, || self.disk.write(&file, contents));
        let entry = written.and_then(|file| Ok(Entry::of(&file.metadata()?, fingerprint)));
        let entry = entry.with_context(|| format!("The file {} can't be written", file.display()))?;
        Ok(Put { path, entry, changed: true })
    }

    /// The compressed copies of a file that is as it was; one that was too small for a copy still is.
    fn copies_before(&self, path: &str) -> Vec<Put> {
        let copy = |encoding: &Encoding| {
            let path = path.to_owned() + encoding.extension();
            let entry = *self.before.as_ref()?.get(&path)?;
            Some(Put { path, entry, changed: false })
        };
        self.encodings.iter().filter(|_| is_text(path)).filter_map(copy).collect()
    }

    /// Whether a file was put into the site.
    pub fn holds(&self, path: &str) -> bool {
        self.taken.lock().unwrap_or_else(PoisonError::into_inner).contains(path)
    }

    /// A file of the site that stands below a path, where another file is to be.
    pub fn below(&self, path: &str) -> Option<String> {
        let taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        let is_below = |taken: &&String| taken.strip_prefix(path).is_some_and(|rest| rest.starts_with('/'));
        taken.iter().filter(is_below).min().cloned()
    }

    /// The paths of all files so far, in their order, without the copies and what marks the folder.
    pub fn files(&self) -> Vec<String> {
        let taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        let is_copy = |path: &str| {
            let of = self.encodings.iter().find_map(|encoding| path.strip_suffix(encoding.extension()));
            of.is_some_and(|of| taken.contains(of))
        };
        let files = taken.iter().filter(|path| *path != MARKER && !is_copy(path));
        let mut files: Vec<String> = files.cloned().collect();
        files.sort_unstable();
        files
    }

    /// Keeps the files of a page that is made from what it was made from before, and gives what is remembered
    /// of it; `None` when it has to be made.
    pub fn keep(&self, page: &str, origin: u64) -> Option<Arc<Remembered>> {
        let before = self.before.as_ref()?;
        let remembered = before.page(page).filter(|page| page.origin == origin)?;
        let put =
            |path: &String| before.get(path).map(|&entry| Put { path: path.clone(), entry, changed: false });
        let mut kept: Vec<Put> = remembered.files.iter().map(put).collect::<Option<_>>()?;
        kept.extend(remembered.files.iter().flat_map(|path| self.copies_before(path)));
        // Made anew, a page whose path is taken names it.
        let mut taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.iter().any(|put| taken.contains(&put.path)) {
            return None;
        }
        taken.extend(kept.iter().map(|put| put.path.clone()));
        drop(taken);
        self.put.lock().unwrap_or_else(PoisonError::into_inner).extend(kept);
        self.remember(page, Arc::clone(remembered));
        Some(Arc::clone(remembered))
    }

    /// What is remembered of the pages of the site before.
    pub fn pages_before(&self) -> impl Iterator<Item = &Arc<Remembered>> {
        self.before.iter().flat_map(Manifest::pages)
    }

    /// Keeps all files of the site before whose paths are wanted, with their copies. Gives whether there are
    /// any.
    ///
    /// # Errors
    /// A path that has a file already.
    pub fn keep_files(&self, wanted: impl Fn(&str) -> bool) -> anyhow::Result<bool> {
        let before = self.before.iter().flat_map(Manifest::files);
        let put =
            |(path, entry): (&String, &Entry)| Put { path: path.clone(), entry: *entry, changed: false };
        let kept: Vec<Put> = before.filter(|(path, _)| wanted(path)).map(put).collect();
        kept.iter().try_for_each(|put| self.take(&put.path))?;
        let are_any = !kept.is_empty();
        self.put.lock().unwrap_or_else(PoisonError::into_inner).extend(kept);
        Ok(are_any)
    }

    /// What a file of the site before says.
    pub fn contents_before(&self, path: &str) -> Option<Vec<u8>> {
        self.before.as_ref()?.get(path)?;
        fs::read(self.cache.join("spare").join(path)).ok()
    }

    /// Tells apart what documents are made with: another shell, or another program, makes others.
    pub fn edition(&self) -> u64 {
        self.edition
    }

    /// What a publication before has left under a name for the next ones.
    pub fn recall(&self, name: &str) -> Option<Vec<u8>> {
        fs::read(self.cache.join(name)).ok()
    }

    /// Leaves something to the next publications under a name. Whoever recalls it has to know whether it is
    /// whole.
    ///
    /// # Errors
    /// A file that can't be written.
    pub fn leave(&self, name: &str, contents: &[u8]) -> anyhow::Result<()> {
        let file = self.cache.join(name);
        let written = self.disk.remove_file(&file).and_then(|()| self.disk.write(&file, contents));
        written.map(drop).with_context(|| format!("The file {} can't be written", file.display()))
    }

    /// Remembers a page that was made without a fault, so that the next publication can keep it.
    pub fn remember(&self, page: &str, remembered: Arc<Remembered>) {
        let mut all = self.remembered.lock().unwrap_or_else(PoisonError::into_inner);
        all.insert(page.to_owned(), remembered);
    }

    /// Whether a page of the new site is remembered.
    pub fn remembers(&self, page: &str) -> bool {
        self.remembered.lock().unwrap_or_else(PoisonError::into_inner).contains_key(page)
    }

    /// Puts a file beside the site's folder, for a host that reads it there: its name is the folder's with an
    /// ending. It gets its place with the site.
    pub fn put_beside(&self, ending: &str, text: String) {
        self.beside.lock().unwrap_or_else(PoisonError::into_inner).insert(ending.to_owned(), text);
    }

    /// Lets what was put so far go to the disk while there is other work; takes as long as the disk.
    pub fn sync_ahead(&self) {
        disk::sync_ahead(&self.cache);
    }

    /// Where changed files are written: without a site before, straight into what becomes the site.
    fn written(&self) -> PathBuf {
        self.cache.join(if self.before.is_some() { "staged" } else { "spare" })
    }
}

/// Tells apart what documents are made with: the shell, the copies beside them, and this very program.
fn edition(shell: u64, encodings: &[Encoding]) -> u64 {
    let program = std::env::current_exe().and_then(fs::metadata);
    let program = program.map(|program| Entry::of(&program, 0)).unwrap_or_default();
    content::fingerprint::fingerprint(
        format!("{} {shell} {encodings:?} {program:?}", env!("CARGO_PKG_VERSION")).as_bytes(),
    )
}
