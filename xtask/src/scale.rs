//! Measures publications of large portals, beside Hugo with the same content in the same run.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::Duration,
};

use anyhow::{Context, Result, ensure};
use generator::{GeneratedPortal, Size, hugo, seutu};

use crate::{
    browser::{self, Browser},
    hosted,
    measure::{Cost, files, print, remove, run},
    publisher,
    shell::Profile,
    step,
    workspace::Workspace,
};

/// Of the portal that is measured beside Hugo.
const PAGES: usize = 10_000;
/// Of the large one.
const LARGE: usize = 100_000;
/// Peak memory at [`PAGES`], in MB (10^6 bytes).
const MEMORY_LIMIT: f64 = 800.0;
/// From the call to the new site in its place, after an edit of one page of [`PAGES`]: a share of the time
/// that Hugo takes for all of them, for machines differ. Twice what a quiet machine needs, and less than
/// making all pages anew.
const EDIT_SHARE: f64 = 0.2;
/// From a saved file to the screen, with the publisher at hand.
const SERVING_LIMIT: Duration = Duration::from_millis(500);
const RUNS: usize = 5;

/// The largest that a page's file may be at any number of pages, in bytes: text, what stands around it and a
/// list of twenty.
const FILE_LIMIT: u64 = 40_000;

/// Prints the measurements; a broken limit fails. With a browser it also measures from a saved file to the
/// screen.
pub fn scale(workspace: &Workspace, large: bool, browser: Option<&Browser>) -> Result<()> {
    let seutu = publisher::build(workspace, Profile::Release)?;
    let folder = workspace.target.join("bench-scale");
    remove(&folder)?;
    fs::create_dir_all(&folder)?;
    // The documents need a shell; which one makes no difference to the publisher.
    let shell = [workspace.shell(), workspace.root.join("tests/sites/shell")];
    let shell = shell.into_iter().find(|shell| shell.join("index.html").is_file()).context("no shell")?;
    let build = |content: &Path, out: &Path| {
        let mut command = Command::new(&seutu);
        command.arg("build").arg("--shell").arg(&shell).arg("--content").arg(content).arg("--out").arg(out);
        command
    };

    let portal = GeneratedPortal::generate(Size { pages: PAGES, seed: 1 });
    let content = folder.join("content");
    seutu::write(&portal, &content)?;
    hugo::write(&portal, &folder.join("hugo"))?;
    println!("{PAGES} pages of about 350 words, median of {RUNS} publications from nothing:");
    // In turns, so that what else the machine does meets both. Each into a folder of its own: for minutes
    // after files were removed, ext4 looks at each of their inodes before it gives one to a new file, and
    // whoever writes more files waits longer.
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    let peer = hugo_is_here(workspace);
    let out_of = |run: usize| folder.join(format!("dist-{run}"));
    for number in 0..RUNS {
        ours.push(run(&mut build(&content, &out_of(number)))?);
        if peer {
            let public = folder.join(format!("hugo-{number}"));
            let mut hugo = Command::new("hugo");
            hugo.arg("--quiet").arg("--destination").arg(public).current_dir(folder.join("hugo"));
            theirs.push(run(&mut hugo)?);
        }
    }
    let out = out_of(0);
    let ours = median(ours);
    print("Seutu", ours);
    let theirs = (!theirs.is_empty()).then(|| median(theirs));
    match theirs {
        Some(theirs) => print("Hugo", theirs),
        None => println!("  Hugo isn't installed: `apt-get install hugo` puts it beside"),
    }
    print_largest(&out)?;

    println!("after an edit in one page of {PAGES}, median of {RUNS}:");
    let page = portal.pages.iter().rfind(|page| page.address.matches('/').count() == 4).context("no page")?;
    let file = content.join(format!("fi{}", seutu::file_of(page)));
    let edited = |field: &str| -> Result<Cost> {
        let mut costs = Vec::new();
        for run_number in 0..RUNS {
            let mut source = seutu::source(page);
            let text = format!("Muutos {run_number}.");
            match field {
                "title" => source["title"] = text.into(),
                _ => source["content"][1] = serde_json::json!({ "paragraph": text }),
            }
            fs::write(&file, source.to_string())?;
            costs.push(run(&mut build(&content, &out))?);
        }
        Ok(median(costs))
    };
    let (text, title) = (edited("text")?, edited("title")?);
    print("its text", text);
    print("its title", title);
    let fresh = folder.join("fresh");
    run(&mut build(&content, &fresh))?;
    ensure!(same(&out, &fresh)?, "after the edits the site isn't what a publication from nothing gives");
    println!("  byte for byte what a publication from nothing gives");
    hosted::hosted(&build, &content, &folder.join("hosted"), || {
        let mut source = seutu::source(page);
        source["content"][1] = serde_json::json!({ "paragraph": "Muutos." });
        Ok(fs::write(&file, source.to_string())?)
    })?;
    if let Some(browser) = browser {
        let mut measure = browser.node(workspace);
        measure.arg("bench-serving.mjs").arg(&seutu).arg(&shell).arg(&content).arg(&out).arg(&file);
        measure.arg(page.address.as_str()).arg(SERVING_LIMIT.as_millis().to_string());
        let status = measure.status().context("node doesn't start")?;
        ensure!(status.success(), "a saved file is on screen too late");
    }

    if large {
        let content = folder.join("large");
        seutu::write(&GeneratedPortal::generate(Size { pages: LARGE, seed: 1 }), &content)?;
        println!("{LARGE} pages:");
        let out = folder.join("large-dist");
        let cost = run(&mut build(&content, &out))?;
        print("Seutu", cost);
        print_largest(&out)?;
        if let (Some(large), Some(small)) = (cost.memory, ours.memory) {
            println!("  memory grows {:.1} times, pages {} times", large / small, LARGE / PAGES);
            ensure!(large / small <= 10.0, "memory grows faster than the content");
        }
    }
    remove(&folder)?;

    if let Some(theirs) = theirs {
        ensure!(ours.time <= theirs.time, "{PAGES} pages take longer than with Hugo");
        let share = text.time.as_secs_f64() / theirs.time.as_secs_f64();
        println!("an edit of a text takes {share:.2} of Hugo's time for all pages (limit {EDIT_SHARE})");
        ensure!(share <= EDIT_SHARE, "an edit takes {}", step::seconds(text.time));
    }
    ensure!(ours.memory.is_none_or(|memory| memory <= MEMORY_LIMIT), "more than {MEMORY_LIMIT} MB");
    Ok(())
}

