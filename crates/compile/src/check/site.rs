//! The files as one site.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap, HashSet},
    sync::OnceLock,
};

use page::{Language, PagePath};

use crate::anchors::KnownAnchors;
use content::{
    read::{Assets, PageFile},
    source::KindSource,
};

/// Every page by its address, and how the pages hang together.
pub struct Site<'s> {
    /// The pages.
    pub pages: BTreeMap<&'s PagePath, &'s PageFile>,
    /// The pages that aren't to be published yet; they are checked like the others.
    pub drafts: Vec<&'s PageFile>,
    /// The old addresses and the pages that they lead to today.
    pub old_addresses: BTreeMap<PagePath, &'s PagePath>,
    /// The files that lie beside the pages.
    pub assets: &'s Assets,
    children: HashMap<PagePath, Vec<&'s PageFile>>,
    /// The place of a page among its siblings.
    places: HashMap<&'s PagePath, usize>,
    tagged: HashMap<(&'s str, Language), Vec<&'s PageFile>>,
    /// The pages of which the same page exists in other languages, by the address of the first one.
    translations: HashMap<PagePath, Vec<&'s PageFile>>,
    /// The variants in easy language, by the address of the page that each says.
    in_easy_language: HashMap<PagePath, &'s PageFile>,
    unreadable: HashSet<&'s PagePath>,
    /// The anchors of each page, made once a link leads to one of them.
    anchors: HashMap<&'s PagePath, OnceLock<KnownAnchors>>,
    /// Whether visitors' browsers keep the pages that were read, which a page about privacy has to say.
    pub pages_are_kept: bool,
}

