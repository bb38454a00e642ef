//! Voikko's command `voikkospell`. A command rather than a library: a publisher runs where there is no Voikko, too.

use std::{env, fs, path::PathBuf, process::Command, time::Duration};

use foldhash::{HashMap, HashMapExt as _};
use rayon::prelude::*;

use super::readings::Reading;
use content::programs::said_by;

/// How long Voikko may take: it reads a hundred thousand words in some ten seconds.
const PATIENCE: Duration = Duration::from_secs(300);

/// Fewer words than this are done sooner than another process is started.
const FEW: usize = 500;

/// Where libvoikko looks for dictionaries of its fifth format, besides what the environment and the user's home have.
const DICTIONARIES: [&str; 4] =
    ["/etc/voikko/5", "/usr/lib/voikko/5", "/usr/local/lib/voikko/5", "/usr/share/voikko/5"];

/// The version of Voikko, with size and time of each dictionary that it may read; none where it isn't installed.
pub(super) fn version() -> Option<String> {
    let version = said_by(Command::new("voikkospell").arg("--version"), None, PATIENCE)?;
    let mut said = String::from_utf8_lossy(&version).into_owned();
    let own =
        ["VOIKKO_DICTIONARY_PATH", "HOME"].map(|name| PathBuf::from(env::var_os(name).unwrap_or_default()));
    let [named, home] = own;
    let folders =
        [named.join("5"), home.join(".voikko/5")].into_iter().chain(DICTIONARIES.map(PathBuf::from));
    for folder in folders {
        let Ok(dictionaries) = fs::read_dir(&folder) else { continue };
        let mut found: Vec<String> = dictionaries
            .flatten()
            .filter_map(|dictionary| {
                let file = dictionary.path().join("mor.vfst");
                let about = fs::metadata(&file).ok()?;
                Some(format!("{} {} {:?}", file.display(), about.len(), about.modified().ok()?))
            })
            .collect();
        found.sort_unstable();
        said.push_str(&found.join("\n"));
    }
    Some(said)
}

/// The ways to understand each word that Voikko knows; none where Voikko or its dictionary isn't installed.
pub(super) fn readings(words: &[&str]) -> Option<HashMap<String, Vec<Reading>>> {
    let of_each = words.len().div_ceil(rayon::current_num_threads()).max(FEW);
    let said: Vec<String> = words.par_chunks(of_each).map(ask).collect::<Option<_>>()?;
    Some(said.iter().flat_map(|said| read(said)).collect())
}

fn ask(words: &[&str]) -> Option<String> {
    let mut voikko = Command::new("voikkospell");
    // It reads and writes in the encoding of the locale.
    voikko.args(["-M", "-d", "fi"]).env("LC_ALL", "C.UTF-8");
    let said = said_by(&mut voikko, Some((words.join("\n") + "\n").into_bytes()), PATIENCE)?;
    Some(String::from_utf8_lossy(&said).into_owned())
}

/// What stands in lines like `A(opetuksessa):1:BASEFORM=opetus`: word, number of the reading, attribute, value.
fn read(said: &str) -> HashMap<String, Vec<Reading>> {
    let mut readings: HashMap<String, Vec<Reading>> = HashMap::new();
    let mut last = ("", "");
    for line in said.lines() {
        let attribute = line.strip_prefix("A(").and_then(|line| {
            let (word, rest) = line.split_once("):")?;
            let (number, rest) = rest.split_once(':')?;
            Some((word, number, rest.split_once('=')?))
        });
        let Some((word, number, (name, value))) = attribute else { continue };
        let of_word = readings.entry(word.to_owned()).or_default();
        if last != (word, number) {
            of_word.push(Reading::default());
            last = (word, number);
        }
        if let Some(reading) = of_word.last_mut() {
            reading.note(name, value);
        }
    }
    for of_word in readings.values_mut() {
        of_word.retain(|reading| !reading.base.is_empty());
    }
    readings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_reading_of_a_word_is_read() {
        let said = "C: koulutusyhteistyön\nA(koulutusyhteistyön):1:BASEFORM=koulutusyhteistyö\n\
            A(koulutusyhteistyön):1:WORDBASES=+koulutus(koulutus)+yhteis+työ(työ)\n\
            A(kuusi):1:BASEFORM=kuusi\nA(kuusi):2:BASEFORM=kuu\nA(kuusi):2:POSSESSIVE=2s\n";
        let found = read(said);
        let bases: Vec<&str> = found["kuusi"].iter().map(|reading| reading.base.as_str()).collect();
        assert_eq!(bases, ["kuusi", "kuu"]);
        assert!(found["kuusi"][1].possessed && !found["kuusi"][0].possessed);
        assert_eq!(found["koulutusyhteistyön"][0].pieces.len(), 3);
    }
}
