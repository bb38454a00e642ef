//! Whether a word is a compound with another word as its first or last part, by its letters alone (Iso suomen
//! kielioppi and Svenska Akademiens grammatik, compounds): for parts that no page uses alone, so that no list
//! of words has them.

use super::{Language, choice::likely, finnish};

/// The shortest part that is looked for, in letters.
pub const SHORTEST: usize = 4;

/// Whether a word is a compound that ends with another one. Both are base forms.
pub fn ends_with(language: Language, word: &str, part: &str) -> bool {
    let may_be_first = |before| may_be_first(language, before) && !meets_itself(language, before, part);
    is_long_enough(part) && word.strip_suffix(part).is_some_and(may_be_first)
}

/// Whether a word is a compound that begins with another one, be it in its genitive or without its last
/// letters.
pub fn begins_with(language: Language, word: &str, part: &str) -> bool {
    if !is_long_enough(part) {
        return false;
    }
    let is_last = |rest: &str| may_be_last(language, rest) && !meets_itself(language, part, rest);
    if let Some(rest) = word.strip_prefix(part) {
        return is_last(rest) || language == Language::Sv && rest.strip_prefix('s').is_some_and(is_last);
    }
    match language {
        Language::Fi => {
            // "Kaupungin-", "lasten-"; "ihmis-".
            let near = part.len().saturating_sub(3)..word.len().min(part.len() + 5);
            word.starts_with(common_beginning(part))
                && near.into_iter().any(|end| {
                    let ends = matches!(word.as_bytes().get(end.wrapping_sub(1)), Some(b'n' | b's'));
                    // What can't panic needs no words for it.
                    let cut = word.split_at_checked(end).filter(|_| ends);
                    cut.is_some_and(|(first, last)| is_last(last) && is_first_form(first, part))
                })
        }
        // "Skol-" of "skola", "kvinno-" of "kvinna".
        Language::Sv => part
            .strip_suffix(['a', 'e'])
            .and_then(|stem| word.strip_prefix(stem))
            .is_some_and(|rest| is_last(rest) || rest.strip_prefix(['o', 'u', 'e']).is_some_and(is_last)),
        Language::En => false,
    }
}

/// Whether Finnish words begin so: with at most one consonant, or a cluster that foreign words brought.
pub fn begins_like_a_word(text: &str) -> bool {
    let mut letters = text.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if !is_vowel(first) && !is_vowel(second) => {
            ["pr", "tr", "kr", "st", "sp", "pl", "kl"].iter().any(|cluster| text.starts_with(cluster))
        }
        _ => true,
    }
}

/// Whether letters are no derivation, which is no word of its own.
pub fn ends_like_a_word(text: &str) -> bool {
    !DERIVED.contains(&text)
}

/// Endings of words that are derivations and no words of their own.
const DERIVED: [&str; 8] = ["lainen", "läinen", "llinen", "isuus", "isyys", "minen", "mainen", "mäinen"];

/// The common beginning of a Finnish word and its genitive, at least two letters: only keys that begin so are
/// reduced to base forms, which takes long.
pub fn common_beginning(word: &str) -> &str {
    let two = word.char_indices().nth(2).map_or(word.len(), |(end, _)| end);
    word.get(..finnish::beginning(word).len().max(two)).unwrap_or(word)
}

fn is_long_enough(part: &str) -> bool {
    part.chars().count() >= SHORTEST
}

/// Whether a form that ends with n or s is one in which a word begins a compound.
fn is_first_form(form: &str, word: &str) -> bool {
    match form.strip_suffix('s') {
        Some(stem) => word.strip_suffix("nen") == Some(stem),
        None => likely(&finnish::candidates(form)).any(|candidate| candidate == word),
    }
}

/// Whether the same vowel ends one part and begins the next, with no hyphen between: Finnish writes
/// "linja-auto" (Kielitoimiston ohjepankki, "Yhdysmerkki").
fn meets_itself(language: Language, before: &str, rest: &str) -> bool {
    let first = rest.chars().next().filter(|letter| is_vowel(*letter));
    language == Language::Fi && first.is_some_and(|letter| before.ends_with(letter))
}

/// Whether letters may be the last part of a compound.
fn may_be_last(language: Language, rest: &str) -> bool {
    let rest = rest.strip_prefix('-').unwrap_or(rest);
    match language {
        // Short ones are like "työ", "maa", "tie"; "-taa" makes verbs.
        Language::Fi => {
            let is_short = || {
                let mut letters = rest.chars();
                let begins = letters.next().is_some_and(|first| !is_vowel(first));
                begins
                    && letters.clone().count() == 2
                    && letters.all(is_vowel)
                    && !matches!(rest, "taa" | "tää")
            };
            (is_long_enough(rest) || is_short())
                && has_vowel(rest)
                && begins_like_a_word(rest)
                && ends_like_a_word(rest)
        }
        Language::Sv | Language::En => rest.chars().count() >= 3 && has_vowel(rest),
    }
}

