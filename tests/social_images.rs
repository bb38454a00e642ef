//! A page without a picture of its own gets one with its title, for where its address is shared, when that is
//! wanted.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
    sync::LazyLock,
};

use inspect::crawl::{OtherSites, crawl};
use page::Language;
use serde_json::{Value, json};
use site::publish::{Publication, Publisher, Purpose};

use crate::support::folder;

/// Where the pictures are.
const FOLDER: &str = "social.images";

/// A small site that is published again and again.
struct Site {
    scratch: tempfile::TempDir,
}

impl Site {
    /// A front page, a section, and a page of each sort that could be meant.
    fn new() -> Site {
        let site = Site { scratch: tempfile::tempdir().unwrap() };
        let about = json!({
            "name": "Testilä",
            "slogan": "koeteltu",
            "address": "https://testila.example",
            "languages": ["fi"],
            "menu": ["/hankkeet/"],
            "footer": ["/sivukartta/"],
        });
        site.put("site.json", &about);
        let page = |title: &str, kind: &str, content: Value| json!({ "title": title, "summary": "Koe.", "kind": kind, "content": content });
        let words = || json!([{ "paragraph": "Sanoja." }]);
        site.put("fi/index.json", &page("Testilä", "front", words()));
        site.put("fi/hankkeet/index.json", &page("Hankkeet", "section", json!([{ "paragraph": "Sanoja." }])));
        site.put("fi/hankkeet/opas.json", &page("Opas & <ohje>", "page", words()));
        site.put("fi/sivukartta.json", &page("Sivukartta", "siteMap", json!([{ "siteMap": {} }])));
        site.put("fi/404.json", &page("Sivua ei löydy", "notFound", json!([{ "siteMap": {} }])));
        site
    }

    fn put(&self, file: &str, value: &Value) {
        let path = self.content().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, value.to_string()).unwrap();
    }

    fn edit(&self, file: &str, change: impl FnOnce(&mut Value)) {
        let mut value = serde_json::from_slice(&fs::read(self.content().join(file)).unwrap()).unwrap();
        change(&mut value);
        self.put(file, &value);
    }

    fn content(&self) -> PathBuf {
        self.scratch.path().join("content")
    }

    fn out(&self) -> PathBuf {
        self.scratch.path().join("dist")
    }

    /// Publishes over the site before and gives the number of files that were written.
    fn publish(&self, social_images: bool) -> usize {
        publish(&self.content(), &self.out(), social_images)
    }

    /// Publishes, and compares with what a publication from nothing gives.
    fn publish_and_compare(&self, social_images: bool, what: &str) -> usize {
        let written = self.publish(social_images);
        let fresh = tempfile::tempdir().unwrap();
        publish(&self.content(), &fresh.path().join("dist"), social_images);
        let (here, there) = (folder::files(&self.out()), folder::files(&fresh.path().join("dist")));
        assert_eq!(here.keys().collect::<Vec<_>>(), there.keys().collect::<Vec<_>>(), "{what}");
        for (path, bytes) in &here {
            assert!(*bytes == there[path], "{what}: {path} differs");
        }
        written
    }
}

/// `tests/sites/everything` without the picture that its editor chose, and with few news, with pictures.
static PUBLISHED: LazyLock<(tempfile::TempDir, BTreeMap<String, Vec<u8>>)> = LazyLock::new(|| {
    let scratch = tempfile::tempdir().unwrap();
    let (content, out) = (scratch.path().join("content"), scratch.path().join("dist"));
    folder::copy(&tests().join("sites/everything/content"), &content);
    for number in 23..=45 {
        fs::remove_file(content.join(format!("fi/uutiset/uutinen-{number}.json"))).unwrap();
    }
    // Large enough to be shared.
    image::RgbImage::new(400, 300).save(content.join("fi/hankkeet/ranta.png")).unwrap();
    let site = content.join("site.json");
    let mut about: Value = serde_json::from_slice(&fs::read(&site).unwrap()).unwrap();
    about.as_object_mut().unwrap().remove("sharingPicture");
    fs::write(site, about.to_string()).unwrap();
    publish(&content, &out, true);
    let files = folder::files(&out);
    (scratch, files)
});

fn tests() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests")
}

fn publish(content: &Path, out: &Path, social_images: bool) -> usize {
    let shell = tests().join("sites/shell");
    let publication = Publication {
        social_images,
        ..Publication::new(shell, content.to_owned(), out.to_owned(), Purpose::Visitors)
    };
    Publisher::new(publication).publish().unwrap().written
}

fn document<'f>(files: &'f BTreeMap<String, Vec<u8>>, file: &str) -> &'f str {
    std::str::from_utf8(&files[file]).unwrap()
}

/// The content of a `meta` element: Open Graph as a property, X's own under a name.
fn said<'d>(document: &'d str, name: &str) -> Option<&'d str> {
    let attribute = if name.starts_with("og:") { "property" } else { "name" };
    let begin = format!("<meta {attribute}=\"{name}\" content=\"");
    document.split(begin.as_str()).nth(1).and_then(|rest| rest.split("\">").next())
}

