//! The words of a language with Voikko's analysis and the keys of each, kept from one publication to the
//! next.
//!
//! Both take longer than all else of a publication, and an edit brings few new words. The memory is of one
//! edition: of this very program, and of Voikko as it is installed.

use std::{hash::BuildHasher as _, ops::Range, sync::Arc};

use foldhash::{HashMap, HashMapExt as _};
use rayon::prelude::*;
use search::index::{
    Key, KeySort,
    bytes::{Reader, Writer},
};

use super::{
    Indexed,
    vocabulary::{Analysis, Base},
};
use content::fingerprint::fingerprint;

/// The analyses and keys of the words of a language, encoded as in the file: an edit needs those of a few
/// words, and only these are decoded.
#[derive(Debug, Default)]
pub struct Memory {
    /// An edition, a hash of what stands behind it, whether Voikko isn't installed, the count of the words,
    /// and the words in their order, each with what is known of it.
    bytes: Vec<u8>,
    /// Where what is known of a word begins and ends.
    places: HashMap<String, Range<usize>>,
    /// Voikko was asked and isn't installed.
    lacks_voikko: bool,
    /// It isn't what was read.
    is_new: bool,
}

/// How many words are encoded at a time by a core.
const AT_A_TIME: usize = 4096;

/// Edition and hash.
const HEAD: usize = 16;

/// The bit of a word's first number that says whether a base form may be taken for it; those above are the
/// count of its keys.
const SURE: u32 = 1;

/// By their numbers.
const SORTS: [KeySort; 3] = [KeySort::Base, KeySort::Form, KeySort::Part];

impl Memory {
    /// Whether exactly these words are known: then their keys are, too.
    pub(super) fn is_of(&self, words: &[&str]) -> bool {
        self.places.len() == words.len() && words.iter().all(|word| self.knows(word))
    }

    /// Whether a word is known.
    pub(super) fn knows(&self, word: &str) -> bool {
        self.places.contains_key(word)
    }

    /// The keys of a word.
    pub(super) fn keys(&self, word: &str) -> Vec<Key> {
        let mut keys = Vec::new();
        self.each_key(word, &mut |text, sort| keys.push(Key { text: text.to_owned(), sort }));
        keys
    }

    /// Every word that is known.
    pub(super) fn words(&self) -> impl Iterator<Item = &str> {
        self.places.keys().map(String::as_str)
    }

    /// The words of which another memory doesn't know the same, and those that it doesn't know.
    pub(super) fn differing(&self, other: &Memory) -> Vec<&str> {
        let differs = |place: &Range<usize>, word: &str| {
            let there = other.places.get(word).and_then(|place| other.bytes.get(place.clone()));
            self.bytes.get(place.clone()) != there
        };
        let places = self.places.par_iter();
        places.filter(|(word, place)| differs(place, word)).map(|(word, _)| word.as_str()).collect()
    }

    /// Gives each key of a word to `each`.
    pub(super) fn each_key(&self, word: &str, each: &mut dyn FnMut(&str, KeySort)) {
        // The checksum was right, so the entry can be decoded.
        let _ = self.known(word).and_then(|mut reader| read_keys(&mut reader, word, each));
    }

    /// Voikko's analysis of a word, an empty one where Voikko doesn't know the word; none where Voikko wasn't
    /// asked for it.
    pub(super) fn analysis(&self, word: &str) -> Option<Analysis> {
        if self.lacks_voikko {
            return None;
        }
        let mut reader = self.known(word)?;
        let sure = read_keys(&mut reader, word, &mut |_, _| {})?;
        read_analysis(&mut reader, word, sure)
    }

