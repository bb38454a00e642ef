//! Whatever lies in a content folder, the site on the disk is whole: the same one from nothing, over itself
//! and over another one, and everything that its documents name is there.

use std::{collections::BTreeMap, fs, path::Path};

use content::{
    fault::Faults,
    file_system::{self, Disk, Overlay},
};
use image::{ImageFormat, RgbImage};
use page::{Language, Page, PageDocument, decode::from_json};
use proptest::{prelude::*, sample::select, test_runner::TestCaseError};
use serde_json::{Value, json};
use site::publish::{Checked, Publication, Publisher, Purpose, Refused, check_content};

use crate::support::{cases::for_all, folder};

/// Names of files that are published, by people who know nothing of URLs.
const SOUND: [&str; 12] = [
    "kuva.png",
    "kuva-720.png",
    "kuva-720_.png",
    "Kuva.PNG",
    "pöytä, tuoli #1?.jpg",
    "piirros.svg",
    "Ohjelma 2026.pdf",
    "#1, mitä? 100 %.pdf",
    "50%20\"<b>'.pdf",
    "rivin\nvaihto.pdf",
    "ohje.txt",
    "404.html.txt",
];

/// Names of files that are refused, for their ending or for what is in them.
const REFUSED: [&str; 9] = [
    "väärä.jpg",
    "rikki.jpg",
    "ei kuva.png",
    "skripti.svg",
    "väärä.pdf",
    "index.html",
    "page.JSON",
    "404.html",
    "ei-päätettä",
];

/// The files of pages; some give the same address, and one lies in the wrong language.
const PAGES: [&str; 12] = [
    "fi/a.json",
    "fi/e.json",
    "fi/b.json",
    "fi/b/index.json",
    "fi/b/c.json",
    "fi/404.json",
    "fi/puuttuu.json",
    "fi/kuva.png.json",
    "fi/index.html.json",
    "fi/sv/d.json",
    "sv/b.json",
    "sv/404.json",
];

const KINDS: [&str; 5] = ["page", "section", "page", "page", "notFound"];

