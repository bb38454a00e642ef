//! What an import has to be told.

use std::collections::BTreeSet;

use jiff::Timestamp;
use page::Language;

/// What an import needs to know besides the tree.
#[derive(Clone, Copy, Debug)]
pub struct ImportOptions<'a> {
    /// The language of the pages.
    pub language: Language,
    /// The main language of the site, whose pages have no language in their addresses.
    pub main: Language,
    /// The pages that are there already, without `.json` and `/index.json`: no section is made for these.
    pub existing: &'a BTreeSet<String>,
    /// The moment of the import: a page that appears later, or has expired, becomes a draft.
    pub now: Timestamp,
}
