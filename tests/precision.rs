//! The precision of search: of the first ten results for queries as visitors type them, on a generated site
//! of a thousand pages and on the portal itself. What counts as a form of a word is written by hand beside
//! each query (`tests/finnish/queries.tsv`), not taken from the rules that are judged.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    sync::LazyLock,
};

use generator::{GeneratedPortal, Size};
use search::{
    index::{FOLDER, folder_of, root::Root},
    language::Language,
    query::{Query, Search},
    words::words,
};
use serde_json::Value;

/// So many results are looked at.
const FIRST: usize = 10;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Publishes content into a folder.
fn publish(content: &Path, out: &Path) {
    let output = Command::new(env!("CARGO_BIN_EXE_seutu"))
        .arg("build")
        .arg("--shell")
        .arg(root().join("tests/sites/shell"))
        .arg("--content")
        .arg(content)
        .arg("--out")
        .arg(out)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// The words of a page: of its title, its description and its text, not of what stands around every page.
fn words_of_page(site: &Path, address: &str) -> Vec<String> {
    let file = site.join(address.trim_start_matches('/')).join("page.json");
    let document: Value = serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap();
    let page = document["page"].as_object().unwrap();
    let own = ["title", "description", "tagline", "blocks"].map(|name| page[name].to_string()).join(" ");
    words(&own).into_iter().map(|word| word.text).collect()
}

/// The addresses of the first results.
fn first_results(site: &Path, question: &str) -> Vec<String> {
    let folder = site.join(FOLDER);
    let root = Root::read(&fs::read(folder.join("fi")).unwrap()).unwrap();
    let folder = folder.join(folder_of("fi"));
    let mut search = Search::new(root);
    let query = Query::new(question, Language::Fi);
    for file in search.needs(&query) {
        search.give(file, fs::read(folder.join(search.name(file).unwrap())).unwrap());
    }
    let mut hits = search.find(&query).hits;
    hits.truncate(FIRST);
    for file in search.needs_for_listed(&hits) {
        search.give(file, fs::read(folder.join(search.name(file).unwrap())).unwrap());
    }
    hits.into_iter().map(|page| search.listed(page).unwrap().path).collect()
}

/// The share of results that hold each word of their query in some form, and how many queries found anything.
fn precision(site: &Path) -> (f64, usize) {
    let (mut right, mut all, mut answered) = (0, 0, 0);
    for line in fs::read_to_string(root().join("tests/finnish/queries.tsv")).unwrap().lines() {
        let mut fields = line.split('\t');
        let Some(question) = fields.next().filter(|question| !question.starts_with('#')) else { continue };
        let asked: Vec<Vec<&str>> = fields.map(|forms| forms.split(' ').collect()).collect();
        assert_eq!(asked.len(), question.split(' ').count(), "{question}");
        let results = first_results(site, question);
        answered += usize::from(!results.is_empty());
        // Where no page has all words, pages with one of them are found, and that is said.
        let all_words = |page: &[String]| {
            let holds =
                |forms: &Vec<&str>| page.iter().any(|word| forms.iter().any(|form| word.contains(form)));
            asked.iter().all(holds) || (asked.len() > 1 && asked.iter().any(holds))
        };
        for address in results {
            all += 1;
            if all_words(&words_of_page(site, &address)) {
                right += 1;
            } else {
                println!("  {question}: {address}");
            }
        }
    }
    let share = 100.0 * f64::from(right) / f64::from(all.max(1));
    println!("{right} of {all} results, {share:.1} %, of {answered} queries that found something");
    (share, answered)
}

/// The small site with every kind of page, published once.
static SITE: LazyLock<(tempfile::TempDir, PathBuf)> = LazyLock::new(|| {
    let scratch = tempfile::tempdir().unwrap();
    let out = scratch.path().join("dist");
    publish(&root().join("tests/sites/everything/content"), &out);
    (scratch, out)
});

#[test]
fn where_pages_have_all_words_those_with_some_of_them_are_not_found() {
    assert!(first_results(&SITE.1, "uutinen").len() > 5);
    let results = first_results(&SITE.1, "uutinen 27");
    assert_eq!(results[0], "/uutiset/uutinen-27/");
    for address in results {
        assert!(words_of_page(&SITE.1, &address).contains(&"27".to_owned()), "{address}");
    }
}

#[test]
fn what_was_withdrawn_is_not_found() {
    let withdrawn = "/hankkeet/poistettu/";
    assert!(words_of_page(&SITE.1, withdrawn).contains(&"vanha".to_owned()));
    for question in ["vanha hanke", "poistettu", "päättynyt"] {
        assert!(!first_results(&SITE.1, question).contains(&withdrawn.to_owned()), "{question}");
    }
}

#[test]
fn among_equals_newer_news_come_first() {
    let results = first_results(&SITE.1, "tiivistelmä");
    let news: Vec<&str> =
        results.iter().filter_map(|address| address.strip_prefix("/uutiset/uutinen-")).collect();

    assert!(news.len() > 5, "{results:?}");
    assert!(news.is_sorted_by(|before, after| before > after), "{news:?}");
    assert_eq!(news[0], "45/", "{news:?}");
}

#[test]
fn results_hold_what_was_asked_for() {
    let scratch = tempfile::tempdir().unwrap();
    let (content, out) = (scratch.path().join("content"), scratch.path().join("dist"));
    generator::seutu::write(&GeneratedPortal::generate(Size { pages: 1_000, seed: 5 }), &content).unwrap();
    publish(&content, &out);
    let (share, answered) = precision(&out);
    assert!(share >= 90.0 && answered >= 40, "{share} {answered}");
    let portal = scratch.path().join("portal");
    publish(&root().join("public/content"), &portal);
    let (share, answered) = precision(&portal);
    assert!(share >= 90.0 && answered >= 15, "{share} {answered}");
}
