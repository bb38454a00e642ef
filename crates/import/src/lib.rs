//! Imports a tree of Markdown files as source files of Seutu: `seutu import markdown`.
//!
//! [`tree`] reads the files, [`front_matter`] what stands at their top, [`addresses`] gives them their
//! places, [`held`] keeps private pages back with what [`settings`] say, [`reading`] with [`prepare`],
//! [`html`] and [`parse`] makes [`blocks`] of their text, [`title`] gives them titles, [`anchors`] and
//! [`links`] know where links lead, [`convert`] with [`headings`], [`inlines`] and [`files`] makes the blocks
//! of a [`written`]. [`finding`] has the messages to the editor, [`report`] collects them. [`plan`] does all
//! steps in memory; only then [`Planned::write`] writes, by [`in_place`].
//!
//! # Examples
//!
//! ```
//! use std::{env, fs, process};
//!
//! use import::{Existing, Import, plan_import};
//!
//! let folder = env::temp_dir().join(format!("seutu-example-of-import-{}", process::id()));
//! let (from, into) = (folder.join("markdown"), folder.join("content"));
//! fs::create_dir_all(&from)?;
//! fs::write(from.join("index.md"), "# Etusivu\n\nTervetuloa **kaikki**!\n")?;
//!
//! let import = Import { from, into: into.clone(), language: None, existing: Existing::Keep };
//! let planned = plan_import(&import)?;
//! assert_eq!(planned.report().counts.pages, 1);
//! planned.write()?;
//! let page = fs::read_to_string(into.join("fi/index.json"))?;
//! fs::remove_dir_all(&folder)?;
//!
//! assert!(page.contains("\"title\": \"Etusivu\"") && page.contains("Tervetuloa **kaikki**!"));
//! # Ok::<(), anyhow::Error>(())
//! ```

pub mod addresses;
pub mod anchors;
pub mod bare;
pub mod blocks;
pub mod convert;
pub mod files;
pub mod finding;
pub mod front_matter;
pub mod globs;
pub mod headings;
pub mod held;
pub mod html;
pub mod html_code;
mod in_place;
pub mod inlines;
pub mod links;
pub mod parse;
mod percent;
pub mod plan;
pub mod prepare;
#[cfg(test)]
mod published;
pub mod reading;
mod reference;
pub mod report;
pub mod settings;
pub mod title;
pub mod tree;
pub mod written;

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use ::page::Language;
use anyhow::{Context, bail};
use jiff::Timestamp;
use walkdir::WalkDir;

use content::files::link_on_the_way;
use in_place::{Contents, write_all};
use plan::{ImportOptions, Plan};
use report::Report;

/// From where to where.
#[derive(Clone, Debug)]
pub struct Import {
    /// The tree of Markdown files.
    pub from: PathBuf,
    /// The content folder.
    pub into: PathBuf,
    /// The language of the pages; none: the main language of the content, or Finnish where there is none yet.
    pub language: Option<Language>,
    /// What to do with files that are there already.
    pub existing: Existing,
}

/// An import that is planned, and not yet written.
#[derive(Clone, Debug)]
pub struct Planned {
    plan: Plan,
    content: PathBuf,
    /// The folder of the language.
    folder: PathBuf,
}

/// What to do with files that are there already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Existing {
    /// Write nothing at all.
    Keep,
    /// Overwrite them.
    Overwrite,
}

/// Plans the import of a tree; [`Planned::write`] writes it.
///
/// # Errors
/// A folder without Markdown, files that are there already, or what the system refuses to read.
pub fn plan_import(import: &Import) -> anyhow::Result<Planned> {
    let mut report = Report::default();
    if !import.from.is_dir() {
        bail!("{} isn't a folder: name the folder with the Markdown files", import.from.display());
    }
    let tree = tree::read(&import.from, &mut report)?;
    if tree.pages.is_empty() {
        bail!("{} holds no Markdown: no file there ends with .md, .mdx or .markdown", import.from.display());
    }
    let main = main_language(&import.into);
    let language = import.language.or(main).unwrap_or(Language::Fi);
    let folder = import.into.join(language.tag());
    let existing = existing_pages(&folder);
    let options = ImportOptions {
        language,
        main: main.unwrap_or(language),
        existing: &existing,
        now: Timestamp::now(),
    };
    let plan = plan::plan(&tree, options, report);
    refuse_links(&plan, &import.into, language)?;
    refuse_existing(&plan, &folder, import.existing)?;
    Ok(Planned { plan, content: import.into.clone(), folder })
}

