//! Voikko, the analyser of Finnish, where it is installed (Debian: libvoikko1, voikko-fi).
//!
//! It is asked when publishing; queries know rules only. So what it says is brought to what rules can say: a participle is
//! found by its verb as well, and "osaamisen", which for Voikko is a form of "osata", by "osaaminen".

mod library;
mod readings;

use std::{num::NonZero, sync::Mutex, thread};

use library::Handle;
use readings::Reading;

use crate::{candidates, threads, vocabulary::Analysis};

/// An analyser that is ready.
pub struct Voikko {
    handle: Handle,
}

/// A part of a compound.
struct Part {
    /// How it stands there.
    stands: String,
    /// Its base form, where libvoikko says it.
    base: Option<String>,
}

impl Voikko {
    /// Loads libvoikko with its Finnish dictionary; none where either isn't installed.
    pub fn load() -> Option<Voikko> {
        Some(Voikko { handle: Handle::open()? })
    }

    /// What Voikko knows of many words, with an analyser for each thread; none where Voikko isn't installed.
    pub fn analyse_all(words: &[&str]) -> Option<Vec<Analysis>> {
        let threads = thread::available_parallelism().map_or(1, NonZero::get);
        let chunks: Vec<&[&str]> = words.chunks(words.len().div_ceil(threads).max(1)).collect();
        // One after the other: nobody says that loading is safe in several threads at once.
        let analysers: Vec<Voikko> = (0..threads).map(|_| Voikko::load()).collect::<Option<_>>()?;
        let free = Mutex::new(analysers);
        let analysed = threads::of_chunks(&chunks, |chunk| {
            let voikko = free.lock().ok().and_then(|mut free| free.pop());
            chunk
                .iter()
                .map(|word| voikko.as_ref().map(|voikko| voikko.analyse(word)).unwrap_or_default())
                .collect()
        });
        let analysed: Vec<Vec<Analysis>> = analysed;
        Some(analysed.into_iter().flatten().collect())
    }

    /// What Voikko knows of a word in small letters; an analysis without base forms if nothing.
    pub fn analyse(&self, word: &str) -> Analysis {
        let mut readings = self.readings(word);
        if readings.is_empty() {
            // "helsingissä": it knows names with a capital only.
            let mut letters = word.chars();
            if let Some(first) = letters.next() {
                readings = self.readings(&first.to_uppercase().chain(letters).collect::<String>());
            }
        }
        let readings = meant(word, readings);
        let mut analysis = Analysis::default();
        for (reading, cost) in &readings {
            self.add(word, reading, *cost, &mut analysis);
        }
        // A participle is asked for as a form of its verb.
        analysis.sure = !readings.iter().any(|(reading, _)| reading.is_particle() || reading.participle);
        let Analysis { bases, parts, origins, .. } = &mut analysis;
        parts.retain(|part| !bases.iter().any(|(base, _)| base == part) && !origins.contains(part));
        analysis
    }

    fn readings(&self, word: &str) -> Vec<Reading> {
        self.handle.analyse(word).iter().map(Reading::of).filter(|reading| !reading.base.is_empty()).collect()
    }

    /// Adds what a reading says.
    fn add(&self, word: &str, reading: &Reading, cost: u8, analysis: &mut Analysis) {
        let by_rules = |end: &str| {
            candidates(word).into_iter().map(|candidate| candidate.text).find(|text| text.ends_with(end))
        };
        let mut base = reading.base.clone();
        match (reading.mood.as_str(), reading.comparison.as_str()) {
            ("MINEN-infinitive", _) => {
                if let Some(noun) = by_rules("minen") {
                    push(&mut analysis.origins, base);
                    base = noun;
                }
            }
            (_, "comparative") => {
                by_rules("mpi").into_iter().for_each(|base| push(&mut analysis.origins, base))
            }
            (_, "superlative") => {
                by_rules("in").into_iter().for_each(|base| push(&mut analysis.origins, base))
            }
            _ => {}
        }
        if reading.participle
            && let Some(verb) = reading.pieces.first().and_then(|piece| piece.base.clone())
        {
            push(&mut analysis.origins, verb);
        }
        self.add_parts(reading, &base, &mut analysis.parts);
        if analysis.bases.iter().all(|(known, _)| *known != base) {
            analysis.bases.push((base, cost));
        }
    }

    fn add_parts(&self, reading: &Reading, base: &str, found: &mut Vec<String>) {
        let parts = parts(reading);
        let stand: Vec<&Part> = parts.iter().filter(|part| part.stands != "-").collect();
        if stand.len() < 2 {
            return;
        }
        for (begin, first) in parts.iter().enumerate() {
            for end in begin + 1..=parts.len() {
                let (one, whole) = (end == begin + 1, (begin, end) == (0, parts.len()));
                if whole || first.stands == "-" || parts[end - 1].stands == "-" {
                    continue;
                }
                let stand =
                    |parts: &[Part]| parts.iter().map(|part| part.stands.as_str()).collect::<String>();
                let together = match base.get(stand(&parts[..begin]).len()..) {
                    // The end of the base form, which may be another than what the analyser cut.
                    Some(rest) if end == parts.len() => rest.to_owned(),
                    _ => stand(&parts[begin..end]),
                };
                if together.chars().count() < 3 && !base.contains('-') {
                    continue;
                }
                if one && let Some(base) = &first.base {
                    push(found, base.clone());
                }
                self.base_of(&together, end == parts.len()).into_iter().for_each(|base| push(found, base));
                if end == parts.len() || one {
                    push(found, together);
                }
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
        meant(part, self.readings(part)).into_iter().next().map(|(reading, _)| reading.base)
    }
}

/// The parts of a compound; a derivational suffix belongs to what stands before it.
fn parts(reading: &Reading) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for piece in &reading.pieces {
        // "+merkin(merkitä)+n+yt(+yt)": so short a piece without a base form belongs to a suffix, too.
        let links = piece.base.is_none() && piece.stands != "-" && piece.stands.chars().count() < 3;
        match parts.last_mut() {
            Some(before) if piece.suffix || links => {
                before.stands += &piece.stands;
                before.base = None;
            }
            _ => parts.push(Part { stands: piece.stands.clone(), base: piece.base.clone() }),
        }
    }
    parts
}

/// The readings that may be meant, the simplest first, and how far-fetched each is.
///
/// "kuusi" is a number or a tree, not "your moon"; "alusta" is the platform rather than what is from the beginning; but
/// "tuli" may as well be who came. "hakemassa" isn't a lump of wood chips: what is made of fewer parts is meant.
fn meant(word: &str, readings: Vec<Reading>) -> Vec<(Reading, u8)> {
    // How many parts the word has as a noun that isn't inflected.
    let itself = readings.iter().filter(|reading| reading.base == word && reading.is_noun());
    let itself = itself.map(|reading| parts(reading).len()).min().unwrap_or(usize::MAX);
    let cost = |reading: &Reading| {
        let parts = parts(reading).len();
        let mut cost = 8 * parts.min(9) + (reading.pieces.len() - parts).min(2);
        if reading.is_name() {
            cost += 2;
        }
        if reading.possessed {
            cost += 2;
        }
        let beside = reading.base == word || reading.third_person && reading.mood == "indicative";
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
    let mut seen: Vec<(String, bool, String)> = Vec::new();
    kept.retain(|(reading, _)| {
        let this = (reading.base.clone(), reading.participle, reading.comparison.clone());
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