fn median(mut costs: Vec<Cost>) -> Cost {
    costs.sort_by_key(|cost| cost.time);
    costs[costs.len() / 2]
}

/// Hugo's command, installed where we may; elsewhere there is no comparison, and that is said.
pub fn hugo_is_here(workspace: &Workspace) -> bool {
    let answers = || {
        Command::new("hugo")
            .arg("version")
            .stdout(Stdio::null())
            .status()
            .is_ok_and(|status| status.success())
    };
    answers() || (browser::install_packages(workspace, "Hugo", &["hugo", "time"]).is_ok() && answers())
}

fn print_largest(site: &Path) -> Result<()> {
    for name in ["page.json", "index.html"] {
        let (size, path) = largest(site, name)?;
        println!("  largest {name}: {size} bytes, {} (limit {FILE_LIMIT})", path.display());
        ensure!(size <= FILE_LIMIT, "{} has {size} bytes: does it grow with the site?", path.display());
    }
    Ok(())
}

/// The largest file of a name, by its path within the folder.
fn largest(folder: &Path, name: &str) -> Result<(u64, PathBuf)> {
    let mut largest = (0, PathBuf::new());
    for path in files(folder)? {
        if path.file_name().is_some_and(|own| own == name) {
            let size = fs::metadata(folder.join(&path))?.len();
            largest = largest.max((size, path));
        }
    }
    Ok(largest)
}

fn same(one: &Path, other: &Path) -> Result<bool> {
    let paths = files(one)?;
    if paths != files(other)? {
        return Ok(false);
    }
    for path in paths {
        if fs::read(one.join(&path))? != fs::read(other.join(&path))? {
            return Ok(false);
        }
    }
    Ok(true)
}
