//! When each file changed last, as the history of the content says it.
//!
//! The time stamp of a file says when it was copied, and would differ from machine to machine; Git's history
//! says when its text changed. Where there is none, pages have no date of change.

use std::{
    collections::HashMap,
    path::{Path, PathBuf},
};

use jiff::civil::Date;

use super::repository::Repository;
pub use super::repository::Undated;

/// The history that was read last: as long as nothing is committed, it is the same.
#[derive(Clone, Debug, Default)]
pub struct History {
    /// The newest commit.
    head: String,
    dates: HashMap<PathBuf, Date>,
    undated: Option<Undated>,
}

impl History {
    /// Why no file has a day of change; none where they have, and where the content has no history.
    pub fn undated(&self) -> Option<Undated> {
        self.undated
    }

    /// The day of the last commit that changed a file; none without Git, without a history, or with one that
    /// was cut short.
    pub fn date_of(&self, file: &Path) -> Option<Date> {
        self.dates.get(file).copied()
    }

    /// Reads the history again if there is a newer commit than it knows.
    pub fn follow(&mut self, content: &Path) {
        let Some(repository) = Repository::around(content) else {
            *self = History::default();
            return;
        };
        let head = match repository.newest_commit() {
            Ok(Some(head)) if head == self.head => return,
            Ok(head) => head.map(|head| (read_history(&repository, &head, content), head)),
            Err(undated) => {
                *self = History { undated: Some(undated), ..History::default() };
                return;
            }
        };
        *self = match head {
            Some((Some(dates), head)) => History { head, dates, undated: None },
            // A copy may lack a part of its history, or be damaged: then the commit is known and not what it
            // changed.
            Some((None, head)) => History { head, undated: Some(Undated::NotAsked), ..History::default() },
            // Nothing is committed yet.
            None => History::default(),
        };
    }
}

/// The days on which the files of the content were changed last, up to a commit.
fn read_history(repository: &Repository, head: &str, content: &Path) -> Option<HashMap<PathBuf, Date>> {
    let history = repository.ask(
        head,
        &[
            "log",
            "--format=%x01%cs",
            "--name-only",
            "--no-renames",
            "--no-ext-diff",
            "--no-textconv",
            // The names of authors aren't asked for, and nothing in the content's folder is read for them.
            "--no-mailmap",
            "--relative",
            head,
            "--",
            ".",
        ],
    )?;
    let mut dates = HashMap::new();
    let mut date: Option<Date> = None;
    for line in history.lines().filter(|line| !line.is_empty()) {
        match line.strip_prefix('\u{1}') {
            Some(day) => date = day.parse().ok(),
            None => {
                if let Some(date) = date {
                    // The newest commit comes first.
                    dates.entry(content.join(line)).or_insert(date);
                }
            }
        }
    }
    Some(dates)
}

#[cfg(test)]
mod tests {
    use std::{fs, process::Command};

    use super::*;

    /// Git in a folder; whether it did what it was asked to.
    fn git(folder: &Path, arguments: &[&str]) -> bool {
        let who = ["-c", "user.name=Toimittaja", "-c", "user.email=toimittaja@jarvila.example"];
        let mut git = Command::new("git");
        git.arg("-C").arg(folder).args(who).args(arguments);
        git.env("GIT_AUTHOR_DATE", "2026-03-01T12:00:00Z").env("GIT_COMMITTER_DATE", "2026-03-01T12:00:00Z");
        git.output().unwrap().status.success()
    }

    /// A folder with a page, in the history that `git init` begins with some arguments; none where Git
    /// doesn't know them.
    fn with_history(init: &[&str]) -> Option<tempfile::TempDir> {
        let scratch = tempfile::tempdir().unwrap();
        fs::create_dir_all(scratch.path().join("content/fi")).unwrap();
        fs::write(scratch.path().join("content/fi/työ.json"), "{}").unwrap();
        git(scratch.path(), &[&["init"], init].concat()).then_some(scratch)
    }

    fn date(folder: &Path) -> Option<String> {
        let mut history = History::default();
        let content = folder.join("content");
        history.follow(&content);
        assert_eq!(history.undated(), None);
        history.date_of(&content.join("fi/työ.json")).map(|date| date.to_string())
    }

    #[test]
    fn a_history_is_read_however_git_keeps_it() {
        let formats: [&[&str]; 3] = [&[], &["--object-format=sha256"], &["--ref-format=reftable"]];
        for format in formats {
            let Some(scratch) = with_history(format) else {
                assert!(!format.is_empty(), "Git can't begin a history");
                continue;
            };
            let site = scratch.path();
            assert_eq!(date(site), None, "{format:?}: nothing is committed yet");
            let dated =
                |how: &str| assert_eq!(date(site).as_deref(), Some("2026-03-01"), "{format:?}: {how}");
            assert!(git(site, &["add", "content"]) && git(site, &["commit", "--message", "Content"]));
            dated("one commit");
            assert!(git(site, &["checkout", "-b", "a/b"]));
            dated("a branch in a folder");
            assert!(git(site, &["pack-refs", "--all"]));
            dated("a list of branches");
            assert!(git(site, &["checkout", "--detach"]));
            dated("no branch");
            assert!(git(site, &["gc"]));
            dated("a pack of objects");
            // A copy that has no objects of its own.
            assert!(git(site, &["clone", "--shared", ".", "copy"]), "{format:?}");
            assert_eq!(date(&site.join("copy")).as_deref(), Some("2026-03-01"), "{format:?}: a copy");
        }
    }

    #[test]
    fn a_further_work_tree_has_the_history_of_its_own_commit() {
        let scratch = with_history(&[]).unwrap();
        let site = scratch.path();
        assert!(git(site, &["add", "content"]) && git(site, &["commit", "--message", "Content"]));
        assert!(git(site, &["worktree", "add", "-b", "other", "tree"]));
        fs::remove_dir_all(site.join("content")).unwrap();
        assert!(git(site, &["add", "content"]) && git(site, &["commit", "--message", "No content"]));
        assert_eq!(date(&site.join("tree")).as_deref(), Some("2026-03-01"));
    }

    #[test]
    fn a_history_is_read_again_when_something_is_committed() {
        let scratch = with_history(&[]).unwrap();
        let content = scratch.path().join("content");
        let mut history = History::default();
        for name in ["a.json", "b.json"] {
            fs::write(content.join(name), "{}").unwrap();
            assert!(
                git(scratch.path(), &["add", "."]) && git(scratch.path(), &["commit", "--message", name])
            );
            history.follow(&content);
            assert!(history.date_of(&content.join(name)).is_some(), "{name}");
        }
    }
}
