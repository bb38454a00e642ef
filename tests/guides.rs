//! The first steps in Finnish and English: what they show can be written, and their pictures show what is
//! said.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use serde_json::{Value, json};

const LANGUAGES: [&str; 2] = ["fi", "en"];

fn docs() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs")
}

fn guide(language: &str) -> String {
    fs::read_to_string(docs().join(format!("editing.{language}.md"))).unwrap()
}

/// The JSON examples in a guide.
fn examples(language: &str) -> Vec<String> {
    let guide = guide(language);
    let fences = guide.split("```json\n").skip(1);
    fences.map(|fence| fence.split("```").next().unwrap().to_owned()).collect()
}

fn seutu(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_seutu"))
        .args(arguments)
        .current_dir(folder)
        .env("NO_COLOR", "1")
        .env("LC_ALL", "C")
        .output()
        .expect("the binary runs")
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// The site of the guides: `public/content` in a folder of its own, with the page that they begin.
fn site() -> tempfile::TempDir {
    let scratch = tempfile::tempdir().unwrap();
    let site = json!({
        "name": "Seutu",
        "slogan": "Yhdessä",
        "address": "https://seutu.example",
        "languages": ["fi"],
        "menu": [],
        "footer": [],
    });
    write(scratch.path(), "site.json", &site.to_string());
    let section = |kind: &str, title: &str| {
        json!({ "title": title, "summary": "b", "kind": kind, "content": [{ "children": {} }] }).to_string()
    };
    write(scratch.path(), "fi/index.json", &section("front", "Etusivu"));
    write(scratch.path(), "fi/hankkeet/index.json", &section("section", "Hankkeet"));
    let made = seutu(scratch.path(), &["new", "page", "/hankkeet/hakuohjeet/"]);
    assert!(made.status.success(), "{}", said(&made));
    scratch
}

fn write(folder: &Path, name: &str, text: &str) {
    let file = folder.join("public/content").join(name);
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(file, text).unwrap();
}

fn check(site: &Path, language: &str) -> Output {
    seutu(site, &["check", "--content", "public/content", "--language", language])
}

#[test]
fn both_guides_show_the_same_files() {
    assert!(examples("fi").len() > 8);
    assert_eq!(examples("fi"), examples("en"));
}

#[test]
fn everything_that_the_guides_show_can_be_written() {
    let own = ["languages", "redirects", "notice"].map(|name| format!("\"{name}\""));
    for (at, example) in examples("en").iter().enumerate() {
        let site = site();
        let site = site.path();
        let picture = Path::new(env!("CARGO_MANIFEST_DIR"));
        let picture = picture.join("../tests/sites/everything/content/fi/hankkeet/ranta.png");
        let shown = image::open(picture).unwrap();
        shown.save(site.join("public/content/fi/hankkeet/silta.jpg")).unwrap();
        let file = "fi/hankkeet/hakuohjeet.json";
        let written = fs::read_to_string(site.join("public/content").join(file)).unwrap();
        let before: Value = serde_json::from_str(&written).unwrap();
        let with = |fields: &str, sound: &Value| -> String {
            let fields: serde_json::Map<String, Value> =
                serde_json::from_str(&format!("{{{fields}}}")).unwrap();
            let mut whole = sound.clone();
            whole.as_object_mut().unwrap().extend(fields);
            whole.to_string()
        };
        if example.starts_with("{\n") {
            let whole: Value = serde_json::from_str(example).unwrap();
            let swedish = whole.get("translationOf").is_some();
            let name = if swedish { "sv/ansokan.json" } else { "fi/hankkeet/esimerkki.json" };
            write(site, name, example);
        } else if example.starts_with('{') {
            write(site, file, &with(&format!("\"content\": [{example}]"), &before));
        } else if own.iter().any(|name| example.starts_with(name)) {
            let sound = fs::read_to_string(site.join("public/content/site.json")).unwrap();
            let sound: Value = serde_json::from_str(&sound).unwrap();
            write(site, "site.json", &with(example, &sound));
        } else {
            write(site, file, &with(example, &before));
        }
        let swedish = site.join("public/content/sv").is_dir();
        if swedish || example.contains("\"sv\"") {
            let name = site.join("public/content/site.json");
            let two = fs::read_to_string(&name).unwrap().replace(r#"["fi"]"#, r#"["fi","sv"]"#);
            fs::write(name, two).unwrap();
            let made = seutu(site, &["new", "section", "/sv/"]);
            assert!(made.status.success(), "{}", said(&made));
        }
        let checked = check(site, "en");
        assert!(checked.status.success(), "{at}: {example}\n{}", said(&checked));
    }
}

#[test]
fn every_picture_is_there_and_its_words_are_in_the_language_of_its_guide() {
    for language in LANGUAGES {
        let guide = guide(language);
        let pictures: Vec<&str> = guide
            .split("](")
            .skip(1)
            .filter_map(|rest| rest.split(')').next()?.strip_suffix(".svg"))
            .collect();
        assert!(pictures.len() >= 4, "{pictures:?}");
        for picture in pictures {
            assert!(picture.ends_with(&format!(".{language}")), "{picture} in the guide in {language}");
            let text = fs::read_to_string(docs().join(format!("{picture}.svg"))).unwrap();
            assert!(
                text.contains("<title id=\"title\">") && text.contains("<desc id=\"desc\">"),
                "{picture}"
            );
        }
    }
}

/// The words of a picture, with single spaces between them.
fn words_of(picture: &str) -> String {
    let text = fs::read_to_string(docs().join(picture)).unwrap();
    let lines = text.split("<text").skip(1).filter_map(|text| text.split("</text>").next());
    let without_tags = lines.map(|line| {
        let parts = line.split('<').filter_map(|part| part.split_once('>'));
        parts.map(|(_, words)| words).collect::<Vec<_>>().join(" ")
    });
    single_spaced(&without_tags.collect::<Vec<_>>().join(" "))
}

fn single_spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_pictures_show_what_the_check_says() {
    for language in LANGUAGES {
        let site = site();
        let page = examples("en")
            .remove(0)
            .replace("Lue ohjeet, ennen kuin kirjoitat hakemuksen.", "Tutustu ensin [hankkeisiin](/hanke/).");
        write(site.path(), "fi/hankkeet/hakuohjeet.json", &page);
        let report = single_spaced(&said(&check(site.path(), language)));
        let shown = words_of(&format!("report.{language}.svg"));
        assert!(shown.contains(&report), "{report}\nisn't in\n{shown}");
    }
}
