//! The corpus of hostile content in `tests/hostile`: each case is shown as text or refused, and none is
//! interpreted.
//!
//! `generator::hostile` makes the sites: in one of them every text field of `tests/sites/everything` holds a
//! hostile text. All that a publication writes is read here as other programs read it, and compared with the
//! same site in harmless words: the two differ in texts alone. `specs/hostile.spec.mjs` opens the same site
//! in a browser.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    io::Write as _,
    path::{Path, PathBuf},
    process::Output,
};

use generator::hostile::{self, Case, ENDS, FREE, Place};
use html5gum::{DefaultEmitter, Token, Tokenizer};
use serde_json::{Value, json};

use crate::support::everything;

/// The hosts whose files are read: each writes files of other names.
const HOSTS: [&str; 6] = ["nginx", "caddy", "apache", "netlify", "github-pages", "s3"];

/// Where something leads without running or loading anything.
const SCHEMES: [&str; 4] = ["https", "http", "mailto", "tel"];

fn corpus() -> Vec<Case> {
    hostile::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/hostile")).unwrap()
}

/// Publishes content for all hosts and gives the folder, in a folder with the hosts' files beside it.
fn publish(content: &Path, out: &Path) -> Output {
    let mut command = everything::build(content, out);
    command.args(["--served-from", "/srv/www/seutu"]);
    HOSTS.iter().for_each(|host| _ = command.args(["--host", host]));
    command.env("NO_COLOR", "1").output().unwrap()
}

/// The files of a folder and of those in it, by their names.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let files = walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap);
    let files = files.filter(|entry| entry.file_type().is_file()).map(|entry| {
        let name = entry.path().strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
        (name, fs::read(entry.path()).unwrap())
    });
    files.collect()
}

/// What a program takes a document for: its elements with the names of their attributes, in order; and its
/// texts.
struct Read {
    structure: Vec<String>,
    texts: String,
    faults: Vec<String>,
}

fn read_html(document: &str) -> Read {
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let mut read = Read { structure: Vec::new(), texts: String::new(), faults: Vec::new() };
    for Ok(token) in Tokenizer::new_with_emitter(document, emitter) {
        match token {
            Token::StartTag(tag) => {
                let name = String::from_utf8_lossy(&tag.name).into_owned();
                let mut element = name.clone();
                for (attribute, value) in &tag.attributes {
                    let attribute = String::from_utf8_lossy(attribute);
                    let value = String::from_utf8_lossy(value);
                    element.push(' ');
                    element.push_str(&attribute);
                    read.faults.extend(attribute_fault(&name, &attribute, &value));
                    read.texts.push_str(&value);
                    read.texts.push('\n');
                }
                read.structure.push(element);
            }
            Token::EndTag(tag) => read.structure.push(format!("/{}", String::from_utf8_lossy(&tag.name))),
            Token::String(text) => read.texts.push_str(&String::from_utf8_lossy(&text)),
            Token::Comment(comment) => {
                read.faults.push(format!("a comment {}", String::from_utf8_lossy(&comment)));
            }
            Token::Error(error) => read.faults.push(format!("{error:?}")),
            Token::Doctype(_) => read.structure.push("!doctype".to_owned()),
        }
    }
    read
}

/// What an attribute could run or load.
fn attribute_fault(element: &str, attribute: &str, value: &str) -> Option<String> {
    let fault = || Some(format!("<{element} {attribute}={value:?}>"));
    if attribute.starts_with("on") || ["style", "srcdoc", "formaction"].contains(&attribute) {
        return fault();
    }
    let leads = ["href", "src", "action", "data", "poster", "cite"].contains(&attribute);
    let scheme =
        value.split_once(':').map(|(scheme, _)| scheme).filter(|scheme| !scheme.contains(['/', '#', '?']));
    let is_foreign =
        value.starts_with("//") || value.starts_with("/\\") || value.contains(['\t', '\n', '\r']);
    let loads = ["src", "action", "data", "poster"].contains(&attribute) && value.contains("://");
    let is_unknown = scheme.is_some_and(|scheme| !SCHEMES.contains(&scheme.to_ascii_lowercase().as_str()));
    if leads && (is_unknown || is_foreign || loads) { fault() } else { None }
}

fn elements_of_xml(text: &str) -> Vec<String> {
    let document = roxmltree::Document::parse(text).unwrap();
    let elements = document.descendants().filter(roxmltree::Node::is_element);
    elements
        .map(|element| {
            let attributes = element.attributes().map(|attribute| attribute.name().to_owned());
            [vec![element.tag_name().name().to_owned()], attributes.collect()].concat().join(" ")
        })
        .collect()
}

