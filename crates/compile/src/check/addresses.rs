//! Addresses: one page each, each below another page, and old ones that are free.

use std::{collections::BTreeMap, sync::Arc};

use page::{Language, PagePath};

use super::Site;
use content::{
    fault::{Fault, Faults, finding::SiteFinding},
    file_names::{LONGEST, LONGEST_PATH, device_in, is_device, too_long_in},
    own_files::{DOCUMENT, is_part, of_copy, own_file},
    read::{Assets, PageFile},
    source::{KindSource, SiteSource},
};
use pictures::larger_address;

pub(super) fn one_page_an_address<'s>(
    files: &'s [Arc<PageFile>],
    faults: &mut Faults,
) -> BTreeMap<&'s PagePath, &'s PageFile> {
    let mut pages: BTreeMap<&PagePath, &PageFile> = BTreeMap::new();
    for file in files {
        match pages.get(&file.path) {
            Some(first) => {
                let (path, first) = (file.path.clone(), first.text.path.clone());
                faults.add(Fault::new(SiteFinding::AddressTwice { path, first }, file.place(0..0)));
            }
            None => {
                pages.insert(&file.path, file);
            }
        }
    }
    pages
}

/// Every page has one above it, and none takes the address of a listing's part.
pub(super) fn check(site: &Site<'_>, faults: &mut Faults) {
    for file in site.all().filter(|file| !matches!(file.source.kind, KindSource::NotFound)) {
        let title = || file.place(file.source.title.span.clone());
        if let Some(file) = file_in_the_way(site.assets, &file.path) {
            faults.add(Fault::new(SiteFinding::AddressOfFile { file }, title()));
        }
        // What stands above is said where it is.
        let name = last_name(&file.path);
        if is_device(&name) {
            faults.add(Fault::new(SiteFinding::AddressOfDevice { name: name.clone() }, title()));
        }
        if name.len() > LONGEST {
            faults
                .add(Fault::new(SiteFinding::AddressTooLong { name: name.clone(), most: LONGEST }, title()));
        }
        if is_part(&file.path, file.language) {
            faults.add(Fault::new(SiteFinding::AddressOfPart { name }, title()));
        }
        let Some(parent) = file.path.parent().filter(|parent| !site.has(parent)) else { continue };
        if !site.is_draft(&parent) {
            faults.add(Fault::new(SiteFinding::NoParent { parent }, title()));
        } else if !file.source.draft {
            faults.add(Fault::new(SiteFinding::ParentIsDraft { parent }, title()));
        }
    }
}

/// In the main language's folder no page stands where another language begins: `fi/sv/` would be `/sv/`.
pub(super) fn check_languages(source: &SiteSource, site: &Site<'_>, faults: &mut Faults) {
    let Some(main) = source.languages.first().map(|main| main.value) else { return };
    for file in site.all().filter(|file| file.language == main) {
        let other = file.path.segments().next().and_then(Language::from_tag);
        if let Some(other) = other.filter(|other| *other != main) {
            let title = file.place(file.source.title.span.clone());
            faults.add(Fault::new(SiteFinding::AddressOfLanguage { other, main }, title));
        }
    }
}

/// The sound ones of the pages that are published; those of drafts are checked.
pub(super) fn old_addresses<'s>(site: &Site<'s>, faults: &mut Faults) -> BTreeMap<PagePath, &'s PagePath> {
    let mut claimed: BTreeMap<PagePath, &PagePath> = BTreeMap::new();
    for file in site.all() {
        for address in &file.source.old_addresses {
            let place = || file.place(address.span.clone());
            match old_address(&address.value) {
                Err(finding) => faults.add(Fault::new(finding, place())),
                Ok(path) => {
                    if let Some(finding) = taken(site, &path) {
                        faults.add(Fault::new(finding, place()));
                    } else if let Some(first) = claimed.get(&path) {
                        let first = Some((*first).clone());
                        faults.add(Fault::new(SiteFinding::OldAddressTwice { path, first }, place()));
                    } else if !file.source.draft {
                        claimed.insert(path, &file.path);
                    }
                }
            }
        }
    }
    claimed
}

impl Site<'_> {
    /// The addresses at which a published page stood before: its own, not those of pages that it took the
    /// place of.
    pub fn earlier_addresses(&self, page: &PageFile) -> impl Iterator<Item = PagePath> {
        let earlier = page.source.old_addresses.iter().filter_map(|address| old_address(&address.value).ok());
        earlier.filter(|address| self.old_addresses.get(address).is_some_and(|now| **now == page.path))
    }
}

/// Reads an old address. `/vanha/index.html` is the file that a host shows at `/vanha/`, so it is that
/// address.
pub(super) fn old_address(text: &str) -> Result<PagePath, SiteFinding> {
    let path = PagePath::parse(text).map_err(|reason| SiteFinding::OldAddress { reason })?;
    let folder = path.parent().filter(|_| last_name(&path) == DOCUMENT);
    Ok(folder.unwrap_or(path))
}

/// A file of the site that stands where an address needs a folder, without the slash in front: one that a
/// publication writes, or a picture or document of an editor.
pub fn file_in_the_way(assets: &Assets, path: &PagePath) -> Option<String> {
    let path = path.as_str().trim_matches('/');
    let ends = path.match_indices('/').map(|(end, _)| end).chain([path.len()]);
    let of_editor = ends.map(|end| &path[..end]).find(|file| is_of_editor(assets, file));
    own_file(path).or_else(|| of_editor.map(str::to_owned))
}

/// Whether a picture or document of an editor would be published at a path, or something that is made of it:
/// a smaller size of a picture, a compressed copy.
fn is_of_editor(assets: &Assets, path: &str) -> bool {
    let plain = of_copy(path);
    let larger = larger_address(path);
    [Some(path), plain, larger.as_deref()].into_iter().flatten().any(|path| assets.has_alike(path))
}

/// Why no old address can be here: a page or a file stands here, a part of a page's listing may, or some
/// system can't have it.
pub(super) fn taken(site: &Site<'_>, path: &PagePath) -> Option<SiteFinding> {
    if site.has(path) {
        return Some(SiteFinding::OldAddressTaken { path: path.clone() });
    }
    if let Some(file) = file_in_the_way(site.assets, path) {
        return Some(SiteFinding::AddressOfFile { file });
    }
    if let Some(finding) = too_long(path) {
        return Some(finding);
    }
    if let Some(name) = device_in(path.as_str()) {
        return Some(SiteFinding::AddressOfDevice { name: name.to_owned() });
    }
    let part = Language::ALL.into_iter().any(|language| is_part(path, language));
    let parent = path.parent().filter(|parent| part && site.has(parent));
    parent.map(|_| SiteFinding::AddressOfPart { name: last_name(path) })
}

/// Why no file system has a folder for an address: a part of it is too long, or all of it.
fn too_long(path: &PagePath) -> Option<SiteFinding> {
    let part = too_long_in(path.as_str()).map(|name| (name, LONGEST));
    let whole = || (path.as_str().len() > LONGEST_PATH).then_some((path.as_str(), LONGEST_PATH));
    let (name, most) = part.or_else(whole)?;
    Some(SiteFinding::AddressTooLong { name: name.to_owned(), most })
}

fn last_name(path: &PagePath) -> String {
    path.segments().next_back().unwrap_or_default().to_owned()
}
