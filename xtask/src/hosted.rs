//! Measures what a publication for hosts costs: pictures for sharing, compressed copies, the hosts' own files.

use std::{fs, path::Path, process::Command};

use anyhow::Result;

use crate::measure::{files, print, run_and_read};

/// The hosts that get all that a publication can have.
const HOSTS: [&str; 3] = ["nginx", "caddy", "apache"];

/// A sort of file, and whether a file is of it.
type Sort = (&'static str, fn(&str) -> bool);

const SORTS: [Sort; 4] = [
    ("pages and data", |name| name.ends_with(".html") || name.ends_with(".json")),
    ("compressed copies", |name| [".br", ".gz"].iter().any(|ending| name.ends_with(ending))),
    ("pictures for sharing", |name| name.starts_with("social.images")),
    ("the index", |name| name.starts_with("search.index")),
];

/// Publishes from nothing and after an edit, and prints each step and what came of it. `edit` changes the content.
pub fn hosted(
    build: &dyn Fn(&Path, &Path) -> Command,
    content: &Path,
    out: &Path,
    edit: impl FnOnce() -> Result<()>,
) -> Result<()> {
    let publish = |what: &str| -> Result<()> {
        let mut command = build(content, out);
        HOSTS.iter().for_each(|host| _ = command.args(["--host", host]));
        let (cost, said) = run_and_read(command.arg("--timings"))?;
        print(what, cost);
        // The steps stand behind the outcome, each in a line of its own.
        let steps = said.lines().skip_while(|line| !line.starts_with("Published ")).skip(1);
        steps.filter(|line| line.ends_with("ms")).for_each(|step| println!("  {step}"));
        Ok(())
    };
    println!("the same for {}:", HOSTS.join(", "));
    publish("from nothing")?;
    edit()?;
    publish("after an edit")?;
    let files = files(out)?;
    for (what, is_it) in SORTS {
        let sizes = files.iter().filter(|file| is_it(&name(file))).map(|file| size(&out.join(file)));
        let (count, bytes) = sizes.fold((0, 0), |(count, bytes), size| (count + 1, bytes + size));
        println!("  {what:<22}{count:>8} files {:>8.1} MB", bytes as f64 / 1e6);
    }
    Ok(())
}

fn name(file: &Path) -> String {
    file.to_string_lossy().replace('\\', "/")
}

fn size(file: &Path) -> u64 {
    fs::metadata(file).map_or(0, |file| file.len())
}
