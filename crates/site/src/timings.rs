//! How long each step of a publication took, for whoever wants to know where the time goes.

use std::{
    fmt,
    time::{Duration, Instant},
};

/// The steps so far, in their order.
#[derive(Clone, Debug)]
pub struct Timings {
    last: Instant,
    steps: Vec<(&'static str, Duration)>,
}

impl Timings {
    /// Starts the clock.
    pub fn start() -> Timings {
        Timings { last: Instant::now(), steps: Vec::new() }
    }

    /// Ends a step, which began when the one before ended.
    pub fn step(&mut self, name: &'static str) {
        let now = Instant::now();
        self.steps.push((name, now - self.last));
        self.last = now;
    }
}

/// A line a step, in milliseconds.
impl fmt::Display for Timings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (name, time) in &self.steps {
            writeln!(f, "  {name:<24}{:>9.1} ms", time.as_secs_f64() * 1000.0)?;
        }
        Ok(())
    }
}
