//! Words of a text: runs of letters and digits, in small letters.
//!
//! [`signs`] normalises a text, [`letters`] distinguishes letters from the signs between words, [`endings`]
//! knows the endings after a colon.

pub(crate) mod endings;
mod letters;
mod signs;

use std::ops::Range;

use endings::Colon;
use letters::{is_colon, is_letter, is_small, joins, small_letter};
use signs::Signs;

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// The word in small letters.
    pub text: String,
    /// Where it stands in the text, in bytes; an ending behind a colon belongs to it.
    pub place: Range<usize>,
}

/// The longest word, in letters; a longer run of letters is no word.
pub const LONGEST: usize = 60;

/// The words of a text in their order.
///
/// Hyphens join parts of a word, as in "aluekeskus-ohjelma"; an apostrophe too. Dashes and minus signs stand
/// between words, as in "2006–2007". The ending of an abbreviation or a number isn't a word: "YK:n" is "yk".
pub fn words(text: &str) -> Vec<Word> {
    let mut all = Vec::new();
    each_word(text, &mut |text, place| all.push(Word { text: text.to_owned(), place }));
    all
}

/// Gives each of the [`words`] of a text to `each`: the word in small letters, and where it stands in the
/// text.
pub fn each_word(text: &str, each: &mut dyn FnMut(&str, Range<usize>)) {
    let mut words = Words { text: String::new(), place: 0..0, has_small: false, ends_high: false, each };
    let mut signs = Signs::of(text);
    while let Some(sign) = signs.next() {
        let goes_on = |words: &Words<'_>| words.is_open() && signs.next_letter().is_some();
        if sign.raised {
            // "m²" is a unit, but "kunta¹" has a footnote and "10²" is no 102. "2ⁿᵈ" is a number, "20ºC" two
            // words.
            let is_letter = !matches!(sign.letter, '0'..='9' | 'a' | 'o') || words.ends_high;
            if words.is_unit() || is_letter && words.takes_high() {
                words.push(sign.letter, sign.place);
                words.ends_high = is_letter;
            } else {
                words.end();
            }
        } else if is_letter(sign.letter) || joins(sign.letter) && goes_on(&words) {
            words.push(sign.letter, sign.place);
        } else if is_colon(sign.letter) && goes_on(&words) {
            match endings::behind_colon(&words.text, words.has_small, signs.clone()) {
                Colon::Between => words.end(),
                Colon::Ending(behind, end) => {
                    words.place.end = end;
                    words.end();
                    signs = behind;
                }
                Colon::LeftOut => words.push(':', sign.place),
            }
        } else {
            words.end();
        }
    }
    words.end();
}

/// The word that goes on, and who gets it at its end.
struct Words<'e> {
    text: String,
    place: Range<usize>,
    /// Whether a letter of it is written small.
    has_small: bool,
    /// Whether its last letter stands above the line, as in "2ⁿ".
    ends_high: bool,
    each: &'e mut dyn FnMut(&str, Range<usize>),
}

