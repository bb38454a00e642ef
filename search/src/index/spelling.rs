//! The keys read backwards, in the order of how they end: for a word with a slip in its first half, which
//! stands in no shard of terms where it would be looked for, and for compounds that end with a word.
//!
//! In the place of its postings stands how plausible a key is, and which word of the site stands under it: a
//! key may be what rules made of a form. What is only a part of words isn't among them. These files are asked
//! for when no page has a word.

use super::{
    bytes::{Reader, Writer},
    postings,
    terms::Term,
};

/// A text read backwards: `sutuluok` for `koulutus`.
pub fn backwards(text: &str) -> String {
    text.chars().rev().collect()
}

/// How plausible it is that the visitor meant a key; a lower value is less plausible.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Plausible {
    /// It is a base form without doubt: rules make others of what they don't know, such as names.
    pub is_base: bool,
    /// How long its postings are, in bytes, which says well enough on how many pages it stands.
    length: u32,
}

impl Plausible {
    /// That of a key with its postings among the terms.
    pub fn of(postings: &[u8]) -> Plausible {
        Plausible { is_base: postings::is_base(postings), length: postings.len() as u32 }
    }

    /// As it is written behind a key.
    fn write(self, out: &mut Writer) {
        out.number((self.length << 1) | u32::from(self.is_base));
    }

    /// The bytes after a key.
    pub fn read(bytes: &[u8]) -> Plausible {
        let number = Reader(bytes).number().unwrap_or(0);
        Plausible { is_base: number & 1 == 1, length: number >> 1 }
    }
}

/// The word of the site that stands under a key, by what is written behind that.
pub fn word(key: &str, bytes: &[u8]) -> Option<String> {
    let mut reader = Reader(bytes);
    reader.number()?;
    let mut word = key.as_bytes().to_vec();
    if !reader.0.is_empty() {
        reader.text_after(&mut word)?;
    }
    String::from_utf8(word).ok()
}

/// The keys of terms read backwards, in their order, each with what stands behind it; those that are only a
/// part of words are left out.
pub fn read_backwards(terms: &[Term]) -> Vec<Term> {
    let mut read: Vec<Term> = terms.iter().filter_map(backwards_of).collect();
    read.sort_unstable_by(|one, other| one.key.cmp(&other.key));
    read
}

/// A key read backwards with what stands behind it; none where it is only a part of words.
pub fn backwards_of(term: &Term) -> Option<Term> {
    let word = term.word.as_deref()?;
    let mut behind = Writer::default();
    Plausible::of(&term.postings).write(&mut behind);
    if word != term.key {
        behind.text_after(&term.key, word);
    }
    Some(Term { key: backwards(&term.key), word: None, postings: behind.0 })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::{
        postings::KeyProperties,
        terms::{self, Size},
    };

    #[test]
    fn keys_are_in_the_order_of_how_they_end_and_as_plausible_as_among_the_terms() {
        let terms: Vec<Term> = [
            ("haku", 1, Some("haun")),
            ("koulutus", 300, Some("koulutus")),
            ("luku", 0, Some("lukuja")),
            ("yhteis", 9, None),
        ]
        .map(|(key, count, word)| {
            let pages = [(0..count).collect(), vec![], vec![], vec![], vec![], vec![]];
            let postings =
                postings::write(&pages, 300, KeyProperties { is_base: key != "luku", is_word: false });
            Term { key: key.to_owned(), word: word.map(str::to_owned), postings }
        })
        .into();
        let [(first, shard)] = terms::shards(read_backwards(&terms), Size::LARGE).try_into().unwrap();
        assert_eq!(first, "sutuluok");
        let mut read = Vec::new();
        terms::read(&shard, &mut |key, behind| {
            let key = backwards(key);
            read.push((key.clone(), Plausible::read(behind), word(&key, behind)));
        })
        .unwrap();
        let of = |number: usize| {
            (terms[number].key.clone(), Plausible::of(&terms[number].postings), terms[number].word.clone())
        };
        assert_eq!(read, [of(1), of(0), of(2)]);
        assert!(read[2].1 < read[1].1, "{read:?}");
    }

    #[test]
    fn what_is_broken_is_no_word() {
        for bytes in [&[][..], &[9, 9], &[1, 4, 2, b'a'], &[1, 0, 1, 0xff]] {
            assert_eq!(word("haku", bytes), None, "{bytes:?}");
        }
    }
}
