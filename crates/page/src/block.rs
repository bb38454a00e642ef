//! The blocks a page is built of, in the order in which they are read.

use serde::Serialize;

use super::{
    date::FormattedDate,
    decode::{Decode, Fields, decode_names, decode_struct, variant},
    inline::Inline,
    json::Json,
    path::PagePath,
};
use interface_language::Language;

/// A block of a page.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
    /// A list.
    List(List),
    /// Terms and their values: a call's deadline, an event's place, a contact's address.
    Facts(Vec<Fact>),
    /// Blocks that belong together and stand out: a quote, a notice, something to open.
    Group {
        /// What holds them together.
        kind: GroupKind,
        /// What stands above them.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        title: Vec<Inline>,
        /// The blocks; no headings are among them.
        blocks: Vec<Block>,
    },
    /// A table.
    Table(Table),
    /// A picture.
    Figure(Figure),
    /// Text in which every space counts.
    Code {
        /// The text.
        text: String,
        /// The programming language, as HTML §4.5.15 would have it named: "rust".
        #[serde(skip_serializing_if = "Option::is_none")]
        language: Option<String>,
    },
    /// Whether a call is coming, open or closed; that depends on the visitor's clock.
    CallState(CallState),
    /// Other pages, each with a few words: children, news, cards.
    Listing(Listing),
    /// The parts of a listing that is too long for one page.
    Pager(Pager),
    /// The pages of the site as a tree.
    SiteMap(Vec<MapEntry>),
}

/// What holds a group of blocks together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum GroupKind {
    /// Somebody's words (HTML §4.4.4); the title says whose.
    Quote,
    /// Good to know.
    Info,
    /// Something goes wrong for those who don't know it.
    Warning,
    /// Shown when it is opened (HTML §4.11.1).
    Details,
    /// A person or a place to turn to.
    Contact,
}

/// A list.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct List {
    /// Whether the order of the items matters.
    pub order: ListOrder,
    /// The items.
    pub items: Vec<ListItem>,
}

/// An item of a list.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ListItem {
    /// Its text.
    pub text: Vec<Inline>,
    /// The list under it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub list: Option<List>,
}

/// A table; every row has as many cells as the header.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Table {
    /// What it shows (HTML §4.9.2).
    pub caption: String,
    /// The names of the columns.
    pub header: Vec<Vec<Inline>>,
    /// The rows, cell by cell.
    pub rows: Vec<Vec<Vec<Inline>>>,
    /// Whether the first cell of a row is its name.
    pub header_column: bool,
}

/// A picture with its size, so that nothing moves when it arrives (HTML §4.8.3).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Figure {
    /// The address of the picture within the site.
    pub source: String,
    /// The same picture in smaller sizes, as `srcset` says it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub smaller: Option<String>,
    /// The width in pixels.
    pub width: u32,
    /// The height in pixels.
    pub height: u32,
    /// What it shows; empty for one that only decorates (WCAG 1.1.1).
    pub alternative: String,
    /// The text under it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub caption: Vec<Inline>,
}

/// The moments at which a call's state changes: UTC as in `2006-12-08T22:00:00Z`, so that they compare as text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CallState {
    /// From when on one may apply; from ever on where it isn't said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub opens: Option<String>,
    /// A week before the end.
    pub last_week: String,
    /// From when on one can't apply any more.
    pub closes: String,
}

/// A part of a long listing.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Pager {
    /// Which part it is, counted from 1.
    pub current: u32,
    /// How many there are.
    pub last: u32,
    /// The part before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub previous: Option<PagePath>,
    /// The part after.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<PagePath>,
}

/// How deep a heading is; the page's title is the `h1` and stands outside of the blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum HeadingLevel {
    /// A part of the page.
    H2,
    /// A part of a part.
    H3,
    /// A part of that.
    H4,
}

/// What the order of a list's items means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum ListOrder {
    /// Any order would do (`ul`).
    Unordered,
    /// The items are numbered (`ol`).
    Ordered,
    /// The items are done one after the other (`ol`).
    Steps,
    /// The items are files (`ul`).
    Documents,
}

/// A term and its value.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Fact {
    /// What it is, as in "Hakuaika päättyy".
    pub term: String,
    /// Its value.
    pub value: Vec<Inline>,
    /// The moment from which on it is of no use any more, as the way to one's calendar when an event is over.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
}

