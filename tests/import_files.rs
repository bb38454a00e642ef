//! Which files an import reads, copies and leaves, and what stands in its way.

use std::fs;

use crate::{
    import::{by_place, checked, import, tree_of, words},
    support::folder,
};

#[cfg(unix)]
#[test]
fn files_that_stay_behind_are_told() {
    let scratch = tree_of(&[
        ("a.md", "# A\n\n[Lomake](lomake.pdf)\n"),
        ("lomake.pdf", "%PDF-1.7"),
        ("unohdettu.pdf", "%PDF-1.7"),
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
fn an_import_that_fails_leaves_the_content_as_it_was() {
    let scratch = tree_of(&[
        ("a.md", "# A\n"),
        ("deep/er/c.md", "# C\n"),
        ("d.md", &format!("# D\n\n{}\n", "long ".repeat(4000))),
        ("z.md", "# Z\n"),
    ]);
    let content = scratch.path().join("content");
    fs::create_dir_all(content.join("fi")).unwrap();
    for name in ["a.json", "d.json"] {
        fs::write(content.join("fi").join(name), "precious").unwrap();
    }
    let everything = || {
        let output = std::process::Command::new("find").arg(&content).output().unwrap();
        let mut names: Vec<String> = words(&output.stdout).lines().map(str::to_owned).collect();
        names.sort();
        (names, folder::files(&content))
    };
    // A folder has the name of the last page.
    fs::create_dir(content.join("fi/z.json")).unwrap();
    let before = everything();
    let output = import(scratch.path(), &content, &["--force"]);
    assert_eq!(output.status.code(), Some(2), "{}", words(&output.stderr));
    assert!(words(&output.stderr).contains("z.json can't be written"), "{}", words(&output.stderr));
    assert_eq!(everything(), before);
    fs::remove_dir(content.join("fi/z.json")).unwrap();
    #[cfg(unix)]
    {
        // A limit on the size of files stands for a disk that is full.
        let before = everything();
        let output = std::process::Command::new("sh")
            .args(["-c", "trap '' XFSZ; ulimit -f 4; exec \"$@\"", "sh", env!("CARGO_BIN_EXE_seutu")])
            .args(["import", "markdown", "--force", "--into"])
            .arg(&content)
            .arg(scratch.path().join("tree"))
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(2), "{}", words(&output.stderr));
        assert!(words(&output.stderr).contains("d.json can't be written"), "{}", words(&output.stderr));
        assert_eq!(everything(), before);
    }
    let output = import(scratch.path(), &content, &["--force"]);
    assert_eq!(output.status.code(), Some(0), "{}", words(&output.stderr));
    let (names, _) = everything();
    assert!(names.iter().all(|name| !name.contains(".seutu")), "{names:?}");
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
fn a_picture_that_the_checker_would_refuse_stays_behind_with_the_reason() {
    let whole = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 2 1\">";
    let scratch = tree_of(&[
        (
            "a.md",
            "# A\n\n![Kaavio](kaavio.svg)\n\n![Koko](koko.svg)\n\n![Sanoja](sanoja.png)\n\n![Hyvä](hyva.svg)\n\n[Lomake](lomake.pdf)\n",
        ),
        ("kaavio.svg", &format!("{whole}<foreignObject></foreignObject></svg>")),
        ("koko.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
        ("sanoja.png", "sanoja"),
        ("hyva.svg", &format!("{whole}</svg>")),
        ("lomake.pdf", "sanoja"),
    ]);
    let content = scratch.path().join("content");
    let output = by_place(&import(scratch.path(), &content, &[]));
    for told in [
        "the image kaavio.svg can't be copied (the drawing could run a program or load something from elsewhere",
        "the image koko.svg can't be copied (the drawing doesn't say how large it is)",
        "the image sanoja.png can't be copied (such a file isn't an image)",
        "the link to lomake.pdf leads nowhere (the file isn't of the kind that its name says)",
    ] {
        assert!(output.contains(told), "{told}\n{output}");
    }
    assert!(!output.contains("hyva.svg"), "{output}");
    assert!(checked(scratch.path(), "fi").status.success());
}
