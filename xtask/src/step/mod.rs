//! A long step says its name, its number among all steps, how long it has taken, and how long the command is
//! still going to take ([`mod@plan`]).
//!
//! On a terminal one line ticks, with the child's last line behind it. Elsewhere (a log, CI) there is
//! a line at the start and one with the seconds at the end. What the child printed is shown
//! when it failed or warned.

use std::{
    io::{self, BufRead, BufReader, IsTerminal, Read, Write},
    path::PathBuf,
    process::{Command, Stdio},
    sync::{
        Mutex, MutexGuard, OnceLock, PoisonError,
        mpsc::{self, RecvTimeoutError, Sender},
    },
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};

mod plan;

use plan::Plan;
pub use plan::{Expected, Lane};

/// Narrow enough for every terminal: a ticking line that wraps can't be overwritten.
const WIDTH: usize = 78;

/// Says which steps a command is going to take; `memory` is a file in which their times are kept.
pub fn expect(steps: Vec<Expected>, memory: PathBuf) {
    *plan() = Plan::new(steps, memory);
}

/// The finished steps, each with its time.
pub fn ended() -> Vec<(String, Duration)> {
    plan().ended().map(|(title, time)| (title.to_owned(), time)).collect()
}

/// There is one terminal, so there is one plan.
fn plan() -> MutexGuard<'static, Plan> {
    static PLAN: OnceLock<Mutex<Plan>> = OnceLock::new();
    PLAN.get_or_init(Mutex::default).lock().unwrap_or_else(PoisonError::into_inner)
}

/// Runs `command` with its output held back; what it printed is shown when it failed or warned.
pub fn run(title: &str, command: &mut Command) -> Result<()> {
    let output = run_silently(title, command)?;
    if output.iter().any(|line| is_warning(&plain(line))) {
        show(&output);
    }
    Ok(())
}

/// Like [`run`] for code of others, whose warnings can't be fixed here. Returns the output.
pub fn run_silently(title: &str, command: &mut Command) -> Result<Vec<String>> {
    let terminal = io::stderr().is_terminal();
    if terminal {
        command.env("CARGO_TERM_COLOR", "always");
    }
    let started = begin(title);
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .with_context(|| cannot_start(command))?;

    let (sender, lines) = mpsc::channel();
    read_lines(child.stdout.take(), sender.clone());
    read_lines(child.stderr.take(), sender);
    let mut output: Vec<String> = Vec::new();
    loop {
        match lines.recv_timeout(Duration::from_millis(200)) {
            Ok(line) => output.push(line),
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => break,
        }
        if terminal {
            tick(started, output.last());
        }
    }

    let status = child.wait()?;
    if !status.success() {
        end("✗", title, started);
        show(&output);
        bail!("{title} failed ({status}): `{}`", said(command));
    }
    end("✓", title, started);
    Ok(output)
}

/// Runs `command` with the terminal to itself: for tests, whose output is what one wants to see.
pub fn run_shown(title: &str, command: &mut Command) -> Result<()> {
    let (number, count) = {
        let mut plan = plan();
        (plan.begin(title), plan.count())
    };
    let started = Instant::now();
    eprintln!("  … [{number}/{count}] {title}");
    let status = command.status().with_context(|| cannot_start(command))?;
    if !status.success() {
        end("✗", title, started);
        bail!("{title} failed ({status}): `{}`", said(command));
    }
    end("✓", title, started);
    Ok(())
}

/// Runs `command` beside a step that has the terminal to itself. Returns what it printed, to be shown once
/// that step has ended, and whether it succeeded.
pub fn run_beside(title: &str, command: &mut Command) -> Result<(String, bool)> {
    plan().begin(title);
    let output = command.stdin(Stdio::null()).output().with_context(|| cannot_start(command))?;
    plan().end(title);
    let printed = [output.stdout, output.stderr].concat();
    Ok((String::from_utf8_lossy(&printed).into_owned(), output.status.success()))
}

/// Runs `command` as a part of a step that is shown already. What it printed stands in the error.
pub fn run_unseen(command: &mut Command) -> Result<()> {
    let output = command.stdin(Stdio::null()).output().with_context(|| cannot_start(command))?;
    if !output.status.success() {
        eprintln!("{}", String::from_utf8_lossy(&output.stderr));
        bail!("`{}` failed ({})", said(command), output.status);
    }
    Ok(())
}

/// Does something that no other program does, and shows how long that takes.
pub fn measure<T>(title: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    let started = begin(title);
    let done = work();
    end(if done.is_ok() { "✓" } else { "✗" }, title, started);
    done
}

