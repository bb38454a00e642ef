//! The files that lie beside the pages: pictures and documents.

use std::{
    collections::BTreeMap,
    fs,
    hash::{Hash, Hasher},
    path::{Path, PathBuf},
    sync::Mutex,
    time::SystemTime,
};

use anyhow::Context;
use application::page::Language;

use super::walk::{Found, FoundKind};

/// A file that a page may show or offer.
#[derive(Clone, Debug, Hash, PartialEq, Eq)]
pub struct Asset {
    /// Where it lies.
    pub file: PathBuf,
    /// Its size in bytes.
    pub bytes: u64,
    /// When it was written, where the system knows: another picture of the same size has another time.
    pub modified: Option<SystemTime>,
}

/// The files that may be used, and those that are.
#[derive(Debug, Default)]
pub struct Assets {
    /// By address, without the slash in front: "hankkeet/ohjelma.pdf".
    known: BTreeMap<String, Asset>,
    used: Mutex<BTreeMap<String, Asset>>,
}

/// The largest file that is published, in bytes: more is a matter for a file service, not for a phone in a train.
pub const LARGEST: u64 = 25 * 1024 * 1024;

impl Assets {
    /// The files of a content folder that aren't JSON: those in a language's folder by the addresses of its pages,
    /// all others by their path.
    ///
    /// # Errors
    /// A file of which the system refuses to tell anything.
    pub fn find(all: &[Found], main: Language) -> anyhow::Result<Assets> {
        let mut known = BTreeMap::new();
        for found in all {
            let is_asset = found.path.extension().is_some_and(|kind| kind != "json");
            if found.kind != FoundKind::File || !is_asset {
                continue;
            }
            let Some(address) = address(&found.relative, main) else { continue };
            let metadata = fs::symlink_metadata(&found.path)
                .with_context(|| format!("The file {} can't be read", found.path.display()))?;
            let (bytes, modified) = (metadata.len(), metadata.modified().ok());
            known.insert(address, Asset { file: found.path.clone(), bytes, modified });
        }
        Ok(Assets { known, used: Mutex::default() })
    }

    /// The file at an address.
    pub fn get(&self, address: &str) -> Option<&Asset> {
        self.known.get(address)
    }

    /// The addresses of all files.
    pub fn addresses(&self) -> impl Iterator<Item = &str> {
        self.known.keys().map(String::as_str)
    }

    /// Notes that a page uses a file, so that it is published.
    pub fn take(&self, address: &str) {
        if let (Some(asset), Ok(mut used)) = (self.known.get(address), self.used.lock()) {
            used.insert(address.to_owned(), asset.clone());
        }
    }

    /// The files that pages use, by address.
    pub fn used(&self) -> BTreeMap<String, Asset> {
        self.used.lock().map(|used| used.clone()).unwrap_or_default()
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
