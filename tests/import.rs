//! Small Markdown sites, imported by the real binary: a folder of `tests/import` each, named after its
//! generator.
//!
//! Beside each `tree` stand the report (`expected.txt`) and the files (`expected/`) that come of it. After a
//! change, `UPDATE_EXPECTED=1 cargo test -p publisher --test native import::` writes them anew; read the
//! difference before committing it.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use crate::support::folder;

fn trees() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/import")
}

/// Runs `seutu import markdown` in a folder, so that paths in its report are the same on every machine.
pub(crate) fn import(folder: &Path, into: &Path, more: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_seutu"))
        .args(["import", "markdown", "tree", "--into"])
        .arg(into)
        .args(more)
        .env("LC_ALL", "C")
        .env("NO_COLOR", "1")
        .current_dir(folder)
        .output()
        .expect("the binary runs")
}

/// What an import tells, a line for each place: `tree/a.md:3: crossed-out text: written as plain text`; then
/// what came over.
pub(crate) fn by_place(output: &Output) -> String {
    let report = words(&output.stderr);
    let mut told = String::new();
    let mut places: Option<String> = None;
    for line in report.lines() {
        if let Some(first) = line.strip_prefix("⚠ ") {
            places = Some(first.to_owned());
        } else if let (Some(known), Some((message, _))) = (&places, line.rsplit_once(" [import.")) {
            let mut letters = message.trim_start().chars();
            let first = letters.next().map(char::to_lowercase).into_iter().flatten();
            let message: String = first.chain(letters).collect();
            let mut file = String::new();
            for place in known.split(", ") {
                // A line of the file before, or another file.
                if place.bytes().all(|byte| byte.is_ascii_digit()) {
                    told.push_str(&format!("{file}:{place}: {message}\n"));
                } else {
                    told.push_str(&format!("{place}: {message}\n"));
                    file = place.split(':').next().unwrap_or_default().to_owned();
                }
            }
            places = None;
        } else if let Some(known) = &mut places {
            known.push_str(", ");
            known.push_str(line.trim());
        } else {
            told.push_str(&format!("{line}\n"));
        }
    }
    told
}

pub(crate) fn words(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("reports are UTF-8")
}

/// A tree in a folder of its own.
pub(crate) fn tree_of(files: &[(&str, &str)]) -> tempfile::TempDir {
    let scratch = tempfile::tempdir().unwrap();
    for (path, text) in files {
        let file = scratch.path().join("tree").join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }
    scratch
}

fn is_expected(generator: &str, language: &str) {
    let folder = trees().join(generator);
    let scratch = tempfile::tempdir().unwrap();
    let output = import(&folder, scratch.path(), &["--pages-in", language]);
    assert_eq!(output.status.code(), Some(0), "{}", words(&output.stderr));
    let imported = folder::files(scratch.path());
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        let _ = fs::remove_dir_all(folder.join("expected"));
        for (path, bytes) in &imported {
            let file = folder.join("expected").join(path);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, bytes).unwrap();
        }
        fs::write(folder.join("expected.txt"), &output.stderr).unwrap();
    }
    let expected = folder::files(&folder.join("expected"));
    assert_eq!(
        fs::read_to_string(folder.join("expected.txt")).unwrap_or_default(),
        words(&output.stderr),
        "the report on {generator}"
    );
    for (path, bytes) in &imported {
        let expected = expected.get(path).map(|bytes| words(bytes)).unwrap_or_default();
        assert_eq!(expected, words(bytes), "{generator}: {path}");
    }
    assert!(imported.keys().eq(expected.keys()), "{generator}: {:?}", imported.keys());
}

#[test]
fn a_hugo_site_is_imported() {
    is_expected("hugo", "fi");
}

#[test]
fn a_docusaurus_site_is_imported() {
    is_expected("docusaurus", "en");
}

#[test]
fn a_mkdocs_site_is_imported() {
    is_expected("mkdocs", "fi");
}

