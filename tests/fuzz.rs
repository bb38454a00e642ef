//! Inputs near the files of the small sites, and the seeds of all targets of fuzzing: whatever they hold, no
//! part of Seutu panics or breaks a promise.
//!
//! The same inputs each time, on all cores. `cargo xtask fuzz` looks for others with libFuzzer.

mod mutation;
pub mod oracles;

use std::{
    env, fs,
    panic::{self, AssertUnwindSafe},
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
use oracles::TARGETS;

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
                    oracles::in_memory::pages_or_faults(&input);
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

/// The seeds of a target, in the order of their names.
fn seeds_of(target: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fuzz/seeds").join(target);
    let files = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut files: Vec<PathBuf> = files.map(|file| file.unwrap().path()).collect();
    files.sort();
    files
}

#[test]
fn no_seed_of_any_target_breaks_a_promise() {
    let tasks: Vec<_> = TARGETS
        .into_iter()
        .flat_map(|(name, target)| {
            let seeds = seeds_of(name);
            assert!(seeds.len() >= 10, "{name} has only {} seeds", seeds.len());
            seeds.into_iter().map(move |seed| (target, seed))
        })
        .collect();
    let next = AtomicUsize::new(0);
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().unwrap().get() {
            scope.spawn(|| {
                while let Some((target, seed)) = tasks.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let bytes = fs::read(seed).unwrap();
                    let outcome = panic::catch_unwind(AssertUnwindSafe(|| target(&bytes)));
                    assert!(outcome.is_ok(), "the seed is {}", seed.display());
                }
            });
        }
    });
}

#[test]
fn each_target_has_its_program_and_no_program_lacks_a_target() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fuzz/fuzz_targets");
    let mut programs: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path().file_stem().unwrap().to_string_lossy().into_owned())
        .collect();
    programs.sort();
    assert_eq!(programs, TARGETS.map(|(name, _)| name));
}
