//! What a person writes: the source model.
//!
//! These types are the one description of the format: their JSON Schema is what a file is checked against
//! ([`crate::read::shape`]) and what an editor's program completes from. Nothing that can be derived is here.
//! [`PageSource`] is a page, [`site::SiteSource`] the site, [`block`] what stands on a page; [`located`] keeps
//! the place of a value, for the faults that show only later.

pub mod block;
pub mod located;
pub mod site;

use schemars::JsonSchema;
use serde::Deserialize;

pub use block::BlockSource;
pub use located::Located;
pub use site::SiteSource;

/// A page of the portal.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PageSource {
    /// Tells the text editor which schema helps with this file.
    #[serde(rename = "$schema", default)]
    pub schema: Option<String>,
    /// The page's title.
    pub title: Located<String>,
    /// A shorter name for the breadcrumb; without it the title is used.
    #[serde(default)]
    pub name: Option<String>,
    /// A line under the title.
    #[serde(default)]
    pub tagline: Option<String>,
    /// What the page is about, in one or two sentences: shown in lists of pages and in search results.
    pub summary: Located<String>,
    /// What sort of page it is.
    pub kind: KindSource,
    /// Its place among its neighbours: the smallest comes first; without a number after those with one, by title.
    #[serde(default)]
    pub order: Option<u32>,
    /// The addresses at which the page used to be, such as "/sivu.php/vanha_sivu".
    #[serde(default)]
    pub old_addresses: Vec<Located<String>>,
    /// What stands on the page, in reading order.
    #[serde(default)]
    pub content: Vec<BlockSource>,
}

/// What sort of page it is.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum KindSource {
    /// The first page of the site.
    Front,
    /// A page that gathers the pages under it.
    Section,
    /// An ordinary page.
    Page,
    /// A news item.
    News(NewsSource),
    /// A call with a deadline.
    Call(CallSource),
    /// An event with a date and a place.
    Event(EventSource),
    /// The list of all pages.
    SiteMap,
    /// What an unknown address shows.
    NotFound,
}

/// A news item.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewsSource {
    /// When it was published, as "2006-12-08"; left out where nobody knows any more.
    #[serde(default)]
    pub published: Option<Located<String>>,
}

/// A call with a deadline.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CallSource {
    /// The last day, as "2006-12-08".
    pub deadline: Located<String>,
    /// Who may apply (Markdown).
    pub for_whom: Located<String>,
    /// What to send (Markdown).
    pub what_to_send: Located<String>,
    /// The e-mail addresses to send it to; any of them will do.
    pub send_to: Vec<Located<String>>,
}

/// An event with a date and a place.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EventSource {
    /// The day, as "2006-11-30".
    pub date: Located<String>,
    /// Where it is.
    pub place: String,
    /// Who organises it.
    pub organisers: Vec<String>,
    /// The address of the page with its materials.
    #[serde(default)]
    pub materials: Option<Located<String>>,
}
