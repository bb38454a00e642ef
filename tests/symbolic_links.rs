//! Symbolic links in published sites, in Markdown trees and in content: none of them is followed out of its
//! folder, and none without end. `robustness.rs` has those in content that is published, `preview.rs` those
//! that are asked for.

#![cfg(unix)]

use std::{
    fs,
    os::unix::fs::symlink,
    path::Path,
    process::{Command, Output},
};

use serde_json::Value;

use crate::support::{everything, folder};

fn seutu(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_seutu"))
        .args(arguments)
        .current_dir(folder)
        .env("LC_ALL", "C")
        .env("NO_COLOR", "1")
        .output()
        .unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&[&output.stdout[..], &output.stderr].concat()).into_owned()
}

/// A published site as `dist`, with links: each level of the first two would be twice as many files as the
/// one above.
fn site_with_links() -> tempfile::TempDir {
    let scratch = tempfile::tempdir().unwrap();
    let out = scratch.path().join("dist");
    folder::copy(&everything::SITE.1, &out);
    fs::create_dir(scratch.path().join("elsewhere")).unwrap();
    fs::write(scratch.path().join("elsewhere/index.html"), "<p>Muualla</p>").unwrap();
    symlink(".", out.join("a")).unwrap();
    symlink(".", out.join("b")).unwrap();
    symlink("..", out.join("hankkeet/ylos")).unwrap();
    symlink("../elsewhere", out.join("muualle")).unwrap();
    symlink("../elsewhere/index.html", out.join("muu.html")).unwrap();
    symlink("nowhere", out.join("tyhja")).unwrap();
    scratch
}

#[test]
fn a_walk_through_a_site_names_each_link_and_follows_none() {
    let scratch = site_with_links();
    let output = seutu(scratch.path(), &["check", "--published", "dist", "--format", "json"]);
    let report: Value =
        serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{}", said(&output)));
    let faults = report["faults"].as_array().unwrap().iter();
    let faults: Vec<(&str, &str)> =
        faults.map(|fault| (fault["rule"].as_str().unwrap(), fault["file"].as_str().unwrap())).collect();
    let links = ["a", "b", "hankkeet/ylos", "muu.html", "muualle", "tyhja"];
    assert_eq!(faults, links.map(|file| ("published.symbolic-link", file)));
    let output = seutu(scratch.path(), &["check", "--published", "dist"]);
    assert!(said(&output).contains("A symbolic link to “../elsewhere” stands here"), "{}", said(&output));
}

