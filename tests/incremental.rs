//! A publication writes only what changed, and its result is byte for byte that of a publication from
//! nothing.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use generator::{GeneratedPortal, Size};
use serde_json::{Value, json};

/// A portal of some sixty pages that is published again and again.
struct Site {
    scratch: tempfile::TempDir,
}

/// A publication's last line, and the warnings above it.
struct Said {
    written: usize,
    warnings: String,
}

impl Site {
    fn published() -> Site {
        let site = Site { scratch: tempfile::tempdir().unwrap() };
        generator::seutu::write(&GeneratedPortal::generate(Size { pages: 24, seed: 7 }), &site.content())
            .unwrap();
        site.publish();
        site
    }

    fn content(&self) -> PathBuf {
        self.scratch.path().join("content")
    }

    fn out(&self) -> PathBuf {
        self.scratch.path().join("dist")
    }

    fn cache(&self) -> PathBuf {
        self.scratch.path().join(".dist.seutu-cache")
    }

    /// Publishes over the site before and gives the number of files that were written.
    fn publish(&self) -> Said {
        said(&build(&self.content(), &self.out()))
    }

    /// Publishes, and compares with what a publication from nothing gives: every file, and every warning.
    /// Gives the number of files that were written besides those of the search index, which knows every word
    /// of the site.
    fn publish_and_compare(&self, what: &str) -> usize {
        let of_index = || match self.out().join("search.index") {
            folder if folder.is_dir() => files(&folder),
            _ => BTreeMap::new(),
        };
        let before = of_index();
        let said_here = self.publish();
        let index = of_index();
        let of_index =
            index.iter().filter(|(path, bytes)| !bytes.is_empty() && before.get(*path) != Some(*bytes));
        let fresh = tempfile::tempdir().unwrap();
        let said_there = said(&build(&self.content(), &fresh.path().join("dist")));
        assert_eq!(said_here.warnings, said_there.warnings, "{what}");
        let (here, there) = (files(&self.out()), files(&fresh.path().join("dist")));
        assert_eq!(here.keys().collect::<Vec<_>>(), there.keys().collect::<Vec<_>>(), "{what}");
        for (path, bytes) in &here {
            assert!(*bytes == there[path], "{what}: {} differs", path.display());
        }
        said_here.written.saturating_sub(of_index.count())
    }

    fn edit(&self, file: &str, change: impl FnOnce(&mut Value)) {
        let path = self.content().join(file);
        let mut value: Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
        change(&mut value);
        fs::write(&path, value.to_string()).unwrap();
    }
}

fn said(output: &Output) -> Said {
    let words = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{words}");
    let number = |line: &str| line.split_once(" ms, ")?.1.split(' ').next()?.parse().ok();
    // Behind the outcome the publisher names programs that this machine lacks, such as Voikko.
    let outcome = words.lines().rev().find_map(|line| Some((line, number(line)?)));
    let (outcome, written) = outcome.unwrap_or_else(|| panic!("{words}"));
    let warnings = words.split_once(outcome).map_or("", |(warnings, _)| warnings);
    Said { written, warnings: warnings.to_owned() }
}

fn build(content: &Path, out: &Path) -> Output {
    let shell = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/sites/shell");
    Command::new(env!("CARGO_BIN_EXE_seutu"))
        .arg("build")
        .arg("--shell")
        .arg(shell)
        .arg("--content")
        .arg(content)
        .arg("--out")
        .arg(out)
        .output()
        .expect("the binary runs")
}

/// Every file and folder below a folder; a folder holds nothing.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).unwrap() {
            let path = entry.unwrap().path();
            let name = path.strip_prefix(folder).unwrap().to_owned();
            if path.is_dir() {
                found.insert(name, Vec::new());
                folders.push(path);
            } else {
                found.insert(name, fs::read(&path).unwrap());
            }
        }
    }
    found
}

#[test]
fn without_a_change_nothing_is_written() {
    let site = Site::published();
    assert_eq!(site.publish_and_compare("no change"), 0);
}

#[test]
fn a_change_in_a_text_writes_that_page_alone() {
    let site = Site::published();
    site.edit("fi/osa-1/index.json", |page| page["content"][1] = json!({ "paragraph": "Muutettu." }));
    assert_eq!(site.publish_and_compare("a text"), 2);
}

