//! The whole way, from the editor's files to the site in its place.

use std::path::PathBuf;

use crate::{
    check::{check, orphans},
    compile::{Portal, compile},
    fault::Faults,
    read::read,
    render::{render, shell::Shell},
    write::write,
};

/// From where to where.
#[derive(Clone, Debug)]
pub struct Publication {
    /// The application without content.
    pub shell: PathBuf,
    /// The editor's files.
    pub content: PathBuf,
    /// Where the site is put.
    pub out: PathBuf,
}

/// What was published.
#[derive(Debug)]
pub struct Published {
    /// How many pages.
    pub pages: usize,
    /// How many old addresses that lead to them.
    pub old_addresses: usize,
    /// What could be better, and didn't keep the site from being published.
    pub warnings: Faults,
}

/// Content that was read, checked and compiled.
pub struct Checked {
    /// The pages.
    pub portal: Portal,
    /// What could be better.
    pub warnings: Faults,
}

/// Why nothing was published.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    /// The content has faults; the editor mends them.
    #[error("the content has faults")]
    Faults(Faults),
    /// Something else went wrong.
    #[error(transparent)]
    Failed(#[from] anyhow::Error),
}

/// Publishes a site; after a failure the site before is as it was.
///
/// # Errors
/// All faults of the content together, or the first thing that the system refuses.
pub fn publish(publication: &Publication) -> Result<Published, Refused> {
    let shell = Shell::read(&publication.shell)?;
    let Checked { portal, warnings } = check_content(&publication.content)?;
    let files = render(&portal, &shell)?;
    write(&files, &portal.assets, &shell, &publication.out)?;
    Ok(Published { pages: portal.pages.len(), old_addresses: portal.moved.len(), warnings })
}

/// Reads, checks and compiles the content, and publishes nothing.
///
/// # Errors
/// All faults of the content together, or the first thing that the system refuses.
pub fn check_content(content: &std::path::Path) -> Result<Checked, Refused> {
    let mut faults = Faults::default();
    let sources = read(content, &mut faults)?;
    let site = check(&sources, &mut faults);
    let Some(site_file) = &sources.site else { return Err(Refused::Faults(faults)) };
    // Compiled even when there are faults already: it finds those within the texts.
    let portal = compile(&site, site_file, &mut faults);
    // A page with faults may hold the link that would lead to an orphan.
    if !faults.has_errors() {
        orphans(&site, &portal.pages, &mut faults);
    }
    if faults.has_errors() { Err(Refused::Faults(faults)) } else { Ok(Checked { portal, warnings: faults }) }
}
