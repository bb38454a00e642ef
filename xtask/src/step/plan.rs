//! The plan of a command: the number of its steps, and the time that they take.
//!
//! A step's time is the one that it took the last time in this checkout, or, before that, the one that was
//! measured on a machine with two cores. Once a step has ended, the others are expected to be as much faster
//! or slower as that one was.

use std::{
    collections::BTreeMap,
    fs,
    path::PathBuf,
    time::{Duration, Instant},
};

/// A step that a command is going to take.
#[derive(Clone)]
pub struct Expected {
    /// As it is shown.
    pub title: String,
    /// Seconds on two cores, when nothing has been made yet.
    pub seconds: u32,
    /// A file or folder that is there when most of the work has been done before.
    pub output: Option<PathBuf>,
    /// The lane in which it runs.
    pub lane: Lane,
}

/// Steps of one lane follow each other; the two lanes run at the same time, and what is alone comes after
/// both.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Lane {
    /// Runs beside [`Lane::Second`].
    First,
    /// Runs beside [`Lane::First`].
    Second,
    /// Runs beside nothing.
    Alone,
}

/// The steps of a command, and how far it is.
#[derive(Default)]
pub struct Plan {
    steps: Vec<Step>,
    /// Where times are kept between two runs.
    memory: Option<PathBuf>,
    /// Seconds by [`Step::key`].
    known: BTreeMap<String, f64>,
}

struct Step {
    title: String,
    is_cold: bool,
    expected: f64,
    lane: Lane,
    state: State,
}

enum State {
    Waiting,
    Running(Instant),
    Ended(Duration),
}

/// A step whose work has been done before takes this part of its first time.
const WARM: f64 = 0.05;

/// Seconds of work at the expected pace that [`Plan::pace`] starts from.
const PRIOR: f64 = 20.0;

impl Step {
    fn key(&self) -> String {
        format!("{}\t{}", self.title, if self.is_cold { "first" } else { "again" })
    }
}

impl Plan {
    /// A plan of these steps, with the times that are kept in a file.
    pub fn new(expected: Vec<Expected>, memory: PathBuf) -> Plan {
        let known: BTreeMap<String, f64> = fs::read_to_string(&memory)
            .unwrap_or_default()
            .lines()
            .filter_map(|line| {
                let (key, seconds) = line.rsplit_once('\t')?;
                Some((key.to_owned(), seconds.parse().ok()?))
            })
            .collect();
        let steps = expected
            .into_iter()
            .map(|Expected { title, seconds, output, lane }| {
                let is_cold = output.is_none_or(|output| !output.exists());
                let guess = f64::from(seconds) * if is_cold { 1.0 } else { WARM };
                let mut step = Step { title, is_cold, expected: guess, lane, state: State::Waiting };
                step.expected = known.get(&step.key()).copied().unwrap_or(guess);
                step
            })
            .collect();
        Plan { steps, memory: Some(memory), known }
    }

    /// Starts a step; an unplanned one becomes part of the plan. Returns its number, from 1.
    pub fn begin(&mut self, title: &str) -> usize {
        let found = self
            .steps
            .iter()
            .position(|step| step.title == title && matches!(step.state, State::Waiting))
            .unwrap_or_else(|| {
                // It comes before what is still waiting.
                let running = |step: &Step| !matches!(step.state, State::Waiting);
                let at = self.steps.iter().rposition(running).map_or(0, |last| last + 1);
                let (title, lane, state) = (title.to_owned(), Lane::Alone, State::Waiting);
                self.steps.insert(at, Step { title, is_cold: true, expected: 0.0, lane, state });
                at
            });
        self.steps[found].state = State::Running(Instant::now());
        found + 1
    }

    /// A step has ended, and how long it took is kept for the next time.
    pub fn end(&mut self, title: &str) {
        let is_it = |step: &&mut Step| step.title == title && matches!(step.state, State::Running(_));
        let Some(step) = self.steps.iter_mut().find(is_it) else { return };
        let State::Running(started) = step.state else { return };
        step.state = State::Ended(started.elapsed());
        self.known.insert(step.key(), started.elapsed().as_secs_f64());
        if let Some(memory) = &self.memory {
            let lines = self.known.iter().map(|(key, seconds)| format!("{key}\t{seconds:.1}\n"));
            // Without it the next estimate is a worse one.
            let _ = fs::write(memory, lines.collect::<String>());
        }
    }

    /// How many steps there are.
    pub fn count(&self) -> usize {
        self.steps.len()
    }

    /// The steps that have ended, with their times.
    pub fn ended(&self) -> impl Iterator<Item = (&str, Duration)> {
        self.steps.iter().filter_map(|step| match step.state {
            State::Ended(time) => Some((step.title.as_str(), time)),
            _ => None,
        })
    }

