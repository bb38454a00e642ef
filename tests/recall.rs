//! How well search understands Finnish: recall by inflection type, compounds by their parts, and words that only look
//! alike; by rules alone, and with Voikko when publishing where it is installed. The query knows rules only.
//!
//! The lists are in `tests/finnish/`. The site is all of them together with other words, not one made for each word.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    fs,
    path::Path,
};

use finnish::{
    asked_for,
    vocabulary::{Key, Sort, Vocabulary},
};

/// A line of a list: the inflection type, the word, and its forms, its parts, or what it looks like.
struct Line {
    sort: String,
    word: String,
    others: Vec<String>,
}

fn text(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/finnish").join(name)).unwrap()
}

fn list(name: &str) -> Vec<Line> {
    let mut sort = String::new();
    let mut lines = Vec::new();
    for line in text(name).lines() {
        if let Some(name) = line.strip_prefix("## ") {
            name.clone_into(&mut sort);
        } else if let Some((word, others)) = line.split_once('\t').filter(|_| !line.starts_with('#')) {
            let others = others.split(' ').map(str::to_owned).collect();
            lines.push(Line { sort: sort.clone(), word: word.to_owned(), others });
        }
    }
    lines
}

/// Every word of every list, as one site has them.
fn words_of_site() -> Vec<String> {
    let mut words: BTreeSet<String> = BTreeSet::new();
    for line in list("paradigms.tsv").into_iter().chain(list("paradigms-held-out.tsv")) {
        words.insert(line.word);
        words.extend(line.others);
    }
    words.extend(list("parts.tsv").into_iter().map(|line| line.word));
    for line in list("lookalikes.tsv") {
        words.insert(line.word);
        words.extend(line.others);
    }
    let other = text("other-words.txt");
    words.extend(
        other
            .lines()
            .filter(|line| !line.starts_with('#'))
            .flat_map(str::split_whitespace)
            .map(str::to_owned),
    );
    words.into_iter().collect()
}

/// Whether Voikko helps.
#[derive(Clone, Copy, PartialEq, Eq)]
enum By {
    Rules,
    Voikko,
}

/// The index of a site.
struct Site {
    keys: HashMap<String, Vec<Key>>,
    /// Each key, and whether it is a base form without doubt.
    known: HashMap<String, bool>,
}

impl Site {
    fn of(words: &[String], by: By) -> Option<Site> {
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let vocabulary = match by {
            By::Rules => Vocabulary::new(&words),
            By::Voikko => with_voikko(&words)?,
        };
        let keys: HashMap<String, Vec<Key>> =
            words.iter().map(|word| ((*word).to_owned(), vocabulary.keys(word))).collect();
        let mut known = HashMap::new();
        for key in keys.values().flatten() {
            *known.entry(key.text.clone()).or_insert(false) |= key.sort == Sort::Base;
        }
        Some(Site { keys, known })
    }

    fn finds(&self, asked: &str, word: &str) -> bool {
        let asked = asked_for(asked, |key| self.known.get(key).copied());
        self.keys.get(word).is_some_and(|keys| keys.iter().any(|key| asked.contains(&key.text)))
    }
}

#[cfg(feature = "voikko")]
fn with_voikko(words: &[&str]) -> Option<Vocabulary> {
    let analyses = finnish::voikko::Voikko::analyse_all(words)?;
    Some(Vocabulary::with(words, &analyses))
}

#[cfg(not(feature = "voikko"))]
fn with_voikko(_: &[&str]) -> Option<Vocabulary> {
    None
}

/// How many were found of how many.
#[derive(Default)]
struct Share {
    found: u32,
    all: u32,
    missed: Vec<String>,
}

impl Share {
    fn count(&mut self, found: bool, what: impl FnOnce() -> String) {
        self.all += 1;
        if found {
            self.found += 1;
        } else {
            self.missed.push(what());
        }
    }

    fn percent(&self) -> f64 {
        100.0 * f64::from(self.found) / f64::from(self.all)
    }
}

/// Recall in both directions; what was missed is named unless the list is one that nobody looks at.
fn inflection(site: &Site, name: &str, named: bool) -> f64 {
    let mut by_type: BTreeMap<String, Share> = BTreeMap::new();
    let (mut inflected, mut base) = (Share::default(), Share::default());
    for line in list(name) {
        let share = by_type.entry(line.sort).or_default();
        for form in &line.others {
            let (word, to, from) = (&line.word, site.finds(&line.word, form), site.finds(form, &line.word));
            inflected.count(to, String::new);
            base.count(from, String::new);
            share.count(to, || format!("{word}>{form}"));
            share.count(from, || format!("{form}>{word}"));
        }
    }
    let (found, all) = (inflected.found + base.found, inflected.all + base.all);
    let percent = 100.0 * f64::from(found) / f64::from(all);
    println!("{name}: {percent:.1} % ({found} of {all})");
    println!(
        "  base finds inflected {:.1} %, inflected finds base {:.1} %",
        inflected.percent(),
        base.percent()
    );
    for (sort, share) in by_type {
        let missed = if named { share.missed.join(" ") } else { String::new() };
        println!("  {sort:14} {:5.1} % of {:4} {missed}", share.percent(), share.all);
    }
    percent
}

