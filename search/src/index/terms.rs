//! Shards of the keys: each key with its postings, in the order of their bytes.

use super::bytes::{Reader, Writer};

/// A shard ends with the key with which it has grown to so many bytes.
const FULL: usize = 6 * 1024;

/// A key and its postings, as [`super::postings`] writes them.
pub struct Term {
    /// The key.
    pub key: String,
    /// Its postings.
    pub postings: Vec<u8>,
}

/// Shards of terms that are in the order of their keys: the first key of each, and its bytes.
pub fn shards(terms: impl IntoIterator<Item = Term>) -> Vec<(String, Vec<u8>)> {
    let mut shards: Vec<(String, Vec<u8>)> = Vec::new();
    let mut shard = Writer::default();
    let mut first = None;
    let mut before = String::new();
    for Term { key, postings } in terms {
        first.get_or_insert_with(|| key.clone());
        shard.text_after(&before, &key);
        shard.bytes(&postings);
        before = key;
        if shard.0.len() >= FULL {
            shards.extend(first.take().map(|first| (first, std::mem::take(&mut shard.0))));
            before.clear();
        }
    }
    shards.extend(first.map(|first| (first, shard.0)));
    shards
}

/// Gives each key of a shard and its postings to `each`, until that has had enough.
pub fn read<'b>(shard: &'b [u8], mut each: impl FnMut(&str, &'b [u8])) -> Option<()> {
    let mut reader = Reader(shard);
    let mut key = Vec::new();
    while !reader.0.is_empty() {
        reader.text_after(&mut key)?;
        let postings = reader.bytes()?;
        each(std::str::from_utf8(&key).ok()?, postings);
    }
    Some(())
}
