//! What changes for visitors from one published site to the next: told before the next one is published.
//!
//! [`site`] reads both by the data of their pages, [`mod@compare`] finds what became of each page and file,
//! [`words`] says it, [`report`] puts it in order.

mod change;
mod compare;
mod report;
mod site;
mod words;

use std::path::Path;

pub use change::{Difference, Edit, Fate, FileChange, Named, PageChange};
pub use report::{json, report};

use compare::compare;
use site::ComparedSite;

/// Compares two published sites.
///
/// # Errors
/// A folder without a site, a file that can't be read, the data of a page of another version of Seutu.
pub fn difference(old: &Path, new: &Path) -> anyhow::Result<Difference> {
    compare(&ComparedSite::read(old)?, &ComparedSite::read(new)?)
}