/// Whether letters may be the first part of a compound.
fn may_be_first(language: Language, before: &str) -> bool {
    let before = before.strip_suffix('-').unwrap_or(before);
    // Three letters are a word like "työ", "ala".
    let is_word = match before.chars().count() {
        0..=2 => false,
        3 => before.chars().next_back().is_some_and(is_vowel),
        _ => has_vowel(before),
    };
    is_word
        && (language != Language::Fi || {
            let ends_well = |letter: char| is_vowel(letter) || matches!(letter, 'n' | 's' | 'l' | 'r' | 't');
            begins_like_a_word(before) && before.chars().next_back().is_some_and(ends_well)
        })
}

fn has_vowel(letters: &str) -> bool {
    letters.chars().any(is_vowel)
}

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'ä' | 'ö' | 'å')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_compound_has_its_parts() {
        for (word, parts) in [
            ("vesihuolto", &["vesi", "huolto"][..]),
            ("kirjastokortti", &["kirjasto", "kortti"]),
            ("rakennuslupa", &["rakennus", "lupa"]),
            ("kaupunginhallitus", &["kaupunki", "hallitus"]),
            ("lastensuojelu", &["lapsi", "suojelu"]),
            ("ihmisoikeus", &["ihminen", "oikeus"]),
            ("kesätyö", &["kesä"]),
            ("linja-autoasema", &["asema"]),
        ] {
            for part in parts {
                assert!(has_part(Language::Fi, word, part), "{word} {part}");
            }
        }
        for (word, parts) in [
            ("utbildningsnämnd", &["utbildning", "nämnd"][..]),
            ("skolbuss", &["skola", "buss"]),
            ("kvinnojour", &["kvinna", "jour"]),
        ] {
            for part in parts {
                assert!(has_part(Language::Sv, word, part), "{word} {part}");
            }
        }
        assert!(has_part(Language::En, "database", "base"));
    }

    fn has_part(language: Language, word: &str, part: &str) -> bool {
        begins_with(language, word, part) || ends_with(language, word, part)
    }

    /// The base forms of a list of `tests/finnish`.
    fn words_of(list: &str) -> Vec<String> {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/finnish/").to_owned() + list;
        let text = std::fs::read_to_string(path).unwrap();
        let lines = text.lines().filter(|line| !line.starts_with('#'));
        lines.filter_map(|line| line.split_once('\t')).map(|(word, _)| word.to_owned()).collect()
    }

    #[test]
    fn among_a_thousand_words_only_compounds_have_others_as_a_part() {
        let words: Vec<String> =
            ["inflection.tsv", "held-out.tsv"].iter().flat_map(|list| words_of(list)).collect();
        let mut found: Vec<String> = Vec::new();
        for word in &words {
            let parts = words.iter().filter(|part| *part != word && has_part(Language::Fi, word, part));
            found.extend(parts.map(|part| format!("{part}>{word}")));
        }
        found.sort();
        found.dedup();
        let by_chance = ["kala>kalenteri", "kunta>liikunta", "vaali>festivaali"];
        found.retain(|pair| !by_chance.contains(&pair.as_str()));
        let compounds = [
            "elin>elinvoimaisuus",
            "kasvatus>varhaiskasvatus",
            "kausi>kuukausi",
            "kausi>lomakausi",
            "kunta>lautakunta",
            "kunta>maakunta",
            "loma>lomakausi",
            "maksu>maksukyvytön",
            "palvelu>vanhustenpalvelu",
        ];
        assert_eq!(found, compounds);
    }

    #[test]
    fn what_only_looks_alike_is_no_part() {
        for (word, part) in [
            ("koulutus", "koulu"),
            ("hallitus", "halli"),
            ("satama", "sata"),
            ("tilaisuus", "tila"),
            ("kuntalainen", "kunta"),
            ("tapahtuma", "tapa"),
            ("parantaa", "antaa"),
            ("kauppaan", "kauppa"),
            ("hakuun", "kuun"),
            ("linjaauto", "auto"),
            ("linjaauto", "linja"),
            ("kirjasto", "kirja"),
            ("päätös", "pää"),
            ("kesätyö", "työ"),
            ("rakastaa", "rakas"),
            ("koulu", "koulu"),
        ] {
            assert!(!has_part(Language::Fi, word, part), "{word} {part}");
        }
    }
}
