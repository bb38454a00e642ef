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
            "# A\n\n<h2 id=\"o\"><img src=\"k.svg\" alt=\"Merkki\"> Osa &amp; muu</h2>\n",
            r#""heading": "Osa & muu""#,
        ),
        ("# A\n\n<h2 id=\"o\"><img src=\"k.svg\" alt=\"Merkki\"> Osa</h2>\n", r#""alt": "Merkki""#),
        ("# A\n\n<Note>\n\nSana **tai** kaksi\n\n</Note>\n", r#""Sana **tai** kaksi""#),
        ("# A\n\n<Note type=\"warning\">\n  Sana\n</Note>\n", r#""kind": "warning""#),
        ("# A\n\n<Tip>Sana</Tip>\n", r#""kind": "info""#),
        ("# A\n\n<Admonition type=\"danger\" title=\"Varo\">\nSana\n</Admonition>\n", r#""title": "Varo""#),
        ("# ![Merkki](k.svg) [Nimi](https://n.example)\n", r#""title": "Nimi""#),
        ("# ![Merkki](k.svg) [Nimi](https://n.example)\n", r#""image": "k.svg""#),
        ("# ![Merkki](k.svg) [Nimi](https://n.example)\n", r#""paragraph": "[Nimi](https://n.example)""#),
        ("# A\n\n## ![Merkki](k.svg) [Osa](https://n.example)\n", r#""heading": "Osa""#),
        (
            "# A\n\n## ![Merkki](k.svg) [Osa](https://n.example)\n",
            r#""paragraph": "[Osa](https://n.example)""#,
        ),
        (
            "# A\n\n{{< figure src=\"k.svg\" alt=\"Lampi\" title=\"Aamu\" caption=\"Usvaa\" attr=\"Maija\" link=\"https://n.example\" >}}\n",
            r#""caption": "Aamu – Usvaa – Maija""#,
        ),
        (
            "# A\n\n{{< figure src=\"k.svg\" alt=\"Lampi\" link=\"https://n.example\" >}}\n",
            r#""paragraph": "[Lampi](https://n.example)""#,
        ),
        ("# A\n\n<!-- a --> sanat <!-- b -->\n", r#""paragraph": "sanat""#),
        (
            "# A\n\n<details><summary>S</summary>\n\nSisällä\n\n</details> Perässä\n",
            r#""paragraph": "Perässä""#,
        ),
    ];
    for (text, kept) in kept {
        let scratch = tree_of(&[
            ("a.md", text),
            ("k.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 2 1\"/>"),
        ]);
        let content = scratch.path().join("content");
        import(scratch.path(), &content, &[]);
        let page = fs::read_to_string(content.join("fi/a.json")).unwrap();
        assert!(page.contains(kept), "{kept}\n{page}");
    }
}

#[test]
fn the_help_names_the_exit_codes() {
    let output =
        Command::new(env!("CARGO_BIN_EXE_seutu")).args(["import", "markdown", "--help"]).output().unwrap();
    assert!(words(&output.stdout).contains("Exit codes"), "{}", words(&output.stdout));
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
