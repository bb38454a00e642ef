//! A beginning for an editor: a new page's file, valid as it is, with the fields to fill in.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, bail};
use clap::ValueEnum;
use jiff::civil::Date;
use page::{Language, PagePath};
use serde_json::{Value, json};

use crate::words::NewPageWords;
use compile::check::{addresses::file_in_the_way, front};
use content::{
    fault::Faults,
    file_names::device_in,
    file_system::Disk,
    files::{link_on_the_way, write_anew},
    own_files::is_part,
    read::{self, ReadCache, Sources},
    schema,
    slug::slug,
};

/// What sort of page is begun.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum NewKind {
    /// An ordinary page.
    Page,
    /// A page that gathers the pages under it; at the beginning of a language its front page.
    Section,
    /// A news item, published today.
    News,
    /// An event.
    Event,
    /// A call with a deadline.
    Call,
}

/// Writes the file of a new page and gives its path.
///
/// # Errors
/// An address that can't be one (with what to write instead), a language that the site doesn't name, a file
/// that is there already, a page above that isn't there, a content folder that can't be read, a file that
/// can't be written.
pub fn new_page(kind: NewKind, address: &str, content: &Path) -> anyhow::Result<PathBuf> {
    let path = match PagePath::parse(address) {
        Ok(path) => path,
        Err(reason) => {
            let better: Vec<String> = address.split('/').map(slug).filter(|part| !part.is_empty()).collect();
            let better = if better.is_empty() { "uutiset/uusi-uutinen".to_owned() } else { better.join("/") };
            bail!("“{address}” can't be an address: {reason}. Write it as “/{better}/”");
        }
    };
    if let Some(device) = device_in(path.as_str()) {
        bail!("“{device}” is a name that Windows keeps for a device: choose another one");
    }
    let sources = read::read(&Disk, content, &mut ReadCache::default(), &mut Faults::default())?;
    let main = sources.site.as_ref().and_then(|site| site.value.languages.first());
    let Some(main) = main.map(|language| language.value) else {
        bail!("{} has no readable site.json: run seutu check", content.display());
    };
    let segments: Vec<&str> = path.segments().collect();
    let (language, segments) =
        match segments.split_first().map(|(first, rest)| (Language::from_tag(first), rest)) {
            Some((Some(language), rest)) if language != main => (language, rest),
            _ => (main, segments.as_slice()),
        };
    if !sources.site.iter().flat_map(|site| &site.value.languages).any(|named| language == named.value) {
        let tag = language.tag();
        bail!("“{tag}” isn't among the site's languages: add it to \"languages\" in site.json first");
    }
    let front = front::root(language, main) == path;
    if front && kind != NewKind::Section {
        bail!("{path} is the place of the front page: begin with `seutu new section {path}`");
    }
    if is_part(&path, language) {
        bail!(
            "{path} is reserved for the parts of long lists: choose a name that says what the page is about"
        );
    }
    if let Some(file) = file_in_the_way(&sources.assets, &path) {
        bail!("At /{file} stands something that the site publishes: no page can be there or below it");
    }
    if let Some(to) = leads_elsewhere(&sources, &path) {
        bail!(
            "{path} is an old address that leads to {to}: take it out there first, or choose another address"
        );
    }
    let exists = |path: &PagePath| {
        sources.pages.iter().any(|page| page.path == *path) || sources.unreadable.contains(path)
    };
    if exists(&path) {
        bail!("There is a page at {path} already");
    }
    if let Some(parent) = path.parent()
        && !exists(&parent)
    {
        bail!("There is no page at {parent}, above the new one: begin with `seutu new section {parent}`");
    }
    let mut file = content.join(language.tag());
    match segments.split_last() {
        // A name may have a dot of its own: "v1.2" is "v1.2.json".
        Some((last, above)) if kind != NewKind::Section => {
            file.extend(above);
            file.push(format!("{last}.json"));
        }
        _ => {
            file.extend(segments);
            file.push("index.json");
        }
    }
    if let Some(link) = link_on_the_way(content, file.strip_prefix(content).unwrap_or(&file)) {
        bail!(
            "{} is a symbolic link, which leads out of the content: put a folder or file in its place",
            link.display()
        );
    }
    if file.exists() {
        bail!("The file {} is there already", file.display());
    }
    let depth = segments.len() + usize::from(kind == NewKind::Section);
    let now = jiff::Timestamp::now().in_tz("Europe/Helsinki").context("The time of Finland isn't known")?;
    let page = template(kind, front, language, now.date(), &schema::from_page(depth));
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)
            .with_context(|| format!("The folder {} can't be made", folder.display()))?;
    }
    write_anew(&file, format!("{page:#}\n").as_bytes())
        .with_context(|| format!("The file {} can't be written", file.display()))?;
    Ok(file)
}

/// Where an address leads that was left for good.
fn leads_elsewhere(sources: &Sources, path: &PagePath) -> Option<String> {
    let is_it = |written: &str| PagePath::parse(written).is_ok_and(|old| old == *path);
    let of_page = sources.pages.iter().find_map(|page| {
        let mut old = page.source.old_addresses.iter();
        old.any(|address| is_it(&address.value)).then(|| page.path.to_string())
    });
    let mut redirects = sources.site.iter().flat_map(|site| &site.value.redirects);
    of_page.or_else(|| Some(redirects.find(|redirect| is_it(&redirect.from.value))?.to.value.clone()))
}

/// A page of a kind, in the words of its language; a section at the beginning of a language is its front
/// page.
fn template(kind: NewKind, front: bool, language: Language, today: Date, schema: &str) -> Value {
    let words = NewPageWords::of(language);
    let later = today.saturating_add(jiff::Span::new().days(30)).to_string();
    let (title, kind, content) = match kind {
        NewKind::Page => (words.page, json!("page"), None),
        NewKind::Section if front => (words.front, json!("front"), Some(json!({ "children": {} }))),
        NewKind::Section => (words.section, json!("section"), Some(json!({ "children": {} }))),
        NewKind::News => (words.news, json!({ "news": { "published": today.to_string() } }), None),
        NewKind::Event => (
            words.event,
            json!({ "event": {
                "start": format!("{later}T09:00"),
                "end": format!("{later}T15:00"),
                "place": words.place,
                "organisers": [words.organiser],
            } }),
            None,
        ),
        NewKind::Call => (
            words.call,
            json!({ "call": {
                "opens": today.to_string(),
                "deadline": later,
                "forWhom": words.for_whom,
                "whatToSend": words.what_to_send,
                "sendTo": ["etunimi.sukunimi@example.fi"],
            } }),
            None,
        ),
    };
    let summary = words.summary;
    let text = words.text;
    json!({
        "$schema": schema,
        "title": title,
        "summary": summary,
        "kind": kind,
        "content": [content.unwrap_or_else(|| json!({ "paragraph": text }))],
    })
}
