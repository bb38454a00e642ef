//! The examples of `docs/rules.md`: each Bad one breaks its rule, each Good one passes.
//!
//! An example is put into a small sound site, as its words say: "in `fi/haku.json`" is where its text stands
//! (without that, in `fi/a.json`), any other file that is named lies there too, "no `fi/haku.json`" doesn't,
//! and "`fi/haku.json` says `…`" gives that file a field. "Alone" leaves the site nothing but its front
//! pages; what stands "beside it" stands beside what the Bad example named. A Good example that names no
//! place has that of the Bad one.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs::{self, File},
    path::{Path, PathBuf},
    process::Command,
};

use serde_json::{Value, json};

use crate::support::pdf::pdf;

fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// An example after "Bad" or "Good" under a rule.
#[derive(Clone, Debug, Default)]
struct Example {
    /// The words in front of the fence.
    said: String,
    /// The language of the fence, and its text.
    fence: Option<(String, String)>,
}

/// The examples of all rules, Bad and Good.
fn examples() -> BTreeMap<String, [Option<Example>; 2]> {
    let text = fs::read_to_string(workspace().join("docs/rules.md")).unwrap();
    let sections = text.split("\n## ").skip(1).filter_map(|section| section.split_once('\n'));
    sections
        .filter(|(rule, _)| rule.contains('.'))
        .map(|(rule, section)| (rule.to_owned(), ["Bad", "Good"].map(|word| example(section, word))))
        .collect()
}

fn example(section: &str, word: &str) -> Option<Example> {
    let begins = |at: &str| at.starts_with(&format!("{word}:")) || at.starts_with(&format!("{word},"));
    let (at, _) = section
        .match_indices(word)
        .find(|(at, _)| begins(&section[*at..]) && section[..*at].ends_with(['\n', ' ']))?;
    let mut example = Example::default();
    let mut lines = section[at..].lines();
    for line in lines.by_ref() {
        if let Some(form) = line.strip_prefix("```") {
            let inside: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
            example.fence = Some((form.to_owned(), inside.join("\n")));
            break;
        } else if line.is_empty() {
            break;
        }
        example.said.push_str(line);
        example.said.push(' ');
    }
    // Bad and Good may share a paragraph; then the fence is that of the second.
    if let Some((bad, _)) = example.said.split_once(" Good").filter(|_| word == "Bad") {
        example = Example { said: bad.to_owned(), fence: None };
    }
    Some(example)
}

/// A folder of content in the making.
#[derive(Clone, Default)]
struct Scene {
    /// The texts of the files.
    files: BTreeMap<String, String>,
    /// Fields that `site.json` has to have.
    site: BTreeMap<String, Value>,
    /// Where the text of the example stands.
    places: Vec<String>,
    /// Nothing but the front pages is there besides.
    alone: bool,
    /// Files that aren't there.
    absent: BTreeSet<String>,
}

