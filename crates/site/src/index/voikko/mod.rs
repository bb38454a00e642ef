//! Voikko's dictionary of Finnish, where it is installed (Debian: voikko-fi).
//!
//! The publisher looks words up; a query knows rules only. So readings of the dictionary are turned into
//! forms that rules reach: a participle is found by its verb as well, and "osaamisen", which for the
//! dictionary is a form of "osata", by "osaaminen". [`dictionary`] finds the file, [`transducer`] looks a
//! word up in it, [`readings`] understands what stands there, and [`joints`] refuses compounds that Finnish
//! doesn't have.

mod dictionary;
mod joints;
mod readings;
mod transducer;

use std::cell::OnceCell;

use foldhash::HashMap;
use rayon::prelude::*;
use readings::{Comparison, Mood, Piece, Reading};
use search::language::{Candidate, finnish::candidates};

use super::vocabulary::{Analysis, Base};

/// The words that were looked up, each with the readings that may be meant, the simplest first, and how
/// far-fetched each is.
struct Voikko(HashMap<String, Vec<(Reading, u8)>>);

/// A part of a compound.
struct Part {
    /// How it stands there.
    stands: String,
    /// Its base form, where Voikko says it.
    base: Option<String>,
}

/// A part of a compound, or neighbours together.
struct Stretch {
    /// Its letters; the last one's in the base form.
    text: String,
    /// The base form of a single part, where Voikko says it.
    base: Option<String>,
    /// It ends the word.
    is_last: bool,
    /// It is one part.
    is_single: bool,
}

/// The version of the dictionary that is installed; none where there is none.
pub fn installed() -> Option<String> {
    dictionary::version()
}

/// What Voikko knows of each word, in small letters; an analysis without base forms of one that it doesn't
/// know. None where its dictionary isn't installed.
pub fn analyse(words: &[&str]) -> Option<Vec<Analysis>> {
    let dictionary = dictionary::read()?;
    let mut voikko = Voikko(dictionary::readings(&dictionary, words, meant));
    let parts = voikko.parts_to_look_up();
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    voikko.0.extend(dictionary::readings(&dictionary, &parts, meant));
    Some(words.par_iter().map(|word| voikko.analyse(word)).collect())
}

impl Voikko {
    /// The parts of all that was understood, which have to be understood as well.
    fn parts_to_look_up(&self) -> Vec<String> {
        let mut parts: Vec<String> = self
            .0
            .par_iter()
            .flat_map_iter(|(_, readings)| readings)
            .flat_map_iter(|(reading, _)| stretches(reading, &reading.base))
            .flat_map_iter(|stretch| {
                let stem = stretch.text.strip_suffix('s').filter(|_| !stretch.is_last);
                stem.map(|stem| stem.to_owned() + "nen")
                    .into_iter()
                    .chain([stretch.text.clone()])
                    .collect::<Vec<_>>()
            })
            .filter(|part| !self.0.contains_key(part))
            .collect();
        parts.par_sort_unstable();
        parts.dedup();
        parts
    }

    fn analyse(&self, word: &str) -> Analysis {
        let readings = self.readings(word);
        let mut analysis = Analysis::default();
        // To get to them takes longer than all else.
        let known = OnceCell::new();
        let by_rules = || known.get_or_init(|| candidates(word)).as_slice();
        for (reading, cost) in readings {
            self.add(&by_rules, reading, *cost, &mut analysis);
        }
        // A participle is asked for as a form of its verb.
        analysis.sure = !readings.iter().any(|(reading, _)| reading.is_particle() || reading.participle);
        let Analysis { bases, parts, origins, .. } = &mut analysis;
        parts.retain(|part| !bases.iter().any(|base| base.text == *part) && !origins.contains(part));
        if bases.iter().any(|base| base.text != word) {
            for candidate in by_rules().iter().filter(|candidate| candidate.text != word) {
                bases
                    .iter_mut()
                    .filter(|base| base.text == candidate.text)
                    .for_each(|base| base.by_rules = true);
            }
        }
        analysis
    }

    fn readings(&self, word: &str) -> &[(Reading, u8)] {
        self.0.get(word).map_or(&[], Vec::as_slice)
    }

    /// Adds what a reading of a word says, to which base forms rules get from the word.
    fn add<'c>(
        &self,
        candidates: &dyn Fn() -> &'c [Candidate],
        reading: &Reading,
        cost: u8,
        analysis: &mut Analysis,
    ) {
        let by_rules = |end: &str| {
            candidates().iter().map(|candidate| &candidate.text).find(|text| text.ends_with(end)).cloned()
        };
        let mut base = reading.base.clone();
        if reading.mood == Mood::MinenInfinitive {
            if let Some(noun) = by_rules("minen") {
                push(&mut analysis.origins, base);
                base = noun;
            }
        } else {
            let end = match reading.comparison {
                Comparison::Positive => None,
                Comparison::Comparative => Some("mpi"),
                Comparison::Superlative => Some("in"),
            };
            end.and_then(by_rules).into_iter().for_each(|base| push(&mut analysis.origins, base));
        }
        if reading.participle
            && let Some(verb) = reading.pieces.first().and_then(|piece| piece.base.clone())
        {
            push(&mut analysis.origins, verb);
        }
        self.add_parts(reading, &base, &mut analysis.parts);
        if analysis.bases.iter().all(|known| known.text != base) {
            analysis.bases.push(Base { text: base, cost, by_rules: false });
        }
    }

    fn add_parts(&self, reading: &Reading, base: &str, found: &mut Vec<String>) {
        for stretch in stretches(reading, base) {
            stretch.base.into_iter().for_each(|base| push(found, base));
            self.base_of(&stretch.text, stretch.is_last).into_iter().for_each(|base| push(found, base));
            if stretch.is_last || stretch.is_single {
                push(found, stretch.text);
            }
        }
    }

    /// The base form of a part: as Voikko knows it, or "yhteinen" of "yhteis".
    fn base_of(&self, part: &str, last: bool) -> Option<String> {
        if !last
            && let Some(base) = part.strip_suffix('s').map(|stem| stem.to_owned() + "nen")
            && (part.ends_with("mis") || !self.readings(&base).is_empty())
        {
            return Some(base);
        }
        self.readings(part).first().map(|(reading, _)| reading.base.clone())
    }
}

