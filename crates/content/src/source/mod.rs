//! What a person writes: the source model.
//!
//! These types are the one description of the format: their JSON Schema is what a file is checked against
//! ([`crate::read::shape`]) and what an editor's program completes from. Nothing that can be derived is here.
//! [`PageSource`] is a page, [`site::SiteSource`] the site, [`block`] what stands on a page, [`legal`] the
//! pages that the law asks for; [`text`] tells texts of several lines from those of one, [`located`] keeps
//! the place of a value, for the faults that show only later.

pub mod block;
pub mod legal;
pub mod located;
pub mod site;
pub mod text;

use schemars::JsonSchema;
use serde::Deserialize;

pub use block::{BlockSource, ContactSource, DocumentSource};
pub use legal::{AccessibilityStatementSource, PrivacySource};
pub use located::Located;
pub use site::SiteSource;
pub use text::{CodeText, Markdown};

/// A page of the portal.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PageSource {
    /// Tells the text editor which schema helps with this file.
    #[serde(rename = "$schema", default)]
    #[schemars(example = "../schema/page.schema.json")]
    pub schema: Option<String>,
    /// The page's title.
    #[schemars(example = &"Hakuohjeet")]
    pub title: Located<String>,
    /// A shorter name for the breadcrumb; without it the title is used.
    #[serde(default)]
    #[schemars(example = &"ohjeet")]
    pub name: Option<Located<String>>,
    /// A line under the title.
    #[serde(default)]
    #[schemars(example = "innovatiivisuutta ja elinvoimaa koulutukseen")]
    pub tagline: Option<Located<String>>,
    /// What the page is about, in one or two sentences: shown in lists of pages and in search results.
    #[schemars(example = "Näin kirjoitat hakemuksen ja lähetät sen.")]
    pub summary: Located<String>,
    /// What sort of page it is.
    pub kind: KindSource,
    /// Its place among its neighbours: the smallest comes first; without a number after those with one, by title.
    #[serde(default)]
    #[schemars(example = 1)]
    pub order: Option<u32>,
    /// The addresses at which the page used to be, such as "/sivu.php/vanha_sivu".
    #[serde(default)]
    #[schemars(example = ["/sivu.php/vanha_sivu"])]
    pub old_addresses: Vec<Located<String>>,
    /// The address of the same page in another language; its own languages come from the folders.
    #[serde(default)]
    #[schemars(example = "/hankkeet/hakuohjeet/")]
    pub translation_of: Option<Located<String>>,
    /// The address of the page that this one says in easy language (selkokieli, lättläst); both in the same language.
    #[serde(default)]
    #[schemars(example = "/hankkeet/hakuohjeet/")]
    pub easy_language_of: Option<Located<String>>,
    /// Words by which related pages find each other.
    #[serde(default)]
    #[schemars(example = ["koulutus", "perusopetus"])]
    pub tags: Vec<String>,
    /// The addresses of pages that belong to this one.
    #[serde(default)]
    #[schemars(example = ["/hankkeet/"])]
    pub related: Vec<Located<String>>,
    /// True while the page isn't to be published yet; it is checked all the same.
    #[serde(default)]
    pub draft: bool,
    /// What stands on the page, in reading order.
    #[serde(default)]
    pub content: Vec<BlockSource>,
}

/// What sort of page it is.
#[derive(Clone, Debug, Deserialize, Hash, JsonSchema)]
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
    /// A page of documents.
    Materials(MaterialsSource),
    /// An organisation or a person to turn to.
    Contact(ContactSource),
    /// An accessibility statement, which the law asks for.
    AccessibilityStatement(AccessibilityStatementSource),
    /// What the site knows of its visitors.
    Privacy(PrivacySource),
    /// The list of all pages.
    SiteMap,
    /// The page on which one searches; one in each language. What stands on it helps those who find nothing.
    Search,
    /// A page that was withdrawn: its address says so.
    Gone(GoneSource),
    /// What an unknown address shows.
    NotFound,
}