impl<'s> Site<'s> {
    /// Puts the pages in their places.
    pub(super) fn new(
        mut pages: BTreeMap<&'s PagePath, &'s PageFile>,
        unreadable: &'s [PagePath],
        assets: &'s Assets,
    ) -> Site<'s> {
        let anchors = pages.keys().map(|path| (*path, OnceLock::new())).collect();
        let drafts: Vec<&PageFile> = pages.values().copied().filter(|file| file.source.draft).collect();
        pages.retain(|_, file| !file.source.draft);
        let mut children: HashMap<PagePath, Vec<&PageFile>> = HashMap::new();
        for file in pages.values() {
            if let Some(parent) = file.path.parent().filter(|_| is_listed(file)) {
                children.entry(parent).or_default().push(file);
            }
        }
        let mut places = HashMap::new();
        for siblings in children.values_mut() {
            siblings.sort_by(|a, b| {
                let order = |file: &PageFile| file.source.order.unwrap_or(u32::MAX);
                let by_title = || a.source.title.value.cmp(&b.source.title.value);
                order(a).cmp(&order(b)).then_with(by_title).then_with(|| a.path.cmp(&b.path))
            });
            places.extend(siblings.iter().enumerate().map(|(place, file)| (&file.path, place)));
        }
        let mut tagged: HashMap<(&str, Language), Vec<&PageFile>> = HashMap::new();
        let mut translations: HashMap<PagePath, Vec<&PageFile>> = HashMap::new();
        let mut in_easy_language: HashMap<PagePath, &PageFile> = HashMap::new();
        for file in pages.values() {
            for tag in file.source.tags.iter().collect::<BTreeSet<_>>() {
                if is_listed(file) {
                    tagged.entry((tag, file.language)).or_default().push(file);
                }
            }
            translations.entry(original(file)).or_default().push(file);
            // Nobody is led to what was withdrawn.
            if let Some(standard) = easy_language_of(file).filter(|_| is_shown(file)) {
                in_easy_language.entry(standard).or_insert(*file);
            }
        }
        Site {
            pages,
            drafts,
            old_addresses: BTreeMap::new(),
            assets,
            children,
            places,
            tagged,
            translations,
            in_easy_language,
            unreadable: unreadable.iter().collect(),
            anchors,
            pages_are_kept: true,
        }
    }

    /// Whether there is a page at an address, be it one whose file has faults. "Not found" has no address of
    /// its own.
    pub fn has(&self, path: &PagePath) -> bool {
        let page = self.pages.get(path);
        page.is_some_and(|page| stands_at_its_address(page)) || self.unreadable.contains(path)
    }

    /// All pages, also those that aren't to be published yet.
    pub fn all(&self) -> impl Iterator<Item = &'s PageFile> {
        self.pages.values().copied().chain(self.drafts.iter().copied())
    }

    /// Whether the page at an address isn't to be published yet.
    pub fn is_draft(&self, path: &PagePath) -> bool {
        self.drafts.iter().any(|draft| draft.path == *path)
    }

    /// The pages directly under an address, in their order.
    pub fn children(&self, path: &PagePath) -> &[&'s PageFile] {
        self.children.get(path).map_or(&[], Vec::as_slice)
    }

    /// All pages under an address, however deep, by address.
    pub fn descendants(&self, path: &PagePath) -> impl Iterator<Item = &'s PageFile> {
        let prefix = path.as_str().to_owned();
        self.pages
            .range::<PagePath, _>(path..)
            .map(|(_, file)| *file)
            .take_while(move |file| file.path.as_str().starts_with(&prefix))
            .skip(1)
            .filter(|file| is_listed(file))
    }

    /// The pages before and after a page among those with the same parent.
    pub fn neighbours(&self, file: &PageFile) -> (Option<&'s PageFile>, Option<&'s PageFile>) {
        let Some((parent, place)) = file.path.parent().zip(self.places.get(&file.path).copied()) else {
            return (None, None);
        };
        let siblings = self.children(&parent);
        let before = place.checked_sub(1).and_then(|before| siblings.get(before)).copied();
        (before, siblings.get(place + 1).copied())
    }

    /// The pages of a language with a tag, each once.
    pub fn tagged(&self, tag: &'s str, language: Language) -> &[&'s PageFile] {
        self.tagged.get(&(tag, language)).map_or(&[], Vec::as_slice)
    }

    /// The front page of each language.
    pub fn front_pages(&self) -> &[&'s PageFile] {
        self.translations.get(&PagePath::root()).map_or(&[], Vec::as_slice)
    }

    /// The same page in another language.
    pub fn translation(&self, file: &PageFile, language: Language) -> Option<&'s PageFile> {
        self.translations(file).iter().copied().find(|page| page.language == language)
    }

    /// The page that a page translates; itself when it translates none.
    pub fn original(&self, file: &'s PageFile) -> &'s PageFile {
        self.pages.get(&original(file)).copied().unwrap_or(file)
    }

    /// The same page in all languages in which it exists, itself included.
    pub fn translations(&self, file: &PageFile) -> &[&'s PageFile] {
        self.translations.get(&original(file)).map_or(&[], Vec::as_slice)
    }

    /// The anchors of a page of the site.
    pub(crate) fn anchors(&self, file: &PageFile) -> Option<&KnownAnchors> {
        let known = self.anchors.get(&file.path)?;
        Some(known.get_or_init(|| KnownAnchors::of(&file.source)))
    }

    /// The page in easy language; the first one by address where there are several.
    pub fn in_easy_language(&self, file: &PageFile) -> Option<&'s PageFile> {
        self.in_easy_language.get(&file.path).copied()
    }

    /// The page in standard language that a page says in easy language.
    pub fn in_standard_language(&self, file: &PageFile) -> Option<&'s PageFile> {
        easy_language_of(file).and_then(|path| self.pages.get(&path).copied())
    }
}

/// The address of the page that a page says in easy language.
fn easy_language_of(file: &PageFile) -> Option<PagePath> {
    let named = file.source.easy_language_of.as_ref()?;
    PagePath::parse(&named.value).ok()
}

/// The address by which the languages of a page find each other; the front pages belong together anyway.
fn original(file: &PageFile) -> PagePath {
    if matches!(file.source.kind, KindSource::Front) {
        return PagePath::root();
    }
    let named = file.source.translation_of.as_ref();
    named.and_then(|address| PagePath::parse(&address.value).ok()).unwrap_or_else(|| file.path.clone())
}

/// "Not found" is shown at every address but its own.
pub(crate) fn stands_at_its_address(file: &PageFile) -> bool {
    !matches!(file.source.kind, KindSource::NotFound)
}

/// "Not found" and withdrawn pages have no place in lists; a variant in easy language is found by way of its
/// page.
pub(crate) fn is_listed(file: &PageFile) -> bool {
    is_shown(file) && file.source.easy_language_of.is_none()
}

fn is_shown(file: &PageFile) -> bool {
    !matches!(file.source.kind, KindSource::NotFound | KindSource::Gone(_))
}
