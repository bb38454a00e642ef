//! Shards of the keys: each key with its postings, in the order of their bytes.

use super::bytes::{Reader, Writer};

/// A shard ends with the key with which it has grown to so many bytes.
const FULL: usize = 6 * 1024;

/// A key and its postings, as [`super::postings`] writes them.
pub struct Term {
    /// The key.
    pub key: String,
    /// A word of the site that stands under it, the key itself if there is one; none where it is only a part of words.
    pub word: Option<String>,
    /// Its postings.
    pub postings: Vec<u8>,
}

/// Shards of terms that are in the order of their keys: the first key of each, and its bytes.
pub fn shards(terms: impl IntoIterator<Item = Term>) -> Vec<(String, Vec<u8>)> {
    let mut shards: Vec<(String, Vec<u8>)> = Vec::new();
    let mut shard = Writer::default();
    let mut first = None;
    let mut before = String::new();
    for Term { key, postings, .. } in terms {
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

/// Writes the first key of each shard; nothing stands behind them.
pub fn write_firsts(out: &mut Writer, firsts: &[String]) {
    let mut before = "";
    for first in firsts {
        out.text_after(before, first);
        before = first;
    }
}

/// The first key of each shard, to the end of the bytes; none where they are broken.
pub fn read_firsts(mut reader: Reader<'_>) -> Option<Vec<String>> {
    let mut firsts = Vec::new();
    let mut first = Vec::new();
    while !reader.0.is_empty() {
        reader.text_after(&mut first)?;
        firsts.push(String::from_utf8(first.clone()).ok()?);
    }
    Some(firsts)
}

/// The number of the shard in which a key stands, if it stands anywhere.
pub fn shard_of(firsts: &[String], key: &str) -> Option<u32> {
    (firsts.partition_point(|first| first.as_str() <= key) as u32).checked_sub(1)
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
