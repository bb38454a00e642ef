//! When pages changed last, as Git says it, and what the publisher hears where Git says nothing.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use crate::support::{everything, folder};

/// A copy of the content, with a commit of some day, in a folder of its own.
fn with_history() -> (tempfile::TempDir, PathBuf) {
    let scratch = tempfile::tempdir().unwrap();
    let site = scratch.path().join("site");
    folder::copy(&everything::content(), &site.join("content"));
    git(&site, &["init", "--quiet"]);
    git(&site, &["add", "."]);
    git(&site, &["commit", "--quiet", "--message", "Content"]);
    (scratch, site)
}

fn git(folder: &Path, arguments: &[&str]) {
    let who = ["-c", "user.name=Toimittaja", "-c", "user.email=toimittaja@jarvila.example"];
    let mut command = Command::new("git");
    command.arg("-C").arg(folder).args(who).args(arguments);
    command.env("GIT_AUTHOR_DATE", "2026-03-01T12:00:00Z").env("GIT_COMMITTER_DATE", "2026-03-01T12:00:00Z");
    assert!(command.status().unwrap().success(), "git {arguments:?}");
}

/// Publishes the content of a folder: what was said of it, and its first page.
fn publish(site: &Path, change: impl FnOnce(&mut Command)) -> (String, String) {
    let out = site.join("dist");
    let mut command = everything::build(&site.join("content"), &out);
    change(&mut command);
    let output = command.output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success(), "{said}");
    (said, fs::read_to_string(out.join("yhteys/page.json")).unwrap())
}

#[test]
fn a_page_bears_the_day_of_its_last_commit() {
    let (_scratch, site) = with_history();
    let (said, page) = publish(&site, |_| ());

    assert!(page.contains("2026-03-01"), "{page}");
    assert!(!said.contains("changed last"), "{said}");
}

#[test]
fn where_git_is_not_installed_the_publisher_hears_what_is_missing_and_why() {
    let (_scratch, site) = with_history();
    let (said, page) = publish(&site, |command| {
        command.env("PATH", site.join("nothing"));
    });

    assert!(!page.contains("2026-03-01"), "{page}");
    assert!(said.contains("No page says when it changed last: Git"), "{said}");
}

#[test]
fn a_history_that_was_cut_short_dates_nothing_and_is_told_of() {
    let (scratch, site) = with_history();
    fs::write(
        site.join("content/fi/yhteys.json"),
        fs::read_to_string(site.join("content/fi/yhteys.json")).unwrap() + "\n",
    )
    .unwrap();
    git(&site, &["commit", "--quiet", "--all", "--message", "A line more"]);
    let shallow = scratch.path().join("shallow");
    let from = format!("file://{}", site.display());
    git(scratch.path(), &["clone", "--quiet", "--depth", "1", &from, shallow.to_str().unwrap()]);
    let (said, page) = publish(&shallow, |_| ());

    assert!(!page.contains("2026-03-01"), "{page}");
    assert!(said.contains("only a part of the content's history"), "{said}");
}

#[test]
fn content_without_a_history_is_nobody_s_fault() {
    let scratch = tempfile::tempdir().unwrap();
    folder::copy(&everything::content(), &scratch.path().join("content"));
    let (said, _) = publish(scratch.path(), |command| {
        command.env("PATH", scratch.path().join("nothing"));
    });
    assert!(!said.contains("changed last"), "{said}");

    // A history that is still empty says nothing, either.
    git(scratch.path(), &["init", "--quiet"]);
    let (said, _) = publish(scratch.path(), |_| ());
    assert!(!said.contains("changed last"), "{said}");
}