    fn known(&self, word: &str) -> Option<Reader<'_>> {
        Some(Reader(self.bytes.get(self.places.get(word)?.clone())?))
    }

    /// Voikko was asked and isn't installed.
    pub(super) fn lacks_voikko(&self) -> bool {
        self.lacks_voikko
    }

    /// The memory of words, their analyses and their keys; an analysis that is missing counts as an empty
    /// one.
    pub(super) fn of(words: &[&str], analyses: &[Analysis], keys: &[Vec<Key>], lacks_voikko: bool) -> Memory {
        let mut order: Vec<usize> = (0..words.len()).collect();
        order.par_sort_unstable_by_key(|number| words[*number]);
        let none = Analysis::default();
        let written = order.par_chunks(AT_A_TIME).enumerate().map(|(chunk, numbers)| {
            let (mut out, mut known) = (Writer::default(), Writer::default());
            let mut before = (chunk * AT_A_TIME).checked_sub(1).map_or("", |last| words[order[last]]);
            let places: Vec<(&str, Range<usize>)> = numbers
                .iter()
                .map(|number| {
                    let word = words[*number];
                    known.0.clear();
                    write(&mut known, word, analyses.get(*number).unwrap_or(&none), &keys[*number]);
                    out.text_after(before, word);
                    out.bytes(&known.0);
                    before = word;
                    (word, out.0.len() - known.0.len()..out.0.len())
                })
                .collect();
            (out.0, places)
        });
        let mut out = Writer(vec![0; HEAD]);
        out.number(u32::from(lacks_voikko));
        out.number(words.len() as u32);
        let mut places = HashMap::new();
        places.reserve(words.len());
        for (bytes, of_words) in written.collect::<Vec<_>>() {
            let begin = out.0.len();
            out.0.extend(bytes);
            let of_words = of_words.into_iter();
            places.extend(
                of_words.map(|(word, place)| (word.to_owned(), begin + place.start..begin + place.end)),
            );
        }
        Memory { bytes: out.0, places, lacks_voikko, is_new: true }
    }

    /// Decodes the file of an edition; none for the file of another edition, or one whose checksum is wrong.
    pub(super) fn read(bytes: Vec<u8>, edition: u64) -> Option<Memory> {
        let mut reader = Reader(&bytes);
        let (of, said) = (reader.take(8)?, reader.take(8)?);
        if of != edition.to_le_bytes() || said != fingerprint(reader.0).to_le_bytes() {
            return None;
        }
        let lacks_voikko = reader.number()? == 1;
        let mut places = HashMap::new();
        places.reserve(reader.number()? as usize);
        let mut word = Vec::new();
        while !reader.0.is_empty() {
            reader.text_after(&mut word)?;
            let known = reader.bytes()?.len();
            let end = bytes.len() - reader.0.len();
            places.insert(std::str::from_utf8(&word).ok()?.to_owned(), end - known..end);
        }
        Some(Memory { bytes, places, lacks_voikko, is_new: false })
    }

    /// Encodes the file for an edition; none where the file already says this.
    pub(super) fn written(&mut self, edition: u64) -> Option<&[u8]> {
        if !self.is_new {
            return None;
        }
        let whole = fingerprint(&self.bytes[HEAD..]);
        self.bytes.splice(..HEAD, edition.to_le_bytes().into_iter().chain(whole.to_le_bytes()));
        self.is_new = false;
        Some(&self.bytes)
    }

    /// A hash that ties this memory to an index, by the root of the index, and to the pages of both: a
    /// publication may be stopped after it has replaced one of the files and before it has replaced the
    /// other.
    pub(super) fn tie(&self, root: &[u8], pages: &[Arc<Indexed>]) -> [u8; 8] {
        let head = self.bytes.get(..HEAD).unwrap_or_default();
        let pages = xxhash_rust::xxh3::Xxh3DefaultBuilder::new().hash_one(pages);
        fingerprint(&[head, &fingerprint(root).to_le_bytes(), &pages.to_le_bytes()].concat()).to_le_bytes()
    }
}

