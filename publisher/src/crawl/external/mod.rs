//! Pages of other sites: whether they are still there.
//!
//! Politely: [`lanes`] holds that no host is asked by more than two at a time, [`ask`] that it is asked for as little as
//! possible, [`answers`] that it isn't asked again for a week.

mod answers;
mod ask;
mod lanes;

use std::collections::BTreeMap;

use url::Url;

use super::finding::{CrawlFault, CrawlFinding, Silence};
use answers::Answers;
use ask::Asker;

/// What became of a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Answer {
    /// The page is there, be it only for those who have logged in.
    There,
    /// The host says that there is no such page.
    Gone(u16),
    /// Nothing is known of the page.
    Silent(Silence),
}

/// Asks for the pages of other sites; each is given with the files that lead there.
pub fn ask(pages: BTreeMap<Url, Vec<String>>) -> Vec<CrawlFault> {
    let mut answers = Answers::of_user();
    let open: Vec<Url> = pages.keys().filter(|page| !answers.knows(page)).cloned().collect();
    let asker = Asker::new();
    let answered = lanes::ask_all(open, |page| asker.ask(page));
    answers.keep(answered.iter().filter(|(_, answer)| *answer == Answer::There).map(|(page, _)| page));
    let found = answered.iter().filter_map(|(page, answer)| Some((page, finding(page, *answer)?)));
    let faults = found.flat_map(|(page, finding)| {
        let files = pages.get(page).map(Vec::as_slice).unwrap_or_default();
        files.iter().map(move |file| CrawlFault::new(file, finding.clone()))
    });
    faults.collect()
}

fn finding(page: &Url, answer: Answer) -> Option<CrawlFinding> {
    let address = page.to_string();
    match answer {
        Answer::There => None,
        Answer::Gone(status) => Some(CrawlFinding::ExternalGone { address, status }),
        Answer::Silent(silence) => Some(CrawlFinding::ExternalSilent { address, silence }),
    }
}
