//! The order in which hosts are asked: many hosts at a time, each by two at most, with a pause between two
//! questions.

use std::{
    collections::BTreeMap,
    sync::{Mutex, PoisonError},
    thread,
    time::Duration,
};

use super::question::Question;

/// By how many a host is asked at a time.
const AT_A_HOST: usize = 2;

/// How many questions are under way at a time.
const AT_A_TIME: usize = 16;

/// How long a lane rests between two questions.
const PAUSE: Duration = Duration::from_millis(250);

/// Pages of one host that are asked for one after the other.
type Lane = Vec<Question>;

/// Asks for each page, and gives the answers in the order of the addresses.
pub fn ask_all<A: Send>(pages: Vec<Question>, ask: impl Fn(&Question) -> A + Sync) -> Vec<(Question, A)> {
    let lanes = lanes(pages);
    let asking = lanes.len().min(AT_A_TIME);
    let (open, answers) = (Mutex::new(lanes), Mutex::new(Vec::new()));
    let next = || open.lock().unwrap_or_else(PoisonError::into_inner).pop();
    let walk = || {
        while let Some(lane) = next() {
            for (number, page) in lane.into_iter().enumerate() {
                if number > 0 {
                    thread::sleep(PAUSE);
                }
                let answer = ask(&page);
                answers.lock().unwrap_or_else(PoisonError::into_inner).push((page, answer));
            }
        }
    };
    thread::scope(|scope| (0..asking).for_each(|_| drop(scope.spawn(walk))));
    let mut answers = answers.into_inner().unwrap_or_else(PoisonError::into_inner);
    answers.sort_by(|(a, _), (b, _)| a.cmp(b));
    answers
}

/// The pages by their hosts, each host in as many lanes as may ask it at a time.
fn lanes(pages: Vec<Question>) -> Vec<Lane> {
    let mut hosts: BTreeMap<String, [Lane; AT_A_HOST]> = BTreeMap::new();
    for page in pages {
        let lanes = hosts.entry(page.page.host_str().unwrap_or_default().to_owned()).or_default();
        lanes.iter_mut().min_by_key(|lane| lane.len()).into_iter().for_each(|lane| lane.push(page.clone()));
    }
    hosts.into_values().flatten().filter(|lane| !lane.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::{super::question::Reach, *};

    #[test]
    fn a_host_has_two_lanes_however_many_pages_it_has() {
        let pages = ["a", "a", "a", "b"].iter().enumerate();
        let pages = pages.map(|(number, host)| Question {
            page: format!("https://{host}.example/{number}").parse().unwrap(),
            reach: Reach::Any,
        });
        let mut lengths: Vec<_> = lanes(pages.collect()).iter().map(Vec::len).collect();
        lengths.sort_unstable();
        assert_eq!(lengths, [1, 1, 2]);
    }
}
