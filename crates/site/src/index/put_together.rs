//! The files of a language's index, made of the words of all its pages.

use std::{hash::Hash, sync::Arc};

use foldhash::{HashMap, HashMapExt as _};
use page::Language;
use rayon::prelude::*;
use search::index::{
    KeySort,
    bytes::Writer,
    folder_of, list_of, named,
    pages::{IndexedPage, write_lists, write_traits},
    root::Root,
    spelling,
    terms::{self, Shards, Size, Term},
};

use super::{
    Indexed,
    again::Before,
    keys::{Voikko, keys},
    memory::Memory,
    terms::{Made, Standings, Terms, term},
};

/// The files of an index, by their names in the folder of all indexes; nothing in the place of one that the
/// site before has.
pub(super) type Files = Vec<(String, Option<Vec<u8>>)>;

/// Up to how many pages of a language a visitor who reads any page gets the whole index, to search in without
/// a connection.
const KEPT_WHOLE: usize = 200;

/// The index of a language's pages, which are in the order of their addresses. The memory learns the words
/// that it doesn't know; the site before spares what stays as it was.
pub(super) fn index(
    language: Language,
    pages: &[Arc<Indexed>],
    voikko: Voikko,
    memory: &mut Memory,
    before: Option<&Before<'_>>,
) -> Files {
    let count = pages.len() as u32;
    let edit = before.and_then(|before| before.edit(pages));
    let known = edit.as_ref().and_then(|edit| edit.of_known_words(memory));
    let again = || edit.as_ref()?.of_new_words(language, voikko, memory);
    let terms = known.or_else(again).unwrap_or_else(|| {
        let (words, standings) = words_of(pages);
        if let Some(learnt) = keys(language, &words, voikko, memory) {
            *memory = learnt;
        }
        let terms = terms_of(memory, &words, &standings, count);
        let backwards = spelling::read_backwards(&terms);
        let made = |terms, size| terms::shards(terms, size).into_iter().map(Made::New).collect();
        let (terms, backwards) =
            rayon::join(|| made(terms, Size::of(pages.len())), || made(backwards, Size::LARGE));
        Terms { terms, backwards }
    });
    let (mut kinds, mut sections) = (Numbered::default(), Numbered::default());
    let indexed: Vec<IndexedPage> = pages
        .iter()
        .map(|page| IndexedPage {
            listed: page.listed(),
            kind: kinds.number(&page.kind),
            section: sections.number(&page.section),
            day: page.day,
        })
        .collect();

    let mut files = Named { folder: folder_of(language.tag()), files: Vec::new() };
    let backwards = files.put_shards("backwards", terms.backwards);
    let mut spelling = Writer::default();
    backwards.write(&mut spelling);
    let lists = write_lists(&indexed).into_iter();
    let root = Root {
        pages: count,
        kinds: kinds.names,
        sections: sections.names,
        traits: files.put("pages", "", write_traits(&indexed)),
        spelling: files.put("spelling", "", spelling.0),
        lists: lists.map(|list| files.put("listed", ".txt", list.into_bytes())).collect(),
        shards: files.put_shards("terms", terms.terms),
    };
    let list = if pages.len() <= KEPT_WHOLE { files.list() } else { String::new() };
    files.files.push((list_of(language.tag()), Some(list.into_bytes())));
    files.files.push((language.tag().to_owned(), Some(root.write())));
    files.files
}

/// The files of an index besides its root, each named by what it says.
struct Named {
    folder: String,
    files: Files,
}

impl Named {
    fn put(&mut self, what: &str, ending: &str, contents: Vec<u8>) -> named::Hash {
        let hash = named::hash(&contents);
        self.files.push((format!("{}/{}{ending}", self.folder, named::name(what, hash)), Some(contents)));
        hash
    }

    /// The names of all that was put, one a line.
    fn list(&self) -> String {
        let of_folder = |name: &str| {
            name.strip_prefix(&self.folder)?.strip_prefix('/').map(|name| name.to_owned() + "\n")
        };
        self.files.iter().filter_map(|(name, _)| of_folder(name)).collect()
    }

    fn put_shards(&mut self, what: &str, shards: Vec<Made>) -> Shards {
        let mut put = Shards::default();
        for shard in shards {
            let (first, hash) = match shard {
                Made::New((first, contents)) => (first, self.put(what, "", contents)),
                Made::Before(first, hash) => {
                    self.files.push((format!("{}/{}", self.folder, named::name(what, hash)), None));
                    (first, hash)
                }
            };
            put.firsts.push(first);
            put.hashes.push(hash);
        }
        put
    }
}

/// Every word in the order of their letters, and for each the pages on which it stands.
fn words_of(pages: &[Arc<Indexed>]) -> (Vec<&str>, Vec<Standings>) {
    let at_a_time = for_each_core(pages.len());
    let of_pages = pages.par_chunks(at_a_time).enumerate().map(|(chunk, pages)| {
        let mut words: HashMap<&str, Standings> = HashMap::new();
        for (page, indexed) in ((chunk * at_a_time) as u32..).zip(pages) {
            for (word, standing) in indexed.words.iter() {
                words.entry(word).or_default().push((page, standing));
            }
        }
        words
    });
    let mut words: Vec<(&str, Standings)> = merged(of_pages.collect()).into_iter().collect();
    words.par_sort_unstable_by_key(|(word, _)| *word);
    words.into_iter().unzip()
}

/// The keys in their order, each with the pages of all words that it stands for.
fn terms_of(memory: &Memory, words: &[&str], standings: &[Standings], pages: u32) -> Vec<Term> {
    let at_a_time = for_each_core(words.len());
    let of_words = words.par_chunks(at_a_time).enumerate().map(|(chunk, words)| {
        let mut of_keys: HashMap<String, Vec<(usize, KeySort)>> = HashMap::new();
        for (number, word) in (chunk * at_a_time..).zip(words) {
            memory.each_key(word, &mut |key, sort| match of_keys.get_mut(key) {
                Some(of_key) => of_key.push((number, sort)),
                None => drop(of_keys.insert(key.to_owned(), vec![(number, sort)])),
            });
        }
        of_keys
    });
    let mut keys: Vec<(String, Vec<(usize, KeySort)>)> = merged(of_words.collect()).into_iter().collect();
    keys.par_sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
    let terms = keys.into_par_iter().map(|(key, of_key)| {
        let is_word = memory.knows(&key);
        term(key, is_word, &of_key, words, standings, pages)
    });
    terms.collect()
}

/// How many of so many each core takes, so that all are busy.
fn for_each_core(count: usize) -> usize {
    count.div_ceil(rayon::current_num_threads()).max(1)
}

/// Lists by their keys, put together in their order.
fn merged<K: Eq + Hash, V>(parts: Vec<HashMap<K, Vec<V>>>) -> HashMap<K, Vec<V>> {
    let mut parts = parts.into_iter();
    let mut all = parts.next().unwrap_or_default();
    for (key, list) in parts.flatten() {
        all.entry(key).or_default().extend(list);
    }
    all
}

/// Names that get numbers in the order in which they are met.
#[derive(Default)]
struct Numbered {
    names: Vec<String>,
}

impl Numbered {
    fn number(&mut self, name: &str) -> u32 {
        let known = self.names.iter().position(|known| known == name);
        known.unwrap_or_else(|| {
            self.names.push(name.to_owned());
            self.names.len() - 1
        }) as u32
    }
}