#[test]
fn a_zola_site_is_imported() {
    is_expected("zola", "sv");
}

/// The checker's report on the import of a folder with a `tree`.
pub(crate) fn checked(folder: &Path, language: &str) -> Output {
    let scratch = tempfile::tempdir().unwrap();
    let site = serde_json::json!({
        "name": "Testilän seutu", "slogan": "S", "address": "https://testila.example",
        "languages": [language], "menu": [], "footer": [],
    });
    fs::write(scratch.path().join("site.json"), site.to_string()).unwrap();
    let imported = import(folder, scratch.path(), &["--pages-in", language]);
    assert_eq!(imported.status.code(), Some(0), "{}", words(&imported.stderr));
    let mut check = Command::new(env!("CARGO_BIN_EXE_seutu"));
    check
        .args(["check", "--language", "en", "--content"])
        .arg(scratch.path())
        .output()
        .expect("the binary runs")
}

#[test]
fn what_is_imported_is_accepted_by_the_checker() {
    let mut imported = 0;
    for entry in fs::read_dir(trees()).unwrap() {
        let folder = entry.unwrap().path();
        let languages = fs::read_dir(folder.join("expected")).unwrap();
        for language in languages.map(|entry| entry.unwrap().file_name()) {
            let output = checked(&folder, language.to_str().unwrap());
            assert_eq!(output.status.code(), Some(0), "{}: {}", folder.display(), words(&output.stderr));
            imported += 1;
        }
    }
    assert!(imported >= 4, "only {imported} trees");
}

#[test]
fn a_heading_of_a_name_that_the_page_uses_itself_is_found_by_its_links() {
    let heading = "# A\n\n## Ohjelma\n\nTeksti.\n\n## Related\n\nText.\n";
    let scratch = tree_of(&[
        ("a.md", heading),
        ("b.md", "# B\n\n[Ohjelma](a.md#ohjelma) ja [liittyvät](a.md#related).\n"),
    ]);
    let output = checked(scratch.path(), "fi");
    assert_eq!(output.status.code(), Some(0), "{}", words(&output.stderr));
}

#[test]
fn a_name_like_that_of_a_lists_part_gets_another_address() {
    for (language, name) in [("fi", "Sivu 2"), ("sv", "Sida 2"), ("en", "Page 2")] {
        let scratch = tree_of(&[
            (&format!("{name}.md"), "# Toinen\n"),
            (&format!("osa/{name}/a.md"), "# A\n"),
            ("漢字.md", "# Yksi\n"),
            ("仮名.md", "# Kaksi\n"),
            ("linkit.md", &format!("# Linkit\n\n[toinen](<{name}.md>), [osa](<osa/{name}/a.md>)\n")),
        ]);
        let output = checked(scratch.path(), language);
        assert_eq!(output.status.code(), Some(0), "{}", words(&output.stderr));
        let report = import(scratch.path(), &scratch.path().join("content"), &["--pages-in", language]);
        let reserved = by_place(&report).matches("is reserved for the parts of long lists").count();
        assert_eq!(reserved, 2, "{}", by_place(&report));
    }
}

#[test]
fn a_link_to_a_draft_is_told_and_becomes_text() {
    let scratch = tree_of(&[
        ("a.md", "---\ndraft: true\n---\n# Luonnos\n"),
        ("b.md", "# B\n\nLue [luonnos](a.md) ensin.\n"),
    ]);
    let output = checked(scratch.path(), "fi");
    assert_eq!(output.status.code(), Some(0), "{}", words(&output.stderr));
    let report = import(scratch.path(), &scratch.path().join("content"), &[]);
    let said = "tree/b.md:3: the link to a.md leads nowhere (/a/ is a draft): written as plain text";
    assert!(by_place(&report).contains(said), "{}", by_place(&report));
}

