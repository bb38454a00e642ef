//! Queries: the visitor's words, the files of the index that they need, and the search in these files.
//!
//! [`Query`] has the typed words with their possible base forms. [`Search`] is the loaded part of the index:
//! ask which files it [needs](Search::needs), [give](Search::give) it those files, and let it
//! [find](Search::find). [`ranking`] orders the pages, [`compounds`] finds words with a word of the query as
//! a part, [`suggestion`] replaces a word that no page has.

pub mod compounds;
pub mod ranking;
pub mod suggestion;

use crate::{
    index::{
        bytes::Reader,
        named,
        pages::{self, Listed, Traits},
        root::Root,
        terms::{self, Shards},
    },
    language::{Candidate, Language, candidates},
    words::words,
};

/// The maximum length of a query, in characters; the rest is ignored.
const LONGEST: usize = 200;

/// The maximum number of words in a query.
const WORDS: usize = 10;

/// A query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    /// Its words in their order, each once.
    pub words: Vec<Asked>,
}

/// A word of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The word in small letters.
    pub word: String,
    /// Its candidates: the base forms that it may be a form of, the most plausible first.
    pub candidates: Vec<Candidate>,
    /// Whether the visitor may still be typing it: if no page has it, words that begin so are found.
    pub unfinished: bool,
    /// Its language.
    pub language: Language,
    /// The words that its hyphens join; empty for a word without hyphens. Texts write "2006–2007", too.
    pub joined: Vec<Asked>,
}

impl Asked {
    fn new(word: String, unfinished: bool, language: Language) -> Asked {
        let mut joined = Vec::new();
        if word.contains('-') {
            let mut parts = word.split('-').peekable();
            while let Some(part) = parts.next() {
                let unfinished = unfinished && parts.peek().is_none();
                joined.push(Asked::new(part.to_owned(), unfinished, language));
            }
        }
        Asked { candidates: candidates(language, &word), word, unfinished, language, joined }
    }
}

/// The part of a query that is used; the rest would only slow the browser down.
pub fn beginning(text: &str) -> &str {
    let end = text.char_indices().nth(LONGEST).map_or(text.len(), |(end, _)| end);
    text.get(..end).unwrap_or_default()
}

impl Query {
    /// Parses a query in a language.
    pub fn new(text: &str, language: Language) -> Query {
        let text = beginning(text);
        let mut asked: Vec<Asked> = Vec::new();
        for word in words(text).into_iter().take(WORDS) {
            let unfinished = word.place.end == text.len();
            match asked.iter_mut().find(|known| known.word == word.text) {
                Some(known) => known.unfinished |= unfinished,
                None => asked.push(Asked::new(word.text, unfinished, language)),
            }
        }
        Query { words: asked }
    }
}

/// A file of the index besides its root.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum File {
    /// The traits of all pages.
    Traits,
    /// A shard of terms, by its number.
    Terms(u32),
    /// A list of pages, by its number.
    Listed(u32),
    /// The list of the shards of reversed keys.
    Spelling,
    /// A shard of reversed keys, by its number.
    Backwards(u32),
}

/// How many shards are asked for a word at most: its most plausible keys stand together, rare ones aren't
/// worth more.
const SHARDS: usize = 4;

/// The loaded part of an index.
pub struct Search {
    /// Its root.
    pub root: Root,
    traits: Option<Vec<Traits>>,
    /// The loaded files: some dozens, or some hundreds after many queries.
    files: Vec<(File, Vec<u8>)>,
}

impl Search {
    /// An index of which only the root is loaded.
    pub fn new(root: Root) -> Search {
        Search { root, traits: None, files: Vec::new() }
    }

    /// Takes a loaded file. A broken file counts as an empty one and isn't requested again.
    pub fn give(&mut self, file: File, bytes: Vec<u8>) {
        if file == File::Traits {
            self.traits = Some(pages::read_traits(&bytes, self.root.pages).unwrap_or_default());
        } else {
            self.files.push((file, bytes));
        }
    }

