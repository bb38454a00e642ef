//! Reads the tree of Markdown files into memory.

use std::{
    collections::{BTreeMap, btree_map::Entry},
    fs, io,
    path::{Path, PathBuf},
};

use anyhow::Context;
use walkdir::{DirEntry, WalkDir};

use content::nfc::nfc;

use super::{
    finding::ImportFinding,
    front_matter::{self, FrontMatter},
    report::Report,
    settings::files::{self, SettingsFile},
};
use content::source::text::Lines;

/// A tree of Markdown files.
#[derive(Clone, Debug, Default)]
pub struct Tree {
    /// The Markdown files by their path in the tree, with `/` between its parts.
    pub pages: BTreeMap<String, String>,
    /// All other files by their path in the tree.
    pub files: BTreeMap<String, PathBuf>,
    /// The files that the generator publishes as they are, from a folder such as `static` beside the tree.
    pub statics: BTreeMap<String, PathBuf>,
    /// What Docusaurus knows of folders, by the path of the folder: what its `_category_` file says.
    pub categories: BTreeMap<String, FrontMatter>,
    /// What Material for MkDocs says of all pages in a folder, by the path of the folder.
    pub metas: BTreeMap<String, String>,
    /// The settings of its generator, from the tree or from the folder that it stands in.
    pub settings: Vec<SettingsFile>,
    /// The name of its folder.
    pub name: String,
    /// The folder of a MkDocs project that the tree stands in: there are its snippets.
    pub project: Option<PathBuf>,
    /// How the tree is called in the report.
    pub shown: String,
}

/// The folders whose files a generator publishes as they are.
const STATIC: [&str; 3] = ["static", "public", "assets"];

/// The file in which Material for MkDocs says something of all pages in a folder; other hidden files are left
/// alone.
const META: &str = ".meta.yml";

/// The files by which a folder is known as a project of MkDocs.
const MKDOCS: [&str; 2] = ["mkdocs.yml", "mkdocs.yaml"];

/// The folders in which MkDocs looks for snippets, beside its project.
const SNIPPETS: [&str; 5] = ["", "docs/", "includes/", "snippets/", "docs/snippets/"];

/// The files in which Docusaurus says what a folder is.
const CATEGORY: [&str; 3] = ["_category_.json", "_category_.yml", "_category_.yaml"];

/// Reads a tree. Hidden files, symbolic links and `node_modules` are left alone.
///
/// # Errors
/// A folder or file that the system refuses to read.
pub fn read(folder: &Path, report: &mut Report) -> anyhow::Result<Tree> {
    let shown = folder.to_string_lossy().trim_end_matches('/').to_owned();
    let mut tree = Tree { shown, ..Tree::default() };
    let mut files = BTreeMap::new();
    let mut left = LeftAlone::default();
    walk(folder, &mut files, &mut left)?;
    for link in left.links {
        report.warn_of_file(&tree.show(&link), ImportFinding::SymbolicLink);
    }
    for path in left.twice {
        report.warn_of_file(&tree.show(&path), ImportFinding::SameName);
    }
    for (path, file) in files {
        if let Some(folder) = CATEGORY.iter().find_map(|name| path.strip_suffix(name)) {
            let text = read_text(&tree, &path, &file, report)?.unwrap_or_default();
            match front_matter::category(&text) {
                Ok(category) => {
                    category.tell(&tree.show(&path), report);
                    tree.categories.insert(folder.trim_end_matches('/').to_owned(), category);
                }
                Err(reason) => {
                    report.warn_of_file(&tree.show(&path), ImportFinding::CategoryUnreadable(reason));
                }
            }
        } else if let Some(folder) = path.strip_suffix(META) {
            let text = fs::read_to_string(&file).unwrap_or_default();
            tree.metas.insert(folder.trim_end_matches('/').to_owned(), text);
        } else if !is_markdown(&path) {
            tree.files.insert(path, file);
        } else if let Some(text) = read_text(&tree, &path, &file, report)? {
            tree.pages.insert(path, text);
        }
    }
    let beside = folder.canonicalize().ok().and_then(|folder| folder.parent().map(Path::to_owned));
    for name in STATIC {
        let Some(folder) = beside.as_ref().map(|beside| beside.join(name)) else { continue };
        let mut left = LeftAlone::default();
        if folder.is_symlink() {
            left.links.push(String::new());
        } else if folder.is_dir() {
            walk(&folder, &mut tree.statics, &mut left)?;
            tree.statics.retain(|path, _| !path.ends_with(META));
        }
        let links = left.links.iter().map(|path| (path, ImportFinding::SymbolicLink));
        let twice = left.twice.iter().map(|path| (path, ImportFinding::SameName));
        for (path, finding) in links.chain(twice) {
            report.warn_of_file(format!("{name}/{path}").trim_end_matches('/'), finding);
        }
    }
    tree.project = beside.clone().filter(|folder| MKDOCS.iter().any(|name| folder.join(name).is_file()));
    tree.settings = files::find(folder, &tree.shown);
    let whole = folder.canonicalize().ok();
    let name = whole.as_ref().and_then(|whole| whole.file_name());
    tree.name = name.map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    Ok(tree)
}

