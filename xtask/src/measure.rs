//! What a run of a command costs, and what is in a folder.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};
use walkdir::WalkDir;

/// What a run cost.
#[derive(Clone, Copy)]
pub struct Cost {
    /// From its start to its end.
    pub time: Duration,
    /// Peak memory in MB; unknown where the system doesn't tell.
    pub memory: Option<f64>,
}

/// Prints what a run cost.
pub fn print(name: &str, cost: Cost) {
    let memory = cost.memory.map(|memory| format!("{memory:.0} MB")).unwrap_or_default();
    println!("  {name:<12}{:>8.2} s {memory:>10}", cost.time.as_secs_f64());
}

/// Runs a command to its end; its peak memory is what GNU time reports, where that is installed.
pub fn run(command: &mut Command) -> Result<Cost> {
    run_and_read(command).map(|(cost, _)| cost)
}

/// The same, and what the command said on its standard error.
pub fn run_and_read(command: &mut Command) -> Result<(Cost, String)> {
    let time = Path::new("/usr/bin/time");
    let mut measured = Command::new(if time.exists() { time.as_os_str() } else { command.get_program() });
    if time.exists() {
        measured.args(["-f", "%M"]).arg(command.get_program());
    }
    measured.args(command.get_args()).stdout(Stdio::null());
    if let Some(folder) = command.get_current_dir() {
        measured.current_dir(folder);
    }
    measured.envs(command.get_envs().filter_map(|(name, value)| Some((name, value?))));
    let started = Instant::now();
    let output = measured.output().with_context(|| format!("{command:?} doesn't start"))?;
    let time = started.elapsed();
    let words = String::from_utf8_lossy(&output.stderr);
    if !output.status.success() {
        bail!("{command:?} failed: {words}");
    }
    let kibibytes = words.lines().last().and_then(|line| line.trim().parse::<f64>().ok());
    let cost = Cost { time, memory: kibibytes.map(|kibibytes| kibibytes * 1024.0 / 1e6) };
    Ok((cost, words.into_owned()))
}

/// Removes a folder, if it is there.
pub fn remove(folder: &Path) -> Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}

/// The files below a folder, sorted.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in WalkDir::new(folder) {
        let entry = entry?;
        if !entry.file_type().is_dir() {
            found.push(entry.path().strip_prefix(folder)?.to_owned());
        }
    }
    found.sort();
    Ok(found)
}

/// The files that only one of two folders has or that differ, and how many there are in all.
///
/// # Errors
/// A folder that can't be read.
pub fn differing(one: &Path, other: &Path) -> Result<(Vec<PathBuf>, usize)> {
    let mut names = files(one)?;
    names.extend(files(other)?);
    names.sort();
    names.dedup();
    let read = |folder: &Path, name: &Path| fs::read(folder.join(name)).ok();
    let count = names.len();
    names.retain(|name| read(one, name) != read(other, name));
    Ok((names, count))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_more_and_a_file_less_are_named() {
        let scratch = tempfile::tempdir().unwrap();
        let [one, other] = ["one", "other"].map(|name| scratch.path().join(name));
        for (folder, files) in
            [(&one, [("a", "1"), ("b", "2"), ("c", "3")]), (&other, [("a", "1"), ("b", "22"), ("d", "3")])]
        {
            fs::create_dir_all(folder).unwrap();
            files.iter().for_each(|(name, text)| fs::write(folder.join(name), text).unwrap());
        }
        let (different, count) = differing(&one, &other).unwrap();
        assert_eq!((different, count), (["b", "c", "d"].map(PathBuf::from).to_vec(), 4));
    }
}
