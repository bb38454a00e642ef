//! A generated site that is published by the program itself, in a process of its own.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use generator::{GeneratedPortal, Size};
use serde_json::{Value, json};

use super::folder;

/// A generated site in a folder of its own, and the program that publishes it.
pub struct Site {
    /// Holds all of its folders.
    pub scratch: tempfile::TempDir,
}

impl Site {
    /// A site of so many generated pages, the same each time.
    pub fn of(pages: usize) -> Site {
        let site = Site { scratch: tempfile::tempdir().unwrap() };
        generator::seutu::write(&GeneratedPortal::generate(Size { pages, seed: 3 }), &site.content())
            .unwrap();
        site
    }

    /// The folder with its source.
    pub fn content(&self) -> PathBuf {
        self.scratch.path().join("content")
    }

    /// The folder that it is published to.
    pub fn out(&self) -> PathBuf {
        self.scratch.path().join("dist")
    }

    /// The publisher's cache, beside the site.
    pub fn cache(&self) -> PathBuf {
        self.scratch.path().join(".dist.seutu-cache")
    }

    /// The program that publishes it, with plain English messages.
    pub fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_seutu"));
        command.args(self.arguments()).env("NO_COLOR", "1").env("LC_ALL", "C");
        command
    }

    /// The arguments of the program; the last is the folder to publish to.
    pub fn arguments(&self) -> Vec<String> {
        let shell = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/sites/shell");
        let text = |path: PathBuf| path.to_str().unwrap().to_owned();
        ["build", "--shell", &text(shell), "--content", &text(self.content()), "--out", &text(self.out())]
            .map(str::to_owned)
            .to_vec()
    }

    /// Gives the site another name, which stands on every page, and says what a publication from nothing
    /// makes of it.
    pub fn rename(&self, name: &str) -> BTreeMap<String, Vec<u8>> {
        let file = self.content().join("site.json");
        let mut about: Value = serde_json::from_slice(&fs::read(&file).unwrap()).unwrap();
        about["name"] = json!(name);
        fs::write(&file, about.to_string()).unwrap();
        let elsewhere = tempfile::tempdir().unwrap();
        let mut arguments = self.arguments();
        *arguments.last_mut().unwrap() = elsewhere.path().join("dist").to_str().unwrap().to_owned();
        let output = Command::new(env!("CARGO_BIN_EXE_seutu")).args(arguments).output().unwrap();
        assert!(output.status.success(), "{}", words(&output));
        folder::files(&elsewhere.path().join("dist"))
    }

    /// Publishes it.
    pub fn publish(&self) -> Output {
        self.command().output().expect("the binary runs")
    }
}

/// The messages of a publication.
pub fn words(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}