#[test]
fn a_site_whose_folder_is_named_by_a_link_is_walked() {
    let scratch = tempfile::tempdir().unwrap();
    symlink(&everything::SITE.1, scratch.path().join("dist")).unwrap();
    let output = seutu(scratch.path(), &["check", "--published", "dist"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
}

#[test]
fn of_two_sites_links_are_compared_by_where_they_lead() {
    let scratch = site_with_links();
    let new = scratch.path().join("new");
    folder::copy(&everything::SITE.1, &new);
    symlink(".", new.join("a")).unwrap();
    symlink("..", new.join("b")).unwrap();
    let output = seutu(scratch.path(), &["diff", "dist", "new", "--format", "json"]);
    let report: Value =
        serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{}", said(&output)));
    let files = report["files"].as_array().unwrap().iter();
    let mut files: Vec<&str> =
        files.map(|file| file["file"].as_str().or(file["name"].as_str()).unwrap()).collect();
    files.sort_unstable();
    assert_eq!(files, ["b", "hankkeet/ylos", "muu.html", "muualle", "tyhja"]);
}

/// A tree of Markdown with a page that shows pictures from beside the tree.
fn tree() -> tempfile::TempDir {
    let scratch = tempfile::tempdir().unwrap();
    fs::create_dir_all(scratch.path().join("tree")).unwrap();
    fs::create_dir_all(scratch.path().join("elsewhere/kuvat")).unwrap();
    fs::copy(everything::content().join("jako.png"), scratch.path().join("elsewhere/kuvat/salaisuus.png"))
        .unwrap();
    let page = "# Sivu\n\nKappale.\n\n![Silta kesällä](/kuvat/salaisuus.png)\n";
    fs::write(scratch.path().join("tree/sivu.md"), page).unwrap();
    scratch
}

#[test]
fn a_folder_beside_a_tree_that_is_a_link_is_left_out_and_told_of() {
    for (name, target) in [("static", "/"), ("static", "elsewhere"), ("public", "elsewhere"), ("assets", ".")]
    {
        let scratch = tree();
        symlink(target, scratch.path().join(name)).unwrap();
        let output = seutu(scratch.path(), &["import", "markdown", "tree", "--into", "content"]);
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        let told = said(&output);
        assert!(told.contains(&format!("⚠ {name}\n  A symbolic link: left out")), "{told}");
        let files = folder::files(&scratch.path().join("content"));
        assert!(files.keys().all(|file| file.ends_with(".json")), "{:?}", files.keys());
    }
    // A link within such a folder is told of, too.
    let scratch = tree();
    fs::create_dir(scratch.path().join("static")).unwrap();
    symlink("../elsewhere/kuvat", scratch.path().join("static/kuvat")).unwrap();
    let output = seutu(scratch.path(), &["import", "markdown", "tree", "--into", "content"]);
    assert!(said(&output).contains("⚠ static/kuvat\n"), "{}", said(&output));
    assert!(!scratch.path().join("content/fi/salaisuus.png").exists());
}

#[test]
fn an_import_writes_through_no_link_in_the_content() {
    // In the place of a page, of its folder, of the language's folder; what it leads to is there, or isn't
    // yet.
    for (link, target) in [
        ("fi/sivu.json", "../../elsewhere/kept.json"),
        ("fi/sivu.json", "../../elsewhere/new.json"),
        ("fi", "../elsewhere"),
        ("fi/osio", "../../elsewhere"),
    ] {
        for force in [&["--force"][..], &[]] {
            let scratch = tree();
            fs::create_dir(scratch.path().join("tree/osio")).unwrap();
            fs::write(scratch.path().join("tree/osio/toinen.md"), "# Toinen\n\nKappale.\n").unwrap();
            fs::write(scratch.path().join("elsewhere/kept.json"), "kept").unwrap();
            let place = scratch.path().join("content").join(link);
            fs::create_dir_all(place.parent().unwrap()).unwrap();
            symlink(target, &place).unwrap();
            let before = folder::files(&scratch.path().join("elsewhere"));
            let arguments = ["import", "markdown", "tree", "--into", "content"];
            let output = seutu(scratch.path(), &[&arguments[..], force].concat());
            assert_eq!(output.status.code(), Some(2), "{link} {target}: {}", said(&output));
            assert!(said(&output).contains(&format!("content/{link}")), "{}", said(&output));
            assert!(folder::files(&scratch.path().join("elsewhere")) == before, "{link} {target}");
        }
    }
}

#[test]
fn a_new_page_is_written_through_no_link() {
    for (link, target, page) in [
        ("fi/uusi.json", "../../elsewhere/uusi.json", "/uusi/"),
        ("fi/osio/uusi.json", "../../../elsewhere/nowhere/uusi.json", "/osio/uusi/"),
        ("fi/osio", "../../elsewhere", "/osio/uusi/"),
        ("fi", "../elsewhere", "/uusi/"),
    ] {
        let scratch = tempfile::tempdir().unwrap();
        folder::copy(&everything::content(), &scratch.path().join("content"));
        fs::create_dir(scratch.path().join("elsewhere")).unwrap();
        let output = seutu(scratch.path(), &["new", "section", "/osio/", "--content", "content"]);
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        let place = scratch.path().join("content").join(link);
        let _ = fs::rename(&place, scratch.path().join("elsewhere/moved"));
        symlink(target, &place).unwrap();
        let output = seutu(scratch.path(), &["new", "page", page, "--content", "content"]);
        assert_ne!(output.status.code(), Some(0), "{link}: {}", said(&output));
        let written = folder::files(&scratch.path().join("elsewhere"));
        assert!(written.keys().all(|file| !file.contains("uusi")), "{link}: {:?}", written.keys());
    }
}

#[test]
fn a_publication_writes_through_no_link_beside_the_site() {
    let publish = |scratch: &Path| {
        everything::build(&everything::content(), &scratch.join("dist"))
            .args(["--host", "nginx"])
            .output()
            .unwrap()
    };
    for link in [
        ".dist.seutu-cache/lock",
        ".dist.seutu-cache/manifest.unfinished",
        ".dist.seutu-cache/words",
        "dist.nginx.conf.unfinished",
        ".dist.seutu-cache",
        "dist.nginx.conf",
    ] {
        let scratch = tempfile::tempdir().unwrap();
        let (elsewhere, place) = (scratch.path().join("elsewhere"), scratch.path().join(link));
        fs::create_dir_all(elsewhere.join("staged")).unwrap();
        fs::write(elsewhere.join("staged/kept"), "kept").unwrap();
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        let target = match link {
            ".dist.seutu-cache" => "",
            ".dist.seutu-cache/words" => "staged",
            _ => "staged/kept",
        };
        symlink(elsewhere.join(target), &place).unwrap();
        let output = publish(scratch.path());
        assert_eq!(fs::read_to_string(elsewhere.join("staged/kept")).unwrap(), "kept", "{link}");
        let is_refused = matches!(link, ".dist.seutu-cache" | "dist.nginx.conf");
        assert_eq!(output.status.success(), !is_refused, "{link}: {}", said(&output));
    }
}

#[test]
fn no_file_of_a_shell_lies_elsewhere() {
    let shell_before = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/sites/shell");
    // The link, where it leads, and whether it may.
    for (link, target, is_sound) in [
        ("salaisuus.txt", "../elsewhere/salaisuus", false),
        ("kansio", "../elsewhere", false),
        ("kansio", ".", false),
        ("tyhja.txt", "nowhere", false),
        ("juuri", "/", false),
        ("toinen.js", "start.js", true),
        ("index.html", "../elsewhere/index.html", false),
    ] {
        let scratch = tempfile::tempdir().unwrap();
        let shell = scratch.path().join("shell");
        folder::copy(&shell_before, &shell);
        fs::create_dir(scratch.path().join("elsewhere")).unwrap();
        fs::write(scratch.path().join("elsewhere/salaisuus"), "salaisuus").unwrap();
        fs::copy(shell.join("index.html"), scratch.path().join("elsewhere/index.html")).unwrap();
        let _ = fs::remove_file(shell.join(link));
        symlink(target, shell.join(link)).unwrap();
        // The folder itself may be named by a link.
        symlink("shell", scratch.path().join("kuori")).unwrap();
        let content = everything::content();
        for named in ["shell", "kuori"] {
            let arguments =
                ["build", "--content", content.to_str().unwrap(), "--out", "dist", "--shell", named];
            let output = seutu(scratch.path(), &arguments);
            assert_eq!(output.status.success(), is_sound, "{link}: {}", said(&output));
            if !is_sound {
                let told = said(&output);
                assert!(told.contains(&format!("{named}/{link} is a symbolic link")), "{told}");
            }
            assert_eq!(scratch.path().join("dist").join(link).exists(), is_sound, "{link}");
        }
    }
}

#[test]
fn schemas_are_written_through_no_link() {
    let scratch = tempfile::tempdir().unwrap();
    let (schema, outside) = (scratch.path().join("schema"), scratch.path().join("outside.json"));
    fs::create_dir(&schema).unwrap();
    fs::write(&outside, "kept").unwrap();
    symlink(&outside, schema.join("page.schema.json")).unwrap();
    let output = seutu(scratch.path(), &["schema", "--into", "schema"]);
    assert!(output.status.success(), "{}", said(&output));
    assert_eq!(fs::read_to_string(&outside).unwrap(), "kept");
    assert!(fs::read_to_string(schema.join("page.schema.json")).unwrap().contains("$schema"));
}
