//! What stands on a page.

use schemars::JsonSchema;
use serde::Deserialize;

use super::Located;

/// A part of a page, such as `{ "paragraph": "Text with **strong** words and [links](/hankkeet/)." }`.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum BlockSource {
    /// A heading; the page's title stands above it.
    Heading(Located<String>),
    /// A heading under a heading.
    Subheading(Located<String>),
    /// A paragraph (Markdown: `**strong**`, `*emphasis*`, `[link](/address/)`).
    Paragraph(Located<String>),
    /// A list whose order doesn't matter (Markdown).
    List(Vec<Located<String>>),
    /// A list of steps, one after the other (Markdown).
    Steps(Vec<Located<String>>),
    /// Terms and their values (Markdown).
    Facts(Vec<FactSource>),
    /// The pages under this page, or under another one.
    Children(ChildrenSource),
    /// All pages of the site.
    SiteMap(SiteMapSource),
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

/// Which pages to list.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ChildrenSource {
    /// The address of the page whose children are listed; without it this page's own.
    #[serde(default)]
    pub of: Option<Located<String>>,
}

/// The list of all pages has no choices: write `{}`.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SiteMapSource {}
