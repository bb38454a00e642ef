//! The gallery of components: where there is one, and that it shows every variant of what pages are made of.

use std::{
    fs,
    io::{BufRead, BufReader},
    path::Path,
    process::{Command, Stdio},
};

use page::Language;
use views::{
    messages::Messages,
    shown::{FailureCause, choices::Preference},
};

/// The binary, about to publish `tests/sites/everything` to a folder.
fn seutu(command: &str, out: &Path) -> Command {
    let sites = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/sites");
    let mut seutu = Command::new(env!("CARGO_BIN_EXE_seutu"));
    seutu.arg(command).arg("--shell").arg(sites.join("shell"));
    seutu.arg("--content").arg(sites.join("everything/content")).arg("--out").arg(out);
    seutu
}

/// The document of the gallery, and the site map beside it.
fn published(arguments: &[&str]) -> (Option<String>, String) {
    let scratch = tempfile::tempdir().unwrap();
    let out = scratch.path().join("dist");
    let output = seutu("build", &out).args(arguments).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let site_map = fs::read_to_string(out.join("sivukartta/page.json")).unwrap();
    (fs::read_to_string(out.join("tyylit/index.html")).ok(), site_map)
}

/// The published gallery.
pub fn gallery() -> String {
    published(&["--gallery"]).0.expect("a gallery")
}

#[test]
fn visitors_never_get_the_gallery() {
    assert_eq!(published(&[]).0, None);
}

#[test]
fn the_site_map_does_not_list_the_gallery_and_search_engines_leave_it() {
    let (document, site_map) = published(&["--gallery"]);
    assert!(document.expect("a gallery").contains("<meta name=\"robots\" content=\"noindex\">"));
    assert!(!site_map.contains("tyylit"), "{site_map}");
}

#[test]
fn who_works_on_the_style_is_served_the_gallery() {
    let scratch = tempfile::tempdir().unwrap();
    let out = scratch.path().join("dist");
    let mut serving = seutu("serve", &out);
    serving.args(["--port", "0"]).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut serving = serving.spawn().unwrap();
    let mut address = String::new();
    BufReader::new(serving.stdout.take().unwrap()).read_line(&mut address).unwrap();
    let gallery = out.join("tyylit/index.html").is_file();
    serving.kill().unwrap();
    serving.wait().unwrap();
    assert!(gallery, "served at {address}");
}

#[test]
fn a_site_that_is_published_for_visitors_after_development_has_no_gallery() {
    let scratch = tempfile::tempdir().unwrap();
    let out = scratch.path().join("dist");
    for (arguments, there) in [(vec!["--gallery"], true), (vec![], false)] {
        assert!(seutu("build", &out).args(arguments).output().unwrap().status.success());
        assert_eq!(out.join("tyylit").exists(), there);
    }
}

#[test]
fn no_application_starts_in_the_gallery() {
    let document = gallery();
    assert!(document.contains("/start.js"), "the reading settings don't apply");
    for part in ["seutu-page", "modulepreload", ".wasm", "style=\""] {
        assert!(!document.contains(part), "the gallery has {part}");
    }
}

#[test]
fn every_component_is_in_the_gallery_in_every_state() {
    let document = gallery();
    let words = Messages::of(Language::Fi);
    let failures = FailureCause::ALL.map(|cause| match cause {
        FailureCause::Missing => words.failure_missing,
        FailureCause::Server => words.failure_server,
        FailureCause::Unreadable => words.failure_unreadable,
        FailureCause::Slow => words.failure_slow,
        FailureCause::Offline => words.failure_offline,
    });
    let options = Preference::ALL
        .into_iter()
        .flat_map(|preference| words.preference_options[preference as usize].1)
        .map(|option| format!("aria-pressed=\"true\">{option}<"));
    let calls = ["coming", "open", "last-week", "closed"].map(|state| format!("data-state=\"{state}\""));
    let parts = [
        "<h2 id=\"toisen-",
        "<h3 id=\"kolmannen-",
        "<h4 id=\"neljännen-",
        "<strong>",
        "<em>",
        "<code>",
        "<abbr ",
        "<span lang=\"sv\">",
        "<time ",
        "<br>",
        "<ul>",
        "<ol>",
        "class=\"steps\"",
        "class=\"documents\"",
        "class=\"facts\"",
        "scope=\"col\"",
        "scope=\"row\"",
        "<figure>",
        "<pre ",
        "class=\"quote\"",
        "class=\"notice\"",
        "class=\"notice notice-warning\"",
        "<details class=\"details\">",
        "<details class=\"details\" open=\"\">",
        "class=\"contact\"",
        "class=\"listing-date\"",
        "class=\"listing-language\"",
        "listing listing-news",
        "listing listing-events",
        "listing listing-calls",
        "listed-none",
        "class=\"pager\"",
        "class=\"site-map\"",
        "class=\"site-notice\"",
        "class=\"skip-link\"",
        "class=\"breadcrumb\"",
        "aria-current=\"page\"",
        "aria-current=\"true\"",
        "class=\"text-size-larger\" type=\"button\" \
         data-action=\"text-size-larger\" aria-disabled=\"true\"",
        "class=\"text-size-smaller\" type=\"button\" \
         data-action=\"text-size-smaller\" aria-disabled=\"true\"",
        "class=\"site-contact\"",
        "class=\"page-time\"",
        "page page-front",
        "page page-section",
        "page page-article",
        "page page-news",
        "page page-call",
        "page page-event",
        "page page-materials",
        "page page-contact",
        "page page-site-map",
        "page page-gone",
        "page page-not-found",
        words.listen,
        words.listen_pause,
        words.listen_go_on,
    ];
    let all =
        parts.map(str::to_owned).into_iter().chain(failures.map(str::to_owned)).chain(options).chain(calls);
    let missing: Vec<String> = all.filter(|part| !document.contains(part)).collect();
    assert!(missing.is_empty(), "the gallery lacks {missing:#?}");
}