fn own_picture<'d>(document: &'d str, site: &str) -> Option<&'d str> {
    let file = said(document, "og:image")?.strip_prefix(site)?.strip_prefix('/')?;
    file.starts_with(FOLDER).then_some(file)
}

#[test]
fn a_page_is_shared_with_a_picture_of_its_title() {
    let site = Site::new();
    site.publish(true);
    let files = folder::files(&site.out());
    let document = document(&files, "hankkeet/opas/index.html");
    let picture = own_picture(document, "https://testila.example").unwrap();
    let picture = image::load_from_memory(&files[picture]).unwrap();
    assert_eq!((picture.width(), picture.height()), (1200, 630));
    assert_eq!(said(document, "og:image:width"), Some("1200"));
    assert_eq!(said(document, "og:image:height"), Some("630"));
    assert_eq!(said(document, "og:image:alt"), Some("Opas &amp; &lt;ohje&gt; – Testilä"));
    assert_eq!(said(document, "twitter:card"), Some("summary_large_image"));
}

#[test]
fn each_picture_that_is_named_is_there_and_each_that_is_there_is_named() {
    let files = &PUBLISHED.1;
    let documents = files.keys().filter(|file| file.ends_with("index.html"));
    let named: BTreeSet<&str> =
        documents.filter_map(|file| own_picture(document(files, file), "https://jarvila.example")).collect();
    let there: BTreeSet<&str> =
        files.keys().map(String::as_str).filter(|file| file.starts_with(FOLDER)).collect();
    assert!(there.len() > 20, "{there:?}");
    assert_eq!(named, there);
}

#[test]
fn the_parts_of_a_long_list_have_one_picture() {
    let files = &PUBLISHED.1;
    let [first, second] = ["uutiset/index.html", "uutiset/sivu-2/index.html"]
        .map(|file| own_picture(document(files, file), "https://jarvila.example").unwrap());
    assert_eq!(first, second);
}

#[test]
fn a_page_that_nobody_shares_has_none_and_an_editors_picture_stays() {
    let files = &PUBLISHED.1;
    for file in ["404.html", "haku/index.html", "sivukartta/index.html", "hankkeet/poistettu/index.html"] {
        assert_eq!(said(document(files, file), "og:image"), None, "{file}");
        assert_eq!(said(document(files, file), "twitter:card"), None, "{file}");
    }
    let of_editor = document(files, "hankkeet/lohkot/index.html");
    assert!(said(of_editor, "og:image").is_some_and(|picture| !picture.contains(FOLDER)));
    assert_eq!(said(of_editor, "twitter:card"), Some("summary_large_image"));
}

#[test]
fn a_picture_that_the_editor_chose_for_the_whole_site_stands_for_every_page() {
    let site = Site::new();
    image::RgbImage::new(400, 300).save(site.content().join("jako.png")).unwrap();
    site.edit("site.json", |about| {
        about["sharingPicture"] = json!({ "image": "jako.png", "alt": { "fi": "Ranta" } });
    });
    site.publish(true);
    let document = fs::read_to_string(site.out().join("hankkeet/opas/index.html")).unwrap();
    assert_eq!(said(&document, "og:image"), Some("https://testila.example/jako.png"));
    assert!(pictures(&site).is_empty());
}

#[test]
fn a_site_with_pictures_has_no_fault_that_a_crawler_would_find() {
    let crawled = crawl(&PUBLISHED.0.path().join("dist"), OtherSites::LeftAlone).unwrap();
    let report = report::text(crawled.faults.clone(), Language::En);
    assert!(!report.contains(FOLDER) && !crawled.faults.has_errors(), "{report}");
}

#[test]
fn nobody_gets_pictures_who_did_not_ask_for_them() {
    let site = Site::new();
    site.publish(false);
    let files = folder::files(&site.out());
    assert!(!files.keys().any(|file| file.starts_with(FOLDER)));
    assert_eq!(said(document(&files, "hankkeet/opas/index.html"), "og:image"), None);
}

#[test]
fn a_publication_over_another_has_the_pictures_of_one_from_nothing() {
    let site = Site::new();
    site.publish(false);
    assert!(site.publish_and_compare(true, "switched on") > 0);
    assert_eq!(site.publish_and_compare(true, "no change"), 0);
    site.edit("fi/hankkeet/opas.json", |page| page["content"][0] = json!({ "paragraph": "Muutettu." }));
    let before = pictures(&site);
    site.publish_and_compare(true, "a text");
    assert_eq!(pictures(&site), before);
    site.edit("fi/hankkeet/opas.json", |page| page["title"] = json!("Uusi opas"));
    site.publish_and_compare(true, "a title");
    assert_eq!(pictures(&site).difference(&before).count(), 1);
    for (field, what) in [("name", "Koela"), ("slogan", "jotakin muuta")] {
        let before = pictures(&site);
        site.edit("site.json", |about| about[field] = json!(what));
        site.publish_and_compare(true, field);
        assert!(pictures(&site).is_disjoint(&before), "{field}");
    }
    site.publish_and_compare(false, "switched off");
    assert!(pictures(&site).is_empty());
}

fn pictures(site: &Site) -> BTreeSet<String> {
    folder::files(&site.out()).into_keys().filter(|file| file.starts_with(FOLDER)).collect()
}
