//! What stands on a page.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{CodeText, Located, Markdown};

/// A part of a page, such as `{ "paragraph": "Text with **strong** words and [links](/hankkeet/)." }`.
///
/// Where a field says *Markdown*, these can be written: `**strong**`, `*emphasis*`, `` `code` ``,
/// `[link](/address/)`, `[an abbreviation](<abbr:its long form>)`, `[words in another language](lang:sv)`, and a
/// backslash at the end of a line for a line break.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum BlockSource {
    /// A heading; the page's title stands above it.
    Heading(#[schemars(example = "Näin haet")] Located<String>),
    /// A heading under a heading.
    Subheading(#[schemars(example = "Ennen hakemusta")] Located<String>),
    /// A heading under a subheading.
    MinorHeading(#[schemars(example = &"Liitteet")] Located<String>),
    /// A paragraph (Markdown).
    Paragraph(#[schemars(example = "Verkosto kokoaa **yhteen** [hankkeet](/hankkeet/).")] Located<Markdown>),
    /// A list whose order doesn't matter; an item may hold a list of its own.
    List(#[schemars(example = ["Ohjelma", "Aineistot"])] Located<Vec<ListItemSource>>),
    /// A list whose order matters, numbered; an item may hold a list of its own.
    NumberedList(#[schemars(example = ["Tausta", "Tavoitteet"])] Located<Vec<ListItemSource>>),
    /// What to do, step after step (Markdown).
    Steps(#[schemars(example = ["Lue ohjeet.", "Kirjoita hakemus."])] Located<Vec<Located<Markdown>>>),
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
    Children(Located<ListingSource>),
    /// The news under this page, or under another one, the newest first.
    News(Located<ListingSource>),
    /// The events under this page, or under another one, the latest first.
    Events(Located<DatedListingSource>),
    /// The calls under this page, or under another one, the latest deadline first.
    Calls(Located<DatedListingSource>),
    /// All pages of the site.
    SiteMap(SiteMapSource),
}

/// An item of a list: its text (Markdown), or a text with a list under it.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename = "$byType", rename_all = "camelCase")]
#[schemars(rename = "ListItemSource", untagged)]
pub enum ListItemSource {
    /// Its text (Markdown).
    Text(#[schemars(example = &"Ohjelma")] Located<Markdown>),
    /// A text with a list under it.
    Object(NestedItemSource),
}

/// An item with a list under it.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NestedItemSource {
    /// Its text (Markdown).
    #[schemars(example = &"Aineistot")]
    pub text: Located<Markdown>,
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
    #[schemars(example = &"Paikka")]
    pub term: Located<String>,
    /// Its value (Markdown).
    #[schemars(example = "Mikkeli, [kirjasto](/kirjasto/)")]
    pub value: Located<Markdown>,
}

/// What somebody said or wrote.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct QuoteSource {
    /// The words, paragraph by paragraph (Markdown).
    #[schemars(example = ["Koulutus on seudun tulevaisuus."])]
    pub text: Located<Vec<Located<Markdown>>>,
    /// Whose they are or where they stand (Markdown).
    #[serde(default)]
    #[schemars(example = "Etunimi Sukunimi, *Koulutuspäivät 2006*")]
    pub source: Option<Located<Markdown>>,
}

/// A table; every row has as many cells as the header.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TableSource {
    /// What the table shows; stands above it and is read aloud first.
    #[schemars(example = &"Seminaarit")]
    pub caption: Located<String>,
    /// The names of the columns (Markdown); the first one may be empty.
    #[schemars(example = ["Paikka", "Päivä"])]
    pub header: Vec<Located<Markdown>>,
    /// The rows, cell by cell (Markdown); a cell may be empty.
    #[schemars(example = [["Mikkeli", "30.11.2006"]])]
    pub rows: Vec<Located<Vec<Located<Markdown>>>>,
    /// Whether the first cell of a row is its name.
    #[serde(default)]
    pub header_column: bool,
}

/// A picture. Say what it shows in `alt`, or that it only decorates.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FigureSource {
    /// The file, by its name when it lies beside this file, or as "/kuvat/silta.jpg" from the content folder on.
    #[schemars(example = "silta.jpg")]
    pub image: Located<String>,
    /// What the picture shows, for those who don't see it (WCAG 1.1.1).
    #[serde(default)]
    #[schemars(example = "Silta kesällä, rannalla väkeä")]
    pub alt: Option<Located<String>>,
    /// True for a picture that says nothing of its own.
    #[serde(default)]
    pub decorative: bool,
    /// The text under the picture (Markdown).
    #[serde(default)]
    #[schemars(example = "Silta avattiin vuonna **1932**.")]
    pub caption: Option<Located<Markdown>>,
}

/// Program text.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CodeSource {
    /// The text, with its line breaks.
    #[schemars(example = "cargo xtask serve")]
    pub text: Located<CodeText>,
    /// The name of the programming language, as "rust", for programs that colour it.
    #[serde(default)]
    #[schemars(example = &"rust")]
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
    #[schemars(example = "Muutos aikatauluun")]
    pub title: Option<Located<String>>,
    /// The text, paragraph by paragraph (Markdown).
    #[schemars(example = ["Seminaari alkaa vasta kello 10."])]
    pub text: Located<Vec<Located<Markdown>>>,
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
    #[schemars(example = "Näin pääset perille")]
    pub summary: Located<String>,
    /// What shows when it is opened; no headings.
    pub content: Located<Vec<BlockSource>>,
}

/// A way on.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CardSource {
    /// The page that it leads to.
    #[schemars(example = "/hankkeet/")]
    pub to: Located<String>,
    /// Its title; without it the page's own.
    #[serde(default)]
    #[schemars(example = "Seudun hankkeet")]
    pub title: Option<Located<String>>,
    /// A sentence about it; without it the page's summary.
    #[serde(default)]
    #[schemars(example = "Mitä seudulla kehitetään yhdessä.")]
    pub text: Option<Located<String>>,
}

/// A person or a place to turn to.
#[derive(Clone, Debug, Deserialize, Hash, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ContactSource {
    /// The name.
    #[schemars(example = "Etunimi Sukunimi")]
    pub name: Located<String>,
    /// What this person does.
    #[serde(default)]
    #[schemars(example = &"projektipäällikkö")]
    pub role: Option<Located<String>>,
    /// Where this person works.
    #[serde(default)]
    #[schemars(example = "Jyväskylän seutu")]
    pub organisation: Option<Located<String>>,
    /// The e-mail address.
    #[serde(default)]
    #[schemars(example = "etunimi.sukunimi@example.fi")]
    pub email: Option<Located<String>>,
    /// The telephone number, as "+358 14 123 4567".
    #[serde(default)]
    #[schemars(example = "+358 14 123 4567")]
    pub phone: Option<Located<String>>,
    /// The postal address, line by line.
    #[serde(default)]
    #[schemars(example = ["Katu 1", "40100 Jyväskylä"])]
    pub address: Vec<Located<String>>,
    /// The page with more about it.
    #[serde(default)]
    #[schemars(example = "/yhteystiedot/")]
    pub to: Option<Located<String>>,
}

