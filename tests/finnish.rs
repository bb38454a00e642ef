//! How well search understands Finnish: recall by inflection type, compounds by their parts, and words that only look alike,
//! with Voikko when publishing and without. The lists are in `tests/finnish/`; the query knows rules only.

use std::{
    collections::{HashMap, HashSet},
    fmt::Write,
    fs,
    path::Path,
};

use application::page::Language;
use publisher::index::{keys::keys_with, voikko};
use search::{
    index::{Key, KeySort},
    language,
};

struct List {
    /// The type, the word, its forms or parts.
    lines: Vec<(String, String, Vec<String>)>,
}

fn list(name: &str) -> List {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/finnish").join(name);
    let text = fs::read_to_string(path).unwrap();
    let mut sort = String::new();
    let mut lines = Vec::new();
    for line in text.lines() {
        if let Some(name) = line.strip_prefix("## ") {
            sort = name.to_owned();
        } else if let Some((word, forms)) = line.split_once('\t') {
            lines.push((sort.clone(), word.to_lowercase(), forms.split(' ').map(str::to_owned).collect()));
        }
    }
    List { lines }
}

/// All words of all lists as one site has them, with their keys; and those keys that are base forms without doubt.
struct Site(HashMap<String, Vec<Key>>, HashSet<String>);

impl Site {
    fn of(lists: &[&List], with_voikko: bool) -> Option<Site> {
        let mut words: Vec<&str> = Vec::new();
        for (_, word, forms) in lists.iter().flat_map(|list| &list.lines) {
            words.extend(word.split(' '));
            words.extend(forms.iter().map(String::as_str));
        }
        words.sort_unstable();
        words.dedup();
        let analyses = if with_voikko { Some(voikko::analyse(&words)?) } else { None };
        let keys = keys_with(Language::Fi, &words, analyses.as_deref());
        let bases = keys
            .iter()
            .flatten()
            .filter(|key| key.sort == KeySort::Base)
            .map(|key| key.text.clone())
            .collect();
        Some(Site(words.into_iter().map(str::to_owned).zip(keys).collect(), bases))
    }

    /// Whether a search for a word finds another one.
    fn finds(&self, asked: &str, word: &str) -> bool {
        let mut wanted = language::Language::Fi.keys(asked);
        if self.1.contains(asked) {
            wanted.truncate(1);
        }
        self.0[word].iter().any(|key| wanted.contains(&key.text))
    }
}

/// The share of the words that are found, and what isn't.
fn inflection(site: &Site, list: &List) -> (f64, String) {
    let mut said = String::new();
    let (mut all, mut found) = (0_u32, 0_u32);
    let mut of_type: Vec<(&str, u32, u32, Vec<String>)> = Vec::new();
    for (sort, word, forms) in &list.lines {
        if of_type.last().is_none_or(|(known, ..)| known != sort) {
            of_type.push((sort, 0, 0, Vec::new()));
        }
        let last = of_type.last_mut().unwrap();
        for form in forms {
            let both = [site.finds(word, form), site.finds(form, word)];
            last.1 += 2;
            last.2 += both.iter().map(|found| u32::from(*found)).sum::<u32>();
            if both != [true, true] {
                last.3.push(format!("{word}/{form}"));
            }
        }
    }
    for (sort, asked, met, missed) in of_type {
        (all, found) = (all + asked, found + met);
        let _ = writeln!(said, "  {sort:34} {met:4} of {asked:4}  {}", missed.join(" "));
    }
    (f64::from(found) / f64::from(all), said)
}

fn compounds(site: &Site, list: &List) -> (f64, String) {
    let (mut all, mut found, mut missed) = (0_u32, 0_u32, Vec::new());
    for (_, word, parts) in &list.lines {
        for part in parts {
            all += 1;
            if site.finds(part, word) { found += 1 } else { missed.push(format!("{word}/{part}")) }
        }
    }
    (f64::from(found) / f64::from(all), missed.join(" "))
}

fn report(with_voikko: bool, least: f64, least_of_compounds: f64) {
    let (words, held_out, of_compounds, alike) =
        (list("inflection.tsv"), list("held-out.tsv"), list("compounds.tsv"), list("confusions.tsv"));
    let Some(site) = Site::of(&[&words, &held_out, &of_compounds, &alike], with_voikko) else {
        println!("Voikko isn't installed: not measured");
        return;
    };
    let (known, said) = inflection(&site, &words);
    println!("inflection, {:.1} %\n{said}", 100.0 * known);
    let (new, said) = inflection(&site, &held_out);
    println!("words that the rules weren't made with, {:.1} %\n{said}", 100.0 * new);
    let (parts, missed) = compounds(&site, &of_compounds);
    println!("compounds by their parts, {:.1} %\n  {missed}", 100.0 * parts);
    let confused: Vec<String> = alike
        .lines
        .iter()
        .map(|(_, one, others)| (one.split(' ').next().unwrap(), others[0].as_str()))
        .filter(|(one, other)| site.finds(one, other) || site.finds(other, one))
        .map(|(one, other)| format!("{one}/{other}"))
        .collect();
    println!("confused: {}", confused.join(" "));
    assert!(known >= least && new >= least, "{known} {new}");
    assert!(parts >= least_of_compounds, "{parts}");
    assert!(confused.is_empty(), "{confused:?}");
}

#[test]
fn rules_alone_find_forms_and_parts() {
    report(false, 0.93, 0.85);
}

#[test]
fn with_voikko_forms_and_parts_are_found() {
    report(true, 0.97, 0.95);
}
