//! The context in which a page is compiled.

use std::{cell::RefCell, collections::BTreeSet};

use crate::check::site::Site;
use content::{
    fault::{Fault, Faults, Place, finding::PageFinding},
    read::{PageFile, assets::Use},
    source::Located,
};

/// The context in which a page is compiled.
#[derive(Clone, Copy)]
pub(crate) struct Context<'a> {
    pub(crate) site: &'a Site<'a>,
    pub(crate) file: &'a PageFile,
    /// The pictures and documents that the page uses.
    pub(super) taken: Option<&'a RefCell<BTreeSet<(String, Use)>>>,
}

impl<'a> Context<'a> {
    /// The context of a text whose pictures and documents nobody asks for.
    pub(crate) fn of(site: &'a Site<'a>, file: &'a PageFile) -> Context<'a> {
        Context { site, file, taken: None }
    }

    /// Notes that the page uses a picture or a document, and where it says so, so that it is published.
    pub(crate) fn take(&self, address: &str, how: Use, place: Place) {
        if let Some(taken) = self.taken {
            taken.borrow_mut().insert((address.to_owned(), how));
            self.site.assets.take(address, how, Some(place));
        }
    }
}

/// The items of a list; one without any becomes a fault.
pub(crate) fn filled<'s, T>(context: Context<'_>, list: &'s Located<Vec<T>>, faults: &mut Faults) -> &'s [T] {
    if list.value.is_empty() {
        faults.add(Fault::new(PageFinding::ListEmpty, context.file.place(list.span.clone())));
    }
    &list.value
}
