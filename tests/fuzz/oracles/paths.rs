//! Any lines as addresses, as targets of links and as names of files.

use std::{
    collections::BTreeMap,
    io,
    path::{Component, Path, PathBuf},
};

use compile::{check::check, compile};
use content::{
    fault::Faults,
    file_names::{device_in, folded, not_on_windows, too_long_in},
    file_system::{Entry, EntryKind, FileSystem},
    own_files::{beside, own_file},
    read::{ReadCache, read},
    slug::slug,
};
use page::{Href, PagePath};
use serde_json::json;

use super::in_memory::{SITE, report_all};

/// The folder of the content.
const CONTENT: &str = "/seutu/content";

/// The folder of the published site.
const OUT: &str = "/seutu/dist";

/// The longest path that Linux opens, in bytes (PATH_MAX): each folder of a longer one would be a path as
/// long.
const LONGEST: usize = 4096;

/// No address leaves the site, no name the content or the site.
pub fn try_paths(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let lines: Vec<&str> = text.lines().collect();
    for line in &lines {
        try_address(line);
        try_target(line);
    }
    try_content(&lines);
}

fn try_address(line: &str) {
    for path in PagePath::parse(line).into_iter().chain(PagePath::on_host(line)) {
        assert_eq!(PagePath::on_host(path.as_str()), Some(path.clone()), "another address is read again");
        assert!(path.as_str().starts_with('/') && path.as_str().ends_with('/'), "{path}");
        assert!(path.segments().all(|name| !name.starts_with('.') && !name.ends_with('.')), "{path}");
        assert_within(&path.page_json());
        let up = path.parent();
        assert_eq!(up.is_none(), path.as_str() == "/", "{path}");
        assert!(up.is_none_or(|up| path.as_str().starts_with(up.as_str())), "{path}");
    }
    let name = slug(line);
    assert!(
        name.is_empty() || PagePath::root().child(&name).is_ok(),
        "no address can be made of the slug {name}"
    );
    assert_eq!(slug(&name), name, "the slug of a slug is another");
    if let Some(own) = own_file(line) {
        assert!(line.starts_with(&own), "{own} isn't on the way to {line}");
    }
    assert_eq!(folded(&folded(line)), folded(line), "the folded name is folded once more");
    let _ = (device_in(line), not_on_windows(line), too_long_in(line));
    assert_eq!(beside(Path::new(OUT), "caddy").parent(), Path::new(OUT).parent());
}

/// The file of an address stands in the folder of the site.
fn assert_within(address: &str) {
    let file = address.strip_prefix('/').expect("an address begins with a slash");
    assert!(
        Path::new(file).components().all(|part| matches!(part, Component::Normal(_))),
        "{address} leaves the site"
    );
    assert!(
        !file.contains('\\') && !file.contains(':') && !file.contains('\0'),
        "{address} leaves the site on some systems"
    );
}

/// A browser runs nothing at an allowed target (URL Standard §4.4: it drops tabs and line breaks, and white
/// space at both ends).
fn try_target(line: &str) {
    let Ok(target) = Href::parse(line) else { return };
    let seen: String = target.as_str().chars().filter(|sign| !matches!(sign, '\t' | '\n' | '\r')).collect();
    let seen = seen.trim_matches(|sign: char| sign <= ' ').to_lowercase();
    let is_harmless = seen.starts_with('#')
        || (seen.starts_with('/') && !seen.starts_with("//") && !seen.starts_with("/\\"))
        || ["https:", "http:", "mailto:", "tel:"].iter().any(|scheme| seen.starts_with(scheme));
    assert!(is_harmless, "{target:?} was allowed");
}

/// Files of these names, with links to these addresses: nothing outside of the folder is asked for.
fn try_content(lines: &[&str]) {
    let mut files = BTreeMap::from([(PathBuf::from(CONTENT).join("site.json"), SITE.as_bytes().to_vec())]);
    for (number, line) in lines.iter().take(40).enumerate() {
        let names = line.split('/').filter(|name| !matches!(*name, "" | "." | "..") && !name.contains('\0'));
        let mut file = PathBuf::from(CONTENT);
        file.extend(names);
        let content = if file.extension().is_some_and(|ending| ending == "json") {
            page(lines, number).to_string().into_bytes()
        } else {
            b"%PDF-1.4\n".to_vec()
        };
        // A file can't stand where a folder is.
        let is_free = |known: &PathBuf| !known.starts_with(&file) && !file.starts_with(known);
        let is_possible = file.as_os_str().len() < LONGEST;
        if is_possible && file != Path::new(CONTENT) && files.keys().all(is_free) {
            files.insert(file, content);
        }
    }
    let system = Guarded { files };
    let mut faults = Faults::default();
    let sources =
        read(&system, Path::new(CONTENT), &mut ReadCache::default(), &mut faults).expect("all can be read");
    let site = check(&sources, &mut faults);
    if let Some(site_file) = &sources.site {
        let pages = compile(&site, site_file, &mut faults, |_| None, |made| made.pages);
        pages.into_iter().flatten().for_each(|page| assert_within(&page.path.page_json()));
    }
    // The addresses of files are written without the slash in front.
    for address in sources.assets.used().keys() {
        assert_within(&format!("/{address}"));
    }
    report_all(&faults);
}

/// A page that leads to the addresses and shows and offers the files of all lines.
fn page(lines: &[&str], number: usize) -> serde_json::Value {
    let other = lines[(number + 1) % lines.len()];
    json!({
        "title": format!("Sivu {number}"), "summary": "Mistä sivu kertoo.", "kind": if number == 0 { "front" } else { "page" },
        "oldAddresses": [other],
        "content": [
            { "paragraph": format!("[sanoja](<{other}>)") },
            { "figure": { "image": other, "alt": "Kuva" } },
            { "cards": [{ "to": other }] },
            { "documents": [{ "title": "Tiedosto", "file": other }] }
        ]
    })
}

/// Files in memory; a question for anything that isn't in the content folder is a finding.
#[derive(Debug)]
struct Guarded {
    files: BTreeMap<PathBuf, Vec<u8>>,
}

impl Guarded {
    fn file(&self, file: &Path) -> io::Result<&Vec<u8>> {
        let is_within = file
            .strip_prefix(CONTENT)
            .is_ok_and(|rest| rest.components().all(|part| matches!(part, Component::Normal(_))));
        assert!(is_within, "{} was asked for, outside of the content", file.display());
        self.files.get(file).ok_or_else(|| io::ErrorKind::NotFound.into())
    }
}

impl FileSystem for Guarded {
    fn list(&self, folder: &Path) -> io::Result<Vec<Entry>> {
        assert!(folder.starts_with(CONTENT), "{} was listed, outside of the content", folder.display());
        let entries = self.files.keys().filter_map(|file| {
            let mut rest = file.strip_prefix(folder).ok()?.components();
            let path = folder.join(rest.next()?);
            Some((path, if rest.next().is_some() { EntryKind::Folder } else { EntryKind::File }))
        });
        let entries: BTreeMap<PathBuf, EntryKind> = entries.collect();
        Ok(entries.into_iter().map(|(path, kind)| Entry { path, kind }).collect())
    }

    fn read(&self, file: &Path) -> io::Result<Vec<u8>> {
        self.file(file).cloned()
    }

    fn length(&self, file: &Path) -> io::Result<u64> {
        self.file(file).map(|bytes| bytes.len() as u64)
    }
}
