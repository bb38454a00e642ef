//! The root of an index: what has to be known before anything else is asked for.

use super::{
    bytes::{Reader, Writer},
    named::{self, Hash},
    pages::listed_together,
    terms::{self, Shards},
};

/// The version of the form in which an index is written; another one isn't read.
const VERSION: u32 = 3;

/// The root.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Root {
    /// How many pages there are.
    pub pages: u32,
    /// The names of the kinds of pages, by number.
    pub kinds: Vec<String>,
    /// The names of the sections, by number.
    pub sections: Vec<String>,
    /// The hash of the traits of all pages.
    pub traits: Hash,
    /// The hash of the list of the keys that are read backwards.
    pub spelling: Hash,
    /// The hash of each list of pages.
    pub lists: Vec<Hash>,
    /// The shards of terms.
    pub shards: Shards,
}

impl Root {
    /// How many shards of terms hold as much as so many large ones do.
    pub fn as_many(&self, large: usize) -> usize {
        if terms::are_small(self.pages as usize) { 2 * large } else { large }
    }

    /// As it is written.
    pub fn write(&self) -> Vec<u8> {
        let mut out = Writer::default();
        out.number(VERSION);
        out.number(self.pages);
        for names in [&self.kinds, &self.sections] {
            out.number(names.len() as u32);
            names.iter().for_each(|name| out.bytes(name.as_bytes()));
        }
        named::write(&mut out, self.traits);
        named::write(&mut out, self.spelling);
        out.number(self.lists.len() as u32);
        self.lists.iter().for_each(|hash| named::write(&mut out, *hash));
        self.shards.write(&mut out);
        out.0
    }

    /// Reads a root; none for bytes that aren't a root of this version.
    pub fn read(bytes: &[u8]) -> Option<Root> {
        let mut reader = Reader(bytes);
        if reader.number()? != VERSION {
            return None;
        }
        let pages = reader.number()?;
        let mut names = || {
            let mut names = Vec::new();
            for _ in 0..reader.number()? {
                names.push(String::from_utf8(reader.bytes()?.to_vec()).ok()?);
            }
            Some(names)
        };
        let (kinds, sections) = (names()?, names()?);
        let (traits, spelling) = (named::read(&mut reader)?, named::read(&mut reader)?);
        let mut lists = Vec::new();
        for _ in 0..reader.number()? {
            lists.push(named::read(&mut reader)?);
        }
        // Who reads the root makes room for all pages: a broken number may not ask for more memory than there
        // is.
        if lists.len() as u32 != pages.div_ceil(listed_together(pages)) {
            return None;
        }
        let shards = Shards::read(reader)?;
        Some(Root { pages, kinds, sections, traits, spelling, lists, shards })
    }

    /// The number of the shard in which a key stands, if it stands anywhere.
    pub fn shard_of(&self, key: &str) -> Option<u32> {
        terms::shard_of(&self.shards.firsts, key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let root = Root {
            pages: 1000,
            kinds: vec!["news".to_owned()],
            sections: vec!["uutiset".to_owned(), String::new()],
            traits: [1; 6],
            spelling: [2; 6],
            lists: vec![[3; 6]],
            shards: Shards {
                firsts: vec!["aalto".to_owned(), "aamu".to_owned()],
                hashes: vec![[4; 6], [5; 6]],
            },
        };
        let written = root.write();
        assert_eq!(Root::read(&written), Some(root));
        assert_eq!(Root::read(&written[..written.len() - 1]), None);
        assert_eq!(Root::read(&[2, 0]), None);
        // The number of pages stands behind the version; more or fewer have other lists.
        for pages in [[0, 0], [0xe9, 0x17], [0xff, 0x7f]] {
            let mut broken = written.clone();
            broken[1..3].copy_from_slice(&pages);
            assert_eq!(Root::read(&broken), None, "{pages:?}");
        }
    }
}
