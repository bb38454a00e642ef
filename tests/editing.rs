//! What an editor does at the command line: begins a page, checks the content, hands the faults to other programs.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use serde_json::Value;

use crate::support::folder::copy;

fn sites() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/sites")
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

fn errors(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

#[test]
fn every_new_page_is_valid_as_it_is() {
    let scratch = tempfile::tempdir().unwrap();
    copy(&sites().join("good"), scratch.path());
    let pages = [
        ("section", "/uutiset/", "content/fi/uutiset/index.json"),
        ("news", "/uutiset/ensimmainen/", "content/fi/uutiset/ensimmainen.json"),
        ("page", "/hankkeet/uusi", "content/fi/hankkeet/uusi.json"),
        ("page", "/hankkeet/v1.2/", "content/fi/hankkeet/v1.2.json"),
        ("event", "/hankkeet/paiva/", "content/fi/hankkeet/paiva.json"),
        ("call", "/sv/ansokan/", "content/sv/ansokan.json"),
    ];
    for (kind, address, file) in pages {
        let output = seutu(scratch.path(), &["new", kind, address, "--content", "content"]);
        assert!(output.status.success(), "{kind}: {}", errors(&output));
        let written = fs::read_to_string(scratch.path().join(file)).expect(file);
        let page: Value = serde_json::from_str(&written).unwrap();
        let folder = scratch.path().join(file);
        let schema = folder.parent().unwrap().join(page["$schema"].as_str().unwrap());
        assert!(schema.ends_with("schema/page.schema.json"), "{}", schema.display());
        assert_eq!(
            schema.components().filter(|part| part.as_os_str() == "..").count(),
            file.split('/').count() - 2,
            "the schema lies in the content folder"
        );
    }
    let checked = seutu(scratch.path(), &["check", "--content", "content"]);
    assert!(checked.status.success(), "{}", errors(&checked));
}

#[test]
fn a_new_page_never_takes_the_place_of_another_one() {
    let scratch = tempfile::tempdir().unwrap();
    copy(&sites().join("good"), scratch.path());
    let before = fs::read(scratch.path().join("content/fi/hankkeet/haku.json")).unwrap();
    for (address, reason) in [
        ("/hankkeet/haku/", "There is a page at /hankkeet/haku/ already"),
        ("/ei/ole/", "seutu new section /ei/"),
        ("/Työpaja Äänekoskella/", "Write it as “/tyopaja-aanekoskella/”"),
        ("/../salaisuus/", "can't be an address"),
    ] {
        let output = seutu(scratch.path(), &["new", "page", address, "--content", "content"]);
        assert_eq!(output.status.code(), Some(2), "{address} was written");
        assert!(errors(&output).contains(reason), "{address}: {}", errors(&output));
    }
    assert_eq!(fs::read(scratch.path().join("content/fi/hankkeet/haku.json")).unwrap(), before);
}

#[test]
fn a_language_begins_with_its_front_page() {
    let scratch = tempfile::tempdir().unwrap();
    copy(&sites().join("good"), scratch.path());
    let content = scratch.path().join("content");
    let new = |kind: &str| seutu(scratch.path(), &["new", kind, "/en/", "--content", "content"]);
    let unnamed = new("section");
    assert!(errors(&unnamed).contains("“en” isn't among the site's languages"), "{}", errors(&unnamed));
    let site = fs::read_to_string(content.join("site.json")).unwrap();
    fs::write(content.join("site.json"), site.replace("\"sv\"", "\"sv\", \"en\"")).unwrap();
    assert!(errors(&new("page")).contains("seutu new section /en/"));
    let written = new("section");
    assert!(written.status.success(), "{}", errors(&written));
    let front: Value = serde_json::from_slice(&fs::read(content.join("en/index.json")).unwrap()).unwrap();
    assert_eq!(front["kind"], "front");
    let checked = seutu(scratch.path(), &["check", "--content", "content"]);
    assert!(checked.status.success(), "{}", errors(&checked));
}

#[test]
fn programs_read_the_faults_as_json() {
    let output =
        seutu(&sites().join("bad/many-faults"), &["check", "--content", "content", "--format", "json"]);
    assert_eq!(output.status.code(), Some(1));
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["version"], 1);
    let faults = report["faults"].as_array().unwrap();
    let text = fs::read_to_string(sites().join("bad/many-faults/expected.txt")).unwrap();
    assert!(
        text.contains(&format!("{} faults", faults.len())),
        "{} faults in JSON, but: {text}",
        faults.len()
    );
    for fault in faults {
        let place = format!("{}:{}:{}", fault["file"].as_str().unwrap(), fault["line"], fault["column"]);
        assert!(text.contains(&place), "{place} isn't in the report for people");
        assert!(text.contains(fault["rule"].as_str().unwrap()));
        assert!(fault["endColumn"].is_u64() && fault["message"].is_string());
    }
}

#[test]
fn code_hosts_read_the_faults_as_sarif() {
    let site = sites().join("warned/title-long");
    let output = seutu(&site, &["check", "--content", "content", "--format", "sarif"]);
    assert!(output.status.success(), "a warning alone isn't a fault");
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["version"], "2.1.0");
    let run = &report["runs"][0];
    assert_eq!(run["tool"]["driver"]["rules"][0]["id"], "title.long");
    let result = &run["results"][0];
    assert_eq!((&result["ruleId"], &result["level"]), (&"title.long".into(), &"warning".into()));
    let place = &result["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "content/fi/a.json");
    assert_eq!(place["region"]["startLine"], 3);
}

#[test]
fn warnings_are_said_and_fail_only_when_they_are_denied() {
    for entry in fs::read_dir(sites().join("warned")).unwrap() {
        let site = entry.unwrap().path();
        let lenient = seutu(&site, &["check", "--content", "content"]);
        assert_eq!(lenient.status.code(), Some(0), "{}: {}", site.display(), errors(&lenient));
        let expected = site.join("expected.txt");
        if std::env::var_os("UPDATE_EXPECTED").is_some() {
            fs::write(&expected, errors(&lenient)).unwrap();
        }
        assert_eq!(errors(&lenient), fs::read_to_string(&expected).unwrap_or_default(), "{}", site.display());
        let strict = seutu(&site, &["check", "--content", "content", "--deny", "warnings"]);
        assert_eq!(strict.status.code(), Some(1), "{} passed", site.display());
    }
}