/// A news item.
#[derive(Clone, Debug, Deserialize, Hash, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewsSource {
    /// When it was published, as "2006-12-08"; left out where nobody knows any more.
    #[serde(default)]
    #[schemars(example = "2006-12-08")]
    pub published: Option<Located<String>>,
}

/// A call with a deadline. Whether it is open follows from its dates and the day.
#[derive(Clone, Debug, Deserialize, Hash, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CallSource {
    /// The first day, as "2006-11-01"; without it the call is open from its publication on.
    #[serde(default)]
    #[schemars(example = "2006-11-01")]
    pub opens: Option<Located<String>>,
    /// The last day, as "2006-12-08".
    #[schemars(example = "2006-12-08")]
    pub deadline: Located<String>,
    /// Who may apply (Markdown).
    #[schemars(example = "Seudun yhdistykset")]
    pub for_whom: Located<Markdown>,
    /// What to send (Markdown).
    #[schemars(example = "Vapaamuotoinen hakemus, **enintään kaksi sivua**")]
    pub what_to_send: Located<Markdown>,
    /// Where to send it: e-mail addresses as "haku@example.fi", forms on the web as "https://www.example.fi/haku"; any
    /// of them will do. Where it goes by post alone: `[]`.
    #[schemars(example = ["etunimi.sukunimi@example.fi"])]
    pub send_to: Located<Vec<Located<String>>>,
    /// The postal address to send it to, line by line.
    #[serde(default)]
    #[schemars(example = ["Seudun hankkeet", "Katu 1", "40100 Jyväskylä"])]
    pub send_to_address: Vec<Located<String>>,
}

/// An event with a date and a place.
#[derive(Clone, Debug, Deserialize, Hash, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EventSource {
    /// The first day as "2006-11-30", or with the time of day as "2006-11-30T09:00".
    #[schemars(example = "2006-11-30T09:00")]
    pub start: Located<String>,
    /// The last day, or the end with its time of day; without it the event ends on the day it starts.
    #[serde(default)]
    #[schemars(example = "2006-11-30T16:15")]
    pub end: Option<Located<String>>,
    /// Where it is.
    #[schemars(example = "Kirjasto, Mikkeli")]
    pub place: Located<String>,
    /// Who organises it.
    #[schemars(example = ["Mikkelin seutu"])]
    pub organisers: Located<Vec<Located<String>>>,
    /// What happens when.
    #[serde(default)]
    pub programme: Vec<ProgrammeItemSource>,
    /// The address of the page with its materials.
    #[serde(default)]
    #[schemars(example = "/hankkeet/seminaari/aineistot/")]
    pub materials: Option<Located<String>>,
}

/// A part of an event's programme.
#[derive(Clone, Debug, Deserialize, Hash, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ProgrammeItemSource {
    /// When, as the programme says it: "9.00", "9.00–10.30", "Iltapäivällä".
    #[schemars(example = "9.00–10.30")]
    pub time: Located<String>,
    /// What (Markdown).
    #[schemars(example = "Avaus, *Etunimi Sukunimi*")]
    pub what: Located<Markdown>,
}

/// A page of documents.
#[derive(Clone, Debug, Deserialize, Hash, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MaterialsSource {
    /// The files; type and size are read from them.
    pub documents: Located<Vec<DocumentSource>>,
}

/// A page that was withdrawn.
#[derive(Clone, Debug, Deserialize, Hash, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GoneSource {
    /// Why (Markdown).
    #[schemars(example = "Hanke on päättynyt.")]
    pub why: Located<Markdown>,
    /// The day, as "2007-01-15".
    #[schemars(example = "2007-01-15")]
    pub when: Located<String>,
    /// The address of the page to go to instead.
    #[serde(default)]
    #[schemars(example = "/hankkeet/")]
    pub instead: Option<Located<String>>,
}
