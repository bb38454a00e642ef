//! The blocks a page is built of, in the order in which they are read.

use serde::{Deserialize, Serialize};

use super::{FormattedDate, Inline, PagePath};

/// A block of a page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Block {
    /// A heading under the page's title.
    Heading {
        /// Its level.
        level: HeadingLevel,
        /// Its anchor, unique on the page.
        id: String,
        /// Its text.
        text: String,
    },
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A list whose items are text.
    List {
        /// Whether the order matters.
        order: ListOrder,
        /// The items.
        items: Vec<Vec<Inline>>,
    },
    /// Terms and their values: a call's deadline, an event's place, a contact's address.
    Facts(Vec<Fact>),
    /// Other pages, each with a few words: children, news.
    Listing(Vec<ListingEntry>),
    /// The pages of the site as a tree.
    SiteMap(Vec<MapEntry>),
}

/// How deep a heading is; the page's title is the `h1` and stands outside of the blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum HeadingLevel {
    /// A part of the page.
    H2,
    /// A part of a part.
    H3,
}

/// Whether the order of a list's items matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ListOrder {
    /// Any order would do (`ul`).
    Unordered,
    /// The items are steps (`ol`).
    Ordered,
}

/// A term and its value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Fact {
    /// What it is, as in "Hakuaika päättyy".
    pub term: String,
    /// Its value.
    pub value: Vec<Inline>,
}

/// A page as it stands in a listing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ListingEntry {
    /// The page's title.
    pub title: String,
    /// Where it is.
    pub path: PagePath,
    /// What the page is about, in a sentence.
    pub summary: String,
    /// What its date means and the date, as in "Hakuaika päättyy" 8.12.2006; a page without a date has none.
    pub date: Option<(String, FormattedDate)>,
}

/// A page in the site map, with the pages under it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MapEntry {
    /// The page's title.
    pub title: String,
    /// Where it is.
    pub path: PagePath,
    /// The pages under it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub children: Vec<MapEntry>,
}
