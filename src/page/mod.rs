//! The page model: what one page of the portal is, complete in itself.
//!
//! The publisher makes it, the views show it, `page.json` and the embedded page data carry it.
//! It does no I/O and knows no HTML. Read [`Page`] first, then [`block`] and [`inline`]; [`path`] and
//! [`href`] hold the two kinds of addresses; [`document`] is the file a page travels in.

pub mod block;
pub mod date;
pub mod document;
pub mod href;
pub mod inline;
pub mod path;

use serde::{Deserialize, Serialize};

pub use block::{Block, Fact, HeadingLevel, ListOrder, ListingEntry, MapEntry};
pub use date::FormattedDate;
pub use document::PageDocument;
pub use href::Href;
pub use inline::Inline;
pub use path::PagePath;

/// One page of the portal, with all that is needed to show it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Page {
    /// Where the page is.
    pub path: PagePath,
    /// The page's absolute address for search engines (RFC 6596); a page that has no address of its own,
    /// such as "not found", has none.
    pub canonical: Option<String>,
    /// The language of the page and of the interface around it.
    pub language: Language,
    /// What sort of page it is.
    pub kind: PageKind,
    /// The text of the page's only `h1`.
    pub title: String,
    /// The document's title: the page's title first, then the site's name (WCAG 2.4.2).
    pub document_title: String,
    /// One or two sentences for search results.
    pub description: String,
    /// A line under the title, without its dash.
    pub tagline: Option<String>,
    /// The way from the front page to this page, both included.
    pub breadcrumb: Vec<PageLink>,
    /// The page's content, in reading order.
    pub blocks: Vec<Block>,
    /// What stands around every page of the site.
    pub site: SiteFrame,
}

/// What stands around every page: the same for all pages of a language, a handful of links at most.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SiteFrame {
    /// The site's name, as in "Jyväskylän seutu".
    pub name: String,
    /// The site's slogan, as in "ihmistä varten".
    pub slogan: String,
    /// The front page of this language.
    pub home: PagePath,
    /// The main menu.
    pub menu: Vec<PageLink>,
    /// The links in the footer.
    pub footer: Vec<PageLink>,
}

/// A page's name and where it is: an item of a menu or of a breadcrumb.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PageLink {
    /// The name to show.
    pub name: String,
    /// Where it leads.
    pub path: PagePath,
}

/// What sort of page it is; the design may depend on it, the content doesn't.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum PageKind {
    /// The first page of a language.
    Front,
    /// A page that gathers the pages under it.
    Section,
    /// An ordinary page.
    Article,
    /// A news item.
    News,
    /// A call with a deadline.
    Call,
    /// An event with a date and a place.
    Event,
    /// The list of all pages.
    SiteMap,
    /// What an unknown address shows, with the status 404.
    NotFound,
}

/// A language that the interface speaks (BCP 47 tags).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Finnish.
    Fi,
    /// Swedish.
    Sv,
    /// English.
    En,
}

impl Language {
    /// Every language of the interface.
    pub const ALL: [Language; 3] = [Language::Fi, Language::Sv, Language::En];

    /// The language's tag for the `lang` attribute (BCP 47).
    pub const fn tag(self) -> &'static str {
        match self {
            Language::Fi => "fi",
            Language::Sv => "sv",
            Language::En => "en",
        }
    }

    /// The language that a tag names, if the interface speaks it.
    pub fn from_tag(tag: &str) -> Option<Language> {
        Language::ALL.into_iter().find(|language| language.tag() == tag)
    }
}