impl Scene {
    /// Takes the words of an example; what they don't say stays as it was.
    fn take(&mut self, example: &Example) {
        let parts: Vec<&str> = example.said.split('`').collect();
        let is_file = |name: &str| name.to_lowercase().contains(".json") && !name.starts_with(['"', '/']);
        let names_a_file = parts.iter().skip(1).step_by(2).any(|name| is_file(name));
        if names_a_file && !example.said.contains("beside it") {
            *self = Scene::default();
        }
        self.alone |= example.said.contains(" alone");
        let mut file = String::new();
        let mut places = Vec::new();
        for pair in parts.chunks(2) {
            let [words, name] = pair else { continue };
            let last = words.split_whitespace().last().unwrap_or_default();
            if is_file(name) {
                file = (*name).to_owned();
                if last == "no" {
                    self.absent.insert(file.clone());
                } else if matches!(last, "in" | "its") {
                    places.push(file.clone());
                } else if file != "site.json" {
                    self.files.entry(file.clone()).or_insert(page(&file, ""));
                }
            } else if last == "says" {
                if file == "site.json" {
                    self.site.extend(serde_json::from_str::<BTreeMap<_, _>>(&format!("{{{name}}}")).unwrap());
                } else {
                    self.files.insert(file.clone(), page(&file, name));
                }
            }
        }
        if let Some((form, text)) = &example.fence {
            if !places.is_empty() || self.places.is_empty() {
                // A whole file stands where its name was the last word: "beside it `fi/haku.json`:".
                let named = if form == "json file" && !file.is_empty() { file } else { "fi/a.json".into() };
                self.places = if places.is_empty() { vec![named] } else { places };
            }
            for place in self.places.clone() {
                match form.as_str() {
                    "json" => {
                        self.files.insert(place.clone(), page(&place, &format!("\"content\": [{text}]")))
                    }
                    "json fields" => self.files.insert(place.clone(), page(&place, text)),
                    "json file" => self.files.insert(place, text.clone()),
                    // An ellipsis stands for more of the same.
                    "text" => self.files.insert(place, text.trim_end_matches('…').repeat(30)),
                    "json site" | "json whole-site" => self.files.insert("site.json".into(), text.clone()),
                    other => panic!("what is a fence of “{other}”?"),
                };
            }
        }
    }

    /// Writes the site.
    fn write(&self, content: &Path) {
        let mut files = self.files.clone();
        let usual = ["fi/haku.json", "fi/hankkeet/index.json", "fi/palaute.json"];
        for name in usual.iter().filter(|_| !self.alone) {
            files.entry((*name).to_owned()).or_insert(page(name, ""));
        }
        if !self.alone {
            let folders: Vec<String> = files.keys().flat_map(|name| folders_above(name)).collect();
            for index in folders.into_iter().map(|folder| format!("{folder}/index.json")) {
                files.entry(index.clone()).or_insert(page(&index, ""));
            }
        }
        let in_folders: Vec<&str> = ["fi", "sv", "en"]
            .into_iter()
            .filter(|tag| files.keys().any(|name| name.starts_with(tag)))
            .collect();
        let own = files.get("site.json").cloned().unwrap_or_default();
        let fields: Value = serde_json::from_str(&format!("{{{own}}}")).unwrap_or_default();
        let said = self.site.get("languages").or(fields.get("languages")).cloned();
        let named = said.filter(|all| all != &json!([])).unwrap_or(json!(in_folders));
        for language in named.as_array().into_iter().flatten().filter_map(Value::as_str).chain(["fi"]) {
            let front = format!("{language}/index.json");
            files.entry(front.clone()).or_insert(page(&front, ""));
        }
        let mut site = BTreeMap::from([
            ("name", json!("Seutu")),
            ("slogan", json!("Yhdessä")),
            ("address", json!("https://seutu.example")),
            ("menu", json!([])),
            ("footer", json!([])),
            ("languages", named),
        ]);
        site.extend(self.site.iter().map(|(name, value)| (name.as_str(), value.clone())));
        let whole = if own.starts_with('{') { own } else { filled(&site, &own) };
        files.insert("site.json".to_owned(), whole);
        for (name, text) in files.iter().filter(|(name, _)| !self.absent.contains(*name)) {
            let file = content.join(name);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, text).unwrap();
        }
        let picture = workspace().join("tests/sites/everything/content/fi/hankkeet/ranta.png");
        for name in ["kuvat/silta.png", "fi/silta.png"] {
            fs::create_dir_all(content.join(name).parent().unwrap()).unwrap();
            fs::copy(&picture, content.join(name)).unwrap();
        }
        for name in ["fi/esitys.pdf", "fi/ohjelma.pdf", "fi/ohjelma.html"] {
            fs::write(content.join(name), pdf("", "")).unwrap();
        }
    }
}

/// The folders within that of the language that a file lies in.
fn folders_above(name: &str) -> Vec<String> {
    let above = Path::new(name).ancestors().skip(1);
    above
        .filter(|folder| folder.components().count() > 1)
        .map(|folder| folder.to_str().unwrap().into())
        .collect()
}

