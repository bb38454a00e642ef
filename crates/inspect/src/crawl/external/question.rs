//! Questions about pages, and what becomes of them.

use url::Url;

use crate::crawl::finding::Silence;

/// Which hosts may be asked for a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Reach {
    /// Any: the author of the site named it.
    Any,
    /// Those of the public internet: another host has led there.
    Public,
}

/// A page to ask for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Question {
    pub(super) page: Url,
    pub(super) reach: Reach,
}

/// What became of a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    /// The page is there, be it only for those who have logged in.
    There,
    /// The page is elsewhere.
    LeadsOn(Url),
    /// The host says that there is no such page.
    Gone(u16),
    /// Nothing is known of the page.
    Silent(Silence),
}
