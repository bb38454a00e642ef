//! Any finding that Seutu reports.

use content::fault::{Rule, Ruled};
use inspect::crawl::finding::CrawlFinding;

/// Something that is wrong, or that a person should know.
#[derive(Clone, Debug, PartialEq)]
pub enum Finding {
    /// With the content.
    Content(content::fault::ContentFinding),
    /// With a published site.
    Published(CrawlFinding),
    /// With the files of an import.
    Import(import::finding::ImportFinding),
}

impl Ruled for Finding {
    fn rule(&self) -> Rule {
        match self {
            Finding::Content(finding) => finding.rule(),
            Finding::Published(finding) => finding.rule(),
            Finding::Import(finding) => finding.rule(),
        }
    }
}

impl Finding {
    /// Where its rule is explained, relative to the repository.
    pub(crate) fn explained_at(&self) -> String {
        match self {
            Finding::Content(finding) => format!("docs/rules.md#{}", finding.rule().code.replace('.', "")),
            Finding::Published(_) => "docs/publishing.en.md#whether-the-site-is-sound".to_owned(),
            Finding::Import(_) => "docs/publishing.en.md#what-an-import-says".to_owned(),
        }
    }

    /// In how many files a text report names a finding that is the same in all of them. A finding in every
    /// footer is mended once, and a field of front matter is found by its name; all others are named wherever
    /// they are.
    pub(crate) fn files_named(&self) -> usize {
        const FIRST: usize = 3;
        match self {
            Finding::Published(_) => FIRST,
            Finding::Import(import::finding::ImportFinding::FrontMatterUnknown(_)) => FIRST,
            Finding::Content(_) | Finding::Import(_) => usize::MAX,
        }
    }
}

impl From<content::fault::ContentFinding> for Finding {
    fn from(finding: content::fault::ContentFinding) -> Finding {
        Finding::Content(finding)
    }
}

impl From<CrawlFinding> for Finding {
    fn from(finding: CrawlFinding) -> Finding {
        Finding::Published(finding)
    }
}

impl From<import::finding::ImportFinding> for Finding {
    fn from(finding: import::finding::ImportFinding) -> Finding {
        Finding::Import(finding)
    }
}
