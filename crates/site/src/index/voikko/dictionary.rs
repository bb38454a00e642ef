//! Where Voikko's dictionary is, and what it says of words.

use std::{env, fs, path::PathBuf};

use foldhash::HashMap;
use rayon::prelude::*;

use super::{readings::Reading, transducer::Transducer};

/// Where a system has dictionaries of Voikko's fifth format, besides the home of the user.
const FOLDERS: [&str; 4] =
    ["/etc/voikko/5", "/usr/lib/voikko/5", "/usr/local/lib/voikko/5", "/usr/share/voikko/5"];

/// The file of a dictionary that has the words.
const FILE: &str = "mor.vfst";

/// The dictionary that is taken where there are several.
const STANDARD: &str = "mor-standard";

/// No dictionary of Finnish is larger, in bytes.
const LARGEST: u64 = 200_000_000;

/// The file with its path, size and time, which tell one version from another; none where no dictionary is
/// installed.
pub(super) fn version() -> Option<String> {
    let file = file()?;
    let about = fs::metadata(&file).ok()?;
    Some(format!("{} {} {:?}", file.display(), about.len(), about.modified().ok()?))
}

/// The dictionary; none where it isn't installed, or is of another form.
pub(super) fn read() -> Option<Transducer> {
    let file = file()?;
    let is_small = fs::metadata(&file).is_ok_and(|about| about.len() <= LARGEST);
    Transducer::read(&is_small.then(|| fs::read(&file).ok()).flatten()?)
}

/// In the folder that the environment names, or else in the first that has one: the standard dictionary or
/// the first by its name.
fn file() -> Option<PathBuf> {
    let named = |name: &str| env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let folders = match named("VOIKKO_DICTIONARY_PATH") {
        Some(folder) => vec![folder.join("5")],
        None => {
            let own = named("HOME").map(|home| home.join(".voikko/5"));
            own.into_iter().chain(FOLDERS.map(PathBuf::from)).collect()
        }
    };
    folders.into_iter().find_map(|folder| {
        let mut found: Vec<PathBuf> = fs::read_dir(folder)
            .ok()?
            .flatten()
            .filter(|entry| entry.file_name().to_string_lossy().starts_with("mor-"))
            .map(|entry| entry.path().join(FILE))
            .filter(|file| file.is_file())
            .collect();
        found.sort_by_key(|file| {
            (!file.parent().is_some_and(|folder| folder.ends_with(STANDARD)), file.clone())
        });
        found.into_iter().next()
    })
}

/// How many words are looked up together: in the order of the alphabet, neighbours begin alike.
const TOGETHER: usize = 1024;

/// Calls `of_word` with the readings of each word that the dictionary knows, and gives its results.
pub(super) fn readings<T: Send>(
    dictionary: &Transducer,
    words: &[&str],
    of_word: impl Fn(&str, Vec<Reading>) -> T + Sync,
) -> HashMap<String, T> {
    let mut words = words.to_vec();
    words.par_sort_unstable();
    let of_words = |words: &[&str]| {
        let mut readings: Vec<Vec<Reading>> = vec![Vec::new(); words.len()];
        dictionary.look_up(words, &mut |word, path| {
            readings[word].extend(Reading::of(path).filter(|reading| !reading.base.is_empty()));
        });
        let known = words.iter().zip(readings).filter(|(_, readings)| !readings.is_empty());
        known.map(|(word, readings)| ((*word).to_owned(), of_word(word, readings))).collect::<Vec<_>>()
    };
    words.par_chunks(TOGETHER).flat_map_iter(of_words).collect()
}
