//! Walks a finished site as a crawler would, without a network, and says what its visitors would stumble over.
//!
//! [`site`] reads the files on all cores ([`read`]), [`ways`] follows what leads from one to another, [`moved`] the old
//! addresses, [`reach`] finds what nothing leads to, [`headers`] holds the files against what their host is told to send with
//! them, [`external`] asks other sites, if that is wanted. What is found is data ([`finding`]); [`words`] says it, [`report`]
//! puts it in order.

mod external;
pub mod finding;
mod headers;
mod moved;
mod reach;
mod read;
mod report;
mod site;
mod ways;
mod words;

use std::path::Path;

pub use read::rules_of_host;
pub use report::{json, report, sarif};

use content::fault::Severity;
use finding::{CrawlFault, CrawlFinding};
use site::CrawledSite;
use ways::Ways;

/// What was found on a walk through a site.
#[derive(Debug)]
pub struct Crawled {
    /// How many pages there are, without old addresses.
    pub pages: usize,
    /// What is wrong, by file and rule.
    pub faults: Vec<CrawlFault>,
}

/// Whether links to other sites are tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OtherSites {
    /// No request leaves this machine.
    LeftAlone,
    /// Each page that a link leads to is asked for.
    Asked,
}

impl Crawled {
    /// Whether the site has a fault, and not only what could be better.
    pub fn has_errors(&self) -> bool {
        self.faults.iter().any(|fault| fault.severity == Severity::Error)
    }

    /// Makes all warnings errors.
    pub fn deny_warnings(&mut self) {
        self.faults.iter_mut().for_each(|fault| fault.severity = Severity::Error);
    }
}

/// What isn't followed on a walk.
fn symbolic_links(site: &CrawledSite) -> anyhow::Result<Vec<CrawlFault>> {
    let fault = |name: &String| {
        let target = site.folder.read_link(name)?.display().to_string();
        Ok(CrawlFault::new(name, CrawlFinding::SymbolicLink { target }))
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
    faults.extend(moved::check(&site));
    faults.extend(reach::orphans(&site, leads_to)?);
    faults.extend(headers::check(&site, folder)?);
    faults.extend(symbolic_links(&site)?);
    if other_sites == OtherSites::Asked {
        faults.extend(external::ask(external));
    }
    faults.sort_by(|a, b| {
        let key = |fault: &CrawlFault| (fault.file.clone(), fault.finding.code());
        key(a).cmp(&key(b)).then_with(|| a.finding.cmp(&b.finding))
    });
    faults.dedup();
    Ok(Crawled { pages: site.pages(), faults })
}
