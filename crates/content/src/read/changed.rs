//! When each file changed last, as the history of the content says it.
//!
//! The time stamp of a file says when it was copied, and would differ from machine to machine; Git's history
//! says when its text changed. Where there is none, pages have no date of change.

use std::{
    collections::HashMap,
    path::{Path, PathBuf},
    process::Command,
    time::Duration,
};

use jiff::civil::Date;

use crate::programs::said_by;

/// Why no page has a day of change, although the content has a history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Undated {
    /// Git isn't there, refuses to answer or takes too long.
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

    /// The day of the last commit that changed a file; none without Git, without a history, or with one that
    /// was cut short.
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
            // A copy may lack a part of its history, or be damaged: then Git knows the commit and not what it
            // changed.
            let undated = undated.or((!head.is_empty() && dates.is_none()).then_some(Undated::NotAsked));
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
        &[
            "log",
            "--format=%x01%cs",
            "--name-only",
            "--no-renames",
            "--no-ext-diff",
            "--no-textconv",
            "--relative",
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

/// How long Git may take: a history of ten thousand commits is read in less than a second.
const PATIENCE: Duration = Duration::from_mins(1);

/// What the configuration of a repository could make Git start or ask, or change in its answer. Whoever
/// publishes a site didn't write that configuration, if the repository came as an archive; settings on the
/// command line go before it.
const SETTINGS: [&str; 12] = [
    "safe.bareRepository=explicit",
    "core.fsmonitor=false",
    "core.hooksPath=/dev/null",
    "core.pager=cat",
    "core.sshCommand=false",
    "core.quotePath=false",
    "credential.helper=",
    "gpg.program=false",
    "log.showSignature=false",
    "log.showRoot=true",
    "diff.external=",
    "protocol.allow=never",
];

fn git(folder: &Path, arguments: &[&str]) -> Option<String> {
    let mut git = Command::new("git");
    git.arg("--no-pager").arg("-C").arg(folder);
    SETTINGS.iter().for_each(|setting| _ = git.args(["-c", setting]));
    // What a partial copy lacks isn't fetched; nobody is asked for a password; nothing is locked or written.
    git.args(arguments)
        .env("GIT_NO_LAZY_FETCH", "1")
        .env("GIT_TERMINAL_PROMPT", "0")
        .env("GIT_OPTIONAL_LOCKS", "0");
    String::from_utf8(said_by(&mut git, PATIENCE)?).ok()
}
