//! A text in lines: where one ends, and where a word is broken that is too long for any.

use hypher::Lang;
use page::Language;

use super::letters::SOFT_HYPHEN;

/// What becomes of a word that is wider than a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LongWords {
    /// It stays whole, so that there are no lines.
    Whole,
    /// It is broken with a hyphen, between the syllables of a language.
    Broken(Language),
}

/// What a line can end with.
struct Piece<'a> {
    text: &'a str,
    /// What stands between it and the next one, on one line.
    space: &'static str,
    /// What it ends with where the line ends.
    end: &'static str,
}

/// A text in lines that are no wider than `width`, each as full as it gets; `None` when a word is too long to
/// stay whole.
///
/// Lines end at spaces, behind the hyphens of a word, and at soft hyphens.
pub(super) fn wrap(
    text: &str,
    width: f32,
    long_words: LongWords,
    measure: impl Fn(&str) -> f32,
) -> Option<Vec<String>> {
    let fits = |line: &str| measure(line) <= width;
    let breakable = match long_words {
        LongWords::Whole => text.to_owned(),
        LongWords::Broken(language) => {
            let words: Vec<String> = text.split(' ').map(|word| breakable(word, language, fits)).collect();
            words.join(" ")
        }
    };
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut end = "";
    let mut space = "";
    for piece in pieces(&breakable) {
        if !line.is_empty() && !fits(&format!("{line}{space}{}{}", piece.text, piece.end)) {
            lines.push(std::mem::take(&mut line) + end);
            space = "";
        }
        line.push_str(space);
        line.push_str(piece.text);
        (space, end) = (piece.space, piece.end);
        if long_words == LongWords::Whole && !fits(&format!("{line}{end}")) {
            return None;
        }
    }
    lines.push(line);
    Some(lines)
}

/// The first lines of a text, the last of them with an ellipsis where more would follow.
pub(super) fn cut(
    mut lines: Vec<String>,
    most: usize,
    width: f32,
    measure: impl Fn(&str) -> f32,
) -> Vec<String> {
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            *last = ellipsis(last, width, measure);
        }
    }
    lines
}

/// A line with an ellipsis behind as many of its words as there is room for, or as many letters of a single
/// word.
pub(super) fn ellipsis(line: &str, width: f32, measure: impl Fn(&str) -> f32) -> String {
    let with_ellipsis =
        |kept: &str| format!("{}…", kept.trim_end_matches(|last: char| !last.is_alphanumeric()));
    let ends_of_words = line.rmatch_indices(' ').map(|(end, _)| end);
    let ends_of_letters = line.char_indices().rev().map(|(end, _)| end);
    [line.len()]
        .into_iter()
        .chain(ends_of_words)
        .chain(ends_of_letters)
        .map(|end| with_ellipsis(&line[..end]))
        .find(|cut| measure(cut) <= width)
        .unwrap_or_default()
}

/// A text cut where a line may end.
fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let words = text.split(' ').map(|word| word.trim_matches(SOFT_HYPHEN));
    for word in words.filter(|word| !word.is_empty()) {
        let mut rest = word;
        while let Some(at) = break_within(rest) {
            let (piece, after) = rest.split_at(at);
            let end = if after.starts_with(SOFT_HYPHEN) { "-" } else { "" };
            pieces.push(Piece { text: piece, space: "", end });
            rest = after.trim_start_matches(SOFT_HYPHEN);
        }
        pieces.push(Piece { text: rest, space: " ", end: "" });
    }
    pieces
}

/// The first place within a word where a line may end: before a soft hyphen, behind a hyphen or slash between
/// letters.
fn break_within(word: &str) -> Option<usize> {
    let mut before = None;
    let mut letters = word.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let next = letters.peek().copied();
        if letter == SOFT_HYPHEN {
            return Some(at);
        }
        if matches!(letter, '-' | '–' | '/')
            && before.is_some_and(char::is_alphanumeric)
            && let Some((next_at, next)) = next
            && next.is_alphabetic()
        {
            return Some(next_at);
        }
        before = Some(letter);
    }
    None
}

/// A word with soft hyphens between its syllables if it is too wide, or between all letters if that isn't
/// enough.
fn breakable(word: &str, language: Language, fits: impl Fn(&str) -> bool) -> String {
    let fit = |word: &str| pieces(word).iter().all(|piece| fits(&format!("{}{}", piece.text, piece.end)));
    if fit(word) {
        return word.to_owned();
    }
    let whole = word.replace(SOFT_HYPHEN, "");
    let syllables = with_syllables(&whole, language);
    if fit(&syllables) {
        return syllables;
    }
    let mut broken = String::with_capacity(word.len() * 3);
    for (at, letter) in whole.char_indices() {
        // A mark above a letter stays with it.
        if at > 0 && !matches!(letter, '\u{300}'..='\u{36f}') {
            broken.push(SOFT_HYPHEN);
        }
        broken.push(letter);
    }
    broken
}

