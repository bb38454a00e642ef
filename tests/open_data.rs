//! The site's open data, as a program of others reads it: the list of all pages, the data of each, the
//! schema.

use std::{collections::BTreeSet, fs, path::Path};

use generator::{GeneratedPortal, Size};
use serde_json::{Value, json};

use crate::support::{
    everything::{self, ADDRESS, SITE},
    folder,
    validator::Validator,
};

/// The JSON at an address of the site.
fn at(address: &str) -> Value {
    read(&SITE.1, address.strip_prefix(ADDRESS).unwrap())
}

fn read(out: &Path, path: &str) -> Value {
    let text = fs::read_to_string(out.join(path.trim_start_matches('/')));
    serde_json::from_str(&text.unwrap_or_else(|error| panic!("{path}: {error}"))).unwrap()
}

fn schema() -> Validator {
    let index = at(&format!("{ADDRESS}/content-index.json"));
    Validator::new(at(index["schema"].as_str().unwrap()))
}

/// The data of every page and old address of the site, by its file's name.
fn all_data() -> Vec<(String, Value)> {
    let data = folder::files(&SITE.1).into_iter().filter(|(name, _)| name.ends_with("page.json"));
    data.map(|(name, bytes)| (name, serde_json::from_slice(&bytes).unwrap())).collect()
}

#[test]
fn the_list_names_each_page_with_its_data_as_the_page_says_it() {
    let index = at(&format!("{ADDRESS}/content-index.json"));
    assert_eq!((&index["version"], &index["site"]), (&json!(1), &json!("Järvilä")));
    assert_eq!(index["address"], format!("{ADDRESS}/"));
    let pages = index["pages"].as_array().unwrap();
    assert_eq!(index["count"], pages.len());
    for entry in pages {
        let page = &at(entry["data"].as_str().unwrap())["page"];
        let page = json!({
            "address": page["canonical"],
            "data": format!("{}page.json", page["canonical"].as_str().unwrap()),
            "title": page["title"],
            "summary": page["description"],
            "language": page["language"],
            "kind": page["kind"],
        });
        let mut said = entry.clone();
        said.as_object_mut().unwrap().remove("changed");
        assert_eq!(said, page);
    }
    let listed: BTreeSet<String> =
        pages.iter().map(|page| page["address"].as_str().unwrap().to_owned()).collect();
    let map = fs::read_to_string(SITE.1.join("sitemap.xml")).unwrap();
    let map = roxmltree::Document::parse(&map).unwrap();
    let locations = map.descendants().filter(|node| node.tag_name().name() == "loc");
    assert_eq!(listed, locations.map(|node| node.text().unwrap().to_owned()).collect());
}

#[test]
fn a_long_list_goes_on_in_further_files() {
    let scratch = tempfile::tempdir().unwrap();
    let (content, out) = (scratch.path().join("content"), scratch.path().join("dist"));
    let portal = GeneratedPortal::generate(Size { pages: 20, seed: 7 });
    generator::seutu::write(&portal, &content).unwrap();
    for number in 0..1000 {
        let page = json!({ "title": format!("Kohde {number}"), "summary": "Lyhyt.", "kind": "page" });
        fs::write(content.join(format!("fi/kohde-{number}.json")), page.to_string()).unwrap();
    }
    let output = everything::build(&content, &out).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let first = read(&out, "content-index.json");
    let address = first["address"].as_str().unwrap();
    let next = first["next"].as_str().unwrap();
    assert_eq!(next, format!("{address}content-index-2.json"));
    let second = read(&out, next.strip_prefix(address).unwrap());
    assert_eq!(second.get("next"), None);
    let pages: Vec<&str> = [&first, &second]
        .iter()
        .flat_map(|part| part["pages"].as_array().unwrap())
        .map(|page| page["address"].as_str().unwrap())
        .collect();
    assert_eq!(first["count"], pages.len());
    assert_eq!(first["pages"].as_array().unwrap().len(), 1000);
    assert_eq!(BTreeSet::from_iter(&pages).len(), pages.len());
}

#[test]
fn the_schema_describes_all_data_of_the_site() {
    let schema = schema();
    let data = all_data();
    assert!(data.iter().any(|(_, data)| data.get("moved").is_some()));
    for (file, data) in &data {
        assert_eq!(schema.validate(data), Ok(()), "{file}");
    }
}

#[test]
fn the_schema_refuses_what_no_page_says() {
    let schema = schema();
    let front = read(&SITE.1, "page.json");
    let changed = |change: fn(&mut Value)| {
        let mut data = front.clone();
        change(&mut data);
        data
    };
    let wrong = [
        changed(|data| data["version"] = json!(2)),
        changed(|data| data["page"]["title"] = json!(7)),
        changed(|data| _ = data["page"].as_object_mut().unwrap().remove("title")),
        changed(|data| data["page"]["kind"] = json!("unknown")),
        changed(|data| data["page"]["blocks"] = json!([{ "unknown": [] }])),
        json!({ "version": 1 }),
        json!({ "moved": "/hankkeet/" }),
    ];
    for data in wrong {
        assert!(schema.validate(&data).is_err(), "{data}");
    }
}

#[test]
fn the_schema_says_in_words_what_each_field_is() {
    let text = fs::read_to_string(SITE.1.join("page-data.schema.json")).unwrap();
    let schema: Value = serde_json::from_str(&text).unwrap();
    let page = schema["$defs"]["Page"]["properties"].as_object().unwrap();
    for (name, field) in page {
        assert!(field["description"].is_string(), "{name} isn't described");
    }
}
