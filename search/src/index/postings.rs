//! The pages on which a key stands, by how it stands there.

use super::{
    Standing,
    bytes::{Reader, Writer},
};

/// The bit of a base form.
const BASE: u8 = 1 << 6;

/// The bit of a word of the site.
const WORD: u8 = 1 << 7;

/// The properties of a key besides its pages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct KeyProperties {
    /// It is a base form of a word of the site, without doubt.
    pub is_base: bool,
    /// It stands in a text of the site as it is.
    pub is_word: bool,
}

/// Writes the pages of a key: for each standing the pages in ascending order. `pages` is how many the site
/// has.
///
/// The first byte has a bit for each standing that there is, one for a base form, and one for a word of the
/// site.
///
/// Many pages are written as a bit for each page of the site, few as the steps from one to the next,
/// whichever is shorter.
pub fn write(postings: &[Vec<u32>; 6], pages: u32, properties: KeyProperties) -> Vec<u8> {
    let mut out = Writer::default();
    let present = (0_u8..6).filter(|standing| !postings[usize::from(*standing)].is_empty());
    let base = if properties.is_base { BASE } else { 0 };
    let word = if properties.is_word { WORD } else { 0 };
    out.0.push(present.fold(base | word, |bits, standing| bits | 1 << standing));
    for list in postings.iter().filter(|list| !list.is_empty()) {
        let mut steps = Writer::default();
        let mut next = 0;
        for &page in list {
            steps.number(page - next);
            next = page + 1;
        }
        let bits = pages.div_ceil(8) as usize;
        if steps.0.len() > bits {
            out.number(0);
            let mut set = vec![0_u8; bits];
            for &page in list {
                set[page as usize / 8] |= 1 << (page % 8);
            }
            out.0.extend(set);
        } else {
            out.number(list.len() as u32);
            out.0.extend(steps.0);
        }
    }
    out.0
}

/// Whether a key is a base form of a word of the site, without doubt.
pub fn is_base(bytes: &[u8]) -> bool {
    bytes.first().is_some_and(|bits| bits & BASE != 0)
}

/// Whether a word of the site stands under a key, be it in another form; what is only a part of words may be
/// none.
pub fn is_of_word(bytes: &[u8]) -> bool {
    let whole = [Standing::Title, Standing::Heading, Standing::Text];
    let whole = whole.iter().fold(WORD, |bits, standing| bits | 1 << *standing as u8);
    bytes.first().is_some_and(|bits| bits & whole != 0)
}

/// Gives each page of a key and how it stands there to `each`; pages that a broken file names and the site
/// doesn't have are left out.
pub fn read(bytes: &[u8], pages: u32, mut each: impl FnMut(u32, Standing)) -> Option<()> {
    let mut reader = Reader(bytes);
    let present = *reader.take(1)?.first()?;
    for standing in Standing::ALL {
        if present & (1 << standing as u8) == 0 {
            continue;
        }
        let count = reader.number()?;
        if count == 0 {
            for (place, byte) in (0_u32..).zip(reader.take(pages.div_ceil(8) as usize)?) {
                let set = (0..8).filter(|bit| byte & (1 << bit) != 0);
                set.map(|bit| place * 8 + bit)
                    .filter(|page| *page < pages)
                    .for_each(|page| each(page, standing));
            }
        } else {
            let mut next = 0_u32;
            for _ in 0..count {
                let page = next.checked_add(reader.number()?)?;
                if page < pages {
                    each(page, standing);
                }
                next = page.checked_add(1)?;
            }
        }
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn there_and_back(postings: [Vec<u32>; 6], pages: u32) {
        let mut found: [Vec<u32>; 6] = Default::default();
        let bytes = write(&postings, pages, KeyProperties::default());
        read(&bytes, pages, |page, standing| found[standing as usize].push(page)).unwrap();
        assert_eq!(found, postings);
    }

    #[test]
    fn what_is_written_is_read() {
        let none = Vec::new;
        there_and_back([vec![0], none(), vec![3, 7, 9], none(), none(), vec![1000]], 1001);
        there_and_back([none(), (0..500).collect(), none(), (500..997).collect(), none(), none()], 997);
    }

    #[test]
    fn what_is_only_a_part_of_words_may_be_none() {
        let of = |standing: Standing, is_word| {
            let mut postings: [Vec<u32>; 6] = Default::default();
            postings[standing as usize].push(3);
            write(&postings, 9, KeyProperties { is_base: true, is_word })
        };
        for standing in Standing::ALL {
            assert_eq!(is_of_word(&of(standing, false)), standing != standing.of_part(), "{standing:?}");
            assert!(is_of_word(&of(standing, true)));
        }
    }

    #[test]
    fn many_pages_take_a_bit_each() {
        let all: Vec<u32> = (0..10_000).collect();
        let bytes = write(&[vec![], vec![], vec![], all, vec![], vec![]], 10_000, KeyProperties::default());
        assert_eq!(bytes.len(), 2 + 1250);
    }

    #[test]
    fn a_broken_file_gives_nothing_and_no_panic() {
        for bytes in
            [&[][..], &[1], &[1, 5, 1], &[0xff, 0xff, 0xff], &[1, 2, 0xff, 0xff, 0xff, 0xff, 0xff, 1]]
        {
            assert_eq!(read(bytes, 10, |_, _| {}), None);
        }
    }
}