/// The names of a calendar's properties and their parameters, line by line (RFC 5545 §3.1).
fn properties_of(calendar: &str) -> Vec<String> {
    assert!(!calendar.replace("\r\n", "").contains(['\r', '\n']), "a line of a calendar ends in another way");
    let read = ical::IcalParser::new(calendar.as_bytes());
    assert_eq!(read.filter_map(Result::ok).count(), 1, "{calendar}");
    let lines = ical::PropertyParser::new(ical::LineReader::new(calendar.as_bytes()));
    lines.map(|line| line.unwrap()).map(|line| format!("{} {:?}", line.name, line.params)).collect()
}

/// JSON without its texts and numbers.
fn shape(value: &Value) -> Value {
    match value {
        Value::Array(items) => items.iter().map(shape).collect(),
        Value::Object(fields) => fields.iter().map(|(name, value)| (name.clone(), shape(value))).collect(),
        Value::String(_) => "".into(),
        other => other.clone(),
    }
}

/// JSON-LD and the page's own data, in the elements of a document that are only data.
fn data_of(document: &str) -> Vec<Value> {
    let blocks = document.split("<script type=\"application/").skip(1);
    blocks
        .map(|block| block.split_once('>').unwrap().1.split_once("</script>").unwrap().0)
        .map(|text| serde_json::from_str(text).unwrap())
        .collect()
}

/// What stands in a file besides texts, by the sort of the file; none for files whose bytes are all texts or
/// pictures.
fn structure(name: &str, contents: &[u8]) -> Option<Vec<String>> {
    let text = || std::str::from_utf8(contents).unwrap_or_else(|error| panic!("{name}: {error}"));
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    Some(match ending {
        "html" => {
            let mut structure = read_html(text()).structure;
            structure.extend(data_of(text()).iter().map(|data| shape(data).to_string()));
            structure
        }
        "atom" | "xml" => elements_of_xml(text()),
        "ics" => properties_of(text()),
        "json" | "webmanifest" => vec![shape(&serde_json::from_str(text()).unwrap()).to_string()],
        "htaccess" | "conf" | "caddy" | "yml" | "txt" | "_headers" | "_redirects" => vec![text().to_owned()],
        _ => return None,
    })
}

/// Whether a file is made of what hosts are told, of addresses alone.
fn is_named_by_contents(name: &str) -> bool {
    ["social.images/", "search.index/", "site.icons/"].iter().any(|folder| name.starts_with(folder))
}

#[test]
fn each_hostile_text_is_shown_as_text_or_refused_and_none_is_interpreted() {
    let cases = corpus();
    let scratch = tempfile::tempdir().unwrap();
    let at = |name: &str| scratch.path().join(name);
    let shown = shown(&cases, &at("shown"));
    let refused = refused(&cases, &at("refused"));
    let imported = imported(&cases, &at("import"));
    assert_eq!(shown + refused + imported, cases.len());
    let told = format!(
        "hostile: {} cases, {} shown as text, {refused} refused, 0 interpreted\n",
        cases.len(),
        shown + imported
    );
    // Not by println!, which says nothing where a test passes.
    std::io::stderr().write_all(told.as_bytes()).unwrap();
}

