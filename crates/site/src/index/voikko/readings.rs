//! What the symbols of a path say of a word.
//!
//! `[Ln][Xp]aika[X]aja[Sg][Ny]n[Bh][Bc][Ln][Xp]tieto[X]tiedo[Sine][Ny]ssa`: letters outside of `[X…]…[X]` are
//! those of the word, `[Xp]` has the base form of what follows and `[Xj]` that of a derivational suffix,
//! `[L…]` is a word class, `[Bh]` and `[Bc]` are between the parts of a compound.

use super::{joints::Joints, transducer::Symbol};

/// One way to understand a word.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Reading {
    /// Its base form in small letters.
    pub(super) base: String,
    /// Its word class.
    pub(super) class: Class,
    /// What it is made of.
    pub(super) pieces: Vec<Piece>,
    /// The form of a verb, where it matters here.
    pub(super) mood: Mood,
    /// How an adjective is compared.
    pub(super) comparison: Comparison,
    /// It is a participle.
    pub(super) participle: bool,
    /// It has a possessive suffix.
    pub(super) possessed: bool,
    /// It is a verb's third person.
    pub(super) third_person: bool,
}

/// A word class, as far as it matters here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Class {
    /// Nouns, adjectives and numerals.
    Noun,
    /// A name of a person, a place or something else.
    Name,
    Verb,
    Pronoun,
    /// Whatever isn't inflected: adverbs, postpositions, conjunctions, prefixes, abbreviations.
    #[default]
    Particle,
}

/// The mood of a finite form, or the noun that a verb is made into.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Mood {
    Indicative,
    /// "osaaminen" (Iso suomen kielioppi, § 234).
    MinenInfinitive,
    #[default]
    Other,
}

/// The degree of an adjective.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Comparison {
    #[default]
    Positive,
    Comparative,
    Superlative,
}

/// A piece of a word: a stem with its ending, a derivational suffix, or a hyphen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Piece {
    /// How it stands there; the last one in its base form.
    pub(super) stands: String,
    /// Its base form, if there is one.
    pub(super) base: Option<String>,
    /// It is a derivational suffix, no part of a compound.
    pub(super) suffix: bool,
}

impl Reading {
    /// The reading of a path; none where the path joins its parts in a way that Finnish doesn't.
    pub(super) fn of(path: &[&Symbol]) -> Option<Reading> {
        if !Joints::are_sound(path) {
            return None;
        }
        let mut made = Making { ends_as_noun: ends_as_noun(path), ..Making::default() };
        for symbol in path {
            match symbol {
                Symbol::Letter(letter) => made.letter(*letter),
                Symbol::Tag(tag) => made.tag(tag),
                Symbol::Empty | Symbol::Flag(_) => {}
            }
        }
        Some(made.reading())
    }

    /// Whether it isn't inflected: adverbs, postpositions, conjunctions.
    pub(super) fn is_particle(&self) -> bool {
        self.class == Class::Particle
    }

    /// Whether it is a noun or an adjective that isn't derived from another word.
    pub(super) fn is_noun(&self) -> bool {
        self.class == Class::Noun && self.pieces.iter().all(|piece| !piece.suffix)
    }

    pub(super) fn is_name(&self) -> bool {
        self.class == Class::Name
    }
}

/// "kuunneltuanne": a participle whose class is said at the very end.
fn ends_as_noun(path: &[&Symbol]) -> bool {
    matches!(path.last(), Some(Symbol::Tag(tag)) if tag.as_ref() == "[Ln]")
}

/// A reading on its way, from the first symbol to the last.
#[derive(Default)]
struct Making {
    reading: Reading,
    /// The letters of the word so far.
    word: String,
    hidden: Hidden,
    /// The letters within `[X…]`.
    text: String,
    /// What the last base form or suffix said: of which piece, from which letter of the piece and of the
    /// word, and the text.
    last: Option<(usize, usize, usize, String)>,
    /// The base form of the piece that begins next, or its suffix.
    next: Option<(String, bool)>,
    /// Letters belong to the last piece.
    is_open: bool,
    is_past_passive: bool,
    /// A participle before the last class counts only for what is an adjective, or where nothing follows the
    /// class.
    was_participle: bool,
    ends_as_noun: bool,
    /// Nouns aren't compared: "vanhempi" may be a parent.
    is_plain_noun: bool,
}

/// What letters are for.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Hidden {
    /// They are the word's.
    #[default]
    No,
    Base,
    Suffix,
    Other,
}

impl Piece {
    /// A piece without letters, of which the base form may be known, or the suffix.
    fn beginning(said: Option<(String, bool)>) -> Piece {
        let suffix = matches!(said, Some((_, true)));
        Piece { stands: String::new(), base: said.filter(|_| !suffix).map(|(base, _)| base), suffix }
    }
}