/// The parts of a reading that is a compound, each alone and each with those behind it; nothing of one that
/// isn't.
fn stretches(reading: &Reading, base: &str) -> Vec<Stretch> {
    let parts = parts(reading);
    let mut stretches = Vec::new();
    if parts.iter().filter(|part| part.stands != "-").count() < 2 {
        return stretches;
    }
    let text = |parts: &[Part]| parts.iter().map(|part| part.stands.as_str()).collect::<String>();
    for (begin, first) in parts.iter().enumerate() {
        for end in begin + 1..=parts.len() {
            let whole = (begin, end) == (0, parts.len());
            if whole || first.stands == "-" || parts[end - 1].stands == "-" {
                continue;
            }
            let (is_single, is_last) = (end == begin + 1, end == parts.len());
            let text = match base.get(text(&parts[..begin]).len()..) {
                // The end of the base form, which may be another than what the analyser cut.
                Some(rest) if is_last => rest.to_owned(),
                _ => text(&parts[begin..end]),
            };
            if text.chars().count() >= 3 || base.contains('-') {
                stretches.push(Stretch {
                    text,
                    base: first.base.clone().filter(|_| is_single),
                    is_last,
                    is_single,
                });
            }
        }
    }
    stretches
}

/// The parts of a compound; a derivational suffix belongs to what stands before it.
fn parts(reading: &Reading) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for piece in &reading.pieces {
        match parts.last_mut() {
            Some(before) if goes_on(piece) => {
                before.stands += &piece.stands;
                before.base = None;
            }
            _ => parts.push(Part { stands: piece.stands.clone(), base: piece.base.clone() }),
        }
    }
    parts
}

/// How many parts a compound has; 1 of a word that is none.
fn count_of_parts(reading: &Reading) -> usize {
    let first = usize::from(!reading.pieces.is_empty());
    first + reading.pieces.iter().skip(1).filter(|piece| !goes_on(piece)).count()
}

/// Whether a piece belongs to the part before it.
fn goes_on(piece: &Piece) -> bool {
    // "merki-n-tä": so short a piece without a base form belongs to a suffix, too.
    let links = piece.base.is_none() && piece.stands != "-" && piece.stands.chars().count() < 3;
    piece.suffix || links
}

/// The readings that may be meant, the simplest first, and how far-fetched each is.
///
/// "kuusi" is a number or a tree, not "your moon"; "alusta" is the platform rather than what is from the
/// beginning; but "tuli" may as well be who came. "hakemassa" isn't a lump of wood chips: what is made of
/// fewer parts is meant.
fn meant(word: &str, readings: Vec<Reading>) -> Vec<(Reading, u8)> {
    // How many parts the word has as a noun that isn't inflected.
    let itself = readings.iter().filter(|reading| reading.base == word && reading.is_noun());
    let itself = itself.map(count_of_parts).min().unwrap_or(usize::MAX);
    let cost = |reading: &Reading| {
        let parts = count_of_parts(reading);
        let mut cost = 8 * parts.min(9) + (reading.pieces.len() - parts).min(2);
        if reading.is_name() {
            cost += 2;
        }
        if reading.possessed {
            cost += 2;
        }
        let beside = reading.base == word || reading.third_person && reading.mood == Mood::Indicative;
        if itself <= parts && !beside && !reading.is_particle() {
            cost += 5;
        }
        cost
    };
    let mut meant: Vec<(Reading, usize)> = readings
        .into_iter()
        .map(|reading| {
            let cost = cost(&reading);
            (reading, cost)
        })
        .collect();
    meant.sort_by_key(|(_, cost)| *cost);
    let least = meant.first().map_or(0, |(_, cost)| *cost);
    let kept =
        meant.into_iter().map(|(reading, cost)| (reading, u8::try_from(cost - least).unwrap_or(u8::MAX)));
    let mut kept: Vec<(Reading, u8)> = kept.filter(|(_, cost)| *cost <= 5).collect();
    let mut seen: Vec<(String, bool, Comparison)> = Vec::new();
    kept.retain(|(reading, _)| {
        let this = (reading.base.clone(), reading.participle, reading.comparison);
        !seen.contains(&this) && {
            seen.push(this);
            true
        }
    });
    kept
}

fn push(list: &mut Vec<String>, text: String) {
    if !text.is_empty() && !list.contains(&text) {
        list.push(text);
    }
}
