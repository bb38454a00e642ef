//! The keys read backwards, in the order of how they end: for a word with a slip in its first half, which stands in no shard of
//! terms where it would be looked for.
//!
//! In the place of its postings stands how plausible a key is. These files are asked for when a word stands on no page.

use super::{
    bytes::{Reader, Writer},
    postings,
    terms::{self, Term},
};

/// A text read backwards: `sutuluok` for `koulutus`.
pub fn backwards(text: &str) -> String {
    text.chars().rev().collect()
}

/// How plausible it is that a key is what somebody wanted to type; of two the lesser one is less plausible.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
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

    /// As it is written behind a key.
    fn write(self) -> Vec<u8> {
        let mut out = Writer::default();
        out.number((self.length << 1) | u32::from(self.is_base));
        out.0
    }

    /// What stands behind a key.
    pub fn read(bytes: &[u8]) -> Plausible {
        let number = Reader(bytes).number().unwrap_or(0);
        Plausible { is_base: number & 1 == 1, length: number >> 1 }
    }
}

/// The shards of the keys of terms read backwards, and the list of the first one in each.
pub fn write(terms: &[Term]) -> (Vec<u8>, Vec<Vec<u8>>) {
    let backwards =
        |term: &Term| Term { key: backwards(&term.key), postings: Plausible::of(&term.postings).write() };
    let mut read: Vec<Term> = terms.iter().map(backwards).collect();
    read.sort_unstable_by(|one, other| one.key.cmp(&other.key));
    let (firsts, shards): (Vec<String>, Vec<Vec<u8>>) = terms::shards(read).into_iter().unzip();
    let mut list = Writer::default();
    terms::write_firsts(&mut list, &firsts);
    (list.0, shards)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_in_the_order_of_how_they_end_and_as_plausible_as_among_the_terms() {
        let terms: Vec<Term> = [("haku", 1), ("koulutus", 300), ("luku", 0)]
            .map(|(key, count)| {
                let pages = [(0..count).collect(), vec![], vec![], vec![], vec![], vec![]];
                Term { key: key.to_owned(), postings: postings::write(&pages, 300, key != "luku") }
            })
            .into();
        let (list, shards) = write(&terms);
        assert_eq!(terms::read_firsts(Reader(&list)).unwrap(), ["sutuluok"]);
        let mut read = Vec::new();
        terms::read(&shards[0], |key, posting| read.push((backwards(key), Plausible::read(posting))))
            .unwrap();
        let of = |number: usize| (terms[number].key.clone(), Plausible::of(&terms[number].postings));
        assert_eq!(read, [of(1), of(0), of(2)]);
        assert!(read[2].1 < read[1].1, "{read:?}");
    }
}
