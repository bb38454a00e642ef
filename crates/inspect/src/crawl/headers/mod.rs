//! What hosts are told to send with the files of a site: what may be kept for ever is kept, and nothing else;
//! programs of other sites may read the data.
//!
//! [`netlify`] knows what the rules of `_headers` give a file, [`htaccess`] what Apache's lines do. Both are
//! judged by [`hold`]: where one says too much, it is named; where none says enough, the file that lacks it.

mod hold;
mod htaccess;
mod netlify;

use std::path::Path;

use super::{finding::CrawlFault, site::CrawledSite};

/// Holds the files of a site against what its hosts are told.
///
/// # Errors
/// Rules that can't be read.
pub fn check(site: &CrawledSite, folder: &Path) -> anyhow::Result<Vec<CrawlFault>> {
    let mut faults = netlify::check(site, folder)?;
    faults.extend(htaccess::check(site));
    Ok(faults)
}
