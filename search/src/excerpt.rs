//! An excerpt: a few words of a page around the words found, and the marks in them.

use crate::words::words;

/// The maximum length of an excerpt, in letters.
const LENGTH: usize = 180;

/// The maximum length of an excerpt of texts whose longest has so many letters, with the ellipses.
pub const fn longest(text: usize) -> usize {
    if text < LENGTH { text } else { LENGTH + 4 }
}

/// Signs that end or introduce a sentence.
const ENDS: [char; 4] = ['.', '!', '?', ':'];

/// A piece of an excerpt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The text.
    pub text: String,
    /// Whether it is a word of the query.
    pub found: bool,
}

/// The place in a page's texts with most words of the query, as pieces; the first text, where none was found.
/// `finds` gives the number of the query's word that a word in small letters is, if any.
pub fn excerpt<T: AsRef<str>>(texts: &[T], finds: impl Fn(&str) -> Option<usize>) -> Vec<Piece> {
    let mut best: Option<(u32, &str, usize)> = None;
    for text in texts.iter().map(AsRef::as_ref) {
        let found: Vec<(usize, usize)> = words(text)
            .into_iter()
            .filter_map(|word| finds(&word.text).map(|which| (which, word.place.start)))
            .collect();
        for (first, (_, start)) in found.iter().enumerate() {
            let near = found[first..].iter().take_while(|(_, at)| at - start < LENGTH);
            // A bit for each word of the query.
            let which = near.fold(0_u32, |which, (word, _)| which | 1 << (word % 32)).count_ones();
            if best.is_none_or(|(most, ..)| which > most) {
                best = Some((which, text, *start));
            }
        }
    }
    let Some((_, text, start)) = best else {
        let first = texts.iter().map(AsRef::as_ref).find(|text| !text.trim().is_empty());
        return first.map(|text| pieces(text, 0, &finds)).unwrap_or_default();
    };
    pieces(text, start, &finds)
}

/// The excerpt around a place of a text: from the beginning of its sentence, where that is near.
fn pieces(text: &str, around: usize, finds: &impl Fn(&str) -> Option<usize>) -> Vec<Piece> {
    let places = words(text);
    let begin = if text.chars().count() <= LENGTH || around < LENGTH / 3 {
        0
    } else {
        let sentence = sentence_before(text, around).filter(|at| around - at < LENGTH / 2);
        let near = || {
            places.iter().map(|word| word.place.start).find(|start| around - start.min(&around) < LENGTH / 3)
        };
        sentence.or_else(near).unwrap_or(around)
    };
    let whole = text.get(begin..).unwrap_or_default().trim_start();
    let begin = text.len() - whole.len();
    let end = match whole.char_indices().nth(LENGTH) {
        None => text.len(),
        // No word is cut.
        Some((limit, _)) => {
            let ends = places.iter().map(|word| word.place.end).take_while(|end| *end <= begin + limit);
            ends.last().filter(|end| *end > begin).unwrap_or(begin + limit)
        }
    };
    let mut out = Vec::new();
    let mut push = |piece: &str, found| {
        if !piece.is_empty() {
            out.push(Piece { text: piece.to_owned(), found });
        }
    };
    let part = |from: usize, to: usize| text.get(from..to).unwrap_or_default();
    let is_whole_sentence = begin == 0 || text.get(..begin).unwrap_or_default().trim_end().ends_with(ENDS);
    if !is_whole_sentence {
        push("… ", false);
    }
    let mut at = begin;
    let within = places.iter().filter(|word| word.place.start >= begin && word.place.end <= end);
    for word in within.filter(|word| finds(&word.text).is_some()) {
        push(part(at, word.place.start), false);
        push(part(word.place.start, word.place.end), true);
        at = word.place.end;
    }
    push(part(at, end), false);
    if end < text.trim_end().len() {
        push(" …", false);
    }
    out
}

/// Where the sentence begins in which a place of a text stands; the stops within "30.11.2006" end none.
fn sentence_before(text: &str, around: usize) -> Option<usize> {
    let before = text.get(..around)?;
    let mut ends = before.char_indices().filter(|(_, sign)| ENDS.contains(sign)).map(|(at, _)| at + 1);
    ends.rfind(|end| before.get(*end..).is_some_and(|rest| rest.starts_with(char::is_whitespace)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(texts: &[&str], wanted: &[&str]) -> String {
        let finds = |word: &str| wanted.iter().position(|wanted| word.starts_with(wanted));
        let pieces = excerpt(texts, finds).into_iter();
        pieces.map(|piece| if piece.found { format!("[{}]", piece.text) } else { piece.text }).collect()
    }

    #[test]
    fn what_was_found_is_marked_as_it_stands() {
        assert_eq!(
            shown(&["Ei mitään.", "Koulutuksen kehittäminen."], &["koulutu"]),
            "[Koulutuksen] kehittäminen."
        );
    }

    #[test]
    fn the_place_with_most_of_it_is_shown() {
        let texts = ["Haku alkaa.", "Haku päättyy kesällä, koulutus alkaa syksyllä."];
        assert!(shown(&texts, &["haku", "koulutu"]).starts_with("[Haku] päättyy kesällä, [koulutus]"));
    }

    #[test]
    fn a_long_text_is_cut_between_words() {
        let text = "Ensimmäinen virke on tässä. ".repeat(20)
            + "Seuraavassa on aineistot. "
            + &"Loppu jatkuu. ".repeat(40);
        let shown = shown(&[&text], &["aineisto"]);
        assert!(shown.starts_with("Seuraavassa on [aineistot]. Loppu jatkuu."), "{shown}");
        assert!(shown.ends_with(" …") && shown.chars().count() < 200, "{shown}");
    }

    #[test]
    fn a_date_ends_no_sentence() {
        let text = "Alku on tässä, ja se on niin pitkä, että siitä ei näy kaikkea kerralla. ".repeat(3)
            + "Mikkelissä pidettiin 30.11.2006 seminaari, jossa puhuttiin.";
        assert_eq!(
            shown(&[&text], &["seminaari"]),
            "Mikkelissä pidettiin 30.11.2006 [seminaari], jossa puhuttiin."
        );
    }

    #[test]
    fn signs_of_more_bytes_and_nothing_at_all_do_no_harm() {
        assert_eq!(shown(&[], &["a"]), "");
        assert_eq!(shown(&["   "], &["a"]), "");
        let text = "🙂ä ".repeat(500);
        assert!(!shown(&[&text], &["ä"]).is_empty());
    }
}
