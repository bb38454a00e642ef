//! The Git repository around the content, of which only the history is used.
//!
//! Whoever publishes a site didn't write the configuration of its repository, if that came as an archive. It
//! can name programs, and files anywhere. Git has no switch that turns all of it off, so Git never sees it:
//! it gets a folder of its own for the time of a question, with a configuration of ours, and from the
//! repository nothing but the objects.

use std::{
    env, fs, io,
    path::{Path, PathBuf},
    process::{self, Command},
    sync::atomic::{AtomicU32, Ordering},
    time::Duration,
};

use crate::{files::read_file, programs::said_by};

/// Why no page has a day of change, although the content has a history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Undated {
    /// Git isn't there, refuses to answer or takes too long.
    NotAsked,
    /// The copy's history was cut short: it would date everything on its only commit.
    CutShort,
}

/// A repository, as far as it is known without asking Git.
pub(super) struct Repository {
    /// The content's folder, with no link on the way.
    content: PathBuf,
    /// The way from the content's folder up to the one whose history it is, as "../..".
    up: PathBuf,
    /// The folder of Git's: `.git`, or the one that a file of that name leads to.
    git_dir: PathBuf,
    /// What it shares with other work trees of the same repository, if there are any.
    common: PathBuf,
}

/// How long Git may take for an answer: a history of ten thousand commits is read in less than a second.
const PATIENCE: Duration = Duration::from_secs(20);

/// The longest file of a repository that is read here: a list of a hundred thousand branches is a tenth of
/// it.
const LONGEST: u64 = 100 * 1024 * 1024;

/// How many names of branches may lead to each other, as in Git (SYMREF_MAXDEPTH).
const DEEPEST: usize = 5;

/// The configuration that Git gets. The user's own, which Git before 2.32 reads all the same, changes nothing
/// of it.
const CONFIGURATION: &str = "\
    [core]\n bare = false\n quotePath = false\n precomposeUnicode = true\n repositoryFormatVersion = 1\n\
    [log]\n showSignature = false\n showRoot = true\n follow = false\n\
    [extensions]\n";

impl Repository {
    /// The repository in whose work tree the content lies.
    pub(super) fn around(content: &Path) -> Option<Repository> {
        // Git on Windows takes no path with `\\?\` in front.
        let content =
            if cfg!(windows) { std::path::absolute(content) } else { content.canonicalize() }.ok()?;
        let (levels, dot_git) = content.ancestors().enumerate().find_map(|(levels, folder)| {
            let dot_git = folder.join(".git");
            // An empty folder is none of Git's.
            (dot_git.is_file() || dot_git.join("HEAD").exists()).then_some((levels, dot_git))
        })?;
        let git_dir = leads_to(&dot_git, "gitdir: ").unwrap_or(dot_git);
        let common = leads_to(&git_dir.join("commondir"), "");
        let common = common.unwrap_or_else(|| git_dir.clone());
        let up = if levels == 0 { PathBuf::from(".") } else { PathBuf::from_iter(vec![".."; levels]) };
        Some(Repository { content, up, git_dir, common })
    }

    /// The newest commit; none where nothing is committed yet.
    ///
    /// # Errors
    /// A history that was cut short, or that can't be read.
    pub(super) fn newest_commit(&self) -> Result<Option<String>, Undated> {
        if read_file(&self.common.join("shallow"), LONGEST).is_ok_and(|cut| !cut.is_empty()) {
            return Err(Undated::CutShort);
        }
        if self.branch_tables().is_dir() {
            let head = self.ask("", &["rev-parse", "--quiet", "--verify", "HEAD"]);
            // Nothing may be committed yet: then Git answers all the same.
            let silent = head.is_none() && self.ask("", &["rev-parse", "--git-dir"]).is_none();
            return if silent { Err(Undated::NotAsked) } else { Ok(head.map(|head| head.trim().to_owned())) };
        }
        let mut reference = "HEAD".to_owned();
        for _ in 0..DEEPEST {
            let Some(value) = self.reference(&reference) else {
                return if reference == "HEAD" { Err(Undated::NotAsked) } else { Ok(None) };
            };
            match value.strip_prefix("ref:") {
                Some(next) if is_reference(next.trim()) => next.trim().clone_into(&mut reference),
                None if is_hash(&value) => return Ok(Some(value)),
                _ => break,
            }
        }
        Err(Undated::NotAsked)
    }

