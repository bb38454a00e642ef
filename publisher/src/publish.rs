//! The whole way, from the editor's files to the site in its place.

use std::path::{Path, PathBuf};

use crate::{
    check::check,
    compile::compile,
    fault::Faults,
    read::{Kept, read},
    render::{render, render_shell, shell::Shell},
    timings::Timings,
    write::Draft,
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
#[derive(Clone, Debug)]
pub struct Published {
    /// How many pages.
    pub pages: usize,
    /// How many old addresses that lead to them.
    pub old_addresses: usize,
    /// How many files are new or differ from those of the site before.
    pub written: usize,
    /// How long each step took.
    pub timings: Timings,
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

/// Publishes a site again and again, and keeps in between what it has read.
pub struct Publisher {
    publication: Publication,
    kept: Kept,
}

impl Publisher {
    /// A publisher that has read nothing yet.
    pub fn new(publication: Publication) -> Publisher {
        Publisher { publication, kept: Kept::default() }
    }

    /// Publishes the site; after a failure the site before is as it was.
    ///
    /// # Errors
    /// All faults of the content together, or the first thing that the system refuses.
    pub fn publish(&mut self) -> Result<Published, Refused> {
        let mut timings = Timings::start();
        let shell = Shell::read(&self.publication.shell)?;
        timings.step("shell");
        let mut faults = Faults::default();
        let sources = read(&self.publication.content, &mut self.kept, &mut faults)?;
        timings.step("read");
        let draft = Draft::begin(&self.publication.out, shell.fingerprint())?;
        timings.step("site before");
        let site = check(&sources, &mut faults);
        timings.step("check");
        let Some(site_file) = &sources.site else { return Err(Refused::Faults(faults)) };
        // Compiled even when there are faults already: it finds those within the texts.
        let doomed = !faults.is_empty();
        let rendered = compile(&site, &site_file.value, &mut faults, |page, old_addresses| {
            if doomed { Ok(()) } else { render(page, old_addresses, &shell, &draft) }
        });
        if !faults.is_empty() {
            return Err(Refused::Faults(faults));
        }
        let pages = rendered.len();
        rendered.into_iter().collect::<anyhow::Result<()>>()?;
        timings.step("compile, render, write");
        render_shell(&shell, &draft)?;
        let written = draft.publish()?;
        timings.step("in place");
        Ok(Published { pages, old_addresses: site.old_addresses.len(), written, timings })
    }
}

/// Reads, checks and compiles the content, publishes nothing, and gives the number of pages.
///
/// # Errors
/// All faults of the content together, or the first thing that the system refuses.
pub fn check_content(content: &Path) -> Result<usize, Refused> {
    let mut faults = Faults::default();
    let sources = read(content, &mut Kept::default(), &mut faults)?;
    let site = check(&sources, &mut faults);
    let Some(site_file) = &sources.site else { return Err(Refused::Faults(faults)) };
    let pages = compile(&site, &site_file.value, &mut faults, |_, _| ()).len();
    if faults.is_empty() { Ok(pages) } else { Err(Refused::Faults(faults)) }
}