impl Making {
    fn letter(&mut self, letter: char) {
        if self.hidden != Hidden::No {
            if letter != '=' {
                self.text.extend(letter.to_lowercase());
            }
            return;
        }
        if !self.is_open {
            self.reading.pieces.push(Piece::beginning(self.next.take()));
            self.is_open = true;
        }
        self.word.extend(letter.to_lowercase());
        if let Some(piece) = self.reading.pieces.last_mut() {
            piece.stands.extend(letter.to_lowercase());
        }
    }

    fn tag(&mut self, tag: &str) {
        let inner = tag.trim_start_matches('[').trim_end_matches(']');
        let (first, rest) = inner.split_at(inner.chars().next().map_or(0, char::len_utf8));
        let reading = &mut self.reading;
        match (first, rest) {
            ("X", "") => self.end_hidden(),
            ("X", what) => {
                self.hidden = match what {
                    "p" => Hidden::Base,
                    "j" => Hidden::Suffix,
                    _ => Hidden::Other,
                };
                self.text.clear();
            }
            ("L", class) => {
                self.is_open = false;
                self.next = None;
                self.was_participle |= reading.participle;
                reading.class = match class {
                    "n" | "l" | "nl" | "u" | "ur" => Class::Noun,
                    "ee" | "es" | "ep" | "em" => Class::Name,
                    "t" => Class::Verb,
                    "r" => Class::Pronoun,
                    _ => Class::Particle,
                };
                // What is said of a word stands behind its class.
                self.is_plain_noun = class == "n";
                reading.participle = self.was_participle && (class == "l" || self.ends_as_noun);
                (reading.mood, reading.comparison) = Default::default();
            }
            ("B", what) => {
                if self.word.ends_with('-') {
                    self.cut_hyphen_off();
                }
                self.is_open = false;
                if what == "c" {
                    (self.was_participle, self.reading.participle) = (false, false);
                    self.reading.class = Class::Particle;
                }
            }
            ("T", "t") => reading.mood = Mood::Indicative,
            ("T", "n4") => reading.mood = Mood::MinenInfinitive,
            ("C", "c") => reading.comparison = Comparison::Comparative,
            ("C", "s") => reading.comparison = Comparison::Superlative,
            ("R", what) => {
                reading.participle = true;
                self.is_past_passive = what == "t";
            }
            ("O", _) => reading.possessed = true,
            ("P", person) => reading.third_person = person == "3",
            _ => {}
        }
    }

    fn end_hidden(&mut self) {
        let suffix = self.hidden == Hidden::Suffix;
        if suffix || self.hidden == Hidden::Base {
            let text = std::mem::take(&mut self.text);
            let count = self.reading.pieces.len();
            let piece = self.reading.pieces.last_mut().filter(|piece| self.is_open && piece.base.is_none());
            let (number, at) = match piece {
                // A suffix may come within its piece: "osa-lli(nen)-su".
                Some(piece) => {
                    piece.suffix |= suffix;
                    (count - 1, piece.stands.len())
                }
                None => {
                    self.is_open = false;
                    self.next = Some((text.clone(), suffix));
                    (count, 0)
                }
            };
            self.last = Some((number, at, self.word.len(), text));
        }
        self.hidden = Hidden::No;
    }

    /// The hyphen at the end of a piece becomes a piece of its own.
    fn cut_hyphen_off(&mut self) {
        if let Some(piece) = self.reading.pieces.last_mut().filter(|piece| piece.stands.ends_with('-')) {
            piece.stands.pop();
        }
        self.reading.pieces.retain(|piece| !piece.stands.is_empty());
        self.reading.pieces.push(Piece { stands: "-".to_owned(), ..Piece::default() });
    }