/// The files of a content folder.
#[derive(Clone, Debug)]
struct Content {
    pages: Vec<(&'static str, Value)>,
    assets: Vec<(&'static str, &'static str)>,
}

/// The content of a page, before the files of the site are known.
#[derive(Clone, Debug)]
enum Part {
    /// One of the files that are there, used as such a file is.
    File(usize),
    Other(Value),
}

impl Part {
    fn block(&self, assets: &[(&str, &str)]) -> Value {
        match self {
            Part::Other(block) => block.clone(),
            Part::File(_) if assets.is_empty() => json!({ "children": {} }),
            Part::File(number) => {
                let (folder, name) = assets[number % assets.len()];
                let folder = folder.strip_prefix("fi").unwrap_or(folder).trim_start_matches('/');
                let file = format!("/{folder}/{name}");
                let is_picture = ["png", "PNG", "jpg", "svg"].iter().any(|ending| name.ends_with(ending));
                if is_picture {
                    json!({ "figure": { "image": file, "alt": "Silta kesällä" } })
                } else {
                    json!({ "documents": [{ "file": file, "title": "Ohjelma" }] })
                }
            }
        }
    }
}

fn part() -> impl Strategy<Value = Part> {
    let name = prop_oneof![select(&SOUND[..]), select(&REFUSED[..])];
    let wrong = (select(&["", "/", "/b/", "../"][..]), name).prop_map(|(folder, name)| {
        Part::Other(json!({ "documents": [{ "file": format!("{folder}{name}"), "title": "Ohjelma" }] }))
    });
    prop_oneof![
        20 => any::<usize>().prop_map(Part::File),
        1 => wrong,
        4 => Just(Part::Other(json!({ "paragraph": "Palaa [etusivulle](/)." }))),
        4 => Just(Part::Other(json!({ "children": {} }))),
    ]
}

fn parts() -> impl Strategy<Value = Vec<Part>> {
    prop::collection::vec(part(), 0..5)
}

fn content() -> impl Strategy<Value = Content> {
    let name = prop_oneof![20 => select(&SOUND[..]), 1 => select(&REFUSED[..])];
    // Some folders give the same addresses.
    let asset = (select(&["fi", "fi", "", "fi/b", "b", "sv"][..]), name);
    let old = select(&["/vanha.php", "/vanha/", "/b/kuva.png", "/404.html", "/b/c/"][..]);
    let page = (select(&PAGES[..]), select(&KINDS[..]), prop::option::weighted(0.1, old), parts());
    let all = (parts(), prop::collection::vec(page, 0..4), prop::collection::vec(asset, 0..8));
    all.prop_map(|(front, pages, assets)| {
        let source = |title: &str, kind: &str, parts: &[Part]| {
            let blocks: Vec<Value> = parts.iter().map(|part| part.block(&assets)).collect();
            json!({ "title": title, "summary": "Mistä sivu kertoo.", "kind": kind, "content": blocks })
        };
        let mut files = vec![
            ("fi/index.json", source("Testilä", "front", &front)),
            ("sv/index.json", source("Testby", "front", &[])),
        ];
        for (file, kind, old, parts) in &pages {
            let mut page = source(&format!("Sivu {file}"), kind, parts);
            page["oldAddresses"] = json!(old.iter().collect::<Vec<_>>());
            files.push((*file, page));
        }
        Content { pages: files, assets }
    })
}

fn bytes_of(asset: &str) -> Vec<u8> {
    let picture = |width: u32, kind: ImageFormat| {
        let mut bytes = std::io::Cursor::new(Vec::new());
        RgbImage::new(width, 4).write_to(&mut bytes, kind).unwrap();
        bytes.into_inner()
    };
    match asset {
        "väärä.jpg" => picture(1000, ImageFormat::Png),
        "rikki.jpg" => picture(1000, ImageFormat::Jpeg)[..300].to_vec(),
        "pöytä, tuoli #1?.jpg" => picture(1000, ImageFormat::Jpeg),
        "piirros.svg" => b"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"2\"/>".to_vec(),
        "skripti.svg" => {
            b"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"2\"><script/></svg>".to_vec()
        }
        "kuva.png" | "Kuva.PNG" => picture(1200, ImageFormat::Png),
        _ if asset.ends_with(".pdf") && asset != "väärä.pdf" => b"%PDF-1.7".to_vec(),
        _ if asset.starts_with("kuva") => picture(1000, ImageFormat::Png),
        _ => b"jotakin".to_vec(),
    }
}

impl Content {
    fn write(&self, folder: &Path) {
        let put = |file: &str, bytes: &[u8]| {
            let path = folder.join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        };
        let about = json!({
            "name": "Testilä",
            "slogan": "koeteltu",
            "address": "https://testila.example",
            "languages": ["fi", "sv"],
            "menu": [],
            "footer": [],
        });
        put("site.json", about.to_string().as_bytes());
        self.pages.iter().for_each(|(file, page)| put(file, page.to_string().as_bytes()));
        for (folder, name) in &self.assets {
            put(format!("{folder}/{name}").trim_start_matches('/'), &bytes_of(name));
        }
    }
}

/// Publishes content: the report of its warnings, or of the faults for which nothing was published.
fn publish(content: &Path, out: &Path) -> Result<String, String> {
    let shell = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/sites/shell");
    let publication = Publication::new(shell, content.to_owned(), out.to_owned(), Purpose::Visitors);
    said(Publisher::new(publication).publish().map(|published| published.warnings))
}

fn said(outcome: Result<Faults, Refused>) -> Result<String, String> {
    match outcome {
        Ok(warnings) => Ok(report::text(warnings, Language::En)),
        Err(Refused::Faults(faults)) => Err(report::text(faults, Language::En)),
        Err(Refused::Failed(error)) => panic!("what an editor wrote ended the run: {error:#}"),
    }
}

/// The addresses in a document that belong to the site: targets of links, and pictures.
fn named_in(document: &str) -> Vec<String> {
    let mut found = Vec::new();
    for attribute in ["href", "src", "srcset", "content"] {
        for value in document.split(&format!(" {attribute}=\"")).skip(1) {
            let value = value.split('"').next().unwrap();
            let addresses: Vec<&str> = match attribute {
                "srcset" => value.split(", ").filter_map(|candidate| candidate.split(' ').next()).collect(),
                _ => vec![value],
            };
            let own =
                addresses.into_iter().map(|one| one.strip_prefix("https://testila.example").unwrap_or(one));
            found.extend(own.filter(|one| one.starts_with('/')).map(str::to_owned));
        }
    }
    found
}

/// The file that a host shows at an address.
fn file_at(address: &str) -> String {
    let address = address.split(['#', '?']).next().unwrap_or_default();
    let mut bytes = Vec::new();
    let mut rest = &address.as_bytes()[1..];
    while let [first, after @ ..] = rest {
        let two = after.get(..2).filter(|_| *first == b'%').and_then(|two| std::str::from_utf8(two).ok());
        bytes.push(two.and_then(|two| u8::from_str_radix(two, 16).ok()).unwrap_or(*first));
        rest = &after[if two.is_some() { 2 } else { 0 }..];
    }
    let file = String::from_utf8(bytes).unwrap();
    if file.is_empty() || file.ends_with('/') { file + "index.html" } else { file }
}

fn check_site(site: &BTreeMap<String, Vec<u8>>) -> Result<(), TestCaseError> {
    for (path, bytes) in site {
        if path.ends_with("page.json") {
            from_json::<PageDocument>(std::str::from_utf8(bytes).unwrap()).unwrap();
        }
        if path.ends_with(".html") {
            for address in named_in(std::str::from_utf8(bytes).unwrap()) {
                let file = file_at(&address);
                prop_assert!(site.contains_key(&file), "{path}: {address} leads to nothing");
            }
        }
    }
    Ok(())
}

/// The files that only one of two sites has, or that differ.
fn differing<'s>(one: &'s BTreeMap<String, Vec<u8>>, other: &'s BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let all = one.keys().chain(other.keys().filter(|path| !one.contains_key(*path)));
    all.filter(|path| one.get(*path) != other.get(*path)).cloned().collect()
}

