//! The shell: the application without content, as Trunk built it.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, bail};

use application::page::document::BASE_ATTRIBUTE;

use super::{base::BasePath, policy};

/// The places in the shell's `index.html` into which a page is put.
const HEAD: &str = "<!--seutu:head-->";
const VIEW: &str = "<!--seutu:view-->";
const PAGE: &str = "<!--seutu:page-->";
const LANGUAGE: &str = "<html lang=\"fi\"";

/// What stands in front of an address from the root, in an attribute of its own or behind another one in it.
const BEFORE_ADDRESSES: [&str; 4] = ["src=\"/", "href=\"/", "content=\"/", ".js /"];

/// The shell's document, cut at the places into which a page is put, and its other files.
pub struct Shell {
    /// The folder it was read from.
    pub folder: PathBuf,
    /// Every file but `index.html`, as paths within the folder.
    pub files: Vec<PathBuf>,
    /// The policy that its documents need.
    pub policy: String,
    /// The folder under which its documents stand.
    pub base: BasePath,
    before_language: String,
    before_head: String,
    before_view: String,
    before_page: String,
    rest: String,
}

impl Shell {
    /// Reads a shell.
    ///
    /// # Errors
    /// A folder that can't be read or isn't a shell.
    pub fn read(folder: &Path) -> anyhow::Result<Shell> {
        let index = folder.join("index.html");
        let document = fs::read_to_string(&index).with_context(|| {
            format!(
                "There is no shell in {}: its index.html can't be read. `cargo xtask build` makes one",
                folder.display()
            )
        })?;
        let mut files = Vec::new();
        list_files(folder, Path::new(""), &mut files)?;
        files.retain(|file| file != Path::new("index.html"));
        files.sort();
        let cut = |text: &str, marker: &str| -> anyhow::Result<(String, String)> {
            match text.split_once(marker) {
                Some((before, after)) => Ok((before.to_owned(), after.to_owned())),
                None => bail!("{} isn't a shell of Seutu: it has no {marker}", index.display()),
            }
        };
        let (before_language, rest) = cut(&document, LANGUAGE)?;
        let (before_head, rest) = cut(&rest, HEAD)?;
        let (before_view, rest) = cut(&rest, VIEW)?;
        let (before_page, rest) = cut(&rest, PAGE)?;
        let policy = policy::policy(&document);
        Ok(Shell {
            folder: folder.to_owned(),
            files,
            policy,
            base: BasePath::default(),
            before_language,
            before_head,
            before_view,
            before_page,
            rest,
        })
    }

    /// The same shell for a site that stands under a folder: its files are asked for there.
    pub fn under(self, base: BasePath) -> Shell {
        if base.is_root() {
            return self;
        }
        let lead = |part: String| {
            BEFORE_ADDRESSES.iter().fold(part, |part, before| {
                let led = format!("{}{}/", before.trim_end_matches('/'), base.as_str());
                part.replace(before, &led)
            })
        };
        Shell {
            before_head: lead(self.before_head),
            before_view: lead(self.before_view),
            before_page: lead(self.before_page),
            rest: lead(self.rest),
            base,
            ..self
        }
    }

    /// A number that differs when the documents of two shells would.
    pub fn fingerprint(&self) -> u64 {
        super::fingerprint(self.fill("", &self.policy, "", "").as_bytes())
    }

    /// The text of its stylesheets.
    ///
    /// # Errors
    /// A stylesheet that can't be read.
    pub fn stylesheet(&self) -> anyhow::Result<String> {
        let sheets = self.files.iter().filter(|file| file.extension().is_some_and(|ending| ending == "css"));
        sheets
            .map(|file| self.folder.join(file))
            .map(|file| {
                fs::read_to_string(&file).with_context(|| format!("{} can't be read", file.display()))
            })
            .collect()
    }

    /// A document of the shell in which no application starts: without the links by which `start.js` finds it.
    pub fn plain(&self, head: &str, view: &str) -> String {
        let mut document = self.fill("fi", head, view, "");
        for link in ["<link rel=\"modulepreload\"", "<link rel=\"preload\""] {
            while let Some((start, length)) =
                document.find(link).and_then(|start| Some((start, document[start..].find('>')? + 1)))
            {
                document.replace_range(start..start + length, "");
            }
        }
        document
    }

    /// The shell's document with a page in it; every part is HTML already.
    pub(super) fn fill(&self, language: &str, head: &str, view: &str, page: &str) -> String {
        let base = match self.base.as_str() {
            "" => String::new(),
            base => format!(" {BASE_ATTRIBUTE}=\"{base}\""),
        };
        [
            &self.before_language,
            "<html lang=\"",
            language,
            "\"",
            &base,
            &self.before_head,
            head,
            &self.before_view,
            view,
            &self.before_page,
            page,
            &self.rest,
        ]
        .concat()
    }
}

fn list_files(folder: &Path, within: &Path, files: &mut Vec<PathBuf>) -> anyhow::Result<()> {
    let here = folder.join(within);
    let read = || format!("The shell's folder {} can't be read", here.display());
    for entry in fs::read_dir(&here).with_context(read)? {
        let entry = entry.with_context(read)?;
        let path = within.join(entry.file_name());
        if entry.file_type().with_context(read)?.is_dir() {
            list_files(folder, &path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}
