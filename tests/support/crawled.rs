//! A published site that is broken for a test, and what `check --published` says of it.

use std::{
    fs,
    path::PathBuf,
    process::{Command, Output},
    sync::OnceLock,
};

use serde_json::Value;

use super::{everything, folder};

/// A published site that is a test's own to break.
pub struct Site {
    scratch: tempfile::TempDir,
}

impl Site {
    /// A copy of `tests/sites/everything`, published once by the real binary.
    pub fn published() -> Site {
        static PUBLISHED: OnceLock<tempfile::TempDir> = OnceLock::new();
        Site::copied(&PUBLISHED, &[])
    }

    /// The same for a host that reads `_headers`.
    pub fn for_netlify() -> Site {
        static PUBLISHED: OnceLock<tempfile::TempDir> = OnceLock::new();
        Site::copied(&PUBLISHED, &["--host", "netlify"])
    }

    /// The same for the host that reads `.htaccess`.
    pub fn for_apache() -> Site {
        static PUBLISHED: OnceLock<tempfile::TempDir> = OnceLock::new();
        Site::copied(&PUBLISHED, &["--host", "apache"])
    }

    /// A site that isn't published yet.
    pub fn empty() -> Site {
        Site { scratch: tempfile::tempdir().unwrap() }
    }

    fn copied(published: &OnceLock<tempfile::TempDir>, arguments: &[&str]) -> Site {
        let published = published.get_or_init(|| {
            let scratch = tempfile::tempdir().unwrap();
            everything::publish_with(&scratch.path().join("dist"), arguments);
            scratch
        });
        let site = Site::empty();
        folder::copy(&published.path().join("dist"), &site.folder());
        site
    }

    /// Its folder.
    pub fn folder(&self) -> PathBuf {
        self.scratch.path().join("dist")
    }

    /// Writes a file of it.
    pub fn write(&self, file: &str, text: &str) {
        let path = self.folder().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Removes a file of it.
    pub fn remove(&self, file: &str) {
        fs::remove_file(self.folder().join(file)).unwrap();
    }

    /// Puts something else into the place of a text in one of its files.
    pub fn edit(&self, file: &str, from: &str, to: &str) {
        let path = self.folder().join(file);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "{file} has no {from}");
        fs::write(path, text.replacen(from, to, 1)).unwrap();
    }

    /// Puts markup at the end of a page.
    pub fn add(&self, file: &str, markup: &str) {
        self.edit(file, "</main>", &format!("{markup}</main>"));
    }

    /// Runs `check --published`.
    pub fn check(&self, arguments: &[&str]) -> Output {
        let cache = self.scratch.path().join("cache");
        let mut check = seutu();
        check.arg("check").arg("--published").arg(self.folder()).args(arguments);
        check.env("XDG_CACHE_HOME", cache).output().unwrap()
    }

    /// The rules that are broken, and where.
    pub fn faults(&self) -> Vec<(String, String)> {
        let faults = report(&self.check(&["--format", "json"]));
        faults.iter().map(|fault| (text(&fault["rule"]), text(&fault["file"]))).collect()
    }

    /// One rule is broken, in one file.
    #[track_caller]
    pub fn expect(&self, rule: &str, file: &str) {
        assert_eq!(self.faults(), [(rule.to_owned(), file.to_owned())]);
    }
}

/// The real binary, which asks no other machine for anything.
pub fn seutu() -> Command {
    let mut seutu = Command::new(env!("CARGO_BIN_EXE_seutu"));
    // No test asks the network for anything, nor somebody who stands between.
    seutu.env("LC_ALL", "C").env("NO_COLOR", "1").env("NO_PROXY", "127.0.0.1");
    for proxy in ["http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"] {
        seutu.env_remove(proxy);
    }
    seutu
}

/// The faults in a report for programs.
pub fn report(output: &Output) -> Vec<Value> {
    let report: Value = serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&output.stderr)));
    report["faults"].as_array().unwrap().clone()
}

/// A text in such a report.
pub fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

/// A report for people.
pub fn words(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}
