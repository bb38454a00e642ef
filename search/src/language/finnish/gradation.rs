//! Consonant gradation (astevaihtelu): the consonants before a word's last vowel are strong or weak by what follows.

use super::is_vowel;

/// Weak grades and the strong ones that they may come from; the longest first, since "mm" is no "m".
const WEAK: [(&str, &[&str]); 17] = [
    ("mm", &["mp"]),
    ("nn", &["nt"]),
    ("ng", &["nk"]),
    ("ll", &["lt"]),
    ("rr", &["rt"]),
    ("lj", &["lk"]),
    ("rj", &["rk"]),
    ("hj", &["hk"]),
    ("hd", &["ht"]),
    ("k", &["kk"]),
    ("p", &["pp"]),
    ("t", &["tt"]),
    ("d", &["t"]),
    ("v", &["p", "k"]),
    ("l", &["lk"]),
    ("r", &["rk"]),
    ("h", &["hk"]),
];

/// What a stem would be with its last consonants in the strong grade; none where they have none.
pub(super) fn strong(stem: &[char], each: &mut dyn FnMut(&[char])) {
    graded(stem, each, |consonants, next| {
        for (weak, strong) in WEAK {
            if let Some(before) = consonants.strip_suffix(weak) {
                // "kk" is strong itself, and "ht" isn't the weak grade of "htt".
                let is_double = weak.len() == 1 && before.ends_with(weak);
                let is_cluster = weak.len() == 1
                    && !before.is_empty()
                    && !before.ends_with(['l', 'n', 'r', 'm'])
                    && matches!(weak, "k" | "p" | "t");
                if !is_double && !is_cluster {
                    strong.iter().for_each(|strong| next(&(before.to_owned() + strong)));
                }
            }
        }
        // Between vowels the weak grade of k is nothing: "joen", "ruoan", "alan".
        if consonants.is_empty() {
            next("k");
        }
    });
}

/// What a stem would be with its last consonants in the weak grade.
pub(super) fn weak(stem: &[char], each: &mut dyn FnMut(&[char])) {
    graded(stem, each, |consonants, next| {
        for (weak, strong) in WEAK {
            for strong in strong {
                if let Some(before) = consonants.strip_suffix(strong) {
                    let is_double = strong.len() == 1 && before.ends_with(strong);
                    let is_kept = *strong == "t" && before.ends_with(['s', 'h', 't', 'n', 'l', 'r']);
                    if !is_double && !is_kept {
                        next(&(before.to_owned() + weak));
                    }
                }
            }
        }
        if consonants == "k" {
            next("");
        }
    });
}

/// Gives a stem with other consonants before its last vowels; with none before them it is looked at between them: "joe".
fn graded(stem: &[char], each: &mut dyn FnMut(&[char]), change: impl Fn(&str, &mut dyn FnMut(&str))) {
    let vowels = stem.iter().rev().take_while(|letter| is_vowel(**letter)).count();
    let ends = stem.len() - vowels;
    let begins = ends - stem[..ends].iter().rev().take_while(|letter| !is_vowel(**letter)).count();
    let consonants: String = stem[begins..ends].iter().collect();
    let mut put = |at: usize, until: usize, consonants: &str| {
        let mut other = stem[..at].to_vec();
        other.extend(consonants.chars());
        other.extend(&stem[until..]);
        each(&other);
    };
    if begins > 0 && vowels > 0 {
        change(&consonants, &mut |other| {
            if !other.is_empty() && !consonants.is_empty() || consonants == "k" {
                put(begins, ends, other);
            }
        });
    }
    // The last of several vowels may begin a syllable of its own.
    if vowels >= 2 {
        change("", &mut |other| put(stem.len() - 1, stem.len() - 1, other));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(grade: impl Fn(&[char], &mut dyn FnMut(&[char])), stem: &str) -> Vec<String> {
        let mut found = Vec::new();
        let stem: Vec<char> = stem.chars().collect();
        grade(&stem, &mut |other| found.push(other.iter().collect::<String>()));
        found
    }

    #[test]
    fn weak_grades_have_their_strong_ones() {
        for (weak, expected) in [
            ("kunna", "kunta"),
            ("seudu", "seutu"),
            ("kaupungi", "kaupunki"),
            ("pankei", "pankkei"),
            ("tieto", ""),
            ("haau", "haaku"),
            ("joe", "joke"),
            ("tavoa", "tapoa"),
            ("lehde", "lehte"),
            ("arje", "arke"),
            ("kamma", "kampa"),
            ("jala", "jalka"),
        ] {
            let found = of(strong, weak);
            assert!(expected.is_empty() || found.contains(&expected.to_owned()), "{weak}: {found:?}");
        }
    }

    #[test]
    fn strong_grades_have_their_weak_ones() {
        for (strong, expected) in [
            ("hankkee", "hankee"),
            ("asukkaa", "asukaa"),
            ("tiettee", "tietee"),
            ("kokee", "koee"),
            ("rantee", "rannee"),
        ] {
            let found = of(weak, strong);
            assert!(found.contains(&expected.to_owned()), "{strong}: {found:?}");
        }
    }
}
