//! Which of the content's files are pages, and at which address each stands.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
    sync::Arc,
};

use page::{Language, PagePath};

use super::walk::{FoundFile, FoundKind};
use crate::{
    fault::{Fault, Faults, Place, SourceText, finding::FileFinding},
    file_system::FileSystem,
    nfc::nfc,
    slug::slug,
};

/// The files of a content folder.
pub struct Files {
    /// `site.json`, if there is one; a missing one is a fault.
    pub site: Option<Arc<SourceText>>,
    /// Every other JSON file in the folder of a language, in the order of their paths.
    pub pages: Vec<FoundPage>,
}

/// A page's file, not yet read.
pub struct FoundPage {
    /// Where the file is.
    pub path: PathBuf,
    /// The language of the folder it is in.
    pub language: Language,
    /// Its path within that folder.
    relative: PathBuf,
}

/// Tells the files of a content folder apart.
pub fn find(system: &dyn FileSystem, content: &Path, all: &[FoundFile], faults: &mut Faults) -> Files {
    let (mut site, mut pages) = (None, Vec::new());
    let mut ignored_folders = BTreeSet::new();
    for found in all {
        let names = found.names();
        let Some((first, below)) = names.split_first() else { continue };
        let name = below.last().unwrap_or(first);
        if found.kind == FoundKind::Link {
            faults.add(Fault::new(FileFinding::SymbolicLink, beginning_of(found.path.clone())));
        } else if below.is_empty() {
            if name == SITE {
                site = Some(&found.path);
            } else if like_a_page(name) {
                faults.add(Fault::new(FileFinding::IgnoredFile, beginning_of(found.path.clone())));
            }
        } else if let Some(language) = Language::from_tag(first) {
            if found.path.extension().is_some_and(|extension| extension == "json") {
                let relative = found.relative.strip_prefix(first).unwrap_or(&found.relative).to_owned();
                pages.push(FoundPage { path: found.path.clone(), language, relative });
            } else if like_a_page(name) {
                faults.add(Fault::new(FileFinding::IgnoredFile, beginning_of(found.path.clone())));
            }
        } else if first != SCHEMA && like_a_page(name) && ignored_folders.insert(first.clone()) {
            let place = beginning_of(content.join(first));
            faults.add(Fault::new(FileFinding::IgnoredFolder { name: first.clone() }, place));
        }
    }
    let site = match site {
        Some(path) => read_text(system, path, faults),
        None => {
            faults.add(Fault::new(FileFinding::SiteMissing, beginning_of(content.join(SITE))));
            None
        }
    };
    Files { site, pages }
}

impl FoundPage {
    /// The file's text; one that can't be read, or that isn't text, is a fault.
    pub fn read(&self, system: &dyn FileSystem, faults: &mut Faults) -> Option<Arc<SourceText>> {
        read_text(system, &self.path, faults)
    }

    /// The address at which the page stands: `hankkeet/index.json` and `hankkeet.json` are both `/hankkeet/`;
    /// a language other than the main one has its tag in front.
    pub fn address(&self, text: &Arc<SourceText>, main: Language, faults: &mut Faults) -> Option<PagePath> {
        let mut address = if self.language == main {
            PagePath::root()
        } else {
            PagePath::root().child(self.language.tag()).ok()?
        };
        let without_extension = self.relative.with_extension("");
        let names: Vec<String> =
            without_extension.iter().map(|name| name.to_string_lossy().into_owned()).collect();
        let (last, folders) = names.split_last()?;
        let own_name = (last != "index").then_some(last);
        for name in folders.iter().chain(own_name) {
            match address.child(name) {
                Ok(child) => address = child,
                Err(reason) => {
                    let place = Place::span(Arc::clone(text), 0..0);
                    let finding = FileFinding::Name { name: name.clone(), reason, better: slug(name) };
                    faults.add(Fault::new(finding, place));
                    return None;
                }
            }
        }
        Some(address)
    }
}

/// The site's own file.
const SITE: &str = "site.json";

/// The folder of the JSON Schemas, which `seutu schema` writes.
const SCHEMA: &str = "schema";

/// `Sivu.JSON`, `sivu.json.txt` and `sivu.jsonc` were meant to be pages.
fn like_a_page(name: &str) -> bool {
    name.to_lowercase().contains(".json")
}

fn beginning_of(path: PathBuf) -> Place {
    Place::span(Arc::new(SourceText::new(path, String::new())), 0..0)
}

fn read_text(system: &dyn FileSystem, path: &Path, faults: &mut Faults) -> Option<Arc<SourceText>> {
    match system.read(path) {
        Ok(bytes) => text_of(path, bytes, faults),
        Err(error) => {
            let finding = FileFinding::Unreadable { reason: error.to_string() };
            faults.add(Fault::new(finding, beginning_of(path.to_owned())));
            None
        }
    }
}

/// The text of a file's bytes, its letters composed: UTF-8 without a byte-order mark (RFC 8259 §8.1);
/// anything else is a fault.
pub fn text_of(path: &Path, bytes: Vec<u8>, faults: &mut Faults) -> Option<Arc<SourceText>> {
    // Four times as fast as the standard library's check, copy included.
    if let Ok(text) = simdutf8::basic::from_utf8(&bytes)
        && !text.starts_with('\u{FEFF}')
    {
        return Some(Arc::new(SourceText::new(path.to_owned(), nfc(text).into_owned())));
    }
    match String::from_utf8(bytes) {
        Ok(text) => {
            let file = Arc::new(SourceText::new(path.to_owned(), text));
            let place = Place::span(file, 0..'\u{FEFF}'.len_utf8());
            faults.add(Fault::new(FileFinding::ByteOrderMark, place));
            None
        }
        Err(error) => {
            let valid = error.utf8_error().valid_up_to();
            let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
            let file = Arc::new(SourceText::new(path.to_owned(), text));
            let place = Place::span(file, valid..valid + '\u{FFFD}'.len_utf8());
            faults.add(Fault::new(FileFinding::Encoding, place));
            None
        }
    }
}