/// A file that isn't UTF-8 is told of and left out.
fn read_text(tree: &Tree, path: &str, file: &Path, report: &mut Report) -> anyhow::Result<Option<String>> {
    let bytes = fs::read(file).with_context(|| format!("The file {} can't be read", file.display()))?;
    match String::from_utf8(bytes) {
        Ok(mut text) => {
            // What no text of a page can hold says nothing either; HTML reads every line break as one (HTML
            // §13.2.3.5).
            if text.contains('\r') {
                text = text.replace("\r\n", "\n").replace('\r', "\n");
            }
            text.retain(|character| Lines::Several.can_hold(character));
            Ok(Some(nfc(&text).into_owned()))
        }
        Err(error) => {
            let valid = &error.as_bytes()[..error.utf8_error().valid_up_to()];
            let line = valid.iter().filter(|byte| **byte == b'\n').count() + 1;
            report.warn(&tree.show(path), line, ImportFinding::NotUtf8);
            Ok(None)
        }
    }
}

impl Tree {
    /// A file's path as it is shown to the editor.
    pub fn show(&self, path: &str) -> String {
        if self.shown.is_empty() { path.to_owned() } else { format!("{}/{path}", self.shown) }
    }

    /// The text of a snippet: a file of the tree, or one of the MkDocs project around it.
    pub fn snippet(&self, path: &str) -> Option<String> {
        let path = path.trim_start_matches("./");
        if let Some(text) = self.pages.get(path) {
            return Some(front_matter::split(text).body.to_owned());
        }
        if let Some(file) = self.files.get(path) {
            return fs::read_to_string(file).ok().map(|text| nfc(&text).into_owned());
        }
        let project = self.project.as_ref()?;
        let text = SNIPPETS.iter().find_map(|folder| within(project, &format!("{folder}{path}")))?;
        fs::read_to_string(text).ok().map(|text| nfc(&text).into_owned())
    }

    /// The file behind a path in the tree, or behind one that the generator publishes at the site's root.
    pub fn file(&self, path: &str) -> Option<&PathBuf> {
        let within_static = || STATIC.iter().find_map(|name| self.files.get(&format!("{name}/{path}")));
        self.files.get(path).or_else(within_static).or_else(|| self.statics.get(path))
    }
}

/// A file of the tree, or the path within it, that a snippet names; nothing outside of the project is read.
fn within(project: &Path, path: &str) -> Option<PathBuf> {
    let parts = path.split('/').filter(|part| !matches!(*part, "" | "."));
    let parts: Vec<&str> = parts.collect();
    if path.starts_with('/')
        || parts.is_empty()
        || parts.iter().any(|part| part.starts_with('.') || part.contains('\\'))
    {
        return None;
    }
    let project = project.canonicalize().ok()?;
    let file = project.join(parts.join("/")).canonicalize().ok()?;
    (file.starts_with(&project) && file.is_file()).then_some(file)
}

/// Whether a file's name says that it is Markdown.
pub fn is_markdown(path: &str) -> bool {
    [".md", ".mdx", ".markdown"].iter().any(|ending| path.to_lowercase().ends_with(ending))
}

/// What a walk has left alone, by its path.
#[derive(Default)]
struct LeftAlone {
    links: Vec<String>,
    /// Files whose name is written with composed letters and, as another file, with their parts.
    twice: Vec<String>,
}

/// Symbolic links aren't followed: the import stays within its folder and a loop can't catch us.
fn walk(folder: &Path, files: &mut BTreeMap<String, PathBuf>, left: &mut LeftAlone) -> anyhow::Result<()> {
    let is_read = |entry: &DirEntry| {
        let name = entry.file_name().to_string_lossy();
        entry.depth() == 0 || !((name.starts_with('.') && name != META) || name == "node_modules")
    };
    for entry in WalkDir::new(folder).into_iter().filter_entry(is_read) {
        let entry = entry.map_err(|error| {
            let failed = format!("The folder {} can't be read", error.path().unwrap_or(folder).display());
            anyhow::Error::new(io::Error::from(error)).context(failed)
        })?;
        // The names in links are composed, too.
        let path = nfc(&names(folder, entry.path()).join("/")).into_owned();
        let kind = entry.file_type();
        if kind.is_file() {
            match files.entry(path) {
                Entry::Vacant(place) => drop(place.insert(entry.into_path())),
                // The same one each time, in whichever order the system lists them.
                Entry::Occupied(mut place) => {
                    left.twice.push(place.key().clone());
                    if entry.path() < place.get().as_path() {
                        place.insert(entry.into_path());
                    }
                }
            }
        } else if kind.is_symlink() && entry.depth() > 0 {
            left.links.push(path);
        }
    }
    Ok(())
}
/// The names on the way from a folder to a file in it.
pub(super) fn names(folder: &Path, file: &Path) -> Vec<String> {
    let way = file.strip_prefix(folder).unwrap_or(file);
    way.iter().map(|name| name.to_string_lossy().into_owned()).collect()
}
