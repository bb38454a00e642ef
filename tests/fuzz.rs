//! Inputs near the files of the small sites: whatever they hold, there are pages or faults, never a panic.
//!
//! The same inputs each time, on all cores. `cargo xtask fuzz` looks for others with libFuzzer.

pub mod in_memory;
mod mutation;

use std::{
    env, fs,
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
        mpsc::{RecvTimeoutError, channel},
    },
    thread,
    time::Duration,
};

use mutation::Seeds;

/// How many inputs are made besides the seeds themselves.
const INPUTS: usize = 1_000;

/// No input takes longer; libFuzzer has the same patience.
const PATIENCE: Duration = Duration::from_secs(20);

/// The JSON files of the small sites.
fn seeds() -> Seeds {
    let sites = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/sites");
    let mut files = Vec::new();
    let mut folders = vec![sites];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|kind| kind == "json") {
                files.push(path);
            }
        }
    }
    // Elsewhere a folder is read in another order.
    files.sort();
    Seeds::new(files.into_iter().map(|file| fs::read(file).unwrap()).collect())
}

/// Where a thread keeps the input that it tries, so that it is known even if the whole process ends.
fn kept(worker: usize) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("fuzzed-{worker}.json"))
}

#[test]
fn no_input_near_the_small_sites_makes_the_publisher_panic() {
    let seeds = Arc::new(seeds());
    assert!(seeds.len() > 300, "only {} seeds", seeds.len());
    let next = Arc::new(AtomicUsize::new(0));
    let (done, progress) = channel();
    let workers: Vec<_> = (0..thread::available_parallelism().unwrap().get())
        .map(|worker| {
            let (seeds, next, done) = (seeds.clone(), next.clone(), done.clone());
            // A panic, and the end of a stack, name the thread.
            let name = format!("trying {}", kept(worker).display());
            let work = move || {
                loop {
                    let number = next.fetch_add(1, Ordering::Relaxed);
                    let Some(input) = seeds.input(number, INPUTS) else { break };
                    fs::write(kept(worker), &input).unwrap();
                    in_memory::pages_or_faults(&input);
                    done.send(()).unwrap();
                }
            };
            thread::Builder::new().name(name).spawn(work).unwrap()
        })
        .collect();
    drop(done);
    loop {
        match progress.recv_timeout(PATIENCE) {
            Ok(()) => {}
            Err(RecvTimeoutError::Disconnected) => break,
            Err(RecvTimeoutError::Timeout) => {
                let kept: Vec<_> = (0..workers.len()).map(kept).collect();
                panic!("an input takes too long, one of {kept:?}");
            }
        }
    }
    for (worker, outcome) in workers.into_iter().map(thread::JoinHandle::join).enumerate() {
        assert!(outcome.is_ok(), "the publisher panicked; the input is in {}", kept(worker).display());
        fs::remove_file(kept(worker)).unwrap();
    }
}
