//! `seutu diff`: the changes for visitors between two publications of one content, edited in between.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use serde_json::{Value, json};

use crate::support::folder;

/// A content folder of `tests/sites/everything` that is published, edited, and published again beside it.
struct Edited {
    scratch: tempfile::TempDir,
}

impl Edited {
    fn published() -> Edited {
        let edited = Edited { scratch: tempfile::tempdir().unwrap() };
        folder::copy(&sites().join("everything/content"), &edited.content());
        folder::copy(&sites().join("shell"), &edited.shell());
        edited.publish("old");
        edited
    }

    fn content(&self) -> PathBuf {
        self.scratch.path().join("content")
    }

    fn shell(&self) -> PathBuf {
        self.scratch.path().join("shell")
    }

    fn site(&self, name: &str) -> PathBuf {
        self.scratch.path().join(name)
    }

    fn publish(&self, name: &str) {
        self.publish_for(name, &[]);
    }

    fn publish_for(&self, name: &str, hosts: &[&str]) {
        let mut build = seutu();
        build.arg("build").arg("--shell").arg(self.shell()).arg("--content").arg(self.content());
        for host in hosts {
            build.args(["--host", *host]);
        }
        let output = build.arg("--out").arg(self.site(name)).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }

    fn edit(&self, file: &str, change: impl FnOnce(&mut Value)) {
        let path = self.content().join(file);
        let mut value: Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
        change(&mut value);
        fs::write(path, value.to_string()).unwrap();
    }

    fn write(&self, file: &str, value: &Value) {
        fs::write(self.content().join(file), value.to_string()).unwrap();
    }

    /// Publishes the edited content, and says what is other than before.
    fn diff(&self, arguments: &[&str]) -> String {
        self.publish("new");
        let output = diff(&self.site("old"), &self.site("new"), arguments);
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    /// The changes of pages in JSON.
    fn pages(&self) -> Vec<Value> {
        self.json()["pages"].as_array().unwrap().clone()
    }

    fn json(&self) -> Value {
        serde_json::from_str(&self.diff(&["--format", "json"])).unwrap()
    }
}

fn sites() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/sites")
}

fn seutu() -> Command {
    let mut seutu = Command::new(env!("CARGO_BIN_EXE_seutu"));
    seutu.env("LC_ALL", "C").env("NO_COLOR", "1");
    seutu
}

fn diff(old: &Path, new: &Path, arguments: &[&str]) -> Output {
    seutu().arg("diff").arg(old).arg(new).args(arguments).output().unwrap()
}

/// The change of an address.
fn of<'v>(pages: &'v [Value], path: &str) -> &'v Value {
    pages.iter().find(|page| page["path"] == path).unwrap_or_else(|| panic!("{path} isn't in {pages:?}"))
}

/// A page of news.
fn news(title: &str, text: &str) -> Value {
    json!({
        "title": title,
        "summary": "Jotakin tapahtui.",
        "kind": { "news": { "published": "2026-01-02" } },
        "content": [{ "paragraph": text }],
    })
}

#[test]
fn the_same_content_gives_no_difference() {
    assert_eq!(Edited::published().diff(&["--language", "en"]), "Nothing changes.\n");
}

#[test]
fn a_page_that_changes_is_told_with_what_it_says_else() {
    let edited = Edited::published();
    edited.write("fi/uutiset/uutinen-01.json", &news("Eka", "Jää on ohut"));
    edited.publish("old");
    let changed = json!({ "summary": "Toisin." });
    edited.write("fi/uutiset/uutinen-01.json", &news("Toka", "Jää on kovin paksu"));
    edited.edit("fi/uutiset/uutinen-01.json", |page| page["summary"] = changed["summary"].clone());
    let pages = edited.pages();
    let page = of(&pages, "/uutiset/uutinen-01/");
    assert_eq!((&page["change"], &page["title"]), (&json!("changes"), &json!("Toka")));
    let edit = json!({ "titleBefore": "Eka", "summary": true, "wordsIn": 2, "wordsOut": 1, "rest": false });
    assert_eq!(page["edit"], edit);
    let report = edited.diff(&["--language", "en"]);
    let line = "  /uutiset/uutinen-01/ – Toka: the title was “Eka”, the summary is another one, the text has 2 \
                new words, and 1 word less\n";
    assert!(report.contains(line), "{report}");
    // The section lists it with its new title, and says nothing new itself.
    assert_eq!(of(&pages, "/uutiset/sivu-3/")["edit"]["rest"], true);
}

