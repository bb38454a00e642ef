//! `content-index.json`: every page with where its data is, for programs of others that read the site's open
//! data.

use page::{PageKind, document::VERSION};
use serde::Serialize;

use super::{portal::Portal, sitemap::is_found};
use content::{
    own_files::{CONTENT_INDEX, DATA, part_of_content_index},
    read::PageFile,
    schema,
};

/// How many pages a file lists.
const MOST: usize = 1000;

/// A file of the index.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Index<'p> {
    /// The version of the page model, as in each page's data.
    version: u32,
    /// The site's name.
    site: &'p str,
    /// The site's address.
    address: String,
    /// Where the schema of the pages' data is.
    schema: String,
    /// How many pages there are in all files.
    count: usize,
    pages: Vec<Entry<'p>>,
    /// Where it goes on.
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<String>,
}

/// A page.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Entry<'p> {
    address: String,
    /// Where all that it says is.
    data: String,
    title: &'p str,
    summary: &'p str,
    language: &'static str,
    kind: PageKind,
    /// The day of its last change, as "2006-12-08", where it is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    changed: Option<String>,
}

/// The names and texts of the files, the pages in the order of their addresses.
///
/// # Errors
/// None that is known of: all of it is text.
pub(super) fn content_index(portal: Portal<'_>) -> serde_json::Result<Vec<(String, String)>> {
    let pages: Vec<&PageFile> = portal.site.pages.values().copied().filter(|page| is_found(page)).collect();
    let parts: Vec<&[&PageFile]> = if pages.is_empty() { vec![&[]] } else { pages.chunks(MOST).collect() };
    let file = |(number, part): (usize, &&[&PageFile])| {
        let next = (number + 1 < parts.len()).then(|| format!("{}/{}", portal.address, name(number + 1)));
        let index = Index {
            version: VERSION,
            site: portal.name,
            address: format!("{}/", portal.address),
            schema: format!("{}/{}", portal.address, schema::PAGE_DATA),
            count: pages.len(),
            pages: part.iter().map(|page| entry(portal, page)).collect(),
            next,
        };
        Ok((name(number), serde_json::to_string(&index)?))
    };
    parts.iter().enumerate().map(file).collect()
}

fn entry<'p>(portal: Portal<'_>, page: &'p PageFile) -> Entry<'p> {
    let address = portal.absolute(&page.path);
    Entry {
        data: format!("{address}{DATA}"),
        address,
        title: &page.source.title.value,
        summary: &page.source.summary.value,
        language: page.language.tag(),
        kind: compile::kind(&page.source.kind),
        changed: page.changed.map(|day| day.to_string()),
    }
}

/// The name of a part, counted from 0: the first one is where a program begins.
fn name(number: usize) -> String {
    match number {
        0 => CONTENT_INDEX.to_owned(),
        _ => part_of_content_index(number + 1),
    }
}