impl Fact {
    /// A fact that stays true.
    pub fn new(term: &str, value: Vec<Inline>) -> Fact {
        Fact { term: term.to_owned(), value, until: None }
    }
}

/// Other pages, each with a few words.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Listing {
    /// What is listed.
    pub kind: ListingKind,
    /// The pages in their order.
    pub entries: Vec<ListingEntry>,
    /// At most how many are shown of those that aren't over by the visitor's clock.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at_most: Option<u32>,
    /// What is said where none is shown; absent where that can't be.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub empty: Option<String>,
}

impl Listing {
    /// A listing that always shows all that it holds.
    pub fn of(kind: ListingKind, entries: Vec<ListingEntry>) -> Listing {
        Listing { kind, entries, at_most: None, empty: None }
    }
}

/// What a listing lists; the design depends on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum ListingKind {
    /// Pages of any kind, as ways on.
    Pages,
    /// News.
    News,
    /// Events.
    Events,
    /// Calls.
    Calls,
}

/// A page as it stands in a listing.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ListingEntry {
    /// The page's title.
    pub title: String,
    /// Where it is.
    pub path: PagePath,
    /// What the page is about, in a sentence.
    pub summary: String,
    /// What its date means and the date, as in "Hakuaika päättyy" 8.12.2006; a page without a date has none.
    pub date: Option<(String, FormattedDate)>,
    /// The page's language, where it isn't the one of the list, and how the list's language says it: "ruotsiksi".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub foreign: Option<(Language, String)>,
    /// Until when one may apply, where the page is a call.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub call: Option<CallState>,
    /// The moment from which on it isn't shown any more, where the listing holds only what isn't over.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
}

/// A page in the site map, with the pages under it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MapEntry {
    /// The page's title.
    pub title: String,
    /// Where it is.
    pub path: PagePath,
    /// The pages under it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub children: Vec<MapEntry>,
}

decode_names!(HeadingLevel { "h2" => H2, "h3" => H3, "h4" => H4 });
decode_names!(ListOrder {
    "unordered" => Unordered,
    "ordered" => Ordered,
    "steps" => Steps,
    "documents" => Documents,
});
decode_names!(GroupKind {
    "quote" => Quote,
    "info" => Info,
    "warning" => Warning,
    "details" => Details,
    "contact" => Contact,
});
decode_struct!(List { order, items });
decode_struct!(ListItem { text, list });
decode_struct!(Fact { term, value, until });
decode_struct!(Table { caption, header, rows, header_column });
decode_struct!(Figure { source, smaller, width, height, alternative, caption });
decode_struct!(CallState { opens, last_week, closes });
decode_struct!(Pager { current, last, previous, next });
decode_struct!(Listing { kind, entries, at_most, empty });
decode_names!(ListingKind { "pages" => Pages, "news" => News, "events" => Events, "calls" => Calls });
decode_struct!(ListingEntry { title, path, summary, date, foreign, call, until });
decode_struct!(MapEntry { title, path, children });

impl Decode for Block {
    fn decode(value: Json) -> Option<Block> {
        let (name, held) = variant(value)?;
        Some(match name.as_str() {
            "heading" => {
                let mut fields = Fields::of(held)?;
                let (level, id, text) = (fields.take("level")?, fields.take("id")?, fields.take("text")?);
                Block::Heading { level, id, text }
            }
            "paragraph" => Block::Paragraph(Decode::decode(held)?),
            "list" => Block::List(Decode::decode(held)?),
            "facts" => Block::Facts(Decode::decode(held)?),
            "group" => {
                let mut fields = Fields::of(held)?;
                let (kind, title, blocks) =
                    (fields.take("kind")?, fields.take("title")?, fields.take("blocks")?);
                Block::Group { kind, title, blocks }
            }
            "table" => Block::Table(Decode::decode(held)?),
            "figure" => Block::Figure(Decode::decode(held)?),
            "code" => {
                let mut fields = Fields::of(held)?;
                Block::Code { text: fields.take("text")?, language: fields.take("language")? }
            }
            "callState" => Block::CallState(Decode::decode(held)?),
            "listing" => Block::Listing(Decode::decode(held)?),
            "pager" => Block::Pager(Decode::decode(held)?),
            "siteMap" => Block::SiteMap(Decode::decode(held)?),
            _ => return None,
        })
    }
}
