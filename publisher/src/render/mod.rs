//! The fourth stage: from the page model to documents.
//!
//! [`shell`] is the application's own document, into which [`snapshot`] puts a page; [`moved`] is what stands
//! at an old address; [`policy`] says what a document may load. [`render`] makes all files of the site.

pub mod moved;
pub mod pictures;
pub mod policy;
pub mod shell;
pub mod snapshot;

use anyhow::Context as _;
use application::page::{Page, PageDocument, PageKind, PagePath};

use crate::compile::Portal;
use shell::Shell;

/// A file of the site.
pub struct RenderedFile {
    /// Its path within the site, without a slash at its beginning.
    pub path: String,
    /// What it holds.
    pub contents: String,
}

/// The files of all pages and old addresses; the shell's own files aren't among them.
///
/// # Errors
/// A page that can't be written as JSON, which would be a fault of ours.
pub fn render(portal: &Portal, shell: &Shell) -> anyhow::Result<Vec<RenderedFile>> {
    let mut files = Vec::new();
    for page in &portal.pages {
        files.extend(render_page(page, shell)?);
    }
    for moved in &portal.moved {
        let page = &portal.pages[moved.to];
        let document = PageDocument::Moved(page.path.clone());
        files.push(file(&moved.from, "page.json", json(&document)?));
        files.push(file(&moved.from, "index.html", moved::document(page)));
    }
    Ok(files)
}

fn render_page(page: &Page, shell: &Shell) -> anyhow::Result<Vec<RenderedFile>> {
    let embedded = json(&PageDocument::Page(page.clone()))?;
    let document = snapshot::snapshot(page, &embedded, shell);
    Ok(match page.kind {
        // Static hosts look for this name when there is nothing at an address; nobody goes there by a link.
        PageKind::NotFound => vec![RenderedFile { path: "404.html".to_owned(), contents: document }],
        _ => vec![file(&page.path, "index.html", document), file(&page.path, "page.json", embedded)],
    })
}

fn json(document: &PageDocument) -> anyhow::Result<String> {
    serde_json::to_string(document).context("A page can't be written as JSON; this is a fault of Seutu")
}

fn file(path: &PagePath, name: &str, contents: String) -> RenderedFile {
    RenderedFile { path: format!("{}{name}", &path.as_str()[1..]), contents }
}
