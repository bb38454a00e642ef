//! Words that stay on one line: a number with its unit, a date's day with its month, a hyphen with the word that it begins.
//!
//! Each language has such rules: Finnish in the Kielitoimisto's instructions (Kotus, "Kielitoimiston ohjepankki": numbers,
//! abbreviations, the hyphen) and in SFS 4175, Swedish in "Svenska skrivregler" and "Myndigheternas skrivregler" of
//! Språkrådet, English in "New Hart's Rules". Where they differ, it is in words that another language doesn't have; so
//! one list holds them all. The text itself stays as it was written, without a space that doesn't break: what is searched
//! for or copied is what people type. `style/utilities.css` keeps the line.

use std::ops::Range;

use crate::markup::{Element, Markup, el};

/// What stands behind a number: symbols, units (SI; Kotus, "Luvut ja mittayksiköt"), currencies, parts of laws, halves of the day.
const UNITS: &str = "% ‰ € £ $ § ° °C mm cm m km mm² cm² m² km² ha m³ l dl ml g kg mg t h min s ms kt kB Mt MB Gt GB Hz kHz \
                     W kW MW kWh MWh GWh V A K J dB kpl mrd milj mn mnkr md mdkr mkr tkr kr st euroa sek EUR snt vk vko kk v pv \
                     vrk op osp hlö krs lk kap kap. mom mom. kohta a.m p.m am pm AM PM";

/// What stands before a number, in small letters: hours, pages, numbers, sections (Kotus, "Lyhenteet"; Språkrådet, "Förkortningar").
const BEFORE: &str = "klo n. s. ss. nro n:o v. vko § §§ kap. mom. kohta kl. kl ca nr sid. p. pp. no. nos. vol. ch. fig. figs. \
                      art. sec. pl eur € £ $";

/// The months in Swedish and English, before or behind a day; in Finnish a day ends in a full stop, which says enough.
const MONTHS: &str = "januari februari mars april maj juni juli augusti september oktober november december January February \
                      March April May June July August September October November December";

/// The longest of all these words, in bytes.
const LONGEST_KNOWN: usize = 9;

/// How many bytes stay together at most: more would not fit on a small screen in large letters (WCAG 1.4.10).
const LONGEST: usize = 24;

/// A text that may stand in several elements, as in "**10** km", and the ranges of it that stay on one line.
pub(super) struct Line {
    kept: Vec<Range<usize>>,
    /// How much of the text the elements so far have.
    at: usize,
}

impl Line {
    pub(super) fn of(text: &str) -> Line {
        Line { kept: unbroken(text), at: 0 }
    }

    /// Goes on behind as many bytes.
    pub(super) fn skip(&mut self, length: usize) {
        self.at += length;
    }

    /// The pieces of the text that comes next; those that stay on one line are elements. A space breaks no line where the element
    /// that has it doesn't (CSS Text 3 §5.1), whichever elements hold the words beside it.
    pub(super) fn pieces(&mut self, text: &str) -> Vec<Markup> {
        let mut pieces = Vec::new();
        let mut from = 0;
        let begin = self.at;
        self.skip(text.len());
        for range in &self.kept {
            let [start, end] = [range.start, range.end].map(|at| at.clamp(begin, self.at) - begin);
            let words = part(text, start..end);
            if words.bytes().any(|byte| byte == b' ') || words.len() == range.len() {
                pieces.push(Markup::Text(part(text, from..start).to_owned().into()));
                from = end;
                pieces.push(Markup::Element(el("span").class("unbroken").text(words.to_owned())));
            }
        }
        pieces.push(Markup::Text(part(text, from..text.len()).to_owned().into()));
        pieces
    }
}

/// A part of a text that is known to be there: to say where it isn't, each visitor would load 2 kB.
fn part(text: &str, range: Range<usize>) -> &str {
    text.get(range).unwrap_or_default()
}

impl Element {
    /// Adds words in which some stay on one line.
    pub(super) fn words(self, text: &str) -> Element {
        self.pieces(Line::of(text).pieces(text))
    }
}