#[test]
fn every_sort_of_change_gives_what_a_full_publication_gives() {
    let site = Site::published();
    site.edit("fi/osa-1/index.json", |page| page["title"] = json!("Nimi murupolussa ja luettelossa"));
    assert!(site.publish_and_compare("a title") > 2, "the title stands on other pages too");

    let new = json!({ "title": "Uusi", "summary": "Uusi sivu.", "kind": "page" });
    fs::create_dir_all(site.content().join("fi/uusi/alla")).unwrap();
    fs::write(site.content().join("fi/uusi/index.json"), new.to_string()).unwrap();
    fs::write(site.content().join("fi/uusi/alla/syva.json"), new.to_string()).unwrap();
    fs::write(site.content().join("fi/uusi/alla/index.json"), new.to_string()).unwrap();
    site.publish_and_compare("pages added");

    fs::rename(site.content().join("fi/uusi/alla"), site.content().join("fi/uusi/muualla")).unwrap();
    site.edit("fi/uusi/muualla/index.json", |page| page["oldAddresses"] = json!(["/uusi/alla/", "/a.php/b"]));
    site.publish_and_compare("a folder renamed");

    site.edit("fi/uusi/muualla/index.json", |page| page["title"] = json!("Toinen"));
    site.publish_and_compare("the title of a page with old addresses");

    fs::remove_dir_all(site.content().join("fi/uusi")).unwrap();
    site.publish_and_compare("pages removed");

    site.edit("site.json", |site| site["name"] = json!("Toinen nimi"));
    site.publish_and_compare("the site's name");
    assert_eq!(site.publish_and_compare("no change after all"), 0);
}

/// The memory of the index is older or newer than the site, is of other words, or is broken: the index is
/// that of a publication from nothing all the same.
#[test]
fn words_that_come_go_and_move_are_found_as_if_published_from_nothing() {
    let site = Site::published();
    // Two pages with text of their own.
    let folder = site.content().join("fi/osa-1");
    let other = fs::read_dir(folder).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
    let other = other.filter(|name| name.ends_with(".json") && name != "index.json").min().unwrap();
    let other = format!("fi/osa-1/{other}");
    let write = |file: &str, words: &str| {
        site.edit(file, |page| {
            let content = page["content"].as_array_mut().unwrap();
            content.truncate(1);
            content.push(json!({ "paragraph": words }));
        });
        site.publish_and_compare(words);
    };
    let of_index = || {
        let folder = site.out().join("search.index/fi.files");
        let names = fs::read_dir(folder).unwrap().map(|file| file.unwrap().file_name());
        names.collect::<std::collections::BTreeSet<_>>()
    };
    write("fi/osa-1/index.json", "Vesihuoltoyhtiöiden kokoukset pidettiin seminaarissa.");
    let before = of_index();
    // All of these words stand on the site already.
    write("fi/osa-1/index.json", "Seminaarissa kokoukset pidettiin.");
    write(&other, "Kokoukset pidettiin seminaarissa vesihuoltoyhtiöiden kanssa.");
    write("fi/osa-1/index.json", "Vesihuoltoyhtiöiden kokoukset pidettiin seminaarissa kanssa.");
    assert!(of_index().intersection(&before).next().is_some(), "what an edit doesn't touch keeps its name");
    write(&other, "Pidettiin.");
    write("fi/osa-1/index.json", "Pidettiin.");
    site.edit(&other, |page| page["title"] = json!("Seminaarissa kanssa"));
    site.publish_and_compare("words that stand in a title now");

    // Of a page that warns nothing is remembered but its words.
    site.edit(&other, |page| page["summary"] = json!("Pidettiin kokoukset. ".repeat(20)));
    site.publish_and_compare("a page that warns");
    let before = of_index();
    write("fi/osa-1/index.json", "Seminaarissa kokoukset pidettiin.");
    assert!(of_index().intersection(&before).next().is_some(), "beside a page that warns");

    for file in ["search-fi", "search-fi.root", "search-others"] {
        let [older, newer] = ["Pidettiin kokoukset.", "Pidettiin kokoukset lautakunnassa."].map(|words| {
            write("fi/osa-1/index.json", words);
            fs::read(site.cache().join(file)).unwrap()
        });
        for (left, words) in [
            (older.as_slice(), "Kokoukset lautakunnassa."),
            (&newer[..newer.len() / 2], "Pidettiin kokoukset lautakunnassa."),
            (b"", "Kokoukset lautakunnassa."),
        ] {
            fs::write(site.cache().join(file), left).unwrap();
            write("fi/osa-1/index.json", words);
        }
        write("fi/osa-1/index.json", "Pidettiin kokoukset lautakunnassa.");
    }
    // A publication that was refused has left what it knew.
    let newer = fs::read(site.cache().join("search-fi")).unwrap();
    write("fi/osa-1/index.json", "Pidettiin.");
    fs::write(site.cache().join("search-fi"), newer).unwrap();
    write("fi/osa-1/index.json", "Lautakunnassa pidettiin kokoukset.");
}

