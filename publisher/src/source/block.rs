//! What stands on a page.

use schemars::JsonSchema;
use serde::Deserialize;

use super::Located;

/// A part of a page, such as `{ "paragraph": "Text with **strong** words and [links](/hankkeet/)." }`.
///
/// Where a field says *Markdown*, these can be written: `**strong**`, `*emphasis*`, `` `code` ``,
/// `[link](/address/)`, `[an abbreviation](<abbr:its long form>)`, `[words in another language](lang:sv)`, and a
/// backslash at the end of a line for a line break.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum BlockSource {
    /// A heading; the page's title stands above it.
    #[schemars(example = "Näin haet")]
    Heading(Located<String>),
    /// A heading under a heading.
    Subheading(Located<String>),
    /// A heading under a subheading.
    MinorHeading(Located<String>),
    /// A paragraph (Markdown).
    #[schemars(example = "Verkosto kokoaa **yhteen** [hankkeet](/hankkeet/).")]
    Paragraph(Located<String>),
    /// A list whose order doesn't matter; an item may hold a list of its own.
    List(Located<Vec<ListItemSource>>),
    /// A list whose order matters, numbered; an item may hold a list of its own.
    NumberedList(Located<Vec<ListItemSource>>),
    /// What to do, step after step (Markdown).
    Steps(Located<Vec<Located<String>>>),
    /// Terms and their values, one below the other.
    Facts(Located<Vec<FactSource>>),
    /// What somebody said or wrote.
    Quote(QuoteSource),
    /// A table.
    Table(TableSource),
    /// A picture with its caption.
    Figure(FigureSource),
    /// Program text or something else in which every space counts.
    Code(CodeSource),
    /// Something that shouldn't be missed.
    Notice(NoticeSource),
    /// Something that is opened by whoever wants to know it.
    Details(DetailsSource),
    /// Ways on, as cards.
    Cards(Located<Vec<CardSource>>),
    /// A person or a place to turn to.
    Contact(ContactSource),
    /// Files to download; type and size are read from the file.
    Documents(Located<Vec<DocumentSource>>),
    /// The pages under this page, or under another one.
    Children(ListingSource),
    /// The news under this page, or under another one, the newest first.
    News(ListingSource),
    /// The events under this page, or under another one, the latest first.
    Events(ListingSource),
    /// The calls under this page, or under another one, the latest deadline first.
    Calls(ListingSource),
    /// All pages of the site.
    SiteMap(SiteMapSource),
}

/// An item of a list: its text (Markdown), or a text with a list under it.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename = "$byType", rename_all = "camelCase")]
#[schemars(rename = "ListItemSource", untagged)]
pub enum ListItemSource {
    /// Its text (Markdown).
    Text(Located<String>),
    /// A text with a list under it.
    Object(NestedItemSource),
}

/// An item with a list under it.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NestedItemSource {
    /// Its text (Markdown).
    pub text: Located<String>,
    /// The list under it.
    pub items: Located<Vec<ListItemSource>>,
    /// Whether the order of the list under it matters.
    #[serde(default)]
    pub numbered: bool,
}

/// A term and its value.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FactSource {
    /// What it is.
    pub term: Located<String>,
    /// Its value (Markdown).
    pub value: Located<String>,
}

/// What somebody said or wrote.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct QuoteSource {
    /// The words, paragraph by paragraph (Markdown).
    pub text: Located<Vec<Located<String>>>,
    /// Whose they are or where they stand (Markdown).
    #[serde(default)]
    pub source: Option<Located<String>>,
}

/// A table; every row has as many cells as the header.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TableSource {
    /// What the table shows; stands above it and is read aloud first.
    pub caption: Located<String>,
    /// The names of the columns (Markdown); the first one may be empty.
    pub header: Vec<Located<String>>,
    /// The rows, cell by cell (Markdown); a cell may be empty.
    pub rows: Vec<Located<Vec<Located<String>>>>,
    /// Whether the first cell of a row is its name.
    #[serde(default)]
    pub header_column: bool,
}

/// A picture. Say what it shows in `alt`, or that it only decorates.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FigureSource {
    /// The file, by its name when it lies beside this file, or as "/kuvat/silta.jpg" from the content folder on.
    pub image: Located<String>,
    /// What the picture shows, for those who don't see it (WCAG 1.1.1).
    #[serde(default)]
    pub alt: Option<Located<String>>,
    /// True for a picture that says nothing of its own.
    #[serde(default)]
    pub decorative: bool,
    /// The text under the picture (Markdown).
    #[serde(default)]
    pub caption: Option<Located<String>>,
}

/// Program text.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CodeSource {
    /// The text, with its line breaks.
    pub text: String,
    /// The name of the programming language.
    #[serde(default)]
    pub language: Option<String>,
}

/// Something that shouldn't be missed.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NoticeSource {
    /// How serious it is.
    pub kind: NoticeKindSource,
    /// A few words in front.
    #[serde(default)]
    pub title: Option<String>,
    /// The text, paragraph by paragraph (Markdown).
    pub text: Located<Vec<Located<String>>>,
}

/// How serious a notice is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum NoticeKindSource {
    /// Good to know.
    Info,
    /// Something goes wrong for those who don't know it.
    Warning,
}

/// Something that is opened by whoever wants to know it.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DetailsSource {
    /// What can be found here; always visible.
    pub summary: Located<String>,
    /// What shows when it is opened; no headings.
    pub content: Located<Vec<BlockSource>>,
}

/// A way on.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CardSource {
    /// The page that it leads to.
    pub to: Located<String>,
    /// Its title; without it the page's own.
    #[serde(default)]
    pub title: Option<String>,
    /// A sentence about it; without it the page's summary.
    #[serde(default)]
    pub text: Option<String>,
}

/// A person or a place to turn to.
#[derive(Clone, Debug, Deserialize, Hash, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ContactSource {
    /// The name.
    pub name: Located<String>,
    /// What this person does.
    #[serde(default)]
    pub role: Option<String>,
    /// Where this person works.
    #[serde(default)]
    pub organisation: Option<String>,
    /// The e-mail address.
    #[serde(default)]
    pub email: Option<Located<String>>,
    /// The telephone number, as "+358 14 123 4567".
    #[serde(default)]
    pub phone: Option<Located<String>>,
    /// The postal address, line by line.
    #[serde(default)]
    pub address: Vec<String>,
    /// The page with more about it.
    #[serde(default)]
    pub to: Option<Located<String>>,
}

/// A file to download.
#[derive(Clone, Debug, Deserialize, Hash, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DocumentSource {
    /// The file, by its name when it lies beside this file, or as "/aineistot/ohjelma.pdf" from the content folder on.
    pub file: Located<String>,
    /// What it is called.
    pub title: Located<String>,
    /// Its language, as "sv", when it isn't the page's own.
    #[serde(default)]
    pub language: Option<Located<String>>,
}

/// Which pages to list.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ListingSource {
    /// The address of the page under which to look; without it this page's own.
    #[serde(default)]
    pub of: Option<Located<String>>,
    /// How many at most; without it all of them, twenty a page.
    #[serde(default)]
    pub at_most: Option<u32>,
}

/// The list of all pages has no choices: write `{}`.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SiteMapSource {}
