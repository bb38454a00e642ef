//! What is written for whoever started the program: reports on standard output, words beside them on the
//! other.
//!
//! The macros of the standard library panic where nothing can be written, and nothing else in the publisher
//! writes there. A pipe that its reader has closed is no fault of anybody's: what was asked for has been
//! read. A full disk is one, and the exit code says so.

use std::{
    fmt::Display,
    io::{self, Write},
    sync::atomic::{AtomicBool, Ordering},
};

/// Whether something couldn't be written.
static LOST: AtomicBool = AtomicBool::new(false);

/// Writes a report, or the address of a server, to standard output.
pub fn report(text: impl Display) {
    if let Err(error) = written(io::stdout().lock(), text) {
        LOST.store(true, Ordering::Relaxed);
        tell(format_args!("seutu: standard output can't be written to: {error}\n"));
    }
}

/// Writes to standard error, where reports for people go.
pub fn tell(text: impl Display) {
    if written(io::stderr().lock(), text).is_err() {
        LOST.store(true, Ordering::Relaxed);
    }
}

/// Whether something that was to be said couldn't be written.
pub fn is_lost() -> bool {
    LOST.load(Ordering::Relaxed)
}

fn written(mut stream: impl Write, text: impl Display) -> io::Result<()> {
    match stream.write_all(text.to_string().as_bytes()).and_then(|()| stream.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        written => written,
    }
}
