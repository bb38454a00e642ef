//! Finds the content's files and says at which address each stands.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use anyhow::Context;
use application::page::{Language, PagePath};

use crate::{
    fault::{Fault, Faults, Place, SourceText, finding::FileFinding},
    slug::slug,
};

/// The files of a content folder.
pub struct Found {
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

/// Finds the files of a content folder.
///
/// # Errors
/// A folder or file that the system refuses to read.
pub fn find(content: &Path, faults: &mut Faults) -> anyhow::Result<Found> {
    report_ignored(content, faults)?;
    let site_path = content.join("site.json");
    let site = if site_path.is_file() {
        read_text(&site_path, faults)?
    } else {
        faults.add(Fault::new(FileFinding::SiteMissing, beginning_of(site_path)));
        None
    };
    let mut pages = Vec::new();
    for language in Language::ALL {
        let folder = content.join(language.tag());
        if folder.is_dir() {
            for path in json_files(&folder, faults)? {
                let relative = path.strip_prefix(&folder).unwrap_or(&path).to_owned();
                pages.push(FoundPage { path, language, relative });
            }
        }
    }
    Ok(Found { site, pages })
}

impl FoundPage {
    /// The file's text; one that isn't text is a fault.
    ///
    /// # Errors
    /// A file that the system refuses to read.
    pub fn read(&self, faults: &mut Faults) -> anyhow::Result<Option<Arc<SourceText>>> {
        read_text(&self.path, faults)
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
                    let place = Place { file: Arc::clone(text), span: 0..0 };
                    let finding = FileFinding::Name { name: name.clone(), reason, better: slug(name) };
                    faults.add(Fault::new(finding, place));
                    return None;
                }
            }
        }
        Some(address)
    }
}

/// Warns of what lies beside the folders of the languages and looks like pages: nobody would read it.
fn report_ignored(content: &Path, faults: &mut Faults) -> anyhow::Result<()> {
    let read = || format!("The content folder {} can't be read", content.display());
    for entry in fs::read_dir(content).with_context(read)? {
        let entry = entry.with_context(read)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let known = Language::from_tag(&name).is_some() || name == SCHEMA || name.starts_with('.');
        let finding = if entry.file_type().with_context(read)?.is_dir() {
            (!known && holds_pages(&entry.path())).then_some(FileFinding::IgnoredFolder { name })
        } else {
            (name != "site.json" && like_a_page(&name)).then_some(FileFinding::IgnoredFile)
        };
        faults.extend(finding.map(|finding| Fault::new(finding, beginning_of(entry.path()))));
    }
    Ok(())
}

/// The folder of the JSON Schemas, which `seutu schema` writes.
const SCHEMA: &str = "schema";

/// A folder that can't be read holds none.
fn holds_pages(folder: &Path) -> bool {
    fs::read_dir(folder).into_iter().flatten().flatten().any(|entry| {
        let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
        if is_folder { holds_pages(&entry.path()) } else { like_a_page(&entry.file_name().to_string_lossy()) }
    })
}

/// `Sivu.JSON`, `sivu.json.txt` and `sivu.jsonc` were meant to be pages.
fn like_a_page(name: &str) -> bool {
    name.to_lowercase().contains(".json")
}

fn beginning_of(path: PathBuf) -> Place {
    Place { file: Arc::new(SourceText { path, text: String::new() }), span: 0..0 }
}

/// Symbolic links aren't followed: content stays within its folder and a loop can't catch us.
fn json_files(folder: &Path, faults: &mut Faults) -> anyhow::Result<Vec<PathBuf>> {
    let read = || format!("The folder {} can't be read", folder.display());
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).with_context(read)? {
        let entry = entry.with_context(read)?;
        let path = entry.path();
        let kind = entry.file_type().with_context(read)?;
        if kind.is_dir() {
            found.extend(json_files(&path, faults)?);
        } else if kind.is_symlink() {
            faults.add(Fault::new(FileFinding::SymbolicLink, beginning_of(path)));
        } else if kind.is_file() && path.extension().is_some_and(|extension| extension == "json") {
            found.push(path);
        } else if like_a_page(&entry.file_name().to_string_lossy()) {
            faults.add(Fault::new(FileFinding::IgnoredFile, beginning_of(path)));
        }
    }
    found.sort();
    Ok(found)
}

fn read_text(path: &Path, faults: &mut Faults) -> anyhow::Result<Option<Arc<SourceText>>> {
    let bytes = fs::read(path).with_context(|| format!("The file {} can't be read", path.display()))?;
    Ok(text_of(path, bytes, faults))
}

/// The text of a file's bytes: UTF-8 without a byte-order mark (RFC 8259 §8.1); anything else is a fault.
pub fn text_of(path: &Path, bytes: Vec<u8>, faults: &mut Faults) -> Option<Arc<SourceText>> {
    // Four times as fast as the standard library's check, copy included.
    if let Ok(text) = simdutf8::basic::from_utf8(&bytes)
        && !text.starts_with('\u{FEFF}')
    {
        return Some(Arc::new(SourceText { path: path.to_owned(), text: text.to_owned() }));
    }
    match String::from_utf8(bytes) {
        Ok(text) => {
            let file = Arc::new(SourceText { path: path.to_owned(), text });
            let place = Place { file, span: 0..'\u{FEFF}'.len_utf8() };
            faults.add(Fault::new(FileFinding::ByteOrderMark, place));
            None
        }
        Err(error) => {
            let valid = error.utf8_error().valid_up_to();
            let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
            let file = Arc::new(SourceText { path: path.to_owned(), text });
            let place = Place { file, span: valid..valid + '\u{FFFD}'.len_utf8() };
            faults.add(Fault::new(FileFinding::Encoding, place));
            None
        }
    }
}
