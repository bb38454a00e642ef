//! Voikko, the analyser of Finnish, where it is installed (Debian: libvoikko1, voikko-fi).
//!
//! It is asked when publishing; queries know rules only. So what it says is brought to what rules can say: a participle is
//! found by its verb as well, and "osaamisen", which for Voikko is a form of "osata", by "osaaminen".

mod library;
mod readings;

use library::Handle;
use readings::Reading;

use crate::{candidates, vocabulary::Analysis};

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
        keep_meant(word, &mut readings);
        let mut analysis = Analysis::default();
        for reading in &readings {
            self.add(word, reading, &mut analysis);
        }
        let particle = readings.iter().any(Reading::is_particle);
        analysis.sure = analysis.bases.len() == 1 && !particle;
        let Analysis { bases, parts, origins, .. } = &mut analysis;
        parts.retain(|part| !bases.contains(part) && !origins.contains(part));
        analysis
    }

    fn readings(&self, word: &str) -> Vec<Reading> {
        self.handle.analyse(word).iter().map(Reading::of).filter(|reading| !reading.base.is_empty()).collect()
    }

    /// Adds what a reading says.
    fn add(&self, word: &str, reading: &Reading, analysis: &mut Analysis) {
        let by_rules = |end: &[&str]| {
            let fits = |text: &str| end.iter().any(|end| text.ends_with(end));
            candidates(word).into_iter().map(|candidate| candidate.text).find(|text| fits(text))
        };
        let verb = || reading.pieces.first().and_then(|piece| piece.base.clone());
        match (reading.mood.as_str(), reading.comparison.as_str()) {
            ("MINEN-infinitive", _) => {
                push(&mut analysis.bases, by_rules(&["minen"]).unwrap_or_else(|| reading.base.clone()));
                push(&mut analysis.origins, reading.base.clone());
            }
            (_, "comparative") => {
                push(&mut analysis.bases, reading.base.clone());
                by_rules(&["mpi"]).into_iter().for_each(|base| push(&mut analysis.origins, base));
            }
            (_, "superlative") => {
                push(&mut analysis.bases, reading.base.clone());
                by_rules(&["in"]).into_iter().for_each(|base| push(&mut analysis.origins, base));
            }
            _ => push(&mut analysis.bases, reading.base.clone()),
        }
        if reading.participle {
            verb().into_iter().for_each(|verb| push(&mut analysis.origins, verb));
        }
        self.add_parts(reading, &mut analysis.parts);
    }

    fn add_parts(&self, reading: &Reading, found: &mut Vec<String>) {
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
                let together: String = parts[begin..end].iter().map(|part| part.stands.as_str()).collect();
                if together.chars().count() < 3 && !reading.base.contains('-') {
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
        if !last && let Some(base) = part.strip_suffix('s').map(|stem| stem.to_owned() + "nen")
            && (part.ends_with("mis") || !self.readings(&base).is_empty())
        {
            return Some(base);
        }
        let mut readings = self.readings(part);
        keep_meant(part, &mut readings);
        readings.into_iter().next().map(|reading| reading.base)
    }
}

/// The parts of a compound; a derivational suffix belongs to what stands before it.
fn parts(reading: &Reading) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for piece in &reading.pieces {
        match parts.last_mut() {
            Some(before) if piece.suffix => {
                before.stands += &piece.stands;
                before.base = None;
            }
            _ => parts.push(Part { stands: piece.stands.clone(), base: piece.base.clone() }),
        }
    }
    parts
}

/// Keeps the readings that are meant.
///
/// "kuusi" is a number or a tree, not "your moon"; "alusta" is the platform, not what is from the beginning; but "tuli" may
/// as well be who came. "hakemassa" isn't a lump of wood chips: what is made of fewer parts is meant.
fn keep_meant(word: &str, readings: &mut Vec<Reading>) {
    let is_itself = readings.iter().any(|reading| reading.base == word && !reading.is_particle());
    let doubt = |reading: &Reading| {
        let parts = parts(reading).len();
        let mut doubt = 3 * parts + reading.pieces.len().min(3) + if reading.is_name() { 2 } else { 0 };
        if reading.possessed {
            doubt += 6;
        }
        let may_stand_beside = reading.base == word || reading.third_person && reading.mood == "indicative";
        if is_itself && !may_stand_beside && !reading.is_particle() {
            doubt += 5;
        }
        doubt
    };
    let least = readings.iter().map(doubt).min().unwrap_or(0);
    readings.retain(|reading| doubt(reading) <= least + 2);
    // Of one base form the simplest reading says what it is made of.
    readings.sort_by_key(doubt);
    let mut seen: Vec<(String, bool)> = Vec::new();
    readings.retain(|reading| {
        let this = (reading.base.clone(), reading.participle);
        !seen.contains(&this) && { seen.push(this); true }
    });
}

fn push(list: &mut Vec<String>, text: String) {
    if !text.is_empty() && !list.contains(&text) {
        list.push(text);
    }
}
