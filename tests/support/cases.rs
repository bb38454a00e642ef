//! Cases made by chance, the same ones each time, and tried on all cores.

use std::{cell::RefCell, collections::BTreeSet, sync::Mutex, thread};

use proptest::{
    strategy::Strategy,
    test_runner::{Config, RngSeed, TestCaseError, TestRunner},
};

/// How many cases of each sort are tried.
pub const CASES: u32 = 256;

/// So many threads share them, on any machine: in each, one case follows another.
const LANES: usize = 8;

/// Tries the same cases each time: a check that fails fails again. `begin` makes the place of a lane, in
/// which one case follows another. `holds` says whether the case was one that could be published; `least` of
/// them have to be, or nothing was tried.
pub fn for_all<S, L>(
    strategy: S,
    least: usize,
    begin: impl Fn() -> L + Sync,
    holds: impl Fn(&L, S::Value) -> Result<bool, TestCaseError> + Sync,
) where
    S: Strategy,
    S::Value: Clone + Sync,
{
    let cases = all(&strategy);
    let published = Mutex::new(BTreeSet::new());
    let run = |lane: usize| -> Result<(), TestCaseError> {
        let length = cases.len().div_ceil(LANES);
        let place = begin();
        // The last case of the lane before comes first, so that each case follows the one before it.
        let (from, to) = ((lane * length).saturating_sub(1), (lane + 1) * length);
        for (number, case) in cases.iter().enumerate().take(to).skip(from) {
            if holds(&place, case.clone())? {
                published.lock().unwrap().insert(number);
            }
        }
        Ok(())
    };
    let failed = thread::scope(|scope| {
        let run = &run;
        let lanes: Vec<_> = (0..LANES).map(|lane| scope.spawn(move || run(lane))).collect();
        let ended = lanes.into_iter().map(std::thread::ScopedJoinHandle::join);
        ended.filter_map(|outcome| outcome.map_err(|_| None).and_then(|held| held.map_err(Some)).err()).last()
    });
    if let Some(failure) = failed {
        // Once more, one after the other, for the least case that still fails.
        let place = begin();
        if let Err(failure) = runner().run(&strategy, |case| holds(&place, case).map(drop)) {
            panic!("{failure}");
        }
        panic!("{}", failure.map_or("a case panicked".to_owned(), |failure| failure.to_string()));
    }
    let published = published.into_inner().unwrap().len();
    assert!(published >= least, "only {published} of {CASES} could be published");
}

fn all<S: Strategy>(strategy: &S) -> Vec<S::Value> {
    let cases = RefCell::new(Vec::new());
    let outcome = runner().run(strategy, |case| {
        cases.borrow_mut().push(case);
        Ok(())
    });
    assert!(outcome.is_ok(), "cases can't be made");
    cases.into_inner()
}

fn runner() -> TestRunner {
    TestRunner::new(Config {
        cases: CASES,
        rng_seed: RngSeed::Fixed(2006),
        failure_persistence: None,
        ..Config::default()
    })
}
