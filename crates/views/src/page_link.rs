//! A link to another page of the site.

use page::PageLink;

use crate::markup::{Element, el};

pub(super) fn page_link(link: &PageLink) -> Element {
    el("a").attr("href", link.path.to_string()).words(&link.name)
}
