//! The whole way, from the editor's files to the site in its place.

use std::path::PathBuf;

use crate::{
    check::check,
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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Published {
    /// How many pages.
    pub pages: usize,
    /// How many old addresses that lead to them.
    pub old_addresses: usize,
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
    let portal = check_content(&publication.content)?;
    let files = render(&portal, &shell)?;
    write(&files, &shell, &publication.out)?;
    Ok(Published { pages: portal.pages.len(), old_addresses: portal.moved.len() })
}

/// Reads, checks and compiles the content, and publishes nothing.
///
/// # Errors
/// All faults of the content together, or the first thing that the system refuses.
pub fn check_content(content: &std::path::Path) -> Result<Portal, Refused> {
    let mut faults = Faults::default();
    let sources = read(content, &mut faults)?;
    let site = check(&sources, &mut faults);
    let Some(site_file) = &sources.site else { return Err(Refused::Faults(faults)) };
    // Compiled even when there are faults already: it finds those within the texts.
    let portal = compile(&site, &site_file.value, &mut faults);
    if faults.is_empty() { Ok(portal) } else { Err(Refused::Faults(faults)) }
}
