//! The ways from file to file: each leads to something that is there.

use std::collections::BTreeMap;

use rayon::prelude::*;
use url::Url;

use super::{
    finding::{CrawlFault, CrawlFinding, of_file},
    read::{CrawledDocument, How, Link},
    site::{At, CrawledSite},
};
use crate::published::address::Target;

/// Where the files of a site lead.
#[derive(Debug, Default)]
pub struct Ways {
    /// The numbers of the files to which each file leads, by its number.
    pub leads_to: Vec<Vec<usize>>,
    /// The pages of other sites, and the files that lead there.
    pub external: BTreeMap<Url, Vec<String>>,
    /// What is wrong with the ways.
    pub faults: Vec<CrawlFault>,
}

/// Where a link leads, or what is wrong with it.
enum Led {
    To(usize),
    Out(Url),
    Wrong(CrawlFinding),
    /// To what a crawler has nothing to say about.
    Past,
}

/// Follows every link of a site, on all cores.
pub fn follow(site: &CrawledSite) -> Ways {
    let led: Vec<Vec<Led>> = site
        .documents()
        .map(|(_, name, document)| {
            let here = site.base.address(name);
            let said = document_beside(site, name);
            let open = document.links.iter().filter(|link| !said.is_some_and(|said| has(said, link)));
            open.map(|link| lead(site, &here, link)).collect()
        })
        .collect();
    let mut ways = Ways { leads_to: vec![Vec::new(); led.len()], ..Ways::default() };
    for (number, (name, led)) in site.folder.names().iter().zip(led).enumerate() {
        for led in led {
            match led {
                Led::To(file) => ways.leads_to[number].push(file),
                Led::Out(address) => ways.external.entry(address).or_default().push(name.clone()),
                Led::Wrong(finding) => ways.faults.push(of_file(name, finding)),
                Led::Past => {}
            }
        }
    }
    ways
}

/// The document beside the data of a page: what both name is followed once.
fn document_beside<'s>(site: &'s CrawledSite, name: &str) -> Option<&'s CrawledDocument> {
    let folder = name.strip_suffix("page.json")?;
    site.folder.number(&format!("{folder}index.html")).map(|number| site.document(number))
}

fn has(document: &CrawledDocument, link: &Link) -> bool {
    document.links.binary_search_by(|other| other.to.cmp(&link.to)).is_ok()
}

fn lead(site: &CrawledSite, here: &Url, link: &Link) -> Led {
    let target = || link.to.clone();
    if link.how == How::Entry && Url::parse(&link.to).is_err() {
        return Led::Wrong(CrawlFinding::AddressMalformed { target: target() });
    }
    match site.base.resolve(here, &link.to) {
        Target::Within { path, anchor } => within(site, &path, anchor, link),
        Target::PastBase => {
            let base = site.base.root().path().to_owned();
            Led::Wrong(CrawlFinding::PastBase { target: target(), base })
        }
        Target::External(_) if link.how == How::Entry && site.base.is_known() => {
            Led::Wrong(CrawlFinding::EntryElsewhere { address: target(), site: site.base.root().to_string() })
        }
        Target::External(mut address) => {
            // What stands behind it isn't sent to the host.
            address.set_fragment(None);
            Led::Out(address)
        }
        Target::Elsewhere => Led::Past,
        Target::Malformed => Led::Wrong(CrawlFinding::AddressMalformed { target: target() }),
    }
}

fn within(site: &CrawledSite, path: &str, anchor: Option<String>, link: &Link) -> Led {
    let target = link.to.clone();
    match site.at(path) {
        At::File(file) => {
            match anchor.filter(|anchor| lacks(site, file, anchor) && !site.may_lead_on(path)) {
                Some(anchor) => Led::Wrong(CrawlFinding::AnchorNowhere { target, anchor }),
                None => Led::To(file),
            }
        }
        At::Redirect if link.how == How::Entry => {
            Led::Wrong(CrawlFinding::EntryRedirected { address: target })
        }
        At::Redirect => site.folder.at(path).map_or(Led::Past, Led::To),
        At::Unclear => Led::Past,
        At::Nothing => Led::Wrong(match link.how {
            How::Link => CrawlFinding::LinkNowhere { target },
            How::Picture => CrawlFinding::PictureMissing { target },
            How::File => CrawlFinding::FileMissing { target },
            How::Entry => CrawlFinding::EntryNowhere { address: target },
        }),
    }
}

/// Only a page's document has places of its own; that of a PDF is known to its reader.
fn lacks(site: &CrawledSite, file: usize, anchor: &str) -> bool {
    site.page(file).is_some_and(|page| !page.ids.contains(anchor))
}