fn compounds(site: &Site, name: &str) -> f64 {
    let mut share = Share::default();
    for line in list(name) {
        for part in &line.others {
            share.count(site.finds(part, &line.word), || format!("{part}>{}", line.word));
        }
    }
    println!("{name}: {:.1} % of {}: {}", share.percent(), share.all, share.missed.join(" "));
    share.percent()
}

/// Pairs of the list that meet.
fn confused(site: &Site) -> Vec<String> {
    let mut met = Vec::new();
    for line in list("lookalikes.tsv") {
        for other in &line.others {
            for (one, other) in [(&line.word, other), (other, &line.word)] {
                if site.finds(one, other) {
                    met.push(format!("{one}>{other}"));
                }
            }
        }
    }
    println!("lookalikes.tsv: {} meet: {}", met.len(), met.join(" "));
    met
}

/// Whether two words are made of each other: "suuri", "suurin"; "mennä", "mennyt"; "osata", "osaaminen".
fn are_related(one: &str, other: &str) -> bool {
    let begins_alike = one.chars().zip(other.chars()).take(3).all(|(one, other)| one == other);
    begins_alike
        && [one, other]
            .iter()
            .any(|word| ["mpi", "in", "minen", "nyt", "nut"].iter().any(|end| word.ends_with(end)))
}

/// Words of the lists that find a form of another word of the lists.
fn remaining_confusions(site: &Site) {
    let lines: Vec<Line> = list("paradigms.tsv").into_iter().chain(list("paradigms-held-out.tsv")).collect();
    let mut met = Vec::new();
    for one in &lines {
        for other in lines.iter().filter(|other| other.word != one.word) {
            for form in other.others.iter().filter(|form| !one.others.contains(*form) && **form != one.word) {
                let part = other.word.starts_with(&one.word) || other.word.ends_with(&one.word);
                if !part && !are_related(&one.word, &other.word) && site.finds(&one.word, form) {
                    met.push(format!("{}>{form}", one.word));
                }
            }
        }
    }
    println!("confusions that remain among all words: {}: {}", met.len(), met.join(" "));
}

/// A site on which each word stands in one form only.
fn few_forms(by: By) -> Option<f64> {
    let lines = list("paradigms.tsv");
    let stands = |place: usize| &lines[place].others[place % lines[place].others.len()];
    let words: BTreeSet<String> = (0..lines.len()).map(|place| stands(place).clone()).collect();
    let site = Site::of(&words.into_iter().collect::<Vec<_>>(), by)?;
    let mut share = Share::default();
    for (place, line) in lines.iter().enumerate() {
        for asked in line.others.iter().chain([&line.word]) {
            share.count(site.finds(asked, stands(place)), || format!("{asked}>{}", stands(place)));
        }
    }
    println!("each word in one form only: {:.1} %: {}", share.percent(), share.missed.join(" "));
    Some(share.percent())
}

fn report(by: By, least: f64, least_of_parts: f64, least_of_few: f64) {
    let Some(site) = Site::of(&words_of_site(), by) else {
        println!("Voikko isn't installed, or this was built without it: not measured");
        return;
    };
    let keys: usize = site.keys.values().map(Vec::len).sum();
    println!("{} words, {} keys, {} different", site.keys.len(), keys, site.known.len());
    let known = inflection(&site, "paradigms.tsv", true);
    let held_out = inflection(&site, "paradigms-held-out.tsv", false);
    let parts = compounds(&site, "parts.tsv");
    let confused = confused(&site);
    remaining_confusions(&site);
    let few = few_forms(by).unwrap_or_default();
    assert!(known >= least, "forms: {known}");
    assert!(held_out >= least, "forms of words that the rules weren't made with: {held_out}");
    assert!(parts >= least_of_parts, "parts: {parts}");
    assert!(few >= least_of_few, "few forms: {few}");
    assert!(confused.is_empty(), "{confused:?}");
}

#[test]
fn rules_find_forms_and_parts() {
    report(By::Rules, 93.0, 85.0, 85.0);
}

#[test]
fn voikko_finds_forms_and_parts() {
    report(By::Voikko, 97.0, 95.0, 90.0);
}
