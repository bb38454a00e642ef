//! The document in which a page travels: `page.json`, and the data embedded in a snapshot.

use serde::Serialize;
use serde_json::Value;

use super::{
    Page, PagePath,
    decode::{Decode, variant},
};

/// The `id` of the element in a snapshot that holds the embedded page as JSON.
pub const EMBEDDED_PAGE_ID: &str = "seutu-page";

/// The `id` of the element in a document in which the views stand.
pub const VIEW_ROOT_ID: &str = "seutu";

/// The attribute of a document's root element that names the folder of its host under which the site stands, as in
/// `/seutu`; absent where it stands at the host's root.
pub const BASE_ATTRIBUTE: &str = "data-base";

/// What an address holds.
// A page is larger than a path, but nearly every document is a page: a box would buy nothing.
#[allow(clippy::large_enum_variant)]
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum PageDocument {
    /// A page.
    Page(Page),
    /// An old address: the page is elsewhere now.
    Moved(PagePath),
}

impl Decode for PageDocument {
    fn decode(value: Value) -> Option<PageDocument> {
        let (name, held) = variant(value)?;
        match name.as_str() {
            "page" => Decode::decode(held).map(PageDocument::Page),
            "moved" => Decode::decode(held).map(PageDocument::Moved),
            _ => None,
        }
    }
}
