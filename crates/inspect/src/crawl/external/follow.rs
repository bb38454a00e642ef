//! From a page to where it leads on in the end.

use std::collections::{BTreeMap, BTreeSet};

use url::Url;

use super::{
    lanes,
    question::{Answer, Question, Reach},
};
use crate::crawl::finding::Silence;

/// How often a page may lead on; browsers follow some twenty times.
const MOST: usize = 10;

/// Asks for each page, and for those to which hosts lead on, all by the same lanes: no host is asked by more
/// than two at a time, whoever leads there. Gives what is said in the end, in the order of the addresses.
pub fn follow(pages: Vec<Url>, ask: impl Fn(&Question) -> Answer + Sync) -> Vec<(Url, Answer)> {
    let mut known: BTreeMap<Question, Answer> = BTreeMap::new();
    let mut ends: BTreeMap<Url, Answer> = BTreeMap::new();
    let first = |page: Url| (page.clone(), Question { page, reach: Reach::Any });
    let mut open: BTreeMap<Url, Question> = pages.into_iter().map(first).collect();
    for _ in 0..=MOST {
        let questions: BTreeSet<Question> =
            open.values().filter(|question| !known.contains_key(question)).cloned().collect();
        known.extend(lanes::ask_all(questions.into_iter().collect(), &ask));
        let asked = std::mem::take(&mut open);
        for (page, question) in asked {
            match known.get(&question) {
                Some(Answer::LeadsOn(to)) => {
                    let reach = if is_same_host(&page, to) { Reach::Any } else { Reach::Public };
                    open.insert(page, Question { page: to.clone(), reach });
                }
                Some(answer) => drop(ends.insert(page, answer.clone())),
                None => {}
            }
        }
    }
    ends.extend(open.into_keys().map(|page| (page, Answer::Silent(Silence::Circle))));
    ends.into_iter().collect()
}

/// Whether a page leads on to its own host, which its author has named: in the same port, or from `http` to
/// `https`.
fn is_same_host(page: &Url, to: &Url) -> bool {
    let has_usual_ports = page.port().is_none() && to.port().is_none();
    page.host() == to.host()
        && (has_usual_ports || page.port_or_known_default() == to.port_or_known_default())
}

#[cfg(test)]
mod tests {
    use std::{
        sync::Mutex,
        sync::atomic::{AtomicUsize, Ordering},
        thread,
    };

    use super::*;

    fn url(text: &str) -> Url {
        text.parse().unwrap()
    }

    #[test]
    fn a_page_that_leads_on_is_asked_for_where_it_leads_once_for_all() {
        let asked = Mutex::new(Vec::new());
        let ask = |question: &Question| {
            asked.lock().unwrap().push((question.page.to_string(), question.reach));
            match question.page.as_str() {
                "https://a.example/1" | "https://b.example/1" => Answer::LeadsOn(url("https://c.example/")),
                "https://c.example/" => Answer::LeadsOn(url("https://c.example/new")),
                "https://c.example/new" => Answer::Gone(404),
                _ => Answer::There,
            }
        };
        let pages = ["https://a.example/1", "https://a.example/2", "https://b.example/1"].map(url);
        let ends = follow(pages.to_vec(), ask);
        assert_eq!(
            ends,
            pages.into_iter().zip([Answer::Gone(404), Answer::There, Answer::Gone(404)]).collect::<Vec<_>>()
        );
        let mut asked = asked.into_inner().unwrap();
        asked.sort();
        let expected = [
            ("https://a.example/1", Reach::Any),
            ("https://a.example/2", Reach::Any),
            ("https://b.example/1", Reach::Any),
            ("https://c.example/", Reach::Public),
            ("https://c.example/new", Reach::Public),
        ];
        assert_eq!(asked, expected.map(|(page, reach)| (page.to_owned(), reach)));
    }

    #[test]
    fn only_the_host_that_the_author_named_may_be_any() {
        for (page, to, same) in [
            ("http://intra.example/", "http://intra.example/a", true),
            ("http://intra.example/", "https://intra.example/", true),
            ("http://intra.example/", "http://intra.example:8080/", false),
            ("http://127.0.0.1:1/", "http://127.0.0.1:2/", false),
            ("http://127.0.0.1:1/", "http://localhost:1/", false),
            ("https://a.example/", "https://b.a.example/", false),
        ] {
            assert_eq!(is_same_host(&url(page), &url(to)), same, "{page} {to}");
        }
    }

    #[test]
    fn who_leads_in_a_circle_is_left() {
        let turn = AtomicUsize::new(0);
        let endless = |_: &Question| {
            Answer::LeadsOn(url(&format!("https://a{}.example/", turn.fetch_add(1, Ordering::SeqCst))))
        };
        let circle = |question: &Question| {
            Answer::LeadsOn(url(if question.page.path() == "/b" {
                "https://a.example/a"
            } else {
                "https://a.example/b"
            }))
        };
        let page = url("https://a.example/a");
        let ends = [follow(vec![page.clone()], endless), follow(vec![page.clone()], circle)];
        assert_eq!(ends, [(); 2].map(|()| vec![(page.clone(), Answer::Silent(Silence::Circle))]));
        assert_eq!(turn.into_inner(), MOST + 1);
    }

    #[test]
    fn a_host_to_which_many_lead_is_asked_by_two_at_a_time() {
        let (asking, most) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let ask = |question: &Question| {
            if question.page.host_str() != Some("z.example") {
                return Answer::LeadsOn(url(&format!("https://z.example{}", question.page.path())));
            }
            most.fetch_max(asking.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
            (0..1000).for_each(|_| thread::yield_now());
            asking.fetch_sub(1, Ordering::SeqCst);
            Answer::There
        };
        let pages = (0..6).map(|number| url(&format!("https://a{number}.example/{number}"))).collect();
        assert_eq!(follow(pages, ask).len(), 6);
        assert!((1..=2).contains(&most.into_inner()));
    }
}