/// Seconds as a person reads them: `0.4 s`, `12.3 s`, `3 min 5 s`.
pub fn seconds(duration: Duration) -> String {
    let seconds = duration.as_secs();
    if seconds < 100 {
        format!("{:.1} s", duration.as_secs_f64())
    } else {
        format!("{} min {} s", seconds / 60, seconds % 60)
    }
}

/// Runs `command` as a part of a step that is shown already, and gives its standard output.
pub fn output_of(command: &mut Command) -> Result<String> {
    let output = command.stdin(Stdio::null()).output().with_context(|| cannot_start(command))?;
    if !output.status.success() {
        eprintln!("{}", String::from_utf8_lossy(&output.stderr));
        bail!("`{}` failed ({})", said(command), output.status);
    }
    String::from_utf8(output.stdout).with_context(|| format!("`{}` doesn't answer in UTF-8", said(command)))
}

fn begin(title: &str) -> Instant {
    let (number, count, left) = {
        let mut plan = plan();
        (plan.begin(title), plan.count(), plan.left())
    };
    let started = Instant::now();
    if io::stderr().is_terminal() {
        tick(started, None);
    } else {
        let left = left.map(|left| format!(" ({})", plan::words(left))).unwrap_or_default();
        eprintln!("  … [{number}/{count}] {title}{left}");
    }
    started
}

/// Writes the line of what is under way over the one before.
fn tick(started: Instant, last: Option<&String>) {
    let (running, ended, count, left) = {
        let plan = plan();
        (plan.running().collect::<Vec<_>>().join(" and "), plan.ended().count(), plan.count(), plan.left())
    };
    let left = left.map(|left| format!(", {}", plan::words(left))).unwrap_or_default();
    let last = last.map(|line| plain(line)).unwrap_or_default();
    let seconds = started.elapsed().as_secs();
    let line = format!("  … [{}/{count}] {running}, {seconds} s{left}  {}", ended + 1, last.trim());
    let line: String = line.chars().take(WIDTH).collect();
    let mut stderr = io::stderr().lock();
    // A terminal that has gone away is no reason to stop the work.
    let _ = write!(stderr, "\r\x1b[2K{line}");
    let _ = stderr.flush();
}

fn end(mark: &str, title: &str, started: Instant) {
    plan().end(title);
    let clear = if io::stderr().is_terminal() { "\r\x1b[2K" } else { "" };
    eprintln!("{clear}  {mark} {title}, {}", seconds(started.elapsed()));
}

fn show(output: &[String]) {
    for line in output.iter().filter(|line| !is_progress(&plain(line))) {
        eprintln!("{line}");
    }
}

fn read_lines(stream: Option<impl Read + Send + 'static>, sender: Sender<String>) {
    let Some(stream) = stream else { return };
    thread::spawn(move || {
        for line in BufReader::new(stream).split(b'\n') {
            let Ok(line) = line else { return };
            let line = String::from_utf8_lossy(&line).trim_end().to_owned();
            if sender.send(line).is_err() {
                return;
            }
        }
    });
}

/// The line without colours.
pub fn plain(line: &str) -> String {
    let mut text = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(start) = rest.find("\x1b[") {
        text.push_str(&rest[..start]);
        let escape = &rest[start + 2..];
        let end = escape.find(|c: char| c.is_ascii_alphabetic()).map_or(escape.len(), |at| at + 1);
        rest = &escape[end..];
    }
    text.push_str(rest);
    text
}

fn is_warning(line: &str) -> bool {
    line.starts_with("warning")
}

/// Cargo's lines about work that went well.
fn is_progress(line: &str) -> bool {
    let verbs = [
        "Compiling",
        "Checking",
        "Building",
        "Finished",
        "Fresh",
        "Running",
        "Blocking",
        "Updating",
        "Downloading",
        "Downloaded",
        "Locking",
        "Adding",
    ];
    let first = line.split_whitespace().next().unwrap_or_default();
    verbs.contains(&first)
}

fn cannot_start(command: &Command) -> String {
    format!("`{}` doesn't start", said(command))
}

fn said(command: &Command) -> String {
    let words: Vec<_> = std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(|word| word.to_string_lossy())
        .collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_coloured_line_is_read_without_its_colours() {
        assert_eq!(plain("\x1b[1m\x1b[33mwarning\x1b[0m: unused"), "warning: unused");
    }

    #[test]
    fn a_warning_is_told_from_progress() {
        assert!(is_warning("warning: unused variable"));
        assert!(is_progress("   Compiling leptos v0.8.23"));
    }
}