/// Checks the files of a folder as unsaved files: the checker finds no such folder on the disk.
fn check_unsaved(content: &Path) -> Result<String, String> {
    let away = content.with_file_name("away");
    fs::rename(content, &away).unwrap();
    let mut unsaved = Overlay::over(file_system::disk());
    for (name, bytes) in folder::files(&away) {
        unsaved.put(content.join(name), bytes);
    }
    let checked = said(check_content(&unsaved, content, drop).map(|checked| checked.warnings));
    fs::rename(&away, content).unwrap();
    checked
}

/// So many cases have to be publishable for anything to have been tried.
const LEAST: usize = 60;

#[test]
fn whatever_lies_in_a_content_folder_the_site_is_whole_and_the_same_each_time() {
    let begin = || tempfile::tempdir().unwrap();
    for_all(content(), LEAST, begin, |scratch, case| {
        let over_others = scratch.path().join("dist");
        let fresh = tempfile::tempdir().unwrap();
        let (content, out) = (fresh.path().join("content"), fresh.path().join("dist"));
        case.write(&content);
        let first = publish(&content, &out);
        let checked = said(check_content(&Disk, &content, drop).map(|checked| checked.warnings));
        prop_assert_eq!(&first, &checked, "check and build differ");
        prop_assert_eq!(&first, &check_unsaved(&content), "saved and unsaved files differ");
        let before = over_others.exists().then(|| folder::files(&over_others));
        prop_assert_eq!(&publish(&content, &over_others), &first);
        if first.is_err() {
            prop_assert!(!out.exists());
            prop_assert!(before == over_others.exists().then(|| folder::files(&over_others)));
            return Ok(false);
        }
        let site = folder::files(&out);
        check_site(&site)?;
        prop_assert_eq!(
            differing(&folder::files(&over_others), &site),
            [] as [String; 0],
            "another site than from nothing"
        );
        prop_assert_eq!(&publish(&content, &out), &first);
        prop_assert_eq!(
            differing(&folder::files(&out), &site),
            [] as [String; 0],
            "another site at the second time"
        );
        Ok(true)
    });
}

#[test]
fn unsaved_changes_give_the_pages_that_the_same_changes_give_on_the_disk() {
    let scratch = tempfile::tempdir().unwrap();
    let [before, after] = ["before", "after"].map(|name| scratch.path().join(name).join("content"));
    let everything = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/sites/everything/content");
    [&before, &after].into_iter().for_each(|to| folder::copy(&everything, to));
    let read = |name: &str| fs::read_to_string(everything.join(name)).unwrap();
    let (news, guide) = ("fi/uutiset/uutinen-01.json", "fi/hankkeet/opas.txt");
    let changes = [
        (news, Some(read(news).replacen("\"title\": \"", "\"title\": \"Uusi: ", 1))),
        (guide, Some(read(guide).repeat(2000))),
        (
            "fi/uutiset/aivan-uusi.json",
            Some(read(news).replacen("\"title\": \"", "\"title\": \"Toinen: ", 1)),
        ),
        ("fi/uutiset/uutinen-02.json", None),
    ];
    let mut unsaved = Overlay::over(file_system::disk());
    for (name, text) in &changes {
        match text {
            Some(text) => {
                fs::write(after.join(name), text).unwrap();
                unsaved.put(before.join(name), text.as_bytes());
            }
            None => {
                fs::remove_file(after.join(name)).unwrap();
                unsaved.remove(before.join(name));
            }
        }
    }
    let pages = |checked: Result<Checked<Page>, Refused>| {
        let Ok(checked) = checked else { panic!("the content has faults") };
        let said = report::text(checked.warnings, Language::En);
        let folder = scratch.path().display().to_string();
        (checked.pages, said.replace(&format!("{folder}/before"), "").replace(&format!("{folder}/after"), ""))
    };
    let (expected, said) = pages(check_content(&Disk, &after, |page| page));
    assert_eq!(pages(check_content(&unsaved, &before, |page| page)), (expected.clone(), said));
    let (unchanged, _) = pages(check_content(&Disk, &before, |page| page));
    assert!(unchanged != expected && unchanged.len() == expected.len());
}
