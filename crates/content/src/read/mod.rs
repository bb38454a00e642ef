//! The first stage: takes the files in.
//!
//! A file goes through [`json`] (is it JSON?), [`shape`] (has it the fields that its schema says?) and
//! [`decode`] (into the source model). [`walk`] and [`files`] find the files. What can't be read becomes a
//! fault; the rest is read all the same, so that one run finds the faults of all files.

pub mod assets;
pub mod changed;
pub mod decode;
pub mod files;
pub mod json;
mod repository;
pub mod shape;
pub mod walk;

use std::{
    collections::HashMap,
    path::{Path, PathBuf},
    sync::Arc,
    thread,
};

use jiff::civil::Date;
use page::{Language, PagePath};
use rayon::prelude::*;
use schemars::JsonSchema;
use serde::de::DeserializeOwned;

pub use assets::Assets;

use crate::{
    fault::{
        Fault, Faults, Place, SourceText,
        finding::{Expected, FieldFinding},
    },
    file_system::FileSystem,
    source::{PageSource, SiteSource},
};

/// The site as it was read.
pub struct Sources {
    /// The site's own file, if it could be read.
    pub site: Option<Sourced<SiteSource>>,
    /// What stands for it where it couldn't, so that the pages are checked all the same; none where nobody
    /// can say in which language the site is.
    pub stand_in: Option<Sourced<SiteSource>>,
    /// The pages that could be read, by language and path.
    pub pages: Vec<Arc<PageFile>>,
    /// The pictures and documents that lie beside the pages.
    pub assets: Assets,
    /// The addresses of the pages whose files have faults: links to them lead somewhere all the same.
    pub unreadable: Vec<PagePath>,
}

impl Sources {
    /// The site's own file, or what stands for it.
    pub fn known(&self) -> Option<&Sourced<SiteSource>> {
        self.site.as_ref().or(self.stand_in.as_ref())
    }
}

/// A decoded file with its text.
#[derive(Clone)]
pub struct Sourced<T> {
    /// What it says.
    pub value: T,
    /// The text, for faults that show later.
    pub text: Arc<SourceText>,
}

/// A page's file.
#[derive(Clone)]
pub struct PageFile {
    /// Where the page is, by its file's place in the content folder.
    pub path: PagePath,
    /// In which language it is, by the folder.
    pub language: Language,
    /// What the file says.
    pub source: PageSource,
    /// The file's text.
    pub text: Arc<SourceText>,
    /// The day on which it changed last, where that is known.
    pub changed: Option<Date>,
}

impl PageFile {
    /// A place in this file.
    pub fn place(&self, span: std::ops::Range<usize>) -> Place {
        Place::span(Arc::clone(&self.text), span)
    }
}

/// The previous reading: a page whose text and address are the same isn't parsed again, nor is a picture or
/// document with the same contents looked at.
///
/// The text is compared, not the time of the file, so that no change is ever missed.
#[derive(Default)]
pub struct ReadCache {
    pages: Before,
    facts: assets::KnownFacts,
    history: changed::History,
}

impl ReadCache {
    /// Gives the pages away: nothing is read again.
    pub fn take_pages(&mut self) -> impl Send + use<> {
        std::mem::take(&mut self.pages)
    }

    /// Why no page has a day of change, although the content has a history.
    pub fn undated(&self) -> Option<changed::Undated> {
        self.history.undated()
    }
}

/// The pages that were read before, by their files.
type Before = HashMap<PathBuf, Arc<PageFile>>;

/// Reads a content folder, all its files at once on all cores.
///
/// # Errors
/// A folder that the system refuses to read; faults in the content go to `faults`.
pub fn read(
    files: &dyn FileSystem,
    content: &Path,
    kept: &mut ReadCache,
    faults: &mut Faults,
) -> anyhow::Result<Sources> {
    let ReadCache { pages: before, facts, history } = kept;
    let mut sources = thread::scope(|scope| {
        // Git takes its time with a long history, so it works beside the reading.
        let history = scope.spawn(|| history.follow(content));
        let sources = read_files(files, content, (before, facts), faults);
        // A thread that panicked has said so; the pages are read, and go without a date of change.
        let _ = history.join();
        sources
    })?;
    for page in &mut sources.pages {
        let changed = history.date_of(&page.text.path);
        if page.changed != changed {
            Arc::make_mut(page).changed = changed;
        }
    }
    *facts = sources.assets.facts();
    *before = sources.pages.iter().map(|page| (page.text.path.clone(), Arc::clone(page))).collect();
    Ok(sources)
}

fn read_files(
    files: &dyn FileSystem,
    content: &Path,
    (before, facts): (&Before, &assets::KnownFacts),
    faults: &mut Faults,
) -> anyhow::Result<Sources> {
    let all = walk::walk(files, content)?;
    let found = files::find(files, content, &all, faults);
    let site = found.site.as_ref().and_then(|text| {
        let value = read_file::<SiteSource>(text, faults)?;
        Some(Sourced { value, text: Arc::clone(text) })
    });
    let stand_in = if site.is_none() { stand_in(found.site.as_deref(), &found.pages) } else { None };
    // The main language stands at the root of the site, the others under their own names.
    let known = site.as_ref().or(stand_in.as_ref());
    let main = known.and_then(|site| site.value.languages.first()).map(|main| main.value);
    let main = main.unwrap_or(Language::Fi);
    let shape = shape::Shape::of::<PageSource>();
    let assets = Assets::find(files, &all, main, facts)?;
    let read: Vec<(Outcome, Faults)> = found
        .pages
        .par_iter()
        .map(|file| {
            let mut faults = Faults::default();
            let outcome = read_page((files, file), main, &shape, before, &mut faults);
            (outcome, faults)
        })
        .collect();
    let (mut pages, mut unreadable) = (Vec::with_capacity(read.len()), Vec::new());
    for (outcome, found) in read {
        faults.append(found);
        match outcome {
            Outcome::Page(page) => pages.push(page),
            Outcome::Unreadable(path) => unreadable.push(path),
            Outcome::Nowhere => {}
        }
    }
    Ok(Sources { site, stand_in, pages, assets, unreadable })
}