#[test]
fn a_page_that_appears_is_told_with_its_title() {
    let edited = Edited::published();
    edited.write("fi/uutiset/uusi.json", &news("Ihan uusi", "Jää on ohut"));
    let expected = json!({ "change": "appears", "path": "/uutiset/uusi/", "title": "Ihan uusi" });
    assert_eq!(of(&edited.pages(), "/uutiset/uusi/"), &expected);
}

#[test]
fn a_page_that_goes_is_marked_unless_an_old_address_leads_on() {
    let edited = Edited::published();
    fs::rename(
        edited.content().join("fi/uutiset/uutinen-45.json"),
        edited.content().join("fi/uutiset/muuttanut.json"),
    )
    .unwrap();
    let pages = edited.pages();
    let gone = of(&pages, "/uutiset/uutinen-45/");
    assert_eq!((&gone["change"], &gone["warning"]), (&json!("goes"), &json!(true)));
    assert_eq!(of(&pages, "/uutiset/muuttanut/")["change"], "appears");
    assert!(edited.diff(&["--language", "en"]).starts_with("⚠ 1 page goes and no address leads on"));

    edited.edit("fi/uutiset/muuttanut.json", |page| page["oldAddresses"] = json!(["/uutiset/uutinen-45/"]));
    let pages = edited.pages();
    let moved = of(&pages, "/uutiset/uutinen-45/");
    assert_eq!((&moved["change"], &moved["to"]), (&json!("moves"), &json!("/uutiset/muuttanut/")));
    assert_eq!(moved["edit"]["rest"], false);
    assert!(!pages.iter().any(|page| page["path"] == "/uutiset/muuttanut/"), "{pages:?}");
    assert!(!edited.diff(&[]).contains('⚠'));
}

#[test]
fn a_site_in_a_folder_of_its_host_is_told_by_its_own_addresses() {
    let edited = Edited::published();
    edited.edit("site.json", |site| site["address"] = json!("https://jarvila.example/seutu"));
    edited.publish("old");
    let file = |name: &str| edited.content().join("fi/uutiset").join(name);
    fs::rename(file("uutinen-45.json"), file("muuttanut.json")).unwrap();
    edited.edit("fi/uutiset/muuttanut.json", |page| page["oldAddresses"] = json!(["/uutiset/uutinen-45/"]));
    let pages = edited.pages();
    let moved = of(&pages, "/uutiset/uutinen-45/");
    assert_eq!((&moved["change"], &moved["to"]), (&json!("moves"), &json!("/uutiset/muuttanut/")));
    assert!(!pages.iter().any(|page| page["path"] == "/uutiset/muuttanut/"), "{pages:?}");
}

#[test]
fn a_page_from_which_the_host_leads_on_moves() {
    let edited = Edited::published();
    fs::remove_file(edited.content().join("fi/uutiset/uutinen-45.json")).unwrap();
    fs::write(edited.shell().join("_redirects"), "/uutiset/uutinen-45 /uutiset/ 301\n").unwrap();
    let pages = edited.pages();
    assert_eq!(of(&pages, "/uutiset/uutinen-45/")["change"], "moves");
}

#[test]
fn old_addresses_are_told_when_they_lead_elsewhere_or_no_more() {
    let edited = Edited::published();
    edited.edit("site.json", |site| site["redirects"][0]["from"] = json!("/vanhempi/"));
    let pages = edited.pages();
    let gone = json!({ "change": "leadsNoMore", "path": "/vanha/", "warning": true });
    assert_eq!(of(&pages, "/vanha/"), &gone);
    let leads = json!({ "change": "leadsOn", "path": "/vanhempi/", "to": "/hankkeet/" });
    assert_eq!(of(&pages, "/vanhempi/"), &leads);
}

#[test]
fn pictures_and_documents_are_told_by_name() {
    let edited = Edited::published();
    let folder = edited.content().join("fi/hankkeet");
    fs::write(folder.join("opas.txt"), "Toinen opas").unwrap();
    let change = |name: &str| {
        let files = edited.json()["files"].as_array().unwrap().clone();
        files.iter().find(|file| file["name"] == name).map(|file| file["change"].clone())
    };
    assert_eq!(change("hankkeet/opas.txt"), Some(json!("changes")));
    fs::rename(folder.join("opas.txt"), folder.join("kirja.txt")).unwrap();
    for page in ["lohkot.json", "aineistot.json"].map(|page| folder.join(page)) {
        let text = fs::read_to_string(&page).unwrap();
        fs::write(page, text.replace("opas.txt", "kirja.txt")).unwrap();
    }
    assert_eq!(change("hankkeet/opas.txt"), Some(json!("goes")));
    assert_eq!(change("hankkeet/kirja.txt"), Some(json!("appears")));
}

