//! Gives every Markdown file its place in the portal: a file's name becomes a slug, a folder gets a page.

use std::collections::{BTreeMap, BTreeSet};

use page::{Language, PagePath};

use super::{finding::ImportFinding, report::Report, settings::Settings, tree::Tree};
use content::{file_names::is_device, own_files::is_part, slug::slug};

/// A page's place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PagePlace {
    /// The Markdown file; none: the page is made for a folder that has none.
    pub file: Option<String>,
    /// The folder that it stands for; none: it is a page within a folder.
    pub index_of: Option<String>,
    /// The folders of its file and, unless it stands for a folder, its name: all slugs.
    pub segments: Vec<String>,
    /// Whether there are pages under it.
    pub has_pages: bool,
    /// The number at the beginning of its name.
    pub number: Option<u32>,
    /// The day at the beginning of its name.
    pub date: Option<String>,
}

impl PagePlace {
    /// Its file in the folder of its language.
    pub fn json(&self) -> String {
        let path = self.segments.join("/");
        match (&self.index_of, path.as_str()) {
            (Some(_), "") => "index.json".to_owned(),
            (Some(_), path) => format!("{path}/index.json"),
            (None, path) => format!("{path}.json"),
        }
    }

    /// The folder of its file in the folder of its language; empty for the first page.
    pub fn folder(&self) -> String {
        let end =
            if self.index_of.is_some() { self.segments.len() } else { self.segments.len().saturating_sub(1) };
        self.segments[..end].join("/")
    }
}

/// The names of a file that stands for its folder, the first of them preferred.
const INDEX: [&str; 3] = ["_index", "index", "readme"];

#[derive(Default)]
struct Folder {
    path: String,
    folders: BTreeMap<String, Folder>,
    /// The files by their names without ending, with their paths.
    pages: Vec<(String, String)>,
    /// The paths of the files that its generator leaves out: none of them stands for the folder.
    left_out: BTreeSet<String>,
}

/// Gives every page of the tree its place; `slugs` are the names that front matter gives.
pub fn place(
    tree: &Tree,
    slugs: &BTreeMap<String, String>,
    language: Language,
    report: &mut Report,
) -> Vec<PagePlace> {
    let settings = Settings::read(&tree.settings);
    let mut root = Folder::default();
    for path in tree.pages.keys() {
        let mut folder = &mut root;
        let mut parts: Vec<&str> = path.split('/').collect();
        let file = parts.pop().unwrap_or_default();
        for part in parts {
            let path =
                if folder.path.is_empty() { part.to_owned() } else { format!("{}/{part}", folder.path) };
            folder =
                folder.folders.entry(part.to_owned()).or_insert_with(|| Folder { path, ..Folder::default() });
        }
        let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
        folder.pages.push((stem.to_owned(), path.clone()));
        if settings.reason(path).is_some() && settings.reason(&format!("{}/", folder.path)).is_none() {
            folder.left_out.insert(path.clone());
        }
    }
    if let Some((index, slug)) = index_of(&root).and_then(|index| slugs.get(&index).map(|slug| (index, slug)))
    {
        report.warn(&tree.show(&index), 1, ImportFinding::SlugOfFront(slug.clone()));
    }
    let mut placing = Placing { tree, slugs, language, places: Vec::new(), report };
    placing.folder(&root, &[], None);
    placing.places
}

struct Placing<'a> {
    tree: &'a Tree,
    slugs: &'a BTreeMap<String, String>,
    language: Language,
    places: Vec<PagePlace>,
    report: &'a mut Report,
}

impl Folder {
    /// Whether it holds one page only, as the folder of a news item with its pictures does.
    fn is_page(&self) -> bool {
        self.folders.is_empty() && self.pages.len() == 1 && index_of(self).is_some()
    }
}

