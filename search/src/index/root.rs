//! The root of an index: what has to be known before anything else is asked for.

use super::{
    bytes::{Reader, Writer},
    terms,
};

/// The version of the form in which an index is written; another one isn't read.
const VERSION: u32 = 2;

/// The root.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Root {
    /// The folder of the other files.
    pub folder: String,
    /// How many pages there are.
    pub pages: u32,
    /// The first key of each shard of terms.
    pub shards: Vec<String>,
    /// The names of the kinds of pages, by number.
    pub kinds: Vec<String>,
    /// The names of the sections, by number.
    pub sections: Vec<String>,
}

impl Root {
    /// As it is written.
    pub fn write(&self) -> Vec<u8> {
        let mut out = Writer::default();
        out.number(VERSION);
        out.bytes(self.folder.as_bytes());
        out.number(self.pages);
        for names in [&self.kinds, &self.sections] {
            out.number(names.len() as u32);
            names.iter().for_each(|name| out.bytes(name.as_bytes()));
        }
        terms::write_firsts(&mut out, &self.shards);
        out.0
    }

    /// What was written; none for what isn't a root of this version.
    pub fn read(bytes: &[u8]) -> Option<Root> {
        let mut reader = Reader(bytes);
        if reader.number()? != VERSION {
            return None;
        }
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).ok();
        let folder = text(reader.bytes()?)?;
        let pages = reader.number()?;
        let mut names = || {
            let mut names = Vec::new();
            for _ in 0..reader.number()? {
                names.push(text(reader.bytes()?)?);
            }
            Some(names)
        };
        let (kinds, sections) = (names()?, names()?);
        let shards = terms::read_firsts(reader)?;
        Some(Root { folder, pages, shards, kinds, sections })
    }

    /// The number of the shard in which a key stands, if it stands anywhere.
    pub fn shard_of(&self, key: &str) -> Option<u32> {
        terms::shard_of(&self.shards, key)
    }
}
