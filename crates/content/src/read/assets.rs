//! The files that lie beside the pages: pictures and documents.

use std::{
    collections::{BTreeMap, HashMap, HashSet, btree_map::Entry},
    hash::{Hash, Hasher},
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
};

use anyhow::Context;
use downloads::{DocumentFacts, NotPublished};
use page::Language;
use pictures::{NotShown, Picture};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::xxh3_64;

use super::walk::{FoundFile, FoundKind};
use crate::{fault::Place, file_names::folded, file_system::FileSystem, nfc::nfc};

/// A file that a page may show or offer.
#[derive(Clone, Debug, Hash, PartialEq, Eq)]
pub struct Asset {
    /// Where it lies.
    pub file: PathBuf,
    /// Its size in bytes.
    pub bytes: u64,
    /// A hash of its contents. Its size and time could be those of another picture: tools that copy files
    /// keep their times. Nothing is trusted in its place but of a file that is too large to be published.
    pub contents: u64,
    /// What it is, by the ending of its name and its contents.
    pub facts: Facts,
    /// Another file that has the same address: one lies in the main language's folder, the other beside that
    /// folder.
    pub other: Option<PathBuf>,
    /// Another file, or one in another folder, whose name some systems take for the same one (see
    /// [`crate::file_names`]).
    pub alike: Option<PathBuf>,
}

/// The facts about a file as a picture and as a document. A file that couldn't be read is no picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// The kind and size of the picture, or why it can't be shown.
    pub picture: Result<Picture, NotShown>,
    /// What is known of the document, or why it isn't published.
    pub document: Result<DocumentFacts, NotPublished>,
}

impl Facts {
    /// The facts about a file, by the ending of its name in small letters, as "pdf", and its contents where
    /// they could be read.
    pub fn of(ending: &str, contents: Option<&[u8]>) -> Facts {
        Facts {
            picture: contents.map_or(Err(NotShown::NoPicture), |bytes| pictures::look_at(ending, bytes)),
            document: downloads::look_at(ending, contents),
        }
    }
}

/// They follow from the ending and the contents, which have a hash.
impl Hash for Facts {
    fn hash<H: Hasher>(&self, _: &mut H) {}
}

/// The facts of files that were read before, by their endings and by the numbers and lengths of their
/// contents.
pub(super) type KnownFacts = HashMap<(String, u64, u64), Facts>;

/// The files that may be used, and those that are.
#[derive(Debug, Default)]
pub struct Assets {
    /// By address, without the slash in front: "hankkeet/ohjelma.pdf".
    known: BTreeMap<String, Asset>,
    /// The same as some systems see them.
    folded: HashSet<String>,
    used: Mutex<BTreeMap<String, Used>>,
}

/// How a file is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Use {
    /// It is offered as it is: as a document, or as the picture of a shared page.
    AsItIs,
    /// A page shows it, on small screens in a smaller size.
    Shown,
}

/// A file that is used.
#[derive(Clone, Debug)]
pub struct Used {
    /// The file.
    pub asset: Asset,
    /// How it is used; shown somewhere, it is [`Use::Shown`].
    pub how: Use,
    /// The first place that names it; none when only pages that are what they were use it.
    pub place: Option<Place>,
}

/// The largest file that is published, in bytes: more is a matter for a file service, not for a phone in a
/// train.
pub const LARGEST: u64 = 25 * 1024 * 1024;

impl Asset {
    fn of(files: &dyn FileSystem, file: &Path, before: &KnownFacts) -> anyhow::Result<Asset> {
        let bytes =
            files.length(file).with_context(|| format!("The file {} can't be read", file.display()))?;
        // One that can't be read is named when it is published; nobody may use it.
        let read = if bytes > LARGEST { None } else { files.read(file).ok() };
        let contents = read.as_ref().map(|contents| xxh3_64(contents)).unwrap_or_default();
        let known = (extension(file), contents, bytes);
        let facts = before.get(&known).filter(|_| read.is_some()).cloned();
        let facts = facts.unwrap_or_else(|| Facts::of(&known.0, read.as_deref()));
        Ok(Asset { file: file.to_owned(), bytes, contents, facts, other: None, alike: None })
    }

    /// The extension of the file in small letters, as "pdf"; empty where it has none.
    pub fn extension(&self) -> String {
        extension(&self.file)
    }
}

/// The extension of a file in small letters, as "pdf"; empty where it has none.
pub fn extension(file: &Path) -> String {
    file.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default()
}

