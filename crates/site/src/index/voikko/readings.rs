//! What Voikko says of a word, as data.

/// One way to understand a word.
#[derive(Clone, Debug, Default)]
pub(super) struct Reading {
    /// Its base form in small letters.
    pub(super) base: String,
    /// `CLASS`: "nimisana", "teonsana", "suhdesana" …
    pub(super) class: String,
    /// `WORDBASES`: what it is made of.
    pub(super) pieces: Vec<Piece>,
    /// `MOOD`.
    pub(super) mood: String,
    /// `COMPARISON`.
    pub(super) comparison: String,
    /// It is a participle.
    pub(super) participle: bool,
    /// It has a possessive suffix.
    pub(super) possessed: bool,
    /// It is a verb's third person.
    pub(super) third_person: bool,
}

/// A piece of a word, as `+koulutus(koulutus)`, `+yhteis` or `+us(+us)`.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    /// How it stands there.
    pub(super) stands: String,
    /// Its base form, if there is one.
    pub(super) base: Option<String>,
    /// It is a derivational suffix, no part of a compound.
    pub(super) suffix: bool,
}

impl Reading {
    /// Notes an attribute.
    pub(super) fn note(&mut self, name: &str, value: &str) {
        match name {
            "BASEFORM" => self.base = value.to_lowercase(),
            "CLASS" => value.clone_into(&mut self.class),
            "WORDBASES" => self.pieces = pieces(value),
            "MOOD" => value.clone_into(&mut self.mood),
            "COMPARISON" => value.clone_into(&mut self.comparison),
            "PARTICIPLE" => self.participle = true,
            "POSSESSIVE" => self.possessed = true,
            "PERSON" => self.third_person = value == "3",
            _ => {}
        }
    }

    /// Whether it isn't inflected: adverbs, postpositions, conjunctions.
    pub(super) fn is_particle(&self) -> bool {
        !matches!(
            self.class.as_str(),
            "nimisana" | "laatusana" | "nimisana_laatusana" | "teonsana" | "lukusana" | "asemosana"
        ) && !self.is_name()
    }

    /// Whether it is a noun or an adjective that isn't derived from another word.
    pub(super) fn is_noun(&self) -> bool {
        matches!(self.class.as_str(), "nimisana" | "laatusana" | "nimisana_laatusana" | "lukusana")
            && self.pieces.iter().all(|piece| !piece.suffix)
    }

    pub(super) fn is_name(&self) -> bool {
        matches!(self.class.as_str(), "nimi" | "etunimi" | "sukunimi" | "paikannimi")
    }
}

fn pieces(wordbases: &str) -> Vec<Piece> {
    // "(+us)" has a plus of its own.
    let marked = wordbases.replace("(+", "(*");
    let piece = |piece: &str| {
        let (stands, base) =
            piece.split_once('(').map_or((piece, None), |(stands, base)| (stands, Some(base)));
        let clean = |text: &str| text.replace(['=', ')'], "").to_lowercase();
        let suffix = base.is_some_and(|base| base.starts_with('*'));
        Piece { stands: clean(stands), base: base.filter(|_| !suffix).map(clean), suffix }
    };
    marked.split('+').filter(|text| !text.is_empty()).map(piece).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_word_is_made_of_is_read() {
        let pieces = pieces("+terve(terve)+yden(+ys)+huolto(huolto)");
        let read: Vec<_> =
            pieces.iter().map(|piece| (piece.stands.as_str(), piece.base.as_deref(), piece.suffix)).collect();
        assert_eq!(
            read,
            [("terve", Some("terve"), false), ("yden", None, true), ("huolto", Some("huolto"), false)]
        );
    }
}