    /// The titles of the steps under way.
    pub fn running(&self) -> impl Iterator<Item = &str> {
        let running = |step: &&Step| matches!(step.state, State::Running(_));
        self.steps.iter().filter(running).map(|step| step.title.as_str())
    }

    /// How long it is still going to take; nothing is said of a moment.
    pub fn left(&self) -> Option<Duration> {
        let pace = self.pace();
        let of = |lane: Lane| -> f64 {
            let steps = self.steps.iter().filter(|step| step.lane == lane);
            steps
                .map(|step| match step.state {
                    State::Waiting => step.expected * pace,
                    State::Running(started) => {
                        (step.expected * pace - started.elapsed().as_secs_f64()).max(0.0)
                    }
                    State::Ended(_) => 0.0,
                })
                .sum()
        };
        let seconds = of(Lane::First).max(of(Lane::Second)) + of(Lane::Alone);
        (seconds >= 5.0).then(|| Duration::from_secs_f64(seconds))
    }

    /// How much slower this machine is than was expected, by all that has ended. Short steps say little, so
    /// seconds that took as long as expected are counted in.
    fn pace(&self) -> f64 {
        let ended = self.steps.iter().filter_map(|step| match step.state {
            // An unplanned step has no expected time.
            State::Ended(time) if step.expected > 0.0 => Some((time.as_secs_f64(), step.expected)),
            _ => None,
        });
        let (took, expected) = ended.fold((PRIOR, PRIOR), |sum, one| (sum.0 + one.0, sum.1 + one.1));
        (took / expected).clamp(0.2, 5.0)
    }
}

/// `about 3 min left`, `less than a minute left`.
pub fn words(left: Duration) -> String {
    match left.as_secs() {
        0..60 => "less than a minute left".to_owned(),
        seconds => format!("about {} min left", seconds.div_ceil(60)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn expected(title: &str, seconds: u32, lane: Lane) -> Expected {
        Expected { title: title.to_owned(), seconds, output: None, lane }
    }

    fn plan(steps: &[(&str, u32, Lane)]) -> (tempfile::TempDir, Plan) {
        let scratch = tempfile::tempdir().unwrap();
        let steps = steps.iter().map(|(title, seconds, lane)| expected(title, *seconds, *lane)).collect();
        let plan = Plan::new(steps, scratch.path().join("times"));
        (scratch, plan)
    }

    fn seconds_left(plan: &Plan) -> u64 {
        plan.left().map_or(0, |left| left.as_secs_f64().round() as u64)
    }

    #[test]
    fn lanes_run_at_the_same_time_and_all_else_after_them() {
        let (_scratch, plan) = plan(&[
            ("shell", 100, Lane::First),
            ("search", 20, Lane::First),
            ("publisher", 90, Lane::Second),
            ("portal", 10, Lane::Alone),
        ]);
        assert_eq!(seconds_left(&plan), 130);
    }

    #[test]
    fn a_step_that_nobody_planned_is_counted() {
        let (_scratch, mut plan) = plan(&[("shell", 100, Lane::Alone)]);
        assert_eq!(plan.begin("installing a tool"), 1);
        assert_eq!(plan.count(), 2);
        plan.end("installing a tool");
        assert_eq!(plan.begin("shell"), 2);
        assert_eq!(plan.running().collect::<Vec<_>>(), ["shell"]);
    }

    #[test]
    fn the_time_of_a_step_is_known_the_next_time() {
        let scratch = tempfile::tempdir().unwrap();
        let memory = scratch.path().join("times");
        fs::write(&memory, "shell\tfirst\t40.0\nshell\tagain\t7.0\n").unwrap();
        let output = Some(memory.clone());
        let shell = expected("shell", 100, Lane::Alone);
        assert_eq!(seconds_left(&Plan::new(vec![shell.clone()], memory.clone())), 40);
        assert_eq!(seconds_left(&Plan::new(vec![Expected { output, ..shell }], memory)), 7);
    }

    #[test]
    fn the_rest_is_expected_at_the_pace_of_what_has_ended() {
        let (_scratch, mut plan) = plan(&[("shell", 100, Lane::Alone), ("portal", 60, Lane::Alone)]);
        plan.begin("shell");
        plan.steps[0].state = State::Ended(Duration::from_secs(200));
        // 220 seconds instead of 120.
        assert_eq!(seconds_left(&plan), 110);
    }

    #[test]
    fn a_step_of_a_second_says_nothing_of_minutes() {
        let (_scratch, mut plan) = plan(&[("format", 2, Lane::Alone), ("shell", 100, Lane::Alone)]);
        plan.begin("format");
        plan.steps[0].state = State::Ended(Duration::from_millis(200));
        assert!((90..=100).contains(&seconds_left(&plan)), "{}", seconds_left(&plan));
    }
}
