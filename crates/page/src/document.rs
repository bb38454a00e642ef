//! The document in which a page travels: `page.json`, and the data embedded in a snapshot.

use serde::{Serialize, ser::SerializeStruct};

use super::{
    Page, PagePath,
    decode::{Decode, Fields, Unreadable},
    json::{self, Json},
};

/// The `id` of the element in a snapshot that holds the embedded page as JSON.
pub const EMBEDDED_PAGE_ID: &str = "seutu-page";

/// The `id` of the element in a document in which the views stand.
pub const VIEW_ROOT_ID: &str = "seutu";

/// The attribute of a document's root element that names the folder of its host under which the site stands,
/// as in `/seutu`; absent where it stands at the host's root.
pub const BASE_ATTRIBUTE: &str = "data-base";

/// The name of the web manifest in the folder of a language's front page (W3C Web Application Manifest).
pub const MANIFEST: &str = "manifest.webmanifest";

/// The version of the page model. Whoever reads `page.json` looks at it first: a field that is new changes
/// nothing, one that means something else or is gone makes another version.
pub const VERSION: u32 = 1;

/// What an address holds.
// A page is larger than a path, but nearly every document is a page: a box would buy nothing.
#[allow(clippy::large_enum_variant)]
#[derive(Clone, Debug, PartialEq)]
pub enum PageDocument {
    /// A page.
    Page(Page),
    /// An old address: the page is elsewhere now.
    Moved(PagePath),
}

impl PageDocument {
    /// Reads a document.
    ///
    /// # Errors
    /// What isn't JSON, isn't a document, or is one of another version: the site was published anew by
    /// another one.
    pub fn read(text: &str) -> Result<PageDocument, Unreadable> {
        PageDocument::of(json::read(text).map_err(Unreadable::Json)?)
    }

    fn of(value: Json) -> Result<PageDocument, Unreadable> {
        let mut fields = Fields::of(value).ok_or(Unreadable::Model)?;
        if fields.take::<u32>("version").ok_or(Unreadable::Model)? != VERSION {
            return Err(Unreadable::Version);
        }
        let document = match fields.take("moved") {
            Some(Some(path)) => Some(PageDocument::Moved(path)),
            Some(None) => fields.take("page").map(PageDocument::Page),
            None => None,
        };
        document.ok_or(Unreadable::Model)
    }
}

/// As `{"version":1,"page":{…}}` or `{"version":1,"moved":"/…/"}`.
impl Serialize for PageDocument {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut document = serializer.serialize_struct("PageDocument", 2)?;
        document.serialize_field("version", &VERSION)?;
        match self {
            PageDocument::Page(page) => document.serialize_field("page", page)?,
            PageDocument::Moved(path) => document.serialize_field("moved", path)?,
        }
        document.end()
    }
}

impl Decode for PageDocument {
    fn decode(value: Json) -> Option<PageDocument> {
        PageDocument::of(value).ok()
    }
}
