//! Endings of abbreviations, numbers and names, which stand behind a colon or an apostrophe: Finnish "YK:n",
//! "5:ssä", "show'n" (Kielitoimiston ohjepankki, "Lyhenteiden taivutus"), Swedish "FN:s", "3:e" (Svenska
//! skrivregler, "Kolon").

use super::{
    letters::{is_small, small_letter},
    signs::Signs,
};

/// The function of a colon within letters.
pub(super) enum Colon<'t> {
    /// It stands between two words.
    Between,
    /// An ending stands behind it: what goes on behind that, and where it ends.
    Ending(Signs<'t>, usize),
    /// It stands for letters that are left out: "S:t", "N:o".
    LeftOut,
}

/// The function of a colon after a word in small letters, by the letters after the colon.
pub(super) fn behind_colon<'t>(word: &str, has_small: bool, mut signs: Signs<'t>) -> Colon<'t> {
    let mut ending = String::new();
    let mut end = 0;
    let mut is_small_ending = true;
    while let Some((next, ahead)) = signs.next_letter() {
        is_small_ending &= is_small(next.letter);
        ending.push(small_letter(next.letter));
        end = next.place.end;
        signs = ahead;
    }
    match (word, ending.as_str()) {
        ("s", "t" | "ta" | "te") | ("n", "o" | "r") | ("c" | "k", "a") | ("d" | "h", "r") => Colon::LeftOut,
        _ if (has_small || !is_small_ending) && is_ordinary(word) && is_like_a_word(&ending) => {
            Colon::Between
        }
        // Capitals behind small letters begin a word; a whole title may stand in capitals.
        (_, ending) if (is_small_ending || !has_small) && is_ending(ending) => Colon::Ending(signs, end),
        _ => Colon::Between,
    }
}

/// Whether letters are no abbreviation by their sounds: at least two vowels, and an end as Finnish words
/// have.
fn is_ordinary(word: &str) -> bool {
    let mut letters = word.chars();
    let vowels = letters.clone().filter(|letter| is_vowel(*letter)).count();
    let ends_well = |last: char| is_vowel(last) || matches!(last, 'n' | 's' | 'l' | 'r' | 't');
    letters.clone().count() > 3 && vowels > 1 && letters.next_back().is_some_and(ends_well)
}

/// Whether letters may be a word besides an ending, as "ilta" and "tapa": of two syllables, with at most one
/// consonant before them. "Lainen" is an ending alone.
fn is_like_a_word(ending: &str) -> bool {
    let sounds: Vec<bool> = ending.chars().map(is_vowel).collect();
    let syllables =
        sounds.chunk_by(|one, other| one == other).filter(|sounds| sounds.contains(&true)).count();
    syllables > 1 && !sounds.starts_with(&[false, false]) && !ending.starts_with("lai")
}

/// The word before an ending behind an apostrophe: "bordeaux" of "bordeaux'n". In "raa'an" the apostrophe
/// stands between two vowels of one word.
pub(crate) fn before_apostrophe(word: &str) -> Option<&str> {
    let at = word.find('\'')?;
    let (before, ending) = (word.get(..at)?, word.get(at + 1..)?);
    let is_within =
        before.chars().next_back().is_some_and(is_vowel) && ending.chars().next().is_some_and(is_vowel);
    (before.len() > 2 && !is_within && is_finnish(ending)).then_some(before)
}

/// Swedish endings of nouns, of numbers in order, and of verbs.
const SWEDISH: &[&str] = &[
    "s", "n", "t", "en", "et", "ns", "ts", "ens", "ets", "a", "an", "ans", "e", "es", "or", "orna", "ar",
    "arna", "er", "erna", "na", "ars", "ers", "arnas", "ernas", "are", "ade", "at",
];

/// Finnish endings of cases behind the stem of the singular, without vowel harmony.
const CASES: &[&str] = &[
    "n", "en", "t", "a", "ta", "tta", "ssa", "sta", "lla", "lta", "lle", "na", "ksi", "kse", "ine", "den",
    "tten", "ten", "hin", "siin", "seen", "ja", "jen",
];

/// The possible text before them: none, the plural, the stem of an ordinal.
const BEFORE_CASES: &[&str] = &["", "i", "ei", "oi", "nne", "nte", "nsi", "se", "e", "o"];

/// Possessive suffixes; the third person behind a case that ends with its vowel.
const POSSESSIVES: &[&str] = &["ni", "si", "nsa", "mme", "nne", "an", "en"];

/// Clitics.
const CLITICS: &[&str] = &["kin", "kaan", "ko", "han", "pa", "kohan"];

fn is_ending(ending: &str) -> bool {
    SWEDISH.contains(&ending) || is_finnish(ending)
}

#[inline(never)]
fn is_finnish(ending: &str) -> bool {
    let folded: String = ending.chars().map(fold).collect();
    let ending = folded.as_str();
    // "EU:lainen" and its forms.
    let is_derived = ending.len() <= 12 && (ending == "lainen" || ending.starts_with("lais"));
    is_derived
        || is_case_with_possessive(ending)
        || without(ending, CLITICS, |rest| rest.is_empty() || is_case_with_possessive(rest))
}

fn is_case_with_possessive(ending: &str) -> bool {
    is_case(ending) || without(ending, POSSESSIVES, |case| case.is_empty() || is_case(case))
}

/// Whether what stands before one of the suffixes is right.
#[inline(never)]
fn without(ending: &str, suffixes: &[&str], is_right: fn(&str) -> bool) -> bool {
    suffixes.iter().any(|suffix| ending.strip_suffix(suffix).is_some_and(is_right))
}

/// Whether an ending is one of a case.
#[inline(never)]
fn is_case(ending: &str) -> bool {
    let is_plain = |case| CASES.contains(&case);
    let behind = |before: &&str| ending.strip_prefix(before).is_some_and(is_plain);
    BEFORE_CASES.iter().any(behind) || is_illative(ending)
}

/// "-hun", "-ään", "-iin": a vowel twice or behind h, and n; ordinals end with "s", as "5:s".
fn is_illative(ending: &str) -> bool {
    match ending.as_bytes() {
        [b's'] => true,
        [b'h', vowel, b'n'] => b"aeiou".contains(vowel),
        [one, other, b'n'] => one == other && b"aeiou".contains(one),
        _ => false,
    }
}

fn is_vowel(letter: char) -> bool {
    matches!(fold(letter), 'a' | 'e' | 'i' | 'o' | 'u')
}

/// A letter as if vowel harmony weren't.
fn fold(letter: char) -> char {
    match letter {
        'ä' => 'a',
        'ö' => 'o',
        'y' => 'u',
        letter => letter,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_apostrophe_divides_an_ending_from_a_name() {
        for (word, before) in [
            ("bordeaux'n", Some("bordeaux")),
            ("show'ssa", Some("show")),
            ("rousseau'n", Some("rousseau")),
            ("versailles'iin", Some("versailles")),
            ("raa'an", None),
            ("liu'un", None),
            ("rock'n'roll", None),
            ("o'connor", None),
            ("talo", None),
        ] {
            assert_eq!(before_apostrophe(word), before, "{word}");
        }
    }

    #[test]
    fn words_are_no_endings() {
        for word in
            ["koulutus", "haku", "laki", "kunta", "maisema", "hankkeet", "laiva", "the", "och", "2006"]
        {
            assert!(!is_ending(word), "{word}");
        }
    }
}
