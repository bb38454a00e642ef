//! Pages of other sites: whether they are still there.
//!
//! Politely: [`lanes`] holds that no host is asked by more than two at a time, [`ask`] that it is asked for
//! as little as possible, [`answers`] that it isn't asked again for a week. And carefully: [`follow`] goes
//! where hosts lead on, but only to what is [`public`].

mod answers;
mod ask;
mod follow;
mod lanes;
mod public;
mod question;

use std::collections::BTreeMap;

use url::Url;

use super::finding::{CrawlFault, CrawlFinding, of_file};
use answers::Answers;
use ask::Asker;
use question::Answer;

/// Asks for the pages of other sites; each is given with the files that lead there.
pub fn ask(pages: BTreeMap<Url, Vec<String>>) -> Vec<CrawlFault> {
    let mut answers = Answers::of_user();
    let open: Vec<Url> = pages.keys().filter(|page| !answers.knows(page)).cloned().collect();
    let asker = Asker::new();
    let answered = follow::follow(open, |question| asker.ask(question));
    answers.keep(answered.iter().filter(|(_, answer)| *answer == Answer::There).map(|(page, _)| page));
    let found = answered.iter().filter_map(|(page, answer)| Some((page, finding(page, answer)?)));
    let faults = found.flat_map(|(page, finding)| {
        let files = pages.get(page).map(Vec::as_slice).unwrap_or_default();
        files.iter().map(move |file| of_file(file, finding.clone()))
    });
    faults.collect()
}

fn finding(page: &Url, answer: &Answer) -> Option<CrawlFinding> {
    let address = page.to_string();
    match *answer {
        // What leads on is followed to its end.
        Answer::There | Answer::LeadsOn(_) => None,
        Answer::Gone(status) => Some(CrawlFinding::ExternalGone { address, status }),
        Answer::Silent(silence) => Some(CrawlFinding::ExternalSilent { address, silence }),
    }
}
