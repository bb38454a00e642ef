//! The state that the views show, as plain data.
//!
//! [`Portal`] is the whole state. [`choices`], [`text_size`], [`page_time`] and [`listening`] are the parts
//! that depend on the visitor. A [`Failure`] describes a page that didn't load. An [`Action`] names the
//! request of a button. This module uses no view.

mod action;
pub mod choices;
mod failure;
pub mod listening;
pub mod page_time;
pub mod text_size;

use std::sync::Arc;

use page::{Language, Page};

pub use action::Action;
pub use failure::{Failure, FailureCause};

use choices::Choices;
use listening::Listening;
use page_time::PageTime;
use text_size::TextSize;

/// The state of the whole document as plain data; the markup follows from it.
#[derive(Clone, Debug, PartialEq)]
pub struct Portal {
    /// The page; a visitor who never got one (an empty shell whose `page.json` failed) sees the failure
    /// alone.
    pub page: Option<Arc<Page>>,
    /// How many pages were shown before it in this document.
    pub turn: u32,
    /// A page that didn't come, until the visitor closes the message or moves on.
    pub failure: Option<Failure>,
    /// The pages of the section that are about to be printed with the page.
    pub printed: Vec<Arc<Page>>,
    /// How long the page took; unknown when it was rendered natively.
    pub page_time: Option<PageTime>,
    /// The text size that the visitor chose.
    pub text_size: TextSize,
    /// Whether the visitor chose it just now, so that it is worth being spoken.
    pub text_size_chosen: bool,
    /// How the visitor wants to read.
    pub choices: Choices,
    /// Whether the page is read aloud; none where it can't be.
    pub listening: Option<Listening>,
    /// The time by the visitor's clock, UTC as in `2006-12-08T22:00:00Z`; unknown when rendered natively.
    pub now: Option<String>,
}

impl Portal {
    /// As every document is rendered first, natively and when hydrated: what depends on the visitor comes
    /// after.
    pub fn first(page: Option<Arc<Page>>) -> Portal {
        Portal {
            page,
            turn: 0,
            failure: None,
            printed: Vec::new(),
            page_time: None,
            text_size: TextSize::NORMAL,
            text_size_chosen: false,
            choices: Choices::default(),
            listening: None,
            now: None,
        }
    }

    /// The language of the interface.
    pub(crate) fn language(&self) -> Language {
        self.page.as_ref().map_or(Language::Fi, |page| page.language)
    }
}
