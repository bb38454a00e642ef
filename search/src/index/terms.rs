//! Shards of the keys: each key with its postings, in the order of their bytes.
//!
//! Where a shard ends is said by its keys, not by their count: a word more or less changes its own shard, and
//! the others stay as they were.

use super::{
    bytes::{Reader, Writer},
    named::{self, Hash},
};

/// How large shards are. A word asks for two or three of them, and the root names them all: the more shards
/// there are, the smaller and the more numerous they are best.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// A shard has at least so many bytes, but for the last one;
    least: usize,
    /// it ends with the next key of which one among so many is an end,
    one_of: u32,
    /// and at the latest when it has so many bytes.
    most: usize,
}

/// Up to so many pages the shards are small.
const FEW_PAGES: usize = 2_000;

/// A key and its postings, as [`super::postings`] writes them.
#[derive(Clone, Debug)]
pub struct Term {
    /// The key.
    pub key: String,
    /// A word of the site that stands under it, the key itself if there is one; none where it is only a part
    /// of words.
    pub word: Option<String>,
    /// Its postings.
    pub postings: Vec<u8>,
}

/// The shards of a file that lists them: with which key each begins, and the hash of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shards {
    /// The first key of each, in their order.
    pub firsts: Vec<String>,
    /// The hash of each.
    pub hashes: Vec<Hash>,
}

/// A shard: its first key, and its bytes.
pub type Shard = (String, Vec<u8>);

/// Whether the shards of an index of so many pages are small.
pub const fn are_small(pages: usize) -> bool {
    pages <= FEW_PAGES
}

impl Size {
    /// The larger of the two: for files that are rarely asked for.
    pub const LARGE: Size = Size { least: 4 * 1024, one_of: 64, most: 12 * 1024 };

    /// That of the shards of an index of so many pages.
    pub const fn of(pages: usize) -> Size {
        if are_small(pages) { Size { least: 3 * 512, one_of: 24, most: 9 * 512 } } else { Size::LARGE }
    }
}

/// Shards of terms that are in the order of their keys.
pub fn shards(terms: impl IntoIterator<Item = Term>, size: Size) -> Vec<Shard> {
    cut(terms, size).0
}

/// The same, and whether the last one ends by its key: then what comes behind it begins another one.
pub fn cut(terms: impl IntoIterator<Item = Term>, size: Size) -> (Vec<Shard>, bool) {
    let mut shards: Vec<(String, Vec<u8>)> = Vec::new();
    let mut shard = Writer::default();
    let mut first = None;
    let mut before = String::new();
    for Term { key, postings, .. } in terms {
        first.get_or_insert_with(|| key.clone());
        shard.text_after(&before, &key);
        shard.bytes(&postings);
        before = key;
        let length = shard.0.len();
        if length >= size.most || (length >= size.least && may_end(&before, size.one_of)) {
            shards.extend(first.take().map(|first| (first, std::mem::take(&mut shard.0))));
            before.clear();
        }
    }
    let is_whole = first.is_none();
    shards.extend(first.map(|first| (first, shard.0)));
    (shards, is_whole)
}

/// Whether a shard may end with a key: the same of the same key (FNV-1a).
fn may_end(key: &str, one_of: u32) -> bool {
    let hash =
        key.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    (hash >> 8).is_multiple_of(one_of)
}

impl Shards {
    /// Writes them; nothing stands behind them.
    pub fn write(&self, out: &mut Writer) {
        let mut before = "";
        for (first, hash) in self.firsts.iter().zip(&self.hashes) {
            out.text_after(before, first);
            named::write(out, *hash);
            before = first;
        }
    }

    /// Those to the end of the bytes; none where they are broken.
    pub fn read(mut reader: Reader<'_>) -> Option<Shards> {
        let mut shards = Shards::default();
        let mut first = Vec::new();
        while !reader.0.is_empty() {
            reader.text_after(&mut first)?;
            shards.firsts.push(String::from_utf8(first.clone()).ok()?);
            shards.hashes.push(named::read(&mut reader)?);
        }
        Some(shards)
    }
}

/// The number of the shard in which a key stands, if it stands anywhere.
pub fn shard_of(firsts: &[String], key: &str) -> Option<u32> {
    (firsts.partition_point(|first| first.as_str() <= key) as u32).checked_sub(1)
}

/// Gives each key of a shard and its postings to `each`, until that has had enough.
pub fn read<'b>(shard: &'b [u8], each: &mut dyn FnMut(&str, &'b [u8])) -> Option<()> {
    let mut reader = Reader(shard);
    let mut key = Vec::new();
    while !reader.0.is_empty() {
        reader.text_after(&mut key)?;
        let postings = reader.bytes()?;
        each(std::str::from_utf8(&key).ok()?, postings);
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms(left_out: usize) -> Vec<Term> {
        let numbers = (0..20_000).filter(|number| *number != left_out);
        let term =
            |number| Term { key: format!("sana{number:05}"), word: None, postings: vec![1; number % 9] };
        numbers.map(term).collect()
    }

    #[test]
    fn a_word_less_changes_one_shard() {
        for size in [Size::of(1), Size::of(FEW_PAGES + 1)] {
            let all = shards(terms(usize::MAX), size);
            for left_out in [0, 7_777, 12_345, 19_999] {
                let without = shards(terms(left_out), size);
                let new = without.iter().filter(|shard| !all.contains(shard)).count();
                assert!(new <= 2, "{new} of {} without {left_out}", all.len());
            }
            let sizes = || all.iter().rev().skip(1).map(|(_, shard)| shard.len());
            let allowed = size.least..size.most + 16;
            assert!(sizes().all(|size| allowed.contains(&size)), "{:?}", sizes().collect::<Vec<_>>());
            assert!(sizes().sum::<usize>() / sizes().count() < size.least * 7 / 4);
        }
    }
}
