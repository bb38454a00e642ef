//! Marks: the words of a query, in all their forms, in the texts of the results.

use std::cell::RefCell;

use crate::{
    language::{Language, candidates, choice, finnish},
    query::Query,
};

/// The words of a query, to be found again in texts.
pub struct Marks<'q> {
    query: &'q Query,
    /// The keys under which each word of the query was found.
    meant: &'q [Vec<String>],
    language: Language,
    /// The words already examined, in alphabetical order: texts on one subject repeat the same words.
    known: RefCell<Vec<(String, Option<usize>)>>,
}

impl<'q> Marks<'q> {
    /// The words of a query in its language, with the keys under which each of them was found.
    pub fn new(query: &'q Query, meant: &'q [Vec<String>], language: Language) -> Marks<'q> {
        Marks { query, meant, language, known: RefCell::default() }
    }

    /// Which word of the query a word of a text is, in small letters: in one of its forms, or with it as a
    /// part.
    pub fn which(&self, word: &str) -> Option<usize> {
        let mut known = self.known.borrow_mut();
        let place = known.partition_point(|(known, _)| known.as_str() < word);
        match known.get(place) {
            Some((same, which)) if same == word => *which,
            _ => {
                let which = self.find(word);
                known.insert(place, (word.to_owned(), which));
                which
            }
        }
    }

    fn find(&self, word: &str) -> Option<usize> {
        let mut forms = None;
        self.query.words.iter().zip(self.meant).position(|(asked, meant)| {
            let is_known = || meant.iter().any(|key| asked.candidates.iter().any(|known| known.text == *key));
            if word == asked.word || (asked.unfinished && word.starts_with(&asked.word) && !is_known()) {
                return true;
            }
            // What holds the beginning of no key isn't looked at any closer: that takes a thousand times as
            // long.
            if !meant.iter().any(|key| word.contains(beginning(key, self.language))) {
                return false;
            }
            let forms = forms.get_or_insert_with(|| candidates(self.language, word));
            choice::likely(forms)
                .any(|form| meant.iter().any(|key| form == key || is_part(key, form, self.language)))
        })
    }
}

/// Whether a word may be a part of another one: its last one, as in "yhteistyö"; its first one; a long word
/// anywhere. A short one in the middle is chance, as "tila" in "potilas", and so it is beside what is no
/// word, as in "potila", which "potilaan" may be a form of for all that its ending says.
fn is_part(part: &str, word: &str, language: Language) -> bool {
    let is_last = || word.strip_suffix(part).is_some_and(|before| may_be_a_word(before, language));
    let is_first = || word.strip_prefix(part).is_some_and(|after| may_be_a_word(after, language));
    match part.chars().count() {
        ..=2 => false,
        3 => is_last(),
        4 | 5 => is_last() || is_first(),
        _ => word.contains(part),
    }
}

/// Whether letters are enough for a word that makes a longer one: Finnish has none shorter than three but
/// "yö".
fn may_be_a_word(letters: &str, language: Language) -> bool {
    match language {
        Language::Fi => letters == "yö" || letters.chars().count() >= 3,
        Language::Sv | Language::En => letters.chars().count() >= 2,
    }
}

/// The first letters of a key, which all its forms begin with; other languages than Finnish have "good",
/// "better".
fn beginning(key: &str, language: Language) -> &str {
    if language == Language::Fi { finnish::beginning(key) } else { "" }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Candidate;

    /// The numbers of the query's words that a text's words are.
    fn which(language: Language, query: &str, meant: &[&[&str]], words: &[&str]) -> Vec<Option<usize>> {
        let query = Query::new(query, language);
        let meant: Vec<Vec<String>> =
            meant.iter().map(|keys| keys.iter().map(|key| (*key).to_owned()).collect()).collect();
        let marks = Marks::new(&query, &meant, language);
        // Twice: the second answer comes from memory and has to be the same.
        assert!(words.iter().all(|word| marks.which(word) == marks.which(word)));
        words.iter().map(|word| marks.which(word)).collect()
    }

    #[test]
    fn a_word_is_found_in_its_forms_and_as_a_part() {
        let words = ["koulutuksessa", "aikuiskoulutuksen", "koululainen", "ajan", "haku"];
        assert_eq!(
            which(Language::Fi, "koulutus aika ha", &[&["koulutus"], &["aika"], &[]], &words),
            [Some(0), Some(0), None, Some(1), Some(2)]
        );
    }

    #[test]
    fn what_only_begins_as_an_unfinished_word_is_found_beside_compounds() {
        assert_eq!(
            which(
                Language::Fi,
                "kirja",
                &[&["kirjakauppa"]],
                &["kirjasto", "kirjakaupan", "kirjava", "kori"]
            ),
            [Some(0), Some(0), Some(0), None]
        );
    }

    #[test]
    fn a_part_is_found_where_parts_begin_and_end() {
        let words = [
            "yhteistyön",
            "potilaan",
            "tilasta",
            "koulutusyhteistyöverkosto",
            "kuusi",
            "yötyöstä",
            "tilaus",
            "tilaverkko",
        ];
        assert_eq!(
            which(
                Language::Fi,
                "työ tila yhteistyö kuu",
                &[&["työ"], &["tila"], &["yhteistyö"], &["kuu"]],
                &words
            ),
            [Some(0), None, Some(1), Some(2), None, Some(0), None, Some(1)]
        );
    }

    #[test]
    fn a_form_may_have_another_beginning() {
        let of = |language, word, form| which(language, word, &[&[word]], &[form]);
        assert_eq!(of(Language::En, "good", "better"), [Some(0)]);
        assert_eq!(of(Language::En, "person", "people"), [Some(0)]);
        assert_eq!(of(Language::Sv, "dotter", "döttrar"), [Some(0)]);
        assert_eq!(of(Language::Fi, "aika", "ajassa"), [Some(0)]);
    }

    #[test]
    fn no_form_is_left_out_by_its_beginning() {
        let mut lost = Vec::new();
        let mut count = 0;
        for list in ["inflection.tsv", "held-out.tsv"] {
            let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/finnish/");
            let text = std::fs::read_to_string(path.to_owned() + list).unwrap();
            for (word, forms) in text.lines().filter_map(|line| line.split_once('\t')) {
                for form in forms.split([' ', '\t']) {
                    let candidates: Vec<Candidate> = crate::language::candidates(Language::Fi, form);
                    let is_found = choice::likely(&candidates).any(|candidate| candidate == word);
                    count += usize::from(is_found);
                    if is_found && !form.contains(beginning(word, Language::Fi)) {
                        lost.push(format!("{form} of {word}"));
                    }
                }
            }
        }
        assert!(count > 500, "{count}");
        assert!(lost.is_empty(), "{lost:?}");
    }
}
