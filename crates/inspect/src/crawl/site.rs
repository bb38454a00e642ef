//! A published site with all that a crawler takes from its files.

use site::hosting::HTACCESS;
use std::{collections::HashMap, path::Path};

use anyhow::Context as _;
use percent_encoding::percent_decode_str;
use rayon::prelude::*;

use super::{
    finding::{CrawlFault, CrawlFinding, InFile},
    read::{CrawledDocument, PageFacts, is_read, read},
};
use crate::published::{
    address::{Base, Target},
    folder::{Folder, path_of},
};
use content::own_files::OFFLINE;

/// A published site.
pub struct CrawledSite {
    /// Its files.
    pub folder: Folder,
    /// The address at which its folder stands.
    pub base: Base,
    /// What each file says, by its number; of a file that isn't read, nothing.
    documents: Vec<CrawledDocument>,
    /// The redirect from each old address, by its path without the slash at its end.
    redirects: HashMap<String, KnownRedirect>,
    /// The numbers of the files with rules that may lead on, Apache alone can tell where to.
    leading: Vec<usize>,
}

/// The redirect from an old address.
#[derive(Clone, Debug)]
pub struct KnownRedirect {
    /// The number of the file that says so.
    pub file: usize,
    /// Where it leads, as it is written.
    pub to: String,
    /// The line and column at which the file says so, counted from 1, where that is known.
    pub at: Option<(usize, usize)>,
}

/// What stands at a path of the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum At {
    /// The file with this number.
    File(usize),
    /// An old address with a redirect.
    Redirect,
    /// No file, but a rule of Apache may lead on from there.
    Unclear,
    /// Nothing.
    Nothing,
}

impl CrawledSite {
    /// Reads all files of a site, on all cores.
    ///
    /// # Errors
    /// A folder without a site, a file that can't be read.
    pub fn read(path: &Path) -> anyhow::Result<CrawledSite> {
        let folder = Folder::of(path)?;
        let document = |name: &String| {
            if is_read(name) { Ok(read(name, &folder.read(name)?)) } else { Ok(CrawledDocument::default()) }
        };
        let documents: Vec<CrawledDocument> =
            folder.names().par_iter().map(document).collect::<anyhow::Result<_>>()?;
        let front = folder.number("index.html").and_then(|front| documents[front].page.as_ref());
        let base = Base::of_front_page(front.and_then(|front| front.canonical.as_deref()))
            .context("The address of the site can't be made out; this is a fault of Seutu")?;
        let leading = (0..documents.len()).filter(|file| !documents[*file].may_lead_on.is_empty()).collect();
        let mut site = CrawledSite { folder, base, documents, redirects: HashMap::new(), leading };
        site.redirects = site.old_addresses();
        Ok(site)
    }

    /// The files with what they say.
    pub fn documents(&self) -> impl ParallelIterator<Item = (usize, &str, &CrawledDocument)> {
        let numbered = self.folder.names().par_iter().zip(&self.documents).enumerate();
        numbered.map(|(number, (name, document))| (number, name.as_str(), document))
    }

    /// What a file says.
    pub fn document(&self, number: usize) -> &CrawledDocument {
        &self.documents[number]
    }

    /// What a page's document says.
    pub fn page(&self, number: usize) -> Option<&PageFacts> {
        self.documents[number].page.as_ref()
    }

    /// How many pages there are, without old addresses and what stands in place of a page without a
    /// connection.
    pub fn pages(&self) -> usize {
        let named = self.folder.names().iter().zip(&self.documents);
        let of_addresses = named.filter(|(name, _)| name.rsplit('/').next() != Some(OFFLINE));
        let pages = of_addresses.filter_map(|(_, document)| document.page.as_ref());
        pages.filter(|page| page.leads_on.is_none()).count()
    }

    /// The old addresses, by their path without the slash at its end.
    pub fn redirects(&self) -> &HashMap<String, KnownRedirect> {
        &self.redirects
    }