/// A sound page with the fields of an example, as they are written there.
fn page(file: &str, fields: &str) -> String {
    let is_front = Path::new(file).components().count() == 2 && file.ends_with("index.json");
    let sound = BTreeMap::from([
        ("title", json!(format!("Sivu {file}"))),
        ("summary", json!("Mistä sivu kertoo.")),
        ("kind", json!(if is_front { "front" } else { "page" })),
        ("content", if is_front { json!([{ "children": {} }]) } else { json!([{ "paragraph": "Teksti." }]) }),
    ]);
    filled(&sound, fields)
}

/// The sound fields that an example doesn't have, and then the example.
fn filled(sound: &BTreeMap<&str, Value>, example: &str) -> String {
    let lines = || example.lines().map(str::trim_start);
    let mut fields: Vec<String> = sound
        .iter()
        .filter(|(name, _)| !lines().any(|line| line.starts_with(&format!("\"{name}\":"))))
        .map(|(name, value)| format!("\"{name}\": {value}"))
        .collect();
    fields.extend((!example.is_empty()).then(|| example.to_owned()));
    format!("{{\n{}\n}}", fields.join(",\n"))
}

/// Rules whose examples words and fences can't show.
fn by_hand(rule: &str, is_good: bool, content: &Path) {
    let page_with = |fields: &str| page("fi/a.json", fields);
    match (rule, is_good) {
        ("file.byte-order-mark", false) => {
            fs::write(content.join("fi/a.json"), format!("\u{FEFF}{}", page_with(""))).unwrap();
        }
        ("file.encoding", false) => {
            let latin: Vec<u8> = page_with("").chars().map(|letter| letter as u8).collect();
            fs::write(content.join("fi/a.json"), latin).unwrap();
        }
        #[cfg(unix)]
        ("file.link", false) => {
            fs::remove_file(content.join("fi/ohje.json")).unwrap();
            std::os::unix::fs::symlink("haku.json", content.join("fi/ohje.json")).unwrap();
        }
        ("json.empty", false) => fs::write(content.join("fi/a.json"), "").unwrap(),
        ("site.missing", false) => fs::remove_file(content.join("site.json")).unwrap(),
        ("list.long", _) => {
            let kinds = [
                r#"{ "news": {} }"#,
                r#"{ "event": { "start": "2026-03-05", "place": "Kirjasto", "organisers": ["Kirjasto"] } }"#,
            ];
            for (of_kind, kind) in kinds.iter().enumerate() {
                for number in 0..21 {
                    let name = format!("fi/a/{of_kind}-{number}.json");
                    fs::create_dir_all(content.join("fi/a")).unwrap();
                    fs::write(content.join(&name), page(&name, &format!("\"kind\": {kind}"))).unwrap();
                }
            }
        }
        ("asset.twice", false) => {
            fs::create_dir(content.join("fi/kuvat")).unwrap();
            fs::copy(content.join("fi/silta.png"), content.join("fi/kuvat/silta.png")).unwrap();
        }
        ("asset.cut", false) => {
            fs::write(content.join("fi/ohjelma.pdf"), "%PDF-1.7\n1 0 obj\n<< /Ty").unwrap();
        }
        ("asset.protected", false) => {
            fs::write(content.join("fi/ohjelma.pdf"), pdf("", "/Encrypt 3 0 R")).unwrap();
        }
        ("asset.reserved", _) => {
            fs::write(content.join("fi/robots.txt"), "Teksti.").unwrap();
            fs::write(content.join("fi/ohje.txt"), "Teksti.").unwrap();
        }
        ("asset.alike", _) => {
            fs::write(content.join("fi/ohje.txt"), "Teksti.").unwrap();
            if !is_good {
                fs::write(content.join("fi/Ohje.txt"), "Teksti.").unwrap();
            }
        }
        ("asset.script", _) => {
            let inside = if is_good { "" } else { " onclick=\"alert(1)\"" };
            let drawing = format!(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"20\"><rect width=\"40\" height=\"20\"{inside}/></svg>"
            );
            fs::write(content.join("fi/kartta.svg"), drawing).unwrap();
            let figure = r#""content": [{ "figure": { "image": "kartta.svg", "alt": "Seudun kartta" } }]"#;
            fs::write(content.join("fi/a.json"), page_with(figure)).unwrap();
        }
        ("asset.too-large", _) => {
            let documents = r#""content": [{ "documents": [{ "file": "esitys.pdf", "title": "Esitys" }] }]"#;
            fs::write(content.join("fi/a.json"), page_with(documents)).unwrap();
            // A file with a hole takes no room on the disk.
            if !is_good {
                let file = File::options().write(true).open(content.join("fi/esitys.pdf")).unwrap();
                file.set_len(80_000_000).unwrap();
            }
        }
        _ => {}
    }
}

