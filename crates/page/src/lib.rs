//! The page model: what one page of the portal is, complete in itself.
//!
//! The publisher makes it, the views show it, `page.json` and the embedded page data carry it.
//! It does no I/O and knows no HTML. Read [`Page`] first, then [`block`] and [`inline`]; [`path`] and
//! [`href`] hold the two kinds of addresses; [`document`] is the file a page travels in; [`json`] and
//! [`decode`] read it; [`walk`] finds the
//! addresses and the texts of blocks.
//!
//! # Examples
//!
//! An address is checked once, where it is read:
//!
//! ```
//! use page::PagePath;
//!
//! assert_eq!(PagePath::parse("/hankkeet/haku")?.as_str(), "/hankkeet/haku/");
//! assert!(PagePath::parse("/hankkeet/../haku/").is_err());
//! # Ok::<(), page::path::PathError>(())
//! ```

pub mod block;
pub mod date;
pub mod decode;
pub mod document;
pub mod href;
pub mod inline;
pub mod json;
pub mod path;
pub mod walk;

use serde::Serialize;

pub use block::{
    Block, CallState, Fact, Figure, GroupKind, HeadingLevel, List, ListItem, ListOrder, Listing,
    ListingEntry, ListingKind, MapEntry, Pager, Table,
};
pub use date::FormattedDate;
pub use document::PageDocument;
pub use href::Href;
pub use inline::Inline;
pub use interface_language::{Language, counted};
pub use path::PagePath;

use decode::{Decode, Fields, decode_names, decode_struct};
use json::Json;

/// One page of the portal, with all that is needed to show it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
    /// Whether the page is long enough for a list of its headings.
    #[serde(skip_serializing_if = "is_false")]
    pub contents: bool,
    /// The pages of a section in reading order, for whoever prints all of it; none of one that is too large for that.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub section: Vec<PagePath>,
    /// Pages about the same thing.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<PageLink>,
    /// The pages before and after it, in the order in which a reader goes through the section.
    #[serde(skip_serializing_if = "Neighbours::is_empty")]
    pub neighbours: Neighbours,
    /// The same page in easy language, or in standard language where this one is easy; the name says which.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub variant: Option<PageLink>,
    /// The other languages of the site, each with this page in it or, where it isn't translated, the front page.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub translations: Vec<Translation>,
    /// Pages that one would look for under this one, but that exist in other languages only.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub in_other_languages: Vec<ListingEntry>,
    /// When its text changed last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub changed: Option<FormattedDate>,
    /// What stands around every page of the site.
    pub site: SiteFrame,
}

/// What stands around every page: the same for all pages of a language, a handful of links at most.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SiteFrame {
    /// The site's name, as in "Jyväskylän seutu".
    pub name: String,
    /// The site's slogan, as in "ihmistä varten".
    pub slogan: String,
    /// The language of name and slogan, where it isn't the page's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub named_in: Option<Language>,
    /// The front page of this language.
    pub home: PagePath,
    /// The main menu.
    pub menu: Vec<PageLink>,
    /// The links in the footer.
    pub footer: Vec<PageLink>,
    /// Where one searches.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub search: Option<PagePath>,
    /// What every visitor should know for a while.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notice: Option<SiteNotice>,
    /// Where visitors give feedback.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub feedback: Option<Href>,
    /// Who is behind the site.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact: Option<SiteContact>,
}

/// Who is behind the site, and how to reach them.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SiteContact {
    /// The name, as in "Järvilän kunta".
    pub name: String,
    /// The e-mail address, the telephone number, the postal address.
    pub facts: Vec<Fact>,
}

/// What every visitor should know for a while; the moments are UTC as in `2006-12-08T22:00:00Z` and compare as text.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SiteNotice {
    /// The text.
    pub text: Vec<Inline>,
    /// Its time, for those who read it without a clock of ours.
    pub when: Vec<Inline>,
    /// From when on it is shown.
    pub start: String,
    /// From when on it isn't shown any more.
    pub end: String,
}

/// The pages before and after a page.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Neighbours {
    /// The page before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub previous: Option<PageLink>,
    /// The page after.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<PageLink>,
}

impl Neighbours {
    /// Whether there is neither.
    pub fn is_empty(&self) -> bool {
        self.previous.is_none() && self.next.is_none()
    }
}

/// A page in another language.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Translation {
    /// The language.
    pub language: Language,
    /// The page's title in that language.
    pub title: String,
    /// Where it is.
    pub path: PagePath,
    /// The page doesn't exist in that language: this is the language's front page.
    #[serde(skip_serializing_if = "is_false")]
    pub instead: bool,
}

fn is_false(value: &bool) -> bool {
    !value
}

/// A page's name and where it is: an item of a menu or of a breadcrumb.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PageLink {
    /// The name to show.
    pub name: String,
    /// Where it leads.
    pub path: PagePath,
}

/// What sort of page it is; the design may depend on it, the content doesn't.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
    /// A page of documents.
    Materials,
    /// An organisation or a person.
    Contact,
    /// The list of all pages.
    SiteMap,
    /// The page on which one searches.
    Search,
    /// A page that was withdrawn.
    Gone,
    /// What an unknown address shows, with the status 404.
    NotFound,
}

decode_struct!(Page {
    path,
    canonical,
    language,
    kind,
    title,
    document_title,
    description,
    tagline,
    breadcrumb,
    blocks,
    contents,
    section,
    related,
    neighbours,
    variant,
    translations,
    in_other_languages,
    changed,
    site,
});
decode_struct!(SiteFrame { name, slogan, named_in, home, menu, footer, search, notice, feedback, contact });
decode_struct!(SiteContact { name, facts });
decode_struct!(SiteNotice { text, when, start, end });
decode_struct!(PageLink { name, path });
decode_struct!(Translation { language, title, path, instead });
decode_names!(PageKind {
    "front" => Front,
    "section" => Section,
    "article" => Article,
    "news" => News,
    "call" => Call,
    "event" => Event,
    "materials" => Materials,
    "contact" => Contact,
    "siteMap" => SiteMap,
    "search" => Search,
    "gone" => Gone,
    "notFound" => NotFound,
});

impl Decode for Neighbours {
    fn decode(value: Json) -> Option<Neighbours> {
        let Some(mut fields) = Fields::of(value) else { return Some(Neighbours::default()) };
        Some(Neighbours { previous: fields.take("previous")?, next: fields.take("next")? })
    }
}

impl Decode for Language {
    fn decode(value: Json) -> Option<Language> {
        Language::from_tag(&value.into_text()?)
    }
}
