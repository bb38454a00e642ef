//! Walks a finished site as a crawler would, without a network, and says what its visitors would stumble
//! over.
//!
//! [`site`] reads the files on all cores ([`read`]), [`ways`] follows what leads from one to another,
//! [`redirects`] the old addresses, [`reach`] finds what nothing leads to, [`headers`] holds the files
//! against what their host is told to send with them, [`external`] asks other sites, if that is wanted. What
//! is found is data ([`finding`]); the crate `report` says it.

mod external;
pub mod finding;
mod headers;
mod reach;
mod read;
mod redirects;
mod site;
mod ways;

use std::path::Path;

pub use read::rules_of_host;

use content::fault::Faults;
use finding::{CrawlFault, CrawlFinding, of_file};
use site::CrawledSite;
use ways::Ways;

/// What was found on a walk through a site.
#[derive(Debug)]
pub struct Crawled {
    /// How many pages there are, without old addresses.
    pub pages: usize,
    /// What is wrong.
    pub faults: Faults<CrawlFinding>,
}

/// Whether links to other sites are tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OtherSites {
    /// No request leaves this machine.
    LeftAlone,
    /// Each page that a link leads to is asked for.
    Asked,
}

/// What isn't followed on a walk.
fn symbolic_links(site: &CrawledSite) -> anyhow::Result<Vec<CrawlFault>> {
    let fault = |name: &String| {
        let target = site.folder.read_link(name)?.display().to_string();
        Ok(of_file(name, CrawlFinding::SymbolicLink { target }))
    };
    site.folder.links().iter().map(fault).collect()
}

/// Walks the site in a folder.
///
/// # Errors
/// A folder without a site, a file that can't be read.
pub fn crawl(folder: &Path, other_sites: OtherSites) -> anyhow::Result<Crawled> {
    let site = CrawledSite::read(folder)?;
    let mut faults = site.faults_within_files();
    let Ways { leads_to, external, faults: of_ways } = ways::follow(&site);
    faults.extend(of_ways);
    faults.extend(redirects::check(&site));
    faults.extend(reach::orphans(&site, leads_to)?);
    faults.extend(headers::check(&site, folder)?);
    faults.extend(symbolic_links(&site)?);
    if other_sites == OtherSites::Asked {
        faults.extend(external::ask(external));
    }
    faults.sort_by(|a, b| a.place.path().cmp(b.place.path()).then_with(|| a.finding.cmp(&b.finding)));
    faults.dedup();
    Ok(Crawled { pages: site.pages(), faults: faults.into_iter().collect() })
}