impl Assets {
    /// The files of a content folder that aren't JSON: those in a language's folder by the addresses of its
    /// pages, all others by their path.
    ///
    /// # Errors
    /// A file of which the system refuses to tell anything.
    pub(super) fn find(
        files: &dyn FileSystem,
        all: &[FoundFile],
        main: Language,
        before: &KnownFacts,
    ) -> anyhow::Result<Assets> {
        let asset = |found: &FoundFile| {
            let is_asset = found.path.extension().is_some_and(|kind| kind != "json");
            let address =
                address(&found.relative, main).filter(|_| found.kind == FoundKind::File && is_asset)?;
            Some(Asset::of(files, &found.path, before).map(|asset| (address, asset)))
        };
        let found: Vec<(String, Asset)> = all.par_iter().filter_map(asset).collect::<anyhow::Result<_>>()?;
        let mut known: BTreeMap<String, Asset> = BTreeMap::new();
        let mut names = Names::default();
        for (written, mut asset) in found {
            asset.alike = names.alike(&written, &asset.file);
            // Pages name a file with composed letters, however its name is written on the disk.
            let address = nfc(&written).into_owned();
            // Everything is sorted by path, so the first is the same one each time.
            match known.entry(address) {
                Entry::Vacant(entry) => drop(entry.insert(asset)),
                Entry::Occupied(mut entry) if asset.alike.is_some() => {
                    entry.get_mut().alike = Some(asset.file);
                }
                Entry::Occupied(mut entry) => entry.get_mut().other = Some(asset.file),
            }
        }
        let folded = known.keys().map(|address| folded(address)).collect();
        Ok(Assets { known, folded, used: Mutex::default() })
    }

    /// What is known of them, for the next reading: a file with the same contents isn't looked at again.
    pub(super) fn facts(&self) -> KnownFacts {
        let all = self.known.values();
        all.map(|asset| ((asset.extension(), asset.contents, asset.bytes), asset.facts.clone())).collect()
    }

    /// The file at an address.
    pub fn get(&self, address: &str) -> Option<&Asset> {
        self.known.get(address)
    }

    /// The addresses of all files.
    pub fn addresses(&self) -> impl Iterator<Item = &str> {
        self.known.keys().map(String::as_str)
    }

    /// Whether there is a file at an address.
    pub fn has(&self, address: &str) -> bool {
        self.known.contains_key(address)
    }

    /// Whether some system would find a file at an address, however its letters are written.
    pub fn has_alike(&self, address: &str) -> bool {
        self.folded.contains(&folded(address))
    }

    /// Notes that a file is used, so that it is published, and the place that names it, where that is known.
    pub fn take(&self, address: &str, how: Use, place: Option<Place>) {
        let Some(asset) = self.known.get(address) else { return };
        let mut all = self.used.lock().unwrap_or_else(PoisonError::into_inner);
        let new = || Used { asset: asset.clone(), how, place: None };
        let used = all.entry(address.to_owned()).or_insert_with(new);
        used.how = used.how.max(how);
        let at = |place: &Place| (place.path().to_owned(), place.order());
        // Pages are compiled at once; a report is the same each time.
        if let Some(place) = place
            && used.place.as_ref().is_none_or(|first| at(&place) < at(first))
        {
            used.place = Some(place);
        }
    }

    /// The files that are used, by address.
    pub fn used(&self) -> BTreeMap<String, Used> {
        self.used.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// The names of files and folders so far, by what some systems take for the same one.
#[derive(Default)]
struct Names(HashMap<String, (String, PathBuf)>);

impl Names {
    /// Takes the names on the way to a file, and gives the first file with one of them written otherwise.
    fn alike(&mut self, address: &str, file: &Path) -> Option<PathBuf> {
        let mut alike = None;
        let ends = address.match_indices('/').map(|(end, _)| end).chain([address.len()]);
        for name in ends.map(|end| &address[..end]) {
            let new = || (name.to_owned(), file.to_owned());
            let (written, first) = self.0.entry(folded(name)).or_insert_with(new);
            if written != name && alike.is_none() {
                alike = Some(first.clone());
            }
        }
        alike
    }
}

/// The files that may be used; which of them are used follows from the pages.
impl Hash for Assets {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.known.hash(state);
    }
}

/// `fi/hankkeet/kuva.png` stands beside its page, at `hankkeet/kuva.png`.
fn address(relative: &Path, main: Language) -> Option<String> {
    let names: Vec<&str> = relative.iter().map(|name| name.to_str()).collect::<Option<_>>()?;
    let names = match names.split_first() {
        Some((first, rest)) if *first == main.tag() => rest,
        _ => names.as_slice(),
    };
    Some(names.join("/"))
}
