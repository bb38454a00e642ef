//! The images and documents that are copied beside the pages.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use super::{finding::NoImage, links, percent::decode, tree::Tree};
use content::{
    read::assets::{LARGEST, extension},
    slug::slug,
};
use file_types::{FileType, PictureKind};
use pictures::NotShown;

/// The files to copy.
#[derive(Clone, Debug, Default)]
pub struct Copies {
    /// From where to where in the folder of the language.
    pub copies: BTreeMap<String, PathBuf>,
    /// The names that files of the tree got, by the folder of the page and the file.
    names: BTreeMap<(String, PathBuf), String>,
}

impl Copies {
    /// Copies an image beside a page: its name there, or why it can't be.
    ///
    /// # Errors
    /// Why the image can't be copied.
    pub fn image(&mut self, tree: &Tree, from: &str, folder: &str, src: &str) -> Result<String, NoImage> {
        let path = decode(src.split(['?', '#']).next().unwrap_or_default());
        let candidates = links::candidates(from, path.trim());
        let found = candidates.iter().find_map(|candidate| tree.file(candidate));
        let Some(file) = found else { return Err(NoImage::NoFile) };
        if !is_image(file) {
            return Err(NoImage::NotAnImage);
        }
        Ok(self.copy(folder, file))
    }

    /// Copies a file to download beside a page: its name there, none if it is no such file.
    pub fn document(&mut self, tree: &Tree, folder: &str, path: &str) -> Option<String> {
        let file = tree.file(path).filter(|file| is_document(file))?;
        Some(self.copy(folder, file))
    }

    fn copy(&mut self, folder: &str, file: &Path) -> String {
        if let Some(name) = self.names.get(&(folder.to_owned(), file.to_owned())) {
            return name.clone();
        }
        // A picture of another kind than its name says would be refused.
        // One that is too large is refused whatever it is.
        let is_small = || fs::metadata(file).is_ok_and(|file| file.len() <= LARGEST);
        let look_at = || pictures::look_at(&extension(file), &fs::read(file).ok()?).err();
        let ending = match (is_image(file) && is_small()).then(look_at).flatten() {
            Some(NotShown::Misnamed(kind)) => kind.extension().to_owned(),
            _ => extension(file),
        };
        let stem = file.file_stem().map(|stem| slug(&stem.to_string_lossy())).unwrap_or_default();
        let stem = if stem.is_empty() { "kuva".to_owned() } else { stem };
        let place = |name: &str| if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") };
        let taken: BTreeSet<&String> = self.copies.keys().collect();
        let mut name = format!("{stem}.{ending}");
        let mut number = 2;
        while taken.contains(&place(&name)) {
            name = format!("{stem}-{number}.{ending}");
            number += 1;
        }
        self.copies.insert(place(&name), file.to_owned());
        self.names.insert((folder.to_owned(), file.to_owned()), name.clone());
        name
    }

    /// How many images are copied, and how many other files.
    pub fn count(&self) -> (usize, usize) {
        let images = self.copies.values().filter(|file| is_image(file)).count();
        (images, self.copies.len() - images)
    }
}

/// Whether a file is of a kind that a page can show.
fn is_image(file: &Path) -> bool {
    PictureKind::of_extension(&extension(file)).is_some()
}

/// Whether a file is of a kind that a page can offer for download.
fn is_document(file: &Path) -> bool {
    FileType::of_extension(&extension(file)).is_some_and(|known| known.document().is_some())
}
