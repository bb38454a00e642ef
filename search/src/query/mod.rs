//! Queries: what a visitor asks, which files of the index that needs, and what they say.
//!
//! [`Query`] is the words that were typed with what they may be forms of. [`Search`] is the index as far as it is at hand: ask what it
//! [needs](Search::needs), [give](Search::give) it those files, and let it [find](Search::find). [`ranking`] says which
//! page is better, [`compounds`] in which words one stands as a part, [`suggestion`] what was meant by a word that no page has.

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

/// How many characters of a query are looked at: more is no query.
const LONGEST: usize = 200;

/// How many words of it.
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
    /// The words that it may be a form of, under which it may stand in the index, the most plausible first.
    pub candidates: Vec<Candidate>,
    /// The visitor may be in the middle of it: where it stands on no page, words that begin so are meant.
    pub unfinished: bool,
    /// Its language.
    pub language: Language,
    /// What its hyphens join; empty for a word without any. Texts write "2006–2007", too.
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

/// As much of a text as is looked at; the rest would only keep the browser busy showing it.
pub fn beginning(text: &str) -> &str {
    let end = text.char_indices().nth(LONGEST).map_or(text.len(), |(end, _)| end);
    text.get(..end).unwrap_or_default()
}

impl Query {
    /// The query in a text of a language.
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
    /// A list of what is shown of pages, by its number.
    Listed(u32),
    /// With what each shard of the keys that are read backwards begins.
    Spelling,
    /// A shard of these keys, by its number.
    Backwards(u32),
}

/// How many shards are asked for a word at most: its most plausible keys stand together, rare ones aren't worth more.
const SHARDS: usize = 4;

/// An index, as far as it is at hand.
pub struct Search {
    /// Its root.
    pub root: Root,
    traits: Option<Vec<Traits>>,
    /// Some dozens, some hundreds for who asks much.
    files: Vec<(File, Vec<u8>)>,
}

impl Search {
    /// An index of which nothing is at hand but the root.
    pub fn new(root: Root) -> Search {
        Search { root, traits: None, files: Vec::new() }
    }

    /// Takes a file; a broken one is taken as one that says nothing, and never needed again.
    pub fn give(&mut self, file: File, bytes: Vec<u8>) {
        if file == File::Traits {
            self.traits = Some(pages::read_traits(&bytes, self.root.pages).unwrap_or_default());
        } else {
            self.files.push((file, bytes));
        }
    }

    /// What a query needs and isn't at hand.
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

    /// The shards in which the keys of a word stand.
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
        let of = |hashes: &[named::Hash], number: u32| hashes.get(number as usize).copied();
        let (what, hash) = match file {
            File::Traits => ("pages", Some(self.root.traits)),
            File::Terms(number) => ("terms", of(&self.root.shards.hashes, number)),
            File::Listed(number) => ("listed", of(&self.root.lists, number)),
            File::Spelling => ("spelling", Some(self.root.spelling)),
            File::Backwards(number) => ("backwards", of(&self.backwards()?.hashes, number)),
        };
        let name = named::name(what, hash?);
        // By its ending a host knows that it is text.
        Some(if let File::Listed(_) = file { name + ".txt" } else { name })
    }

    /// The shards of what is read backwards; none before their list is at hand.
    fn backwards(&self) -> Option<Shards> {
        Shards::read(Reader(self.file(File::Spelling)?))
    }

    /// What is shown of a page, once its list is at hand.
    pub fn listed(&self, page: u32) -> Option<Listed> {
        let together = pages::listed_together(self.root.pages);
        pages::read_listed(self.file(File::Listed(page / together))?, page % together)
    }

    /// What the lists of pages need and isn't at hand.
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

    /// Gives each key of shards to `each`, with its postings or with what stands in their place.
    fn each_key<'s>(&'s self, shards: &[File], each: &mut dyn FnMut(&str, &'s [u8])) {
        for bytes in shards.iter().filter_map(|shard| self.file(*shard)) {
            // What a broken shard holds before it breaks is still true.
            let _ = terms::read(bytes, each);
        }
    }
}
