//! The pages of an index: what is needed of all of them to rank and to filter, and what is shown of those
//! that are found.

use super::bytes::{Reader, Writer};

/// Up to how many pages one list tells of all of them: it comes while the keys come, and the next question
/// has it at hand.
const ONE: u32 = 1024;

/// Of how many pages each list tells where there are more.
const PART: u32 = 64;

/// A page of the index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndexedPage {
    /// What is shown of it.
    pub listed: Listed,
    /// The number of its kind; the caller knows which that is.
    pub kind: u32,
    /// The number of its section.
    pub section: u32,
    /// Its day, counted from 1 January 1970; 0 for a page without one.
    pub day: u32,
}

/// The line of a result.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listed {
    /// Its address, as "/hankkeet/".
    pub path: String,
    /// Its title.
    pub title: String,
    /// Its day in words: "Hakuaika päättyy 8.12.2006"; empty for a page without one.
    pub date: String,
    /// The names of the pages above it, the highest first, as "Etusivu : hankkeet".
    pub way: String,
    /// How many letters an excerpt of it has at most: the room that is kept until it comes.
    pub room: usize,
}

/// The traits of a page by which it is ranked and filtered.
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

/// The number of pages in each list, on a site of so many pages.
pub const fn listed_together(pages: u32) -> u32 {
    if pages <= ONE { ONE } else { PART }
}

/// The lists: a line for each page, its fields with a tab between two. They are text, for hosts compress that
/// as they send it.
pub fn write_lists(pages: &[IndexedPage]) -> Vec<String> {
    let together = listed_together(pages.len() as u32);
    let lists = pages.chunks(together as usize).map(|pages| {
        let lines =
            pages.iter().map(|IndexedPage { listed: Listed { path, title, date, way, room }, .. }| {
                let fields = [path, title, date, way].map(|field| field.replace(['\t', '\n'], " "));
                format!("{}\t{room}", fields.join("\t"))
            });
        lines.collect::<Vec<_>>().join("\n")
    });
    lists.collect()
}

/// The line of a page, by its number within the list.
pub fn read_listed(list: &[u8], place: u32) -> Option<Listed> {
    let line = list.split(|byte| *byte == b'\n').nth(place as usize)?;
    let mut fields = line.split(|byte| *byte == b'\t');
    let mut field = || String::from_utf8(fields.next()?.to_vec()).ok();
    Some(Listed {
        path: field()?,
        title: field()?,
        date: field()?,
        way: field()?,
        room: field()?.parse().ok()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pages(count: u32) -> Vec<IndexedPage> {
        let page = |number: u32| IndexedPage {
            listed: Listed {
                path: format!("/uutiset/uutinen-{number}/"),
                title: format!("Uutinen {number}: sarkain\tja rivi\n"),
                date: String::new(),
                way: "Etusivu : uutiset".to_owned(),
                room: 120,
            },
            kind: number % 3,
            section: number / 50,
            day: 9000 + number,
        };
        (0..count).map(page).collect()
    }

    #[test]
    fn what_is_written_is_read() {
        let pages = pages(100);
        let traits = read_traits(&write_traits(&pages), 100).unwrap();
        assert_eq!(traits[51], Traits { kind: 0, section: 1, day: 9051 });
        assert_eq!(read_traits(&[0, 0], 100), None);
        let [list] = write_lists(&pages).try_into().unwrap();
        let listed = read_listed(list.as_bytes(), 69).unwrap();
        assert_eq!(listed.path, "/uutiset/uutinen-69/");
        assert_eq!(listed.title, "Uutinen 69: sarkain ja rivi ");
        assert_eq!((listed.date.as_str(), listed.way.as_str(), listed.room), ("", "Etusivu : uutiset", 120));
        assert_eq!(read_listed(list.as_bytes(), 100), None);
    }

    #[test]
    fn a_large_site_has_lists_of_a_part_each() {
        let lists = write_lists(&pages(ONE + 1));
        assert_eq!(lists.len(), 17);
        let place = |number: u32| (number / listed_together(ONE + 1), number % listed_together(ONE + 1));
        let (list, line) = place(ONE);
        assert_eq!(
            read_listed(lists[list as usize].as_bytes(), line).unwrap().path,
            "/uutiset/uutinen-1024/"
        );
    }

    #[test]
    fn a_broken_list_tells_nothing() {
        for list in [&b""[..], b"/a/\tA", b"/a/\tA\t\t\xff\t1", b"/a/\tA\t\t\tmany"] {
            assert_eq!(read_listed(list, 0), None, "{list:?}");
        }
    }
}
