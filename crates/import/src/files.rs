//! The images and documents that are copied beside the pages.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use super::{
    finding::{NoImage, NoWay},
    links,
    percent::decode,
    tree::Tree,
};
use content::{
    read::assets::{Facts, LARGEST, extension},
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
        if let Some(name) = self.names.get(&(folder.to_owned(), file.to_owned())) {
            return Ok(name.clone());
        }
        let ending = match look_at(file).ok_or(NoImage::TooLarge)?.picture {
            Ok(_) => extension(file),
            Err(NotShown::Misnamed(kind)) => kind.extension().to_owned(),
            Err(NotShown::NoPicture) => return Err(NoImage::NotAnImage),
            Err(NotShown::Damaged) => return Err(NoImage::Damaged),
            Err(NotShown::TooLarge) => return Err(NoImage::TooLarge),
            Err(NotShown::NoSize) => return Err(NoImage::NoSize),
            Err(NotShown::Active(_)) => return Err(NoImage::Active),
        };
        Ok(self.copy(folder, file, &ending))
    }

    /// Copies a file to download beside a page: its name there, or why it can't be.
    ///
    /// # Errors
    /// Why the file can't be copied.
    pub fn document(&mut self, tree: &Tree, folder: &str, path: &str) -> Result<String, NoWay> {
        let file = tree.file(path).filter(|file| is_document(file)).ok_or(NoWay::FileKind)?;
        if let Some(name) = self.names.get(&(folder.to_owned(), file.to_owned())) {
            return Ok(name.clone());
        }
        let facts = look_at(file).ok_or(NoWay::TooLarge)?;
        facts.document.map_err(|_| NoWay::OtherContents)?;
        Ok(self.copy(folder, file, &extension(file)))
    }

    /// Copies a file under a name with this ending, which is free.
    fn copy(&mut self, folder: &str, file: &Path, ending: &str) -> String {
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

/// The facts about a file as the checker sees them; none if it is larger than what is published.
fn look_at(file: &Path) -> Option<Facts> {
    let is_small = fs::metadata(file).is_ok_and(|file| file.len() <= LARGEST);
    is_small.then(|| Facts::of(&extension(file), fs::read(file).ok().as_deref()))
}

/// Whether a file is of a kind that a page can show.
fn is_image(file: &Path) -> bool {
    PictureKind::of_extension(&extension(file)).is_some()
}

/// Whether a file is of a kind that a page can offer for download.
fn is_document(file: &Path) -> bool {
    FileType::of_extension(&extension(file)).is_some_and(|known| known.document().is_some())
}
