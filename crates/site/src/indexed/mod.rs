//! What search has to know of a page: gathered when the page is made, remembered with it, and put together to
//! an index.

mod words;

use page::Language;
use search::index::pages::Listed;
use serde::{Deserialize, Serialize};

pub use words::PageWords;

/// What the index has to know of a page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Indexed {
    /// Its language's tag.
    pub language: String,
    /// Its address.
    pub path: String,
    /// Its title.
    pub title: String,
    /// Its day in words, as "Hakuaika päättyy 8.12.2006"; empty for a page without one.
    pub date: String,
    /// The names of the pages above it, as "Etusivu : hankkeet".
    pub way: String,
    /// How many letters an excerpt of it has at most.
    pub room: usize,
    /// The name of its kind, as the page model has it: "news".
    pub kind: String,
    /// The name of its section: the page under the front page through which one comes to it.
    pub section: String,
    /// The day of a news item, counted from 1 January 1970; 0 for other pages: they don't age.
    pub day: u32,
    /// Its words. They are most of what there is to know of a page, and are kept apart from the rest.
    #[serde(skip)]
    pub words: PageWords,
}

impl Indexed {
    /// Its language.
    pub fn language(&self) -> Language {
        Language::from_tag(&self.language).unwrap_or(Language::Fi)
    }

    /// The fields that search shows of this page in its results.
    pub fn listed(&self) -> Listed {
        let (path, title) = (self.path.clone(), self.title.clone());
        Listed { path, title, date: self.date.clone(), way: self.way.clone(), room: self.room }
    }
}
