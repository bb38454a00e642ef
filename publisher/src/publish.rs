//! The whole way, from the editor's files to the site in its place.

use std::path::{Path, PathBuf};

use application::page::Page;

use crate::{
    check::{Reached, check},
    compile::compile,
    fault::Faults,
    read::{Kept, read},
    render::{render, render_assets, render_shell, shell::Shell},
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
#[derive(Debug)]
pub struct Published {
    /// How many pages.
    pub pages: usize,
    /// How many old addresses that lead to them.
    pub old_addresses: usize,
    /// How many files are new or differ from those of the site before.
    pub written: usize,
    /// What could be better, and didn't keep the site from being published.
    pub warnings: Faults,
    /// How long each step took.
    pub timings: Timings,
}

/// Content that was read, checked and compiled.
#[derive(Debug)]
pub struct Checked<R> {
    /// What was made of each page, in the order of their addresses.
    pub pages: Vec<R>,
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
        let doomed = faults.has_errors();
        let reached = Reached::default();
        let rendered = compile(&site, site_file, &mut faults, |page, beside| {
            reached.note(&page);
            if doomed { Ok(()) } else { render(page, beside, &shell, &draft) }
        });
        if faults.has_errors() {
            return Err(Refused::Faults(faults));
        }
        // Only now: a page with faults might have held the link that leads to an orphan.
        reached.report_orphans(&site, &mut faults);
        let pages = rendered.len();
        rendered.into_iter().collect::<anyhow::Result<()>>()?;
        timings.step("compile, render, write");
        render_shell(&shell, &draft)?;
        render_assets(&site.assets.used(), &draft)?;
        let written = draft.publish()?;
        timings.step("in place");
        Ok(Published { pages, old_addresses: site.old_addresses.len(), written, warnings: faults, timings })
    }
}

/// Reads, checks and compiles the content, publishes nothing, and gives what `each` makes of every page.
///
/// # Errors
/// All faults of the content together, or the first thing that the system refuses.
pub fn check_content<R: Send>(
    content: &Path,
    each: impl Fn(Page) -> R + Sync,
) -> Result<Checked<R>, Refused> {
    let mut faults = Faults::default();
    let sources = read(content, &mut Kept::default(), &mut faults)?;
    let site = check(&sources, &mut faults);
    let Some(site_file) = &sources.site else { return Err(Refused::Faults(faults)) };
    let reached = Reached::default();
    let pages = compile(&site, site_file, &mut faults, |page, _| {
        reached.note(&page);
        each(page)
    });
    if faults.has_errors() {
        return Err(Refused::Faults(faults));
    }
    reached.report_orphans(&site, &mut faults);
    Ok(Checked { pages, warnings: faults })
}
