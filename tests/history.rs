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

#[test]
fn another_repository_that_variables_name_is_not_asked() {
    let (_other, elsewhere) = with_history();
    git(&elsewhere, &["checkout", "--quiet", "--orphan", "empty"]);
    git(&elsewhere, &["rm", "--quiet", "-r", "--force", "."]);
    git(&elsewhere, &["commit", "--quiet", "--allow-empty", "--message", "Nothing"]);
    let (_scratch, site) = with_history();
    let (said, page) = publish(&site, |command| {
        for (name, value) in [
            ("GIT_DIR", ".git"),
            ("GIT_COMMON_DIR", ".git"),
            ("GIT_WORK_TREE", ""),
            ("GIT_INDEX_FILE", ".git/index"),
            ("GIT_OBJECT_DIRECTORY", ".git/objects"),
            ("GIT_SHALLOW_FILE", "content/fi/yhteys.json"),
        ] {
            command.env(name, elsewhere.join(value));
        }
        command.envs([("GIT_NAMESPACE", "other"), ("GIT_PREFIX", "content/")]);
        command.envs([("GIT_CONFIG_COUNT", "1"), ("GIT_CONFIG_KEY_0", "log.showRoot")]);
        command.env("GIT_CONFIG_VALUE_0", "false");
    });
    assert!(page.contains("2026-03-01"), "{said}");
}

/// A program that notes that it was started.
#[cfg(unix)]
fn trap(folder: &Path) -> PathBuf {
    use std::os::unix::fs::PermissionsExt;
    let program = folder.join("trap.sh");
    let script = format!("#!/bin/sh\necho started >> '{}'\nexit 0\n", folder.join("started").display());
    fs::write(&program, script).unwrap();
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
    program
}

/// The configuration of the repository is part of what is published, when it came as an archive.
#[cfg(unix)]
#[test]
fn the_configuration_of_a_repository_starts_no_program_and_changes_no_date() {
    let settings = [
        "core.fsmonitor",
        "core.pager",
        "pager.log",
        "core.sshCommand",
        "gpg.program",
        "gpg.ssh.program",
        "gpg.x509.program",
        "diff.external",
        "credential.helper",
        "core.editor",
    ];
    let (scratch, site) = with_history();
    let program = trap(scratch.path());
    for setting in settings {
        git(&site, &["config", setting, program.to_str().unwrap()]);
    }
    for (setting, value) in [
        ("core.hooksPath", scratch.path().to_str().unwrap()),
        ("log.showSignature", "true"),
        ("log.showRoot", "false"),
        ("core.quotePath", "true"),
        ("diff.noprefix", "true"),
        ("diff.renames", "copies"),
        ("log.date", "relative"),
        ("log.follow", "true"),
        ("diff.orderFile", "/nowhere"),
    ] {
        git(&site, &["config", setting, value]);
    }
    sign_last_commit(&site);
    // Nobody writes into the pipe: whoever opens it waits for ever.
    let pipe = scratch.path().join("pipe");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let opening = format!(
        "[include]\npath = {0}\n[mailmap]\nfile = {0}\n[core]\nworktree = /nowhere\nabbrev = none\n",
        pipe.display()
    );
    let config = site.join(".git/config");
    fs::write(&config, opening + &fs::read_to_string(&config).unwrap()).unwrap();
    for name in [".mailmap", ".gitattributes", ".gitignore"] {
        std::os::unix::fs::symlink(&pipe, site.join(name)).unwrap();
    }
    let _ = fs::remove_file(scratch.path().join("started"));
    let (said, page) = publish(&site, |_| ());
    assert!(page.contains("2026-03-01"), "{said}");
    assert!(!scratch.path().join("started").exists(), "a program of the repository was started");
}

/// Gives the newest commit a signature, which Git would have checked by a program.
#[cfg(unix)]
fn sign_last_commit(site: &Path) {
    let commit = output(site, &["cat-file", "commit", "HEAD"], "");
    let (head, message) = commit.split_once("\n\n").unwrap();
    let signature = "-----BEGIN PGP SIGNATURE-----\n \n AAAA\n -----END PGP SIGNATURE-----";
    let signed = format!("{head}\ngpgsig {signature}\n\n{message}");
    let name = output(site, &["hash-object", "-t", "commit", "-w", "--stdin"], &signed);
    git(site, &["update-ref", "HEAD", name.trim()]);
}

