//! The pages of an index: what is needed of all of them to rank and to filter, and their addresses in chunks.

use super::bytes::{Reader, Writer};

/// How many addresses a chunk holds.
pub const CHUNK: u32 = 32;

/// A page of the index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndexedPage {
    /// Its address, as "/hankkeet/".
    pub path: String,
    /// The number of its kind; the caller knows which that is.
    pub kind: u32,
    /// The number of its section.
    pub section: u32,
    /// Its day, counted from 1 January 1970; 0 for a page without one.
    pub day: u32,
}

/// What is needed of a page to rank and to filter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Traits {
    /// The number of its kind.
    pub kind: u32,
    /// The number of its section.
    pub section: u32,
    /// Its day, counted from 1 January 1970; 0 for a page without one.
    pub day: u32,
}

/// The traits of all pages, column by column: equal ones that follow each other take no room.
pub fn write_traits(pages: &[IndexedPage]) -> Vec<u8> {
    let mut out = Writer::default();
    let columns: [fn(&IndexedPage) -> u32; 3] = [|page| page.kind, |page| page.section, |page| page.day];
    for column in columns {
        for run in pages.chunk_by(|one, other| column(one) == column(other)) {
            out.number(column(&run[0]));
            out.number(run.len() as u32);
        }
    }
    out.0
}

/// The traits of as many pages.
pub fn read_traits(bytes: &[u8], pages: u32) -> Option<Vec<Traits>> {
    let mut reader = Reader(bytes);
    let mut column = || {
        let mut values = Vec::new();
        while (values.len() as u32) < pages {
            let (value, run) = (reader.number()?, reader.number()?);
            let left = pages - values.len() as u32;
            values.extend(std::iter::repeat_n(value, run.min(left) as usize));
            if run == 0 {
                return None;
            }
        }
        Some(values)
    };
    let (kinds, sections, days) = (column()?, column()?, column()?);
    let both = kinds.into_iter().zip(sections).zip(days);
    Some(both.map(|((kind, section), day)| Traits { kind, section, day }).collect())
}

/// The addresses in chunks of [`CHUNK`].
pub fn write_addresses(pages: &[IndexedPage]) -> Vec<Vec<u8>> {
    let chunks = pages.chunks(CHUNK as usize).map(|chunk| {
        let mut out = Writer::default();
        let mut before = "";
        for page in chunk {
            out.text_after(before, &page.path);
            before = &page.path;
        }
        out.0
    });
    chunks.collect()
}

/// The address of a page of a chunk, counted within the chunk.
pub fn read_address(chunk: &[u8], place: u32) -> Option<String> {
    let mut reader = Reader(chunk);
    let mut address = Vec::new();
    for _ in 0..=place {
        reader.text_after(&mut address)?;
    }
    String::from_utf8(address).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let page = |path: &str, kind, section, day| IndexedPage { path: path.to_owned(), kind, section, day };
        let pages: Vec<IndexedPage> = (0..100)
            .map(|number| {
                page(&format!("/uutiset/uutinen-{number}/"), number % 3, number / 50, 9000 + number)
            })
            .collect();
        let traits = read_traits(&write_traits(&pages), 100).unwrap();
        assert_eq!(traits[51], Traits { kind: 0, section: 1, day: 9051 });
        let chunks = write_addresses(&pages);
        assert_eq!(chunks.len(), 4);
        assert_eq!(read_address(&chunks[2], 5).as_deref(), Some("/uutiset/uutinen-69/"));
        assert_eq!(read_address(&chunks[3], 4), None);
        assert_eq!(read_traits(&[0, 0], 100), None);
    }
}
