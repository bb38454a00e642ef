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

/// The day of the last commit that changed each file; empty without Git, without a history, or with one that was
/// cut short (a shallow clone would date everything on its only commit).
pub fn dates_of_change(content: &Path) -> HashMap<PathBuf, Date> {
    read_history(content).unwrap_or_default()
}

fn read_history(content: &Path) -> Option<HashMap<PathBuf, Date>> {
    let facts = git(content, &["rev-parse", "--is-shallow-repository", "--show-prefix"])?;
    let (shallow, _) = facts.split_once('\n')?;
    if shallow != "false" {
        return None;
    }
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