/// A file to download.
#[derive(Clone, Debug, Deserialize, Hash, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DocumentSource {
    /// The file, by its name when it lies beside this file, or as "/aineistot/ohjelma.pdf" from the content folder on.
    #[schemars(example = "ohjelma.pdf")]
    pub file: Located<String>,
    /// What it is called.
    #[schemars(example = "Seminaarin ohjelma")]
    pub title: Located<String>,
    /// The language that it is written in, as "sv", "se" or "ru", when it isn't the page's own; without it, what a PDF says of itself.
    /// That it is in American English a PDF says where nobody has chosen, so it counts only when it stands here.
    #[serde(default)]
    #[schemars(example = &"sv")]
    pub language: Option<Located<String>>,
    /// The language of its title, as "sv", when it isn't the page's own: it is read aloud with the sounds of that language.
    #[serde(default)]
    #[schemars(example = &"sv")]
    pub title_language: Option<Located<String>>,
}

/// Which pages to list.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ListingSource {
    /// The address of the page under which to look; without it this page's own.
    #[serde(default)]
    #[schemars(example = "/uutiset/")]
    pub of: Option<Located<String>>,
    /// How many at most; without it all of them, twenty a page.
    #[serde(default)]
    #[schemars(example = 5)]
    pub at_most: Option<u32>,
}

/// Which events or calls to list.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DatedListingSource {
    /// The address of the page under which to look; without it this page's own.
    #[serde(default)]
    #[schemars(example = "/tapahtumat/")]
    pub of: Option<Located<String>>,
    /// How many at most; without it all of them, twenty a page.
    #[serde(default)]
    #[schemars(example = 5)]
    pub at_most: Option<u32>,
    /// True for those alone that aren't over by the visitor's clock, the next one first; at most sixty.
    #[serde(default)]
    pub upcoming: bool,
}

/// The list of all pages: `{}` has them as a tree.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SiteMapSource {
    /// True for the order of the alphabet, under letters; not within what has to be opened.
    #[serde(default)]
    pub alphabetical: bool,
}
