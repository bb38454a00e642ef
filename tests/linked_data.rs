//! Linked data: schema.org's vocabulary in the documents that the real binary publishes.
//! `tests/browser/specs/linked-data.spec.mjs` holds them against schema.org's own vocabulary.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use serde_json::{Value, json};

use crate::support::{
    everything::{self, ADDRESS, SITE},
    folder,
};

fn published(content: &Path, arguments: &[&str]) -> (tempfile::TempDir, PathBuf) {
    let scratch = tempfile::tempdir().unwrap();
    let out = scratch.path().join("dist");
    let output = everything::build(content, &out).args(arguments).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    (scratch, out)
}

/// Every document of a site, by its path from the root.
fn documents(out: &Path) -> BTreeMap<String, String> {
    let documents = folder::files(out).into_iter().filter(|(name, _)| name.ends_with(".html"));
    documents.map(|(name, bytes)| (name, String::from_utf8(bytes).unwrap())).collect()
}

/// The linked data of a document, if it has any.
fn said(document: &str) -> Option<Value> {
    let (_, block) = document.split_once("<script type=\"application/ld+json\">")?;
    let (data, rest) = block.split_once("</script>").unwrap();
    assert!(!rest.contains("application/ld+json"), "it is said twice");
    let data: Value = serde_json::from_str(data).unwrap_or_else(|error| panic!("{error}: {data}"));
    assert_eq!(data["@context"], "https://schema.org");
    Some(data["@graph"].clone())
}

/// The things of a type that a document says.
fn things(file: &str, of_type: &str) -> Vec<Value> {
    let document = fs::read_to_string(SITE.1.join(file)).unwrap();
    let graph = said(&document).unwrap_or_else(|| panic!("{file} says nothing"));
    graph.as_array().unwrap().iter().filter(|thing| thing["@type"] == of_type).cloned().collect()
}

fn thing(file: &str, of_type: &str) -> Value {
    let mut found = things(file, of_type);
    assert_eq!(found.len(), 1, "{file}: {of_type}");
    found.remove(0)
}

/// Every text of some data, with the name that it has there.
fn texts<'v>(value: &'v Value, name: &'v str, found: &mut Vec<(&'v str, &'v str)>) {
    match value {
        Value::String(text) => found.push((name, text)),
        Value::Array(items) => items.iter().for_each(|item| texts(item, name, found)),
        Value::Object(fields) => fields.iter().for_each(|(name, value)| texts(value, name, found)),
        _ => {}
    }
}

#[test]
fn every_document_that_says_something_leads_to_pages_that_are_there() {
    let portal = Path::new(env!("CARGO_MANIFEST_DIR")).join("../public/content");
    let base = "https://www.jarvila.example/kunnat/Seutu-1.0";
    let sites = [
        (published(&everything::content(), &[]), ADDRESS),
        (published(&everything::content(), &["--address", base]), base),
        (published(&portal, &[]), "https://www.jyvaskylanseutu.fi"),
    ];
    for ((_scratch, out), address) in sites {
        let documents = documents(&out);
        let mut number = 0;
        for (file, document) in &documents {
            let Some(data) = said(document) else { continue };
            number += 1;
            let mut found = Vec::new();
            texts(&data, "", &mut found);
            for (name, text) in found.iter().filter(|(_, text)| text.contains("://")) {
                let path = text.strip_prefix(address).unwrap_or_else(|| panic!("{file}: {name} {text}"));
                let path = path.split(['#', '?']).next().unwrap().trim_start_matches('/');
                let is_there = match *name {
                    "image" => out.join(path).is_file(),
                    _ => documents.contains_key(&format!("{path}index.html")),
                };
                assert!(is_there, "{file}: {name} {text}");
            }
        }
        assert!(number > 20, "{address}: {number}");
    }
}

#[test]
fn what_is_gone_moved_or_not_found_says_nothing_and_is_not_to_be_found() {
    let hidden = |document: &str| document.contains("<meta name=\"robots\" content=\"noindex\">");
    // Search engines follow an old address to the page itself.
    for (file, is_hidden) in
        [("404.html", true), ("hankkeet/poistettu/index.html", true), ("vanha/index.html", false)]
    {
        let document = fs::read_to_string(SITE.1.join(file)).unwrap();
        assert_eq!(said(&document), None, "{file}");
        assert_eq!(hidden(&document), is_hidden, "{file}");
    }
    assert!(!hidden(&fs::read_to_string(SITE.1.join("hankkeet/index.html")).unwrap()));
}