impl Planned {
    /// What comes of the import.
    pub fn report(&self) -> &Report {
        &self.plan.report
    }

    /// Writes the pages and copies the files: all, or none.
    ///
    /// # Errors
    /// The system refuses a file: then the content is as it was before.
    pub fn write(&self) -> anyhow::Result<()> {
        write(&self.plan, &self.content, &self.folder)
    }
}

fn main_language(content: &Path) -> Option<Language> {
    let text = fs::read_to_string(content.join("site.json")).ok()?;
    let site: serde_json::Value = serde_json::from_str(&text).ok()?;
    Language::from_tag(site.get("languages")?.get(0)?.as_str()?)
}

/// The paths of the pages that are there, without `.json` and `/index.json`: their addresses.
fn existing_pages(folder: &Path) -> BTreeSet<String> {
    let entries = WalkDir::new(folder).min_depth(1).into_iter().flatten();
    let files = entries.filter(|entry| !entry.file_type().is_dir());
    files.filter_map(|file| page_of(&tree::names(folder, file.path()).join("/"))).collect()
}

/// The address of a page by the path of its file.
fn page_of(file: &str) -> Option<String> {
    let page = file.strip_suffix(".json")?;
    Some(match page.strip_suffix("index") {
        Some(folder) if folder.is_empty() || folder.ends_with('/') => folder.trim_end_matches('/').to_owned(),
        _ => page.to_owned(),
    })
}

/// Through a link, files outside the content folder would be written or overwritten, and the checker refuses
/// it anyway.
fn refuse_links(plan: &Plan, content: &Path, language: Language) -> anyhow::Result<()> {
    let files = plan.pages.keys().chain(plan.copies.keys());
    let links = files.filter_map(|file| link_on_the_way(content, &Path::new(language.tag()).join(file)));
    let links: BTreeSet<PathBuf> = links.collect();
    if links.is_empty() {
        return Ok(());
    }
    let links: Vec<String> = links.iter().map(|link| format!("  {}", link.display())).collect();
    bail!(
        "these are symbolic links, which lead out of the content, so nothing was written:\n{}\nRemove them, or put what they \
         lead to in their places",
        links.join("\n")
    )
}

/// A file in the way stops the import, and so does a page at the same address under another name.
fn refuse_existing(plan: &Plan, folder: &Path, existing: Existing) -> anyhow::Result<()> {
    let mut in_the_way = Vec::new();
    for page in plan.pages.keys() {
        let twin = match page.strip_suffix("/index.json") {
            Some(path) => format!("{path}.json"),
            None => format!("{}/index.json", page.strip_suffix(".json").unwrap_or(page)),
        };
        if folder.join(page).exists() && existing == Existing::Keep {
            in_the_way.push(folder.join(page));
        }
        if folder.join(&twin).exists() {
            in_the_way.push(folder.join(twin));
        }
    }
    if existing == Existing::Keep {
        in_the_way.extend(plan.copies.keys().map(|copy| folder.join(copy)).filter(|copy| copy.exists()));
    }
    if in_the_way.is_empty() {
        return Ok(());
    }
    let files: Vec<String> = in_the_way.iter().map(|file| format!("  {}", file.display())).collect();
    let advice = match existing {
        Existing::Keep => "Move them away, or write --force to overwrite them",
        Existing::Overwrite => {
            "They stand at the addresses of imported pages under another name: move them away"
        }
    };
    bail!("these files are there already, so nothing was written:\n{}\n{advice}", files.join("\n"))
}

fn write(plan: &Plan, content: &Path, folder: &Path) -> anyhow::Result<()> {
    let pages = plan.pages.iter().map(|(path, page)| {
        let json = serde_json::to_string_pretty(page).context("A page can't be written as JSON")?;
        Ok((folder.join(path), Contents::Text(json + "\n")))
    });
    let copies = plan.copies.iter().map(|(path, from)| Ok((folder.join(path), Contents::CopyOf(from))));
    write_all(content, pages.chain(copies))
}