/// What stays on one line, in its order.
fn unbroken(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut around = Around { two_before: "", before: "", word: "", behind: text };
    // The groups of a telephone number are none of thousands.
    let mut number_to_call = false;
    let mut was_number = false;
    for word in text.as_bytes().split(|byte| *byte == b' ') {
        let start = text.len() - around.behind.len();
        let end = start + word.len();
        let word = part(text, start..end);
        let behind = part(text, end + 1..text.len());
        around = Around { two_before: around.before, before: around.word, word, behind };
        let before = around.before;
        // Every rule needs a number, and hardly any pair of words has one.
        let is_number = word.bytes().any(|byte| byte.is_ascii_digit() || b"IVX".contains(&byte));
        if !std::mem::replace(&mut was_number, is_number) && !is_number {
            number_to_call = false;
            found.extend(hyphen_in_front(word).map(|hyphen| start + hyphen.start..start + hyphen.end));
            continue;
        }
        let first = word.trim_matches(['(', ')']);
        number_to_call = first.strip_prefix('+').is_some_and(all_digits)
            || (!ends_in_digit(before) && first.strip_prefix('0').is_some_and(all_digits))
            || (number_to_call && begins_with_digit(word));
        if !number_to_call && around.stays() {
            let chain = found.pop_if(|last| last.end + 1 == start);
            let begin = chain.as_ref().map_or(start - 1 - before.len(), |chain| chain.start);
            found.extend(if end - begin <= LONGEST { Some(begin..end) } else { chain });
        } else if let Some(hyphen) = hyphen_in_front(word) {
            found.push(start + hyphen.start..start + hyphen.end);
        }
    }
    found
}

fn all_digits(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit())
}

fn begins_with_digit(word: &str) -> bool {
    word.bytes().next().is_some_and(|first| first.is_ascii_digit())
}

fn ends_in_digit(word: &str) -> bool {
    word.bytes().next_back().is_some_and(|last| last.is_ascii_digit())
}

fn without_marks(word: &str) -> &str {
    word.trim_matches(|sign: char| {
        matches!(sign, '(' | ')' | ',' | ';' | ':' | '!' | '?' | '”' | '“' | '"' | '»')
    })
}

fn is_in(list: &str, word: &str) -> bool {
    let mut known = list.as_bytes().split(|byte| *byte == b' ');
    (1..=LONGEST_KNOWN).contains(&word.len()) && known.any(|known| known == word.as_bytes())
}

/// A word and what stands around it.
struct Around<'t> {
    two_before: &'t str,
    before: &'t str,
    word: &'t str,
    /// All that follows.
    behind: &'t str,
}

impl Around<'_> {
    /// Whether the word stays on the line of the one before.
    fn stays(&self) -> bool {
        let Around { two_before, before, word, behind } = *self;
        let (first, second) = (without_marks(before), without_marks(word));
        // A clause has ended between the two.
        if before.ends_with([',', ';', ':', '!', '?', ')']) {
            return false;
        }
        // "Kustaa II", "Kustaa III:n": a name and its number.
        let roman = second.split([':', '’']).next().unwrap_or_default();
        if roman.len() > 1 && roman.bytes().all(|sign| b"IVX".contains(&sign)) {
            let mut letters = first.chars();
            let is_capital = letters.next().is_some_and(|first| !first.is_lowercase());
            return is_capital && first.len() > 2 && letters.all(char::is_lowercase);
        }
        // "9 – 15", "5. – 7.", "2006 – 2007"; dates with their year are too long.
        let is_short = |word: &str| ends_in_digit(word.trim_end_matches('.')) && word.len() <= 5;
        let is_range = |from: &str, to: &str| {
            is_short(without_marks(from)) && begins_with_digit(to) && is_short(without_marks(to))
        };
        let is_dash = |word: &str| matches!(word, "–" | "—" | "-");
        if is_dash(word) {
            return is_range(before, behind.split(' ').next().unwrap_or_default());
        }
        let follows_a_dash = || is_dash(before) && is_range(two_before, word);
        // Every other rule has a number in it, and hardly any pair of words has.
        let has_digit = |word: &str| word.bytes().any(|byte| byte.is_ascii_digit());
        if !has_digit(first) && !has_digit(second) {
            return false;
        }
        let day = |word: &str| word.len() <= 2 && all_digits(word);
        let is_month = |word: &str| is_in(MONTHS, word.trim_end_matches('.'));
        // Of "000–20" and "5.–7." the number behind the dash counts.
        let last = first.rsplit('–').next().unwrap_or_default();
        let thousands = || second.len() >= 3 && second.bytes().take(3).all(|byte| byte.is_ascii_digit());
        let group = || thousands() && !begins_with_digit(part(second, 3..second.len()));
        let ordinal = || {
            let number = last.strip_suffix('.').unwrap_or_default();
            number.len() <= 3 && all_digits(number) && word.starts_with(char::is_lowercase)
        };
        let is_before = |word: &str| is_in(BEFORE, &word.to_ascii_lowercase());
        // "5 § 2 mom.": a sign that belongs to the number before it belongs to none behind it. In "5/2027 s. 12" are no seconds.
        let is_taken = || ends_in_digit(two_before) && is_in(UNITS, unit_of(first));
        let is_unit = || {
            let goes_on = begins_with_digit(behind) && is_before(second);
            let unit = unit_of(second);
            is_in(UNITS, unit) || (!goes_on && is_in(UNITS, unit.trim_end_matches('.')))
        };
        (ends_in_digit(first) && (is_unit() || (last.len() <= 3 && all_digits(last) && group())))
            || (day(first) && is_month(second))
            || (is_month(first) && day(second.trim_end_matches('.')))
            || (begins_with_digit(second) && (follows_a_dash() || (is_before(first) && !is_taken())))
            || ordinal()
    }
}

