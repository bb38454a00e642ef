//! Measures search beside plain Pagefind: recall in Finnish, bytes and times in the browser, and what an
//! index costs to build.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, ensure};
use generator::{GeneratedPortal, Size, seutu};

use crate::{
    browser::Browser,
    measure::{self, Cost},
    publisher,
    shell::Profile,
    step,
    workspace::Workspace,
};

/// The package that brings Pagefind's command, as npm names it.
const PAGEFIND: &str = "pagefind@1.6.0";

const LISTS: [&str; 3] = ["inflection.tsv", "held-out.tsv", "compounds.tsv"];

/// Prints what both engines do; fails only if one of them doesn't work.
pub fn search(workspace: &Workspace, browser: &Browser) -> Result<()> {
    let folder = workspace.target.join("bench-search");
    let pagefind = pagefind(workspace)?;
    measure::remove(&folder)?;
    fs::create_dir_all(&folder)?;

    println!("words found by their other forms and by their parts, both engines with a page for each word:");
    print_ours(workspace)?;
    let lists = workspace.root.join("tests/finnish");
    let words = folder.join("words");
    write_words(&lists, &words)?;
    measure::run(Command::new(&pagefind).arg("--site").arg(&words))?;
    let mut measure = browser.node(workspace);
    measure.args(["bench-search.mjs", "forms"]).arg(&words).arg(&lists);
    step::run_shown("Pagefind's recall", &mut measure)?;

    let seutu = publisher::build(workspace, Profile::Release)?;
    for pages in [1_000, 10_000] {
        let (content, out) = (folder.join(format!("content-{pages}")), folder.join(format!("site-{pages}")));
        seutu::write(&GeneratedPortal::generate(Size { pages, seed: 1 }), &content)?;
        fs::copy(workspace.content().join("fi/haku.json"), content.join("fi/haku.json"))?;
        println!("{pages} pages, words of the site and their index:");
        let mut build = Command::new(&seutu);
        build.arg("build").arg("--timings").arg("--shell").arg(workspace.shell());
        let (ours, said) =
            measure::run_and_read(build.arg("--content").arg(&content).arg("--out").arg(&out))?;
        measure::print("the whole site", ours);
        said.lines()
            .filter(|line| line.contains("index"))
            .for_each(|line| println!("  of that {}", line.trim()));
        println!("  its index: {}", size(&out.join("search.index"))?);
        let theirs = measure::run(Command::new(&pagefind).arg("--site").arg(&out))?;
        measure::print("Pagefind", theirs);
        println!("  its index: {}", size(&out.join("pagefind"))?);
        compare(ours, theirs);
        let mut measure = browser.node(workspace);
        step::run_shown("search in the browser", measure.args(["bench-search.mjs", "site"]).arg(&out))?;
    }
    measure::remove(&folder)
}

fn compare(ours: Cost, theirs: Cost) {
    let time = ours.time.as_secs_f64() / theirs.time.as_secs_f64();
    let memory = ours.memory.zip(theirs.memory).map(|(ours, theirs)| ours / theirs);
    let memory = memory.map(|ratio| format!(", memory {ratio:.2}")).unwrap_or_default();
    println!("  Seutu's whole publication to Pagefind's index: time {time:.2}{memory} (limits 0.50)");
}

/// The lines of `tests/recall.rs` that say how much was found.
fn print_ours(workspace: &Workspace) -> Result<()> {
    let mut test = workspace.command("cargo");
    test.args(["test", "--quiet", "--package", "publisher", "--test", "native"]);
    test.args(["--", "recall::", "--nocapture", "--test-threads=1"]);
    let output = test.output().context("cargo doesn't start")?;
    ensure!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    let said = String::from_utf8_lossy(&output.stdout);
    let shares = said.lines().filter_map(|line| line.split_once(".tsv: "));
    // A test's own line may begin with its name.
    for (list, share) in shares {
        let list = list.rsplit([' ', '/']).next().unwrap_or_default();
        println!("  Seutu      {list}.tsv: {}", share.split(": ").next().unwrap_or_default());
    }
    println!(
        "  (in turn: English; Finnish by rules alone; Swedish; Finnish with Voikko where it is installed)"
    );
    Ok(())
}

/// A page for each word of the lists, of nothing but the word.
fn write_words(lists: &Path, folder: &Path) -> Result<()> {
    let mut words = BTreeSet::new();
    for list in LISTS {
        let text = fs::read_to_string(lists.join(list))?;
        for (word, others) in text.lines().filter_map(|line| line.split_once('\t')) {
            words.insert(word.to_owned());
            words.extend(others.split(' ').map(str::to_owned));
        }
    }
    fs::create_dir_all(folder)?;
    let front = "<!doctype html><html lang=\"fi\"><title>-</title><body data-pagefind-ignore>";
    fs::write(folder.join("index.html"), front)?;
    for (number, word) in words.iter().enumerate() {
        let page = format!(
            "<!doctype html><html lang=\"fi\"><title>{word}</title><body><h1>{word}</h1></body></html>"
        );
        fs::create_dir_all(folder.join(number.to_string()))?;
        fs::write(folder.join(number.to_string()).join("index.html"), page)?;
    }
    Ok(())
}

/// Pagefind's command, fetched once into the target folder.
pub fn pagefind(workspace: &Workspace) -> Result<PathBuf> {
    let folder = workspace.target.join(PAGEFIND.replace('@', "-"));
    let command = folder.join("node_modules/.bin/pagefind");
    if !command.exists() {
        fs::create_dir_all(&folder)?;
        let mut install = workspace.command("npm");
        install.args(["install", "--silent", "--no-save", "--prefix"]).arg(&folder).arg(PAGEFIND);
        step::run_silently(&format!("fetching {PAGEFIND}"), &mut install)
            .context("is npm installed, and its registry within reach?")?;
    }
    Ok(command)
}

fn size(folder: &Path) -> Result<String> {
    let files = measure::files(folder)?;
    let bytes: u64 =
        files.iter().map(|path| fs::metadata(folder.join(path)).map_or(0, |file| file.len())).sum();
    Ok(format!("{:.2} MB in {} files", bytes as f64 / 1e6, files.len()))
}
