//! Other programs that are run and listened to, for as long as that makes sense.

use std::{
    io::{Read as _, Write as _},
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
    let mut child = program.stdin(stdin).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().ok()?;
    let (sender, said) = mpsc::channel();
    let (stdin, stdout) = (child.stdin.take(), child.stdout.take());
    // Neither is waited for: what the program has started may hold its pipes when it is gone.
    if let (Some(mut stdin), Some(input)) = (stdin, input) {
        thread::spawn(move || stdin.write_all(&input));
    }
    if let Some(mut stdout) = stdout {
        thread::spawn(move || {
            let mut output = Vec::new();
            let read = stdout.read_to_end(&mut output);
            // Nobody listens any more to who was too slow.
            let _ = sender.send(read.map(|_| output));
        });
    }
    let said = said.recv_timeout(end.saturating_duration_since(Instant::now())).ok().and_then(Result::ok);
    if said.is_none() {
        let _ = child.kill();
    }
    // It has closed what it writes to, or is killed: it ends at once.
    let went_well = child.wait().is_ok_and(|status| status.success());
    said.filter(|_| went_well)
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