    /// What Git says to arguments within the content's folder. `head` is the newest commit, or empty where
    /// Git has to find it.
    pub(super) fn ask(&self, head: &str, arguments: &[&str]) -> Option<String> {
        let view = self.view(head).ok()?;
        let mut git = Command::new("git");
        // In a hook of Git's its variables name another repository; others name files that are read or
        // written.
        let variables = env::vars_os().map(|(name, _)| name);
        variables.filter(|name| is_of_git(name)).for_each(|name| _ = git.env_remove(name));
        git.arg("--no-pager").arg("-C").arg(&self.content).args(arguments);
        git.env("GIT_DIR", &view.0)
            .env("GIT_WORK_TREE", &self.up)
            .env("GIT_OBJECT_DIRECTORY", self.common.join("objects"))
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .env("GIT_CONFIG_SYSTEM", "/dev/null")
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .env("GIT_NO_REPLACE_OBJECTS", "1");
        // Git fetches no object that a partial copy lacks, asks nobody for a password, and locks and writes
        // nothing.
        git.env("GIT_NO_LAZY_FETCH", "1").env("GIT_TERMINAL_PROMPT", "0").env("GIT_OPTIONAL_LOCKS", "0");
        String::from_utf8(said_by(&mut git, PATIENCE)?).ok()
    }

    /// What a name of a commit stands for: a hash, or another name behind "ref:".
    fn reference(&self, name: &str) -> Option<String> {
        let loose = [&self.git_dir, &self.common].into_iter().find_map(|folder| text(&folder.join(name)));
        let packed = || {
            let all = text(&self.common.join("packed-refs"))?;
            all.lines().find_map(|line| {
                line.split_once(' ').filter(|(_, packed)| *packed == name).map(|(hash, _)| hash.to_owned())
            })
        };
        loose.map(|value| value.trim().to_owned()).or_else(packed)
    }

    /// Where the names of commits are kept as tables (Git's `reftable`).
    fn branch_tables(&self) -> PathBuf {
        self.common.join("reftable")
    }

    /// A folder that is a repository to Git, without what the repository says of itself.
    fn view(&self, head: &str) -> io::Result<View> {
        let view = View::new()?;
        fs::create_dir(view.0.join("refs"))?;
        let mut has_long_hashes = head.len() == LONG_HASH;
        let mut storage = "";
        if self.branch_tables().is_dir() {
            storage = " refStorage = reftable\n";
            fs::create_dir(view.0.join("reftable"))?;
            for entry in fs::read_dir(self.branch_tables())? {
                let entry = entry?;
                let table = read_file(&entry.path(), LONGEST)?;
                has_long_hashes |= table.starts_with(b"REFT\x02") && table.get(24..28) == Some(b"s256");
                fs::write(view.0.join("reftable").join(entry.file_name()), table)?;
            }
        }
        let format = if has_long_hashes { " objectFormat = sha256\n" } else { "" };
        fs::write(view.0.join("config"), format!("{CONFIGURATION}{format}{storage}"))?;
        // The name is one that nothing has.
        let head = if head.is_empty() { "ref: refs/heads/.invalid" } else { head };
        fs::write(view.0.join("HEAD"), format!("{head}\n"))?;
        Ok(view)
    }
}

/// A folder among the temporary ones of the system, which goes with it.
struct View(PathBuf);

impl View {
    fn new() -> io::Result<View> {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        loop {
            let number = NUMBER.fetch_add(1, Ordering::Relaxed);
            let folder = env::temp_dir().join(format!("seutu-history-{}-{number}", process::id()));
            // Whatever stands there already isn't ours.
            match folder_of_user(&folder) {
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                made => return made.map(|()| View(folder)),
            }
        }
    }
}

impl Drop for View {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Makes a folder into which nobody else writes.
fn folder_of_user(folder: &Path) -> io::Result<()> {
    #[cfg_attr(not(unix), expect(unused_mut, reason = "the folders of a user are their own there"))]
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// The folder that a file names, against its own folder.
fn leads_to(file: &Path, before: &str) -> Option<PathBuf> {
    let text = text(file)?;
    let named = text.strip_prefix(before)?.trim_end_matches(['\n', '\r']);
    Some(file.parent()?.join(named))
}

fn text(file: &Path) -> Option<String> {
    String::from_utf8(read_file(file, LONGEST).ok()?).ok()
}

/// Whether a name stands for a commit within the folder of Git's.
fn is_reference(name: &str) -> bool {
    name.starts_with("refs/") && name.split('/').all(|part| !part.is_empty() && !part.starts_with('.'))
}

/// The length of a hash of SHA-256 in hexadecimal digits.
const LONG_HASH: usize = 64;

fn is_hash(text: &str) -> bool {
    matches!(text.len(), 40 | LONG_HASH) && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

fn is_of_git(name: &std::ffi::OsStr) -> bool {
    name.to_string_lossy().to_ascii_uppercase().starts_with("GIT_")
}