    /// What stands at a path.
    pub fn at(&self, path: &str) -> At {
        if self.redirects.contains_key(path.trim_end_matches('/')) {
            return At::Redirect;
        }
        match self.folder.at(path) {
            Some(file) => At::File(file),
            None if self.may_lead_on(path) => At::Unclear,
            None => At::Nothing,
        }
    }

    /// Whether a rule of Apache may lead on from a path, whatever stands there; where to, only Apache can
    /// tell.
    pub fn may_lead_on(&self, path: &str) -> bool {
        self.leading.iter().any(|file| {
            let folder = self.folder.names()[*file].trim_end_matches(HTACCESS);
            let is_read = format!("{path}/").starts_with(folder);
            let root = percent_decode_str(self.base.root().path()).decode_utf8_lossy();
            let address = format!("{root}{path}");
            is_read && self.documents[*file].may_lead_on.iter().any(|rule| rule.is_for(&address))
        })
    }

    /// Whether something stands at an address that begins with a path, be it a file or an old address.
    pub fn has_below(&self, path: &str) -> bool {
        let names = self.folder.names();
        let first = names.partition_point(|name| name.as_str() < path);
        names.get(first).is_some_and(|name| name.starts_with(path))
            || self.redirects.keys().any(|old| old.starts_with(path))
    }

    /// What is wrong with each file by itself, and with its address.
    pub fn faults_within_files(&self) -> Vec<CrawlFault> {
        let faults = self.documents().flat_map_iter(|(number, name, document)| {
            let of_address = self.differing_canonical(name, document).into_iter();
            let of_data = self.differing_data(number, name);
            let of_others = of_address.chain(of_data).map(InFile::whole);
            document.findings.iter().cloned().chain(of_others).map(|finding| finding.of_file(name))
        });
        faults.collect()
    }

    /// A page names its own address; an old address names that of the page to which it leads.
    fn differing_canonical(&self, name: &str, document: &CrawledDocument) -> Option<CrawlFinding> {
        let page = document.page.as_ref()?;
        let canonical = page.canonical.as_ref()?;
        let own = self.base.address(name);
        let expected = match &page.leads_on {
            Some(to) => match self.base.resolve(&own, to) {
                Target::Within { path, .. } => self.base.address(&path),
                _ => return None,
            },
            None => own,
        };
        let differs = self.base.is_known() && canonical != expected.as_str();
        let (canonical, expected) = (canonical.clone(), expected.to_string());
        differs.then_some(CrawlFinding::CanonicalDiffers { canonical, expected })
    }

    /// The application and the document show the same page: one of them is left from another publication
    /// otherwise.
    fn differing_data(&self, number: usize, name: &str) -> Option<CrawlFinding> {
        self.page(number)?;
        let embedded = self.document(number).page_data?;
        let data = self.folder.number(&format!("{}page.json", path_of(name)))?;
        let differs = self.document(data).page_data.is_some_and(|data| data != embedded);
        differs.then_some(CrawlFinding::PageDataDiffers)
    }

    /// The documents that lead on by themselves, and the rules of hosts, which hold where there is no file.
    fn old_addresses(&self) -> HashMap<String, KnownRedirect> {
        let mut redirects = HashMap::new();
        for (file, (name, document)) in self.folder.names().iter().zip(&self.documents).enumerate() {
            let here = self.base.address(name);
            for rule in &document.redirects {
                if let Target::Within { path, .. } = self.base.resolve(&here, &rule.from)
                    && self.folder.at(&path).is_none()
                    && !self.may_lead_on(&path)
                {
                    // Of two rules for one address, the first holds.
                    let redirect = KnownRedirect { file, to: rule.to.clone(), at: rule.at };
                    redirects.entry(path.trim_end_matches('/').to_owned()).or_insert(redirect);
                }
            }
            if let Some(to) = document.page.as_ref().and_then(|page| page.leads_on.clone()) {
                let redirect = KnownRedirect { file, to, at: None };
                redirects.entry(path_of(name).trim_end_matches('/').to_owned()).or_insert(redirect);
            }
        }
        redirects
    }
}
