//! Reading without a connection: the list that the publisher gives the worker, the page in place of one that
//! isn't kept, and a publication of which nothing is kept. What the worker does is tried in
//! `browser/specs/offline*.spec.mjs`.

use std::{collections::BTreeMap, path::Path};

use serde_json::Value;

use crate::support::{everything, folder, small::read};

/// What the worker knows of the site.
fn site(out: &Path) -> Value {
    let worker = read(out, "worker.js");
    let (program, site) = worker.trim_end().strip_suffix(')').unwrap().rsplit_once("})(").unwrap();
    assert_eq!(program, "(SITE=>{keep(SITE);\n", "the program of the shell");
    serde_json::from_str(site).unwrap()
}

#[test]
fn the_worker_has_the_hash_of_every_file_of_the_application_and_the_words_of_every_language() {
    let out = &everything::SITE.1;
    let site = site(out);
    // By `openssl dgst -sha256 -binary tests/sites/shell/start.js | base64`.
    let hash = "sha256-RoZgbOAiJsxcIvqkFb3y8g8OpQ78kgUzgMauiecfydc=";
    assert_eq!(site["files"], serde_json::json!({ "start.js": hash }));
    assert_eq!(site["version"].as_str().unwrap().len(), 16);
    assert_eq!(site["homes"], serde_json::json!(["", "en/", "sv/"]));
    for (language, said) in [
        ("fi", ["Sivustosta on uusi versio.", "Päivitä", "Sulje ilmoitus"]),
        ("sv", ["Det finns en ny version av webbplatsen.", "Uppdatera", "Stäng meddelandet"]),
        ("en", ["There is a new version of this site.", "Update", "Close this message"]),
    ] {
        assert_eq!(site["words"][language], serde_json::json!(said), "{language}");
    }
}

#[test]
fn the_page_in_place_of_one_that_is_not_kept_stands_in_each_language_and_nobody_is_led_there() {
    let out = &everything::SITE.1;
    for (home, language, title) in [
        ("", "fi", "Sivua ei voi nyt näyttää"),
        ("sv/", "sv", "Sidan kan inte visas nu"),
        ("en/", "en", "This page can’t be shown now"),
    ] {
        let document = read(out, &format!("{home}offline.html"));
        assert!(document.contains(&format!("<html lang=\"{language}\"")), "{home}");
        assert!(document.contains(title), "{home}: {document}");
        assert!(document.contains("<meta name=\"robots\" content=\"noindex\">"), "{home}");
        let article = document.split("<article").nth(1).unwrap().split("</article>").next().unwrap();
        // What the worker fills: the first link, and the only list.
        let link = format!("href=\"/{home}\"");
        assert_eq!(article.match_indices("href=").count(), 2, "{article}");
        assert_eq!(article.match_indices(&link).count(), 2, "{article}");
        assert_eq!(article.match_indices("<li>").count(), 1, "{article}");
    }
    for file in ["sitemap.xml", "content-index.json", "index.html"] {
        assert!(!read(out, file).contains("offline"), "{file}");
    }
}

/// A publication as the names and contents of its files.
fn published(out: &Path) -> BTreeMap<String, Vec<u8>> {
    folder::files(out)
}

#[test]
fn a_publication_that_keeps_nothing_removes_what_was_kept_and_says_so() {
    let scratch = tempfile::tempdir().unwrap();
    let [over, fresh] = ["over", "fresh"].map(|name| scratch.path().join(name));
    everything::publish(&over);
    for out in [&over, &fresh] {
        everything::publish_with(out, &["--no-offline"]);
    }
    let worker = read(&over, "worker.js");
    assert!(worker.contains("registration.unregister()") && !worker.contains("\"fetch\""), "{worker}");
    assert!(!over.join("offline.html").exists() && !over.join("sv/offline.html").exists());
    assert!(read(&over, "index.html").contains("<html lang=\"fi\" data-no-offline>"));
    assert!(!read(&over, "tietosuoja/index.html").contains("ilman verkkoyhteyttä"));
    assert!(published(&over) == published(&fresh), "published over another site it is another one");
    // And back.
    everything::publish(&over);
    assert!(published(&over) == published(&everything::SITE.1), "the site isn't what it was");
    assert!(!read(&over, "index.html").contains("data-no-offline"));
}

#[test]
fn nothing_is_kept_of_a_site_that_is_worked_on() {
    let scratch = tempfile::tempdir().unwrap();
    let out = scratch.path().join("dist");
    everything::publish_with(&out, &["--gallery"]);
    assert!(read(&out, "worker.js").contains("registration.unregister()"));
    assert!(read(&out, "index.html").contains("data-no-offline"));
}