#[cfg(unix)]
fn output(site: &Path, arguments: &[&str], input: &str) -> String {
    use std::{io::Write as _, process::Stdio};
    let mut command = Command::new("git");
    command.arg("-C").arg(site).args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "git {arguments:?}");
    String::from_utf8(output.stdout).unwrap()
}

#[cfg(unix)]
#[test]
fn a_history_that_git_cannot_read_dates_nothing_and_is_told_of() {
    // What of the history is missing or damaged: a file of Git's, by what Git calls its object.
    for (object, how) in [
        ("HEAD^{tree}", Harm::Removed),
        ("HEAD^{tree}", Harm::Emptied),
        ("HEAD:content/fi", Harm::Removed),
        ("HEAD", Harm::Removed),
        ("HEAD", Harm::Overwritten),
        ("HEAD^", Harm::Removed),
    ] {
        let (_scratch, site) = with_history();
        let file = site.join("content/fi/yhteys.json");
        fs::write(&file, fs::read_to_string(&file).unwrap() + "\n").unwrap();
        git(&site, &["commit", "--quiet", "--all", "--message", "A line more"]);
        let name = output(&site, &["rev-parse", object], "");
        let (folder, name) = name.trim().split_at(2);
        let path = site.join(".git/objects").join(folder).join(name);
        fs::remove_file(&path).unwrap();
        match how {
            Harm::Removed => {}
            Harm::Emptied => fs::write(&path, "").unwrap(),
            Harm::Overwritten => fs::write(&path, "not even compressed").unwrap(),
        }
        let (said, page) = publish(&site, |_| ());
        assert!(!page.contains("2026-03-01"), "{object} {how:?}: {page}");
        assert!(said.contains("No page says when it changed last: Git"), "{object} {how:?}: {said}");
    }
}

/// The change of a file in Git.
#[cfg(unix)]
#[derive(Clone, Copy, Debug)]
enum Harm {
    Removed,
    Emptied,
    Overwritten,
}

/// For a partial clone, Git would fetch the missing objects with a program that its configuration names.
#[cfg(unix)]
#[test]
fn what_is_missing_in_a_history_is_asked_for_nowhere() {
    let (scratch, site) = with_history();
    let program = trap(scratch.path());
    let tree = output(&site, &["rev-parse", "HEAD^{tree}"], "");
    let (folder, name) = tree.trim().split_at(2);
    fs::remove_file(site.join(".git/objects").join(folder).join(name)).unwrap();
    for (setting, value) in [
        ("core.repositoryFormatVersion", "1"),
        ("extensions.partialClone", "origin"),
        ("remote.origin.promisor", "true"),
        ("remote.origin.url", "ssh://jarvila.example/sisalto"),
        ("core.sshCommand", program.to_str().unwrap()),
        ("protocol.ssh.allow", "always"),
    ] {
        git(&site, &["config", setting, value]);
    }
    let (said, page) = publish(&site, |_| ());
    assert!(!page.contains("2026-03-01"), "{said}");
    assert!(said.contains("No page says when it changed last: Git"), "{said}");
    assert!(!scratch.path().join("started").exists(), "a program of the repository was started");
}

/// Git treats any folder with the files of a repository as a repository.
#[cfg(unix)]
#[test]
fn a_repository_within_the_content_is_not_asked() {
    let (scratch, site) = with_history();
    let program = trap(scratch.path());
    sign_last_commit(&site);
    let content = site.join("content");
    for name in ["HEAD", "config"] {
        fs::copy(site.join(".git").join(name), content.join(name)).unwrap();
    }
    for name in ["objects", "refs"] {
        folder::copy(&site.join(".git").join(name), &content.join(name));
    }
    let config =
        format!("[core]\nbare = true\n[log]\nshowSignature = true\n[gpg]\nprogram = {}\n", program.display());
    fs::write(content.join("config"), config).unwrap();
    publish(&site, |_| ());
    assert!(!scratch.path().join("started").exists(), "a program of the repository was started");
}
