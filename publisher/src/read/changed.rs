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

/// The history that was read last: as long as nothing is committed, it is the same.
#[derive(Clone, Debug, Default)]
pub struct History {
    /// The newest commit.
    head: String,
    dates: HashMap<PathBuf, Date>,
}

impl History {
    /// The day of the last commit that changed a file; none without Git, without a history, or with one that was
    /// cut short (a shallow clone would date everything on its only commit).
    pub fn date_of(&self, file: &Path) -> Option<Date> {
        self.dates.get(file).copied()
    }

    /// Reads the history again if there is a newer commit than it knows.
    pub fn follow(&mut self, content: &Path) {
        let head = head(content).unwrap_or_default();
        if head.is_empty() || head != self.head {
            let dates = if head.is_empty() { None } else { read_history(content) };
            *self = History { head, dates: dates.unwrap_or_default() };
        }
    }
}

/// The newest commit of a whole history.
fn head(content: &Path) -> Option<String> {
    let facts = git(content, &["rev-parse", "--is-shallow-repository", "HEAD"])?;
    facts.trim_end().strip_prefix("false\n").map(str::to_owned)
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