#[test]
fn pictures_links_and_dates_of_other_pages_are_followed() {
    let site = Site::published();
    let picture = |width: u32| {
        let svg = format!("<svg xmlns='http://www.w3.org/2000/svg' width='{width}' height='10'/>");
        fs::write(site.content().join("fi/kuva.svg"), svg).unwrap();
    };
    picture(10);
    let new = json!({ "title": "Uusi", "summary": "Uusi sivu.", "kind": "page" });
    fs::write(site.content().join("fi/osa-1/uusi.json"), new.to_string()).unwrap();
    let figure = json!({ "figure": { "image": "/kuva.svg", "alt": "Viiva" } });
    site.edit("fi/osa-1/uusi.json", |page| page["content"] = json!([figure]));
    site.publish_and_compare("a picture");
    assert!(site.out().join("kuva.svg").exists());
    // As many bytes as before.
    picture(99);
    assert!(site.publish_and_compare("a picture of another size") > 0);

    let lone = json!({ "title": "Yksin", "summary": "Yksin.", "kind": "page" });
    fs::create_dir_all(site.content().join("fi/osa-1/uusi")).unwrap();
    fs::write(site.content().join("fi/osa-1/uusi/yksin.json"), lone.to_string()).unwrap();
    let link = json!([{ "paragraph": "[Yksin](/osa-1/uusi/yksin/)" }]);
    site.edit("fi/osa-1/uusi.json", |page| page["content"] = link);
    site.publish_and_compare("the picture gone, a link instead");
    assert!(!site.out().join("kuva.svg").exists());
    site.publish_and_compare("a kept page leads there still");
    site.edit("fi/osa-1/uusi.json", |page| page["content"] = json!([]));
    site.publish_and_compare("the link gone");
    assert!(site.publish().warnings.contains("page.orphan"));

    let event = |day: &str| json!({ "event": { "start": day, "place": "Sali", "organisers": ["Seura"] } });
    site.edit("fi/osa-1/uusi.json", |page| page["kind"] = event("2026-05-04"));
    site.publish_and_compare("an event");
    site.edit("fi/osa-1/uusi.json", |page| page["kind"] = event("2026-05-05"));
    assert!(site.publish_and_compare("on another day") > 2, "the lists that show it");

    fs::remove_dir_all(site.content().join("fi/osa-1/uusi")).unwrap();
    site.edit("fi/osa-1/uusi.json", |page| page["draft"] = json!(true));
    site.publish_and_compare("a draft");
}

#[test]
fn a_variant_in_easy_language_is_followed() {
    let site = Site::published();
    let easy = json!({
        "title": "Selkokielellä", "summary": "Helposti.", "kind": "page", "easyLanguageOf": "/osa-1/"
    });
    fs::write(site.content().join("fi/osa-1/selkokieli.json"), easy.to_string()).unwrap();
    assert!(site.publish_and_compare("a variant") > 2, "its page leads there");
    site.edit("fi/osa-1/selkokieli.json", |page| page["content"] = json!([{ "paragraph": "Lyhyt." }]));
    assert_eq!(site.publish_and_compare("its text"), 2);
    site.edit("fi/osa-1/selkokieli.json", |page| page["easyLanguageOf"] = json!("/osa-1/kohde-1/"));
    assert!(site.publish_and_compare("the variant of another page") > 2);
    site.edit("fi/osa-1/selkokieli.json", |page| {
        page["kind"] = json!({ "gone": { "why": "Vanhentunut.", "when": "2027-01-15" } });
    });
    site.publish_and_compare("a withdrawn variant");
    let standard = fs::read_to_string(site.out().join("osa-1/kohde-1/index.html")).unwrap();
    assert!(!standard.contains("Selkokielellä"), "{standard}");
    site.edit("fi/osa-1/selkokieli.json", |page| page["easyLanguageOf"] = json!(null));
    site.publish_and_compare("no variant any more");
}

