//! What is known of other sites' pages from the last days, in the user's cache folder.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    time::{SystemTime, UNIX_EPOCH},
};

use url::Url;

use content::files::write_anew;

/// How long a page that was there isn't asked for again, in seconds: a week.
const A_WEEK: u64 = 7 * 24 * 60 * 60;

/// The pages that were there, and when, in seconds since 1970. A page that wasn't is asked for each time, for
/// somebody is waiting for it.
pub struct Answers {
    file: Option<PathBuf>,
    seen: BTreeMap<String, u64>,
}

impl Answers {
    /// What this user has been told in the last week; nothing where there is no cache folder, or it can't be
    /// read.
    pub fn of_user() -> Answers {
        let file = cache_folder().map(|folder| folder.join("seutu").join("external-links.json"));
        let text = file.as_ref().and_then(|file| fs::read(file).ok());
        let mut seen: BTreeMap<String, u64> =
            text.and_then(|text| serde_json::from_slice(&text).ok()).unwrap_or_default();
        let now = now();
        seen.retain(|_, when| now.saturating_sub(*when) < A_WEEK);
        Answers { file, seen }
    }

    /// Whether a page was there in the last week.
    pub fn knows(&self, page: &Url) -> bool {
        self.seen.contains_key(page.as_str())
    }

    /// Keeps that pages are there. That this fails costs only time, the next time.
    pub fn keep<'a>(&mut self, pages: impl Iterator<Item = &'a Url>) {
        let now = now();
        self.seen.extend(pages.map(|page| (page.to_string(), now)));
        let Some(file) = &self.file else { return };
        let unfinished = file.with_extension("unfinished");
        let written = serde_json::to_vec(&self.seen).map_err(std::io::Error::from).and_then(|text| {
            fs::create_dir_all(file.parent().unwrap_or(Path::new("")))?;
            write_anew(&unfinished, &text)?;
            fs::rename(&unfinished, file)
        });
        drop(written);
    }
}

/// The folder in which programs keep what they can get again (XDG Base Directory Specification, and what
/// macOS and Windows have in its place).
fn cache_folder() -> Option<PathBuf> {
    let of = |name: &str| std::env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    if cfg!(windows) {
        return of("LOCALAPPDATA");
    }
    let at_home = if cfg!(target_os = "macos") { "Library/Caches" } else { ".cache" };
    of("XDG_CACHE_HOME").or_else(|| Some(of("HOME")?.join(at_home)))
}

fn now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs())
}
