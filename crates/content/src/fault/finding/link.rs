//! What is wrong with a link, or with the lack of one.

use std::sync::Arc;

use page::PagePath;

use super::super::rule::{Rule, error, warning};

/// Something that is wrong with a link.
#[derive(Clone, Debug, PartialEq)]
pub enum LinkFinding {
    /// It leads to no page.
    Nowhere {
        /// The address as it was written.
        address: String,
        /// The address of a page that looks like it.
        nearest: Option<String>,
    },
    /// It leads to a draft.
    Draft {
        /// The draft.
        path: PagePath,
    },
    /// It leads to a heading that the page doesn't have.
    Anchor {
        /// The page.
        path: PagePath,
        /// The anchor, without `#`.
        anchor: String,
        /// An anchor of the page that looks like it.
        nearest: Option<String>,
        /// All anchors of the page, which all its findings share.
        known: Arc<[String]>,
    },
    /// It begins like an address on the web, and isn't one.
    Malformed {
        /// Where it leads.
        target: String,
    },
    /// It begins as if it led elsewhere, or the name of its host only looks like another name.
    Disguised {
        /// The host to which it leads.
        host: String,
    },
    /// It leads to no address at all.
    Empty,
    /// Its address has a space.
    Space {
        /// Where it leads.
        target: String,
        /// The same without spaces.
        instead: String,
    },
    /// Words and address that aren't written as a link.
    Misspelt {
        /// The words; empty where there are none.
        words: String,
        /// The address.
        address: String,
    },
    /// The words of a link without an address.
    NoAddress {
        /// The words.
        words: String,
    },
    /// A bracket without another one.
    Unclosed {
        /// The bracket.
        sign: char,
    },
    /// Its scheme isn't allowed.
    Scheme {
        /// Where it leads.
        target: String,
        /// The part before the colon.
        scheme: String,
    },
    /// It has no words (WCAG 2.4.4).
    TextEmpty {
        /// Where it leads.
        target: String,
    },
    /// Its words don't say where it leads (WCAG 2.4.9).
    TextMeaningless {
        /// The words.
        text: String,
        /// Where it leads.
        target: String,
    },
    /// It leads to a place on a page where only a whole page can be named.
    NoWholePage {
        /// The address of the page.
        address: String,
    },
    /// A card or a related page that is the page itself.
    ToItself,
    /// No link leads to a page.
    Orphan {
        /// The page.
        path: PagePath,
    },
}

impl LinkFinding {
    pub(super) fn rule(&self) -> Rule {
        match self {
            LinkFinding::Nowhere { .. } => error("link.nowhere"),
            LinkFinding::Draft { .. } => error("link.draft"),
            LinkFinding::Anchor { .. } => error("link.anchor"),
            LinkFinding::Malformed { .. }
            | LinkFinding::Disguised { .. }
            | LinkFinding::Empty
            | LinkFinding::Space { .. } => error("link.malformed"),
            LinkFinding::Misspelt { .. } | LinkFinding::NoAddress { .. } | LinkFinding::Unclosed { .. } => {
                error("link.misspelt")
            }
            LinkFinding::Scheme { .. } => error("link.scheme"),
            LinkFinding::TextEmpty { .. } => error("link.text-empty"),
            LinkFinding::TextMeaningless { .. } => error("link.text-meaningless"),
            LinkFinding::NoWholePage { .. } | LinkFinding::ToItself => error("link.whole-page"),
            LinkFinding::Orphan { .. } => warning("page.orphan"),
        }
    }
}
