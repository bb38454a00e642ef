//! The index of a site in one language, as files.
//!
//! - [`root`]: how many pages there are, and with which key each shard of terms begins. Its name is fixed;
//!   those of all others hold a hash of what they say ([`named`]), which the root tells: no file of an older
//!   index is taken for a newer one.
//! - the list of the files of a small index ([`list_of`]), for searching without a connection.
//! - [`pages`]: kind, section and date of every page in one file, what is shown of those that are found in
//!   lists.
//! - [`terms`]: keys with the pages on which they stand, in shards of some kilobytes, in the order of the
//!   keys.
//! - [`spelling`]: the same keys without their pages, read backwards, each with a word of the site.
//!
//! All numbers are variable in length ([`bytes`]).

pub mod bytes;
pub mod named;
pub mod pages;
pub mod postings;
pub mod root;
pub mod spelling;
pub mod terms;

/// The folder of an index within the site; no page's address holds a dot.
pub const FOLDER: &str = "search.index";

/// The folder of a language's files besides the root, within [`FOLDER`]: `fi.files`.
pub fn folder_of(tag: &str) -> String {
    tag.to_owned() + ".files"
}

/// The list of these files, within [`FOLDER`]: `fi.files.txt`. It has their names in that folder, one a line,
/// for a worker that keeps a small index whole; the list of a large index is empty.
pub fn list_of(tag: &str) -> String {
    folder_of(tag) + ".txt"
}

/// How a word stands on a page; the first is the best. A key is noted once for a page, in its best place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Standing {
    /// In the title.
    Title,
    /// As a part of a compound in the title.
    TitlePart,
    /// In a heading, in the summary or among the tags.
    Heading,
    /// In the text.
    Text,
    /// As a part of a compound in a heading, in the summary or among the tags.
    HeadingPart,
    /// As a part of a compound in the text.
    TextPart,
}

/// A key under which a word stands in the index.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    /// A base form.
    pub text: String,
    /// What it is of the word.
    pub sort: KeySort,
}

/// What a key is of the word that stands under it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum KeySort {
    /// Its base form, without doubt: who types it means this very word.
    Base,
    /// The word as it stands, or what may be its base form.
    Form,
    /// A part of it, which is a compound.
    Part,
}

impl Standing {
    /// Every standing, the best first.
    pub const ALL: [Standing; 6] = [
        Standing::Title,
        Standing::TitlePart,
        Standing::Heading,
        Standing::Text,
        Standing::HeadingPart,
        Standing::TextPart,
    ];

    /// The standing of a part of a compound that stands there.
    pub const fn of_part(self) -> Standing {
        match self {
            Standing::Title | Standing::TitlePart => Standing::TitlePart,
            Standing::Heading | Standing::HeadingPart => Standing::HeadingPart,
            Standing::Text | Standing::TextPart => Standing::TextPart,
        }
    }
}