impl Words<'_> {
    fn is_open(&self) -> bool {
        !self.text.is_empty()
    }

    /// Whether it may be a unit that is squared or cubed.
    fn is_unit(&self) -> bool {
        let mut letters = self.text.chars();
        self.is_open() && letters.clone().count() <= 2 && letters.all(|letter| !letter.is_ascii_digit())
    }

    /// Whether a letter above the line belongs to it: behind a digit, or behind another one.
    fn takes_high(&self) -> bool {
        !self.is_open() || self.ends_high || self.text.ends_with(|last: char| last.is_ascii_digit())
    }

    fn push(&mut self, letter: char, place: Range<usize>) {
        if !self.is_open() {
            self.place.start = place.start;
            self.has_small = false;
        }
        self.place.end = place.end;
        self.ends_high = false;
        self.has_small = self.has_small || is_small(letter);
        self.text.push(small_letter(letter));
    }

    fn end(&mut self) {
        self.ends_high = false;
        if self.is_open() && self.text.chars().count() <= LONGEST {
            (self.each)(&self.text, self.place.clone());
        }
        self.text.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Vec<String> {
        words(text).into_iter().map(|word| word.text).collect()
    }

    #[test]
    fn words_are_letters_and_digits_in_small_letters() {
        assert_eq!(of("Haku (2007) – ÄLÄ jää!"), ["haku", "2007", "älä", "jää"]);
        assert_eq!(of("II-asteen koulutus-, kulttuuri- ja"), ["ii-asteen", "koulutus", "kulttuuri", "ja"]);
        assert_eq!(of("alue\u{ad}keskus A\u{308}ä"), ["aluekeskus", "ää"]);
        assert_eq!(of(" - ' "), Vec::<String>::new());
        assert_eq!(of(&"a".repeat(LONGEST + 1)), Vec::<String>::new());
    }

    #[test]
    fn hyphens_join_and_dashes_divide() {
        for hyphen in ["-", "\u{2010}", "\u{2011}", "\u{fe63}", "\u{ff0d}"] {
            assert_eq!(of(&format!("2006{hyphen}2007")), ["2006-2007"], "{hyphen}");
        }
        for dash in "\u{2d7}\u{2012}\u{2013}\u{2014}\u{2015}\u{2212}\u{2e3a}\u{fe58}\u{301c}\u{1806}".chars()
        {
            assert_eq!(of(&format!("Oulu{dash}Lahti 1{dash}2")), ["oulu", "lahti", "1", "2"], "{dash}");
        }
        assert_eq!(of("−5 °C, -7"), ["5", "c", "7"]);
    }

    #[test]
    fn what_is_typed_for_an_apostrophe_is_one() {
        for sign in
            "'\u{2019}\u{2018}\u{201b}`\u{b4}\u{2b9}\u{2bb}\u{2bc}\u{2bd}\u{2c8}\u{2ca}\u{ff07}\u{a78c}"
                .chars()
        {
            let text = format!("bordeaux{sign}n {sign}raa{sign}an{sign}");
            assert_eq!(of(&text), ["bordeaux'n", "raa'an"], "{sign:?}");
        }
        assert_eq!(of("30 cm˟ ˪ a˗"), ["30", "cm", "a"]);
    }

    #[test]
    fn an_ending_behind_a_colon_belongs_to_its_word() {
        for finnish in
            "YK:n YK:ta YK:ssa YK:sta YK:hon YK:lle YK:ksi YK:kin YK:nkin YK:mme YK:N YK:ssaan YK:lainen yk:n"
                .split(' ')
        {
            assert_eq!(of(finnish), ["yk"], "{finnish}");
        }
        for (text, word) in [
            ("OKM:ään", "okm"),
            ("WC:itä", "wc"),
            ("DVD:iden", "dvd"),
            ("5:ssä", "5"),
            ("5:nnessä", "5"),
            ("2:een", "2"),
            ("EU-27:n", "eu-27"),
            ("FN:s", "fn"),
            ("tv:n", "tv"),
            ("pdf:erna", "pdf"),
            ("wc:t", "wc"),
            ("3:e", "3"),
            ("80:orna", "80"),
            ("YK\u{200b}:n", "yk"),
            ("YK\u{a789}n", "yk"),
            ("YK\u{2236}n", "yk"),
            ("CD:ilta", "cd"),
            ("ECTS:iltä", "ects"),
            ("html:illa", "html"),
            ("sote:n", "sote"),
            ("NATO:ssa", "nato"),
            ("nato:lainen", "nato"),
            ("sote:ssakin", "sote"),
        ] {
            assert_eq!(of(text), [word], "{text}");
        }
        assert_eq!(of("EU:n laki, YK:n päivä."), ["eu", "laki", "yk", "päivä"]);
        let text = "Vain YK:n päivä";
        assert_eq!(&text[words(text)[1].place.clone()], "YK:n");
    }

    #[test]
    fn a_colon_between_words_divides_them() {
        assert_eq!(of("klo 12:30"), ["klo", "12", "30"]);
        assert_eq!(of("Aihe:Koulutus aihe:koulutus"), ["aihe", "koulutus", "aihe", "koulutus"]);
        for (first, last) in [
            ("aika", "ilta"),
            ("liput", "osta"),
            ("asiointi", "tapa"),
            ("kuva", "onni"),
            ("suunta", "itä"),
            ("huomaa", "että"),
            ("koulutus", "olla"),
            ("aika", "tänne"),
        ] {
            assert_eq!(of(&format!("{first}:{last}")), [first, last]);
            assert_eq!(of(&format!("{first}:{last}").to_uppercase()), [first, last]);
        }
        assert_eq!(of("Huom: nimi YK: n"), ["huom", "nimi", "yk", "n"]);
        assert_eq!(of("Laji:N"), ["laji", "n"]);
        // A colon for letters that are left out.
        assert_eq!(of("S:t Eriks, S:ta Birgitta, N:o 5"), ["s:t", "eriks", "s:ta", "birgitta", "n:o", "5"]);
    }

    #[test]
    fn what_is_not_seen_hides_no_word() {
        for unseen in "\u{200b}\u{200c}\u{200d}\u{200e}\u{200f}\u{2060}\u{feff}\u{ad}\u{61c}\u{2066}\u{fe0f}\u{34f}\u{180e}\u{115f}\u{1160}\u{17b4}\u{3164}\u{ffa0}\u{1d173}"
            .chars()
        {
            let text = format!("{unseen}kou{unseen}lutus{unseen} ja");
            assert_eq!(of(&text), ["koulutus", "ja"], "{unseen:?}");
        }
    }

    #[test]
    fn what_is_compatible_is_the_same() {
        for (text, words) in [
            ("graaﬁnen eﬀekti ﬂyygeli", &["graafinen", "effekti", "flyygeli"][..]),
            ("CO₂-päästöt H₂O", &["co2-päästöt", "h2o"]),
            ("100 m² ja km³", &["100", "m2", "ja", "km3"]),
            ("kunta¹ 10² kunta²³", &["kunta", "10", "kunta"]),
            ("Ｈａｋｕ ２００６", &["haku", "2006"]),
            ("𝗛𝗮𝗸𝘂 ℎ", &["haku", "h"]),
            ("Ĳmuiden ſana", &["ijmuiden", "sana"]),
            ("2½ Seutu™ 5 ㎡", &["2", "1", "2", "seutu", "tm", "5", "m2"]),
            ("kohta① Ⅳ-aste №5", &["kohta", "1", "iv-aste", "no", "5"]),
            ("2ⁿᵈ 1ˢᵗ 3ᵉ xⁿ", &["2nd", "1st", "3e", "xn"]),
            ("kuntaᵃ kunta¹ Mᵐᵉ", &["kunta", "kunta", "mme"]),
            ("20ºC nº 5 ᵗᵉᵏˢᵗⁱ", &["20", "c", "no", "5", "teksti"]),
            ("cafe\u{301} å a\u{30a}", &["café", "å", "å"]),
            ("\u{212b}bo", &["åbo"]),
        ] {
            assert_eq!(of(text), words, "{text}");
        }
    }

    #[test]
    fn a_word_knows_its_place() {
        let text = "Äiti, isä, graa\u{200b}ﬁnen\u{200b} A\u{308}iti";
        let places: Vec<&str> = words(text).into_iter().map(|word| &text[word.place]).collect();
        assert_eq!(places, ["Äiti", "isä", "graa\u{200b}ﬁnen", "A\u{308}iti"]);
    }
}
