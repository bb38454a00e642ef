//! The fourth stage: from the page model to documents.
//!
//! [`shell`] is the application's own document, into which [`snapshot`] puts a page and its [`head`] with its
//! [`linked_data`]; [`redirect`] is what stands at an old address, [`offline`] what is kept without a
//! connection; [`base`] leads addresses under the folder of the host; [`policy`] says what a document may
//! load, [`integrity`] what its files hold, [`first_paint`] which rules of the style stand in it; [`icons`]
//! draws the mark, [`tokens`] reads the style. [`render`] makes the files of a page.

pub mod base;
mod first_paint;
pub mod head;
pub mod icons;
mod integrity;
pub mod keeping;
mod linked_data;
pub mod offline;
pub mod policy;
pub mod redirect;
pub mod shell;
pub mod snapshot;
pub mod social;
pub mod tokens;

use anyhow::Context as _;
use page::{Page, PageDocument, PageKind, PagePath};

use rayon::prelude::*;

use crate::write::Staging;
use compile::DocumentExtras;
use content::{
    fault::{Fault, Faults, finding::MediaFinding},
    file_system::FileSystem,
    fingerprint::fingerprint,
    own_files::{DATA, DOCUMENT, NOT_FOUND},
    read::assets::{Assets, Use, Used},
};
use keeping::Keeping;
use shell::Shell;

/// Puts the files of a page and of its old addresses into the draft of the new site, and gives their paths.
///
/// When a page's JSON and the head of its document are what they were, so is the document, which then isn't
/// made again.
///
/// # Errors
/// A file that can't be written; a page that can't be written as JSON, which would be a fault of ours.
pub fn render(
    mut page: Page,
    beside: DocumentExtras<'_>,
    shell: &Shell,
    draft: &Staging,
) -> anyhow::Result<Vec<String>> {
    let mut files = Vec::new();
    // Files are named from the site's root, addresses from the host's.
    let folder = page.path.clone();
    shell.base.lead_page(&mut page);
    for from in beside.old_addresses {
        let json = snapshot::json(&PageDocument::Moved(page.path.clone()))?;
        let document = redirect::document(&page);
        let [document_file, json_file] = [DOCUMENT, DATA].map(|name| file(from, name));
        draft.put(document_file.clone(), fingerprint(document.as_bytes()), || document)?;
        draft.put(json_file.clone(), fingerprint(json.as_bytes()), || json)?;
        files.extend([document_file, json_file]);
    }
    let kind = page.kind;
    let head = head::head(&page, beside, shell) + &linked_data::linked_data(&page, beside, shell)?;
    if kind == PageKind::Front && shell.keeping == Keeping::Kept {
        files.push(offline::render_offline(&page, &folder, shell, draft)?);
    }
    let document = PageDocument::Page(page);
    let embedded = snapshot::json(&document)?;
    let PageDocument::Page(page) = document else { return Ok(files) };
    let of_json = fingerprint(embedded.as_bytes());
    let of_document = of_json ^ fingerprint(head.as_bytes()).rotate_left(1);
    // Static hosts look for this name when there is nothing at an address; nobody goes there by a link.
    let document_file =
        if kind == PageKind::NotFound { NOT_FOUND.to_owned() } else { file(&folder, DOCUMENT) };
    let document = || snapshot::snapshot(page, &head, &embedded, shell);
    draft.put(document_file.clone(), of_document, document)?;
    files.push(document_file);
    if kind != PageKind::NotFound {
        let json_file = file(&folder, DATA);
        draft.put(json_file.clone(), of_json, || embedded)?;
        files.push(json_file);
    }
    Ok(files)
}

/// Puts the shell's own files into the draft.
///
/// # Errors
/// A file that can't be written; one where the site has a folder.
pub fn render_shell(shell: &Shell, draft: &Staging) -> anyhow::Result<()> {
    for name in shell.files.keys() {
        if let Some(below) = draft.below(name) {
            anyhow::bail!(
                "The shell has a file {name}, and the site has {below}: a folder can't have the same name. Give the page, old \
                 address, picture or document another address"
            );
        }
    }
    shell.files.par_iter().try_for_each(|(name, contents)| {
        draft.put_immutable(name.clone(), fingerprint(contents), || contents)
    })
}

/// Puts the pictures and documents that are used into the draft, and a smaller size of each large picture
/// that is shown. A picture that can't be made smaller is a fault where it is named.
///
/// # Errors
/// A file that can't be read or written.
pub fn render_assets(
    assets: &Assets,
    files: &dyn FileSystem,
    draft: &Staging,
    faults: &mut Faults,
) -> anyhow::Result<()> {
    let found = assets.used().into_par_iter().map(|(address, used)| {
        let file = &used.asset.file;
        let contents = files.read(file).with_context(|| format!("{} can't be read", file.display()))?;
        let fingerprint = fingerprint(&contents);
        let failed = || format!("{} can't be published", file.display());
        let mut fault = None;
        if let Some(smaller) = smaller_address(&address, &used, assets) {
            let made = || {
                pictures::smaller(&contents).unwrap_or_else(|_| {
                    fault = Some(broken(&used));
                    Vec::new()
                })
            };
            draft.put(smaller, fingerprint, made).with_context(failed)?;
        }
        draft.put(address, fingerprint, || contents).with_context(failed)?;
        fault.transpose()
    });
    let found: Vec<Option<Fault>> = found.collect::<anyhow::Result<_>>()?;
    faults.extend(found.into_iter().flatten());
    Ok(())
}

/// Finds the pictures that can't be made smaller, without publishing anything.
///
/// # Errors
/// None of content that was just compiled.
pub fn check_assets(assets: &Assets, files: &dyn FileSystem, faults: &mut Faults) -> anyhow::Result<()> {
    let found = assets.used().into_par_iter().map(|(address, used)| {
        // One that can't be read was named when its page was compiled.
        let Some(_) = smaller_address(&address, &used, assets) else { return Ok(None) };
        let Ok(contents) = files.read(&used.asset.file) else { return Ok(None) };
        let is_broken = pictures::smaller(&contents).is_err();
        is_broken.then(|| broken(&used)).transpose()
    });
    let found: Vec<Option<Fault>> = found.collect::<anyhow::Result<_>>()?;
    faults.extend(found.into_iter().flatten());
    Ok(())
}

fn smaller_address(address: &str, used: &Used, assets: &Assets) -> Option<String> {
    let picture = used.asset.facts.picture.as_ref().ok().filter(|_| used.how == Use::Shown)?;
    pictures::smaller_address(address, *picture, |other| assets.has_alike(other))
}

fn broken(used: &Used) -> anyhow::Result<Fault> {
    let file = &used.asset.file;
    let named = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    // A page that was published before has sound pictures, and one whose picture changed is made anew.
    let place = used.place.clone().with_context(|| format!("{} can't be made smaller", file.display()))?;
    Ok(Fault::new(MediaFinding::Broken { named }, place))
}

fn file(path: &PagePath, name: &str) -> String {
    format!("{}{name}", &path.as_str()[1..])
}
