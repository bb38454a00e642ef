//! Measures Seutu beside Hugo at several sizes and beside all [`generators`] at one, and writes the figures
//! to `docs/performance.md`.
//!
//! Publications are measured here, a visitor's waiting in `tests/browser/bench-peers.mjs`, which also writes
//! the report.

mod generators;

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context as _, Result};
use generator::{GeneratedPortal, Size, hugo, seutu};
use serde_json::{Value, json};

use self::generators::{GENERATORS, Generator, Published};
use crate::{browser::Browser, measure, publisher, scale, shell::Profile, step, workspace::Workspace};

/// How many pages, how often each is published, and whether it is looked at in the browser.
const SIZES: [(usize, usize, bool); 3] = [(20, 5, true), (1_000, 5, true), (10_000, 3, true)];
/// The size at which all generators are measured.
const COMPARED: usize = 1_000;
/// With `--large`.
const LARGE: (usize, usize, bool) = (100_000, 1, false);
const EDITS: usize = 5;

/// Measures all of it; a machine without Hugo can't.
///
/// # Errors
/// A publication or a browser that fails.
pub fn peers(workspace: &Workspace, browser: &Browser, large: bool) -> Result<()> {
    let folder = folder(workspace);
    let mut measure = publications(workspace, browser, &folder, large, GENERATORS)?;
    step::run_shown("measuring pages in the browser", measure.arg(workspace.root.join("docs")))
}

/// Measures Seutu and Hugo once more, and says which figures differ from those of the last run.
///
/// # Errors
/// No earlier run; a publication or a browser that fails.
pub fn again(workspace: &Workspace, browser: &Browser) -> Result<()> {
    let earlier = folder(workspace).join(FIGURES);
    anyhow::ensure!(earlier.is_file(), "nothing to compare with: `cargo xtask bench --peers` measures first");
    let mut measure = publications(workspace, browser, &workspace.target.join("bench-again"), false, &[])?;
    step::run_shown("measuring pages in the browser", measure.arg("--again").arg(earlier))
}

/// Where the sites of a run and its figures are.
fn folder(workspace: &Workspace) -> PathBuf {
    workspace.target.join("bench-peers")
}

/// The file with the figures of a run.
const FIGURES: &str = "figures.json";

/// Publishes all sites, and gives the command that looks at them.
fn publications(
    workspace: &Workspace,
    browser: &Browser,
    folder: &Path,
    large: bool,
    generators: &[Generator],
) -> Result<Command> {
    publisher::build_portal(workspace)?;
    let seutu = publisher::build(workspace, Profile::Release)?;
    anyhow::ensure!(scale::hugo_is_here(workspace), "Hugo isn't installed: `apt-get install hugo`");
    measure::remove(folder)?;
    let mut sizes = Vec::new();
    for (pages, runs, is_seen) in SIZES.into_iter().chain(large.then_some(LARGE)) {
        println!("{pages} pages");
        let folder = folder.join(pages.to_string());
        let measured = Measured { workspace, seutu: &seutu, generators, folder, pages, runs };
        sizes.push(measured.publications(is_seen)?);
    }
    let figures = json!({ "machine": machine(), "versions": versions(workspace, &seutu)?, "sizes": sizes });
    let file = folder.join(FIGURES);
    fs::write(&file, figures.to_string())?;
    let mut measure = browser.node(workspace);
    measure.arg("bench-peers.mjs").arg(&file);
    Ok(measure)
}

/// A size that is measured.
struct Measured<'m> {
    workspace: &'m Workspace,
    seutu: &'m Path,
    generators: &'m [Generator],
    folder: PathBuf,
    pages: usize,
    runs: usize,
}