#[test]
fn a_page_below_a_draft_is_a_draft() {
    let scratch = tree_of(&[
        ("osa/_index.md", "---\ndraft: true\n---\n# Osa\n"),
        ("osa/sivu/a.md", "# A\n"),
        ("b.md", "# B\n\n[A](osa/sivu/a.md)\n"),
    ]);
    let output = checked(scratch.path(), "fi");
    assert_eq!(output.status.code(), Some(0), "{}", words(&output.stderr));
    let report = import(scratch.path(), &scratch.path().join("content"), &[]);
    let said = "tree/osa/sivu/a.md: the page above this one is a draft: written as a draft, too";
    assert!(by_place(&report).contains(said), "{}", by_place(&report));
}

#[test]
fn link_words_that_say_nothing_get_the_name_of_their_page() {
    let scratch = tree_of(&[
        ("a.md", "# Lampi\n\n## Reitit\n"),
        ("b.md", "# B\n\n[Täällä](a.md), [here](a.md#reitit) ja [lue lisää](https://lampi.example/a).\n"),
        (
            "c.md",
            "# C\n\n[sivu](mailto:), [sivu](https://), [soita](tel:abc) ja [kirjoita](mailto:a@b.example).\n",
        ),
    ]);
    let output = checked(scratch.path(), "fi");
    assert_eq!(output.status.code(), Some(0), "{}", words(&output.stderr));
    let content = scratch.path().join("content");
    import(scratch.path(), &content, &[]);
    let page = fs::read_to_string(content.join("fi/b.json")).unwrap();
    assert!(
        page.contains(
            "Täällä ([Lampi](/a/)), here ([Reitit](/a/#reitit)) ja lue lisää ([https://lampi.example/a](https://lampi.example/a))."
        ),
        "{page}"
    );
}

#[test]
fn what_cannot_be_carried_over_is_told_with_its_place() {
    let told = [
        ("# A\n\nSana <Check /> sana\n", "a.md:3: the component <Check />: left out"),
        (
            "# A\n\nSana <Check>a</Check> sana\n",
            "a.md:3: the component <Check>: left out, the words in it are kept",
        ),
        ("# A\n\n[b](https://b.example \"Vihje\")\n", "a.md:3: the title “Vihje” of a link: left out"),
        (
            "# A\n\n{{< figure src=\"k.png\" attr=\"Maija\" attrlink=\"https://m.example\" >}}\n",
            "a.md:3: the link attrlink=\"https://m.example\" of a figure: left out",
        ),
        (
            "# A\n\n<img alt=\"Kuva\">\n",
            "a.md:3: the HTML <img alt=\"Kuva\">: an image without a file: left out",
        ),
        (
            "# A\n\nSana <img alt=\"Kuva\"> sana\n",
            "a.md:3: the HTML <img alt=\"Kuva\">: an image without a file: left out",
        ),
        ("# A\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n", "a.md:3: the alignment of a table's columns: left out"),
        (
            "# A\n\n| a | b |\n|---|---|\n| 1 | 2 | 3 \\| 4 | 5 |\n",
            "a.md:5: the row has more cells than the header: left out: 3 \\| 4 | 5",
        ),
    ];
    for (text, told) in told {
        let scratch = tree_of(&[("a.md", text)]);
        let output = import(scratch.path(), &scratch.path().join("content"), &[]);
        assert!(by_place(&output).contains(told), "{told}\n{}", by_place(&output));
    }
}