/// A `site.json` with the languages of one that can't be used: those that it names all the same, else the
/// only one that has pages.
fn stand_in(text: Option<&SourceText>, pages: &[files::FoundPage]) -> Option<Sourced<SiteSource>> {
    let json = text.and_then(|text| serde_json::from_str::<serde_json::Value>(&text.text).ok());
    let named = json.as_ref().and_then(|json| json.get("languages")?.as_array());
    let named = named.into_iter().flatten().filter_map(|tag| Language::from_tag(tag.as_str()?));
    let mut languages: Vec<Language> = named.collect();
    if languages.is_empty() {
        let first = pages.first()?.language;
        languages.extend(pages.iter().all(|page| page.language == first).then_some(first));
    }
    let tags: Vec<&str> = languages.iter().map(|language| language.tag()).collect();
    let source = serde_json::json!({
        "name": "-", "slogan": "-", "address": "", "languages": tags, "menu": [], "footer": [],
    });
    let text = Arc::new(SourceText::new(PathBuf::from("site.json"), source.to_string()));
    let value = read_file::<SiteSource>(&text, &mut Faults::default())?;
    (!languages.is_empty()).then_some(Sourced { value, text })
}

/// What became of a file.
enum Outcome {
    Page(Arc<PageFile>),
    /// It has faults; here the page would stand.
    Unreadable(PagePath),
    /// Not even its address is known.
    Nowhere,
}

fn read_page(
    (system, file): (&dyn FileSystem, &files::FoundPage),
    main: Language,
    shape: &shape::Shape,
    before: &Before,
    faults: &mut Faults,
) -> Outcome {
    let Some(text) = file.read(system, faults) else {
        // Links to it lead somewhere all the same.
        let nothing = Arc::new(SourceText::new(file.path.clone(), String::new()));
        let address = file.address(&nothing, main, faults);
        return address.map_or(Outcome::Nowhere, Outcome::Unreadable);
    };
    let Some(path) = file.address(&text, main, faults) else { return Outcome::Nowhere };
    if let Some(before) = before.get(&text.path)
        && before.path == path
        && before.text == text
    {
        return Outcome::Page(Arc::clone(before));
    }
    match read_shaped::<PageSource>(&text, shape, faults) {
        Some(source) => {
            Outcome::Page(Arc::new(PageFile { path, language: file.language, source, text, changed: None }))
        }
        None => Outcome::Unreadable(path),
    }
}

/// Reads a text into a type of the source model; what is wrong goes to `faults`.
pub fn read_file<T: DeserializeOwned + JsonSchema>(text: &Arc<SourceText>, faults: &mut Faults) -> Option<T> {
    read_shaped(text, &shape::Shape::of::<T>(), faults)
}

fn read_shaped<T: DeserializeOwned>(
    text: &Arc<SourceText>,
    shape: &shape::Shape,
    faults: &mut Faults,
) -> Option<T> {
    let tree = json::parse(text, faults)?;
    let mut found = Faults::default();
    json::check_duplicate_keys(&tree, text, &mut found);
    let decoded = decode::decode(&tree);
    if let Err(error) = &decoded {
        // Deciding is much faster than explaining: only what was refused is looked at field by field.
        shape.check(&tree, text, &mut found);
        if found.is_empty() {
            let place = Place::span(Arc::clone(text), error.span.clone());
            let expected = Expected::Value;
            found.add(Fault::new(FieldFinding::Type { found: error.found, expected }, place));
        }
    }
    let sound = found.is_empty();
    faults.append(found);
    decoded.ok().filter(|_| sound)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fault::{
        Ruled,
        finding::{ContentFinding, ValueKind},
    };

    fn faults_of<T: DeserializeOwned + JsonSchema>(text: &str) -> Vec<Fault> {
        let text = Arc::new(SourceText::new("a.json".into(), text.to_owned()));
        let mut faults = Faults::default();
        assert!(read_file::<T>(&text, &mut faults).is_none());
        faults.sorted()
    }

    #[test]
    fn a_list_never_stands_for_fields() {
        let page = r#"{ "title": "a", "summary": "b", "kind": "page", "content": [{ "children": [] }] }"#;
        let faults = faults_of::<PageSource>(page);
        assert_eq!(faults.len(), 1, "{faults:?}");
        assert!(matches!(&faults[0].place, Place::Span { span, .. } if &page[span.clone()] == "[]"));
        assert_eq!(faults[0].finding.rule().code, "value.type");
    }

    /// A type whose schema allows more than its decoder.
    #[derive(Debug, JsonSchema)]
    struct Never(#[expect(dead_code, reason = "it is never made")] String);

    impl<'de> serde::Deserialize<'de> for Never {
        fn deserialize<D: serde::Deserializer<'de>>(_: D) -> Result<Self, D::Error> {
            Err(serde::de::Error::custom("never"))
        }
    }

    #[test]
    fn what_only_the_decoder_refuses_is_a_fault_all_the_same() {
        let faults = faults_of::<Never>("\"a\"");
        let expected = FieldFinding::Type { found: ValueKind::Text, expected: Expected::Value };
        assert!(
            matches!(faults.as_slice(), [Fault { finding: ContentFinding::Field(found), .. }] if *found == expected),
            "{faults:?}"
        );
        assert!(matches!(&faults[0].place, Place::Span { span, .. } if *span == (0..3)));
    }
}