    /// The missing files for a query.
    pub fn needs(&self, query: &Query) -> Vec<File> {
        let mut needed = Vec::new();
        if !query.words.is_empty() {
            needed.push(File::Traits);
            // The only one is needed whatever is found.
            if self.root.lists.len() == 1 {
                needed.push(File::Listed(0));
            }
        }
        for asked in query.words.iter().flat_map(|asked| asked.joined.iter().chain([asked])) {
            needed.extend(self.shards_of(asked));
        }
        self.missing(needed)
    }

    /// The shards with the keys of a word.
    fn shards_of(&self, asked: &Asked) -> Vec<File> {
        let mut shards = Vec::new();
        let mut add = |shard: Option<u32>| {
            shards.extend(shard.filter(|shard| !shards.contains(shard) && shards.len() < SHARDS));
        };
        asked.candidates.iter().for_each(|candidate| add(self.root.shard_of(&candidate.text)));
        if asked.unfinished
            && let Some(first) = self.root.shard_of(&asked.word).or(Some(0))
        {
            let goes_on = |shard: &u32| {
                self.root
                    .shards
                    .firsts
                    .get(*shard as usize)
                    .is_some_and(|first| first.starts_with(&asked.word))
            };
            (first + 1..).take_while(goes_on).for_each(|shard| add(Some(shard)));
        }
        shards.into_iter().map(File::Terms).collect()
    }

    /// The name of a file in the folder of the index's language; none for one that the index doesn't have.
    pub fn name(&self, file: File) -> Option<String> {
        let what = match file {
            File::Traits => "pages",
            File::Terms(_) => "terms",
            File::Listed(_) => "listed",
            File::Spelling => "spelling",
            File::Backwards(_) => "backwards",
        };
        let name = named::name(what, self.hash(file)?);
        // Hosts derive the media type of a text from the extension.
        Some(if let File::Listed(_) = file { name + ".txt" } else { name })
    }

    /// Whether a file holds what its name says: a proxy may have sent something else in its place.
    pub fn is_whole(&self, file: File, bytes: &[u8]) -> bool {
        self.hash(file) == Some(named::hash(bytes))
    }

    fn hash(&self, file: File) -> Option<named::Hash> {
        let of = |hashes: &[named::Hash], number: u32| hashes.get(number as usize).copied();
        match file {
            File::Traits => Some(self.root.traits),
            File::Terms(number) => of(&self.root.shards.hashes, number),
            File::Listed(number) => of(&self.root.lists, number),
            File::Spelling => Some(self.root.spelling),
            File::Backwards(number) => of(&self.backwards()?.hashes, number),
        }
    }

    /// The shards of reversed keys; none before their list is loaded.
    fn backwards(&self) -> Option<Shards> {
        Shards::read(Reader(self.file(File::Spelling)?))
    }

    /// The line of a page, once its list is loaded.
    pub fn listed(&self, page: u32) -> Option<Listed> {
        let together = pages::listed_together(self.root.pages);
        pages::read_listed(self.file(File::Listed(page / together))?, page % together)
    }

    /// The missing lists of pages.
    pub fn needs_for_listed(&self, pages: &[u32]) -> Vec<File> {
        let together = pages::listed_together(self.root.pages);
        self.missing(pages.iter().map(|page| File::Listed(page / together)))
    }

    fn missing(&self, files: impl IntoIterator<Item = File>) -> Vec<File> {
        let mut missing = Vec::new();
        for file in files {
            let is_there = match file {
                File::Traits => self.traits.is_some(),
                file => self.file(file).is_some(),
            };
            if !is_there && !missing.contains(&file) {
                missing.push(file);
            }
        }
        missing
    }

    fn file(&self, file: File) -> Option<&[u8]> {
        self.files.iter().find(|(known, _)| *known == file).map(|(_, bytes)| bytes.as_slice())
    }

    /// The traits of a page.
    pub fn traits(&self, page: u32) -> Option<Traits> {
        self.traits.as_ref()?.get(page as usize).copied()
    }

    /// Calls `each` with each key of some shards, and with its postings (with its plausibility, for reversed
    /// keys).
    fn each_key<'s>(&'s self, shards: &[File], each: &mut dyn FnMut(&str, &'s [u8])) {
        for bytes in shards.iter().filter_map(|shard| self.file(*shard)) {
            // The part of a broken shard before the fault is still valid.
            let _ = terms::read(bytes, each);
        }
    }
}
