//! The words of a page as they are kept: one text a page, since ten thousand pages have millions of words.

use std::{
    fmt,
    hash::{Hash, Hasher},
    ops::Range,
    sync::Arc,
};

use search::index::Standing;

/// The words of a page in their order, each with the number of its best standing in front, a space between
/// two: `0haku 3koulutuksen`.
///
/// Where they were read from a file, they are a part of its text, which the words of other pages share.
#[derive(Clone, Default)]
pub struct PageWords {
    text: Arc<String>,
    place: Range<usize>,
}

impl PageWords {
    /// The words that stand at a place of a text; none where the place isn't one of the text.
    pub fn within(text: &Arc<String>, place: Range<usize>) -> Option<PageWords> {
        text.get(place.clone())?;
        Some(PageWords { text: Arc::clone(text), place })
    }

    /// The words as they are written.
    pub fn as_str(&self) -> &str {
        self.text.get(self.place.clone()).unwrap_or_default()
    }

    /// Each word and how it stands there.
    pub fn iter(&self) -> impl Iterator<Item = (&str, Standing)> {
        self.as_str().split(' ').filter_map(|word| {
            let place = usize::from(word.bytes().next()?.checked_sub(b'0')?);
            Some((word.get(1..)?, *Standing::ALL.get(place)?))
        })
    }
}

impl From<String> for PageWords {
    fn from(text: String) -> PageWords {
        PageWords { place: 0..text.len(), text: Arc::new(text) }
    }
}

impl PartialEq for PageWords {
    fn eq(&self, other: &PageWords) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for PageWords {}

impl Hash for PageWords {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

impl fmt::Debug for PageWords {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_str().fmt(f)
    }
}