/// "§" of "§:n", which is a form of it; "l" of "l/100", which goes on with "km".
fn unit_of(word: &str) -> &str {
    word.split([':', '/']).next().unwrap_or_default()
}

/// The hyphen that begins a word, with the word, or with as much of it as fits: "-verkosto".
fn hyphen_in_front(word: &str) -> Option<Range<usize>> {
    let start = word.find(|sign: char| !matches!(sign, '(' | '”' | '“' | '"' | '»'))?;
    let rest = part(word, start..word.len()).strip_prefix(['-', '\u{2010}'])?;
    if !rest.starts_with(char::is_alphabetic) {
        return None;
    }
    let end = rest.find(|sign: char| !sign.is_alphabetic()).unwrap_or(rest.len());
    let hyphen = word.len() - start - rest.len();
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
            ("lain 5 § 2 mom. 3 kohta", vec!["5 §", "2 mom.", "3 kohta"]),
            ("12 §:n 2 momentti, 5 kap. 2 § ja § 7", vec!["12 §:n", "5 kap.", "2 §", "§ 7"]),
            ("kuluu 10 l/100 km, 80 km/h", vec!["10 l/100 km,", "80 km/h"]),
            ("maksaa 5 € 10 kertaa ja 12 €/kk", vec!["5 €", "12 €/kk"]),
            ("5 op, 20 hlö, 2 vrk, 3 krs, 4. krs", vec!["5 op,", "20 hlö,", "2 vrk,", "3 krs,", "4. krs"]),
            ("Klo 9 – 15, kl 9 ja klo 9.00 – 15.30", vec!["Klo 9 – 15,", "kl 9", "klo 9.00 – 15.30"]),
            ("5. – 7. maaliskuuta tai 5.–7. huhtikuuta", vec!["5. – 7. maaliskuuta", "5.–7. huhtikuuta"]),
            ("at 5 PM, Fig. 5 and fig. 6", vec!["5 PM,", "Fig. 5", "fig. 6"]),
            ("HE 5/2027 s. 12, vko 28, 2 vko 5 tuntia", vec!["s. 12,", "vko 28,", "2 vko"]),
            ("10 000–20 000 €, PL 33, n:o 5", vec!["10 000–20 000 €,", "PL 33,", "n:o 5"]),
        ] {
            assert_eq!(kept(text), together, "{text}");
        }
    }

    #[test]
    fn no_known_word_is_longer_than_the_longest() {
        let known = [UNITS, BEFORE, MONTHS].into_iter().flat_map(|list| list.split_whitespace());
        assert_eq!(known.map(str::len).max(), Some(LONGEST_KNOWN));
    }

    #[test]
    fn a_day_stays_with_its_month() {
        assert_eq!(kept("Haku alkaa 5. maaliskuuta 2027."), ["5. maaliskuuta"]);
        assert_eq!(kept("Ansökan börjar den 5 mars 2027."), ["5 mars"]);
        assert_eq!(kept("It begins on 5 March, not May 12."), ["5 March,", "May 12."]);
    }

    #[test]
    fn a_name_stays_with_its_number() {
        assert_eq!(kept("Kuningas Kustaa II hallitsi"), ["Kustaa II"]);
        assert_eq!(kept("Kustaa III:n aika, Elisabet II’s"), ["Kustaa III:n", "Elisabet II’s"]);
        for text in
            ["vaihe II", "Today I went", "EU II", "a VI", "Anna. II osa", "II maailmansota", "Malli XL"]
        {
            assert_eq!(kept(text), [] as [&str; 0], "{text}");
        }
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
            "Oulu – Lahti",
            "vuonna 2006 – ja nyt",
            "kello – 15",
            "10.1.2026 – 12.1.2026",
            "vuonna 2026 – 200000 asukasta",
            "op 5",
            "Kap Verde 5",
            "no 5",
            "014-123 456",
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
            let words: String = Line::of(text)
                .pieces(text)
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