fn write(out: &mut Writer, word: &str, analysis: &Analysis, keys: &[Key]) {
    let Analysis { bases, origins, sure, parts } = analysis;
    out.number(((keys.len() as u32) << 1) | if *sure { SURE } else { 0 });
    for Key { text, sort } in keys {
        out.number(*sort as u32);
        out.text_after(word, text);
    }
    out.number(bases.len() as u32);
    for Base { text, cost, by_rules } in bases {
        out.text_after(word, text);
        out.number(u32::from(*cost) << 1 | u32::from(*by_rules));
    }
    for texts in [origins, parts] {
        out.number(texts.len() as u32);
        texts.iter().for_each(|text| out.text_after(word, text));
    }
}

/// Gives each key to `each`; says whether a base form may be taken for the word.
fn read_keys(reader: &mut Reader<'_>, word: &str, each: &mut dyn FnMut(&str, KeySort)) -> Option<bool> {
    let first = reader.number()?;
    let mut text = Vec::new();
    for _ in 0..first >> 1 {
        let sort = *SORTS.get(reader.number()? as usize)?;
        text.clear();
        text.extend_from_slice(word.as_bytes());
        reader.text_after(&mut text)?;
        each(std::str::from_utf8(&text).ok()?, sort);
    }
    Some(first & SURE == SURE)
}

fn read_analysis(reader: &mut Reader<'_>, word: &str, sure: bool) -> Option<Analysis> {
    let text = |reader: &mut Reader<'_>| {
        let mut text = word.as_bytes().to_vec();
        reader.text_after(&mut text)?;
        String::from_utf8(text).ok()
    };
    let mut analysis = Analysis { sure, ..Analysis::default() };
    for _ in 0..reader.number()? {
        let (text, number) = (text(reader)?, reader.number()?);
        let cost = u8::try_from(number >> 1).ok()?;
        analysis.bases.push(Base { text, cost, by_rules: number & 1 == 1 });
    }
    for texts in [&mut analysis.origins, &mut analysis.parts] {
        for _ in 0..reader.number()? {
            texts.push(text(reader)?);
        }
    }
    Some(analysis)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_by_the_same_edition() {
        let key = |text: &str, sort| Key { text: text.to_owned(), sort };
        let analysis = Analysis {
            bases: vec![Base { text: "koulutus".to_owned(), cost: 3, by_rules: true }],
            origins: vec!["kouluttaa".to_owned()],
            sure: true,
            parts: vec!["työ".to_owned(), String::new()],
        };
        let keys =
            [vec![key("koulutus", KeySort::Base), key("työ", KeySort::Part)], vec![key("ö", KeySort::Form)]];
        let [of_koulutus, of_ö] = keys.clone();
        let mut memory = Memory::of(
            &["ö", "koulutuksen"],
            &[Analysis::default(), analysis.clone()],
            &[of_ö, of_koulutus],
            false,
        );
        let written = memory.written(7).unwrap().to_vec();
        let mut read = Memory::read(written.clone(), 7).unwrap();
        assert!(read.written(7).is_none());
        for memory in [&memory, &read] {
            assert_eq!([memory.keys("koulutuksen"), memory.keys("ö")], keys);
            assert_eq!(memory.analysis("koulutuksen"), Some(analysis.clone()));
            assert_eq!((memory.analysis("ö"), memory.analysis("talo")), (Some(Analysis::default()), None));
            assert!(memory.is_of(&["ö", "koulutuksen"]) && !memory.is_of(&["ö", "talo"]));
        }
        let page = |path: &str| [Arc::new(Indexed { path: path.to_owned(), ..Indexed::default() })];
        assert_eq!(read.tie(b"a", &page("/a/")), memory.tie(b"a", &page("/a/")));
        assert_ne!(read.tie(b"a", &page("/a/")), read.tie(b"b", &page("/a/")));
        assert_ne!(read.tie(b"a", &page("/a/")), read.tie(b"a", &page("/b/")));
        assert!(Memory::read(written.clone(), 8).is_none());
        for at in 0..written.len() {
            let mut broken = written.clone();
            broken[at] ^= 1;
            assert!(Memory::read(broken, 7).is_none(), "{at}");
        }
    }
}
