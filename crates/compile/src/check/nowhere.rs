//! Links that lead nowhere, and the places of what is wrong.

use std::sync::Arc;

use page::PagePath;

use super::site::{Site, stands_at_its_address};
use content::{
    fault::{Fault, Place, SourceText, finding::LinkFinding},
    read::shape::nearest,
    source::Located,
};

/// The fault of a link that leads to a draft, or nowhere: with the nearest page that exists.
pub(crate) fn nowhere(place: Place, address: &str, site: &Site<'_>) -> Fault {
    if let Some(path) = PagePath::parse(address).ok().filter(|path| site.is_draft(path)) {
        return Fault::new(LinkFinding::Draft { path }, place);
    }
    let known = site.pages.values().filter(|page| stands_at_its_address(page));
    let known = known.map(|page| page.path.as_str());
    let nearest = nearest(address, known).map(str::to_owned);
    Fault::new(LinkFinding::Nowhere { address: address.to_owned(), nearest }, place)
}

pub(super) fn place<T>(text: &Arc<SourceText>, located: &Located<T>) -> Place {
    Place::span(Arc::clone(text), located.span.clone())
}