/// Programs that copy or unpack files give them the times that they had.
#[test]
fn another_picture_of_the_same_size_and_time_is_noticed() {
    let site = Site::published();
    let file = site.content().join("fi/kuva.png");
    let time = std::time::SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1_700_000_000);
    let put = |width: u32, height: u32| {
        let mut bytes = std::io::Cursor::new(Vec::new());
        image::GrayImage::new(width, height).write_to(&mut bytes, image::ImageFormat::Png).unwrap();
        let mut bytes = bytes.into_inner();
        // What stands behind the end of a picture is none of it.
        bytes.resize(100_000, 0);
        fs::write(&file, bytes).unwrap();
        fs::File::options().write(true).open(&file).unwrap().set_modified(time).unwrap();
    };
    put(300, 200);
    site.edit("fi/index.json", |page| {
        let figure = json!({ "figure": { "image": "kuva.png", "alt": "Silta kesällä" } });
        page["content"].as_array_mut().unwrap().push(figure);
    });
    site.publish_and_compare("a picture");
    for (width, height) in [(200, 300), (301, 200), (1200, 800), (300, 200)] {
        put(width, height);
        site.publish_and_compare(&format!("{width} × {height}"));
        let page = fs::read_to_string(site.out().join("page.json")).unwrap();
        assert!(page.contains(&format!("\"width\":{width},\"height\":{height}")), "{page}");
    }
    // As a document and as the picture for sharing, its size in bytes is said.
    put(300, 200);
    site.edit("fi/index.json", |page| {
        page["content"]
            .as_array_mut()
            .unwrap()
            .push(json!({ "documents": [{ "file": "kuva.png", "title": "Kuva" }] }));
    });
    site.publish_and_compare("a document");
    put(280, 210);
    site.publish_and_compare("another document");
}

#[test]
fn an_unchanged_file_stays_the_same_file() {
    let site = Site::published();
    let written = |file: &str| fs::metadata(site.out().join(file)).unwrap().modified().unwrap();
    let before = written("osa-1/kohde-1/index.html");
    site.edit("fi/osa-1/index.json", |page| page["content"] = json!([]));
    for _ in 0..3 {
        site.publish();
        assert_eq!(written("osa-1/kohde-1/index.html"), before);
    }
}

#[test]
fn faults_leave_the_next_publication_as_fast() {
    let site = Site::published();
    let sound = fs::read(site.content().join("fi/osa-1/index.json")).unwrap();
    site.edit("fi/osa-1/index.json", |page| page["content"] = json!([{ "paragraph": "[x](/ei/ole/)" }]));
    assert_eq!(build(&site.content(), &site.out()).status.code(), Some(1));
    fs::write(site.content().join("fi/osa-1/index.json"), sound).unwrap();
    assert_eq!(site.publish_and_compare("mended"), 0);
}

#[test]
fn what_others_did_to_our_files_or_cache_is_undone() {
    let site = Site::published();
    fs::write(site.out().join("osa-1/index.html"), "changed by hand").unwrap();
    site.publish_and_compare("a file of the site changed");

    for file in ["manifest", "spare/osa-1/page.json", "spare/left-over", "lock"] {
        fs::write(site.cache().join(file), "nonsense").unwrap();
        site.publish_and_compare(file);
    }
    let words = site.cache().join("words");
    let word_file = || fs::read_dir(&words).unwrap().next().unwrap().unwrap().path();
    fs::write(word_file(), "nonsense").unwrap();
    site.publish_and_compare("words that are others");
    fs::remove_file(word_file()).unwrap();
    site.publish_and_compare("no words");
    fs::create_dir(words.join("left-over")).unwrap();
    site.publish_and_compare("a folder among the words");
    fs::remove_dir_all(&words).unwrap();
    fs::write(&words, "nonsense").unwrap();
    site.publish_and_compare("a file in the place of the words");
    assert!(site.cache().join("manifest").exists() && !words.join("left-over").exists());
    fs::remove_dir_all(site.cache()).unwrap();
    site.publish_and_compare("the cache removed");
    fs::remove_dir_all(site.out()).unwrap();
    site.publish_and_compare("the site removed");
    site.publish_and_compare("and once more");
}
