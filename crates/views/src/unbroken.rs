//! Words that stay on one line: a number with its unit, a date's day with its month, a hyphen with the word that it begins.
//!
//! Each language has such rules: Finnish in the Kielitoimisto's instructions (Kotus, "Kielitoimiston ohjepankki": numbers,
//! abbreviations, the hyphen) and in SFS 4175, Swedish in "Svenska skrivregler" and "Myndigheternas skrivregler" of
//! Språkrådet, English in "New Hart's Rules". Where they differ, it is in words that another language doesn't have; so
//! one list holds them all. The text itself stays as it was written, without a space that doesn't break: what is searched
//! for or copied is what people type. `style/utilities.css` keeps the line.

use std::ops::Range;

use crate::markup::{Element, Markup, el};

/// What stands behind a number: symbols, units (SI; Kotus, "Luvut ja mittayksiköt"), the larger numbers, halves of the day.
const UNITS: &str = "% ‰ € £ $ § ° °C mm cm m km mm² cm² m² km² ha m³ l dl ml g kg mg t h min s ms kt kB Mt MB Gt GB Hz kHz \
                     W kW MW kWh MWh GWh V A K J dB km/h m/s kpl mrd milj mn mnkr md mdkr mkr tkr kr st euroa sek vk kk v \
                     a.m p.m am pm";

/// What stands before a number: hours, pages, numbers, sections (Kotus, "Lyhenteet"; Språkrådet, "Förkortningar").
const BEFORE: &str =
    "klo n. s. ss. nro v. § §§ §:n mom. kohta kl. ca nr sid. p. pp. No. no. nos. vol. ch. fig. € £ $";

/// The months in Swedish and English, before or behind a day; in Finnish a day ends in a full stop, which says enough.
const MONTHS: &str = "januari februari mars april maj juni juli augusti september oktober november december January February \
                      March April May June July August September October November December";

/// How many bytes stay together at most: more would not fit on a small screen in large letters (WCAG 1.4.10).
const LONGEST: usize = 24;

/// The pieces of a text; those that stay on one line are elements.
pub(super) fn pieces(text: &str) -> Vec<Markup> {
    let mut pieces = Vec::new();
    let mut from = 0;
    for range in unbroken(text) {
        pieces.push(Markup::Text(text[from..range.start].to_owned().into()));
        from = range.end;
        pieces.push(Markup::Element(el("span").class("unbroken").text(text[range].to_owned())));
    }
    pieces.push(Markup::Text(text[from..].to_owned().into()));
    pieces
}

impl Element {
    /// Adds words in which some stay on one line.
    pub(super) fn words(self, text: &str) -> Element {
        self.pieces(pieces(text))
    }
}

/// What stays on one line, in its order.
fn unbroken(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut before = 0..0;
    let mut start = 0;
    // The groups of a telephone number are none of thousands.
    let mut number_to_call = false;
    for word in text.split(' ') {
        let range = start..start + word.len();
        let digits = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
        let first = word.trim_matches(|sign: char| "()".contains(sign));
        let goes_on = text[before.clone()].ends_with(|last: char| last.is_ascii_digit());
        number_to_call = first.strip_prefix('+').is_some_and(digits)
            || (!goes_on && first.strip_prefix('0').is_some_and(digits))
            || (number_to_call && word.starts_with(|first: char| first.is_ascii_digit()));
        if !number_to_call && belongs_to(&text[before.clone()], word) {
            let chain = found.pop_if(|last| last.end == before.end);
            let start = chain.as_ref().map_or(before.start, |chain| chain.start);
            let together = start..range.end;
            found.extend(if together.len() <= LONGEST { Some(together) } else { chain });
        } else if let Some(hyphen) = hyphen_in_front(word) {
            found.push(start + hyphen.start..start + hyphen.end);
        }
        start = range.end + 1;
        before = range;
    }
    found
}

/// Whether a word stays on the line of the one before.
fn belongs_to(before: &str, word: &str) -> bool {
    let is_mark = |sign: char| "(),;:!?”“\"»".contains(sign);
    let (first, second) = (before.trim_matches(is_mark), word.trim_matches(is_mark));
    // Every rule has a number in it, and hardly any pair of words has.
    let has_digit = |word: &str| word.bytes().any(|byte| byte.is_ascii_digit());
    if !has_digit(first) && !has_digit(second) {
        return false;
    }
    let is_in = |list: &str, word: &str| list.split(' ').any(|known| !word.is_empty() && known == word);
    let is_number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit()) && !word.is_empty();
    let ends_in_digit = first.ends_with(|last: char| last.is_ascii_digit());
    let begins_with_digit = second.starts_with(|first: char| first.is_ascii_digit());
    // A clause has ended between the two.
    if before.ends_with([',', ';', ':', '!', '?', ')']) {
        return false;
    }
    let day = |word: &str| word.len() <= 2 && is_number(word);
    // "12 §:n" is a form of "12 §".
    let unit = second.split(':').next().unwrap_or_default();
    let is_unit = || is_in(UNITS, unit) || is_in(UNITS, unit.trim_end_matches('.'));
    let is_month = |word: &str| is_in(MONTHS, word.trim_end_matches('.'));
    let thousands = || second.len() >= 3 && second.bytes().take(3).all(|byte| byte.is_ascii_digit());
    let group = || thousands() && !second[3..].starts_with(|next: char| next.is_ascii_digit());
    let ordinal = || {
        let number = first.strip_suffix('.').unwrap_or_default();
        number.len() <= 3 && is_number(number) && word.starts_with(char::is_lowercase)
    };
    (ends_in_digit && (is_unit() || (first.len() <= 3 && is_number(first) && group())))
        || (day(first) && is_month(second))
        || (is_month(first) && day(second.trim_end_matches('.')))
        || (is_in(BEFORE, first) && begins_with_digit)
        || ordinal()
}

