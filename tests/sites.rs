//! Small whole sites, published by the real binary: `tests/sites/good`, and one site a rule in
//! `tests/sites/bad`.
//!
//! Each bad site's `expected.txt` holds the report that its editor gets in English, and `words.fi.txt` and
//! `words.sv.txt` what is said of the same faults in Finnish and Swedish. After a change of wording,
//! `UPDATE_EXPECTED=1 cargo test -p publisher --test native sites::` writes them anew; read the difference
//! before committing it.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use crate::support::folder;

fn sites() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/sites")
}

/// Runs `seutu` in a folder, so that paths in its reports are the same on every machine.
fn seutu(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_seutu"))
        .args(arguments)
        .current_dir(folder)
        .env("NO_COLOR", "1")
        .env("LC_ALL", "C")
        .output()
        .expect("the binary runs")
}

fn build(site: &Path, out: &Path) -> Output {
    let shell = sites().join("shell");
    seutu(
        site,
        &[
            "build",
            "--language",
            "en",
            "--shell",
            shell.to_str().unwrap(),
            "--content",
            "content",
            "--out",
            out.to_str().unwrap(),
        ],
    )
}

fn words(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("reports are UTF-8")
}

#[test]
fn every_fault_is_reported_at_its_place_and_nothing_is_published() {
    let mut differing = Vec::new();
    for entry in fs::read_dir(sites().join("bad")).unwrap() {
        let site = entry.unwrap().path();
        let scratch = tempfile::tempdir().unwrap();
        let out = scratch.path().join("dist");
        let output = build(&site, &out);
        assert_eq!(output.status.code(), Some(1), "{}: {}", site.display(), words(&output));
        assert!(!out.exists(), "{} was published", site.display());
        let checked = seutu(&site, &["check", "--content", "content", "--language", "en"]);
        assert_eq!(checked.status.code(), Some(1), "check passed {}", site.display());
        assert_eq!(words(&checked), words(&output), "check and build differ on {}", site.display());

        let expected = site.join("expected.txt");
        if std::env::var_os("UPDATE_EXPECTED").is_some() {
            fs::write(&expected, words(&output)).unwrap();
        }
        let before = fs::read_to_string(&expected).unwrap_or_default();
        if before != words(&output) {
            differing.push(format!("{}\nexpected:\n{before}\nreported:\n{}", site.display(), words(&output)));
        }
    }
    assert!(differing.is_empty(), "{}", differing.join("\n"));
}

/// The texts of a fault: its rule, message, label and help.
type Said = (String, [String; 3]);

/// The texts of all faults of a site in a language.
fn said(site: &Path, language: &str) -> Vec<Said> {
    let output = seutu(site, &["check", "--content", "content", "--format", "json", "--language", language]);
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let faults = report["faults"].as_array().unwrap().iter();
    let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
    faults
        .map(|fault| (text(&fault["rule"]), ["message", "label", "help"].map(|part| text(&fault[part]))))
        .collect()
}

/// The bad sites and those with warnings, in the order of their names.
fn faulty_sites() -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = ["bad", "warned"]
        .iter()
        .flat_map(|folder| fs::read_dir(sites().join(folder)).unwrap())
        .map(|entry| entry.unwrap().path())
        .collect();
    found.sort();
    found
}

#[test]
fn every_fault_is_said_in_finnish_and_swedish() {
    let english: Vec<_> = faulty_sites().into_iter().map(|site| (said(&site, "en"), site)).collect();
    for language in ["fi", "sv"] {
        let mut text = String::new();
        for (english, site) in &english {
            let translated = said(site, language);
            assert_eq!(english.len(), translated.len());
            text.push_str(&format!("{}\n", site.file_name().unwrap().to_str().unwrap()));
            for ((rule, before), (same, after)) in english.iter().zip(&translated) {
                assert_eq!(rule, same, "{}", site.display());
                for (before, after) in before.iter().zip(after) {
                    assert_ne!(before, after, "{}: {rule} isn't translated", site.display());
                }
                text.push_str(&format!("  {rule}\n    {}\n", after.join("\n    ")));
            }
        }
        let expected = sites().join(format!("words.{language}.txt"));
        if std::env::var_os("UPDATE_EXPECTED").is_some() {
            fs::write(&expected, &text).unwrap();
        }
        assert_eq!(text, fs::read_to_string(&expected).unwrap_or_default());
    }
}

