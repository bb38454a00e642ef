//! The keys by what follows their first letter: for a word whose first letter is wrong or missing, which stands in no shard of
//! terms where it would be looked for.
//!
//! A key stands there turned: its first letter comes last. In the place of its postings is how common it is. Nobody asks for
//! these files who makes no slip.

use super::{
    bytes::{Reader, Writer},
    postings,
    terms::{self, Term},
};

/// A key with its first letter at the end: `koulutus` is `oulutusk`.
pub fn turned(key: &str) -> String {
    let mut letters = key.chars();
    let first = letters.next();
    letters.chain(first).collect()
}

/// The key that was turned.
pub fn turned_back(turned: &str) -> String {
    let mut letters = turned.chars();
    let first = letters.next_back();
    first.into_iter().chain(letters).collect()
}

/// How plausible it is that a key is what somebody wanted to type; of two the lesser one is less plausible.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Plausible {
    /// It is a base form without doubt: rules make others of what they don't know, such as names.
    is_base: bool,
    /// How long its postings are, in bytes, which says well enough on how many pages it stands.
    length: u32,
}

impl Plausible {
    /// That of a key with its postings among the terms.
    pub fn of(postings: &[u8]) -> Plausible {
        Plausible { is_base: postings::is_base(postings), length: postings.len() as u32 }
    }

    /// As it is written behind a turned key.
    fn write(self) -> Vec<u8> {
        let mut out = Writer::default();
        out.number((self.length << 1) | u32::from(self.is_base));
        out.0
    }

    /// What stands behind a turned key.
    pub fn read(bytes: &[u8]) -> Plausible {
        let number = Reader(bytes).number().unwrap_or(0);
        Plausible { is_base: number & 1 == 1, length: number >> 1 }
    }
}

/// The shards of the turned keys of terms, and the list of the first one in each.
pub fn write(terms: &[Term]) -> (Vec<u8>, Vec<Vec<u8>>) {
    let turn = |term: &Term| Term { key: turned(&term.key), postings: Plausible::of(&term.postings).write() };
    let mut turned: Vec<Term> = terms.iter().map(turn).collect();
    turned.sort_unstable_by(|one, other| one.key.cmp(&other.key));
    let (firsts, shards): (Vec<String>, Vec<Vec<u8>>) = terms::shards(turned).into_iter().unzip();
    let mut list = Writer::default();
    terms::write_firsts(&mut list, &firsts);
    (list.0, shards)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_turned_and_turned_back() {
        assert_eq!(turned("ääni"), "äniä");
        for key in ["", "a", "ääni", "koulutus"] {
            assert_eq!(turned_back(&turned(key)), key);
        }
    }

    #[test]
    fn turned_keys_are_in_their_own_order_and_as_plausible_as_among_the_terms() {
        let terms: Vec<Term> = [("haku", 1), ("koulutus", 300), ("salku", 0)]
            .map(|(key, count)| {
                let pages = [(0..count).collect(), vec![], vec![], vec![], vec![], vec![]];
                Term { key: key.to_owned(), postings: postings::write(&pages, 300, key != "salku") }
            })
            .into();
        let (list, shards) = write(&terms);
        assert_eq!(terms::read_firsts(Reader(&list)).unwrap(), ["akuh"]);
        let mut read = Vec::new();
        terms::read(&shards[0], |key, posting| read.push((turned_back(key), Plausible::read(posting))))
            .unwrap();
        let of = |number: usize| (terms[number].key.clone(), Plausible::of(&terms[number].postings));
        assert_eq!(read, [of(0), of(2), of(1)]);
        assert!(read[1].1 < read[0].1, "{read:?}");
    }
}