/// The hyphen that begins a word, with the word, or with as much of it as fits: "-verkosto".
fn hyphen_in_front(word: &str) -> Option<Range<usize>> {
    let start = word.find(|sign: char| !"(”“\"»".contains(sign))?;
    let rest = word[start..].strip_prefix(['-', '\u{2010}'])?;
    if !rest.starts_with(char::is_alphabetic) {
        return None;
    }
    let end = rest.find(|sign: char| !sign.is_alphabetic()).unwrap_or(rest.len());
    let hyphen = word[start..].len() - rest.len();
    // A longer word may break behind its first letters, as elsewhere.
    let end = if end <= LONGEST { end } else { rest.floor_char_boundary(4) };
    Some(start..start + hyphen + end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(text: &str) -> Vec<&str> {
        unbroken(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn a_hyphen_stays_with_the_word_that_it_begins() {
        for (text, together) in [
            ("Innovaatiot ja osaaminen -verkosto", "-verkosto"),
            ("Web Content Accessibility -ohjeet, uusin", "-ohjeet"),
            ("(-verkosto)", "-verkosto"),
            ("-ryhmä kokoontuu", "-ryhmä"),
            ("skol- och -nät", "-nät"),
        ] {
            assert_eq!(kept(text), [together], "{text}");
        }
        for text in ["maa- ja vesialue", "a - b", "lämpötila -5", "--", "itä-länsi", "- ohjelma"] {
            assert_eq!(kept(text), [] as [&str; 0], "{text}");
        }
        let long = "EU -yhdenvertaisuussuunnitteluohjelma";
        assert_eq!(kept(long), ["-yhde"]);
    }

    #[test]
    fn a_number_stays_with_its_unit() {
        for (text, together) in [
            ("Matkaa on 10 km.", vec!["10 km."]),
            ("Tuki on 10 000 € hankkeelta", vec!["10 000 €"]),
            ("noin 5 % väestä (2,5 milj. euroa)", vec!["5 %", "(2,5 milj."]),
            ("klo 9.00–10.30 ja s. 12", vec!["klo 9.00–10.30", "s. 12"]),
            ("klo 09.00, 0,5 %", vec!["klo 09.00,", "0,5 %"]),
            ("kl. 10, nr 3 och 25 kr", vec!["kl. 10,", "nr 3", "25 kr"]),
            ("No. 5, p. 12, at 10 a.m.", vec!["No. 5,", "p. 12,", "10 a.m."]),
            ("Puh. 014 123 456, hinta 10 €", vec!["10 €"]),
            ("lain 5 § ja 12 §:n", vec!["5 §", "12 §:n"]),
        ] {
            assert_eq!(kept(text), together, "{text}");
        }
    }

    #[test]
    fn a_day_stays_with_its_month() {
        assert_eq!(kept("Haku alkaa 5. maaliskuuta 2027."), ["5. maaliskuuta"]);
        assert_eq!(kept("Ansökan börjar den 5 mars 2027."), ["5 mars"]);
        assert_eq!(kept("It begins on 5 March, not May 12."), ["5 March,", "May 12."]);
    }

    #[test]
    fn other_words_break_as_they_like() {
        for text in [
            "",
            " ",
            "vuonna 2027 on",
            "1, 2 ja 3",
            "Sivu 1. Seuraava",
            "vuosina 2006 2007",
            "10 ja 20",
            "014 123 456",
            "+358 14 000 0000",
            "puh. (014) 123 456",
            "a  b",
        ] {
            assert_eq!(kept(text), [] as [&str; 0], "{text}");
        }
        // However many numbers follow each other, a line has an end.
        for together in kept(&"100 000 ".repeat(20)) {
            assert!(together.len() <= LONGEST, "{together}");
        }
    }

    #[test]
    fn the_text_is_what_was_written() {
        for text in ["Matkaa on 10 km -verkosto!", "klo 9", "", "ä 5 % ö"] {
            let words: String = pieces(text)
                .into_iter()
                .map(|piece| match piece {
                    Markup::Text(words) => words.into_owned(),
                    Markup::Element(element) => {
                        let html = crate::markup::html::to_html(&element);
                        html.replace("<span class=\"unbroken\">", "").replace("</span>", "")
                    }
                })
                .collect();
            assert_eq!(words, text);
        }
    }
}