/// Publishes the site with the cases that are shown, and gives their number.
fn shown(cases: &[Case], folder: &Path) -> usize {
    let published = ["hostile", "harmless"].map(|words| {
        let (content, out) = (folder.join(words), folder.join(format!("{words}-out")).join("dist"));
        fs::create_dir_all(out.parent().unwrap()).unwrap();
        hostile::write_shown(cases, &everything::content(), &content, words == "harmless").unwrap();
        let output = publish(&content, &out);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        files(out.parent().unwrap())
    });
    let [hostile, harmless] = &published;
    // Nothing was written but the site and what stands beside it, and nothing of another file was read.
    let elsewhere: Vec<&String> = hostile
        .keys()
        .filter(|name| !["dist/", "dist.", ".dist."].iter().any(|own| name.starts_with(own)))
        .collect();
    assert!(elsewhere.is_empty(), "{elsewhere:?}");
    let is_of_system = |contents: &[u8]| String::from_utf8_lossy(contents).contains("root:x:0:0:");
    let read: Vec<&String> =
        hostile.iter().filter(|(_, contents)| is_of_system(contents)).map(|(name, _)| name).collect();
    assert!(read.is_empty(), "/etc/passwd is in {read:?}");
    let names = |files: &BTreeMap<String, Vec<u8>>| -> BTreeSet<String> {
        files.keys().filter(|name| !is_named_by_contents(name.trim_start_matches("dist/"))).cloned().collect()
    };
    let common = &names(hostile) & &names(harmless);
    let alone: Vec<&String> =
        hostile.keys().chain(harmless.keys()).filter(|name| !common.contains(*name)).collect();
    let alone: Vec<&&String> = alone
        .iter()
        .filter(|name| structure(name, b"").is_some() && !name.contains("search.index"))
        .collect();
    assert!(alone.is_empty(), "files of one of both sites: {alone:?}");

    let mut wrong = Vec::new();
    let mut texts = BTreeMap::new();
    for name in &common {
        let [one, other] = [&hostile[name], &harmless[name]].map(|contents| structure(name, contents));
        // A case of Markdown is more than its text.
        if one != other && !name.contains("/vaara/tapaus-") && !name.contains("s3.json") {
            wrong.push(format!("{name} is of another structure: {}", difference(&one, &other)));
        }
        if name.ends_with(".html") {
            let read = read_html(std::str::from_utf8(&hostile[name]).unwrap());
            wrong.extend(read.faults.iter().map(|fault| format!("{name}: {fault}")));
            texts.insert(name.clone(), read.texts);
        }
    }
    assert!(wrong.is_empty(), "{} were interpreted:\n{}", wrong.len(), wrong.join("\n"));
    let all: String = texts.values().map(String::as_str).collect();
    assert!(all.contains(ENDS));
    let is_missing =
        |case: &&Case| case.place == Place::Text && !case.is_refused && !all.contains(case.text.trim());
    let missing: Vec<&str> = cases.iter().filter(is_missing).map(|case| case.text.as_str()).collect();
    assert!(missing.is_empty(), "not shown as written: {missing:?}");
    cases.iter().filter(|case| !case.is_refused && case.place != Place::Import).count()
}

/// Where two structures begin to differ.
fn difference(one: &Option<Vec<String>>, other: &Option<Vec<String>>) -> String {
    let (one, other) = (one.as_deref().unwrap_or_default(), other.as_deref().unwrap_or_default());
    let at = one.iter().zip(other).take_while(|(one, other)| one == other).count();
    let shown = |parts: &[String]| parts.iter().skip(at).take(3).cloned().collect::<Vec<_>>().join(" › ");
    let shorten = |text: String| text.chars().take(400).collect::<String>();
    format!("{} instead of {}", shorten(shown(one)), shorten(shown(other)))
}

/// Checks the site whose pages each hold a case that is refused, and gives their number.
fn refused(cases: &[Case], content: &Path) -> usize {
    hostile::write_refused(cases, content).unwrap();
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_seutu"))
        .args(["check", "--language", "en", "--format", "json", "--content"])
        .arg(content)
        .output()
        .unwrap();
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    let errors = report["faults"].as_array().unwrap().iter().filter(|fault| fault["severity"] == "error");
    let named: BTreeSet<&str> = errors.map(|fault| fault["file"].as_str().unwrap()).collect();
    let is_refused = |number: usize, case: &Case| {
        let page = format!("{}.json", hostile::page_of(number, case));
        let file = format!("-{number}.");
        named.iter().any(|name| name.ends_with(&page) || (name.contains("/vaara/") && name.contains(&file)))
    };
    let expected = cases.iter().enumerate().filter(|(_, case)| case.is_refused);
    let (refused, taken): (Vec<_>, Vec<_>) = expected.partition(|(number, case)| is_refused(*number, case));
    let taken: Vec<String> = taken
        .iter()
        .map(|(number, case)| {
            format!("{number} {:?} {}", case.place, case.text.chars().take(80).collect::<String>())
        })
        .collect();
    assert!(taken.is_empty(), "not refused: {taken:#?}");
    // The report for people says the same, however long a line is.
    let words = publish(content, &content.with_extension("out"));
    assert!(String::from_utf8_lossy(&words.stderr).contains("Nothing was published"), "{words:?}");
    assert!(!content.with_extension("out").exists());
    refused.len()
}

