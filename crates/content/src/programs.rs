//! Other programs that are run and listened to, for as long as that makes sense.

use std::{
    fs::File,
    io::{self, Read, Seek as _, Write as _},
    process::{Command, Stdio},
    sync::mpsc,
    thread,
    time::{Duration, Instant},
};

/// What a program writes when it is given something to read; none if it isn't there, fails or takes too long.
///
/// While one side is written the other has to be read, or both would wait for each other.
pub fn said_by(program: &mut Command, input: Option<Vec<u8>>, patience: Duration) -> Option<Vec<u8>> {
    let end = Instant::now() + patience;
    let stdin = if input.is_some() { Stdio::piped() } else { Stdio::null() };
    let in_memory = file_in_memory();
    // The end of a pipe tells when the program has ended.
    let (stdout, stderr) = match &in_memory {
        Some(file) => (Stdio::from(file.try_clone().ok()?), Stdio::piped()),
        None => (Stdio::piped(), Stdio::null()),
    };
    let mut child = program.stdin(stdin).stdout(stdout).stderr(stderr).spawn().ok()?;
    let (sender, said) = mpsc::channel();
    // Neither is waited for: what the program has started may hold its pipes when it is gone.
    if let (Some(mut stdin), Some(input)) = (child.stdin.take(), input) {
        thread::spawn(move || stdin.write_all(&input));
    }
    let pipe: Option<Box<dyn Read + Send>> = match (child.stdout.take(), child.stderr.take()) {
        (Some(stdout), _) => Some(Box::new(stdout)),
        (None, Some(stderr)) => Some(Box::new(stderr)),
        (None, None) => None,
    };
    thread::spawn(move || {
        let mut piped = Vec::new();
        let read = pipe.map_or(Ok(0), |mut pipe| pipe.read_to_end(&mut piped));
        // Nobody listens any more to who was too slow.
        let _ = sender.send(read.map(|_| piped));
    });
    let piped = said.recv_timeout(end.saturating_duration_since(Instant::now())).ok().and_then(Result::ok);
    if piped.is_none() {
        let _ = child.kill();
    }
    // It has closed what it writes to, or is killed: it ends at once.
    let went_well = child.wait().is_ok_and(|status| status.success());
    let piped = piped.filter(|_| went_well)?;
    in_memory.map_or(Some(piped), |file| contents(file).ok())
}

/// A file without a name, in memory: Voikko writes a few bytes at a time, and whoever reads a pipe is woken for each of them.
/// None where the system has no such files.
fn file_in_memory() -> Option<File> {
    #[cfg(target_os = "linux")]
    return rustix::fs::memfd_create("said", rustix::fs::MemfdFlags::CLOEXEC).ok().map(File::from);
    #[cfg(not(target_os = "linux"))]
    return None;
}

fn contents(mut file: File) -> io::Result<Vec<u8>> {
    let mut contents = Vec::new();
    file.rewind()?;
    file.read_to_end(&mut contents)?;
    Ok(contents)
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    /// Nobody waits so long.
    const LONG: Duration = Duration::from_secs(60);

    fn shell(script: &str) -> Command {
        let mut shell = Command::new("sh");
        shell.args(["-c", script]);
        shell
    }

    #[test]
    fn what_a_program_says_is_heard_however_much_it_is() {
        assert_eq!(said_by(&mut shell("echo a"), None, LONG).as_deref(), Some(&b"a\n"[..]));
        let much = vec![b'a'; 1_000_000];
        assert_eq!(said_by(&mut shell("cat"), Some(much.clone()), LONG), Some(much));
        // One that reads nothing, and one that has nothing to read.
        assert_eq!(
            said_by(&mut shell("echo a"), Some(vec![0; 1_000_000]), LONG).as_deref(),
            Some(&b"a\n"[..])
        );
        assert_eq!(said_by(&mut shell("cat"), None, LONG), Some(Vec::new()));
    }

    #[test]
    fn one_that_fails_or_is_not_there_has_said_nothing() {
        assert_eq!(said_by(&mut shell("echo a; exit 1"), None, LONG), None);
        assert_eq!(said_by(&mut Command::new("/nowhere/at/all"), None, LONG), None);
    }

    #[test]
    fn one_that_takes_too_long_is_ended() {
        let short = Duration::from_millis(50);
        let begin = Instant::now();
        for script in [
            "exec sleep 600",
            "echo a; exec sleep 600",
            "sleep 600 & exec sleep 600",
            "trap '' TERM; while :; do :; done",
        ] {
            assert_eq!(said_by(&mut shell(script), None, short), None, "{script}");
        }
        assert_eq!(said_by(&mut shell("exec sleep 600"), Some(vec![0; 1_000_000]), short), None);
        assert!(begin.elapsed() < LONG);
    }
}
