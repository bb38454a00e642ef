//! Builds what a test needs, and runs it.

use std::{fs, path::PathBuf, process::Command};

use anyhow::{Context, Result};

use super::{fault::Test, judge::Ran, tree::Tree};
use crate::{
    browser::Browser,
    publisher,
    shell::{self, Profile},
    step,
    workspace::Workspace,
};

/// The specs of sites on real hosts, by the beginning of their names.
const ON_HOSTS: &str = "hosting";

/// The specs of an application in two parts, by the beginning of their names: one for development is whole.
const IN_PARTS: &str = "two-parts";

/// Runs tests in a tree.
pub struct Runner<'a> {
    tree: &'a Workspace,
    browser: Browser,
    output: PathBuf,
    /// Whether the tests in `tests/` are an executable a file, as they were once.
    is_split: bool,
    /// Whether the first failure is enough: it is where nothing is asked but whether there is one.
    stops_at_first: bool,
}

impl<'a> Runner<'a> {
    /// Installs what browser tests need.
    pub fn new(tree: &'a Tree, stops_at_first: bool) -> Result<Runner<'a>> {
        let output = tree.folder.join("output");
        shell::remove(&output)?;
        fs::create_dir_all(&output)?;
        let browser = Browser::ensure(&tree.workspace)?;
        let is_split = !tree.workspace.root.join("tests/native.rs").exists();
        Ok(Runner { tree: &tree.workspace, browser, output, is_split, stops_at_first })
    }

    /// Whether a test needs another site than the others.
    pub fn is_apart(test: Test) -> bool {
        matches!(test, Test::Browser { spec, .. } if spec.starts_with(IN_PARTS))
    }

    /// The folder with what each test has said.
    pub fn output(&self) -> &PathBuf {
        &self.output
    }

    /// Builds what these tests need.
    pub fn prepare(&self, tests: &[Test]) -> Result<()> {
        let specs = || {
            tests.iter().filter_map(|test| match test {
                Test::Browser { spec, .. } => Some(*spec),
                _ => None,
            })
        };
        if specs().next().is_some() {
            let in_parts = specs().all(|spec| spec.starts_with(IN_PARTS));
            // To link for a publication takes minutes.
            let profile = if in_parts { Profile::Release } else { Profile::Dev };
            self.publish(profile, specs().any(|spec| spec.starts_with(ON_HOSTS)))?;
        }
        let mut native = tests.iter().filter(|test| !matches!(test, Test::Browser { .. }));
        native.try_for_each(|test| self.compile(*test))
    }

    /// Builds what a change makes out of date of what a test needs, and runs it.
    pub fn run_after_a_change(&self, test: Test, name: &str) -> Result<Ran> {
        // What the compiler or the publisher says has been shown.
        match self.prepare(&[test]) {
            Ok(()) => self.run(test, name),
            Err(error) => {
                eprintln!("    {error:#}");
                Ok(Ran::NotBuilt)
            }
        }
    }

    /// Runs a test, and keeps what it says under a name.
    pub fn run(&self, test: Test, name: &str) -> Result<Ran> {
        let mut command = match test {
            Test::Browser { spec, title } => self.playwright(spec, title),
            _ => self.cargo(test),
        };
        let done = command.output().with_context(|| format!("{test} doesn't start"))?;
        let output =
            [done.stdout, done.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).join("\n");
        let file =
            self.output.join(format!("{}.txt", name.replace(|sign: char| !sign.is_alphanumeric(), "-")));
        fs::write(&file, &output).with_context(|| format!("can't write {}", file.display()))?;
        Ok(Ran::Tested { passed: done.status.success(), output })
    }

    /// What browser tests look at, for hosts only where it is wanted: to compress it takes a minute. Cargo
    /// sees by itself what isn't out of date.
    fn publish(&self, shell: Profile, for_hosts: bool) -> Result<()> {
        let seutu = publisher::build(self.tree, Profile::Dev)?;
        shell::build(self.tree, shell)?.put_in_place(self.tree)?;
        publisher::publish_everything(self.tree, &seutu)?;
        if for_hosts {
            publisher::publish_hosted(self.tree, &seutu)?;
        }
        step::run_unseen(&mut publisher::publication_of_portal(self.tree, &seutu))
    }

    fn playwright(&self, spec: &str, title: &str) -> Command {
        let mut playwright = self.browser.node(self.tree);
        playwright.args(["node_modules/@playwright/test/cli.js", "test", "--reporter=list"]);
        playwright.args(self.stops_at_first.then_some("--max-failures=1"));
        if !title.is_empty() {
            playwright.args(["--grep", &literally(title)]);
        }
        playwright.arg(format!("/{spec}\\.spec\\.mjs$"));
        playwright
    }

    fn compile(&self, test: Test) -> Result<()> {
        step::run("compiling tests", self.cargo(test).arg("--no-run"))
    }

    fn cargo(&self, test: Test) -> Command {
        let mut cargo = self.tree.command("cargo");
        cargo.args(["test", "--package"]);
        match test {
            Test::Unit { package, name } => cargo.args([package, "--lib", name]),
            Test::Native(name) if self.is_split => {
                let (file, name) = name.split_once("::").unwrap_or((name, ""));
                cargo.args(["publisher", "--test", file, name])
            }
            Test::Native(name) => cargo.args(["publisher", "--test", "native", name]),
            Test::Browser { .. } => &mut cargo,
        };
        cargo
    }
}

/// A regular expression for this text alone.
fn literally(text: &str) -> String {
    let is_special = |sign: &char| ".*+?^${}()|[]\\/".contains(*sign);
    text.chars().flat_map(|sign| is_special(&sign).then_some('\\').into_iter().chain([sign])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_looked_for_as_it_stands() {
        assert_eq!(literally("44 px or more (WCAG 2.5.5)"), "44 px or more \\(WCAG 2\\.5\\.5\\)");
    }
}
