//! English: plurals, possessives, and the forms of verbs and adjectives that end regularly; what doesn't is listed.

use super::candidates::{Candidate, Candidates, Rule};

/// Ends of forms. Of two ways to write a stem ("making", "meeting") the site's own words tell which is meant.
static RULES: [Rule; 25] = [
    ("s'", "s", 0),
    ("s’", "s", 0),
    ("ies", "y", 0),
    ("ies", "ie", 3),
    ("ses", "s", 1),
    ("xes", "x", 0),
    ("zes", "z", 1),
    ("ches", "ch", 0),
    ("shes", "sh", 0),
    ("oes", "o", 1),
    ("ves", "f", 2),
    ("s", "", 0),
    ("ied", "y", 0),
    ("ed", "", 0),
    ("ed", "e", 0),
    ("ing", "", 0),
    ("ing", "e", 0),
    ("ily", "y", 2),
    ("ly", "", 2),
    ("ier", "y", 3),
    ("iest", "y", 2),
    ("er", "", 3),
    ("er", "e", 3),
    ("est", "", 3),
    ("est", "e", 3),
];

/// Forms that no rule tells.
static IRREGULAR: [(&str, &str); 26] = [
    ("children", "child"),
    ("people", "person"),
    ("men", "man"),
    ("women", "woman"),
    ("feet", "foot"),
    ("lives", "life"),
    ("analyses", "analysis"),
    ("criteria", "criterion"),
    ("better", "good"),
    ("best", "good"),
    ("was", "be"),
    ("were", "be"),
    ("been", "be"),
    ("had", "have"),
    ("has", "have"),
    ("made", "make"),
    ("held", "hold"),
    ("given", "give"),
    ("gave", "give"),
    ("taught", "teach"),
    ("chosen", "choose"),
    ("found", "find"),
    ("written", "write"),
    ("built", "build"),
    ("met", "meet"),
    ("paid", "pay"),
];

/// Ends of words in -s that are no plurals: "address", "status", "analysis".
static NO_PLURALS: [&str; 3] = ["ss", "us", "is"];

/// The words that an English form may be a form of.
pub fn candidates(form: &str) -> Vec<Candidate> {
    let mut found = Candidates(Vec::new());
    let is_no_plural = NO_PLURALS.iter().any(|end| form.ends_with(end));
    let looks_inflected = ["s", "ed", "ing"].iter().any(|end| form.ends_with(end)) && !is_no_plural;
    found.add(form.to_owned(), if looks_inflected { 2 } else { 0 });
    let owner = ["'s", "’s"].iter().find_map(|end| form.strip_suffix(end)).unwrap_or(form);
    if let Some((_, base)) = IRREGULAR.iter().find(|(irregular, _)| *irregular == owner) {
        found.add((*base).to_owned(), 0);
    } else if owner != form {
        found.add(owner.to_owned(), 0);
    } else if !is_no_plural {
        found.by_rules(form, 0, &RULES, may_be_word);
        // "PDFs", "MPs": abbreviations are said letter by letter.
        let abbreviation = form.strip_suffix('s').filter(|short| short.len() >= 2 && !has_vowel(short));
        abbreviation.into_iter().for_each(|short| found.add(short.to_owned(), 0));
        // "planning", "planned" are of "plan".
        let stems = ["ing", "ed"].iter().filter_map(|end| form.strip_suffix(end));
        for single in stems.filter_map(undoubled).filter(|single| may_be_word(single)) {
            found.add(single.to_owned(), 0);
        }
    }
    found.sorted()
}

/// Whether letters can be a word.
fn may_be_word(letters: &str) -> bool {
    letters.len() >= 3 && has_vowel(letters)
}

fn has_vowel(letters: &str) -> bool {
    letters.contains(['a', 'e', 'i', 'o', 'u', 'y'])
}

/// A stem without the second of two equal consonants at its end.
fn undoubled(stem: &str) -> Option<&str> {
    let single = stem.get(..stem.len().checked_sub(1)?)?;
    let (last, before) = (stem.bytes().last()?, single.bytes().last()?);
    (last == before && !matches!(last, b'a' | b'e' | b'i' | b'o' | b'u' | b's')).then_some(single)
}

#[cfg(test)]
mod tests {
    use super::candidates;

    #[test]
    fn forms_lead_to_their_words() {
        for (form, word) in [
            ("policies", "policy"),
            ("planning", "plan"),
            ("making", "make"),
            ("meeting", "meet"),
            ("meetings", "meeting"),
            ("municipality's", "municipality"),
            ("churches", "church"),
            ("children", "child"),
            ("pdfs", "pdf"),
            ("mps", "mp"),
            ("eu's", "eu"),
            ("eu’s", "eu"),
        ] {
            assert!(candidates(form).iter().any(|candidate| candidate.text == word), "{form} {word}");
        }
    }

    #[test]
    fn words_that_end_like_plurals_stay() {
        for word in ["business", "status", "red", "analysis", "this", ""] {
            assert_eq!(candidates(word).len(), 1, "{word}: {:?}", candidates(word));
        }
    }
}
