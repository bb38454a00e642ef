//! A published site by its addresses: the data of each page, and the other files.

use std::{collections::BTreeMap, path::Path};

use anyhow::Context as _;
use file_types::{FileType, Role};
use page::{PageDocument, document::EMBEDDED_PAGE_ID};
use rayon::prelude::*;
use search::index::FOLDER;
use site::{
    hosting::{
        files_read::{Author, FileRead},
        of_all_hosts,
    },
    write::MARKER,
};

use crate::{
    crawl::rules_of_host,
    published::folder::{Folder, path_of},
};
use content::{
    fingerprint::fingerprint,
    own_files::{CALENDAR, OFFLINE, PICTURES, REDIRECTS_FILE, ROBOTS, WORKER, is_of_shell},
};

/// A published site.
pub struct ComparedSite {
    /// What stands at each address that has data, by the address within the site.
    pub pages: BTreeMap<String, Stands>,
    /// The folder of the host under which it stands; empty at its root.
    base: String,
    /// Where the host itself leads on, by the address without the slash at its end.
    pub of_host: BTreeMap<String, String>,
    /// What all other files hold, by name; only fingerprints.
    pub files: BTreeMap<String, u64>,
}

/// What stands at an address.
pub struct Stands {
    /// The data of the page, or where it is.
    data: String,
    /// Tells apart its documents.
    pub document: u64,
}

impl ComparedSite {
    /// Reads a site, on all cores.
    ///
    /// # Errors
    /// A folder without a site of Seutu, a file that can't be read.
    pub fn read(path: &Path) -> anyhow::Result<ComparedSite> {
        let folder = Folder::of(path)?;
        anyhow::ensure!(
            folder.number("page.json").is_some(),
            "The site in {} isn't of Seutu: it has no page.json, by which sites are compared",
            path.display()
        );
        let names = folder.names();
        let documents: Vec<&String> = names.iter().filter(|name| is_document(&folder, name)).collect();
        let pages = documents.par_iter().map(|name| Ok((address(name), Stands::read(&folder, name)?)));
        let files = names.par_iter().filter(|name| is_told(&folder, name));
        let files = files.map(|name| Ok((name.clone(), fingerprint(&folder.read(name)?))));
        // A link is compared by where it leads, and not followed.
        let links = folder.links().iter().map(|name| {
            let target = folder.read_link(name)?;
            Ok((name.clone(), fingerprint(target.as_os_str().as_encoded_bytes())))
        });
        let links: Vec<(String, u64)> = links.collect::<anyhow::Result<_>>()?;
        let of_host = match folder.number(REDIRECTS_FILE) {
            Some(_) => rules_of_host(&folder.read(REDIRECTS_FILE)?),
            None => Vec::new(),
        };
        let pages: BTreeMap<String, Stands> = pages.collect::<anyhow::Result<_>>()?;
        let base = match pages.get("/").map(|front| front.decode("/")).transpose()? {
            Some(PageDocument::Page(front)) => front.path.as_str().trim_end_matches('/').to_owned(),
            _ => String::new(),
        };
        let mut site = ComparedSite {
            pages,
            base,
            of_host: BTreeMap::new(),
            files: files.collect::<anyhow::Result<_>>()?,
        };
        site.files.extend(links);
        let of_host = of_host.into_iter().map(|(from, to)| {
            (site.within(&from).trim_end_matches('/').to_owned(), site.within(&to).to_owned())
        });
        site.of_host = of_host.collect();
        Ok(site)
    }

    /// An address within the site; pages and rules of hosts say it with the folder of the host.
    pub fn within<'a>(&self, address: &'a str) -> &'a str {
        address.strip_prefix(&self.base).filter(|within| within.starts_with('/')).unwrap_or(address)
    }
}

impl Stands {
    fn read(folder: &Folder, name: &str) -> anyhow::Result<Stands> {
        let document = folder.read(name)?;
        let data = match name.strip_suffix("index.html") {
            Some(within) => folder.read(&format!("{within}page.json"))?,
            None => embedded(&document).to_vec(),
        };
        let data = String::from_utf8(data).with_context(|| format!("The data of {name} can't be read"))?;
        Ok(Stands { data, document: fingerprint(&document) })
    }

    /// Whether both have the same data.
    pub fn says_what(&self, other: &Stands) -> bool {
        self.data == other.data
    }

    /// The page, or where it is.
    ///
    /// # Errors
    /// The data of another version of Seutu.
    pub fn decode(&self, address: &str) -> anyhow::Result<PageDocument> {
        PageDocument::read(&self.data)
            .map_err(|error| anyhow::anyhow!("The data of {address} can't be read: {error}"))
    }
}

/// The data in a document that has none beside it: that of "not found".
fn embedded(document: &[u8]) -> &[u8] {
    let opening = format!("id=\"{EMBEDDED_PAGE_ID}\">");
    let start = memchr::memmem::find(document, opening.as_bytes()).map(|start| start + opening.len());
    let rest = start.and_then(|start| document.get(start..)).unwrap_or_default();
    let end = memchr::memmem::find(rest, b"</script>").unwrap_or(rest.len());
    &rest[..end]
}

fn address(name: &str) -> String {
    format!("/{}", path_of(name))
}

/// Whether a file is the document of a page or of an old address.
fn is_document(folder: &Folder, name: &str) -> bool {
    let has_data = |within: &str| folder.number(&format!("{within}page.json")).is_some();
    name == "404.html" || name.strip_suffix("index.html").is_some_and(has_data)
}

/// Whether the publisher wrote a file for hosts, robots, browsers or itself.
fn is_for_programs(name: &str) -> bool {
    let is_for_host = |file: FileRead| file.author == Author::Publication && file.is_at(name);
    [MARKER, ROBOTS, WORKER].contains(&name) || of_all_hosts().any(is_for_host)
}

/// Whether the publisher gathered a calendar; an editor's document may have the same name.
fn is_gathered_calendar(folder: &Folder, name: &str) -> bool {
    let is_named_so = name.rsplit('/').next() == Some(CALENDAR);
    let says_so = |text: Vec<u8>| memchr::memmem::find(&text, b"PRODID:-//Seutu//").is_some();
    is_named_so && folder.read(name).is_ok_and(says_so)
}

/// Whether what becomes of a file is told by its name: neither of a page, nor of the application, nor drawn,
/// gathered or written for hosts by the publisher.
fn is_told(folder: &Folder, name: &str) -> bool {
    let last = name.rsplit('/').next().unwrap_or(name);
    let compressed = [".br", ".gz", ".zst"].into_iter().find_map(|ending| name.strip_suffix(ending));
    let is_made = [FOLDER]
        .into_iter()
        .chain(PICTURES)
        .any(|folder| name.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/')));
    let is_for_programs = is_for_programs(name)
        || last == OFFLINE
        // Site maps, feeds, data and web manifests.
        || FileType::of_name(last).is_some_and(|known| known.role == Role::Data);
    !(is_made
        || is_for_programs
        || is_gathered_calendar(folder, name)
        || is_document(folder, name)
        || is_of_shell(name)
        || compressed.is_some_and(|plain| folder.number(plain).is_some()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_data_of_a_document_stands_in_its_script() {
        let document =
            "<p>a</p><script type=\"application/json\" id=\"seutu-page\">{\"a\":1}</script></body>";
        assert_eq!(embedded(document.as_bytes()), b"{\"a\":1}");
        assert_eq!(embedded(b"<p>a</p>"), b"");
    }
}