    fn reading(self) -> Reading {
        let Making { mut reading, word, last, next, is_past_passive, is_plain_noun, .. } = self;
        reading.base = word;
        if let Some((number, at, in_word, text)) = last {
            reading.base.truncate(in_word);
            reading.base.push_str(&text);
            reading.pieces.truncate(number + 1);
            if reading.pieces.len() == number {
                reading.pieces.push(Piece::beginning(next));
            }
            if let Some(piece) = reading.pieces.get_mut(number) {
                piece.stands.truncate(at);
                piece.stands.push_str(&text);
            }
        }
        if reading.participle && is_past_passive {
            reading.class = Class::Noun;
        } else if is_plain_noun {
            reading.comparison = Comparison::Positive;
        }
        reading
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A path as the dictionary's makers write it.
    fn path(text: &str) -> Vec<Symbol> {
        let mut symbols = Vec::new();
        let mut rest = text;
        while let Some(letter) = rest.chars().next() {
            let length = if letter == '[' { rest.find(']').unwrap() + 1 } else { letter.len_utf8() };
            let (symbol, behind) = rest.split_at(length);
            symbols.push(if letter == '[' { Symbol::Tag(symbol.into()) } else { Symbol::Letter(letter) });
            rest = behind;
        }
        symbols
    }

    fn reading(text: &str) -> Option<Reading> {
        Reading::of(&path(text).iter().collect::<Vec<_>>())
    }

    /// The pieces, each with its base form, or with a plus where it is a suffix.
    fn pieces(reading: &Reading) -> String {
        let piece = |piece: &Piece| {
            let base = piece.base.as_deref().map(|base| format!("({base})")).unwrap_or_default();
            format!("{}{}{base}", if piece.suffix { "+" } else { "" }, piece.stands)
        };
        reading.pieces.iter().map(piece).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn base_form_and_pieces_of_a_word_are_read() {
        for (text, base, made_of) in [
            ("[Ln][Xp]aika[X]aja[Sg][Ny]n", "aika", "aika(aika)"),
            (
                "[Ln][Ica][Xp]tie[X]tie[Sg][Ny]n[Bh][Bc][Ln][Xp]sopimus[X]sopimu[Sp][Ny]sta",
                "tiensopimus",
                "tien(tie) sopimus(sopimus)",
            ),
            ("[Lt][Xp]koulia[X]koul[Ln][Xj]us[X]u[Sg][Ny]ksen", "koulus", "koul(koulia) +us"),
            (
                "[Ln][Xp]osa[X]osa[Ll]lli[Xj]nen[X]su[Ln][Xj]us[X]ude[Sade][Ny]lla",
                "osallisuus",
                "osa(osa) +llisu +us",
            ),
            ("[Lt][Xp]voida[X]voi[Ln]m[Xj]a[X][Rm]a[Sela][Ny]sta", "voima", "voi(voida) +ma"),
            ("[Lp]yhteis[Bh][Bc][Ln][Xp]työ[X]työ[Sg][Ny]n", "yhteistyö", "yhteis työ(työ)"),
            ("[Lep][Xp]Ylö=järvi[X]ylö[Bm]järv[Sg][Ny]en", "ylöjärvi", "ylöjärvi(ylöjärvi)"),
            (
                "[Ln][Xp]maa[X]maa[Sn][Ny]-[Bh][Bc][Ln][Xp]alue[X]alue[Sn][Ny]",
                "maa-alue",
                "maa(maa) - alue(alue)",
            ),
        ] {
            let reading = reading(text).unwrap_or_else(|| panic!("{text} isn't sound"));
            assert_eq!((reading.base.as_str(), pieces(&reading).as_str()), (base, made_of), "{text}");
        }
    }

    #[test]
    fn class_and_forms_are_read() {
        let of = |text: &str| reading(text).unwrap();
        let is = |text: &str, class, participle, comparison| {
            let reading = of(text);
            assert_eq!(
                (reading.class, reading.participle, reading.comparison),
                (class, participle, comparison),
                "{text}"
            );
        };
        use {Class::*, Comparison::*};
        is("[Lnl][Xp]vanha[X]vanhe[Sg][Ny][Cc]mman", Noun, false, Comparative);
        is("[Ln][Xp]vanhempi[X]vanhe[Sg][Ny][Cc]mman", Noun, false, Positive);
        is("[Lt][Xp]kuunnella[X]kuunnel[Ll][Rt][Xj]tu[X]tu[Sp][Ny]a[O2m]nne[Ln]", Noun, true, Positive);
        is("[Les][Xp]Ranta[X]ranna[Sela][Ny]sta", Name, false, Positive);
        is("[Ls][Xp]ehkä[X]ehkä", Particle, false, Positive);
        assert_eq!(of("[Lt][Xp]osata[X]osaa[Tn4]mi[Sn][Ny]nen").mood, Mood::MinenInfinitive);
        let speaks = of("[Lt][Xp]puhua[X]puhu[Tt][Ap][P3][Ny]u[Ef]");
        assert!(speaks.third_person && speaks.mood == Mood::Indicative && !speaks.possessed);
        assert!(of("[Ln][Xp]talo[X]talo[Sn][Ny][O3]nsa").possessed);
    }

    #[test]
    fn parts_are_joined_as_finnish_words_are() {
        let joined = |left: &str, tag: &str, right: &str| {
            reading(&format!("[Ln][Xp]x[X]{left}[Bh][Bc][Ln]{tag}[Xp]x[X]{right}")).is_some()
        };
        assert!(joined("kunta", "", "liitos") && joined("maa-", "", "alue") && joined("20-", "", "vuotias"));
        assert!(
            !joined("kunta-", "", "liitos") && !joined("maa", "", "alue") && !joined("20", "", "vuotias")
        );
        assert!(joined("kunta-", "[Isf]", "liitos") && joined("yhteis-", "", "työ"));
        let name = |right: &str| reading(&format!("[Lep][Xp]x[X]oulu[Sn][Ny]{right}")).is_some();
        assert!(name("-[Bc][Ln][Xp]x[X]talo") && name("[Bc][Ln][Ica][Xp]x[X]joki"));
        assert!(!name("[Bc][Ln][Xp]x[X]talo"));
    }
}