impl Placing<'_> {
    fn folder(&mut self, folder: &Folder, segments: &[String], own: Option<String>) {
        let index = own.or_else(|| index_of(folder));
        let others: Vec<&(String, String)> =
            folder.pages.iter().filter(|(_, path)| Some(path) != index.as_ref()).collect();
        let mut beside = BTreeMap::new();
        let mut pages = Vec::new();
        for (stem, path) in others {
            // "hanke.md" beside a folder "hanke" that has no page is the folder's page.
            match folder.folders.get(stem) {
                Some(inner) if index_of(inner).is_none() && !beside.contains_key(stem) => {
                    beside.insert(stem.clone(), path.clone());
                }
                _ => pages.push((stem, path)),
            }
        }
        let last = folder.path.rsplit('/').next().unwrap_or_default();
        self.places.push(PagePlace {
            file: index,
            index_of: Some(folder.path.clone()),
            segments: segments.to_vec(),
            has_pages: !pages.is_empty() || !folder.folders.is_empty(),
            number: numbered(last).map(|(number, _)| number),
            date: dated(last).filter(|_| folder.is_page()).map(|(date, _)| date.to_owned()),
        });
        let names =
            pages.iter().map(|(stem, _)| stem.as_str()).chain(folder.folders.keys().map(String::as_str));
        let numbers = names.filter(|name| numbered(name).is_some()).count() > 1;
        let mut taken: BTreeSet<String> = BTreeSet::from(["index".to_owned()]);
        for (name, inner) in &folder.folders {
            let number = numbered(name).filter(|_| numbers);
            let own = beside.remove(name);
            let shown = own.clone().or_else(|| index_of(inner)).unwrap_or_else(|| inner.path.clone());
            let slug = self.slugs.get(&shown).map(String::as_str);
            let rest = dated(name).filter(|_| inner.is_page()).map(|(_, rest)| rest);
            let rest = rest.or(number.map(|(_, rest)| rest)).unwrap_or(name);
            let name = slug.unwrap_or(rest);
            let segment = self.segment(name, &shown, &mut taken);
            let mut inner_segments = segments.to_vec();
            inner_segments.push(segment);
            self.folder(inner, &inner_segments, own);
        }
        for (stem, path) in pages {
            let (date, rest) =
                dated(stem).map_or((None, stem.as_str()), |(date, rest)| (Some(date.to_owned()), rest));
            let number = numbered(rest).filter(|_| numbers && date.is_none());
            let rest = number.map_or(rest, |(_, rest)| rest);
            let name = self.slugs.get(path).map_or(rest, String::as_str);
            let segment = self.segment(name, path, &mut taken);
            let mut page_segments = segments.to_vec();
            page_segments.push(segment);
            self.places.push(PagePlace {
                file: Some(path.clone()),
                index_of: None,
                segments: page_segments,
                has_pages: false,
                number: number.map(|(number, _)| number),
                date,
            });
        }
    }

    /// The part of the address for a name, unlike those of its neighbours and of the parts of listings.
    fn segment(&mut self, name: &str, path: &str, taken: &mut BTreeSet<String>) -> String {
        let slug = short_slug(name);
        let reserved = |segment: &str| {
            PagePath::root().child(segment).is_ok_and(|address| is_part(&address, self.language))
        };
        // "sivu-2" is the second part of a listing; "sivu_2" is free.
        let free = |segment: String| if reserved(&segment) { segment.replace('-', "_") } else { segment };
        let mut segment = free(slug.clone());
        let mut number = 2;
        while is_device(&segment) || !taken.insert(segment.clone()) {
            segment = free(format!("{slug}-{number}"));
            number += 1;
        }
        if segment != slug {
            let written = segment.clone();
            let finding = if reserved(&slug) {
                ImportFinding::AddressReserved { wanted: slug, written }
            } else if is_device(&slug) {
                ImportFinding::AddressOfDevice { wanted: slug, written }
            } else {
                ImportFinding::AddressTaken { wanted: slug, written }
            };
            self.report.warn_of_file(&self.tree.show(path), finding);
        }
        segment
    }
}

fn index_of(folder: &Folder) -> Option<String> {
    INDEX.iter().find_map(|name| {
        let stands = |(stem, path): &&(String, String)| {
            stem.to_lowercase() == *name && !folder.left_out.contains(path)
        };
        let found = folder.pages.iter().find(stands);
        found.map(|(_, path)| path.clone())
    })
}

/// "02-retket" is number 2 and "retket".
pub fn numbered(name: &str) -> Option<(u32, &str)> {
    let digits = name.len() - name.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let rest = name[digits..].trim_start();
    let rest = rest.strip_prefix(['-', '_', '.'])?.trim_start();
    let number = name[..digits].parse().ok().filter(|_| digits < 4)?;
    (!rest.is_empty()).then_some((number, rest))
}

/// "2024-05-01-avajaiset" is a day and "avajaiset".
pub fn dated(name: &str) -> Option<(&str, &str)> {
    let (date, rest) = (name.get(..10)?, name.get(10..)?);
    date.parse::<jiff::civil::Date>().ok()?;
    let rest = rest.trim_start_matches(['-', '_', ' ', '.']);
    Some((date, if rest.is_empty() { name } else { rest }))
}

fn short_slug(name: &str) -> String {
    let slug: String = slug(name).chars().take(80).collect();
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() { "sivu".to_owned() } else { slug.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(files: &[&str]) -> Vec<String> {
        let pages = files.iter().map(|file| ((*file).to_owned(), String::new())).collect();
        let tree = Tree { pages, ..Tree::default() };
        place(&tree, &BTreeMap::new(), Language::Fi, &mut Report::default())
            .iter()
            .map(PagePlace::json)
            .collect()
    }

    #[test]
    fn every_folder_has_a_page() {
        assert_eq!(
            places(&["a/b/Työpaja.md"]),
            ["index.json", "a/index.json", "a/b/index.json", "a/b/tyopaja.json"]
        );
    }

    #[test]
    fn a_file_beside_a_folder_of_its_name_is_the_folders_page() {
        assert_eq!(places(&["a.md", "a/b.md"]), ["index.json", "a/index.json", "a/b.json"]);
    }

    #[test]
    fn numbers_and_days_are_no_part_of_an_address() {
        let files = [
            "01-alku.md",
            "02-loppu.md",
            "2024-05-01-avajaiset.md",
            "2024-06-01-leiri/index.md",
            "3d-malli.md",
        ];
        assert_eq!(
            places(&files),
            ["index.json", "leiri/index.json", "alku.json", "loppu.json", "avajaiset.json", "3d-malli.json"]
        );
    }

    #[test]
    fn names_that_give_the_same_slug_are_told_apart() {
        assert_eq!(places(&["Ä.md", "ä.md"]), ["index.json", "a.json", "a-2.json"]);
    }

    #[test]
    fn no_page_and_no_folder_has_a_name_that_windows_keeps() {
        assert_eq!(
            places(&["CON.md", "con-2.md", "console.md", "lpt1/nul.md"]),
            [
                "index.json",
                "lpt1-2/index.json",
                "lpt1-2/nul-2.json",
                "con-2.json",
                "con-2-2.json",
                "console.json"
            ]
        );
    }
}