/// The rules that `seutu check` names, and whether the site could be published.
fn check(content: &Path) -> (BTreeSet<String>, bool) {
    let output = Command::new(env!("CARGO_BIN_EXE_seutu"))
        .args(["check", "--format", "json", "--content", content.to_str().unwrap()])
        .output()
        .expect("the binary runs");
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    let faults = report["faults"].as_array().unwrap();
    (faults.iter().map(|fault| fault["rule"].as_str().unwrap().to_owned()).collect(), output.status.success())
}

/// A rule that takes another user of the computer to be broken; `tests/robustness.rs` does it.
const OF_ANOTHER_USER: &str = "file.unreadable";

/// Rules that no example can show on paper; [`by_hand`] breaks them.
const UNSEEN: [&str; 2] = ["file.byte-order-mark", "file.encoding"];

#[test]
fn each_bad_example_breaks_its_rule_and_each_good_one_passes() {
    let mut wrong = Vec::new();
    for (rule, [bad, good]) in examples().into_iter().filter(|(rule, _)| rule != OF_ANOTHER_USER) {
        let unseen = UNSEEN.contains(&rule.as_str());
        if !unseen && (bad.is_none() || good.is_none()) {
            wrong.push(format!("{rule} has no Bad or no Good example"));
            continue;
        }
        let mut scene = Scene::default();
        for (is_good, example) in [(false, bad), (true, good)] {
            scene.take(&example.clone().unwrap_or_default());
            let scratch = tempfile::tempdir().unwrap();
            scene.write(scratch.path());
            by_hand(&rule, is_good, scratch.path());
            let (said, published) = check(scratch.path());
            let other: Vec<_> =
                said.iter().filter(|name| **name != rule && !EVER.contains(&name.as_str())).collect();
            let right = if is_good { published && !said.contains(&rule) } else { said.contains(&rule) };
            if !right || !other.is_empty() {
                let word = if is_good { "Good" } else { "Bad" };
                wrong.push(format!("{rule}: {word} gives {said:?}\n{example:#?}\n{:#?}", scene.files));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// Warnings on what an example leaves out.
const EVER: [&str; 2] = ["page.orphan", "translation.missing"];

#[test]
fn a_file_that_is_too_large_is_said_in_each_language() {
    let scratch = tempfile::tempdir().unwrap();
    Scene::default().write(scratch.path());
    by_hand("asset.too-large", false, scratch.path());
    for (language, words) in
        [("en", "too large for a visitor's"), ("fi", "liian suuri: 80 Mt"), ("sv", "förbindelse: 80 MB")]
    {
        let output = Command::new(env!("CARGO_BIN_EXE_seutu"))
            .args(["check", "--language", language, "--content", scratch.path().to_str().unwrap()])
            .env("NO_COLOR", "1")
            .output()
            .unwrap();
        let report = String::from_utf8(output.stderr).unwrap();
        assert!(report.contains("asset.too-large") && report.contains(words), "{report}");
    }
}
