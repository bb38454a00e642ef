//! What an address holds, or why it couldn't be had.

use std::sync::Arc;

use page::{Page, PageDocument, PagePath};
use views::shown::FailureCause;

/// What an address holds, decoded once and shared by all who show or keep it.
#[derive(Clone)]
pub(super) enum Document {
    Page(Arc<Page>),
    Moved(PagePath),
}

impl From<PageDocument> for Document {
    fn from(document: PageDocument) -> Document {
        match document {
            PageDocument::Page(page) => Document::Page(Arc::new(page)),
            PageDocument::Moved(path) => Document::Moved(path),
        }
    }
}

/// A page that didn't come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LoadError {
    /// A newer click took over.
    Aborted,
    /// A document of its own has to open the page: the site was published anew by another version of Seutu,
    /// or what is at the address isn't ours, but of another site or application on the same host.
    OpensPlainly,
    /// The page couldn't be had.
    Failed(FailureCause),
}
