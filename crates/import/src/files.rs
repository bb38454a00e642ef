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
use pictures::NotShown;

/// The files to copy.
#[derive(Clone, Debug, Default)]
pub struct Copies {
    /// From where to where in the folder of the language.
    pub copies: BTreeMap<String, PathBuf>,
    /// The names that files of the tree got, by the folder of the page and the file.
    names: BTreeMap<(String, PathBuf), String>,
}

/// The endings of images that a browser shows.
const IMAGES: [&str; 7] = ["png", "jpg", "jpeg", "webp", "avif", "gif", "svg"];

/// The endings of files to download.
const DOCUMENTS: [&str; 12] =
    ["pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "odt", "ods", "odp", "csv", "zip"];

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
        if !has_ending(file, &IMAGES) {
            return Err(NoImage::NotAnImage);
        }
        Ok(self.copy(folder, file))
    }

    /// Copies a file to download beside a page: its name there, none if it is no such file.
    pub fn document(&mut self, tree: &Tree, folder: &str, path: &str) -> Option<String> {
        let file = tree.file(path).filter(|file| has_ending(file, &DOCUMENTS))?;
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
        let ending = match (has_ending(file, &IMAGES) && is_small()).then(look_at).flatten() {
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
        let images = self.copies.values().filter(|file| has_ending(file, &IMAGES)).count();
        (images, self.copies.len() - images)
    }
}

fn has_ending(file: &Path, endings: &[&str]) -> bool {
    endings.contains(&extension(file).as_str())
}
