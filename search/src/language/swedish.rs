//! Swedish: the declensions of nouns with their articles, adjectives and verbs, and the genitive.

use super::candidates::{Candidate, Candidates, Rule};

/// Ends of forms.
static RULES: [Rule; 47] = [
    // Nouns: with the article, the plural, the plural with the article.
    ("en", "", 0),
    ("en", "e", 0),
    ("et", "", 0),
    ("et", "e", 0),
    ("an", "a", 0),
    ("on", "o", 0),
    ("ån", "å", 0),
    ("ån", "åd", 4),
    ("eln", "el", 0),
    ("ern", "er", 0),
    ("orna", "a", 0),
    ("or", "a", 0),
    ("arna", "", 0),
    ("arna", "e", 0),
    ("ar", "", 0),
    ("ar", "e", 1),
    ("erna", "", 0),
    ("erna", "e", 2),
    ("er", "", 0),
    ("er", "e", 2),
    ("ena", "e", 1),
    ("ena", "", 2),
    ("na", "", 2),
    ("n", "", 2),
    ("rna", "r", 3),
    ("eet", "eum", 1),
    ("eer", "eum", 1),
    ("eerna", "eum", 1),
    ("ier", "ium", 3),
    ("iet", "ium", 3),
    ("ierna", "ium", 3),
    // Adjectives.
    ("a", "", 1),
    ("t", "", 2),
    ("tt", "", 2),
    ("are", "", 2),
    ("ast", "", 2),
    ("aste", "", 2),
    // Verbs.
    ("ar", "a", 1),
    ("ade", "a", 1),
    ("at", "a", 1),
    ("ad", "a", 1),
    ("er", "a", 1),
    ("de", "a", 2),
    ("te", "a", 2),
    ("t", "a", 2),
    ("ande", "a", 1),
    ("ende", "a", 2),
];

/// Stems whose vowel changes, in the plural or in degrees.
static CHANGED: [(&str, &str); 14] = [
    ("städ", "stad"),
    ("länd", "land"),
    ("händ", "hand"),
    ("stränd", "strand"),
    ("nätt", "natt"),
    ("böck", "bok"),
    ("fött", "fot"),
    ("män", "man"),
    ("männ", "man"),
    ("söner", "son"),
    ("mödr", "mor"),
    ("döttr", "dotter"),
    ("större", "stor"),
    ("störst", "stor"),
];

/// The words that a Swedish form may be a form of.
pub fn candidates(form: &str) -> Vec<Candidate> {
    let mut found = Candidates(Vec::new());
    of_form(form, 0, &mut found);
    if let Some(without) = form.strip_suffix('s').filter(|stem| may_be_word(stem) && !stem.ends_with('s')) {
        of_form(without, 1, &mut found);
    }
    found.sorted()
}

fn of_form(form: &str, cost: u8, found: &mut Candidates) {
    found.add(
        form.to_owned(),
        cost + u8::from(["en", "et", "ar", "er", "or", "na"].iter().any(|end| form.ends_with(end))),
    );
    let before = found.0.len();
    found.by_rules(form, cost, &RULES, may_be_word);
    let further: Vec<Candidate> = found.0.iter().skip(before).cloned().collect();
    for Candidate { text, cost } in further {
        // "programmen", "rummet": a single m or n at the end of a word is written twice before a vowel.
        if let Some(single) =
            ["mm", "nn"].iter().find(|double| text.ends_with(**double)).map(|_| &text[..text.len() - 1])
        {
            found.add(single.to_owned(), cost);
        }
        // "cyklar", "nycklar", "åldrar": el, en, er lose their vowel.
        if let Some((stem, last)) = text.split_at_checked(text.len().wrapping_sub(1))
            && matches!(last, "l" | "n" | "r")
            && stem.ends_with(|letter: char| !is_vowel(letter))
        {
            found.add(stem.to_owned() + "e" + last, cost + 1);
        }
        changed(&text, cost, found);
    }
    changed(form, cost, found);
}

/// The word whose vowel was changed at the end of a stem, which may be a compound: "huvudstäd".
fn changed(stem: &str, cost: u8, found: &mut Candidates) {
    for (changed, word) in &CHANGED {
        if let Some(before) = stem.strip_suffix(changed) {
            found.add(before.to_owned() + word, cost);
        }
    }
}

/// Whether letters can be a word.
fn may_be_word(letters: &str) -> bool {
    match letters.chars().count() {
        0 | 1 => false,
        2 => letters.ends_with(is_vowel),
        _ => letters.contains(is_vowel),
    }
}

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'å' | 'ä' | 'ö' | 'é')
}

#[cfg(test)]
mod tests {
    use super::candidates;

    #[test]
    fn forms_lead_to_their_words() {
        for (form, word) in [
            ("utbildningarna", "utbildning"),
            ("flickornas", "flicka"),
            ("projektets", "projekt"),
            ("programmen", "program"),
            ("cyklarna", "cykel"),
            ("städerna", "stad"),
            ("huvudstäder", "huvudstad"),
            ("möten", "möte"),
            ("nyheter", "nyhet"),
            ("öppnades", "öppna"),
            ("viktigaste", "viktig"),
            ("skolan", "skola"),
        ] {
            assert!(candidates(form).iter().any(|candidate| candidate.text == word), "{form} {word}");
        }
    }

    #[test]
    fn short_words_stay_words() {
        assert_eq!(candidates("")[0].text, "");
        assert_eq!(candidates("är")[0].text, "är");
    }
}