/// Imports the cases, publishes what came of them, and gives their number.
fn imported(cases: &[Case], folder: &Path) -> usize {
    let tree = folder.join("tree");
    hostile::write_import(cases, &tree).unwrap();
    let output = crate::import::import(folder, Path::new("content"), &[]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let numbers =
        cases.iter().enumerate().filter(|(_, case)| case.place == Place::Import).map(|(number, _)| number);
    let all = walkdir::WalkDir::new(folder.join("content")).into_iter().map(Result::unwrap);
    let pages: Vec<PathBuf> = all
        .map(walkdir::DirEntry::into_path)
        .filter(|path| path.extension().is_some_and(|e| e == "json"))
        .collect();
    let mut count = 0;
    for number in numbers {
        let name = format!("tapaus-{number}.json");
        let page = pages
            .iter()
            .find(|page| page.ends_with(&name) || page.ends_with(format!("tapaus-{number}/index.json")));
        let page = page.unwrap_or_else(|| panic!("{name} didn't come over"));
        let source: Value = serde_json::from_slice(&fs::read(page).unwrap()).unwrap();
        let block_names: Vec<&str> = source["content"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|block| block.as_object()?.keys().next().map(String::as_str))
            .collect();
        assert!(block_names.iter().all(|name| !["html", "script"].contains(name)), "{name}: {block_names:?}");
        let text = source.to_string().to_lowercase();
        let link = ["javascript", "vbscript", "data", "file"]
            .into_iter()
            .find(|scheme| text.contains(&format!("]({scheme}:")));
        assert_eq!(link, None, "{name} links to it: {text}");
        count += 1;
    }
    let site = json!({
        "name": "Tuotu", "slogan": "Vaarat", "address": "https://tuotu.example",
        "languages": ["fi"], "menu": [], "footer": [],
    });
    fs::write(folder.join("content/site.json"), site.to_string()).unwrap();
    let out = folder.join("dist");
    let output = publish(&folder.join("content"), &out);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let documents = files(&out).into_iter().filter(|(name, _)| name.ends_with(".html"));
    let documents: BTreeMap<String, Read> = documents
        .map(|(name, contents)| (name, read_html(std::str::from_utf8(&contents).unwrap())))
        .collect();
    let shown = documents.keys().filter(|name| name.contains("tapaus-")).count();
    assert_eq!(shown, count, "{:?}", documents.keys());
    let front = active(&documents["index.html"]);
    for (name, document) in &documents {
        assert!(document.faults.is_empty(), "{name}: {:?}", document.faults);
        assert!(!name.contains("tapaus-") || active(document) == front, "{name}: {:?}", active(document));
    }
    count
}

/// The elements of a document that run, load or send something.
fn active(document: &Read) -> Vec<&str> {
    const ACTIVE: [&str; 8] = ["script", "style", "iframe", "object", "embed", "base", "form", "input"];
    let names = document.structure.iter().map(|element| element.split(' ').next().unwrap());
    names.filter(|name| ACTIVE.contains(name)).collect()
}

#[test]
fn every_text_field_of_the_source_is_one_that_hostile_texts_go_to_or_one_that_is_checked() {
    /// The fields whose texts are no free texts: addresses, days, names of files, one word of several.
    const CHECKED: [&str; 34] = [
        "$schema",
        "kind",
        "oldAddresses",
        "translationOf",
        "easyLanguageOf",
        "related",
        "published",
        "opens",
        "deadline",
        "sendTo",
        "start",
        "end",
        "materials",
        "when",
        "instead",
        "image",
        "file",
        "language",
        "titleLanguage",
        "to",
        "email",
        "phone",
        "of",
        "assessed",
        "conformance",
        "feedback",
        "criterion",
        "mendedBy",
        "web",
        "languages",
        "menu",
        "footer",
        "from",
        "content",
    ];
    let mut unknown = BTreeSet::new();
    for schema in [content::schema::page_schema(), content::schema::site_schema()] {
        let schema: Value = serde_json::from_str(&schema).unwrap();
        text_fields(&schema, &mut |field| {
            if !FREE.contains(&field) && !CHECKED.contains(&field) {
                unknown.insert(field.to_owned());
            }
        });
    }
    // The site that gets the texts has each of these fields.
    let sources = files(&everything::content());
    let sources: String = sources.values().map(|contents| String::from_utf8_lossy(contents)).collect();
    unknown.extend(
        FREE.iter().filter(|field| !sources.contains(&format!("\"{field}\":"))).map(ToString::to_string),
    );
    assert_eq!(
        unknown,
        BTreeSet::new(),
        "say in generator/src/hostile.rs whether hostile texts go to these fields, or here why not"
    );
}

/// Calls a function with the name of each field of a schema that may hold a text.
fn text_fields(schema: &Value, each: &mut impl FnMut(&str)) {
    if let Some(properties) = schema["properties"].as_object() {
        for (name, field) in properties {
            if field.to_string().contains("\"string\"") {
                each(name);
            }
        }
    }
    match schema {
        Value::Object(fields) => fields.values().for_each(|value| text_fields(value, each)),
        Value::Array(items) => items.iter().for_each(|value| text_fields(value, each)),
        _ => {}
    }
}