impl Measured<'_> {
    /// Publishes with both, in turns, each time into a folder that wasn't there, and then edits one page
    /// again and again.
    fn publications(&self, is_seen: bool) -> Result<Value> {
        let portal = GeneratedPortal::generate(Size { pages: self.pages, seed: 1 });
        let content = self.folder.join("content");
        seutu::write(&portal, &content)?;
        fs::copy(self.workspace.content().join("fi/haku.json"), content.join("fi/haku.json"))?;
        hugo::write(&portal, &self.folder.join("hugo"))?;
        let (mut ours, mut theirs) = (Vec::new(), Vec::new());
        for run in 0..self.runs {
            ours.push(measure::run(&mut self.build(&content, run))?);
            let mut hugo = Command::new("hugo");
            hugo.arg("--quiet").arg("--destination").arg(self.folder.join(format!("public-{run}")));
            theirs.push(measure::run(hugo.current_dir(self.folder.join("hugo")))?);
        }
        let page = portal.pages.iter().rfind(|page| page.address.matches('/').count() == 4);
        let page = page.or(portal.pages.last()).context("no page")?;
        let file = content.join(format!("fi{}", seutu::file_of(page)));
        let edit = |text: String| -> Result<f64> {
            let mut source = seutu::source(page);
            source["content"][1] = json!({ "paragraph": text });
            fs::write(&file, source.to_string())?;
            Ok(measure::run(&mut self.build(&content, 0))?.time.as_secs_f64())
        };
        let sentence = |number: usize| "Hanke ja palvelu ".repeat(number + 1) + "kunnassa.";
        // The first edit brings words that were on the page away from it.
        edit(sentence(EDITS))?;
        let edits: Vec<f64> = (0..EDITS).map(|number| edit(sentence(number))).collect::<Result<_>>()?;
        let words: Vec<f64> =
            (0..EDITS).map(|number| edit(format!("Muutos{number}sanasto."))).collect::<Result<_>>()?;
        let site = |name: &str| is_seen.then(|| self.folder.join(format!("{name}-0")));
        let mut peers = json!({
            "Seutu": { "site": site("site"), "publications": times(&ours), "memory": memory(&ours), "edits": edits, "words": words },
            "Hugo": { "site": site("public"), "publications": times(&theirs), "memory": memory(&theirs) },
        });
        for generator in self.generators.iter().filter(|_| self.pages == COMPARED) {
            let Published { site, cost } = generator.publish(self.workspace, &portal)?;
            println!("  {}: published in {:.1} s", generator.name, cost.time.as_secs_f64());
            peers[generator.name] =
                json!({ "site": site, "publications": times(&[cost]), "memory": memory(&[cost]) });
        }
        Ok(json!({ "pages": self.pages, "page": page.address, "peers": peers }))
    }

    fn build(&self, content: &Path, run: usize) -> Command {
        let mut build = Command::new(self.seutu);
        build.arg("build").arg("--shell").arg(self.workspace.shell()).arg("--content").arg(content);
        build.arg("--out").arg(self.folder.join(format!("site-{run}")));
        build
    }
}

fn times(costs: &[measure::Cost]) -> Vec<f64> {
    costs.iter().map(|cost| cost.time.as_secs_f64()).collect()
}

/// The highest peak, in MB.
fn memory(costs: &[measure::Cost]) -> Option<f64> {
    costs.iter().filter_map(|cost| cost.memory).reduce(f64::max)
}

/// Processor, cores and memory, where the system says them.
fn machine() -> String {
    let read = |path: &str, name: &str| {
        let text = fs::read_to_string(path).unwrap_or_default();
        let line = text.lines().find_map(|line| line.strip_prefix(name)?.split_once(':'));
        line.map(|(_, value)| value.trim().to_owned()).unwrap_or_default()
    };
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let kibibytes: f64 =
        read("/proc/meminfo", "MemTotal").trim_end_matches(" kB").parse().unwrap_or_default();
    format!(
        "{}, {cores} cores, {:.0} GB of memory",
        read("/proc/cpuinfo", "model name"),
        kibibytes * 1024.0 / 1e9
    )
}

fn versions(workspace: &Workspace, seutu: &Path) -> Result<String> {
    let said = |command: &mut Command| -> Result<String> {
        let output = command.output().with_context(|| format!("{command:?} doesn't start"))?;
        Ok(String::from_utf8_lossy(&output.stdout).lines().next().unwrap_or_default().to_owned())
    };
    let commit = said(workspace.command("git").args(["rev-parse", "--short", "HEAD"]))?;
    let hugo = said(Command::new("hugo").arg("version"))?;
    let hugo = hugo.split_whitespace().nth(1).unwrap_or_default().to_owned();
    let voikko = said(Command::new("dpkg-query").args([
        "--show",
        "--showformat",
        "Voikko's dictionary ${Version}",
        "voikko-fi",
    ]));
    let voikko = voikko
        .ok()
        .filter(|said| !said.is_empty())
        .unwrap_or_else(|| "Voikko's dictionary unknown".to_owned());
    Ok(format!("{} at {commit}, Hugo {hugo}, {voikko}", said(Command::new(seutu).arg("--version"))?))
}
