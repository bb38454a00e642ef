//! Voikko, the analyser of Finnish, where it is installed: its command `voikkospell` says what the base forms of words are.
//!
//! Its dictionary is under a licence of its own (GPL); it is used when publishing, and nothing of it is shipped. A command
//! rather than a library: a publisher runs where there is no Voikko, too.

use std::{
    collections::HashMap,
    io::Write,
    process::{Command, Stdio},
    thread,
};

/// What Voikko says of a word.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Analysis {
    /// Its base forms; none for a word that Voikko doesn't know.
    pub bases: Vec<String>,
    /// The parts of a compound: each alone, and each with those behind it.
    pub parts: Vec<String>,
}

/// An analysis of each word; none where Voikko or its dictionary isn't there.
pub fn analyse(words: &[&str]) -> Option<Vec<Analysis>> {
    let mut voikko = Command::new("voikkospell")
        .args(["-M", "-d", "fi"])
        // It reads and writes in the encoding of the locale.
        .env("LC_ALL", "C.UTF-8")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    let mut input = voikko.stdin.take()?;
    let lines = words.join("\n") + "\n";
    // While one side is written the other has to be read, or both would wait for each other.
    let writer = thread::spawn(move || input.write_all(lines.as_bytes()));
    let output = voikko.wait_with_output().ok()?;
    if writer.join().ok()?.is_err() || !output.status.success() {
        return None;
    }
    let said = String::from_utf8_lossy(&output.stdout);
    let found = read(&said);
    // Without a dictionary nothing is known.
    (words.is_empty() || !found.is_empty())
        .then(|| words.iter().map(|word| found.get(*word).cloned().unwrap_or_default()).collect())
}

/// One way to understand a word.
#[derive(Default)]
struct Reading<'s> {
    base: &'s str,
    wordbases: &'s str,
    possessive: bool,
}

/// What stands in lines like `A(opetuksessa):1:BASEFORM=opetus`.
fn read(said: &str) -> HashMap<&str, Analysis> {
    let mut readings: HashMap<&str, Vec<(&str, Reading<'_>)>> = HashMap::new();
    for line in said.lines() {
        let Some((word, rest)) = line.strip_prefix("A(").and_then(|line| line.split_once("):")) else {
            continue;
        };
        let Some((number, (name, value))) =
            rest.split_once(':').and_then(|(number, rest)| Some((number, rest.split_once('=')?)))
        else {
            continue;
        };
        let of_word = readings.entry(word).or_default();
        if of_word.last().is_none_or(|(known, _)| *known != number) {
            of_word.push((number, Reading::default()));
        }
        let Some((_, reading)) = of_word.last_mut() else { continue };
        match name {
            "BASEFORM" => reading.base = value,
            "WORDBASES" => reading.wordbases = value,
            "POSSESSIVE" => reading.possessive = true,
            _ => {}
        }
    }
    readings.into_iter().map(|(word, readings)| (word, of_readings(&readings))).collect()
}

fn of_readings(readings: &[(&str, Reading<'_>)]) -> Analysis {
    // "kuusi" is the number or the tree; that it may be "your moon" nobody means.
    let plain = readings.iter().any(|(_, reading)| !reading.possessive);
    let mut analysis = Analysis::default();
    for (_, reading) in readings.iter().filter(|(_, reading)| !plain || !reading.possessive) {
        add(&mut analysis.bases, &reading.base.to_lowercase());
        parts(reading, &mut analysis.parts);
    }
    analysis.parts.retain(|part| !analysis.bases.contains(part));
    analysis
}

/// The parts in `+koulutus(koulutus)+yhteis+työ(työ)`: a part as it stands, and its base form in brackets.
fn parts(reading: &Reading<'_>, found: &mut Vec<String>) {
    let whole = reading.base.to_lowercase();
    let mut stands: Vec<(String, Option<String>)> = Vec::new();
    for part in reading.wordbases.split('+').filter(|part| !part.is_empty()) {
        let (stand, base) = part.split_once('(').map_or((part, None), |(stand, base)| (stand, Some(base)));
        let base = base.and_then(|base| base.strip_suffix(')')).filter(|base| !base.is_empty());
        let (stand, base) =
            (stand.replace('=', "").to_lowercase(), base.map(|base| base.replace('=', "").to_lowercase()));
        stands.push((stand, base));
    }
    // A suffix, as in "+opet(opettaa)+us(+us)", makes no compound.
    if stands.len() < 2 || reading.wordbases.contains("(+") {
        return;
    }
    for (place, (stand, base)) in stands.iter().enumerate() {
        if stand.chars().count() < 3 {
            continue;
        }
        if let Some(base) = base {
            add(found, base);
        }
        if let Some(stem) = stand.strip_suffix('s') {
            add(found, &(stem.to_owned() + "nen"));
        }
        add(found, stand);
        // "yhteistyö" of "koulutusyhteistyö": all that stands behind, its end in the base form.
        let before: usize = stands[..place].iter().map(|(stand, _)| stand.len()).sum();
        if place > 0
            && let Some(rest) = whole.replace('-', "").get(before..)
        {
            add(found, rest);
        }
    }
}

fn add(list: &mut Vec<String>, word: &str) {
    if !word.is_empty() && list.iter().all(|known| known != word) {
        list.push(word.to_owned());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_voikko_says_is_understood() {
        let said = "C: koulutusyhteistyön\nA(koulutusyhteistyön):1:BASEFORM=koulutusyhteistyö\n\
            A(koulutusyhteistyön):1:WORDBASES=+koulutus(koulutus)+yhteis+työ(työ)\n\
            A(kuusi):1:BASEFORM=kuusi\nA(kuusi):2:BASEFORM=kuu\nA(kuusi):2:POSSESSIVE=2s\n";
        let found = read(said);
        assert_eq!(found["kuusi"].bases, ["kuusi"]);
        let compound = &found["koulutusyhteistyön"];
        assert_eq!(compound.bases, ["koulutusyhteistyö"]);
        for part in ["koulutus", "yhteistyö", "työ", "yhteinen"] {
            assert!(compound.parts.contains(&part.to_owned()), "{part}: {:?}", compound.parts);
        }
    }
}
