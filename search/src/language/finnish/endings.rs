//! What stands at a word's end: clitics, possessive suffixes, endings of cases and persons (Iso suomen kielioppi §§ 81–135).

use super::{ends_with, is_vowel, with, without};

/// A form without its clitic and possessive suffix.
pub(super) struct Taken {
    /// The form.
    pub(super) form: Vec<char>,
    /// A possessive suffix was taken off: what is left may have lost its last consonant.
    pub(super) possessed: bool,
}

/// A stem, and what stood behind it.
pub(super) struct Stem {
    /// The stem.
    pub(super) letters: Vec<char>,
    /// What sort of stem it is.
    pub(super) sort: Sort,
}

/// What sort of stem it is; it says which base forms it may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// The vowel stem of the singular: "opetukse", "kunna".
    Vowel,
    /// The consonant stem before the partitive: "opetus", "nuor", "vet".
    Consonant,
    /// The stem of the plural without its i or j: "kunt", "talo", "ihmis".
    Plural,
    /// The stem of a verb: "kirjoita", "hae".
    Verb,
}

const CLITICS: [&str; 7] = ["kAAn", "hAn", "kin", "kO", "pA", "kOs", "pAs"];
const POSSESSIVE: [&str; 5] = ["nsA", "mme", "nne", "ni", "si"];

/// A word without its clitics and possessive suffixes, in each way in which that is possible; the word itself first.
pub(super) fn without_suffixes(word: &[char]) -> Vec<Taken> {
    let mut forms = vec![Taken { form: word.to_vec(), possessed: false }];
    for clitic in CLITICS {
        if let Some(rest) = without(word, clitic).filter(|rest| rest.len() >= 4) {
            forms.push(Taken { form: rest.to_vec(), possessed: false });
        }
    }
    for place in 0..forms.len() {
        let form = forms[place].form.clone();
        let possessive = POSSESSIVE.iter().filter_map(|suffix| without(&form, suffix));
        // "talossaan": a vowel drawn out, and n.
        let drawn = without(&form, "n").filter(|rest| {
            rest.len() > 4 && rest[rest.len() - 1] == rest[rest.len() - 2] && is_vowel(rest[rest.len() - 1])
        });
        let drawn = drawn.map(|rest| &rest[..rest.len() - 1]);
        for rest in possessive.chain(drawn).filter(|rest| rest.len() >= 3) {
            forms.push(Taken { form: rest.to_vec(), possessed: true });
        }
    }
    forms
}

/// Endings behind the vowel stem of the singular.
const SINGULAR: [&str; 12] = ["ssA", "stA", "llA", "ltA", "lle", "ksi", "ttA", "nA", "n", "t", "ine", "tA"];
/// Endings behind the i or j of the plural.
const PLURAL: [&str; 14] = [
    "issA", "istA", "illA", "iltA", "ille", "iksi", "ittA", "inA", "ihin", "isiin", "iin", "iden", "itten",
    "itA",
];
/// Endings of the plural that hold the i or j themselves.
const PLURAL_OTHER: [&str; 7] = ["iA", "jA", "ien", "jen", "in", "ine", "ihi"];
/// Endings of verbs.
const VERB: [&str; 27] = [
    "n", "t", "mme", "tte", "vAt", "tAAn", "ttiin", "tiin", "ttU", "tU", "nUt", "lUt", "rUt", "sUt", "neet",
    "vA", "tAvA", "isi", "isivAt", "mAAn", "mAssA", "mAstA", "mAllA", "mAttA", "essA", "minen", "misen",
];

/// Gives the stems that a form may have.
pub(super) fn stems(form: &[char], possessed: bool, each: &mut dyn FnMut(Stem)) {
    let mut give = |letters: &[char], sort: Sort| {
        if letters.len() >= 2 || sort == Sort::Plural && !letters.is_empty() {
            each(Stem { letters: letters.to_vec(), sort });
        }
    };
    if possessed {
        // "talo(n)mme", "taloo(n)nsa": strong, and without its n; "talokse" is "taloksi" before a suffix.
        give(form, Sort::Vowel);
        give(form, Sort::Plural);
        if let Some(rest) = without(form, "kse") {
            give(rest, Sort::Vowel);
        }
        for ending in ["ie", "je", "ide"] {
            if let Some(rest) = without(form, ending) {
                give(rest, Sort::Plural);
            }
        }
    }
    // The longest endings first: they are the surest.
    for ending in PLURAL {
        if let Some(rest) = without(form, ending) {
            give(rest, Sort::Plural);
        }
    }
    for ending in SINGULAR {
        if let Some(rest) = without(form, ending) {
            let after_vowel = rest.last().is_some_and(|letter| is_vowel(*letter));
            if after_vowel && ending != "tA" || ends_with(rest, "ee") || rest.len() <= 3 && after_vowel {
                give(rest, Sort::Vowel);
            }
            // "opetus-ta", "vet-tä", "hanket-ta".
            if matches!(ending, "tA" | "ttA") {
                give(rest, Sort::Consonant);
            }
        }
    }
    // "taloa", "kuntaa", "perhettä" is above.
    if form.len() >= 4
        && let Some(rest) =
            without(form, "A").filter(|rest| rest.last().is_some_and(|letter| is_vowel(*letter)))
    {
        give(rest, Sort::Vowel);
    }
    // The illative: "kuntaan", "opetukseen", "maahan", "hankkeeseen", "kauniiseen".
    if let Some(rest) = without(form, "seen").or_else(|| if possessed { without(form, "see") } else { None })
    {
        give(rest, Sort::Vowel);
    }
    let illative = if possessed { Some(form) } else { without(form, "n") };
    if let Some(rest) = illative.filter(|rest| rest.len() >= 3) {
        let (last, before) = (rest[rest.len() - 1], rest[rest.len() - 2]);
        if last == before && is_vowel(last) {
            give(&rest[..rest.len() - 1], Sort::Vowel);
        }
        if before == 'h' && is_vowel(last) && rest[rest.len() - 3] == last {
            give(&rest[..rest.len() - 2], Sort::Vowel);
        }
    }
    // The genitive of the plural behind a consonant: "nuorten", "ihmisten", "lasten".
    if let Some(rest) = without(form, "ten") {
        give(rest, Sort::Consonant);
    }
    for ending in PLURAL_OTHER {
        if let Some(rest) = without(form, ending) {
            give(rest, Sort::Plural);
        }
    }
    for ending in VERB {
        if let Some(rest) = without(form, ending) {
            give(rest, Sort::Verb);
        }
    }
    // "haetaan" has no ending before its vowels, "opiskellaan", "mennään" have the infinitive.
    if let Some(rest) = without(form, "An").filter(|rest| ends_with(rest, "A")) {
        give(&with(&rest[..rest.len() - 1], "A"), Sort::Verb);
    }
    if form.len() >= 4 && form.last().is_some_and(|letter| is_vowel(*letter)) {
        // The third person: "hakee", "kirjoittaa", "osallistuu"; and of the past: "haki", "osallistui".
        let drawn = form[form.len() - 1] == form[form.len() - 2];
        give(if drawn { &form[..form.len() - 1] } else { form }, Sort::Verb);
        if let Some(rest) = without(form, "i") {
            give(rest, Sort::Verb);
        }
    }
}
