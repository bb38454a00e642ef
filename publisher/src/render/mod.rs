//! The fourth stage: from the page model to documents.
//!
//! [`shell`] is the application's own document, into which [`snapshot`] puts a page and its [`head`]; [`moved`] is what stands
//! at an old address; [`policy`] says what a document may load. [`render`] makes the files of a page.

pub mod head;
pub mod moved;
pub mod pictures;
pub mod policy;
pub mod shell;
pub mod snapshot;

use std::{
    collections::BTreeMap,
    hash::{DefaultHasher, Hash, Hasher},
};

use anyhow::Context as _;
use application::page::{Page, PageDocument, PageKind, PagePath};

use rayon::prelude::*;

use crate::{compile::Beside, read::assets::Asset, write::Draft};
use shell::Shell;

/// Puts the files of a page and of its old addresses into the draft of the new site.
///
/// When a page's JSON and the head of its document are what they were, so is the document, which then isn't made
/// again.
///
/// # Errors
/// A file that can't be written; a page that can't be written as JSON, which would be a fault of ours.
pub fn render(page: Page, beside: Beside<'_>, shell: &Shell, draft: &Draft) -> anyhow::Result<()> {
    for from in beside.old_addresses {
        let json = json(&PageDocument::Moved(page.path.clone()))?;
        let document = moved::document(&page);
        draft.put(file(from, "index.html"), fingerprint(document.as_bytes()), || document)?;
        draft.put(file(from, "page.json"), fingerprint(json.as_bytes()), || json)?;
    }
    let (path, kind) = (page.path.clone(), page.kind);
    let head = head::head(&page, beside.picture, &shell.policy);
    let document = PageDocument::Page(page);
    let embedded = json(&document)?;
    let PageDocument::Page(page) = document else { return Ok(()) };
    let (of_json, of_document) = (fingerprint(embedded.as_bytes()), fingerprint_of_both(&head, &embedded));
    // Static hosts look for this name when there is nothing at an address; nobody goes there by a link.
    if kind == PageKind::NotFound {
        let document = || snapshot::snapshot(page, &head, &embedded, shell);
        return draft.put("404.html".to_owned(), of_document, document);
    }
    let document = || snapshot::snapshot(page, &head, &embedded, shell);
    draft.put(file(&path, "index.html"), of_document, document)?;
    draft.put(file(&path, "page.json"), of_json, || embedded)
}

/// Puts the shell's own files into the draft.
///
/// # Errors
/// A file that can't be read or written.
pub fn render_shell(shell: &Shell, draft: &Draft) -> anyhow::Result<()> {
    for file in &shell.files {
        let from = shell.folder.join(file);
        let contents = std::fs::read(&from).with_context(|| format!("{} can't be read", from.display()))?;
        let names: Vec<_> = file.iter().map(|name| name.to_string_lossy()).collect();
        draft.put(names.join("/"), fingerprint(&contents), || contents)?;
    }
    Ok(())
}

/// Puts the pictures and documents that pages use into the draft, and a smaller size of each large picture.
///
/// # Errors
/// A file that can't be read or written; a picture that can't be made smaller.
pub fn render_assets(assets: &BTreeMap<String, Asset>, draft: &Draft) -> anyhow::Result<()> {
    assets.par_iter().try_for_each(|(address, asset)| {
        let unreadable = || format!("{} can't be read", asset.file.display());
        let contents = std::fs::read(&asset.file).with_context(unreadable)?;
        let fingerprint = fingerprint(&contents);
        draft.put(address.clone(), fingerprint, || contents)?;
        let width = pictures::size(&asset.file).map(|(width, _)| width);
        let Some(smaller) = width.and_then(|width| pictures::smaller_name(address, width)) else {
            return Ok(());
        };
        let mut failed = None;
        draft.put(smaller, fingerprint, || {
            pictures::smaller(&asset.file).unwrap_or_else(|error| {
                failed = Some(error);
                Vec::new()
            })
        })?;
        failed.map_or(Ok(()), Err)
    })
}

/// A number that differs when the bytes differ (64 bits, so it is the same by chance practically never).
pub fn fingerprint(bytes: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    hasher.write(bytes);
    hasher.finish()
}

fn fingerprint_of_both(head: &str, embedded: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    head.hash(&mut hasher);
    embedded.hash(&mut hasher);
    hasher.finish()
}

fn json(document: &PageDocument) -> anyhow::Result<String> {
    serde_json::to_string(document).context("A page can't be written as JSON; this is a fault of Seutu")
}

fn file(path: &PagePath, name: &str) -> String {
    format!("{}{name}", &path.as_str()[1..])
}