#[test]
fn the_whole_report_is_in_the_language() {
    let site = sites().join("bad/translation-of-nothing");
    for (language, help, number, end) in [
        ("fi", "\n  ohje: ", "1 virhe ja 1 huomautus 2 tiedostossa\n", "Mitään ei julkaistu.\n"),
        ("sv", "\n  tips: ", "1 fel och 1 varning i 2 filer\n", "Inget publicerades.\n"),
    ] {
        let output = seutu(&site, &["check", "--content", "content", "--language", language]);
        let report = words(&output);
        assert!(report.contains(help) && !report.contains("help:"), "{report}");
        assert!(report.ends_with(&format!("{number}{end}")), "{report}");
        let by_environment = Command::new(env!("CARGO_BIN_EXE_seutu"))
            .args(["check", "--content", "content"])
            .current_dir(&site)
            .env("NO_COLOR", "1")
            .env("LC_ALL", format!("{language}_FI.UTF-8"))
            .output()
            .unwrap();
        assert_eq!(words(&by_environment), report);
    }
}

#[test]
fn a_refused_publication_leaves_the_old_site_as_it_was() {
    let scratch = tempfile::tempdir().unwrap();
    let out = scratch.path().join("dist");
    assert!(build(&sites().join("good"), &out).status.success());
    let before = folder::files(&out);
    assert_eq!(build(&sites().join("bad/many-faults"), &out).status.code(), Some(1));
    assert_eq!(folder::files(&out), before);
    let mut beside: Vec<_> =
        fs::read_dir(scratch.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    beside.sort();
    // The spare, which the next publication needs; nothing else.
    assert_eq!(beside, [".dist.seutu-cache", "dist"], "something was left beside the site");
}

#[test]
fn the_same_content_gives_the_same_bytes() {
    let scratch = tempfile::tempdir().unwrap();
    let (one, two) = (scratch.path().join("one"), scratch.path().join("two"));
    for out in [&one, &two] {
        let output = build(&sites().join("good"), out);
        assert!(output.status.success(), "{}", words(&output));
    }
    assert_eq!(folder::files(&one), folder::files(&two));
}

#[test]
fn a_new_publication_replaces_the_old_one_whole() {
    let scratch = tempfile::tempdir().unwrap();
    let out = scratch.path().join("dist");
    assert!(build(&sites().join("good"), &out).status.success());
    let first = folder::files(&out);
    fs::write(out.join("index.html"), "changed by hand").unwrap();
    fs::write(out.join("CNAME"), "www.testila.example").unwrap();
    assert!(build(&sites().join("good"), &out).status.success());
    let mut second = folder::files(&out);
    // What isn't ours stays.
    assert_eq!(second.remove("CNAME").as_deref(), Some(&b"www.testila.example"[..]));
    assert_eq!(second, first);
}

#[test]
fn a_folder_that_is_not_ours_is_never_replaced() {
    let scratch = tempfile::tempdir().unwrap();
    let out = scratch.path().join("photos");
    fs::create_dir(&out).unwrap();
    fs::write(out.join("summer.jpg"), "precious").unwrap();
    let output = build(&sites().join("good"), &out);
    assert_eq!(output.status.code(), Some(2), "{}", words(&output));
    assert_eq!(fs::read_to_string(out.join("summer.jpg")).unwrap(), "precious");
}

#[test]
fn a_missing_shell_is_named_with_the_way_to_make_one() {
    let scratch = tempfile::tempdir().unwrap();
    let output = seutu(
        &sites().join("good"),
        &[
            "build",
            "--shell",
            "no-such-shell",
            "--content",
            "content",
            "--out",
            scratch.path().join("dist").to_str().unwrap(),
        ],
    );
    assert_eq!(output.status.code(), Some(2));
    assert!(words(&output).contains("cargo xtask build"), "{}", words(&output));
}

/// The good site, published once for a look into its files.
fn good(look: impl Fn(&dyn Fn(&str) -> String)) {
    let scratch = tempfile::tempdir().unwrap();
    let out = scratch.path().join("dist");
    let output = build(&sites().join("good"), &out);
    assert!(output.status.success(), "{}", words(&output));
    look(&|file| fs::read_to_string(out.join(file)).unwrap_or_else(|error| panic!("{file}: {error}")));
}

#[test]
fn a_snapshot_holds_its_page_as_text_and_as_data() {
    good(|read| {
        let document = read("hankkeet/index.html");
        assert!(document.contains("Hankkeet &lt;/script&gt;&lt;b&gt;"), "{document}");
        assert!(!document.contains("Hankkeet </script>"), "a title ended the embedded data");
        let description = "<meta name=\"description\" content=\"&quot;Kaikki&quot; hankkeet.\">";
        assert!(document.contains(description), "a summary ended its attribute: {document}");
        let data = document
            .split("id=\"seutu-page\">")
            .nth(1)
            .and_then(|rest| rest.split("</script>").next())
            .unwrap();
        let embedded: serde_json::Value = serde_json::from_str(data).unwrap();
        let page: serde_json::Value = serde_json::from_str(&read("hankkeet/page.json")).unwrap();
        assert_eq!(embedded, page);
    });
}

#[test]
fn markdown_becomes_typed_spans() {
    good(|read| {
        let document = read("index.html");
        for part in [
            "<strong>kaikki</strong>",
            "href=\"mailto:a@testila.example\"",
            "<br>",
            "<em>Hei</em>",
            "href=\"/hankkeet/#tausta-2\"",
            "href=\"https://example.org/?a=1&amp;b=2\"",
        ] {
            assert!(document.contains(part), "{part} is missing in {document}");
        }
    });
}

#[test]
fn an_old_address_leads_on_without_script() {
    good(|read| {
        let document = read("sivu.php/hankkeet/index.html");
        assert!(document.contains("http-equiv=\"refresh\" content=\"0; url=/hankkeet/\""), "{document}");
        assert!(
            document.contains("rel=\"canonical\" href=\"https://testila.example/hankkeet/\""),
            "{document}"
        );
        assert!(document.contains("<a href=\"/hankkeet/\">"), "{document}");
        assert_eq!(read("sivu.php/hankkeet/page.json"), "{\"version\":1,\"moved\":\"/hankkeet/\"}");
    });
}

#[test]
fn each_language_has_its_own_pages_and_interface() {
    good(|read| {
        let swedish = read("sv/index.html");
        assert!(swedish.contains("<html lang=\"sv\"") && swedish.contains("Gå till innehållet"), "{swedish}");
        let header = swedish.split("<main").next().unwrap();
        assert!(!header.contains("Hankkeet"), "a Finnish page stands in the Swedish menu");
    });
}

#[test]
fn not_found_is_a_page_without_an_address() {
    good(|read| {
        let document = read("404.html");
        assert!(document.contains("Sivua ei löydy") && document.contains("noindex"), "{document}");
        assert!(!document.contains("rel=\"canonical\""), "{document}");
    });
}

#[test]
fn a_page_grows_with_none_of_its_lists() {
    let scratch = tempfile::tempdir().unwrap();
    let out = scratch.path().join("dist");
    let output = build(&sites().join("warned/list-long"), &out);
    assert!(output.status.success(), "{}", words(&output));
    let document: serde_json::Value =
        serde_json::from_slice(&fs::read(out.join("page.json")).unwrap()).unwrap();
    let blocks = &document["page"]["blocks"];
    let length = |block: &serde_json::Value| block["listing"]["entries"].as_array().map(Vec::len);
    let of_page: Vec<_> = blocks.as_array().unwrap().iter().filter_map(length).collect();
    assert_eq!(of_page, [20, 20], "the first list goes on at /sivu-2/, the second is cut");
    let hidden = &blocks[3]["group"]["blocks"];
    let hidden: Vec<_> = hidden.as_array().unwrap().iter().filter_map(length).collect();
    assert_eq!(hidden, [20, 3]);
}

#[test]
fn help_teaches_with_examples() {
    let output = seutu(&sites(), &["--help"]);
    let help = String::from_utf8(output.stdout).unwrap();
    assert!(help.contains("seutu check --content") && help.contains("Exit codes"), "{help}");
}
