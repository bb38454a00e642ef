//! `SECURITY.md` and the table of security requirements say what is true, and commands write where they were
//! told.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use crate::support::{everything, folder::copy};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

#[test]
fn each_security_requirement_names_tests_that_there_are() {
    let table = fs::read_to_string(root().join("docs/security-requirements.md")).unwrap();
    let mut numbers = BTreeSet::new();
    for row in table.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| requirement")) {
        let [_, requirement, how, tests, _] = row.split('|').collect::<Vec<_>>()[..] else { panic!("{row}") };
        let number = requirement.trim().split(' ').next().unwrap();
        let parts: Vec<u8> = number.split('.').map(|part| part.parse().expect(row)).collect();
        assert!(parts.len() == 3 && (1..=17).contains(&parts[0]), "{row}");
        assert!(numbers.insert(parts), "{number} stands twice");
        assert!(!how.trim().is_empty(), "{row}");
        let named: Vec<&str> = tests.trim().split(", ").map(|test| test.trim_matches('`')).collect();
        for test in named {
            let file = match test.strip_prefix("specs/") {
                Some(_) => root().join("tests/browser").join(test),
                None => root().join(test),
            };
            let text = fs::read_to_string(&file).unwrap_or_else(|error| panic!("{number}: {test}: {error}"));
            let is_test = ["#[test]", "test(", "fn test"].iter().any(|mark| text.contains(mark));
            assert!(is_test || text.contains("mod tests"), "{number}: {test} holds no test");
        }
    }
    assert!(numbers.len() > 50 && numbers.iter().is_sorted(), "{numbers:?}");
}

#[test]
fn the_page_about_security_names_files_and_commands_that_there_are() {
    let page = fs::read_to_string(root().join("SECURITY.md")).unwrap();
    for heading in [
        "Report a hole",
        "Supported versions",
        "What Seutu defends against",
        "What Seutu doesn't defend against",
    ] {
        assert!(page.contains(&format!("## {heading}\n")), "{heading}");
    }
    assert!(page.contains("within 30 days"));
    let help = fs::read_to_string(root().join("xtask/src/help.rs")).unwrap();
    for (_, command) in page.match_indices("`cargo xtask ").map(|(at, mark)| page.split_at(at + mark.len())) {
        let name = command.split(['`', ' ']).next().unwrap();
        assert!(help.contains(&format!("entry(\"{name}\"")), "{name}");
    }
    for file in ["tests/fuzz/seeds", "docs/security-requirements.md", "docs/publishing.en.md", "CHANGELOG.md"]
    {
        assert!(page.contains(file) && root().join(file).exists(), "{file}");
    }
}

/// Each command that writes, with `..` and odd names in what it is told: what it wasn't told to write is as
/// it was.
#[test]
fn commands_write_in_the_folders_that_they_are_told() {
    let scratch = tempfile::tempdir().unwrap();
    let at = |name: &str| scratch.path().join(name);
    copy(&everything::content(), &at("work/content"));
    fs::create_dir_all(at("work/deep")).unwrap();
    fs::write(at("work/outside.md"), "# Ulkona\n").unwrap();
    fs::create_dir_all(at("tree/docs")).unwrap();
    fs::write(
        at("tree/docs/index.md"),
        "---\nslug: ../../../ulos\naliases: [/../ulos, //a]\n---\n# A\n\n![x](../../work/outside.md)\n\n--8<-- \"../../work/outside.md\"\n",
    )
    .unwrap();
    let shell = root().join("tests/sites/shell");
    let (shell, publication) = (shell.to_str().unwrap(), "deep/../deep/dist");
    for (arguments, written, is_done) in [
        (
            vec![
                "build",
                "--shell",
                shell,
                "--content",
                "deep/../content",
                "--out",
                publication,
                "--host",
                "nginx",
            ],
            "work/deep",
            true,
        ),
        (
            vec!["build", "--shell", shell, "--content", "content", "--out", "content/fi/dist"],
            "nothing",
            false,
        ),
        (vec!["build", "--shell", shell, "--content", "content", "--out", "."], "nothing", false),
        (vec!["build", "--shell", shell, "--content", "content", "--out", ".."], "nothing", false),
        (vec!["new", "page", "/../../ulos/", "--content", "content"], "nothing", false),
        (vec!["new", "page", "/a/../../ulos/", "--content", "content"], "nothing", false),
        (vec!["new", "page", "/uusi-sivu/", "--content", "deep/../content"], "work/content", true),
        (
            vec!["import", "markdown", "../tree/docs", "--into", "deep/../../work/imported"],
            "work/imported",
            true,
        ),
        (vec!["check", "--content", "deep/../content"], "nothing", true),
        (vec!["check", "--published", publication], "nothing", true),
    ] {
        let before = folder_of(scratch.path());
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_seutu"));
        let output = command.args(&arguments).current_dir(at("work")).output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.success(), is_done, "{arguments:?}: {said}");
        let after = folder_of(scratch.path());
        let changed: BTreeSet<&PathBuf> = before.symmetric_difference(&after).map(|(file, _)| file).collect();
        let elsewhere: Vec<_> = changed.iter().filter(|file| !file.starts_with(written)).collect();
        assert!(elsewhere.is_empty(), "{arguments:?} wrote {elsewhere:?}");
        assert_eq!(!changed.is_empty(), written != "nothing", "{arguments:?}: {said}");
        for (file, bytes) in &after {
            let is_copy =
                file.starts_with("work/imported") && String::from_utf8_lossy(bytes).contains("Ulkona");
            assert!(!is_copy, "{} holds a file from outside of the tree", file.display());
        }
    }
}

/// The files of a folder with what they hold.
fn folder_of(folder: &Path) -> BTreeSet<(PathBuf, Vec<u8>)> {
    let files = walkdir::WalkDir::new(folder)
        .into_iter()
        .map(Result::unwrap)
        .filter(|entry| entry.file_type().is_file());
    let relative = |file: &Path| file.strip_prefix(folder).unwrap().to_owned();
    files.map(|file| (relative(file.path()), fs::read(file.path()).unwrap())).collect()
}