#[test]
fn a_front_page_says_what_the_site_is_and_where_one_searches_it() {
    assert_eq!(
        thing("index.html", "WebSite"),
        json!({
            "@type": "WebSite",
            "@id": format!("{ADDRESS}/#website"),
            "url": format!("{ADDRESS}/"),
            "name": "Järvilä",
            "description": page("index.html")["description"],
            "inLanguage": "fi",
            "publisher": { "@id": format!("{ADDRESS}/#publisher") },
            "potentialAction": {
                "@type": "SearchAction",
                "target": {
                    "@type": "EntryPoint",
                    "urlTemplate": format!("{ADDRESS}/haku/?q={{search_term_string}}"),
                },
                "query-input": "required name=search_term_string",
            },
        })
    );
    let swedish = thing("sv/index.html", "WebSite");
    assert_eq!(swedish["inLanguage"], "sv");
    assert_eq!(swedish["url"], format!("{ADDRESS}/sv/"));
    assert_eq!(swedish.get("potentialAction"), None, "one doesn't search in Swedish");
    assert!(things("index.html", "BreadcrumbList").is_empty());
}

#[test]
fn a_front_page_says_who_is_behind_the_site_as_far_as_the_site_does() {
    let publisher = json!({
        "@type": "GovernmentOrganization",
        "@id": format!("{ADDRESS}/#publisher"),
        "name": "Järvilän kunta",
        "url": format!("{ADDRESS}/"),
        "email": "kunta@jarvila.example",
        "telephone": "+358 14 000 0000",
        "address": "Rantatie 1, 40000 Järvilä",
    });
    assert_eq!(thing("index.html", "GovernmentOrganization"), publisher);
    assert_eq!(thing("sv/index.html", "GovernmentOrganization"), publisher);
}

#[test]
fn a_breadcrumb_is_the_one_that_the_page_shows() {
    let breadcrumb = thing("hankkeet/tapahtuma/index.html", "BreadcrumbList");
    let items = breadcrumb["itemListElement"].as_array().unwrap();
    let shown = page("hankkeet/tapahtuma/index.html")["breadcrumb"].clone();
    assert_eq!(items.len(), shown.as_array().unwrap().len());
    for (place, (item, link)) in items.iter().zip(shown.as_array().unwrap()).enumerate() {
        assert_eq!(item["position"], place + 1);
        assert_eq!(item["name"], link["name"]);
        assert_eq!(item["item"]["@id"], format!("{ADDRESS}{}", link["path"].as_str().unwrap()));
    }
}

#[test]
fn news_say_when_they_were_published_and_by_whom() {
    let mut news = thing("uutiset/uutinen-43/index.html", "NewsArticle");
    // The day of the last change is Git's to say.
    news.as_object_mut().unwrap().remove("dateModified");
    assert_eq!(
        news,
        json!({
            "@type": "NewsArticle",
            "headline": "Uutinen 43",
            "description": "Uutisen 43 tiivistelmä.",
            "datePublished": "2026-02-16",
            "inLanguage": "fi",
            "image": format!("{ADDRESS}/jako.png"),
            "mainEntityOfPage": format!("{ADDRESS}/uutiset/uutinen-43/"),
            "publisher": {
                "@type": "GovernmentOrganization",
                "@id": format!("{ADDRESS}/#publisher"),
                "name": "Järvilän kunta",
            },
        })
    );
}

#[test]
fn an_event_says_when_and_where_it_is_by_the_clocks_of_finland() {
    assert_eq!(
        thing("hankkeet/tapahtuma/index.html", "Event"),
        json!({
            "@type": "Event",
            "name": "Rantapäivä",
            "description": "Päivä rannalla.",
            "url": format!("{ADDRESS}/hankkeet/tapahtuma/"),
            "startDate": "2026-06-06T09:00:00+03:00",
            "endDate": "2026-06-06T15:30:00+03:00",
            "location": { "@type": "Place", "name": "Itäranta" },
            "organizer": [{ "@type": "Organization", "name": "Järvilän kunta" }],
        })
    );
}

#[test]
fn a_call_says_for_whom_it_is_and_until_when() {
    let call = thing("hankkeet/haku/index.html", "WebPage");
    assert_eq!(call["temporalCoverage"], "2026-02-01/2026-03-31");
    assert_eq!(call["expires"], "2026-04-01T00:00:00+03:00", "the last day counts until its end");
    assert_eq!(call["audience"], json!({ "@type": "Audience", "audienceType": "kaikki järviläiset" }));
    assert_eq!(call["potentialAction"], json!({ "@type": "ApplyAction" }));
}

#[test]
fn an_ordinary_page_says_the_way_to_it_and_nothing_else() {
    let document = fs::read_to_string(SITE.1.join("hankkeet/lohkot/index.html")).unwrap();
    let data = said(&document).unwrap();
    assert_eq!(data.as_array().unwrap().len(), 1);
    assert_eq!(data[0]["@type"], "BreadcrumbList");
    assert!(data.to_string().len() < 700);
}

/// The page beside a document.
fn page(document: &str) -> Value {
    let data = fs::read_to_string(SITE.1.join(document.replace("index.html", "page.json"))).unwrap();
    let data: Value = serde_json::from_str(&data).unwrap();
    data["page"].clone()
}