/// A word with soft hyphens where the patterns of its language let it be broken (F. M. Liang, "Word
/// Hy-phen-a-tion by Com-put-er", 1983).
fn with_syllables(word: &str, language: Language) -> String {
    let patterns = match language {
        Language::Fi => Lang::Finnish,
        Language::Sv => Lang::Swedish,
        Language::En => Lang::English,
    };
    let is_vowel = |letter: char| "aeiouyåäö".contains(letter.to_ascii_lowercase());
    let mut broken = String::with_capacity(word.len() * 2);
    // A hyphen ends a word for the patterns as well.
    for part in word.split_inclusive(|letter: char| !letter.is_alphabetic()) {
        for (number, syllable) in hypher::hyphenate(part, patterns).enumerate() {
            // Between Finnish vowels the patterns can't tell a joint from a stem: "hyvinvointi-alue",
            // "korke-akoulu".
            let is_between_vowels = language == Language::Fi
                && broken.chars().next_back().is_some_and(is_vowel)
                && syllable.starts_with(is_vowel);
            if number > 0 && !is_between_vowels {
                broken.push(SOFT_HYPHEN);
            }
            broken.push_str(syllable);
        }
    }
    broken
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each letter is one wide.
    fn lines(text: &str, width: f32, long_words: LongWords) -> Option<Vec<String>> {
        wrap(text, width, long_words, |line| line.chars().count() as f32)
    }

    #[test]
    fn lines_end_where_a_reader_expects_it() {
        let table: [(&str, f32, &[&str]); 13] = [
            ("", 9.0, &[""]),
            ("Uutiset", 9.0, &["Uutiset"]),
            ("Uutiset ja tapahtumat", 10.0, &["Uutiset ja", "tapahtumat"]),
            ("Uutiset  ja ", 20.0, &["Uutiset ja"]),
            ("Hae yhteistyö-hankkeisiin", 15.0, &["Hae yhteistyö-", "hankkeisiin"]),
            ("Vuosi 2025–2026", 10.0, &["Vuosi", "2025–2026"]),
            ("Kesä –ja syksy", 9.0, &["Kesä –ja", "syksy"]),
            ("10\u{a0}000 asukasta", 9.0, &["10\u{a0}000", "asukasta"]),
            ("yhteis\u{ad}työ\u{ad}hanke", 12.0, &["yhteistyö-", "hanke"]),
            ("yhteis\u{ad}työ\u{ad}hanke", 30.0, &["yhteistyöhanke"]),
            (
                "Koulutusyhteistyöverkostohanke alkaa",
                14.0,
                &["Koulutusyh-", "teistyöverkos-", "tohanke alkaa"],
            ),
            ("12345678901234", 6.0, &["12345-", "67890-", "1234"]),
            ("........", 6.0, &[".....-", "..."]),
        ];
        for (text, width, expected) in table {
            assert_eq!(lines(text, width, LongWords::Broken(Language::Fi)).unwrap(), expected, "{text}");
        }
    }

    #[test]
    fn a_word_is_broken_where_its_language_breaks_it() {
        let table: [(Language, &str, &[&str]); 8] = [
            (
                Language::Sv,
                "Kommunstyrelsesammanträdesprotokoll",
                &["Kommunstyrelse-", "sammanträdespro-", "tokoll"],
            ),
            (Language::Sv, "Utbildningssamarbetsnätverk", &["Utbildningssam-", "arbetsnätverk"]),
            (Language::En, "straightforwardness", &["straightforward-", "ness"]),
            (Language::En, "misunderstandings", &["misunderstand-", "ings"]),
            (Language::Fi, "hyvinvointialueyhtymä", &["hyvinvointia-", "lueyhtymä"]),
            (Language::Fi, "korkeakouluopiskelija", &["korkeakouluopis-", "kelija"]),
            (Language::Fi, "Ilmastonmuutos/ilmastotyö", &["Ilmastonmuutos/", "ilmastotyö"]),
            (Language::En, "a".repeat(18).leak(), &["aaaaaaaaaaaaaaa-", "aaa"]),
        ];
        for (language, word, expected) in table {
            assert_eq!(lines(word, 16.0, LongWords::Broken(language)).unwrap(), expected, "{word}");
        }
    }

    #[test]
    fn what_is_left_out_goes_word_by_word() {
        let measure = |line: &str| line.chars().count() as f32;
        let table = [
            ("Uutiset ja tapahtumat", 14.0, "Uutiset ja…"),
            ("Uutiset, tapahtumat", 10.0, "Uutiset…"),
            ("Tapahtumakalenteri", 10.0, "Tapahtuma…"),
            ("Uutiset", 8.0, "Uutiset…"),
            ("Uutiset", 0.0, ""),
        ];
        for (line, width, expected) in table {
            assert_eq!(ellipsis(line, width, measure), expected, "{line}");
        }
    }

    #[test]
    fn a_word_that_is_too_long_gives_no_lines_when_it_has_to_stay_whole() {
        assert_eq!(lines("Ja koulutusyhteistyö", 12.0, LongWords::Whole), None);
        assert_eq!(lines("Ja koulutus", 8.0, LongWords::Whole).unwrap(), ["Ja", "koulutus"]);
    }
}