#[test]
fn what_the_publisher_makes_itself_is_not_told_but_a_document_of_the_same_name_is() {
    let edited = Edited::published();
    edited.edit("site.json", |site| {
        site["name"] = json!("Toinen Järvilä");
        site["address"] = json!("https://toinen.example");
    });
    let folder = edited.content().join("fi/hankkeet");
    let calendar = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Kunta//Kalenteri//FI\r\nEND:VCALENDAR\r\n";
    fs::write(folder.join("calendar.ics"), calendar).unwrap();
    fs::remove_file(folder.join("opas.txt")).unwrap();
    for page in ["lohkot.json", "aineistot.json"].map(|page| folder.join(page)) {
        let text = fs::read_to_string(&page).unwrap();
        fs::write(page, text.replace("opas.txt", "calendar.ics")).unwrap();
    }
    edited.publish_for("new", &["apache", "netlify", "github-pages"]);
    // They are there, and others than before.
    for name in ["sitemap.xml", "robots.txt", "content-index.json", "feed.atom", "calendar.ics"] {
        let read = |site: &str| fs::read(edited.site(site).join(name)).unwrap();
        assert_ne!(read("old"), read("new"), "{name}");
    }
    for name in ["_headers", "_redirects", ".htaccess", "vanha/.htaccess", ".nojekyll"] {
        assert!(edited.site("new").join(name).is_file(), "{name}");
    }
    let output = diff(&edited.site("old"), &edited.site("new"), &["--format", "json"]);
    let difference: Value = serde_json::from_slice(&output.stdout).unwrap();
    let told = json!([
        { "change": "appears", "name": "hankkeet/calendar.ics" },
        { "change": "goes", "name": "hankkeet/opas.txt" },
    ]);
    assert_eq!(difference["files"], told);
}

#[test]
fn another_application_and_another_menu_are_told_once() {
    let edited = Edited::published();
    let shell = edited.shell().join("index.html");
    let document = fs::read_to_string(&shell).unwrap();
    fs::rename(edited.shell().join("start.js"), edited.shell().join("start-0123456789abcdef.js")).unwrap();
    fs::write(&shell, document.replace("/start.js", "/start-0123456789abcdef.js")).unwrap();
    let report = edited.diff(&["--language", "en"]);
    assert!(report.contains("The application changed: all documents change"), "{report}");
    assert!(!report.contains("start-0123456789abcdef.js") && !report.contains("/yhteys/"), "{report}");

    edited.publish("old");
    edited.edit("site.json", |site| site["slogan"] = json!("toisin"));
    let difference = edited.json();
    assert!(difference["frames"].as_u64().unwrap() > 60, "{difference}");
    let report = edited.diff(&["--language", "en"]);
    assert!(report.contains("The menu, the footer or the notice changed"), "{report}");
    assert!(!report.contains("/yhteys/"), "{report}");
}

#[test]
fn a_report_is_in_the_language_of_its_reader() {
    let edited = Edited::published();
    fs::remove_file(edited.content().join("fi/uutiset/uutinen-45.json")).unwrap();
    edited.write("fi/uutiset/uusi.json", &news("Ihan uusi", "Jää on ohut"));
    let finnish = edited.diff(&["--language", "fi"]);
    assert!(finnish.starts_with("⚠ 1 sivu poistuu"), "{finnish}");
    assert!(finnish.contains("1 sivu tulee lisää:\n  /uutiset/uusi/ – Ihan uusi\n"), "{finnish}");
    let swedish = edited.diff(&["--language", "sv"]);
    assert!(swedish.starts_with("⚠ 1 sida försvinner"), "{swedish}");
    assert!(swedish.contains("1 ny sida:\n"), "{swedish}");
}

#[test]
fn what_is_no_site_cannot_be_compared() {
    let edited = Edited::published();
    let empty = tempfile::tempdir().unwrap();
    for (old, new) in [(edited.site("old"), empty.path().into()), (empty.path().into(), edited.site("old"))] {
        let output = diff(&old, &new, &[]);
        assert_eq!(output.status.code(), Some(2));
        assert!(String::from_utf8_lossy(&output.stderr).contains("There is no published site in"));
    }
    fs::write(empty.path().join("index.html"), "").unwrap();
    let output = diff(&edited.site("old"), empty.path(), &[]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("isn't of Seutu"));
}
