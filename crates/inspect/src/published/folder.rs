//! The files of a published site.

use std::{
    collections::HashMap,
    fs, io,
    path::{Path, PathBuf},
};

use anyhow::Context as _;
use walkdir::WalkDir;

/// The files below a folder, by their names: paths within it, parts separated by slashes, in the order of the
/// alphabet.
#[derive(Debug)]
pub struct Folder {
    path: PathBuf,
    names: Vec<String>,
    /// Symbolic links, by their names.
    links: Vec<String>,
    numbers: HashMap<String, usize>,
}

impl Folder {
    /// Lists the files of a published site. Symbolic links aren't followed: what a site holds lies in its
    /// folder, and a loop can't catch us. The folder itself may be one.
    ///
    /// # Errors
    /// A folder that can't be read, or that holds no site: without `index.html`.
    pub fn of(path: &Path) -> anyhow::Result<Folder> {
        let (mut names, mut links) = (Vec::new(), Vec::new());
        list(path, &mut names, &mut links)?;
        names.sort_unstable();
        links.sort_unstable();
        let numbers: HashMap<String, usize> =
            names.iter().enumerate().map(|(number, name)| (name.clone(), number)).collect();
        anyhow::ensure!(
            numbers.contains_key("index.html"),
            "There is no published site in {}: it has no index.html. Name the folder into which `seutu build` published",
            path.display()
        );
        Ok(Folder { path: path.to_owned(), names, links, numbers })
    }

    /// The names of the files; a file's number is its place among them.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// The names of the symbolic links.
    pub fn links(&self) -> &[String] {
        &self.links
    }

    /// Where a symbolic link leads, as it is written.
    ///
    /// # Errors
    /// A link that can't be read.
    pub fn read_link(&self, name: &str) -> anyhow::Result<PathBuf> {
        let link = self.path.join(name);
        fs::read_link(&link).with_context(|| format!("{} can't be read", link.display()))
    }

    /// The number of a file.
    pub fn number(&self, name: &str) -> Option<usize> {
        self.numbers.get(name).copied()
    }

    /// What a file holds.
    ///
    /// # Errors
    /// A file that can't be read.
    pub fn read(&self, name: &str) -> anyhow::Result<Vec<u8>> {
        let file = self.path.join(name);
        fs::read(&file).with_context(|| format!("{} can't be read", file.display()))
    }

    /// The number of the file that a host gives for a path within the site: a folder stands for its
    /// `index.html`, with or without the slash at its end.
    pub fn at(&self, path: &str) -> Option<usize> {
        if path.is_empty() || path.ends_with('/') {
            return self.number(&format!("{path}index.html"));
        }
        self.number(path).or_else(|| self.number(&format!("{path}/index.html")))
    }
}

/// The path within the site at which a file is found: that of its folder for an `index.html`.
pub fn path_of(name: &str) -> &str {
    match name.strip_suffix("index.html") {
        Some(folder) if folder.is_empty() || folder.ends_with('/') => folder,
        _ => name,
    }
}

fn list(folder: &Path, names: &mut Vec<String>, links: &mut Vec<String>) -> anyhow::Result<()> {
    for entry in WalkDir::new(folder).min_depth(1) {
        let entry = entry.map_err(|error| {
            let failed = format!("The folder {} can't be read", error.path().unwrap_or(folder).display());
            anyhow::Error::new(io::Error::from(error)).context(failed)
        })?;
        let parts = entry.path().strip_prefix(folder)?.iter().map(|part| part.to_string_lossy());
        let name = parts.collect::<Vec<_>>().join("/");
        let kind = entry.file_type();
        if kind.is_symlink() {
            links.push(name);
        } else if kind.is_file() {
            names.push(name);
        }
    }
    Ok(())
}
