//! When each file changed last, as the history of the content says it.
//!
//! The time stamp of a file says when it was copied, and would differ from machine to machine; Git's history
//! says when its text changed. Where there is none, pages have no date of change.

use std::{
    collections::HashMap,
    path::{Path, PathBuf},
    process::Command,
};

use jiff::civil::Date;

/// Why no page has a day of change, although the content has a history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Undated {
    /// Git isn't there, or refuses to answer.
    NotAsked,
    /// The copy's history was cut short: it would date everything on its only commit.
    CutShort,
}

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

    /// The day of the last commit that changed a file; none without Git, without a history, or with one that was
    /// cut short.
    pub fn date_of(&self, file: &Path) -> Option<Date> {
        self.dates.get(file).copied()
    }

    /// Reads the history again if there is a newer commit than it knows.
    pub fn follow(&mut self, content: &Path) {
        let (head, undated) = match head(content) {
            Ok(head) => (head, None),
            Err(undated) => (String::new(), undated),
        };
        if head.is_empty() || head != self.head {
            let dates = if head.is_empty() { None } else { read_history(content) };
            *self = History { head, dates: dates.unwrap_or_default(), undated };
        }
    }
}

/// The newest commit of a whole history, or why there is none to be had.
fn head(content: &Path) -> Result<String, Option<Undated>> {
    let Some(facts) = git(content, &["rev-parse", "--is-shallow-repository", "HEAD"]) else {
        // Nothing may be committed yet: then Git answers all the same.
        let silent = has_history(content) && git(content, &["rev-parse", "--git-dir"]).is_none();
        return Err(silent.then_some(Undated::NotAsked));
    };
    facts.trim_end().strip_prefix("false\n").map(str::to_owned).ok_or(Some(Undated::CutShort))
}

/// Whether the content lies in a folder of Git's: `.git` is a folder, or a file in a further work tree.
fn has_history(content: &Path) -> bool {
    std::path::absolute(content)
        .is_ok_and(|content| content.ancestors().any(|folder| folder.join(".git").exists()))
}

fn read_history(content: &Path) -> Option<HashMap<PathBuf, Date>> {
    let history = git(
        content,
        &["-c", "core.quotePath=false", "log", "--format=%x01%cs", "--name-only", "--relative", "--", "."],
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

fn git(folder: &Path, arguments: &[&str]) -> Option<String> {
    let output = Command::new("git").arg("-C").arg(folder).args(arguments).output().ok()?;
    output.status.success().then(|| String::from_utf8(output.stdout).ok()).flatten()
}
