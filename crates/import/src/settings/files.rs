//! The files in which generators keep their settings, and where they stand.

use std::{fs, path::Path};

/// A file with the settings of a generator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingsFile {
    /// How it is called in the report.
    pub shown: String,
    /// Its text.
    pub text: String,
    /// Whose settings it holds.
    pub generator: Generator,
    /// The path of the tree from the folder of the file: empty or as "docs/".
    pub tree: String,
    /// The folder of the pages from the folder of the file, from which patterns count: empty or as "docs/".
    pub content: String,
}

impl SettingsFile {
    /// The paths that a file of the tree has for the settings: within the tree, from the folder of the
    /// settings, and from that of the pages.
    pub fn paths(&self, path: &str) -> Vec<String> {
        let mut paths = vec![path.to_owned(), format!("{}{path}", self.tree)];
        let within = paths.iter().filter_map(|path| path.strip_prefix(&self.content).map(str::to_owned));
        paths.extend(within.collect::<Vec<_>>());
        paths.dedup();
        paths
    }
}

/// Whose settings a file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Generator {
    /// Those of Jekyll.
    Jekyll,
    /// Those of MkDocs and its plugins.
    MkDocs,
    /// Those of Hugo or Zola, which share a name; the field in which they stand, if the file holds no others.
    HugoOrZola(Option<String>),
    /// The patterns of files that Eleventy leaves out.
    EleventyIgnore,
    /// The list of the pages that mdBook publishes.
    MdBook,
    /// A program.
    Script,
}

/// The names of settings that are programs, without their endings.
const SCRIPTS: [&str; 5] =
    ["docusaurus.config", ".eleventy", "eleventy.config", ".vitepress/config", "quartz.config"];

/// The endings of programs.
const SCRIPT_ENDINGS: [&str; 6] = ["js", "ts", "mjs", "mts", "cjs", "cts"];

/// The folders with a file for each of Hugo's fields.
const HUGO_FOLDERS: [&str; 2] = ["config/_default", "config/production"];

/// The names of folders with the content of a project, which may be parted by language.
const CONTENT: [&str; 3] = ["content", "docs", "src"];

/// The settings in a tree and beside it; `shown` is how the tree is called in the report.
pub fn find(folder: &Path, shown: &str) -> Vec<SettingsFile> {
    let mut found = Vec::new();
    let inside = if shown.is_empty() { String::new() } else { format!("{shown}/") };
    in_folder(folder, &inside, "", &mut found);
    let Ok(whole) = folder.canonicalize() else { return found };
    let is_book = |folder: &Path| folder.join("book.toml").is_file();
    if let Ok(text) = fs::read_to_string(folder.join("SUMMARY.md"))
        && (is_book(folder) || whole.parent().is_some_and(is_book))
    {
        let (shown, tree) = (format!("{inside}SUMMARY.md"), String::new());
        found.push(SettingsFile { shown, text, generator: Generator::MdBook, tree, content: String::new() });
    }
    let mut tree = String::new();
    let mut inner = whole.as_path();
    while let (Some(beside), Some(name)) = (inner.parent(), inner.file_name()) {
        tree = format!("{}/{tree}", name.to_string_lossy());
        in_folder(beside, "", &tree, &mut found);
        // A folder of a language stands in that of the content.
        if !beside.file_name().is_some_and(|name| CONTENT.iter().any(|known| *known == name)) {
            break;
        }
        inner = beside;
    }
    found
}

fn in_folder(folder: &Path, shown: &str, tree: &str, found: &mut Vec<SettingsFile>) {
    let mut add = |name: &str, generator: Generator| {
        if let Ok(text) = fs::read_to_string(folder.join(name)) {
            let shown = format!("{shown}{name}");
            let content = match &generator {
                Generator::MkDocs => "docs/",
                Generator::HugoOrZola(_) => "content/",
                _ => "",
            };
            let (tree, content) = (tree.to_owned(), content.to_owned());
            found.push(SettingsFile { shown, text, generator, tree, content });
        }
    };
    for ending in ["yml", "yaml", "toml"] {
        add(&format!("_config.{ending}"), Generator::Jekyll);
    }
    for name in ["mkdocs.yml", "mkdocs.yaml"] {
        add(name, Generator::MkDocs);
        // MkDocs takes what the file doesn't say from another one.
        let text = fs::read_to_string(folder.join(name)).unwrap_or_default();
        let above = text.lines().find_map(|line| line.strip_prefix("INHERIT:"));
        if let Some(above) = above.map(|above| above.trim().trim_matches(['"', '\''])) {
            add(above, Generator::MkDocs);
        }
    }
    for ending in ["toml", "yaml", "yml", "json"] {
        for stem in ["hugo", "config", "zola"] {
            add(&format!("{stem}.{ending}"), Generator::HugoOrZola(None));
        }
    }
    add(".eleventyignore", Generator::EleventyIgnore);
    for name in SCRIPTS {
        for ending in SCRIPT_ENDINGS {
            add(&format!("{name}.{ending}"), Generator::Script);
        }
    }
    for hugo in HUGO_FOLDERS {
        let entries = fs::read_dir(folder.join(hugo)).into_iter().flatten().flatten();
        let mut names: Vec<String> =
            entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        for name in names {
            let Some((stem, ending)) = name.split_once('.') else { continue };
            if ["toml", "yaml", "yml", "json"].contains(&ending) {
                let field = (!["hugo", "config"].contains(&stem)).then(|| stem.to_owned());
                add(&format!("{hugo}/{name}"), Generator::HugoOrZola(field));
            }
        }
    }
}
