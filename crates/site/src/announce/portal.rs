//! The site of which others are told.

use page::PagePath;

use compile::check::Site;

/// A site with its name and its address.
#[derive(Clone, Copy)]
pub(super) struct Portal<'a> {
    pub(super) site: &'a Site<'a>,
    pub(super) name: &'a str,
    pub(super) slogan: &'a str,
    /// As "https://www.example.fi".
    pub(super) address: &'a str,
}

impl Portal<'_> {
    /// The absolute address of a page.
    pub(super) fn absolute(&self, path: &PagePath) -> String {
        format!("{}{path}", self.address)
    }

    /// The host's name, for what has to be unique in the world.
    pub(super) fn host(&self) -> &str {
        self.address.split_once("://").map_or(self.address, |(_, host)| host)
    }
}
