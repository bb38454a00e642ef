//! Other programs that are run and listened to, for as long as that makes sense.

use std::{
    io::Read as _,
    process::{Command, Stdio},
    sync::mpsc,
    thread,
    time::{Duration, Instant},
};

/// What a program writes; none if it isn't there, fails or takes too long.
pub fn said_by(program: &mut Command, patience: Duration) -> Option<Vec<u8>> {
    let end = Instant::now() + patience;
    let mut child = program.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().ok()?;
    let mut stdout = child.stdout.take()?;
    let (sender, said) = mpsc::channel();
    // Nobody waits for this thread: a child of the program may hold the pipe after the program has ended.
    thread::spawn(move || {
        let mut said = Vec::new();
        let read = stdout.read_to_end(&mut said);
        // Nobody listens any more to who was too slow.
        let _ = sender.send(read.map(|_| said));
    });
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
    const LONG: Duration = Duration::from_mins(1);

    fn shell(script: &str) -> Command {
        let mut shell = Command::new("sh");
        shell.args(["-c", script]);
        shell
    }

    #[test]
    fn what_a_program_says_is_heard_however_much_it_is() {
        assert_eq!(said_by(&mut shell("echo a"), LONG).as_deref(), Some(&b"a\n"[..]));
        assert_eq!(said_by(&mut shell("head -c 1000000 /dev/zero"), LONG), Some(vec![0; 1_000_000]));
        // One that has nothing to read.
        assert_eq!(said_by(&mut shell("cat"), LONG), Some(Vec::new()));
    }

    #[test]
    fn one_that_fails_or_is_not_there_has_said_nothing() {
        assert_eq!(said_by(&mut shell("echo a; exit 1"), LONG), None);
        assert_eq!(said_by(&mut Command::new("/nowhere/at/all"), LONG), None);
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
            assert_eq!(said_by(&mut shell(script), short), None, "{script}");
        }
        assert!(begin.elapsed() < LONG);
    }
}