#[test]
fn what_stands_beside_a_title_or_a_tag_is_kept() {
    let kept = [
        ("# A\n\n```sh title=\"run.sh\"\nls\n```\n", r#""paragraph": "**run.sh**""#),
        ("<h1 align=\"center\">Nimi</h1>\n\nSana\n", r#""title": "Nimi""#),
        (
            "# A\n\n<h2 id=\"o\"><img src=\"k.png\" alt=\"Merkki\"> Osa &amp; muu</h2>\n",
            r#""heading": "Osa & muu""#,
        ),
        ("# A\n\n<h2 id=\"o\"><img src=\"k.png\" alt=\"Merkki\"> Osa</h2>\n", r#""alt": "Merkki""#),
        ("# A\n\n<Note>\n\nSana **tai** kaksi\n\n</Note>\n", r#""Sana **tai** kaksi""#),
        ("# A\n\n<Note type=\"warning\">\n  Sana\n</Note>\n", r#""kind": "warning""#),
        ("# A\n\n<Tip>Sana</Tip>\n", r#""kind": "info""#),
        ("# A\n\n<Admonition type=\"danger\" title=\"Varo\">\nSana\n</Admonition>\n", r#""title": "Varo""#),
        ("# ![Merkki](k.png) [Nimi](https://n.example)\n", r#""title": "Nimi""#),
        ("# ![Merkki](k.png) [Nimi](https://n.example)\n", r#""image": "k.png""#),
        ("# ![Merkki](k.png) [Nimi](https://n.example)\n", r#""paragraph": "[Nimi](https://n.example)""#),
        ("# A\n\n## ![Merkki](k.png) [Osa](https://n.example)\n", r#""heading": "Osa""#),
        (
            "# A\n\n## ![Merkki](k.png) [Osa](https://n.example)\n",
            r#""paragraph": "[Osa](https://n.example)""#,
        ),
        (
            "# A\n\n{{< figure src=\"k.png\" alt=\"Lampi\" title=\"Aamu\" caption=\"Usvaa\" attr=\"Maija\" link=\"https://n.example\" >}}\n",
            r#""caption": "Aamu – Usvaa – Maija""#,
        ),
        (
            "# A\n\n{{< figure src=\"k.png\" alt=\"Lampi\" link=\"https://n.example\" >}}\n",
            r#""paragraph": "[Lampi](https://n.example)""#,
        ),
        ("# A\n\n<!-- a --> sanat <!-- b -->\n", r#""paragraph": "sanat""#),
        (
            "# A\n\n<details><summary>S</summary>\n\nSisällä\n\n</details> Perässä\n",
            r#""paragraph": "Perässä""#,
        ),
    ];
    for (text, kept) in kept {
        let scratch = tree_of(&[("a.md", text), ("k.png", "kuva")]);
        let content = scratch.path().join("content");
        import(scratch.path(), &content, &[]);
        let page = fs::read_to_string(content.join("fi/a.json")).unwrap();
        assert!(page.contains(kept), "{kept}\n{page}");
    }
}

#[test]
fn an_anchor_without_a_heading_of_its_own_leads_to_the_heading_above() {
    let scratch = tree_of(&[
        (
            "a.md",
            "# A\n\n<a id=\"alku\"></a>Alku.\n\n## Osa\n<a id=\"osan-nimi\"></a>\n\nSana.\n\n| a |\n|---|\n| <a name=\"solu\">s</a> |\n\n<div id=\"laatikko\">Sana</div>\n",
        ),
        (
            "b.md",
            "# B\n\n[1](a.md#alku) [2](a.md#osan-nimi) [3](a.md#solu) [4](a.md#laatikko) [5](a.md#osa)\n",
        ),
    ]);
    let content = scratch.path().join("content");
    let output = by_place(&import(scratch.path(), &content, &[]));
    let page = fs::read_to_string(content.join("fi/b.json")).unwrap();
    assert!(
        page.contains("[1](/a/) [2](/a/#osa) [3](/a/#osa) [4](/a/#osa) [5](/a/#osa)"),
        "{page}\n{output}"
    );
    assert!(!output.contains("no such heading"), "{output}");
}

#[test]
fn headings_of_another_order_are_told_once_a_page() {
    let scratch =
        tree_of(&[("a.md", "# A\n\n## B\n\n#### C\n\n#### D\n\n##### E\n\n###### F\n\n###### G\n")]);
    let output = by_place(&import(scratch.path(), &scratch.path().join("content"), &[]));
    assert!(output.contains("Warnings: 2\n  import.heading: 2\n"), "{output}");
    assert!(
        output.contains("a.md:5: a heading skips a level: it and those like it are written without the gap"),
        "{output}"
    );
    assert!(
        output.contains(
            "a.md:11: a heading deeper than level 4: it and those like it are written as minor headings"
        ),
        "{output}"
    );
}

#[test]
fn a_heading_that_many_pages_share_is_not_their_title() {
    let page = |title: &str| format!("<h1 align=\"center\">Lampi</h1>\n\n## {title}\n\nSana\n");
    let scratch = tree_of(&[
        ("a.md", &page("Reitit")),
        ("b.md", &page("Veneet")),
        ("c.md", "# Lampi\n\nSana\n"),
        ("d.md", "# Oma\n"),
    ]);
    let content = scratch.path().join("content");
    let output = by_place(&import(scratch.path(), &content, &[]));
    for (file, title) in [("a", "Reitit"), ("b", "Veneet"), ("c", "C"), ("d", "Oma")] {
        let page = fs::read_to_string(content.join(format!("fi/{file}.json"))).unwrap();
        assert!(page.contains(&format!(r#""title": "{title}""#)), "{page}");
    }
    assert!(
        output.contains("a.md:3: the heading “Lampi” of many pages: left out, the one under it is the title"),
        "{output}"
    );
    assert!(fs::read_to_string(content.join("fi/c.json")).unwrap().contains(r#""heading": "Lampi""#));
}

#[test]
fn the_slug_of_a_folders_page_names_the_folder() {
    let scratch = tree_of(&[
        ("retki/index.md", "---\nslug: Kesäretki\n---\n# Retki\n"),
        ("retki/a.md", "# A\n\n[Retki](index.md)\n"),
        ("_index.md", "---\nslug: alku\n---\n# Alku\n"),
    ]);
    let content = scratch.path().join("content");
    let output = import(scratch.path(), &content, &[]);
    assert!(content.join("fi/kesaretki/index.json").is_file(), "{}", by_place(&output));
    assert!(
        fs::read_to_string(content.join("fi/kesaretki/a.json")).unwrap().contains("[Retki](/kesaretki/)")
    );
    let told = "tree/_index.md:1: the slug “alku” of the front page: left out";
    assert!(by_place(&output).contains(told), "{}", by_place(&output));
}

#[cfg(unix)]
#[test]
fn files_that_stay_behind_are_told() {
    let scratch = tree_of(&[
        ("a.md", "# A\n\n[Lomake](lomake.pdf)\n"),
        ("lomake.pdf", "%PDF"),
        ("unohdettu.pdf", "%PDF"),
        ("vanha.html", "<p>Sanoja</p>"),
        ("osa/b.md", "# B\n"),
        (
            "osa/_category_.yml",
            "label: Osasto\nposition: 2\ncollapsed: true\nlink:\n  type: generated-index\n  description: Mitä täällä on.\n",
        ),
    ]);
    std::os::unix::fs::symlink(scratch.path(), scratch.path().join("tree/linkki")).unwrap();
    let content = scratch.path().join("content");
    let output = by_place(&import(scratch.path(), &content, &[]));
    for told in [
        "tree/unohdettu.pdf: no page leads to this file: not copied",
        "tree/vanha.html: this file isn't Markdown: not imported",
        "tree/linkki: a symbolic link: left out, with what it leads to",
        "tree/osa/_category_.yml:1: the front matter “collapsed” has no place on a page: left out",
    ] {
        assert!(output.contains(told), "{told}\n{output}");
    }
    assert!(!output.contains("lomake.pdf"), "{output}");
    let folder = fs::read_to_string(content.join("fi/osa/index.json")).unwrap();
    for kept in [r#""title": "Osasto""#, r#""order": 2"#, r#""summary": "Mitä täällä on.""#] {
        assert!(folder.contains(kept), "{kept}\n{folder}");
    }
}

#[test]
fn files_that_are_there_stop_the_import_before_anything_is_written() {
    let scratch = tree_of(&[("a.md", "# A\n"), ("b.md", "# B\n")]);
    let content = scratch.path().join("content");
    fs::create_dir_all(content.join("fi")).unwrap();
    fs::write(content.join("fi/b.json"), "precious").unwrap();
    let output = import(scratch.path(), &content, &[]);
    assert_eq!(output.status.code(), Some(2));
    assert!(words(&output.stderr).contains("fi/b.json"), "{}", words(&output.stderr));
    assert!(words(&output.stderr).contains("--force"), "{}", words(&output.stderr));
    assert_eq!(folder::files(&content).len(), 1);
    let forced = import(scratch.path(), &content, &["--force"]);
    assert_eq!(forced.status.code(), Some(0), "{}", words(&forced.stderr));
    assert!(fs::read_to_string(content.join("fi/b.json")).unwrap().contains("\"title\": \"B\""));
}

#[test]
fn a_page_at_the_same_address_is_in_the_way_too() {
    let scratch = tree_of(&[("a.md", "# A\n")]);
    let content = scratch.path().join("content");
    fs::create_dir_all(content.join("fi/a")).unwrap();
    fs::write(content.join("fi/a/index.json"), "precious").unwrap();
    let output = import(scratch.path(), &content, &["--force"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(words(&output.stderr).contains("a/index.json"), "{}", words(&output.stderr));
}

#[test]
fn a_section_that_is_there_is_not_made_again() {
    let scratch = tree_of(&[("retket/lampi.md", "# Lampi\n")]);
    let content = scratch.path().join("content");
    fs::create_dir_all(content.join("fi")).unwrap();
    fs::write(content.join("fi/index.json"), "precious").unwrap();
    fs::write(content.join("site.json"), "{\"languages\": [\"fi\"]}").unwrap();
    let output = import(scratch.path(), &content, &[]);
    assert_eq!(output.status.code(), Some(0), "{}", words(&output.stderr));
    assert_eq!(fs::read_to_string(content.join("fi/index.json")).unwrap(), "precious");
    assert!(content.join("fi/retket/index.json").is_file());
}

#[test]
fn nothing_to_import_is_said() {
    let scratch = tree_of(&[("a.txt", "A\n")]);
    let output = import(scratch.path(), &scratch.path().join("content"), &[]);
    assert_eq!(output.status.code(), Some(2));
    assert!(words(&output.stderr).contains(".md"), "{}", words(&output.stderr));
    assert!(!scratch.path().join("content").exists());
}

#[cfg(unix)]
#[test]
fn nothing_outside_of_the_tree_is_copied() {
    let scratch = tree_of(&[("a.md", "# A\n\n![x](../salaisuus.png) ![y](linkki.png)\n")]);
    fs::write(scratch.path().join("salaisuus.png"), "precious").unwrap();
    std::os::unix::fs::symlink(scratch.path().join("salaisuus.png"), scratch.path().join("tree/linkki.png"))
        .unwrap();
    let content = scratch.path().join("content");
    let output = import(scratch.path(), &content, &[]);
    assert_eq!(output.status.code(), Some(0), "{}", words(&output.stderr));
    assert!(folder::files(&content).keys().all(|file| file.ends_with(".json")));
}

#[test]
fn the_help_names_the_exit_codes() {
    let output =
        Command::new(env!("CARGO_BIN_EXE_seutu")).args(["import", "markdown", "--help"]).output().unwrap();
    assert!(words(&output.stdout).contains("Exit codes"), "{}", words(&output.stdout));
}

#[test]
fn a_letter_of_two_signs_is_the_same_letter() {
    let svg = r#"<svg xmlns="http://www.w3.org/2000/svg" width="2" height="2"></svg>"#;
    let scratch = tree_of(&[
        (
            "tyo\u{308}paja a\u{308}a\u{308}ni.md",
            "---\ntitle: Tyo\u{308}paja\n---\n\n## A\u{308}a\u{308}ni\n\nKa\u{308}vely\u{308} <b>e\u{301}</b>.\n\n![Lato](<lato \u{e4}.svg>)\n",
        ),
        ("lato a\u{308}.svg", svg),
        (
            "b.md",
            "# B\n\n[1](<ty\u{f6}paja \u{e4}\u{e4}ni.md#\u{e4}\u{e4}ni>) [2](tyo%CC%88paja%20a%CC%88a%CC%88ni.md#a%CC%88a%CC%88ni)\n",
        ),
    ]);
    let output = checked(scratch.path(), "fi");
    assert_eq!(output.status.code(), Some(0), "{}", words(&output.stderr));
    let content = scratch.path().join("content");
    let told = by_place(&import(scratch.path(), &content, &[]));
    let page = fs::read_to_string(content.join("fi/tyopaja-aani.json")).unwrap();
    for kept in ["\"Työpaja\"", "\"Ääni\"", "Kävelÿ é.", "\"lato-a.svg\""] {
        assert!(page.contains(kept), "{kept}\n{page}\n{told}");
    }
    let links = fs::read_to_string(content.join("fi/b.json")).unwrap();
    assert!(links.contains("[1](/tyopaja-aani/#aani) [2](/tyopaja-aani/#aani)"), "{links}\n{told}");
}

#[test]
fn of_two_files_with_the_same_letters_one_is_imported_and_that_is_told() {
    let scratch = tree_of(&[("ty\u{f6}.md", "# Yksi\n"), ("tyo\u{308}.md", "# Kaksi\n")]);
    let content = scratch.path().join("content");
    let output = import(scratch.path(), &content, &[]);
    assert!(by_place(&output).contains("another file has the same name"), "{}", by_place(&output));
    assert!(content.join("fi/tyo.json").is_file());
}

#[test]
fn bare_addresses_and_character_references_come_over_whole() {
    let scratch = tree_of(&[(
        "a.md",
        "---\ntitle: 007 &amp; muut\n---\n\nKatso https://a.example/~maija/Lampi_(j\u{e4}rvi)[1]*x*y.\n\n<p>Y&ouml; &mdash; <a href=\"https://b.example/?a=1&amp;b=2\">sivusto</a></p>\n",
    )]);
    let content = scratch.path().join("content");
    import(scratch.path(), &content, &[]);
    let page = fs::read_to_string(content.join("fi/a.json")).unwrap();
    for kept in [
        r#""title": "007 & muut""#,
        "](https://a.example/~maija/Lampi_%28järvi%29%5B1%5D*x*y).",
        "Yö — [sivusto](https://b.example/?a=1\\\\&b=2)",
    ] {
        assert!(page.contains(kept), "{kept}\n{page}");
    }
}

#[test]
fn a_picture_that_is_named_wrongly_is_accepted_all_the_same() {
    let scratch = tree_of(&[(
        "a.md",
        "# A\n\n![Kuva-1](kuva-1.png \"Lampi\")\n\n![k.jpg](b.png)\n\n![Lampi](c.png)\n",
    )]);
    let mut jpeg = std::io::Cursor::new(Vec::new());
    image::RgbImage::new(3, 3).write_to(&mut jpeg, image::ImageFormat::Jpeg).unwrap();
    for name in ["kuva-1.png", "b.png", "c.png"] {
        fs::write(scratch.path().join("tree").join(name), jpeg.get_ref()).unwrap();
    }
    let output = checked(scratch.path(), "fi");
    assert_eq!(output.status.code(), Some(0), "{}", words(&output.stderr));
    let content = scratch.path().join("content");
    let told = by_place(&import(scratch.path(), &content, &[]));
    assert!(
        told.contains("a.md:3: the alternative text “Kuva-1” is the name of a file: written as a decoration"),
        "{told}"
    );
    let page: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(content.join("fi/a.json")).unwrap()).unwrap();
    assert_eq!(
        page.get("content"),
        Some(&serde_json::json!([
            { "figure": { "image": "kuva-1.jpg", "decorative": true, "caption": "Lampi" } },
            { "figure": { "image": "b.jpg", "decorative": true } },
            { "figure": { "image": "c.jpg", "alt": "Lampi" } },
        ]))
    );
}
